import Lessons
import Pages
import Playground
import Terminal
import Text

extension Handout {
  /// One page that needs nothing but itself: no network, no script, no font.
  package var html: String {
    HTML.page(
      language: lesson.header.language, title: lesson.title, skip: "Skip to the first step",
      body: [header, contents, main, footer])
  }

  private var header: HTML {
    HTML(
      tag: "header", [:],
      HTML(tag: "h1", [:], HTML(lesson.title)),
      HTML(tag: "p", ["class": "lead"], HTML(lesson.header.summary)),
      isSolved
        ? HTML(tag: "p", ["class": "note"], HTML("With answers and the instructor’s notes."))
        : HTML(),
      HTML(
        tag: "p", ["class": "dim"], HTML(time + " Live: "), HTML(tag: "code", [:], HTML(command))),
      objectives, HTML(tag: "div", ["class": "introduction"], HTML(introduction)))
  }

  private var command: String { "qkv learn \(lesson.id)" }

  private var objectives: HTML {
    guard !lesson.header.objectives.isEmpty else { return HTML() }
    return HTML(tag: "p", [:], HTML("Afterwards you can"))
      + .list(lesson.header.objectives.map { HTML($0) })
  }

  private var contents: HTML {
    let links = steps.map { step in
      HTML(tag: "li", [:], HTML(tag: "a", ["href": "#\(step.anchor)"], HTML(step.title)))
    }
    return HTML(
      tag: "nav", ["aria-labelledby": "contents"],
      HTML(tag: "h2", ["id": "contents"], HTML("Steps")), HTML(tag: "ol", [:], links))
  }

  private var main: HTML {
    HTML(tag: "main", ["id": "main"], steps.map(\.html))
  }

  private var footer: HTML {
    guard !lesson.header.further.isEmpty else { return HTML() }
    return HTML(
      tag: "footer", [:], HTML(tag: "h2", ["id": "further"], HTML("Read on")),
      .list(lesson.header.further.map { $0.html }))
  }
}

extension HTML {
  static func list(_ items: [HTML], ordered isOrdered: Bool = false) -> HTML {
    HTML(tag: isOrdered ? "ol" : "ul", [:], items.map { HTML(tag: "li", [:], $0) })
  }

  /// A whole document, behind whose skip link the body begins.
  static func page(language: String, title: String, skip: String, body: [HTML]) -> String {
    let skip = HTML(tag: "a", ["class": "skip", "href": "#main"], HTML(skip))
    let head = HTML(
      tag: "head", [:],
      HTML(tag: "meta", ["charset": "utf-8"]),
      HTML(tag: "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      HTML(tag: "meta", ["http-equiv": "Content-Security-Policy", "content": PageStyle.policy]),
      HTML(tag: "meta", ["name": "color-scheme", "content": "light dark"]),
      HTML(tag: "title", [:], HTML(title)),
      HTML(tag: "style", [:], HTML(trusted: PageStyle.sheet)))
    let page = HTML(tag: "html", ["lang": language], head, HTML(tag: "body", [:], [skip] + body))
    return "<!DOCTYPE html>\n" + page.source + "\n"
  }
}

extension Reading {
  fileprivate var html: HTML {
    let link = address.flatMap(\.harmlessAddress)
    let name = link.map { HTML(tag: "a", ["href": $0], HTML(title)) } ?? HTML(title)
    return name + HTML(place.map { ", " + $0 } ?? "")
  }
}

extension HandoutStep {
  /// What links lead to; no author can take an id of ours.
  fileprivate var anchor: String { "step-\(id)" }

  fileprivate var html: HTML {
    let printed = state.printedPanels.flatMap { $0 }
    return HTML(
      tag: "section", ["id": anchor, "aria-labelledby": "\(anchor)-title"],
      [
        HTML(
          tag: "h2", ["id": "\(anchor)-title"],
          HTML(tag: "span", ["class": "number"], HTML("\(number) ")),
          HTML(title))
      ] + parts.map { html(of: $0, printed) })
  }

