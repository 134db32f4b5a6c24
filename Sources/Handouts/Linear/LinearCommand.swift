import Text

/// What can be typed in linear mode: one table for reading, help and the guide.
package enum LinearCommand: String, CaseIterable, Sendable {
  case next
  case back
  case go
  case read
  case question
  case goals
  case scene
  case row
  case column
  case table
  case why
  case sliders
  case set
  case up
  case down
  case slopes
  case hint
  case solution
  case check
  case write
  case experiment
  case run
  case step
  case rate
  case another
  case undo
  case redo
  case reset
  case compare
  case sandbox
  case find
  case open
  case glossary
  case lesson
  case map
  case review
  case take
  case begin
  case about
  case notes
  case save
  case more
  case help
  case quit

  /// How it is typed, in full.
  package var usage: String {
    switch self {
    case .go: "go STEP"
    case .row: "row LABEL"
    case .column: "column LABEL"
    case .table: "table NAME"
    case .why: "why NAME LABEL LABEL"
    case .set: "set NAME VALUE"
    case .up: "up NAME"
    case .down: "down NAME"
    case .slopes: "slopes NAME LABEL LABEL"
    case .write: "write FORMULA"
    case .step: "step NUMBER"
    case .rate: "rate NUMBER"
    case .find: "find WORD"
    case .open: "open NUMBER"
    case .glossary: "glossary TERM"
    case .lesson: "lesson NUMBER"
    case .take: "take WORD"
    case .save: "save FILE"
    case .help: "help COMMAND"
    case .next, .back, .read, .question, .goals, .scene, .sliders, .hint, .solution, .check,
      .experiment, .run, .another, .undo, .redo, .reset, .compare, .sandbox, .map, .review,
      .begin, .about, .notes, .more, .quit:
      rawValue
    }
  }

  /// What it does, in one sentence.
  package var summary: String {
    switch self {
    case .next: "Reads on, then goes to the next step."
    case .back: "Goes to the step before."
    case .go: "Goes to a step by its number."
    case .read: "Reads the whole step again."
    case .question: "Reads the open question again."
    case .goals: "Reads the goals, and whether each part holds."
    case .scene: "Says what the step shows and what you can set."
    case .row: "Reads a row, such as row cat, or row W_q noun."
    case .column: "Reads a column, such as column W_q seek."
    case .table: "Reads a table; its name alone does the same. A number means a panel of the step."
    case .why:
      "Says where a number comes from, such as why weight it cat; then why 1 follows a part."
    case .sliders: "Lists what you can set."
    case .set: "Sets a number, such as set noun 0.5, or set X it noun 0.5."
    case .up: "Moves a slider up by its step; up noun 3 moves it three steps."
    case .down: "Moves a slider down by its step."
    case .slopes: "Says how much each slider moves a number."
    case .hint: "Gives the next hint."
    case .solution: "Shows the solution, when it is said twice."
    case .check: "Says whether the goals hold."
    case .write: "Answers with a formula, such as write Q @ K.T."
    case .experiment: "Opens the experiment that tests a wrong answer."
    case .run: "Runs the training, or the measurement, of the step."
    case .step: "Trains one step, or goes to that step of the run."
    case .rate: "Sets the learning rate of the run."
    case .another: "Draws other random numbers for the run."
    case .undo: "Takes the last change back."
    case .redo: "Makes it again."
    case .reset: "Goes back to the start of the step; said twice, it opens its questions again."
    case .compare:
      "Keeps this state as A; what changes is then told against it. Again: lays A aside."
    case .sandbox: "Lets you try anything without it counting, and ends that."
    case .find: "Searches the whole course."
    case .open: "Opens something that was found."
    case .glossary: "Says what a word means."
    case .lesson: "Opens a lesson by its number or name."
    case .map: "Lists all lessons."
    case .review: "Asks old questions again."
    case .take: "Takes a word of the sentence in hand; up and down then change it."
    case .begin: "Begins the course."
    case .about: "Says what the lesson is about."
    case .notes: "Reads the instructor's notes."
    case .save: "Saves the scene as a file."
    case .more: "Says the rest of what was said last."
    case .help: "Lists all commands, or explains one."
    case .quit: "Ends; your place is kept."
    }
  }

  /// The keys of the full screen that mean the same, since lessons name some of them.
  var keys: [String] {
    switch self {
    case .next: ["n", "space", "continue"]
    case .back: ["p", "previous"]
    case .read: ["again"]
    case .hint: ["i"]
    case .solution: ["s"]
    case .check: ["c"]
    case .write: ["e"]
    case .experiment: ["E"]
    case .run: ["r"]
    case .another: ["R"]
    case .undo: ["u"]
    case .redo: ["U"]
    case .reset: ["x"]
    case .compare: ["b"]
    case .sandbox: ["o"]
    case .slopes: ["d"]
    case .find: ["/", "search"]
    case .glossary: ["g"]
    case .map: ["m"]
    case .about: ["A"]
    case .notes: ["I"]
    case .save: ["w"]
    case .help: ["?"]
    case .quit: ["q", "exit"]
    case .goals: ["goal"]
    case .row: []
    case .go, .question, .scene, .column, .table, .why, .sliders, .set, .up, .down, .step, .rate,
      .open, .lesson, .review, .take, .begin, .more:
      []
    }
  }

  /// The command that a word means, whatever its case.
  init?(word: String) {
    guard let command = Self(rawValue: word.lowercased()) ?? Self(key: word) else { return nil }
    self = command
  }

  /// The command that another word or a key means, as it is written.
  init?(key: String) {
    guard let command = Self.allCases.first(where: { $0.keys.contains(key) }) else { return nil }
    self = command
  }

  /// What is said to help: all commands, one a line.
  static var overview: [String] {
    let intro = [
      "Where a lesson says drag, say set, up or down; where it says press Enter on a number, say why.",
      "Keys that a lesson names, such as r, work as commands.",
    ]
    return intro + allCases.map(\.line)
  }

  /// How it is typed and what it does, such as `row LABEL: Reads a row`.
  var line: String { "\(usage): \(summary)" }
}
