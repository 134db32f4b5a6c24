import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground
@testable import qkv

@Suite struct NarrationTests {
  private func student(on step: String) throws -> Student {
    try Student(reading: Lesson.load(text: spokenLesson, file: "spoken.md"), on: step)
  }

  /// What the last keys gave the voice to do.
  private func voice(_ student: inout Student, _ keys: String) throws -> [Effect] {
    let before = student.effects.count
    try student.press(keys)
    return student.effects.dropFirst(before).filter(\.isHeard)
  }

  /// The sentences that the last keys brought, where they brought the voice to speak.
  private func sentences(_ student: inout Student, _ keys: String) throws -> [String] {
    let effects = try voice(&student, keys)
    guard case .speak(let speech)? = effects.last else { return [] }
    let playback = try #require(student.model.playback)
    #expect(speech.text == playback.caption?.text && speech.language == "en-GB")
    return playback.captions.dropFirst(playback.place).map(\.text)
  }

  @Test func nothingIsSaidUntilItIsSwitchedOn() throws {
    var student = try student(on: "plain")
    #expect(try voice(&student, "n p down z z ?") == [])
  }

  @Test func theStepInFrontIsReadAloud() throws {
    var student = try student(on: "plain")
    let expected = [
      "Plain words.", "The root of 64 is 8, and W q is a matrix.", "First.", "Second.",
      "q times k over the root of d k.",
    ]
    #expect(try sentences(&student, "a") == expected)
    #expect(student.notice == "voice on")
  }

  @Test func theScriptStandsInForTheProse() throws {
    var student = try student(on: "scripted")
    let expected = [
      "A script.", "Which is larger?", "Choose.", "1: soup.", "2: cake.",
    ]
    #expect(try sentences(&student, "a") == expected)
  }

  @Test func anAnswerIsFollowedByItsReasonAlone() throws {
    var student = try student(on: "scripted")
    _ = try voice(&student, "a")
    #expect(try sentences(&student, "1") == ["It gets 0.75."])
  }

  @Test func whatAPauseHidesIsSaidOnceItIsPassed() throws {
    var student = try student(on: "paused")
    #expect(try sentences(&student, "a") == ["Wait for it.", "Before."])
    #expect(try sentences(&student, "space") == ["After."])
  }

  @Test func nothingIsSaidTwiceWhileTheStepStays() throws {
    var student = try student(on: "plain")
    _ = try voice(&student, "a")
    #expect(try voice(&student, "down z z ? esc t") == [])
  }

  @Test func everyStepIsReadWhenItIsTurnedTo() throws {
    var student = try student(on: "plain")
    let first = try voice(&student, "a")
    #expect(try voice(&student, "n").count == 1)
    #expect(try voice(&student, "p") == first)
  }

  @Test func theVoiceEndsWhenItIsSwitchedOffAndWhenTheLessonIsLeft() throws {
    var student = try student(on: "plain")
    _ = try voice(&student, "a")
    #expect(try voice(&student, "a") == [.hush])
    #expect(student.notice == "voice off")
    _ = try voice(&student, "a")
    #expect(try voice(&student, "q") == [.hush])
  }

  @Test func whereNarrationIsRememberedItWaitsForAKey() throws {
    #expect(try spoken(typing: []) == [])
    #expect(try spoken(typing: [.key(.down)]) == ["Wait for it."])
    #expect(try spoken(typing: [.resize(.usual)]) == [])
  }

  @Test func aRememberedVoiceCanBeSwitchedOffBeforeItBegins() throws {
    var student = try student(on: "plain")
    student.model.settings.narration = true
    #expect(try voice(&student, "a down") == [])
  }

  /// What is said in a run of the loop where narration is remembered from the last one.
  private func spoken(typing events: [Event]) throws -> [String] {
    var student = try student(on: "paused")
    student.model.settings.narration = true
    var screen = RecordingScreen(size: .comfortable, events: events)
    var texts: [String] = []
    let now = student.model.now
    runLoop(
      &student.model, on: &screen, appearance: { _ in Appearance() }, clock: { now },
      perform: { effect in
        if case .speak(let speech) = effect { texts.append(speech.text) }
        return nil
      })
    return texts
  }

  @Test(arguments: [
    ("−3 · 2 ≈ √36", "minus 3 times 2 about the root of 36"), ("θ → ∞", "theta to infinity"),
    ("a well-known half/half", "a well-known half/half"),
  ])
  func signsInProseAreWords(text: String, words: String) {
    let said = SpokenSign.said(text, asCode: false).split(separator: " ")
    #expect(said.joined(separator: " ") == words)
  }

  @Test func signsInCodeAreWordsToo() {
    let said = SpokenSign.said("weight[\"it\"] = Q @ K_2", asCode: true).split(separator: " ")
    #expect(said.joined(separator: " ") == "weight it equals Q times K 2")
  }
}

extension Effect {
  /// Whether the voice does it.
  var isHeard: Bool {
    switch self {
    case .speak, .hush: true
    case .load, .readCourse, .save, .saveState, .record, .saveSettings, .savePlace,
      .saveFirstPage, .write, .copy, .mouse, .redraw, .suspend, .quit, .measure, .askVoice:
      false
    }
  }
}

private let spokenLesson = """
  ---
  qkv: 1
  id: spoken
  title: Spoken
  summary: A lesson to hear.
  minutes: 1
  needs: []
  objectives: [listen]
  lang: en-GB
  ---

  ```qkv scene
  axis dish = soup cake
  score[dish] = [1.0986, 0]
  weight = softmax(score)
  ```

  ## Plain words {#plain}

  The root of *64* is **8**, and `W_q` is a matrix.

  - First
  - Second

  $$\\frac{q \\cdot k}{\\sqrt{d_k}}$$

  ## A script {#scripted}

  These words are for eyes: `=weight["soup"]`.

  ```qkv predict larger
  ask: |
    Which is larger?
  options: [soup, cake]
  right: 1
  explain: |
    It gets `=weight["soup"]`.
  ```

  ```qkv say
  Which is larger? Choose.
  ```

  ## Wait for it {#paused}

  Before.

  ```qkv pause
  ```

  After.
  """
