import Text

/// A run of prose that is not Markdown's: it is taken out before Markdown sees the text.
struct ProseSpan: Equatable {
  enum Kind: Equatable {
    /// `$…$`
    case mathematics
    /// `$$…$$`
    case display
    /// A code span that begins with an equals sign: a number that stands still.
    case standing
    /// A code span that begins with a tilde: a number that moves.
    case live
  }

  let kind: Kind
  /// What stands between the signs.
  let content: Fragment
  /// The whole run, signs and all.
  let raw: String
}

/// Prose with its spans replaced by marks that mean nothing to Markdown.
struct ProtectedProse: Equatable {
  let bytes: [UInt8]
  let spans: [ProseSpan]
  let unclosed: [UnclosedSpan]
}

/// The beginning of a span whose end is missing; it is shown as it stands.
struct UnclosedSpan: Equatable {
  let kind: ProseSpan.Kind
  let opening: Fragment
}

/// The signs around the number of a span; clean text does not hold them.
enum SpanMark {
  static let open: Unicode.Scalar = "\u{E000}"
  static let close: Unicode.Scalar = "\u{E001}"

  static func bytes(_ number: Int) -> [UInt8] {
    Array("\(open)\(number)\(close)".utf8)
  }
}
