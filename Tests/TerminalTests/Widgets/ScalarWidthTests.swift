import Terminal
import Testing

/// A number that is cut reads as another one.
@Suite struct ScalarWidthTests {
  @Test(arguments: [512, 0.25, 123_456, -8.5] as [Float], 1...40)
  func aNumberAloneIsNeverCut(value: Float, width: Int) {
    let table = MatrixTable(title: Line("a_name", .text), values: [[value]])
    var buffer = Buffer(size: Size(width: width, height: 1))
    table.draw(in: Rect(buffer.size), on: &buffer, appearance: Appearance())
    let number = Appearance().number(value)
    let words = buffer.text()[0].split(separator: " ")
    #expect(words.last.map { $0 == number || $0.hasSuffix("…") } == true, "\(buffer.text()[0])")
  }
}
