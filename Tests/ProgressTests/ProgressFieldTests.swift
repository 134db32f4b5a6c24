import FuzzSupport
import Testing

@testable import Progress

/// A file in which everything has a value, with words of a later edition at every level.
private let whole = """
  {"version": 1, "later": [1.50, null], "students": ["ada"],
    "forgotten": {"lookup": "2026-01-01T00:00:00Z"},
    "lessons": {"scores": {"started": "2026-01-02T00:00:00Z", "touched": "2026-01-05T00:00:00Z",
      "place": "two", "seconds": 600, "later": {"x": 1e999},
      "finished": {"one": "2026-01-03T00:00:00Z", "two": "2026-01-04T00:00:00Z"},
      "blocks": {"one/bet": {"kind": "predict", "right": false, "guess": "it", "attempts": 2,
        "date": "2026-01-03T00:00:00Z", "rightDate": "2026-01-02T00:00:00Z", "later": "\\ud800"},
        "two/sum": {"kind": "number", "right": true, "date": "2026-01-04T00:00:00Z", "attempts": 1}}},
      "values": {"started": "2026-01-02T00:00:00Z", "touched": "2026-01-02T00:00:00Z", "seconds": 5,
        "finished": {"one": "2026-01-02T00:00:00Z"}, "blocks": {}}}}
  """

/// Every place in the file at which a value stands.
private let fields: [[String]] =
  [
    ["later"], ["students"], ["forgotten"], ["forgotten", "lookup"], ["lessons", "scores"],
    ["lessons", "scores", "started"], ["lessons", "scores", "touched"],
    ["lessons", "scores", "place"],
    ["lessons", "scores", "seconds"], ["lessons", "scores", "later"],
    ["lessons", "scores", "finished"],
    ["lessons", "scores", "finished", "one"], ["lessons", "scores", "blocks"],
    ["lessons", "scores", "blocks", "one/bet"],
  ]
  + ["kind", "right", "guess", "attempts", "date", "rightDate", "later"].map {
    ["lessons", "scores", "blocks", "one/bet", $0]
  }

/// Values of every type, right nowhere or out of every range.
private let wrongValues = [
  "null", "true", "0", "-1", "1.5", "9223372036854775807", "-9223372036854775808", "1e300",
  "-1e999",
  "12345678901234567890123456789", "\"\"", "\"NaN\"", "\"9999999-01-01T00:00:00Z\"", "\"write\"",
  "\"2026-02-30T00:00:00Z\"", "\"0000-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59Z\"", "\"\\ud800\"",
  "\"\\u0000\\u001b[2J\"", "[]", "[1, \"a\"]", "{}", "{\"a\": {\"b\": 1}}",
  String(repeating: "[", count: 2_000) + String(repeating: "]", count: 2_000),
]

extension JSONValue {
  /// The value at a place; nil where there is none.
  fileprivate func value(at path: ArraySlice<String>) -> JSONValue? {
    guard let key = path.first else { return self }
    return object?[key]?.value(at: path.dropFirst())
  }

  fileprivate func replacing(_ path: ArraySlice<String>, by value: JSONValue?) -> JSONValue {
    guard let key = path.first, var members = object else { return value ?? self }
    members[key] =
      path.count == 1 ? value : members[key]?.replacing(path.dropFirst(), by: value)
    return .object(members)
  }

  /// The text without white space, which says nothing.
  fileprivate var compact: String { text.filter { !$0.isWhitespace } }

  /// A value that may be clamped, or completed by what this edition always writes.
  fileprivate var isNumber: Bool { if case .number = self { true } else { false } }
}

@Suite struct ProgressFieldTests {
  private let json: JSONValue

  init() throws {
    json = try #require(JSONValue(parsing: Array(whole.utf8)))
  }

  @Test func aFileOfWhichEverythingIsKnownOrNotComesBackAsItWas() throws {
    let progress = try Progress(parsing: Array(whole.utf8))
    #expect(JSONValue(parsing: Array(progress.text.utf8)) == json)
    #expect(progress.tally.stepsFinished == 3)
    #expect(progress.tally.predictionsRight == 1)
  }

