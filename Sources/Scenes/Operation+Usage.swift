extension Operation {
  /// How the operation is written, with the names of its parameters: `softmax(A)`, `A @ B`.
  ///
  /// A question mark marks what may be left out; a number stands with its standard value.
  package var usage: String {
    let parts = parameters.map(\.usage)
    return switch notation {
    case .function: "\(name)(\(parts.joined(separator: ", ")))"
    case .infix: parts.joined(separator: " \(name) ")
    case .prefix: Operation.isOperatorWord(name) ? "\(name) \(parts[0])" : name + parts[0]
    case .postfix: parts[0] + name
    case .builtIn(let usage): usage
    }
  }
}

extension Operation.Parameter {
  fileprivate var usage: String {
    switch self {
    case .matrix(let name, let isOptional), .axis(let name, let isOptional):
      isOptional ? name + "?" : name
    case .number(let name, let standard):
      // Every standard value is a whole number.
      "\(name): \(standard.map { String(Int($0)) } ?? "…")"
    case .optionalNumber(let name): "\(name)?: …"
    case .text(let name, let standard):
      standard.map { "\(name): \($0.quoted)" } ?? name.quoted
    }
  }
}
