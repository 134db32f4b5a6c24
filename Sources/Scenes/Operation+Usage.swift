import Text

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
  /// A standard value: `10000`, `1e-5`.
  private static func written(_ number: Double) -> String {
    let parts = NumberFormat.plain(Float(number)).split(separator: "e-0")
    return parts.joined(separator: "e-")
  }

  fileprivate var usage: String {
    switch self {
    case .matrix(let name, let isOptional), .axis(let name, let isOptional):
      isOptional ? name + "?" : name
    case .condition(let name):
      name
    case .number(let name, let standard), .setting(let name, let standard):
      "\(name): \(standard.map(Self.written) ?? "…")"
    case .choice(let name, let words):
      "\(name): \(words[0].quoted)"
    case .optionalNumber(let name): "\(name)?: …"
    case .text(let name, let standard):
      standard.map { "\(name): \($0.quoted)" } ?? name.quoted
    }
  }
}
