import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground
@testable import Progress
@testable import qkv

/// A speech program of paper, which takes its time or fails as it is told.
private struct Voice {
  /// What it does with a text: ticks until it has said it; nil never ends.
  let ticks: (String) -> Int?
  /// What it reports in place of speaking.
  let fault: Message.VoiceReport?
  private(set) var said: [Speech] = []
  private(set) var hushes = 0
  private var left: Int??

  init(
    ticks: @escaping (String) -> Int? = { $0.count / 4 + 1 }, fault: Message.VoiceReport? = nil
  ) {
    self.ticks = ticks
    self.fault = fault
  }

  /// Whether a program runs.
  var isSpeaking: Bool { left != nil }

  mutating func perform(_ effect: Effect) -> Message? {
    switch effect {
    case .speak(let speech):
      if let fault, fault == .missing { return .reported(.voice(fault)) }
      said.append(speech)
      left = .some(fault == nil ? ticks(speech.text) : 0)
    case .hush:
      hushes += 1
      left = nil
    case .askVoice:
      guard case .some(.some(let count)) = left else { return nil }
      guard count <= 0 else {
        left = .some(count - 1)
        return nil
      }
      left = nil
      return .reported(.voice(fault ?? .ended))
    default: break
    }
    return nil
  }
}

@Suite struct PlaybackTests {
  /// A student who listens, with a voice.
  private struct Listener {
    var student: Student
    var voice = Voice()

    init(on step: String = "one", voice: Voice = Voice(), size: Size = .comfortable) throws {
      student = try Student(
        reading: Lesson.load(text: heardLesson, file: "heard.md"), on: step, size: size)
      self.voice = voice
      try press("a")
    }

    mutating func press(_ keys: String) throws {
      for key in try Key.keys(parsing: keys).get() { send(.key(key)) }
    }

    mutating func send(_ event: Event) {
      for message in student.window.messages(for: event) { update(message) }
    }

    private mutating func update(_ message: Message) {
      for effect in student.model.update(message, at: student.model.now) {
        if let answer = voice.perform(effect) { update(answer) }
      }
    }

    mutating func tick(_ count: Int = 1) {
      for _ in 0..<count { send(.tick) }
    }

    /// Lets time pass until another sentence is in front; the milliseconds that it took.
    mutating func next() -> Int {
      let place = student.model.playback?.place
      for tick in 1...2_000 {
        self.tick()
        if student.model.playback?.place != place { return tick * 200 }
      }
      return .max
    }

