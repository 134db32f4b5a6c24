import Text

extension Operation {
  /// The functions by name.
  static let functions: [String: Operation] = {
    let functions = all.filter { if case .function = $0.notation { true } else { false } }
    return Dictionary(uniqueKeysWithValues: functions.map { ($0.name, $0) })
  }()

  /// The operators between two operands, with how strongly they bind.
  static let infix: [String: (Operation, Int)] = {
    var table: [String: (Operation, Int)] = [:]
    for operation in all {
      if case .infix(let strength, _) = operation.notation {
        table[operation.name] = (operation, strength)
      }
    }
    return table
  }()

  /// The operators before one operand, with how strongly they bind.
  static let prefix: [String: (Operation, Int)] = {
    var table: [String: (Operation, Int)] = [:]
    for operation in all {
      if case .prefix(let strength, _) = operation.notation {
        table[operation.name] = (operation, strength)
      }
    }
    return table
  }()

  /// The operators behind one operand.
  static let postfix: [String: Operation] = {
    let operators = all.filter { if case .postfix = $0.notation { true } else { false } }
    return Dictionary(uniqueKeysWithValues: operators.map { ($0.name, $0) })
  }()

  /// A sign of the language as it is typed, and the name that it stands for.
  struct Sign {
    let text: String
    let name: String
    let characters: [Character]

    init(_ text: String, name: String? = nil) {
      self.text = text
      self.name = name ?? text
      characters = Array(text)
    }
  }

  /// The longest sign that begins at this place.
  static func sign(at offset: Int, of characters: [Character]) -> Sign? {
    guard let first = characters[offset].unicodeScalars.first else { return nil }
    return signs[shelf(of: first)].first { characters[offset...].starts(with: $0.characters) }
  }

  /// Every sign by the shelf of its first scalar, longest first.
  private static let signs: [[Sign]] = {
    let punctuation = ["(", ")", "[", "]", ",", ":", "=", "."].map { Sign($0) }
    let names = Set(Array(infix.keys) + Array(prefix.keys)).subtracting(operatorWords)
    let operators = names.map { Sign($0) } + aliases.map { Sign($0, name: $1) }
    let foreign = (Foreign.signs + Foreign.assignments).map { Sign($0) }
    let longestFirst = (punctuation + operators + foreign).sorted {
      $0.characters.count > $1.characters.count
    }
    var shelves: [[Sign]] = Array(repeating: [], count: 129)
    for sign in longestFirst {
      shelves[shelf(of: sign.text.unicodeScalars.first ?? " ")].append(sign)
    }
    return shelves
  }()

  /// One for each ASCII character, and the last for all others.
  private static func shelf(of scalar: Unicode.Scalar) -> Int {
    scalar.isASCII ? Int(scalar.value) : 128
  }

  /// Whether the word is an operator: `and`, `or`, `not`.
  static func isOperatorWord(_ word: String) -> Bool { operatorWords.contains(word) }

  private static let operatorWords = Set(
    (Array(infix.keys) + Array(prefix.keys)).filter { $0.first?.isLetter ?? false })

  private static let aliases: [String: String] = {
    var table: [String: String] = [:]
    for operation in all {
      switch operation.notation {
      case .infix(_, let also), .prefix(_, let also):
        for sign in also { table[sign] = operation.name }
      case .function, .postfix, .builtIn:
        break
      }
    }
    return table
  }()
}
