import Text

/// A slider as written: `X["it"] from -2 to 2 step 0.1 label "text"`, `n in [1, 2, 4]`, `angle of you`.
struct SliderText: Equatable {
  /// What of its target a slider moves.
  enum Quantity {
    case number
    case angle
    case length
  }

  /// The values that it is given.
  enum Domain: Equatable {
    case numbers(SliderDomain)
    /// An axis, whose places are the values.
    case axis(Fragment)
  }

  let quantity: Quantity
  let target: Fragment
  let domain: Domain
  let label: Fragment?

  /// nil where the line cannot be read; that is then in the report.
  init?(_ line: Fragment, _ report: inout Report) {
    let line = line.trimmed
    let words = line.outerWords
    quantity =
      switch words.prefix(2).map(\.text) {
      case ["angle", "of"]: .angle
      case ["length", "of"]: .length
      default: .number
      }
    let first = quantity == .number ? 0 : 2
    let keywords = quantity == .angle ? ["from", "step", "label"] : ["from", "in"]
    let found = words.indices.dropFirst(first).first { keywords.contains(words[$0].text) }
    guard words.count > first, let end = found ?? (quantity == .angle ? words.count : nil),
      end > first
    else {
      report.add(.slider(.form), at: line)
      return nil
    }
    let stop = end < words.count ? words[end].start - line.start : line.count
    target = line[words[first].start - line.start..<stop].trimmed
    var rest = SliderWords(Array(words[end...]), line)
    guard let domain = rest.domain(of: quantity, &report) else { return nil }
    self.domain = domain
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

  mutating func domain(
    of quantity: SliderText.Quantity, _ report: inout Report
  ) -> SliderText.Domain? {
    if take("in") { return choices(&report) }
    return (quantity == .angle ? turn(&report) : range(&report)).map(SliderText.Domain.numbers)
  }

  /// `[1, 2, 4, 8]`, or an axis.
  private mutating func choices(_ report: inout Report) -> SliderText.Domain? {
    guard let word = words.popFirst() else {
      report.add(.slider(.form), at: line)
      return nil
    }
    guard word.hasPrefix("["), word.bytes.last == UInt8(ascii: "]") else { return .axis(word) }
    var numbers: [Float] = []
    for text in word[1..<word.count - 1].split(at: UInt8(ascii: ",")).map(\.trimmed) {
      guard let number = Float(text.text), !number.isNaN, number < .infinity else {
        report.add(.slider(.notNumber(text.text)), at: text.isEmpty ? word : text)
        return nil
      }
      numbers.append(number)
    }
    guard numbers.count >= 2, zip(numbers, numbers.dropFirst()).allSatisfy(<) else {
      report.add(.slider(.listOrder), at: word)
      return nil
    }
    return .numbers(.list(numbers))
  }

  /// `from LOW to HIGH`; `-inf` in front of or in place of the lowest number adds −∞.
  private mutating func range(_ report: inout Report) -> SliderDomain? {
    let opening = words.first ?? line
    guard take("from") else {
      report.add(.slider(.form), at: line)
      return nil
    }
    let (isInfinite, isAlone) = takeMinusInfinity()
    var low: Float?
    if !isAlone {
      guard let number = number(&report) else { return nil }
      low = number
    }
    guard take("to") else {
      report.add(.slider(.form), at: line)
      return nil
    }
    guard let high = number(&report) else { return nil }
    guard let bounds = bounds(low ?? -abs(high), high, at: opening, &report) else { return nil }
    let step = step(in: bounds, &report)
    return .range(bounds, step: step, isInfinite ? .minusInfinity : .closed)
  }

  /// `-inf`, or `-inf,` with the lowest number behind it.
  private mutating func takeMinusInfinity() -> (isInfinite: Bool, isAlone: Bool) {
    if take("-inf") { return (true, true) }
    return (take("-inf,"), false)
  }

  /// Degrees, all the way around where nothing is said.
  private mutating func turn(_ report: inout Report) -> SliderDomain? {
    var bounds: ClosedRange<Float> = -180...180
    if let opening = words.first, take("from") {
      guard let low = number(&report), take("to"), let high = number(&report) else {
        report.add(.slider(.form), at: line)
        return nil
      }
      guard let given = self.bounds(low, high, at: opening, &report) else { return nil }
      bounds = given
    }
    if bounds.lowerBound < -360 || bounds.upperBound > 360 {
      report.add(.slider(.badAngle), at: line)
      return nil
    }
    let step = words.first?.text == "step" ? step(in: bounds, &report) : 5
    let isWhole = bounds.upperBound - bounds.lowerBound >= 360
    return .range(bounds, step: step, isWhole ? .wrapped : .closed)
  }

  private func bounds(
    _ low: Float, _ high: Float, at place: Fragment, _ report: inout Report
  ) -> ClosedRange<Float>? {
    if low < high { return low...high }
    report.add(.slider(.emptyRange), at: place)
    return nil
  }

  private mutating func number(_ report: inout Report) -> Float? {
    guard let word = words.popFirst() else {
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
  private mutating func step(in range: ClosedRange<Float>, _ report: inout Report) -> Float {
    let length = range.upperBound - range.lowerBound
    guard take("step") else { return roundStep(for: length) }
    let place = words.first ?? line
    guard let step = number(&report) else { return length }
    if step <= 0 || step > length {
      report.add(.slider(.badStep), at: place)
      return length
    }
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
