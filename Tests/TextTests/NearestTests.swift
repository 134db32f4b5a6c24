import Testing
import Text

@Suite struct NearestTests {
  @Test(arguments: [
    ("shwo", "show"), ("matrx", "matrix"), ("Matrix", "matrix"), ("sliderss", "sliders"),
    ("objectivs", "objectives"),
  ])
  func aSlipFindsItsWord(slip: String, word: String) {
    #expect(slip.nearest(among: ["show", "matrix", "sliders", "objectives", "id"]) == word)
  }

  @Test func aStrangerFindsNone() {
    #expect("picture".nearest(among: ["show", "matrix", "sliders"]) == nil)
    #expect("".nearest(among: ["show"]) == nil)
    #expect("a".nearest(among: []) == nil)
    #expect("a".nearest(among: ["b"]) == nil)
  }
}
