import Lessons
import Pages
import Playground
import Terminal
import Text

extension Handout {
  /// The same as CommonMark with tables; pictures are told, with their numbers.
  package var markdown: String {
    let head = [
      "# \(Markdown.escaped(lesson.title))", Markdown.escaped(lesson.header.summary),
      isSolved ? "With answers and the instructor’s notes." : "",
      Markdown.escaped(time) + " Live: " + Markdown.code("qkv learn \(lesson.id)"),
      lesson.header.objectives.isEmpty ? "" : "Afterwards you can",
      Markdown.list(lesson.header.objectives.map(Markdown.escaped)), introduction.markdown,
    ]
    let further = lesson.header.further
    let readings =
      further.isEmpty ? [] : ["## Read on", Markdown.list(further.map(\.markdown))]
    return Markdown.blocks(head + steps.map(\.markdown) + readings) + "\n"
  }
}

extension Reading {
  fileprivate var markdown: String {
    let title = Markdown.escaped(title)
    let link = address.flatMap(\.harmlessAddress)
      .map { "[\(title)](<\($0.addressInBrackets)>)" }
    return (link ?? title) + (place.map { ", " + Markdown.escaped($0) } ?? "")
  }
}

extension HandoutStep {
  fileprivate var markdown: String {
    let printed = state.printedPanels.flatMap { $0 }
    return Markdown.blocks(
      ["## \(number). \(Markdown.escaped(title))"] + parts.map { markdown(of: $0, printed) })
  }

  private func markdown(of part: HandoutPart, _ printed: [PrintedPanel]) -> String {
    switch part {
    case .words(let words): words.markdown
    case .panels(let rows):
      Markdown.blocks(rows.flatMap(\.self).map { markdown(of: $0, printed[$0]) })
    case .sliders(let sliders):
      Markdown.blocks(["What you can drag:", Markdown.list(sliders.map(\.markdown))])
    case .question(let question): question.markdown
    case .goal(let goal): goal.markdown
    case .hints(let hints):
      Markdown.blocks(["### Hints", Markdown.list(hints.map(\.markdown), ordered: true)])
    case .notes(let minutes, let words):
      Markdown.blocks([
        "### Notes" + (minutes.map { ", \(counted($0, "minute"))" } ?? ""), words.markdown,
      ])
    }
  }

  private func markdown(of panel: Int, _ printed: PrintedPanel) -> String {
    switch printed {
    case .tables(let title, let captions, let tables):
      let name = ([title] + captions).map { Markdown.escaped($0.text) }.joined(separator: ", ")
      guard tables.count > 1 else {
        return tables.map { Markdown.table($0.markdownRows, caption: "**\(name)**") }.joined()
      }
      return Markdown.blocks(
        ["**\(name)**"]
          + tables.map { Markdown.table($0.markdownRows, caption: Markdown.escaped($0.title.text)) }
      )
    case .picture: return markdown(ofPicture: panel)
    }
  }

  private func markdown(ofPicture panel: Int) -> String {
    let name = "**\(Markdown.escaped(state.name(of: panel)))**"
    guard state.panels[panel].veiledCells(in: state) != nil,
      let text = state.plainText(of: panel, written: NumberFormat.inSentence),
      text.rows.reduce(0, { $0 + $1.numbers.count }) <= 400, !text.columns.isEmpty
    else { return name + ": " + Markdown.escaped(state.description(of: panel)) }
    let rows = text.rows.map { row in
      [Markdown.escaped(row.label)]
        + row.numbers.map { $0 == "hidden" ? Markdown.blank : Markdown.escaped($0) }
    }
    return Markdown.table([[" "] + text.columns.map(Markdown.escaped)] + rows, caption: name)
  }
}

extension HandoutSlider {
  fileprivate var markdown: String {
    Markdown.code(name) + " \(range)" + (start.map { "; begins at **\($0)**" } ?? "")
  }
}

extension HandoutQuestion {
  fileprivate var markdown: String {
    Markdown.blocks(
      ["### Question \(number), \(kind.instruction)", ask.markdown, choices]
        + (solution.map(markdown) ?? [field]))
  }

  private var choices: String {
    Markdown.list(
      options.map { $0.markdown(isSolved: solution != nil) }, ordered: true)
  }

  private var field: String {
    switch form {
    case .option: ""
    case .number: "Answer: \(Markdown.blank)"
    case .order: "Order: \(Markdown.blank)"
    case .formula:
      (formula?.from.map { "Begin with \(Markdown.code($0)). " } ?? "")
        + Markdown.code("\(formula?.name ?? "") =") + " \(Markdown.blank)"
    }
  }

  private func markdown(_ solution: Solution) -> [String] {
    let mistakes = solution.mistakes.map { mistake in
      Markdown.blocks([
        "**\(Markdown.escaped(mistake.answer))** \(mistake.reply.markdown)",
        mistake.belief.map { "*Shows the belief: \(Markdown.escaped($0))*" } ?? "",
      ])
    }
    return [
      solution.answer.map { "Answer: **\(Markdown.escaped($0))**" } ?? "", solution.reply.markdown,
      mistakes.isEmpty ? "" : "Known mistakes:", Markdown.list(mistakes),
      solution.wrong.isEmpty ? "" : "If wrong:", solution.wrong.markdown,
    ]
  }
}

extension HandoutQuestion.Option {
  fileprivate func markdown(isSolved: Bool) -> String {
    guard isSolved else { return text.markdown }
    return Markdown.blocks([
      text.markdown + (isRight ? " **✓ right**" : ""), reply.markdown,
      belief.map { "*Shows the belief: \(Markdown.escaped($0))*" } ?? "",
    ])
  }
}

extension HandoutGoal {
  fileprivate var markdown: String {
    let solved = solution.map { solution in
      let settings = solution.assignments.map(Markdown.code).joined(separator: ", ")
      return [settings.isEmpty ? "" : "Solution: \(settings)", solution.success.markdown]
    }
    return Markdown.blocks(
      ["### \(title)", ask.markdown, Markdown.list(parts.map(\.markdown))] + (solved ?? []))
  }
}
