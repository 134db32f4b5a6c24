/// A piece of Python, with what it takes to put it beside others.
struct PythonText {
  enum Kind {
    case tensor
    /// A plain number of Python.
    case number
    /// A tensor of truth values.
    case claim
  }

  let text: String
  /// How strongly its outermost operator binds, as Python's do; a name or a call binds most.
  let strength: Int
  var kind = Kind.tensor

  static let atom = 10
  static let power = 8
  static let sign = 7
  static let product = 6
  static let sum = 5
  static let comparison = 2

  init(_ text: String, strength: Int = PythonText.atom, kind: Kind = .tensor) {
    (self.text, self.strength, self.kind) = (text, strength, kind)
  }

  /// In parentheses unless it binds at least so strongly.
  func bound(_ strength: Int) -> String { self.strength >= strength ? text : "(\(text))" }

  /// As something that an index or a method may follow.
  var operand: String { bound(Self.atom) }

  /// With a method call or an index behind it.
  func followed(by text: String) -> PythonText { PythonText(operand + text) }

  /// A plain number as a tensor, for functions that take nothing else.
  var asTensor: PythonText {
    kind == .number ? PythonText("torch.tensor(float(\(text)))") : self
  }

  /// A tensor of truth values, where every number but 0 holds.
  var asClaim: String {
    switch kind {
    case .claim: "(\(text))"
    case .tensor: "(\(bound(Self.sum)) != 0)"
    case .number: "torch.tensor(\(text) != 0)"
    }
  }
}