  private func html(of part: HandoutPart, _ printed: [PrintedPanel]) -> HTML {
    switch part {
    case .words(let words): HTML(words)
    case .panels(let rows):
      rows.map { row in
        HTML(tag: "div", ["class": "row"], row.map { figure(of: $0, printed[$0]) })
      }.joined()
    case .sliders(let sliders): html(of: sliders)
    case .question(let question): question.html(in: anchor)
    case .goal(let goal): goal.html
    case .hints(let hints):
      HTML(
        tag: "aside", ["class": "hints"], HTML(tag: "h3", [:], HTML("Hints")),
        .list(hints.map(HTML.init(within:)), ordered: true))
    case .notes(let minutes, let words):
      HTML(
        tag: "aside", ["class": "notes"],
        HTML(tag: "h3", [:], HTML("Notes" + (minutes.map { ", \(counted($0, "minute"))" } ?? ""))),
        HTML(words))
    }
  }

  private func anchor(ofPanel panel: Int) -> String { "\(anchor)-panel-\(panel + 1)" }

  private func html(of sliders: [HandoutSlider]) -> HTML {
    guard !sliders.isEmpty else { return HTML() }
    let items = sliders.map { slider in
      let start = slider.start.map { HTML("; begins at ") + HTML(tag: "strong", [:], HTML($0)) }
      return HTML(tag: "code", [:], HTML(slider.name)) + HTML(" \(slider.range)")
        + (start ?? HTML())
    }
    return HTML(
      tag: "div", ["class": "sliders"], HTML(tag: "p", [:], HTML("What you can drag")), .list(items)
    )
  }

  private func figure(of panel: Int, _ printed: PrintedPanel) -> HTML {
    switch printed {
    case .tables(let title, let captions, let tables):
      let name =
        HTML(title)
        + captions.map { HTML(" ") + HTML(tag: "span", ["class": "dim"], HTML($0)) }
        .joined()
      let id = anchor(ofPanel: panel)
      guard tables.count > 1 else {
        return HTML(tag: "figure", ["id": id], tables.map { HTML($0, caption: name) })
      }
      let parts = tables.map { HTML($0, caption: HTML($0.title)) }
      return HTML(
        tag: "figure", ["id": id, "class": "several"], HTML(tag: "figcaption", [:], name),
        HTML(tag: "div", ["class": "row"], parts))
    case .picture(let picture): return figure(of: panel, picture)
    }
  }

  private func figure(of panel: Int, _ picture: PagePicture) -> HTML {
    let name = state.name(of: panel)
    let id = anchor(ofPanel: panel)
    let svg = picture.svg(
      id: id, title: name, description: state.description(of: panel))
    return HTML(
      tag: "figure", ["id": id],
      HTML(tag: "div", ["class": "scroll"], HTML(trusted: svg)), numbers(of: panel, name))
  }

  /// The numbers behind a picture, unless they are too many to be read or hidden.
  private func numbers(of panel: Int, _ name: String) -> HTML {
    guard state.panels[panel].veiledCells(in: state) != nil,
      let text = state.plainText(of: panel, written: NumberFormat.inSentence),
      (1...Self.mostNumbers).contains(text.rows.reduce(0) { $0 + $1.numbers.count })
    else { return HTML() }
    return HTML(
      tag: "details", [:], HTML(tag: "summary", [:], HTML("Numbers")),
      HTML(text, caption: HTML(name)))
  }

  private static let mostNumbers = 400
}

// MARK: Tasks

extension HandoutQuestion {
  fileprivate func html(in anchor: String) -> HTML {
    let id = "\(anchor)-question-\(number)"
    return HTML(
      tag: "div", ["class": "question", "role": "group", "aria-labelledby": id],
      [
        HTML(tag: "h3", ["id": id], HTML("Question \(number)"), kindWords), HTML(ask), choices,
        field,
      ]
        + (solution.map { html(of: $0) } ?? []))
  }

