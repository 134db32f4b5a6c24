import Testing

@testable import Terminal

struct NumberFormatTests {
  @Test(
    arguments: [
      (0.71, ".71"), (-0.03, "−.03"), (1, "1.00"), (12.34, "12.3"), (123.4, "123"), (9.996, "10.0"),
      (9999.6, "1e4"), (1e9, "1e9"), (-1e9, "−1e9"), (9.6e9, "1e10"), (-0.001, ".00"),
      (-Float.infinity, "−∞"), (.infinity, "∞"), (.nan, "NaN"), (0.999, "1.00"),
    ] as [(Float, String)])
  func cellsHaveTwoDecimalsAndNoLeadingZero(value: Float, text: String) {
    #expect(NumberFormat.cell(value) == text)
  }

  @Test func asciiLooksHaveASCIINumbers() {
    #expect(Look(symbols: .ascii).number(-.infinity) == "-inf")
  }
}
