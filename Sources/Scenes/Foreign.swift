/// What other languages write and this one does not; it is read so that the message can say what to
/// write here.
indirect enum Foreign {
  /// `np.dot(Q, K)`, `K.transpose()`, `Q.shape`: a name behind a full stop, perhaps with arguments.
  case member(Expression, String, [Argument]?)
  /// `softmax(x, dim=1)`: arguments with an equals sign.
  case call(String, [Argument])
  /// `sum(Q, 0)`: an axis by its number.
  case numbered(String, [Argument])
  /// `Q ** 2`, `Q ^ n`, `K^T`.
  case power(Expression, Expression)
  /// `K'`, `Kᵀ`.
  case prime(Expression)
  /// `Q · K`, `Q × K`.
  case product(Expression, Expression)
  /// `sqrt d`, `√d`: a function without parentheses.
  case applied(String, Expression)
  /// `Q[0:2]`.
  case range
  /// `(3, 4)`.
  case tuple([Expression])
}

/// What is usual elsewhere and not here.
enum ForeignHabit: Equatable {
  case member, equals, axisNumber, power, prime, product, applied, range, tuple
}

extension Foreign {
  var habit: ForeignHabit {
    switch self {
    case .member: .member
    case .call: .equals
    case .numbered: .axisNumber
    case .power: .power
    case .prime: .prime
    case .product: .product
    case .applied: .applied
    case .range: .range
    case .tuple: .tuple
    }
  }

  /// The expressions directly inside.
  var parts: [Expression] {
    switch self {
    case .member(let base, _, let arguments): [base] + (arguments ?? []).map(\.expression)
    case .call(_, let arguments), .numbered(_, let arguments): arguments.map(\.expression)
    case .power(let one, let other), .product(let one, let other): [one, other]
    case .prime(let base), .applied(_, let base): [base]
    case .range: []
    case .tuple(let elements): elements
    }
  }

  /// Signs of other languages that stand between, before or behind operands.
  static let signs = powers + primes + products + ["√"]
  static let powers = ["**", "^"]
  static let primes = ["'", "′", "ᵀ", "⊤", "’"]
  static let products = ["·", "⋅", "∙", "×"]

  /// Signs that define or change a name elsewhere.
  static let assignments = [":=", "+=", "-=", "*=", "/=", "@=", "**="]

  /// Words that begin a statement elsewhere.
  static let statements = [
    "let": "A definition begins with its name: x = 1.",
    "var": "A definition begins with its name: x = 1.",
    "const": "A definition begins with its name: x = 1.",
    "val": "A definition begins with its name: x = 1.",
    "if": "A scene has no branches: every definition always holds.",
    "elif": "A scene has no branches: every definition always holds.",
    "else": "A scene has no branches: every definition always holds.",
    "for": "A scene has no loops: an operation works on every place of an axis at once.",
    "while": "A scene has no loops: an operation works on every place of an axis at once.",
    "def": "A scene has no functions of its own: give each step a line and a name.",
    "func": "A scene has no functions of its own: give each step a line and a name.",
    "lambda": "A scene has no functions of its own: give each step a line and a name.",
    "return": "A scene returns nothing: every name on it can be shown.",
    "print": "A scene prints nothing: every name on it can be shown.",
    "import": "Nothing is imported: all operations are there already.",
    "from": "Nothing is imported: all operations are there already.",
  ]

  /// What to write for a sign that means nothing here.
  static let characters: [Character: String] = [
    ";": "A definition ends with its line; nothing is written there.",
    "“": "Labels stand in straight double quotation marks.",
    "”": "Labels stand in straight double quotation marks.",
    "‘": "Labels stand in straight double quotation marks.",
    "’": "Labels stand in straight double quotation marks.",
    "'": "Labels stand in straight double quotation marks.",
    "–": "Write - for minus.", "—": "Write - for minus.", "‐": "Write - for minus.",
    "{": "Lists stand in [ ], groups in ( ).", "}": "Lists stand in [ ], groups in ( ).",
    "÷": "Write / to divide.", "∞": "Write inf.", "²": "Write A ^ 2 for a square.",
    "&": "Write and.", "|": "Write or; abs(A) drops the sign.", "!": "Write not, or != for ≠.",
    "%": "There is no remainder here.",
  ]
}