  private var kindWords: HTML {
    HTML(" ") + HTML(tag: "span", ["class": "dim"], HTML(kind.instruction))
  }

  private var choices: HTML {
    guard !options.isEmpty else { return HTML() }
    return .list(options.map { $0.html(isSolved: solution != nil) }, ordered: true)
  }

  /// The line to write the answer on.
  private var field: HTML {
    guard solution == nil else { return HTML() }
    switch form {
    case .option: return HTML()
    case .number: return HTML(tag: "p", [:], HTML("Answer: "), .blank("your answer", width: 12))
    case .order: return HTML(tag: "p", [:], HTML("Order: "), .blank("your order", width: 24))
    case .formula:
      let from = (formula?.from).map {
        HTML("Begin with ") + HTML(tag: "code", [:], HTML($0)) + HTML(". ")
      }
      return HTML(
        tag: "p", [:], from ?? HTML(), HTML(tag: "code", [:], HTML("\(formula?.name ?? "") = ")),
        .blank("your formula", width: 32))
    }
  }

  private func html(of solution: Solution) -> [HTML] {
    let answer = solution.answer.map { answer in
      HTML(tag: "p", ["class": "answer"], HTML("Answer: "), HTML(tag: "strong", [:], HTML(answer)))
    }
    let mistakes = solution.mistakes.map { mistake in
      HTML(tag: "strong", [:], HTML(mistake.answer)) + HTML(" ") + HTML(within: mistake.reply)
        + HTML(belief: mistake.belief)
    }
    return [
      answer ?? HTML(),
      solution.reply.isEmpty ? HTML() : HTML(tag: "div", ["class": "reply"], HTML(solution.reply)),
      mistakes.isEmpty ? HTML() : HTML(tag: "p", [:], HTML("Known mistakes")) + .list(mistakes),
      solution.wrong.isEmpty
        ? HTML()
        : HTML(
          tag: "div", ["class": "reply"], HTML(tag: "p", [:], HTML("If wrong:")),
          HTML(solution.wrong)),
    ]
  }
}

extension HandoutQuestion.Option {
  fileprivate func html(isSolved: Bool) -> HTML {
    guard isSolved else { return HTML(within: text) }
    let mark = isRight ? HTML(tag: "strong", ["class": "gain"], HTML(" ✓ right")) : HTML()
    let reply = reply.isEmpty ? HTML() : HTML(tag: "div", ["class": "reply"], HTML(reply))
    return HTML(within: text) + mark + reply + HTML(belief: belief)
  }
}

extension HTML {
  /// The belief that a wrong answer shows, where the course names it.
  fileprivate init(belief: String?) {
    self =
      belief.map { HTML(tag: "p", ["class": "belief"], HTML("Shows the belief: \($0)")) } ?? HTML()
  }
}

extension QuestionKind {
  /// What the heading of a question says.
  var instruction: String {
    switch self {
    case .predict: "guess first"
    case .choice: "choose one"
    case .number: "work it out"
    case .order: "put them in order"
    case .write: "write the formula"
    }
  }
}

extension HandoutGoal {
  fileprivate var html: HTML {
    let solved = solution.map { solution in
      let settings = solution.assignments.map { HTML(tag: "code", [:], HTML($0)) }
      let answer = HTML(
        tag: "p", ["class": "answer"], [HTML("Solution: ")] + [settings.joined(HTML(", "))])
      return (settings.isEmpty ? HTML() : answer)
        + HTML(tag: "div", ["class": "reply"], HTML(solution.success))
    }
    return HTML(
      tag: "div", ["class": "question"],
      HTML(tag: "h3", [:], HTML(title)), HTML(ask),
      parts.isEmpty ? HTML() : .list(parts.map(HTML.init(within:))), solved ?? HTML())
  }
}
