import Testing
import Text

@testable import Scenes

/// `before(…)` holds what stood there when the scene was last told to remember.
@Suite struct RememberingTests {
  private func gain() throws -> (scene: Scene, gain: NodeID) {
    var scene = try scene("axis dish = soup cake\nscore[dish] = [1, 2]\ntotal = sum(score)")
    let gain = try scene.watch(typed("total - before(total)"))
    return (scene, gain)
  }

  @Test func whatIsRememberedStandsStillUntilItIsToldAgain() throws {
    var (scene, gain) = try gain()
    #expect(scene.values(of: gain).elements == [0])
    scene.set(try scene.entry(typed("score[\"soup\"]")), to: 5)
    #expect(scene.values(of: gain).elements == [4])
    scene.remember()
    #expect(scene.values(of: gain).elements == [0])
    scene.set(try scene.entry(typed("score[\"cake\"]")), to: 0)
    #expect(scene.values(of: gain).elements == [-2])
  }

  @Test func whatIsRememberedIsKeptWithTheScene() throws {
    let (start, gain) = try gain()
    var changed = start
    changed.set(try changed.entry(typed("score[\"soup\"]")), to: 5)
    changed.remember()
    changed.set(try changed.entry(typed("score[\"soup\"]")), to: 7)
    let back = try #require(start.applying(changed.difference(from: start)))
    #expect(back == changed)
    #expect(back.values(of: gain).elements == [2])
  }

  @Test func anotherSizeDoesNotForget() throws {
    var scene = try scene("axis trait = 4\nrow[trait] = ones()\ncount = sum(row)")
    let before = try scene.watch(typed("before(count)"))
    let more = try scene.watch(typed("count - before(count)"))
    scene.remember()
    try scene.resize(axis: "trait", to: 9)
    #expect(scene.values(of: before).elements == [4])
    #expect(scene.values(of: more).elements == [5])
  }

  @Test func aDefinitionCannotLookBack() {
    #expect(throws: Diagnostics.self) { try scene("a = 1\nb = before(a)") }
  }
}
