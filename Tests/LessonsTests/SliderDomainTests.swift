import Scenes
import Testing
import Text

@testable import Lessons

/// The values of a slider, and where its keys lead.
@Suite struct SliderDomainTests {
  private static let scene = try? Scene([
    SourceText(file: "test", text: "axis token = the dog chased the cat\naxis n = 3\nk = 1")
  ])

  private func walk(
    _ domain: SliderDomain, from start: Float, _ keys: [Int], pace: Float = 1
  ) throws -> [Float] {
    let scene = try #require(Self.scene)
    var value = start
    return keys.map { key in
      value = domain.moved(from: value, by: key, pace: pace, in: scene)
      return value
    }
  }

  @Test func aRangeIsWalkedByStepsAndEndsAtItsEnds() throws {
    let domain = SliderDomain.range(0...1, step: 0.4)
    #expect(try walk(domain, from: 0, [1, 1, 1, 1, -1]) == [0.4, 0.8, 1, 1, 0.6])
    #expect(try walk(domain, from: 0.5, [1, -1], pace: 10) == [1, 0])
  }

  @Test func belowTheLowestStepComesMinusInfinity() throws {
    let domain = SliderDomain.range(-1...1, step: 0.5, .minusInfinity)
    #expect(
      try walk(domain, from: 0, [-1, -1, -1, -1, 1, 1]) == [
        -0.5, -1, -.infinity, -.infinity, -1, -0.5,
      ])
    #expect(try walk(domain, from: 1, [-1, -1], pace: 10) == [-1, -.infinity])
    let scene = try #require(Self.scene)
    #expect(domain.contains(-.infinity, in: scene) && !domain.contains(.infinity, in: scene))
    #expect(!SliderDomain.range(-1...1, step: 0.5).contains(-.infinity, in: scene))
  }

  @Test func aListIsWalkedValueByValueAndToItsEnds() throws {
    let domain = SliderDomain.list([1, 2, 4, 8])
    #expect(try walk(domain, from: 2, [1, 1, 1, -1]) == [4, 8, 8, 4])
    #expect(try walk(domain, from: 2, [1, -1], pace: 10) == [8, 1])
    #expect(try walk(domain, from: 2, [1, -1], pace: 0.1) == [4, 2])
    #expect(try walk(domain, from: 3, [1]) == [4])
    #expect(try walk(domain, from: 3, [-1]) == [2])
    #expect(try walk(domain, from: 9, [1, -1]) == [8, 4])
  }

  @Test func placesHaveTheLabelsOfTheirAxis() throws {
    let scene = try #require(Self.scene)
    let domain = SliderDomain.places(axis: "token")
    #expect(try walk(domain, from: 3, [1, 1, -1]) == [4, 4, 3])
    #expect(domain.label(of: 3, in: scene) == "the₂")
    #expect(domain.value(typed: "the_2", in: scene) == 3)
    #expect(domain.value(typed: "\"cat\"", in: scene) == 4)
    #expect(domain.value(typed: "1", in: scene) == 1)
    #expect(domain.value(typed: "dig", in: scene) == nil)
    #expect(!domain.contains(1.5, in: scene) && !domain.contains(5, in: scene))
    #expect(domain.label(of: .infinity, in: scene) == nil)
    #expect(SliderDomain.places(axis: "n").label(of: 2, in: scene) == "2")
  }

  @Test func anAngleGoesAroundAndKeepsTheLength() throws {
    var scene = try Scene([
      SourceText(file: "test", text: "axis way = right up\nyou[way] = [3, 4]")
    ])
    let step = try onlyStep(
      block("sliders", "angle of you\nlength of you from 0 to 10 step 1"),
      scene: "axis way = right up\nyou[way] = [3, 4]")
    let (angle, length) = (step.sliders[0], step.sliders[1])
    #expect(angle.domain == .range(-180...180, step: 5, .wrapped))
    #expect(abs(angle.start(in: step.scene) - 53.13) < 0.01)
    #expect(length.start(in: step.scene) == 5)
    #expect(try walk(angle.domain, from: 178, [1, 1, -1]) == [-177, -172, -177])
    scene = step.scene
    try scene.set(angle.target, to: 90)
    let you = try #require(scene.definition("you")).node
    #expect(zip(scene.values(of: you).elements, [0, 5]).allSatisfy { abs($0 - $1) < 1e-5 })
    try scene.set(length.target, to: 2)
    #expect(zip(scene.values(of: you).elements, [0, 2]).allSatisfy { abs($0 - $1) < 1e-5 })
    #expect(abs(scene.value(of: angle.target) - 90) < 1e-3)
    #expect(SliderDomain.range(0...360, step: 5, .wrapped).counted(-90) == 270)
  }

  /// ∂ cell / ∂ slider against central differences.
  @Test func slopesOfAnglesAndLengthsAreThoseOfTheirCells() throws {
    let step = try onlyStep(
      block("sliders", "angle of you\nlength of you from 0 to 10 step 1"),
      scene: "axis way = right up\nyou[way] = [3, -2]")
    for slider in step.sliders {
      let (start, delta) = (step.scene.value(of: slider.target), Float(0.01))
      for (entry, slope) in try #require(slider.target.slopes(in: step.scene)) {
        var (above, below) = (step.scene, step.scene)
        try above.set(slider.target, to: start + delta)
        try below.set(slider.target, to: start - delta)
        let difference = (above.value(of: entry) - below.value(of: entry)) / (2 * delta)
        #expect(abs(difference - slope) < 1e-3)
      }
    }
  }

  @Test func aSliderMayRunToMinusInfinityFromALowestNumber() throws {
    let scene = "axis a = x y\nv[a] = [0, 1]\nn = 2"
    func domains(_ line: String) throws -> [SliderDomain] {
      try onlyStep(block("sliders", line), scene: scene).sliders.map(\.domain)
    }
    #expect(
      try domains("v[\"x\"] from -inf to 3 step 1") == [.range(-3...3, step: 1, .minusInfinity)])
    #expect(
      try domains("v[\"x\"] from -inf, -1 to 3 step 1") == [
        .range(-1...3, step: 1, .minusInfinity)
      ])
    #expect(try domains("n in [1, 2, 4]") == [.list([1, 2, 4])])
    #expect(try domains("n in a label \"who\"") == [.places(axis: "a")])
    #expect(
      try domains("v in [-inf, 0, 1]") == Array(repeating: .list([-.infinity, 0, 1]), count: 2))
    #expect(
      try onlyStep(block("sliders", "size(b) in [1, 2, 4]"), scene: "axis b = 2\nu[b] = ones()")
        .sliders.map(\.domain) == [.list([1, 2, 4])])
  }
}
