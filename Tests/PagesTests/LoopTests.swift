import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground
@testable import qkv

@Suite struct LoopTests {
  private func session(
    _ events: [Event], on step: String = "ask", showsOnlySettled: Bool = false
  ) throws -> (screen: RecordingScreen, model: Model, effects: [Effect], ending: Ending) {
    var model = try Student(on: step).model
    var screen = RecordingScreen(
      size: .comfortable, events: events, showsOnlySettled: showsOnlySettled)
    var effects: [Effect] = []
    let now = model.now
    let ending = runLoop(
      &model, on: &screen, appearance: { _ in Appearance() }, clock: { now },
      perform: { effect in
        effects.append(effect)
        return nil
      })
    return (screen, model, effects, ending)
  }

  private func keys(_ names: String) throws -> [Event] {
    try Key.keys(parsing: names).get().map(Event.key)
  }

  @Test func eachKeyThatMeansSomethingIsDrawn() throws {
    let (screen, _, _, _) = try session(keys("2 right right"))
    #expect(screen.frames.count == 4)
    #expect(screen.frames.last?.text().contains { $0.contains("your guess") } == true)
  }

  @Test func heldKeysAreAllTakenInBeforeTheNextFrame() throws {
    let held = try keys("2") + Array(repeating: Event.key(.right), count: 15)
    let (screen, model, _, _) = try session(held, showsOnlySettled: true)
    #expect(screen.frames.count < held.count / 2)
    let scene = try #require(model.session?.stepState.scene)
    let slow = try session(held).model
    #expect(scene == slow.session?.stepState.scene)
  }

  @Test func whatTheFirstPageDoesWithoutIsReadAfterIt() throws {
    let whole = Student(at: shippedLibrary).model
    var model = Model(
      library: shippedLibrary, outlines: shippedLibrary.outlines(withWords: false),
      progress: whole.progress, settings: whole.settings, now: whole.now)
    let first = Page(model, size: .comfortable).frame.buffer
    let now = model.now
    var screen = RecordingScreen(size: .comfortable, events: [])
    runLoop(
      &model, on: &screen, appearance: { _ in Appearance() }, clock: { now },
      perform: { effect in
        effect == .readCourse
          ? .reported(.course(shippedLibrary.outlines(withWords: true))) : nil
      })
    #expect(screen.frames == [first])
    #expect(!whole.outlines.isEmpty && model.outlines == whole.outlines)
  }

  @Test func quittingEndsTheLoopAtOnce() throws {
    let (screen, model, effects, ending) = try session(keys("2 ctrl-c 1 1 1"))
    #expect(screen.frames.count == 2)
    #expect(ending == .left)
    #expect(effects.contains(.save(model.progress)))
  }

  @Test func aLostTerminalSavesAndEnds() throws {
    let (_, model, effects, ending) = try session(
      keys("2") + [.hangup(signal: 1)] + keys("n"))
    #expect(ending == .signal(1))
    #expect(model.session?.step.id == "ask")
    #expect(effects.contains(.save(model.progress)))
  }

  @Test func aResizeIsDrawnAtTheNewSize() throws {
    let size = Size(width: 61, height: 19)
    let (screen, _, _, _) = try session([.resize(size), .resize(Size(width: 5, height: 2))])
    #expect(screen.frames.map(\.size) == [.comfortable, size, Size(width: 5, height: 2)])
  }

  @Test func suspendingSavesFirst() throws {
    let (screen, model, effects, _) = try session(keys("ctrl-z") + [.resume])
    #expect(screen.suspensions == 1)
    #expect(screen.redraws == 1)
    #expect(effects.contains(.save(model.progress)))
  }

  @Test func copyingAndTheMouseReachTheScreen() throws {
    let (screen, model, _, _) = try session(keys("2 1 y m"))
    #expect(screen.copies.count == 1)
    #expect(screen.copies.first?.contains("noun\tanimal") == true)
    #expect(screen.isMouseEnabled == model.settings.mouse)
  }

  @Test func theCursorStandsOnWhatHasTheFocus() throws {
    let (screen, _, _, _) = try session(keys("2 tab up"))
    let places = screen.cursors.compactMap { $0 }
    #expect(places.count == screen.frames.count)
    #expect(Set(places).count >= 3)
  }
}
