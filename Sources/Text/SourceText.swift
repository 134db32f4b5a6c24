/// A piece of a file: what it says and where in the file it stands.
package struct SourceText: Equatable, Sendable {
  package let file: String
  package let text: String
  /// The line of the file on which the text begins, from 1.
  package let line: Int
  /// The column of the file at which every line of the text begins, from 1.
  package let column: Int

  package init(file: String, text: String, line: Int = 1, column: Int = 1) {
    self.file = file
    self.text = text
    self.line = line
    self.column = column
  }
}

/// A place in a file; lines and columns count characters from 1.
package struct SourceLocation: Hashable, Sendable {
  package let file: String
  package let line: Int
  package let column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}
