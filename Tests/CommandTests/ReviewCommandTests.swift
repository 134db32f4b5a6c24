import Foundation
import Testing

@Suite struct ReviewCommandTests {
  /// Two questions of the course, answered long ago: one right, one wrong.
  private let progress = """
    {"version": 1, "lessons": {"softmax": {
      "touched": "2026-01-02T12:00:00Z", "finished": {},
      "blocks": {
        "STEP/FIRST": {"kind": "KIND", "right": true, "date": "2026-01-02T12:00:00Z"},
        "STEP/OTHER": {"kind": "KIND", "right": false, "date": "2026-01-02T12:00:00Z"}
      }}}}
    """

  private func workspace(date: String = "2026-01-02T12:00:00Z") throws -> Workspace {
    let workspace = Workspace()
    try workspace.file("lessons/course.yml", course)
    try workspace.file("lessons/sums.md", lesson)
    let text = progress.replacing("softmax", with: "sums").replacing("STEP", with: "add")
      .replacing("FIRST", with: "two").replacing("OTHER", with: "three")
      .replacing("KIND", with: "number").replacing("2026-01-02T12:00:00Z", with: date)
    try workspace.file("data/progress.json", text)
    return workspace
  }

  private func review(_ workspace: Workspace, _ arguments: String...) throws -> ProgramRun {
    let folders = [
      "--lessons", "\(workspace.path)/lessons", "--data-dir", "\(workspace.path)/data",
    ]
    return try workspace.run(["review"] + arguments + folders)
  }

  @Test func theListNamesWhatIsDueTheWrongAnswerFirst() throws {
    let run = try review(workspace(), "--list")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("wrong") && lines[0].contains("What is 4 and 5?"))
    #expect(lines[1].hasPrefix("right") && lines[1].contains("What is 1 and 7?"))
    #expect(lines[1].contains("days overdue"))
    #expect(lines[2] == "2 questions are due now.")
  }

  @Test func theListIsAlsoJSON() throws {
    let json = try review(workspace(), "--format", "json").json
    #expect(json["intervals"] as? [Int] == [1, 3, 7, 21])
    let due = try #require(json["due"] as? [[String: Any]])
    #expect(due.map { $0["question"] as? String } == ["three", "two"])
    #expect(due.map { $0["right"] as? Bool } == [false, true])
    #expect(due.map { $0["seed"] as? Int } == [1, 1])
    #expect(due.allSatisfy { ($0["overdue"] as? Int ?? 0) > 100 })
    #expect(json["next"] as? Int == 0)
  }

  @Test func whereNothingIsDueOneSentenceSaysWhen() throws {
    let run = try review(workspace(date: ISO8601DateFormatter().string(from: Date())))
    #expect(run.status == 0)
    #expect(run.output == "Nothing to review today: 2 questions come back tomorrow.\n")
    let fresh = Workspace()
    #expect(try fresh.run("review").output.hasPrefix("Nothing to review yet:"))
  }

  @Test func withoutATerminalItAsksInLines() throws {
    let run = try review(workspace())
    #expect(run.status == 0)
    #expect(run.output.contains("Question 1 of 2, from the step: "), "\(run.output)")
  }

  private let course = "qkv: 1\ntitle: Sums\nparts:\n  - {title: All, lessons: [sums]}\n"

  private let lesson = """
    ---
    qkv: 1
    id: sums
    title: Sums
    summary: A question with other numbers.
    minutes: 1
    ---

    ```qkv scene
    x = 1
    ```

    ## Add {#add}

    ```qkv number two
    ask: What is 1 and {x}?
    equals: 1 + x
    vary: x in [7, 7.0]
    ```

    ```qkv number three
    ask: What is 4 and 5?
    answer: 9
    equals: 8 + x
    ```

    """
}
