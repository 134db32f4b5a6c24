import Testing

@testable import Terminal

struct LookNumberTests {
  @Test func asciiLooksHaveASCIINumbers() {
    #expect(Appearance(symbols: .ascii).number(-.infinity) == "-inf")
  }

  @Test(
    arguments: [(512, "512"), (8, "8"), (-3, "−3"), (0, "0"), (2.5, "2.50"), (1e7, "1e7")]
      as [(Float, String)])
  func countsHaveNoDecimals(value: Float, text: String) {
    #expect(Appearance().text(of: value, isCount: true) == text)
  }

  @Test(arguments: [0.0031, -0.0031, 0.000_03, .leastNonzeroMagnitude] as [Float])
  func whatIsNotZeroDoesNotReadAsZero(value: Float) {
    #expect(Appearance().fineNumber(value) != ".00")
  }
}
