import Scenes
import Text

extension Worksheet {
  /// One page that needs nothing but itself, with room for a pen.
  package var html: String {
    HTML.page(
      language: language, title: "Worksheet: \(title)", skip: "Skip to the tables",
      body: [header, HTML(tag: "main", ["id": "main"], [given] + tasks), footer])
  }

  private var header: HTML {
    let advice =
      isSolved
      ? "All tables filled in."
      : "Fill in each table from those above it. The first number of each is worked out for you. Two decimals are "
        + "enough; the last digit may differ by rounding."
    return HTML(
      tag: "header", [:], HTML(tag: "h1", [:], HTML(title)),
      HTML(tag: "p", ["class": "lead"], HTML(isSolved ? "Worksheet with solutions" : "Worksheet")),
      HTML(tag: "p", [:], HTML(advice)))
  }

  private var given: HTML {
    let tables = plan.given.map { definition in
      HTML(
        tag: "figure", [:],
        table(
          definition, rows: allRows(of: definition), caption: HTML(formula: definition.name),
          cell: givenCell))
    }
    return HTML(
      tag: "section", ["id": "given", "aria-labelledby": "given-title"],
      HTML(tag: "h2", ["id": "given-title"], HTML("Given")),
      HTML(tag: "div", ["class": "row"], tables))
  }

  private var tasks: [HTML] {
    plan.tasks.enumerated().map { place, task in section(task, number: place + 1) }
  }

  private func section(_ task: WorksheetPlan.Task, number: Int) -> HTML {
    let definition = task.definition
    let id = "task-\(number)"
    let first = Entry(
      node: definition.node, index: task.rows[0] * (definition.axes.last?.size ?? 1))
    let formula = "\(definition.name) = \(definition.formula)"
    return HTML(
      tag: "section", ["id": id, "aria-labelledby": "\(id)-title", "class": "task"],
      HTML(
        tag: "h2", ["id": "\(id)-title"],
        HTML(tag: "span", ["class": "number"], HTML("\(number) ")), HTML(formula: formula)),
      HTML(tag: "p", [:], HTML(scene.explanation(of: first).sentence)),
      table(definition, rows: task.rows, caption: .hidden(definition.name)) {
        cell($0, first: first)
      },
      worked(first))
  }

  // MARK: Cells

  private func allRows(of definition: Definition) -> [Int] {
    Array(0..<definition.axes.dropLast().reduce(1) { $0 * $1.size })
  }

  private func givenCell(_ entry: Entry) -> HTML {
    HTML(tag: "td", [:], HTML(NumberFormat.typed(scene.value(of: entry))))
  }

  private func cell(_ entry: Entry, first: Entry) -> HTML {
    guard isSolved || entry == first else {
      return HTML(tag: "td", ["class": "blank"], .hidden("to fill in"))
    }
    let value = scene.value(of: entry)
    return HTML(
      tag: "td",
      [
        "class": entry == first ? "worked" : "solved", "data-cell": String(entry.index),
        "data-value": NumberFormat.exact(value),
      ],
      HTML(NumberFormat.cell(value)))
  }

  /// Some rows of a matrix, those of a stack one below the other; a single number stands beside its name.
  private func table(
    _ definition: Definition, rows: [Int], caption: HTML, cell: (Entry) -> HTML
  ) -> HTML {
    let outer = Array(definition.axes.dropLast())
    let columns = definition.axes.last
    let width = columns?.size ?? 1
    let lines = rows.map { row in
      let label = zip(outer, outer.places(of: row)).map { $0.shownLabel($1) }
        .joined(separator: ", ")
      let cells = (0..<width).map { cell(Entry(node: definition.node, index: row * width + $0)) }
      let isLabelled = !outer.isEmpty || columns == nil
      let stub = HTML.title(columns == nil ? definition.name : label, scope: "row")
      return HTML(tag: "tr", [:], (isLabelled ? [stub] : []) + cells)
    }
    let head = columns.map { columns in
      let corner = outer.isEmpty ? [] : [HTML(tag: "td", [:])]
      let titles = (0..<width).map { HTML.title(columns.shownLabel($0)) }
      return HTML(tag: "thead", [:], HTML(tag: "tr", [:], corner + titles))
    }
    return HTML(
      tableOf: [head ?? HTML(), HTML(tag: "tbody", [:], lines)], caption: caption, columns: width,
      id: "values-\(definition.name)")
  }

  // MARK: The worked number

  private func worked(_ entry: Entry) -> HTML {
    let lines = steps(to: entry, depth: 3).map { HTML(tag: "p", [:], $0) }
    return HTML(tag: "div", ["class": "example"], lines)
  }

  /// The arithmetic of a number, behind that of the nameless ones that it is made from.
  private func steps(to entry: Entry, depth: Int) -> [HTML] {
    let explanation = scene.explanation(of: entry)
    let nameless = explanation.operands.filter { operand in
      let node = scene.source(of: operand.entry).node
      return depth > 0 && scene.name(of: node) == nil && !scene.makers(of: node).isEmpty
    }
    let inner = nameless.prefix(Self.mostInnerSteps).flatMap {
      steps(to: scene.source(of: $0.entry), depth: depth - 1)
    }
    let name = HTML(tag: "code", [:], HTML(explanation.label)) + HTML(": ")
    return inner + explanation.lines.map { name + HTML($0) }
  }

  private static let mostInnerSteps = 3

  // MARK: The end

  private var footer: HTML {
    HTML(
      tag: "footer", [:], leftOut, check,
      HTML(
        tag: "p", ["class": "name"], HTML("Name "), .blank("your name", width: 24),
        HTML(" Date "), .blank("the date", width: 12)))
  }

  private var leftOut: HTML {
    guard !omissions.isEmpty else { return HTML() }
    return HTML(tag: "h2", ["id": "left-out"], HTML("Not asked for"))
      + .list(
        plan.omissions.map { HTML(formula: $0.name) + HTML(" \($0.reason).") })
  }

  /// How to have the program compute the same.
  private var check: HTML {
    guard isSolved else { return HTML() }
    let settings = assignments.map { assignment in
      HTML(" --set '") + HTML(tag: "span", ["class": "set"], HTML(assignment)) + HTML("'")
    }
    return HTML(tag: "h2", ["id": "check"], HTML("These numbers from the program"))
      + HTML(tag: "p", [:], HTML(tag: "code", [:], [HTML(command)] + settings))
  }
}

extension HTML {
  /// A formula of the scene, its names in their colours.
  fileprivate init(formula: String) { self.init(code: formula, isLabel: false) }
}
