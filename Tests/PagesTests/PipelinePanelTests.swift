import Lessons
import Testing

@testable import Pages
@testable import Playground
@testable import Terminal

/// The way of a token through attention as a diagram.
@Suite struct PipelinePanelTests {
  private func student(
    _ panel: String = "pipeline X, Q, K, V, score, weight, output row=\"it\"",
    size: Size = .comfortable, hide: String = ""
  ) throws -> Student {
    let question = """
      ```qkv number guess
      ask: How much?
      answer: 1
      equals: weight["it","cat"]
      \(hide)
      ```
      """
    let text = """
      ---
      qkv: 1
      id: way
      title: The way
      summary: One step.
      minutes: 1
      ---

      ```qkv scene
      axis token   = the cat drank it
      axis other   = le chat boit
      axis feature = noun pronoun
      axis trait   = seek drink
      axis content = who what

      X[token, feature] = [[0.1, 0], [1, 0], [0.2, 0], [0, 0.8]]
      Y[other, feature] = [[0.1, 0], [1, 0], [0.2, 0]]
      W_q[feature, trait] = [[0, 0], [2, 0.5]]
      W_k[feature, trait] = [[2, 0], [0, 0]]
      W_v[feature, content] = [[1, 0], [0, 1]]
      Q = X @ W_q
      K = X @ W_k
      V = X @ W_v
      score = Q @ K.T / sqrt(2)
      weight = softmax(score)
      output = weight @ V
      K2 = Y @ W_k
      V2 = Y @ W_v
      score2 = Q @ K2.T
      weight2 = softmax(score2)
      output2 = weight2 @ V2
      ```

      ## Way {#way}

      Walk along.

      ```qkv show
      \(panel)
      ```

      ```qkv sliders
      X["it"] from -2 to 2 step 0.1
      ```

      \(hide.isEmpty ? "" : question)
      """
    return try Student(reading: Lesson.load(text: text, file: "way.md"), on: "way", size: size)
  }

  private static let sizes = [
    Size(width: 120, height: 40), Size(width: 100, height: 30), Size(width: 80, height: 24),
    Size(width: 60, height: 20), Size(width: 40, height: 12), Size(width: 300, height: 100),
  ]

  private static let appearances = [
    Appearance(), Appearance(colors: .sixteen), Appearance(colors: .mono),
    Appearance(symbols: .ascii, colors: .mono),
  ]

  /// Names are whole where squares can be narrower, or a box wider.
  @Test func namesBesideSquaresAreWhole() throws {
    var student = try Place(lesson: "cross", step: "hand").student(size: .comfortable)
    student.focus(0)
    try student.press("z")
    for name in ["article", "colour", "thing", "state", "thirst"] {
      #expect(student.page.contains("\(name) "), "\(name)\n\(student.page)")
    }
    #expect(!student.page.contains("art…"))
  }

  @Test(arguments: sizes)
  func allBoxesAreThereAtEverySize(size: Size) throws {
    for appearance in Self.appearances {
      var student = try student(size: size)
      student.appearance = appearance
      student.focus(0)
      try student.press("z")
      #expect(try student.board.cut.isEmpty)
      for word in ["X", "Q", "K", "V", "score", "weight", "output"] {
        #expect(student.page.contains(word), "\(word) at \(size)\n\(student.page)")
      }
    }
  }

  @Test func boxesDoNotOverlap() throws {
    for size in Self.sizes {
      var student = try student(size: size)
      student.focus(0)
      try student.press("z")
      let rect = try #require(student.board.rect(of: 0))
      let content = PanelContent(
        stepState: try student.stepState, index: 0, appearance: Appearance())
      let places = content.pipeline.layout(rect, Appearance()).places.filter { !$0.isEmpty }
      #expect(places.count == min(7, rect.height))
      for (index, one) in places.enumerated() {
        #expect(rect.intersection(one) == one, "\(size) \(index)")
        for other in places[(index + 1)...] {
          #expect(one.intersection(other).isEmpty, "\(size): \(one) \(other)")
        }
      }
    }
  }

  @Test func theNumbersAreTheTokens() throws {
    let page = try student().page
    // q of it: .8 · 2 and .8 · .5
    for word in ["1.60", ".40", "W_q", "W_k", "W_v", "softmax"] {
      #expect(page.contains(word), "\(word)\n\(page)")
    }
    #expect(try student().value("Q[\"it\",\"seek\"]") == 1.6)
  }

  @Test func arrowsWalkTheBoxesAndTheirNumbers() throws {
    var student = try student()
    student.focus(0)
    try student.press("right down down")
    #expect(try student.stepState.cursor(of: 0) == PanelCursor(row: 1, column: 1, stack: 3))
    try student.press("enter")
    #expect(student.page.contains("Q[\"it\",\"drink\"]"))
    try student.press("esc right")
    #expect(try student.stepState.cursor(of: 0) == PanelCursor(row: 0, column: 2, stack: 3))
    try student.press("left left left left")
    #expect(try student.stepState.cursor(of: 0).column == 0)
  }

  @Test func anotherTokenAsks() throws {
    var student = try student()
    student.focus(0)
    try student.press("]")
    #expect(try student.stepState.cursor(of: 0).stack == 0)
    #expect(student.page.contains("\"the\""))
  }

  @Test func theMouseFindsTheNumbers() throws {
    var student = try student()
    student.focus(0)
    let rect = try #require(student.board.rect(of: 0))
    let widget = try #require(student.board.widget(of: 0))
    var found: Set<PanelCursor> = []
    for y in rect.y..<rect.bottom {
      for x in rect.x..<rect.right {
        let hit = widget.hit(
          Point(x: x, y: y), in: rect, from: PanelCursor(stack: 3), appearance: student.appearance)
        if let hit { found.insert(hit) }
      }
    }
    // 2 of x, 2 of q, 8 of K, 8 of V, 4 scores, 4 weights, 2 of the output.
    #expect(found.count == 30)
  }

  @Test func keysAndValuesMayComeFromAnotherTable() throws {
    let panel = "pipeline X, Y, Q, K2, V2, score2, weight2, output2 row=\"it\""
    let page = try student(panel).page
    for word in ["K2", "score2", "Y", "X"] { #expect(page.contains(word), "\(word)\n\(page)") }
  }

  @Test func whatIsAskedForIsHidden() throws {
    let page = try student(hide: "hide: [weight]").page
    #expect(page.contains("hidden"))
  }

  @Test func asTextItIsARowForEachTable() throws {
    let text = try #require(try student().stepState.plainText(of: 0))
    #expect(text.title == "from X to output for \"it\"")
    #expect(text.rows.map(\.label).prefix(3) == ["X of it", "Q of it", "K of the"])
    #expect(text.rows[1].numbers == ["seek 1.6", "drink 0.4"])
  }
}
