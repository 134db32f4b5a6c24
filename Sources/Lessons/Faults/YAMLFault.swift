/// What can be wrong with a piece of YAML.
enum YAMLFault: Equatable {
  case syntax(String)
  case unwelcome(String)
  case notMapping(owner: String)
  case unknownKey(String, owner: String, closest: String?, known: [String])
  case missingKey(String, owner: String)
  case repeatedKey(String)
  case wrongType(key: String, expected: String)
  case wrongVersion(String)
}

extension YAMLFault {
  var message: String {
    switch self {
    case .syntax(let problem): "This is not YAML: \(problem)."
    case .unwelcome(let what): "\(what) have no place in a lesson."
    case .notMapping(let owner): "The \(owner) consists of lines \"key: value\"."
    case .unknownKey(let key, let owner, _, _): "The \(owner) has no key \"\(key)\"."
    case .missingKey(let key, let owner): "The \(owner) lacks the key \"\(key)\"."
    case .repeatedKey(let key): "The key \"\(key)\" is given twice."
    case .wrongType(let key, let expected): "\"\(key)\" is \(expected)."
    case .wrongVersion(let version): "This program reads version 1, not \(version)."
    }
  }

  var suggestion: String? {
    switch self {
    case .unknownKey(_, _, let closest, let known): didYouMean(closest, orOneOf: known)
    case .syntax: "Put quotation marks around a text that holds a colon, a bracket or a hash."
    case .unwelcome, .notMapping, .missingKey, .repeatedKey, .wrongType, .wrongVersion: nil
    }
  }
}