    var playback: Playback { get throws { try #require(student.model.playback) } }
    var caption: String? { get throws { try playback.isOver ? nil : playback.caption?.text } }
  }

  /// Milliseconds in whole ticks.
  private func inTicks(_ milliseconds: Int) -> Int {
    (milliseconds + 199) / 200 * 200
  }

  private static let sentences = [
    "One.", "The cat gets the largest share of all.", "Then it drinks.",
  ]

  // MARK: In step with the voice

  @Test func eachSentenceIsSaidOnceTheOneBeforeHasEnded() throws {
    var listener = try Listener()
    for sentence in Self.sentences {
      #expect(try listener.caption == sentence)
      #expect(listener.voice.said.last?.text == sentence)
      _ = listener.next()
    }
    #expect(try listener.playback.isOver)
    #expect(listener.voice.said.map(\.text) == Self.sentences)
    #expect(!listener.voice.isSpeaking)
  }

  @Test func aSlowVoiceIsWaitedFor() throws {
    var listener = try Listener(voice: Voice(ticks: { _ in 30 }))
    #expect(listener.next() == 31 * 200)
    #expect(listener.student.model.tickInterval == .milliseconds(200))
  }

  @Test func whenAllIsSaidNothingTicksAndAKeySaysItAgain() throws {
    var listener = try Listener()
    for _ in Self.sentences { _ = listener.next() }
    #expect(listener.student.model.tickInterval == nil)
    #expect(listener.student.page.contains("P says it again"))
    try listener.press("P")
    #expect(try listener.caption == Self.sentences[0])
    #expect(listener.voice.said.count == Self.sentences.count + 1)
  }

  // MARK: Without a voice

  @Test func withoutAProgramCaptionsGoByTime() throws {
    var listener = try Listener(voice: Voice(fault: .missing))
    #expect(listener.student.notice.contains("install espeak-ng"))
    let captions = try listener.playback.captions
    for caption in captions {
      #expect(try listener.caption == caption.text)
      #expect(listener.next() == inTicks(caption.duration))
    }
    #expect(try listener.playback.isOver)
    #expect(listener.voice.said.isEmpty)
  }

  @Test func aProgramThatFailsIsGivenUpAndCaptionsGoOn() throws {
    var listener = try Listener(voice: Voice(fault: .failed))
    let captions = try listener.playback.captions
    listener.tick(2)
    #expect(listener.student.notice.contains("fails"))
    for caption in captions.dropFirst() {
      _ = listener.next()
      #expect(try listener.caption == caption.text)
    }
    #expect(listener.voice.said.count == 1)
  }

  @Test func aProgramThatSaysNothingAndEndsDoesNotHurryTheCaptions() throws {
    var listener = try Listener(voice: Voice(ticks: { _ in 0 }))
    let captions = try listener.playback.captions
    #expect(listener.next() >= captions[0].duration)
    #expect(listener.voice.said.map(\.text) == [captions[0].text, captions[1].text])
  }

  @Test func aProgramThatHangsIsEndedAndCaptionsGoOn() throws {
    var listener = try Listener(voice: Voice(ticks: { _ in nil }))
    let time = listener.next()
    #expect(time > 10_000 && time < 30_000)
    #expect(!listener.voice.isSpeaking && listener.voice.hushes == 1)
    #expect(listener.student.notice.contains("does not end"))
    let caption = try #require(try listener.playback.caption)
    #expect(listener.next() == inTicks(caption.duration))
    #expect(listener.voice.said.count == 1)
  }

  // MARK: Pause, speed, turning

  @Test func aPauseStopsTheVoiceAndTheTime() throws {
    var listener = try Listener()
    _ = listener.next()
    listener.tick(2)
    try listener.press("P")
    #expect(!listener.voice.isSpeaking)
    let paused = try listener.playback
    #expect(listener.student.model.tickInterval == nil)
    listener.tick(50)
    #expect(try listener.playback == paused)
    try listener.press("P")
    #expect(try listener.caption == Self.sentences[1])
    #expect(listener.voice.said.map(\.text) == [0, 1, 1].map { Self.sentences[$0] })
  }

  @Test func withoutAVoiceAPauseLosesNoTime() throws {
    var listener = try Listener(voice: Voice(fault: .missing))
    _ = listener.next()
    listener.tick(5)
    try listener.press("P")
    listener.tick(50)
    try listener.press("P")
    let whole = try #require(try listener.playback.caption).duration
    #expect(listener.next() == inTicks(whole) - 5 * 200)
  }

  @Test func anotherSpeedBeginsTheSentenceAgainAndChangesTheTimes() throws {
    var listener = try Listener()
    _ = listener.next()
    listener.tick(2)
    let all: Int = try listener.playback.seconds(at: 1).all
    try listener.press("> > >")
    #expect(listener.voice.said.suffix(3).map(\.speed) == [1.25, 1.5, 2])
    #expect(listener.voice.said.suffix(3).allSatisfy { $0.text == Self.sentences[1] })
    let half: Int = try listener.playback.seconds(at: 2).all
    #expect(abs(2 * half - all) <= 1)
    try listener.press(">")
    #expect(listener.student.model.settings.voiceSpeed == 2)
    try listener.press("< < < < < < <")
    #expect(listener.student.model.settings.voiceSpeed == 0.5)
  }

  @Test func withoutAVoiceTwiceTheSpeedTakesHalfOfWhatIsLeft() throws {
    var listener = try Listener(voice: Voice(fault: .missing))
    _ = listener.next()
    listener.tick(3)
    try listener.press("> > >")
    let whole = try #require(try listener.playback.caption).duration
    // Each tick is worth two.
    let left = whole - 600
    #expect(listener.next() == inTicks(left / 2))
  }

  @Test func anotherStepEndsWhatIsBeingSaid() throws {
    var listener = try Listener()
    listener.tick(2)
    try listener.press("n")
    #expect(listener.voice.said.last?.text == "Two.")
    #expect(try listener.playback.captions.map(\.text) == ["Two.", "Nothing else."])
  }

  @Test func sentencesAreSkippedBothWays() throws {
    var listener = try Listener()
    try listener.press("} }")
    #expect(try listener.caption == Self.sentences[2])
    try listener.press("{")
    #expect(listener.voice.said.map(\.text) == [0, 1, 2, 1].map { Self.sentences[$0] })
    try listener.press("} }")
    #expect(try listener.playback.isOver && !listener.voice.isSpeaking)
  }

  @Test(arguments: ["a", "q"])
  func switchingOffAndLeavingEndTheVoice(key: String) throws {
    var listener = try Listener()
    try listener.press(key)
    #expect(!listener.voice.isSpeaking)
    #expect(listener.student.model.playback == nil)
    #expect(listener.student.model.tickInterval == nil)
  }

  /// What a tick brings is never kept with the lesson.
  @Test func listeningIsNotRecorded() throws {
    var listener = try Listener()
    let state = try listener.student.session.state
    let model = listener.student.model
    var later = model
    let effects = later.update(.listen(.on(milliseconds: 200)), at: model.now)
    #expect(!effects.contains { if case .record = $0 { true } else { false } })
    listener.tick(3)
    #expect(try listener.student.session.state == state)
  }

  // MARK: On the page

  @Test(arguments: [Size.comfortable, .usual, Size(width: 40, height: 12)])
  func theCaptionAndTheTimeAreSeen(size: Size) throws {
    var listener = try Listener(size: size)
    _ = listener.next()
    let row = listener.student.rows[size.height - 2]
    #expect(row.contains("0:01 / 0:"))
    #expect(row.contains("The cat gets"))
    try listener.press("P t")
    #expect(listener.student.rows[size.height - 2].contains("theme"))
  }

  @Test func aLongSentenceGoesByInPieces() throws {
    var listener = try Listener(size: Size(width: 40, height: 12))
    _ = listener.next()
    var seen: Set<String> = []
    let first = try listener.playback.place
    while try listener.playback.place == first {
      seen.formUnion(listener.student.rows[10].split(separator: " ").map(String.init))
      listener.tick()
    }
    #expect(seen.isSuperset(of: Self.sentences[1].split(separator: " ").map(String.init)))
  }

  @Test func theTimeThatIsSaidGrowsToAllThereIs() throws {
    var listener = try Listener(voice: Voice(fault: .missing))
    var last = 0
    while try !listener.playback.isOver {
      let (said, all) = try listener.playback.seconds(at: 1)
      #expect(said >= last && said <= all)
      last = said
      listener.tick()
    }
    let (said, all) = try listener.playback.seconds(at: 1)
    #expect(said == all && all > 3)
  }

  @Test func theCellThatIsSpokenOfIsPointedAt() throws {
    var listener = try Listener(on: "cells")
    _ = listener.next()
    #expect(
      listener.student.model.spokenPlace
        == SpokenPlace(
          panel: 1, cursor: PanelCursor(row: 0, column: 1)))
    _ = listener.next()
    #expect(listener.student.model.spokenPlace == SpokenPlace(panel: 0, cursor: nil))
    _ = listener.next()
    #expect(listener.student.model.spokenPlace == nil)
  }

