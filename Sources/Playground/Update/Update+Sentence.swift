import Models
import Progress
import Scenes
import Text

/// A visit of the page that opens when there is no progress yet.
struct FirstVisit: Equatable, Sendable {
  let opened: Timestamp
  /// Whether the page was left at once before.
  let wasGlimpsed: Bool

  /// Who leaves sooner has hardly seen it.
  static let glimpse: Int64 = 5
}

extension Model {
  /// Opens a sentence with its words in hand.
  package mutating func open(_ sentence: SentenceView) {
    session = nil
    heads = nil
    self.sentence = sentence
    returnsToMap = false
  }

  /// Opens the first page; `memory` is what was kept of an earlier look at it.
  package mutating func openFirstPage(_ sentence: SentenceView, memory: FirstPageMemory?) {
    open(sentence)
    firstVisit = FirstVisit(opened: now, wasGlimpsed: memory != nil)
  }

  /// Brings back what was bet on the first page.
  package mutating func remember(_ memory: FirstPageMemory) {
    firstBet = memory.bet.flatMap(SentenceState.Bet.init)
  }

  /// What is done on the page of a sentence.
  mutating func change(_ wish: Message.Sentence) -> [Effect] {
    guard session == nil, heads == nil, var view = sentence else { return [] }
    switch wish {
    case .take(let piece): view.take(piece: piece)
    case .takeNext(let offset): takeNext(in: &view, by: offset)
    case .turn(let steps): turn(&view, by: steps)
    case .restore: restore(&view)
    case .nextAct: goOn(&view)
    case .previousAct: if let act = view.previousAct { view.go(to: act) }
    case .choose(let number): choose(number, in: &view)
    case .why: askWhy(&view)
    case .edit:
      prompt = Prompt(
        purpose: .sentence, label: "sentence:", line: EditableLine(view.sentence.text))
    case .openHeads: heads = HeadsView(view.model, view.sentence)
    case .beginCourse: return beginCourse()
    }
    sentence = view
    return []
  }

  private mutating func takeNext(in view: inout SentenceView, by offset: Int) {
    guard view.state.act != .blend else {
      notice = Notice(text: "← → drag the blend; \(key: .nextSurprise) goes on")
      return
    }
    view.takeNext(by: offset)
  }

  private mutating func turn(_ view: inout SentenceView, by steps: Int) {
    switch view.state.act {
    case .words, .heads: noticeLength(view.turn(by: steps), of: view)
    case .blend:
      guard view.state.bet != nil else {
        notice = Notice(text: "your bet first: 1 early, 2 in the middle, 3 late")
        return
      }
      view.drag(by: steps)
    }
  }

  private mutating func noticeLength(_ fits: Bool, of view: SentenceView) {
    if fits { return }
    notice = Notice(text: "\(view.model.name) reads at most \(view.model.mostTokens) tokens")
  }

  private mutating func restore(_ view: inout SentenceView) {
    switch view.state.act {
    case .words: noticeLength(view.restorePiece(), of: view)
    case .blend: view.restoreBlend()
    case .heads: view.silence([])
    }
  }

  private mutating func goOn(_ view: inout SentenceView) {
    guard let act = view.nextAct else {
      notice = Notice(text: "\(key: .beginCourse) begins the course")
      return
    }
    view.go(to: act)
  }

  private mutating func choose(_ number: Int, in view: inout SentenceView) {
    switch view.state.act {
    case .words: notice = Notice(text: "← → put another word in; ↑ ↓ take another place in hand")
    case .blend:
      let bets = SentenceState.Bet.allCases
      guard bets.indices.contains(number) else {
        notice = Notice(text: "there are three bets: 1 early, 2 in the middle, 3 late")
        return
      }
      view.bet(bets[number])
      if firstVisit != nil { firstBet = view.state.bet }
    case .heads:
      guard view.places.indices.contains(number) else {
        notice = Notice(text: "there are heads 1 to \(view.places.count); 0 switches all on")
        return
      }
      view.toggle(view.places[number])
    }
  }

  /// Opens the derivation of the largest weight.
  private mutating func askWhy(_ view: inout SentenceView) {
    do throws(Diagnostics) {
      let scene = try view.headScene()
      guard let weight = scene.definition("weight") else { return }
      let place = view.asking * view.sentence.tokens.count + view.target
      view.scene = scene
      overlays.append(.why(WhyState(Entry(node: weight.node, index: place))))
    } catch {
      notice = Notice(text: error.sentence, tone: .wrong)
    }
  }

  /// Goes on to the lesson that takes up the question, or the first that is written.
  private mutating func beginCourse() -> [Effect] {
    let written = mapEntries.filter { !$0.isPlanned }
    guard let lesson = written.first(where: { $0.id == Self.firstLesson }) ?? written.first else {
      notice = Notice(text: "no lesson was found here")
      return []
    }
    return go(to: .lesson(lesson.id))
  }

  private static let firstLesson = "lookup"

  /// Closes the page of a sentence.
  ///
  /// - Parameter quickly: whether by the key that leaves everything, which may have been a slip.
  /// - Returns: what keeps that the first page was seen.
  mutating func leaveSentence(quickly: Bool = false) -> [Effect] {
    defer { (sentence, firstVisit) = (nil, nil) }
    return keepingFirstVisit(quickly: quickly)
  }

  func keepingFirstVisit(quickly: Bool) -> [Effect] {
    guard let firstVisit else { return [] }
    let seconds = now.secondsSince1970 - firstVisit.opened.secondsSince1970
    let isGlimpse = quickly && !firstVisit.wasGlimpsed && seconds < FirstVisit.glimpse
    return [
      .saveFirstPage(FirstPageMemory(isSeen: !isGlimpse, bet: sentence?.state.bet?.rawValue))
    ]
  }
}