  @Test(arguments: fields)
  func whateverStandsInAFieldTheRestIsUsedAndNothingIsLost(path: [String]) throws {
    for spelling in wrongValues {
      let value = try #require(JSONValue(parsing: Array(spelling.utf8)))
      let changed = json.replacing(path[...], by: value)
      var progress = try Progress(parsing: Array(changed.text.utf8))
      #expect(progress.isFinished(step: "one", of: "values"), "\(path) \(spelling)")
      // What can be asked of progress answers, whatever stands there.
      _ = (progress.tally.minutesSpent, progress.review, progress.merged(with: progress))
      let saved = try #require(JSONValue(parsing: Array(progress.text.utf8)))
      #expect(saved.value(at: ["lessons", "values"]) == json.value(at: ["lessons", "values"]))
      let kept = saved.value(at: path[...])
      let isAnyhow = value.isNumber || value.object != nil || Timestamp(value.string ?? "") != nil
      #expect(isAnyhow || kept?.compact == value.compact, "\(path) \(spelling)")
      // And this edition goes on with it.
      progress.finish(step: "three", of: "scores", at: .second(0))
      progress.spend(seconds: .max, on: "scores", at: .second(1))
      progress.record(
        .predict, of: BlockAddress(lesson: "scores", step: "one", block: "bet"), isRight: true,
        at: .second(2))
      let again = try Progress(parsing: Array(progress.text.utf8))
      #expect(again.text == progress.text, "\(path) \(spelling)")
      #expect(again.isFinished(step: "three", of: "scores"))
    }
  }

  @Test(arguments: fields)
  func aFieldThatIsMissingTakesNothingElseWithIt(path: [String]) throws {
    let changed = json.replacing(path[...], by: nil)
    let progress = try Progress(parsing: Array(changed.text.utf8))
    #expect(progress.isFinished(step: "one", of: "values"))
    if path.count > 2, path.last != "finished" {
      #expect(progress.isFinished(step: "two", of: "scores"))
    }
  }

  @Test(arguments: ["null", "0", "-1", "\"1\"", "[]", "1.0", "true"])
  func aVersionThatIsNoneIsTheFirst(version: String) throws {
    let text = whole.replacing("\"version\": 1", with: "\"version\": \(version)")
    #expect(try Progress(parsing: Array(text.utf8)).isFinished(step: "one", of: "scores"))
  }

  @Test func numbersOutOfRangeAreClamped() throws {
    let huge = whole.replacing("600", with: "9223372036854775807")
      .replacing("\"attempts\": 2", with: "\"attempts\": 9223372036854775807")
      .replacing("\"seconds\": 5", with: "\"seconds\": 9223372036854775807")
    let progress = try Progress(parsing: Array(huge.utf8))
    #expect(progress.lessons["scores"]?.seconds == LessonProgress.mostSeconds)
    #expect(progress.tally.secondsSpent == 2 * LessonProgress.mostSeconds)
    let bet = BlockAddress(lesson: "scores", step: "one", block: "bet")
    #expect(progress.outcome(of: bet)?.attempts == Outcome.mostAttempts)
    let negative = whole.replacing("600", with: "-5")
    #expect(try Progress(parsing: Array(negative.utf8)).lessons["scores"]?.seconds == 0)
  }

  @Test func anOutcomeOfALaterKindIsKeptBesideAnAnswerOfThisEdition() throws {
    let later = whole.replacing("\"predict\"", with: "\"essay\"")
    var progress = try Progress(parsing: Array(later.utf8))
    let bet = BlockAddress(lesson: "scores", step: "one", block: "bet")
    #expect(progress.outcome(of: bet) == nil)
    #expect(progress.outcome(of: BlockAddress(lesson: "scores", step: "two", block: "sum")) != nil)
    progress.record(.predict, of: bet, isRight: true, guess: "it", at: .second(0))
    let text = progress.text
    #expect(text.contains("\"essay\""))
    let again = try Progress(parsing: Array(text.utf8))
    #expect(again.outcome(of: bet)?.isRight == true)
    #expect(again.text == text)
  }

  /// Cut off anywhere, a file is what it was up to there, or nothing.
  @Test func aTruncatedFileIsUsedAsFarAsItGoes() throws {
    let bytes = Array(try Progress(parsing: Array(whole.utf8)).text.utf8)
    var finished = 0
    for count in 0..<(bytes.count - 1) {
      do throws(ProgressFileError) {
        _ = try Progress(parsing: Array(bytes[..<count]))
        // Only white space may be missing.
        #expect(count >= bytes.count - 1)
      } catch {
        switch error {
        case .damaged(let part):
          #expect(part.tally.stepsFinished >= finished, "\(count)")
          finished = part.tally.stepsFinished
        case .notProgress: #expect(finished == 0)
        case .newer: Issue.record("\(count)")
        }
      }
    }
    #expect(finished == 3)
  }
}
