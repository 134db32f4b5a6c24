import Text

/// The lines between the first two lines of three hyphens.
struct FrontMatter: Equatable {
  let content: Fragment?
  /// The first line after it, counted from 0.
  let nextLine: Int

  static func find(in source: SourceFile, _ report: inout Report) -> FrontMatter {
    guard isBorder(source, line: 0) else {
      report.add(.frame(.missingFrontMatter), at: 0)
      return FrontMatter(content: nil, nextLine: 0)
    }
    let lines = 1..<source.lineStarts.count
    guard let end = lines.first(where: { isBorder(source, line: $0) }) else {
      report.add(.frame(.unclosedFrontMatter), at: source[source.lineRange(0)])
      let end = lines.first { endsKeys(source, line: $0) } ?? source.lineStarts.count
      let content = source[source.start(ofLine: 1)..<source.start(ofLine: end)]
      return FrontMatter(content: content, nextLine: end)
    }
    let content = source[source.start(ofLine: 1)..<source.start(ofLine: end)]
    return FrontMatter(content: content, nextLine: end + 1)
  }

  /// Where front matter that is never closed is taken to end: no key begins like this.
  private static func endsKeys(_ source: SourceFile, line: Int) -> Bool {
    let bytes = source.bytes[source.lineRange(line)]
    return bytes.allSatisfy(\.isSpace) || bytes.starts(with: "#".utf8) || CodeFence(bytes) != nil
      || bytes.starts(with: "--".utf8)
  }

  private static func isBorder(_ source: SourceFile, line: Int) -> Bool {
    let bytes = source.bytes[source.lineRange(line)]
    return bytes.starts(with: "---".utf8) && bytes.dropFirst(3).allSatisfy(\.isSpace)
  }
}
