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
    checkCount(of: text, kind)
    checkKeys(text.options, kind)
    let subjects = text.subjects.compactMap { subject($0, kind) }
    guard !subjects.isEmpty, subjects.count == text.subjects.count,
      let options = kind.rules.options(text, subjects, &self)
    else { return nil }
    return Panel(
      kind: kind, subjects: subjects, subjectTexts: text.subjects.map(\.text),
      caption: text.caption?.text, options: options,
      location: report.source.location(at: text.kind.start))
  }

  /// Notes more or fewer expressions than the kind shows together.
  private mutating func checkCount(of text: PanelText, _ kind: PanelKind) {
    let allowed = kind.rules.subjectCount
    let count = text.subjects.count
    if count == 0 {
      report.add(.panel(.missingSubject(kind: kind)), at: text.kind)
    } else if count > allowed.upperBound {
      let mistake = PanelError.tooManySubjects(text.subjects.map(\.text), kind: kind)
      report.add(.panel(mistake), at: text.subjects[allowed.upperBound])
    } else if count < allowed.lowerBound {
      report.add(.panel(.tooFewSubjects(count, kind: kind)), at: text.kind)
    }
  }

  private mutating func panelKind(_ word: Fragment) -> PanelKind? {
    if let kind = PanelKind(word: word.text) { return kind }
    let closest = word.text.nearest(among: PanelKind.allCases.map(\.rawValue))
    report.add(.panel(.unknownKind(word.text, closest: closest)), at: word)
    return nil
  }

  private mutating func subject(_ text: Fragment, _ kind: PanelKind) -> NodeID? {
    guard let node = watch(text) else { return nil }
    let axes = axes(of: node)
    guard kind.rules.ranks.contains(axes.count) else {
      let mistake = PanelError.unfitRank(
        kind: kind.rawValue, subject: text.text, rank: axes.count, expected: kind.rules.subject)
      report.add(.panel(mistake), at: text)
      return nil
    }
    let count = axes.reduce(1.0) { $0 * Double($1.size) }
    budget.work -= count * Limits.workPerNumberDrawn
    kind.rules.check(text, node, &self)
    return node
  }
}
