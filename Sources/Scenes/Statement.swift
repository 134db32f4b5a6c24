/// One definition of a scene as read.
enum Statement {
  case axis(AxisStatement)
  case matrix(MatrixStatement)
  /// Something that could not be read, with the name it seems to define.
  case broken(name: String?)
}

/// `axis token = the cat drank`, `axis trait = 3` or `axis seen = token[0:t]`.
struct AxisStatement {
  enum Content {
    case size(Int)
    case words([String])
    case part(AxisPart)
  }

  let name: String
  let content: Content
  let tokens: Range<Int>

  var part: AxisPart? {
    if case .part(let part) = content { part } else { nil }
  }
}

/// `token[0:t]`: where a part of an axis begins, and the first place behind it.
struct AxisPart {
  let parent: String
  let parentTokens: Range<Int>
  /// Nil for the first place of the parent.
  let lower: PartBound?
  /// Nil for the end of the parent.
  let upper: PartBound?
  let tokens: Range<Int>
}

/// `X[token, feature] = […]` or `Q = X @ W_q`.
struct MatrixStatement {
  let name: String
  let axes: [AxisReference]?
  let expression: Expression
  /// The tokens left of the equals sign.
  let head: Range<Int>
  /// The token after the last.
  let end: Int
}

/// The name of an axis, or of several multiplied: `head*trait`.
struct AxisReference {
  let names: [String]
  let tokens: Range<Int>
}
