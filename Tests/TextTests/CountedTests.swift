import Testing
import Text

@Suite struct CountedTests {
  @Test func aNounAgreesWithItsNumber() {
    #expect((0...2).map { counted($0, "step") } == ["0 steps", "1 step", "2 steps"])
    #expect(counted(1, "matrix", plural: "matrices") == "1 matrix")
    #expect(counted(3, "matrix", plural: "matrices") == "3 matrices")
  }

  @Test func aVerbAgreesWithItsNumber() {
    #expect([0, 1, 2].map { agreeing($0, "is", "are") } == ["are", "is", "are"])
  }
}
