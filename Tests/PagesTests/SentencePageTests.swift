import Foundation
import FuzzSupport
import Lessons
import Models
import Progress
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// Someone in front of the first page, with the shipped weights.
private func student(_ text: String? = nil, size: Size = .usual) throws -> Student {
  var student = Student(at: shippedLibrary, size: size)
  student.model.open(try sentenceView(text))
  return student
}

private func sentenceView(_ text: String? = nil) throws -> SentenceView {
  let library = try #require(shippedLibrary.weights as? ModelLibrary)
  let model = try library.model(TinyModel.referring)
  return SentenceView(model, try model.sentence(text ?? model.example))
}

extension Student {
  fileprivate var view: SentenceView { get throws { try #require(model.sentence) } }
  fileprivate var looksAt: String {
    get throws { try view.sentence.words[view.target] }
  }
}

@Suite struct SentencePageTests {
  @Test func theFifthPressSwingsTheLine() throws {
    var student = try student()
    #expect(try student.looksAt == "cat")
    try student.press("right right right right")
    #expect(try student.looksAt == "cat")
    #expect(try !student.view.state.hasSwung)
    try student.press("right")
    #expect(try student.looksAt == "road")
    #expect(try student.view.answer == "road")
    #expect(try student.view.state.hasSwung)
    #expect(student.page.contains("looks elsewhere"))
    #expect(student.page.contains("before"))
  }

  @Test func theLineFollowsAnotherAnimal() throws {
    var student = try student()
    try student.press("down")
    #expect(try student.view.slotInHand?.options.first == "cat")
    try student.press("right right")
    #expect(try student.looksAt == "horse")
    #expect(try student.view.answer == "horse")
    try student.press("0")
    #expect(try student.looksAt == "cat")
  }

  @Test func aPlaceCanBeLeftEmptyAndFilledAgain() throws {
    var student = try student()
    try student.press("up")
    #expect(try student.view.slotInHand?.options.last?.isEmpty == true)
    try student.press("left")
    #expect(try student.view.sentence.text == "the cat left the road because it was hungry .")
    #expect(try student.looksAt == "cat")
    try student.press("right")
    #expect(try student.view.sentence.text.contains("at night"))
  }

  /// Labels and sentences that stand there for good are not reading; what is said to the person is.
  @Test func thereIsLittleToReadBeforeTheFirstKey() throws {
    let words = try sentenceView().lines.joined(separator: " ").split(separator: " ")
      .filter { $0.contains(where: \.isLetter) }
    #expect(words.count <= 25)
  }

  @Test func everyLineIsAsShortAsAGlance() throws {
    var student = try student()
    for keys in ["", "left", "space", "2", "L L L", "space", "2", "4", "n"] {
      try student.press(keys)
      guard let view = student.model.sentence else { return }
      #expect(view.lines.count <= 3)
      for line in view.lines {
        #expect(TextWidth.width(of: student.keys.spelled(line)) <= 76, "\(line)")
      }
    }
    Issue.record("n begins the course")
  }

  // MARK: The blend

  @Test func nothingIsDraggedBeforeTheBet() throws {
    var student = try student()
    try student.press("space right")
    #expect(try student.view.state.blend == 0)
    #expect(student.notice.contains("bet first"))
    try student.press("1 right")
    #expect(try student.view.state.bet == .early)
    #expect(try student.view.state.blend == 1)
    try student.press("3")
    #expect(try student.view.state.bet == .early)
  }

  @Test func theBetStandsBesideWhereTheAnswerChanges() throws {
    var student = try student()
    try student.press("space 1 L L L L L")
    #expect(try student.view.state.blend == SentenceState.blendSteps)
    #expect(try student.view.answer == "road")
    #expect(student.page.contains("You bet: early."))
    #expect(student.page.contains("in the middle"))
  }

  /// One crossing, between .3 and .8, and wide enough that it looks like a slide.
  @Test func theShareSlidesOnceFromTheOneToTheOther() throws {
    var view = try sentenceView()
    view.go(to: .blend)
    view.bet(.middle)
    let cat = try #require(view.sentence.words.firstIndex(of: "cat"))
    var shares = [view.weights[cat]]
    for _ in 0..<SentenceState.blendSteps {
      view.drag(by: 1)
      shares.append(view.weights[cat])
    }
    let crossings = zip(shares, shares.dropFirst()).filter { ($0 >= 0.5) != ($1 >= 0.5) }
    #expect(crossings.count == 1)
    let last = try #require(shares.lastIndex { $0 >= 0.9 })
    let first = try #require(shares.firstIndex { $0 <= 0.1 })
    #expect(Float(first - last) / Float(SentenceState.blendSteps) >= 0.1 - 1e-6)
    let tip = try #require(view.tip)
    #expect((0.3...0.8).contains(tip))
  }

  @Test func theEndsOfTheBlendAreTheWordsThemselves() throws {
    var view = try sentenceView()
    view.go(to: .blend)
    let from = try sentenceView()
    #expect(view.weights == from.weights)
    view.drag(by: SentenceState.blendSteps)
    let to = try sentenceView("the cat left the road at night because it was muddy")
    for (one, other) in zip(view.weights, to.weights) { #expect(abs(one - other) < 1e-5) }
  }

  // MARK: The heads

  @Test func oneHeadCannotBeMissedAndAnotherCan() throws {
    var student = try student()
    try student.press("space space")
    func chance() throws -> Float {
      try #require(student.view.candidates.first { $0.word == "cat" }).probability
    }
    try student.press("1")
    #expect(try chance() > 0.9)
    #expect(try student.view.kept == SentenceView.KeptAnswers(same: 10, asked: 10))
    try student.press("1 4")
    #expect(try chance() < 0.2)
    #expect(try student.view.answer != "cat")
    #expect(try student.view.kept?.same == 0)
    #expect(student.page.contains("Without 2.2"))
    try student.press("0")
    #expect(try chance() > 0.9)
  }

  @Test func withoutTheHeadThatReadsTheLastWordItNoLongerMatters() throws {
    var student = try student()
    try student.press("space space 2")
    #expect(try student.view.kept?.same == 5)
    #expect(try student.view.answer == "cat")
    try student.press("left")
    #expect(try student.view.answer == "cat")
  }

  // MARK: What else can be done

  @Test func enterSaysWhyAndBackspaceReturns() throws {
    var student = try student()
    try student.press("enter")
    #expect(student.page.contains("weight"))
    #expect(student.window.context == .why)
    try student.press("enter")
    #expect(student.page.contains("scaled"))
    try student.press("backspace backspace")
    #expect(student.window.context == .sentence)
  }

  @Test func theDerivationHoldsForAMixedWordToo() throws {
    var student = try student()
    try student.press("space 2 L L enter")
    guard case .why(let why) = student.model.overlays.last else {
      Issue.record("Enter opens a derivation")
      return
    }
    let explanation = try #require(student.model.explanation(of: why))
    let view = try student.view
    #expect(abs(explanation.value - view.weights[view.target]) < 1e-4)
  }

  @Test func anotherSentenceIsTypedInPlaceAndUnknownWordsAreNamed() throws {
    var student = try student()
    try student.press("e ctrl-u")
    student.type("tom met ann last week because she was tired")
    try student.press("enter")
    #expect(try student.looksAt == "ann")
    try student.press("e ctrl-u")
    student.type("the dog chased the cat because it was tired")
    try student.press("enter")
    #expect(student.notice.contains("chased"))
    #expect(try student.looksAt == "ann")
  }

  @Test func aPersonCannotBeMuddy() throws {
    let view = try sentenceView("tom met ann last week because she was tired")
    #expect(view.slots.last?.options.contains("muddy") == false)
    #expect(view.acts == [.words, .heads])
  }

  @Test func aSentenceOfAnotherShapeIsWarnedAbout() throws {
    #expect(try sentenceView().warning == nil)
    #expect(try sentenceView("the dog left the lane because it was too icy").warning == nil)
    let odd = try sentenceView("it was the cat because the road was at night")
    #expect(odd.warning?.contains("may be wrong") == true)
  }

  @Test func theHeadIsSavedAsASceneUnderTheLastWords() throws {
    var student = try student()
    try student.press("w")
    #expect(student.model.prompt?.text == "it-was-hungry.qkv")
    try student.press("enter")
    let written = student.effects.compactMap { effect -> String? in
      if case .write(let text, "it-was-hungry.qkv") = effect { text } else { nil }
    }
    #expect(
      try #require(written.first).contains("weights(\"refer\", \"query\", layer: 2, head: 2)"))
  }

  @Test func allHeadsAreAKeyAwayAndBackLeadsHere() throws {
    var student = try student()
    try student.press("left o")
    #expect(student.window.context == .heads)
    try student.press("q")
    #expect(student.window.context == .sentence)
    #expect(try student.looksAt == "road")
  }

  @Test func theVoiceSaysTheSentenceOnceForEachChange() throws {
    var student = try student()
    try student.press("a right 0 0")
    let spoken = student.effects.compactMap { effect in
      if case .speak(let speech) = effect { speech.text } else { nil }
    }
    #expect(spoken.count == 3)
    #expect(spoken[1].contains("because it was tired . it looks at cat, 1.00. it means cat."))
  }

  @Test func thePlaygroundOfTheMapIsThisPage() throws {
    var student = Student(at: shippedLibrary)
    try student.press("o")
    #expect(student.window.context == .sentence)
    try student.press("q")
    #expect(student.window.context == .map)
    #expect(!student.effects.contains(.quit))
  }

  @Test func aClickTakesAWordAndTheWheelTurnsIt() throws {
    var student = try student()
    let row = try #require(student.rows.firstIndex { $0.contains("because") })
    let column = try #require(student.rows[row].range(of: "cat")).lowerBound
    let x = student.rows[row].distance(from: student.rows[row].startIndex, to: column)
    student.send(.mouse(Point(x: x + 1, y: row), .press))
    #expect(try student.view.state.pieces[student.view.state.hand] == "cat")
    student.send(.mouse(Point(x: 0, y: 0), .scrollDown))
    #expect(try student.looksAt == "dog")
  }

  @Test func whatIsSeenIsSmallAndCanBeWrittenDown() throws {
    var student = try student()
    try student.press("left space 2 L space 4")
    let state = try student.view.state
    let data = try JSONEncoder().encode(state)
    #expect(data.count < 400)
    #expect(try JSONDecoder().decode(SentenceState.self, from: data) == state)
  }

  @Test(arguments: [
    Size.comfortable, .usual, Size(width: 60, height: 20), Size(width: 40, height: 12),
  ])
  func everyActIsDrawnInEveryLook(size: Size) throws {
    for appearance in Appearance.all {
      var student = try student(size: size)
      student.appearance = appearance
      for keys in ["", "left", "space", "1", "L L L", "space", "4"] {
        try student.press(keys)
        #expect(student.rows.allSatisfy { TextWidth.width(of: $0) <= size.width })
        #expect(
          !appearance.symbols.isASCII || student.rows.allSatisfy { $0.allSatisfy(\.isASCII) })
        let view = try student.view
        for word in [view.sentence.words[view.asking], view.sentence.words[view.target]] {
          #expect(student.page.contains(word))
        }
        // A line leads from the pronoun to what it looks at.
        let head = appearance.symbols.moreBelow
        #expect(student.rows.contains { $0.contains(head) && $0.contains(".") })
      }
    }
  }
}

/// When the first page opens by itself, and what is kept of it.
@Suite struct FirstVisitTests {
  private func student(memory: FirstPageMemory? = nil) throws -> Student {
    var student = Student(at: shippedLibrary)
    student.model.openFirstPage(try sentenceView(), memory: memory)
    return student
  }

  private func kept(_ effects: [Effect]) -> [FirstPageMemory] {
    effects.compactMap { if case .saveFirstPage(let memory) = $0 { memory } else { nil } }
  }

  @Test func nBeginsTheCourse() throws {
    var student = try student()
    try student.press("right n")
    #expect(try student.session.lesson.header.id == "lookup")
    #expect(kept(student.effects) == [FirstPageMemory(isSeen: true)])
    try student.press("q")
    #expect(student.window.context == .map)
  }

  @Test func whoLeavesAtOnceSeesItOnceMore() throws {
    var first = try student()
    try first.press("q")
    #expect(kept(first.effects) == [FirstPageMemory(isSeen: false)])
    var second = try student(memory: FirstPageMemory(isSeen: false))
    try second.press("q")
    #expect(kept(second.effects) == [FirstPageMemory(isSeen: true)])
  }

  @Test func whoStaysHasSeenIt() throws {
    var student = try student()
    let later = Timestamp(secondsSince1970: student.model.now.secondsSince1970 + 5)
    let effects = student.model.update(.leave(.quit), at: later)
    #expect(kept(effects) == [FirstPageMemory(isSeen: true)])
  }

  @Test func theBetIsKept() throws {
    var student = try student()
    try student.press("space 3 m")
    #expect(kept(student.effects) == [FirstPageMemory(isSeen: true, bet: "late")])
    #expect(student.window.context == .map)
  }

  @Test func whoAsksForThePageLeavesNoTrace() throws {
    var student = Student(at: shippedLibrary)
    student.model.open(try sentenceView())
    try student.press("q")
    #expect(kept(student.effects).isEmpty)
  }
}

/// Whatever the words: the answer is right, and the head that is shown looks at its noun.
@Suite struct OfferedSentenceTests {
  /// `QKV_FUZZ_ROUNDS` of all combinations of what the slots offer, or all of them where it is larger.
  @Test func everySentenceThatTheSlotsOfferIsRight() throws {
    var view = try sentenceView()
    let slots = view.slots
    let count = slots.reduce(1) { $0 * $1.options.count }
    #expect(count == 15_000)
    let telling = try #require(view.tellingSlot)
    let divide = try #require(telling.divide)
    let rounds = min(fuzzRounds(usually: 100), count)
    var numbers = SeededNumbers(seed: 13)
    var least: Float = 1
    for round in 0..<rounds {
      var combination = rounds == count ? round : numbers.below(count)
      var pieces = view.state.pieces
      for slot in slots {
        pieces[slot.piece] = slot.options[combination % slot.options.count]
        combination /= slot.options.count
      }
      let text = pieces.filter { !$0.isEmpty }.joined(separator: " ")
      let sentence = try view.model.sentence(text)
      let pass = view.model.pass(over: sentence.tokens)
      let place = telling.options.firstIndex(of: pieces[telling.piece]) ?? 0
      let noun = place < divide ? 2 : 5
      #expect(pass.best(1, at: sentence.asking).first?.word == sentence.tokens[noun], "\(text)")
      least = min(least, pass.weights(of: view.head)[sentence.asking, noun])
    }
    #expect(least >= 0.7)
    // The page itself says the same as the model.
    view.take(piece: telling.piece)
    for _ in telling.options {
      let fits = view.turn(by: 1)
      #expect(fits)
      #expect(view.answer == view.sentence.words[view.target])
    }
  }
}
