import Foundation
import Testing

/// A class hands in, and is read.
@Suite struct GradeCommandTests {
  private let workspace = Workspace()

  init() throws {
    try workspace.file("lessons/course.yml", course)
    try workspace.file("lessons/misconceptions.yml", misconceptions)
    try workspace.file("lessons/sums.md", lesson)
    try FileManager.default.createDirectory(
      atPath: "\(workspace.path)/class/deep", withIntermediateDirectories: true)
    for (name, guess) in [("Ada, L.", "9.0"), ("=Bob", "20.0"), ("Cy", "20.0")] {
      try workspace.file("data/progress.json", progress(of: name, guess: guess))
      let file = "\(workspace.path)/class/deep/\(name.count).qkv.json"
      let run = try workspace.run(
        "submit", "--name", name, "--output", file, "--data-dir", "\(workspace.path)/data")
      #expect(run.status == 0 && run.output.contains("Give this file to your instructor."))
    }
  }

  private func grade(_ format: String) throws -> ProgramRun {
    try workspace.run(
      "grade", "\(workspace.path)/class", "--format", format, "--lessons",
      "\(workspace.path)/lessons")
  }

  @Test func theTableTellsWhatTheClassNeeds() throws {
    try workspace.file("class/notes.txt", "hello")
    let table = try grade("table").output
    #expect(table.contains("3 students"))
    #expect(table.contains("2 of 3  sums/add  What is 4 and 5?"))
    #expect(table.contains("2 students  Plus is times."))
    #expect(table.contains("    20\n"))
    #expect(table.contains("notes.txt is no hand-in. One is made with qkv submit."))
    #expect(!table.components(separatedBy: "without names").dropFirst().joined().contains("Bob"))
  }

  @Test func theCSVFileHasARowAStudentAndNoFormula() throws {
    try workspace.file("class/notes.txt", "hello")
    let run = try grade("csv")
    let rows = run.output.components(separatedBy: "\r\n")
    #expect(rows.count == 5 && rows[4].isEmpty)
    #expect(rows[0].hasPrefix("name,file,handed_in,lessons_finished"))
    #expect(rows.contains { $0.hasPrefix("\"Ada, L.\",deep/") })
    #expect(rows.contains { $0.hasPrefix("'=Bob,") })
    #expect(run.errors.contains("notes.txt is no hand-in"))
  }

  @Test func theJSONObjectHasAllOfIt() throws {
    let json = try grade("json").json
    #expect((json["students"] as? [Any])?.count == 3)
    let question = try #require((json["questions"] as? [[String: Any]])?.first)
    #expect(question["missed"] as? Int == 2 && question["answered"] as? Int == 3)
  }

  @Test func aFolderWithoutHandInsSaysHowOneIsMade() throws {
    let fresh = Workspace()
    try fresh.file("class/notes.txt", "hello")
    let run = try fresh.run("grade", "\(fresh.path)/class", "--lessons", Workspace.lessons)
    #expect(run.status == 1)
    #expect(run.errors.contains("One is made with qkv submit."))
    let missing = try fresh.run("grade", "\(fresh.path)/none", "--lessons", Workspace.lessons)
    #expect(missing.status == 1 && missing.errors.contains("none"))
  }

  @Test func nothingElseIsOverwritten() throws {
    let file = try workspace.file("mine.json", "precious")
    let run = try workspace.run(
      "submit", "--name", "Cy", "--output", file, "--data-dir", "\(workspace.path)/data")
    #expect(run.status == 1 && run.errors.contains("Choose another name with --output."))
    #expect(workspace.text(of: "mine.json") == "precious")
    let nameless = try workspace.run("submit", "--name", " ")
    #expect(nameless.status == 2 && nameless.errors.contains("Give a name"))
    let fresh = try Workspace().run("submit", "--name", "Cy")
    #expect(fresh.status == 1 && fresh.errors.contains("nothing to hand in yet"))
  }

  private func progress(of student: String, guess: String) -> String {
    let isRight = guess == "9.0"
    let belief =
      isRight ? "" : #", "misconceptions": {"times": {"count": 1, "last": "2026-01-02T12:00:00Z"}}"#
    return """
      {"version": 1, "students": ["\(student.count)"], "lessons": {"sums": {
        "touched": "2026-01-02T12:00:00Z", "finished": {"add": "2026-01-02T12:00:00Z"},
        "seconds": 300, "blocks": {"add/three": {"kind": "number", "right": \(isRight),
          "guess": "\(guess)", "date": "2026-01-02T12:00:00Z"\(belief)}}}}}
      """
  }

  private let course = "qkv: 1\ntitle: adding up\nparts:\n  - {title: All, lessons: [sums]}\n"

  private let misconceptions = """
    qkv: 1
    misconceptions:
      - {id: times, says: Plus is times., lesson: sums, step: add}
    """

  private let lesson = """
    ---
    qkv: 1
    id: sums
    title: Sums
    summary: Sums.
    minutes: 1
    ---

    ```qkv scene
    x = 1
    ```

    ## Add {#add}

    ```qkv number three
    ask: What is 4 and 5?
    answer: 9
    equals: 8 + x
    ```
    """
}
