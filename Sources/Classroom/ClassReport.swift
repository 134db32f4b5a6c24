import Progress
import Text

/// What a class has done, from the files that its students handed in.
package struct ClassReport: Equatable, Sendable {
  /// By name.
  package private(set) var students: [StudentMarks] = []
  /// Those that went wrong most often first.
  package private(set) var questions: [QuestionMarks] = []
  /// How many students showed each misconception, the most common first.
  package private(set) var misconceptions: [MisconceptionMarks] = []
  /// Files that do not count and why, and what looks odd about those that do.
  package private(set) var notes: [String] = []

  /// A file of the folder, as far as it could be read.
  package struct Entry: Sendable {
    let file: String
    let content: Result<HandIn, HandInError>

    package init(file: String, bytes: [UInt8]) {
      self.file = file
      content = Result { () throws(HandInError) in try HandIn(parsing: bytes) }
    }
  }

  /// Reads what was handed in for a course, each lesson of which has steps of these ids.
  package init(_ entries: [Entry], steps: [String: [String]]) {
    let sorted = entries.sorted { $0.file < $1.file }
    var read: [Read] = []
    for entry in sorted {
      switch entry.content {
      case .success(let handIn): read.append(Read(file: entry.file, handIn: handIn))
      case .failure(let error): notes.append(error.sentence(about: entry.file))
      }
    }
    let counted = newest(of: read)
    noteSharedWork(of: counted)
    students = counted.map { StudentMarks($0.handIn, file: $0.file, steps: steps) }
      .sorted { ($0.name.lowercased(), $0.file) < ($1.name.lowercased(), $1.file) }
    questions = QuestionMarks.all(in: counted.map(\.handIn.progress))
    misconceptions = MisconceptionMarks.all(in: students)
  }

  /// Of what one student handed in several times the newest counts.
  private mutating func newest(of read: [Read]) -> [Read] {
    var counted: [Read] = []
    for (_, alike) in Dictionary(grouping: read, by: \.name).sorted(by: { $0.key < $1.key }) {
      var kept: [Read] = []
      for next in alike {
        guard let place = kept.firstIndex(where: next.isSameStudent) else {
          kept.append(next)
          continue
        }
        let isNewer = next.handIn.date > kept[place].handIn.date
        let (old, new) = isNewer ? (kept[place], next) : (next, kept[place])
        kept[place] = new
        notes.append(
          "\(old.file) is not counted: \(new.file) is what \(new.handIn.name) handed in last.")
      }
      if kept.count > 1 {
        notes.append(
          "\(kept.map(\.file).inWords) are of several students called \(kept[0].handIn.name). "
            + "All are counted.")
      }
      counted += kept
    }
    return counted
  }

  /// The same work under two names.
  private mutating func noteSharedWork(of counted: [Read]) {
    var owners: [String: [Read]] = [:]
    for read in counted {
      for student in read.handIn.progress.students { owners[student, default: []].append(read) }
    }
    for shared in owners.values.filter({ $0.count > 1 }).sorted(by: { $0[0].file < $1[0].file }) {
      notes.append(
        "\(shared.map(\.file).inWords) hold one student's work under several names: "
          + "\(shared.map(\.handIn.name).inWords). All are counted.")
    }
  }

  package mutating func add(note: String) { notes.append(note) }
}

/// A hand-in and the file in which it came.
private struct Read {
  let file: String
  let handIn: HandIn

  /// However it is spelled.
  var name: String { handIn.name.lowercased() }

  /// Of two under one name: work that goes on in the other, or is the same.
  func isSameStudent(as other: Read) -> Bool {
    let (mine, others) = (handIn.progress, other.handIn.progress)
    return !mine.students.isDisjoint(with: others.students) || mine == others
  }
}

extension [String] {
  /// `a`, `a and b`, `a, b and c`.
  fileprivate var inWords: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

/// What a class answered to one question.
package struct QuestionMarks: Equatable, Sendable {
  package let address: BlockAddress
  package private(set) var answered = 0
  /// How many did not answer right at once.
  package private(set) var missed = 0
  /// The last wrong answers, each with how many gave it; the most common first.
  package private(set) var wrongAnswers: [WrongAnswer] = []

  package struct WrongAnswer: Equatable, Sendable {
    /// As the progress keeps it.
    package let text: String
    package let count: Int
  }

  private init(_ address: BlockAddress, _ outcomes: [Outcome]) {
    self.address = address
    answered = outcomes.count
    missed = outcomes.count { !$0.wasRightAtOnce }
    let wrong = outcomes.filter { !$0.isRight }.compactMap(\.guess)
    wrongAnswers = Dictionary(grouping: wrong) { $0 }
      .map { WrongAnswer(text: $0.key, count: $0.value.count) }
      .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
  }

  static func all(in class: [Progress]) -> [QuestionMarks] {
    var outcomes: [BlockAddress: [Outcome]] = [:]
    for progress in `class` {
      for (address, outcome) in progress.questions {
        outcomes[address, default: []].append(outcome)
      }
    }
    return outcomes.map(QuestionMarks.init).sorted {
      ($1.missed, $1.share, $0.address) < ($0.missed, $0.share, $1.address)
    }
  }

  /// The part of those who answered that did not answer right at once.
  private var share: Double { Double(missed) / Double(max(answered, 1)) }
}

extension Progress {
  /// What came of each question; goals are none.
  fileprivate var questions: [(BlockAddress, Outcome)] {
    lessons.flatMap { lesson, entry in
      entry.outcomes.compactMap { key, outcome in
        outcome.kind == .goal ? nil : (BlockAddress(lesson: lesson, key: key), outcome)
      }
    }
  }
}

/// How common a misconception is in a class.
package struct MisconceptionMarks: Equatable, Sendable {
  package let id: String
  /// How many showed it, and how many of them have answered right since.
  package let students: Int
  package let mended: Int

  static func all(in students: [StudentMarks]) -> [MisconceptionMarks] {
    let met = students.flatMap { $0.misconceptions.map { ($0.key, $0.value) } }
    return Dictionary(grouping: met) { $0.0 }.map { id, seen in
      MisconceptionMarks(id: id, students: seen.count, mended: seen.count { $0.1.isMended })
    }.sorted { ($1.students, $0.id) < ($0.students, $1.id) }
  }
}
