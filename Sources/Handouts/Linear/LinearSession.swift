import Lessons
import Playground
import Scenes
import Text

/// A lesson by lines of text: takes what is typed, and says what came of it in sentences that are only added.
///
/// It asks for messages to be carried out, so that effects stay with whoever runs it.
package struct LinearSession {
  package private(set) var model: Model
  /// Whether the student has left.
  package private(set) var isOver = false
  /// What of the step in front was read already.
  private var told: Set<Utterance> = []
  /// What the last lines left out.
  private var rest: [String] = []
  private var results: [Match] = []
  private var operands: [Entry] = []
  private var tableName: String?

  /// Carries a message out and all that follows from it; false once it is time to leave.
  package typealias Send = (Message, inout Model) -> Bool

  /// Begins where the model stands; runs are told by their end, and what is read needs no voice.
  package init(_ model: Model) {
    self.model = model
    self.model.settings.motion = false
    self.model.settings.narration = false
  }

  /// What is said first.
  package mutating func opening() -> [String] {
    let heading = model.session.map { PlaceWords.heading($0, of: model.mapEntries.count) } ?? []
    let notice = model.notice.map { [$0.sentence] } ?? []
    let problem = model.problem.map { [$0.sentence] } ?? []
    note()
    let lines = heading + [Self.invitation] + problem + notice + [""] + PlaceWords(model).lines
    return lines.map(\.saidAloud)
  }

  private static let invitation =
    "You can type a command at any time. Say help for all of them, or quit to stop; your place is kept."

  private mutating func note() {
    told = Set(model.session?.stepState.reading ?? [])
  }

  // MARK: A line

  /// What comes of a typed line.
  package mutating func take(_ line: String, _ send: Send) -> [String] {
    answer(line, send).map(\.saidAloud)
  }

  private mutating func answer(_ line: String, _ send: Send) -> [String] {
    let line = line.prefix(Self.longestLine).filter { character in
      character.isWhitespace || character.isSafe && !character.isPrivate
    }
    let request = LinearReader(model: model, tableName: tableName).request(line)
    if request != .more { rest = [] }
    switch request {
    case .send(let messages): return carryOut(messages, send)
    case .say(let lines): return lines
    case .long(let lines): return cut(lines, after: 9)
    case .table(let table, let lines): return say(lines, of: table)
    case .why(let why): return say(why)
    case .follow(let place): return follow(place)
    case .found(let matches): return say(matches)
    case .entry(let entry, let places): return say(entry, places)
    case .open(let place): return open(place, send)
    case .more: return more()
    case .quit: return quit(send)
    }
  }

  /// Longer lines are cut: nobody types them.
  private static let longestLine = 4_000

  /// The end of all lines: as if the student had left.
  package mutating func quit(_ send: Send) -> [String] {
    let session = model.session
    isOver = true
    _ = send(.leave(.quit), &model)
    guard let session, session.isKept else { return ["Until next time."] }
    let place = "step \(session.stepIndex + 1) of \(session.lesson.steps.count)"
    let isSaved = model.problem?.losesProgress != true
    return [
      (isSaved ? "Saved at \(place)." : "You were at \(place); it could not be saved.")
        + " To go on: qkv learn \(session.lesson.id) --linear"
    ]
  }

  /// The first lines of many; `more` says the rest.
  private mutating func cut(_ lines: [String], after count: Int) -> [String] {
    guard lines.count > count + 1 else { return lines }
    rest = Array(lines[count...])
    return lines[..<count] + ["\(lines.count - count) more: say more."]
  }

  private mutating func more() -> [String] {
    guard !rest.isEmpty else { return ["There is no more."] }
    let lines = rest
    rest = []
    return cut(lines, after: Self.linesOfMore)
  }

  private static let linesOfMore = 20

  // MARK: Looking

  private mutating func say(_ lines: [String], of table: NamedTable) -> [String] {
    tableName = table.name
    return cut(lines, after: 4)
  }

  private mutating func say(_ why: WhyState) -> [String] {
    guard let scene = model.sceneInFront else { return [LinearReader.noStep] }
    if let stepState = model.session?.stepState, !model.mayLook(at: why, on: stepState) {
      return [LinearReader(model: model, tableName: tableName).hidden("Where it comes from")]
    }
    let words = WhyWords(why, in: scene)
    operands = words.explanation.operands.map(\.entry)
    return words.lines(listing: Self.operandsSaid)
  }

  private static let operandsSaid = 5

  private mutating func follow(_ place: Int) -> [String] {
    guard operands.indices.contains(place), model.sceneInFront != nil else {
      return ["Say why, a name and its labels first, such as why weight it cat."]
    }
    return say(WhyState(operands[place]))
  }

  private mutating func say(_ matches: [Match]) -> [String] {
    results = matches
    let lines = matches.enumerated().map { place, match in
      "  \(place + 1). \(SpokenSign.said("\(match.title), \(match.detail)", asCode: false).singleSpaced)."
    }
    return ["Found \(counted(matches.count, "place")). Say open and a number:"]
      + cut(lines, after: 7)
  }

  private mutating func say(_ entry: Glossary.Entry, _ places: [Match]) -> [String] {
    results = places
    let meaning = model.session.map {
      SpokenWords($0.stepState, manner: .typed).lines(entry.meaning)
    }
    let lines = meaning ?? entry.meaning.plainText.split(separator: "\n").map(String.init)
    let steps = places.enumerated().map { "  \($0 + 1). \($1.title), in \($1.detail)." }
    return ["\(entry.name):"] + lines
      + (steps.isEmpty ? [] : ["These steps show it. Say open and a number:"] + steps)
  }

  private mutating func open(_ place: Int, _ send: Send) -> [String] {
    guard results.indices.contains(place) else {
      return ["Say find and a word first, then open and a number."]
    }
    return carryOut(results[place].messages, send)
  }

  // MARK: Doing

  private mutating func carryOut(_ messages: [Message], _ send: Send) -> [String] {
    // What was said before is no answer to this.
    model.notice = nil
    let before = model
    for message in messages where !isOver {
      if message.needsOpenLine, model.prompt == nil, !model.canBeginLine { break }
      isOver = !send(message, &model)
    }
    if before.session?.stepState.step != model.session?.stepState.step { operands = [] }
    let notice = model.notice
    let pages = closeWhatFloats(send)
    let lines = TranscriptChange(from: before, to: model, notice: notice, told: told)
    told = lines.told
    return cutChanges(pages + lines.lines).orElse("Nothing has changed.")
  }

  /// A change is told by its point and its largest parts; what follows is a part of the text.
  private mutating func cutChanges(_ lines: [TranscriptChange.Line]) -> [String] {
    var said: [String] = []
    for line in lines {
      switch line {
      case .text(let text): said.append(text)
      case .list(let all): said += cut(all, after: ChangeWords.mostChanges)
      }
    }
    return said
  }

  /// Says what floats above the page, and closes it: there is no page here.
  private mutating func closeWhatFloats(_ send: Send) -> [TranscriptChange.Line] {
    var lines: [TranscriptChange.Line] = []
    for _ in 0..<Self.mostOverlays where !isOver && (model.prompt != nil || !model.overlays.isEmpty)
    {
      switch model.overlays.last {
      case .page(let page)?: lines += page.lines.map { .text($0) }
      case .why(let why)?: lines += say(why).map { .text($0) }
      case .list?, .entry?, nil: break
      }
      isOver = !send(.leave(.close), &model)
    }
    return lines
  }

  private static let mostOverlays = 8
}

