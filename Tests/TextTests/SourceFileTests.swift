import Testing
import Text

@Suite struct SourceFileTests {
  private let file = SourceFile(name: "f", text: "ab\n猫é c\n\nd")

  @Test(arguments: [(1, 1, 0), (1, 2, 1), (2, 1, 3), (2, 2, 6), (2, 3, 8), (3, 1, 11), (4, 1, 12)])
  func aLineAndColumnHaveAPlace(line: Int, column: Int, offset: Int) {
    #expect(file.offset(line: line, column: column) == offset)
    #expect(file.location(at: offset) == SourceLocation(file: "f", line: line, column: column))
  }

  @Test func aColumnBehindTheLineIsItsEndAndALineBehindTheFileIsTheFilesEnd() {
    #expect(file.offset(line: 1, column: 9) == 2)
    #expect(file.offset(line: 1, column: 0) == 0)
    #expect(file.offset(line: 4, column: 5) == 13)
    #expect(file.offset(line: 5, column: 1) == 13)
    #expect(file.offset(line: 0, column: 1) == 13)
  }
}
