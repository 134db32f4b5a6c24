import Text

/// A panel as written: `matrix weight row="it" "rows ask"`.
struct PanelText: Equatable {
  struct Option: Equatable {
    let key: Fragment
    let value: Fragment
  }

  let kind: Fragment
  let subjects: [Fragment]
  let options: [Option]
  let caption: Fragment?

  /// What an option is given, if it is.
  func option(_ key: PanelOptionKey) -> Fragment? {
    options.first { $0.key.text == key.rawValue }?.value
  }

  /// nil where the panel cannot be cut; that is then in the report.
  init?(_ text: Fragment, _ report: inout Report) {
    let text = text.trimmed
    guard let kind = text.words.first else {
      report.add(.panel(.missingPanel), at: text)
      return nil
    }
    if let unclosed = OuterScanner(text.bytes).unclosed {
      let mistake = unclosed.isQuote ? PanelError.unclosedQuote : .unclosedBracket
      report.add(.panel(mistake), at: text.place(unclosed.index))
      return nil
    }
    self.kind = kind
    var cutter = PanelCutter(text[kind.count..<text.count])
    cutter.cut(&report)
    subjects = cutter.subjects
    options = cutter.options
    caption = cutter.caption
  }
}

/// Cuts what follows the kind into subjects, options and caption.
private struct PanelCutter {
  private let text: Fragment
  private let isOuter: [Bool]
  private var index = 0
  private(set) var subjects: [Fragment] = []
  private(set) var options: [PanelText.Option] = []
  private(set) var caption: Fragment?

  init(_ text: Fragment) {
    self.text = text
    isOuter = OuterScanner(text.bytes).isOuter
  }

  mutating func cut(_ report: inout Report) {
    cutSubjects()
    while let word = nextWord() {
      if caption != nil {
        report.add(.panel(.extraWords(word.text)), at: word)
      } else if word.bytes.first == UInt8(ascii: "\"") {
        caption = word.unquoted
      } else if let sign = optionSign(in: word) {
        options.append(
          PanelText.Option(key: word[0..<sign], value: word[sign + 1..<word.count].unquoted))
      } else {
        report.add(.panel(.extraWords(word.text)), at: word)
      }
    }
  }

  /// Up to the first option or the caption, separated by commas.
  private mutating func cutSubjects() {
    while index < text.count, !endsSubjects { index += 1 }
    let part = text[0..<index].trimmed
    guard !part.isEmpty else { return }
    subjects = part.split(at: UInt8(ascii: ",")).map(\.trimmed)
  }

  private var endsSubjects: Bool {
    guard isOuter[index], index > 0, text.bytes[index - 1].isSpace else { return false }
    return text.bytes[index] == UInt8(ascii: "\"") || optionSign(in: text[index..<wordEnd]) != nil
  }

  private mutating func nextWord() -> Fragment? {
    while index < text.count, text.bytes[index].isSpace { index += 1 }
    guard index < text.count else { return nil }
    let first = index
    index = wordEnd
    return text[first..<index]
  }

  /// Up to a space outside of brackets and quotation marks.
  private var wordEnd: Int {
    (index..<text.count).first { isOuter[$0] && text.bytes[$0].isSpace } ?? text.count
  }

  /// Where the equals sign of `key=value` stands.
  private func optionSign(in word: Fragment) -> Int? {
    guard let sign = word.bytes.firstIndex(of: UInt8(ascii: "=")), sign > 0,
      word.bytes[..<sign].allSatisfy(\.isLetter)
    else { return nil }
    let next = sign + 1 < word.count ? word.bytes[sign + 1] : nil
    return next == UInt8(ascii: "=") ? nil : sign
  }
}
