import Testing

@testable import Lessons

@Suite struct ClosestTests {
  @Test(arguments: [
    ("shwo", "show"), ("matrx", "matrix"), ("Matrix", "matrix"), ("sliderss", "sliders"),
    ("objectivs", "objectives"),
  ])
  func aSlipFindsItsWord(slip: String, word: String) {
    #expect(closest(to: slip, in: ["show", "matrix", "sliders", "objectives", "id"]) == word)
  }

  @Test func aStrangerFindsNone() {
    #expect(closest(to: "picture", in: ["show", "matrix", "sliders"]) == nil)
    #expect(closest(to: "", in: ["show"]) == nil)
    #expect(closest(to: "a", in: []) == nil)
  }
}
