/// One definition of a scene as read.
enum Statement {
  case axis(AxisStatement)
  case matrix(MatrixStatement)
  /// Something that could not be read, with the name it seems to define.
  case broken(name: String?)
}

/// `axis token = the cat drank` or `axis trait = 3`.
struct AxisStatement {
  let name: String
  let size: Int
  let words: [String]?
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
