import Text

/// What can be wrong with parts of axes, and with what carries a table from one axis to another.
enum AxisProblem: Equatable {
  /// A bound that is no sum of whole numbers and scalars.
  case boundNotPlain(String)
  case boundNotScalar(String)
  case boundNotWhole(String)
  /// A part that has no place, or reaches beyond its parent.
  case partOutside(String, Range<Int>, parent: String, size: Int)
  /// A scalar that was given a number outside of what all parts allow.
  case boundOutside(String, ClosedRange<Int>)
  /// An axis in an index that is no part of the matrix's axis.
  case notAPart(String, of: String, text: String)
  /// A part whose size follows from its bounds.
  case partResized(String, written: String)
  /// Two axes whose places have no positions in common.
  case unrelated(String, String)
  case relabelSizes(from: String, Int, to: String, Int)
  /// A word of a sentence that is no row of the table looked up in.
  case unknownWord(String, axis: String, rows: String, nearest: String?)
  case noWords(String)
}

extension AxisProblem {
  var sentence: String {
    switch self {
    case .boundNotPlain(let text):
      "a bound is a whole number, a single number of the scene or a sum of both, not `\(text)`"
    case .boundNotScalar(let name):
      "`\(name)` bounds a part of an axis and must be a single number that is written out"
    case .boundNotWhole(let name): "`\(name)` bounds a part of an axis and must be a whole number"
    case .partOutside(let name, let part, let parent, let size):
      part.isEmpty
        ? "`\(name)` would begin at place \(part.lowerBound) of `\(parent)` and have no places"
        : "`\(name)` would be the places \(part.lowerBound) to \(part.upperBound - 1) of "
          + "`\(parent)`, which has the places 0 to \(size - 1)"
    case .boundOutside(let name, let range):
      range.count == 1
        ? "`\(name)` bounds a part of an axis and can only be \(range.lowerBound) here"
        : "`\(name)` bounds a part of an axis and is a whole number from \(range.lowerBound) to "
          + "\(range.upperBound)"
    case .notAPart(let part, let axis, let text):
      "`\(part)` is no part of `\(axis)`, so \(text) has no such rows"
    case .partResized(let name, let written): "the size of `\(name)` follows from \(written)"
    case .unrelated(let one, let other):
      "`\(one)` and `\(other)` are not parts of one axis, so their positions cannot be compared"
    case .relabelSizes(let from, let size, let to, let other):
      "`\(from)` has \(size) places and `\(to)` has \(other)"
    case .unknownWord(let word, let axis, let rows, _):
      "\(word.quoted) of `\(axis)` is no label of `\(rows)`"
    case .noWords(let axis): "`\(axis)` has no words to look up"
    }
  }

  /// What to do about it.
  var suggestion: String? {
    switch self {
    case .boundNotPlain: "Write token[0:t + 1], with t = 2 on a line of its own."
    case .boundNotScalar(let name): "Write \(name) = 2 on a line of its own."
    case .partOutside(_, let part, _, _):
      part.isEmpty
        ? "A part has one place at least: token[t:t + 1] is the place t."
        : "Places count from 0, and the bound behind the colon is the first place left out."
    case .unknownWord(_, _, _, let nearest): nearest.map { "Did you mean \($0.quoted)?" }
    case .relabelSizes: "Both need the same number of places."
    case .unrelated: "Over one axis, write causal(token); over a part of it, causal(new, token)."
    case .boundNotWhole, .boundOutside, .notAPart, .partResized, .noWords: nil
    }
  }

  /// Whether the sentence needs to be preceded by the formula it is about.
  var isAboutShapes: Bool {
    switch self {
    case .notAPart, .unrelated, .relabelSizes, .unknownWord, .noWords: true
    case .boundNotPlain, .boundNotScalar, .boundNotWhole, .partOutside, .boundOutside,
      .partResized:
      false
    }
  }
}
