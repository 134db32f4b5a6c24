import Scenes
import Text

extension StepReader {
  /// Reads the rows of a `show` block.
  mutating func show(_ body: Fragment) -> Show {
    var rows: [[Panel]] = []
    for line in body.lines where !line.trimmed.isEmpty {
      let row = line.split(at: UInt8(ascii: "|")).compactMap { panel($0) }
      if !row.isEmpty { rows.append(row) }
    }
    if rows.joined().count > Limits.panels {
      report.add(.panel(.tooMany(limit: Limits.panels)), at: body.start)
    }
    return Show(rows: rows)
  }

  private mutating func panel(_ text: Fragment) -> Panel? {
    guard let text = PanelText(text, &report), let kind = panelKind(text.kind) else { return nil }
    guard !text.subjects.isEmpty else {
      report.add(.panel(.missingSubject(kind: kind.rawValue)), at: text.kind)
      return nil
    }
    let subjects = text.subjects.compactMap { subject($0, kind) }
    guard subjects.count == text.subjects.count else {
      checkKeys(text.options, kind)
      return nil
    }
    let options = options(text.options, kind, subjects)
    if kind == .gradient, options.over == nil {
      if !text.options.contains(where: { $0.key.text == PanelOptionKey.over.rawValue }) {
        report.add(.panel(.missingInput(subject: text.subjects[0].text)), at: text.kind)
      }
      return nil
    }
    return Panel(
      kind: kind, subjects: subjects, subjectTexts: text.subjects.map(\.text),
      caption: text.caption?.text, options: options,
      location: report.source.location(at: text.kind.start))
  }

  private mutating func panelKind(_ word: Fragment) -> PanelKind? {
    if let kind = PanelKind(rawValue: word.text) { return kind }
    let closest = word.text.nearest(among: PanelKind.allCases.map(\.rawValue))
    report.add(.panel(.unknownKind(word.text, closest: closest)), at: word)
    return nil
  }

  private mutating func subject(_ text: Fragment, _ kind: PanelKind) -> NodeID? {
    guard let node = watch(text) else { return nil }
    let axes = axes(of: node)
    guard kind.ranks.contains(axes.count) else {
      let fault = PanelError.unfitRank(
        kind: kind.rawValue, subject: text.text, rank: axes.count, expected: kind.subject)
      report.add(.panel(fault), at: text)
      return nil
    }
    let count = axes.reduce(1.0) { $0 * Double($1.size) }
    budget.work -= count * Limits.workPerNumberDrawn
    if kind == .plane, let columns = axes.last, columns.size < 2 {
      report.add(.panel(.narrowPlane(subject: text.text)), at: text)
    }
    return node
  }
}

extension PanelKind {
  /// How many axes a subject may have.
  var ranks: ClosedRange<Int> {
    switch self {
    case .matrix: 0...8
    case .bars: 0...1
    case .gradient: 0...0
    case .plane, .curve: 1...2
    case .formula: 0...8
    case .histogram: 1...8
    case .flow: 2...8
    }
  }

  /// What a subject is, in words.
  var subject: String {
    switch self {
    case .matrix: "a matrix, a vector or a stack"
    case .bars: "a vector"
    case .gradient: "the gradient of a single number"
    case .plane, .curve: "a vector or a matrix"
    case .formula: "any expression"
    case .histogram: "a vector or more"
    case .flow: "a matrix or a stack"
    }
  }

  /// The keys of `key=value`.
  var optionKeys: [PanelOptionKey] {
    switch self {
    case .matrix: [.name, .row, .column, .sum, .heat, .each, .pin]
    case .bars, .curve: [.name, .row, .column]
    case .plane: [.name, .row, .x, .y]
    case .flow: [.name, .row, .column, .sum]
    case .gradient: [.over, .name, .row, .column, .pin]
    case .histogram: [.name, .from, .to]
    case .formula: [.name]
    }
  }
}

/// The keys of `key=value` in a panel.
enum PanelOptionKey: String, CaseIterable {
  case name
  case row
  case column
  case x
  case y
  case from
  case to
  case sum
  case heat
  case each
  case over
  case pin
}