  @Test func whatIsInHandStaysInHandWhileAnotherCellIsSpokenOf() throws {
    var listener = try Listener(on: "cells")
    _ = listener.next()
    let place = try #require(listener.student.model.spokenPlace)
    var stepState = try listener.student.stepState
    #expect(stepState.pointing(at: place).focus == .panel(1))
    stepState.focus = .panel(0)
    #expect(stepState.pointing(at: place) == stepState)
    #expect(try listener.student.stepState.focus != .panel(1))
  }

  /// Every shipped step can be heard: no sentence holds a sign that no voice knows.
  @Test(arguments: shippedLibrary.course.entries.filter { $0.state != .planned }.map(\.id))
  func everyStepHasCaptionsInPlainWords(id: String) throws {
    var student = Student(at: shippedLibrary)
    let lesson = try shippedLibrary.lesson(id)
    student.model.settings.narration = true
    student.model.open(lesson, step: 0)
    for step in lesson.steps.indices {
      student.update(.turn(.toStep(step + 1)))
      if step == 0 { student.update(.redraw) }
      let captions = try #require(student.model.playback?.captions)
      #expect(captions.count > 1, "\(id) step \(step + 1)")
      for caption in captions {
        let strange = caption.text.unicodeScalars.filter {
          "√∑Σ²ᵀ·×→∞≈$`_".unicodeScalars.contains($0)
        }
        #expect(strange.isEmpty, "\(id): \(caption.text)")
        #expect(
          caption.text.unicodeScalars.allSatisfy {
            $0.value < 0xE000 || $0.value > 0xF8FF && $0.value < 0xF0000
          })
      }
    }
  }
}

private let heardLesson = """
  ---
  qkv: 1
  id: heard
  title: Heard
  summary: A lesson to listen to.
  minutes: 1
  needs: []
  objectives: [listen]
  lang: en
  ---

  ```qkv scene
  axis token = the cat
  score[token] = [0, 1]
  weight = softmax(score)
  ```

  ## One {#one}

  The cat gets the largest share of all. Then it drinks.

  ## Two {#two}

  Nothing else.

  ## Cells {#cells}

  The cat gets `=weight["cat"]` of it. It comes from `score`. Nothing more.

  ```qkv show
  bars score | matrix weight
  ```

  """
