import Text

/// A slider as written: `X["it"] from -2 to 2 step 0.1 label "text"`.
struct SliderText: Equatable {
  let target: Fragment
  let range: ClosedRange<Float>
  let step: Float
  let label: Fragment?

  /// nil where the line cannot be read; that is then in the report.
  init?(_ line: Fragment, _ report: inout Report) {
    let line = line.trimmed
    guard let from = line.outerWords.firstIndex(where: { $0.text == "from" }), from > 0 else {
      report.add(.slider(.form), at: line)
      return nil
    }
    let words = line.outerWords
    target = line[0..<words[from].start - line.start].trimmed
    var rest = SliderWords(Array(words[from...]), line)
    guard let low = rest.number(after: "from", &report),
      let high = rest.number(after: "to", &report)
    else { return nil }
    guard low < high else {
      report.add(.slider(.emptyRange), at: words[from])
      return nil
    }
    range = low...high
    step = rest.step(in: range, &report)
    label = rest.label(&report)
    rest.end(&report)
  }
}

/// The words after the target.
private struct SliderWords {
  private var words: ArraySlice<Fragment>
  private let line: Fragment

  init(_ words: [Fragment], _ line: Fragment) {
    self.words = words[...]
    self.line = line
  }

  mutating func number(after keyword: String, _ report: inout Report) -> Float? {
    guard take(keyword), let word = words.popFirst() else {
      report.add(.slider(.form), at: line)
      return nil
    }
    guard let number = Float(word.text), number.isFinite else {
      report.add(.slider(.notNumber(word.text)), at: word)
      return nil
    }
    return number
  }

  /// As given, or a round part of the range.
  mutating func step(in range: ClosedRange<Float>, _ report: inout Report) -> Float {
    let length = range.upperBound - range.lowerBound
    guard words.first?.text == "step" else { return roundStep(for: length) }
    let place = words.dropFirst().first ?? line
    guard let step = number(after: "step", &report) else { return length }
    if step <= 0 || step > length { report.add(.slider(.badStep), at: place) }
    return step
  }

  mutating func label(_ report: inout Report) -> Fragment? {
    guard take("label") else { return nil }
    guard let word = words.popFirst() else {
      report.add(.slider(.form), at: line)
      return nil
    }
    return word.unquoted
  }

  func end(_ report: inout Report) {
    if let word = words.first { report.add(.frame(.extraWords(word.text)), at: word) }
  }

  private mutating func take(_ keyword: String) -> Bool {
    guard words.first?.text == keyword else { return false }
    words.removeFirst()
    return true
  }
}

/// 1, 2 or 5 times a power of ten, at most a fortieth of the length.
private func roundStep(for length: Float) -> Float {
  let wish = max(length / 40, 1e-6)
  var unit: Float = 1
  while unit > wish { unit /= 10 }
  while unit * 10 <= wish * 1.001 { unit *= 10 }
  return [5, 2, 1].map { $0 * unit }.first { $0 <= wish * 1.001 } ?? unit
}

extension Fragment {
  /// The parts between spaces that stand outside of brackets and quotation marks.
  var outerWords: [Fragment] {
    split(at: UInt8(ascii: " ")).filter { !$0.isEmpty }
  }
}
