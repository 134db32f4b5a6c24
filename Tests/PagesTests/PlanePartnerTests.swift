import Lessons
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// Which two arrows of a plane are measured against each other.
@Suite struct PlanePartnerTests {
  @Test func aQueryIsMeasuredAgainstTheKeyItMatchesBest() throws {
    let student = try Place(lesson: "projections", step: "ask").student(size: .comfortable)
    let query = try [student.value("Q[\"it\",\"seek\"]"), student.value("Q[\"it\",\"drink\"]")]
    let key = try [student.value("K[\"cat\",\"seek\"]"), student.value("K[\"cat\",\"drink\"]")]
    let product = NumberFormat.cell(query[0] * key[0] + query[1] * key[1])
    #expect(student.page.contains("Q[\"it\"] · cat = \(product)"))
  }

  @Test func aKeyIsMeasuredAgainstTheQuery() throws {
    var student = try Place(lesson: "projections", step: "ask").student(size: .comfortable)
    try student.press("2 6 ]")
    #expect(try student.stepState.context == Context.plane)
    #expect(student.page.contains("cat · Q[\"it\"] = "))
  }

  @Test func theRowsOfOneMatrixAreMeasuredAgainstTheNearest() throws {
    let student = try Place(lesson: "embeddings", step: "summary").student(size: .comfortable)
    #expect(student.page.contains("cos 37° = 20.0"))
  }

  @Test func aNumberToBeWorkedOutIsNotGivenAway() throws {
    var student = try Place(lesson: "embeddings", step: "dot").student(size: .comfortable)
    #expect(!student.page.contains("= 24.0"))
    student.type("24")
    try student.press("enter")
    #expect(student.page.contains("= 24.0"))
  }

  /// A product is not told below the arrows while the scores that it is one of are hidden.
  @Test func whatTwoArrowsMakeWaitsForTheAnswer() throws {
    let lesson = try Lesson.load(text: matches, file: "matches.md")
    var student = try Student(reading: lesson, on: "matches")
    #expect(!student.page.contains("= 4.00"))
    try student.press("2")
    #expect(student.page.contains("= 4.00"))
  }

  @Test func ofEqualsTheFirstIsTaken() throws {
    let stepState = try Student(reading: .load(text: twins, file: "twins.md"), on: "twins")
      .stepState
    let vectors = stepState.vectors(of: stepState.panels[0])
    #expect(stepState.partner(of: 0, among: vectors) == 1)
    #expect(stepState.partner(of: 3, among: vectors) == 1)
  }

  @Test func anArrowAloneHasNoPartner() throws {
    let text = twins.replacing("one two three four", with: "one")
      .replacing("[[1, 0], [2, 1], [2, 1], [0.5, 0.5]]", with: "[[1, 0]]")
    let stepState = try Student(reading: .load(text: text, file: "twins.md"), on: "twins").stepState
    let alone = stepState.vectors(of: stepState.panels[0])
    #expect(alone.count == 1)
    #expect(stepState.partner(of: 0, among: alone) == nil)
    #expect(stepState.partner(of: 7, among: alone) == nil)
  }
}

private let twins = """
  ---
  qkv: 1
  id: twins
  title: Twins
  summary: Two arrows that are the same.
  minutes: 1
  ---

  ```qkv scene
  axis token = one two three four
  axis feature = east north
  X[token, feature] = [[1, 0], [2, 1], [2, 1], [0.5, 0.5]]
  ```

  ## Twins {#twins}

  Two of them are the same.

  ```qkv show
  plane X
  ```
  """

private let matches = """
  ---
  qkv: 1
  id: matches
  title: Matches
  summary: A choice about hidden scores.
  minutes: 1
  ---

  ```qkv scene
  axis person = Ana Ben
  axis language = Spanish French
  Q[person, language] = [[0, 1], [2, -1]]
  K[person, language] = [[3, 0], [0, 4]]
  score = Q @ K.T
  ```

  ## Matches {#matches}

  Who matches?

  ```qkv show
  plane Q["Ana"], K x=Spanish y=French
  ```

  ```qkv sliders
  Q["Ana"] from -3 to 3 step 0.5
  ```

  ```qkv predict best
  ask: Who matches her best?
  largest: score["Ana"]
  set: Q["Ana"] = [0, 1]
  hide: ['score["Ana"]']
  explain: Ben.
  ```
  """
