/// What can be wrong with a piece of YAML.
enum YAMLError: Equatable {
  case syntax(String)
  case unwelcome(String)
  case notMapping(owner: String)
  case unknownKey(String, owner: String, closest: String?, known: [String])
  case missingKey(String, owner: String)
  case repeatedKey(String, line: Int)
  case wrongType(key: String, expected: String)
  case wrongVersion(String)
}

extension YAMLError {
  var message: String {
    switch self {
    case .syntax(let problem): "This is not YAML: \(Self.plain(problem))."
    case .unwelcome(let what): "\(what) cannot be read here."
    case .notMapping(let owner): "The \(owner) consists of lines \"key: value\"."
    case .unknownKey(let key, let owner, _, _): "The \(owner) has no key \"\(key)\"."
    case .missingKey(let key, let owner): "The \(owner) lacks the key \"\(key)\"."
    case .repeatedKey(let key, let line): "The key \"\(key)\" is given in line \(line) already."
    case .wrongType(let key, let expected): "\"\(key)\" must be \(expected)."
    case .wrongVersion(let version): "This program reads version 1, not \(version)."
    }
  }

  var suggestion: String? {
    switch self {
    case .unknownKey(_, _, let closest, let known): didYouMean(closest, orOneOf: known)
    case .syntax: "Put quotation marks around a text that holds a colon, a bracket or a hash."
    case .notMapping: "Write one key a line, with a space behind the colon."
    case .repeatedKey: "Remove one of the two."
    case .unwelcome, .missingKey, .wrongType, .wrongVersion: nil
    }
  }
}

extension YAMLError {
  /// What the YAML library says, in words for people who have not read its grammar.
  private static func plain(_ problem: String) -> String {
    let known = sayings.first { problem.contains($0.library) }
    return known?.plain ?? problem
  }

  private static let sayings: [(library: String, plain: String)] = [
    (
      "mapping values are not allowed in this context",
      "a colon with a space behind it begins a value, and cannot stand inside one"
    ),
    ("cannot start any token", "a text cannot begin with this character"),
    (
      "did not find expected ',' or ']'",
      "a bracket is not closed, a comma is missing, or a text that holds brackets lacks quotation marks"
    ),
    ("did not find expected ',' or '}'", "a brace is not closed, or a comma is missing"),
    ("could not find expected ':'", "a line \"key: value\" lacks its colon"),
    ("found unexpected end of stream", "a quotation mark is never closed"),
    ("while parsing a block mapping", "the keys of one list of keys begin in the same column"),
    ("while parsing a block collection", "the hyphens of one list stand in the same column"),
    ("found undefined alias", "a text that begins with an asterisk needs quotation marks"),
    (
      "found undefined tag handle",
      "a text that begins with an exclamation mark needs quotation marks"
    ),
  ]
}
