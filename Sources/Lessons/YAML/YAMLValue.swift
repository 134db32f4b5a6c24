import Text

/// A value of a YAML text that knows where it stands in the file.
indirect enum YAMLValue: Equatable {
  case scalar(Fragment)
  case sequence([YAMLValue], at: Int)
  case mapping([YAMLPair], at: Int)

  /// Where the value begins in the file.
  var start: Int {
    switch self {
    case .scalar(let fragment): fragment.start
    case .sequence(_, let start), .mapping(_, let start): start
    }
  }
}

/// A line `key: value`.
struct YAMLPair: Equatable {
  let key: Fragment
  let value: YAMLValue
}
