import Text

/// A value of a YAML text that knows where it stands in the file.
package indirect enum YAMLValue: Equatable, Sendable {
  case scalar(Fragment)
  case sequence([YAMLValue], at: Int)
  case mapping([YAMLPair], at: Int)

  /// Where the value begins in the file.
  package var start: Int {
    switch self {
    case .scalar(let fragment): fragment.start
    case .sequence(_, let start), .mapping(_, let start): start
    }
  }
}

/// A line `key: value`.
package struct YAMLPair: Equatable, Sendable {
  package let key: Fragment
  package let value: YAMLValue
}
