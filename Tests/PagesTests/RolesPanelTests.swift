import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// The table of query, key and value.
@Suite struct RolesPanelTests {
  private func student(_ panel: String, size: Size = .comfortable) throws -> Student {
    let text = """
      ---
      qkv: 1
      id: roles
      title: Roles
      summary: One step.
      minutes: 1
      ---

      ```qkv scene
      axis token = the cat drank
      axis trait = 2

      X[token, trait] = [[1, 0], [0, 1], [1, 1]]
      W_q[trait, trait] = [[1, 0], [0, 1]]
      K[token, trait] = [[1, 0], [0, 1], [1, 1]]
      Q = X @ W_q
      weight = softmax(Q @ K.T)
      ```

      ## Who does what? {#roles}

      Three parts.

      ```qkv show
      \(panel)
      ```

      ```qkv number guess
      ask: How much?
      answer: 1
      equals: Q[0, 0]
      hide: [weight]
      ```
      """
    return try Student(reading: Lesson.load(text: text, file: "roles.md"), on: "roles", size: size)
  }

  private let table = """
    roles Q, K, X @ W_q query="used once, then thrown away" key="read in every later step"
    """

  private func lines(_ student: Student) throws -> [String] {
    let rect = try #require(student.board.rect(of: 0))
    return student.rows[rect.y..<rect.bottom].map { row in
      String(row.dropFirst(rect.x).prefix(rect.width))
        .replacing(#/\s+$/#, with: "")
    }
  }

  @Test func eachHasARowWithHowItIsMadeAndWhatItIsFor() throws {
    #expect(
      try lines(student(table)) == [
        "query   Q = X·W_q   used once, then thrown away",
        "key     K, given    read in every later step",
        "value   X·W_q       what it hands over",
      ])
  }

  @Test func namesWearTheirColours() throws {
    let student = try student(table)
    let stepState = try student.stepState
    let rows = PanelContent(stepState: stepState, index: 0, appearance: Appearance()).roleTable.rows
    #expect(rows.map(\.name.role) == [.query, .key, .value])
  }

  @Test(arguments: [Size.comfortable, .usual, Size(width: 40, height: 12)])
  func nothingIsCutAtAnySize(size: Size) throws {
    var student = try student(table, size: size)
    student.focus(0)
    try student.press("z")
    let words = try lines(student).joined(separator: " ").split(separator: " ")
    for word in ["query", "key", "value", "thrown", "later", "hands"] {
      #expect(words.contains(Substring(word)), "\(student.page)")
    }
    #expect(try student.board.cut.isEmpty)
  }

  @Test func withoutColoursTheNamesStillSayIt() throws {
    var student = try student(table)
    student.appearance = Appearance(theme: try #require(Theme(named: "mono")))
    #expect(student.page.contains("query   Q = X·W_q"))
    student.appearance = Appearance(symbols: .ascii)
    #expect(student.page.contains("query   Q = X"))
  }

  @Test func asTextItIsATable() throws {
    var student = try student(table)
    student.focus(0)
    #expect(
      student.model.plainTextInFront?.lines == [
        "\tmatrix\twhat it is for", "query\tQ = X @ W_q\tused once, then thrown away",
        "key\tK, given\tread in every later step", "value\tX @ W_q\twhat it hands over",
      ])
    try student.press("v")
    #expect(student.page.contains("thrown away"))
  }

  @Test func noKeyActsOnACellThatIsNotThere() throws {
    var student = try student(table)
    student.focus(0)
    let before = try student.stepState.scene
    for keys in ["up", "down", "left", "right", "+", "-", "enter", "]", "f", "F", "d", "0", "="] {
      try student.press(keys)
      try student.press("esc")
    }
    #expect(try student.stepState.scene == before)
  }

  @Test func aCaptionOrANameStandsAbove() throws {
    #expect(try student("roles Q, K, X \"who does what\"").page.contains("who does what"))
    #expect(try lines(student("roles Q, K, X name=parts")).first == "parts")
  }
}
