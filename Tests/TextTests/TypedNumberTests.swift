import Testing
import Text

@Suite struct TypedNumberTests {
  @Test(
    arguments: [
      ("73", 73), ("0", 0), (".73", 0.73), ("0.73", 0.73), ("0,73", 0.73), (",73", 0.73),
      ("5.", 5), ("5,", 5), ("−.5", -0.5), ("-.5", -0.5), ("–,5", -0.5), ("− 2", -2), ("+2", 2),
      ("1e3", 1000), ("2E-3", 0.002), ("1e+2", 100), ("  7 ", 7), ("16777217", 16_777_216),
    ] as [(String, Float)])
  func decimalsAreReadHoweverTheyAreTyped(text: String, number: Float) {
    #expect(TypedNumber.value(of: text) == number)
  }

  @Test(
    arguments: [
      ("27/37", 27 / 37), ("1/3", 1 / 3), ("-1/4", -0.25), ("1/−4", -0.25), (" 1 / 2 ", 0.5),
      ("0,5/2", 0.25), ("73%", 0.73), ("73 %", 0.73), ("−5%", -0.05), ("12,5%", 0.125),
      ("0/7", 0), ("150%", 1.5),
    ] as [(String, Float)])
  func fractionsAndPercentagesAreNumbers(text: String, number: Float) {
    #expect(TypedNumber.value(of: text) == number)
  }

  @Test(
    arguments: [
      ("inf", .infinity), ("∞", .infinity), ("-inf", -.infinity), ("−∞", -.infinity),
      ("+Infinity", .infinity),
    ] as [(String, Float)])
  func infinityIsANumber(text: String, number: Float) {
    #expect(TypedNumber.value(of: text) == number)
  }

  @Test(arguments: [
    "", " ", ".", ",", "-", "%", "/", "nan", "−nan", "1 2", "1.2.3", "1,234.5", "1,2,3", "0x10",
    "1/0", "1/", "/2", "1/2/3", "inf/2", "1/inf", "1e39", "-1e39", "1e400", "--1", "- -1", "+-1",
    "1-", "5%%", "%5", "1e", "e3", "12a", "½", "٣", "1_000",
  ])
  func theRestIsNoNumber(text: String) {
    #expect(TypedNumber.value(of: text) == nil)
  }
}