extension String {
  /// The line with its signs in words, and the indent that it had.
  fileprivate var saidAloud: String {
    guard !utf8.allSatisfy({ $0 < 0x80 }) else { return self }
    let said = SpokenSign.said(self, asCode: false).singleSpaced
    return prefix { $0 == " " } + said.replacing(" ,", with: ",").replacing(" .", with: ".")
  }
}

extension Character {
  /// Whether only a program knows what it means.
  fileprivate var isPrivate: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .privateUse }
  }
}

extension PageState {
  /// Its title and its lines.
  fileprivate var lines: [String] {
    switch content {
    case .keys: []
    case .numbers(let text): text.lines
    case .lines(let lines):
      [SpokenSign.said(title, asCode: false).singleSpaced + ":"]
        + lines.map { SpokenSign.said($0, asCode: false).singleSpaced }.filter { !$0.isEmpty }
    }
  }
}

extension Message {
  /// Whether it is typed into a line that has to be open.
  fileprivate var needsOpenLine: Bool {
    if case .edit = self { true } else { false }
  }
}

extension Model {
  /// Whether a typed character opens a line, or a page goes on by itself.
  fileprivate var canBeginLine: Bool {
    session == nil || session?.stepState.openQuestion?.form == .number
      || session?.stepState.openQuestion?.form == .order
  }
}
