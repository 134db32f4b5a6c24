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

  /// Every sign of the language, longest first.
  static let symbols: [String] = {
    let punctuation = ["(", ")", "[", "]", ",", ":", "=", "."]
    let operators = (Array(infix.keys) + Array(prefix.keys) + Array(aliases.keys))
      .filter { !isOperatorWord($0) }
    return (punctuation + Set(operators)).sorted { ($0.count, $1) > ($1.count, $0) }
  }()

  /// The name of the operator that a sign stands for.
  static func canonical(_ symbol: String) -> String { aliases[symbol] ?? symbol }

  /// Whether the word is an operator: `and`, `or`, `not`.
  static func isOperatorWord(_ word: String) -> Bool {
    (word.first?.isLetter ?? false) && (infix[word] != nil || prefix[word] != nil)
  }

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
