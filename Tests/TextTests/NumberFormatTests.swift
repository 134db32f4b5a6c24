import Testing

@testable import Text

struct NumberFormatTests {
  @Test(arguments: [
    (Float(20_000), "20,000"), (9_999.6, "10,000"), (-1_234_567, "−1,234,567"), (9_999, "9999"),
    (100_000, "100,000"), (1e9, "1e9"), (999, "999"), (0.25, ".25"),
  ])
  func aLargeNumberInASentenceHasItsDigits(value: Float, text: String) {
    #expect(NumberFormat.inSentence(value) == text)
  }

  @Test(
    arguments: [
      (0.71, ".71"), (-0.03, "−.03"), (1, "1.00"), (12.34, "12.3"), (123.4, "123"), (9.996, "10.0"),
      (9999.6, "1e4"), (1e9, "1e9"), (-1e9, "−1e9"), (9.6e9, "9.6e9"),
      (9.96e9, "1e10"), (12_345, "1.2e4"), (-0.001, ".00"),
      (-Float.infinity, "−∞"), (.infinity, "∞"), (.nan, "NaN"), (0.999, "1.00"),
    ] as [(Float, String)])
  func cellsHaveTwoDecimalsAndNoLeadingZero(value: Float, text: String) {
    #expect(NumberFormat.cell(value) == text)
  }

  @Test(
    arguments: [
      (0.0031, ".0031"), (-0.0031, "−.0031"), (0.004_99, ".0050"), (0.001, ".0010"),
      (0.000_96, ".0010"), (0.000_9, "9e−4"), (0.000_03, "3e−5"), (-0.000_000_96, "−1e−6"),
      (0.31, ".31"), (0, ".00"),
      (12.34, "12.3"), (.leastNonzeroMagnitude, "1e−45"),
    ] as [(Float, String)])
  func whatIsNotZeroDoesNotReadAsZero(value: Float, text: String) {
    #expect(NumberFormat.fine(value) == text)
  }

  @Test(
    arguments: [
      (0.5, ".5"), (-0.25, "−.25"), (12, "12"), (-1.125, "−1.125"), (0, "0"), (10.5, "10.5"),
    ]
      as [(Float, String)])
  func whatWasTypedKeepsItsDigits(value: Float, text: String) {
    #expect(NumberFormat.typed(value) == text)
  }

  @Test func widthsAreThoseOfTheWrittenNumbers() {
    let edges: [Float] = [
      0, -0.0, 0.004_999, 0.005, 0.994_9, 0.995, 9.994, 9.995, 99.94, 99.95, 999.5, 9999.4, 1e9,
      3e38,
    ]
    let steps = (0..<4000).map { Float($0) * 0.002_71 }
    for magnitude in edges + steps {
      for value in [magnitude, -magnitude] {
        #expect(NumberFormat.width(ofCell: value) == TextWidth.width(of: NumberFormat.cell(value)))
        #expect(NumberFormat.isZero(value) == (NumberFormat.cell(value) == ".00"))
      }
    }
  }
}
