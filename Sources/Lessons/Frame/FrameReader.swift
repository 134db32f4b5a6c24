import Text

/// Cuts a lesson at its seams, line by line.
struct FrameReader {
  private let source: SourceFile
  private var frame = LessonFrame()
  private var line: Int
  /// Where the present stretch of prose began.
  private var proseStart: Int

  static func frame(of source: SourceFile, _ report: inout Report) -> LessonFrame {
    let matter = FrontMatter.find(in: source, &report)
    var reader = FrameReader(source, firstLine: matter.nextLine)
    reader.frame.frontMatter = matter.content
    reader.readBody(&report)
    return reader.frame
  }

  private init(_ source: SourceFile, firstLine: Int) {
    self.source = source
    line = firstLine
    proseStart = source.start(ofLine: firstLine)
  }

  private mutating func readBody(_ report: inout Report) {
    while line < source.lineStarts.count {
      let range = source.lineRange(line)
      if let fence = CodeFence(source.bytes[range]), fence.indent <= 3 {
        readFence(fence, openedBy: range, &report)
      } else if isStep(range) {
        beginStep(range, &report)
      } else {
        if source.bytes[range].starts(with: ":::".utf8) {
          report.add(.frame(.colonFence), at: source[range])
        }
        line += 1
      }
    }
    endProse(at: source.bytes.count, &report)
  }

  /// A heading of the second level, or one that has a step's id and was meant to be one.
  private func isStep(_ range: Range<Int>) -> Bool {
    source.bytes[range].starts(with: stepSign) || StepHeading.isMeant(source.bytes[range])
  }

  private mutating func beginStep(_ range: Range<Int>, _ report: inout Report) {
    endProse(at: range.lowerBound, &report)
    if !source.bytes[range].starts(with: stepSign) {
      report.add(.frame(.wrongStepSign), at: source[range])
    }
    let heading = StepHeading(source[range])
    frame.steps.append(
      StepFrame(heading: source[range], title: heading.title, id: heading.id))
    line += 1
    proseStart = source.start(ofLine: line)
    if frame.steps.count == Limits.steps + 1 {
      report.add(.frame(.tooManySteps(limit: Limits.steps)), at: source[range])
    }
  }

  /// A block of ours, or code that stays in the prose.
  private mutating func readFence(
    _ fence: CodeFence, openedBy opening: Range<Int>, _ report: inout Report
  ) {
    let info = source[opening.lowerBound + fence.indent + fence.count..<opening.upperBound]
    let words = info.words
    let isOurs = words.first?.text == "qkv"
    if isOurs { endProse(at: opening.lowerBound, &report) }
    line += 1
    let first = line
    let isClosed = findEnd(of: fence)
    let body = source.start(ofLine: first)..<source.start(ofLine: line)
    if isClosed { line += 1 }
    let fragment = source[opening.lowerBound + fence.indent..<opening.upperBound]
    if !isClosed { report.add(.frame(.unclosedBlock), at: fragment) }
    guard isOurs else { return checkLanguage(words, at: fragment, &report) }
    append(
      .block(
        RawBlock(
          opening: fragment, words: Array(words.dropFirst()), body: source[body],
          isClosed: isClosed)))
    proseStart = source.start(ofLine: line)
  }

  /// Goes on to the line that closes a fence, and says whether there is one.
  ///
  /// Where a step or a block of ours begins before, the fence was forgotten: what follows is read as
  /// what it is rather than swallowed.
  private mutating func findEnd(of fence: CodeFence) -> Bool {
    while line < source.lineStarts.count {
      let range = source.lineRange(line)
      if fence.isClosed(by: source.bytes[range]) { return true }
      if StepHeading.isMeant(source.bytes[range]) || beginsOurs(range, within: fence) {
        return false
      }
      line += 1
    }
    return false
  }

  private func beginsOurs(_ range: Range<Int>, within outer: CodeFence) -> Bool {
    guard let fence = CodeFence(source.bytes[range]), fence.sign == outer.sign,
      fence.count >= outer.count
    else { return false }
    let info = source[range.lowerBound + fence.indent + fence.count..<range.upperBound]
    return info.words.first?.text == "qkv"
  }

  /// Notes code that was meant to be a block: ```` ```scene ````, ```` ```qvk show ````.
  private func checkLanguage(
    _ words: [Fragment], at opening: Fragment, _ report: inout Report
  ) {
    guard let first = words.first?.text.lowercased() else { return }
    let kinds = words.prefix(2).compactMap { BlockKind(rawValue: $0.text.lowercased()) }
    let isSlip = first == "qkv" || first.nearest(among: ["qkv"]) != nil
    if BlockKind(rawValue: first) != nil || isSlip, let kind = kinds.first {
      report.add(.frame(.missingLanguage(kind: kind.rawValue)), at: opening)
    }
  }

  private mutating func endProse(at end: Int, _ report: inout Report) {
    let prose = source[proseStart..<max(end, proseStart)]
    proseStart = end
    guard !prose.trimmed.isEmpty else { return }
    guard prose.count <= Limits.proseBytes else {
      report.add(.frame(.longProse(limit: Limits.proseBytes)), at: prose.trimmed.start)
      return
    }
    append(.prose(prose))
  }

  private mutating func append(_ piece: Piece) {
    if frame.steps.isEmpty {
      frame.opening.append(piece)
    } else {
      frame.steps[frame.steps.count - 1].pieces.append(piece)
    }
  }
}

private let stepSign = Array("## ".utf8)

extension SourceFile {
  /// Where a line begins; the end of the file for the line after the last.
  func start(ofLine line: Int) -> Int {
    line < lineStarts.count ? lineStarts[line] : bytes.count
  }
}

extension Fragment {
  /// The parts between spaces.
  var words: [Fragment] {
    var words: [Fragment] = []
    var index = 0
    while index < count {
      let first = index
      while index < count, !bytes[index].isSpace { index += 1 }
      if index > first { words.append(self[first..<index]) }
      index += 1
    }
    return words
  }
}
