import Foundation
import Testing

@Suite struct RecapCommandTests {
  private func workspace() throws -> Workspace {
    let workspace = Workspace()
    try workspace.file("lessons/course.yml", course)
    try workspace.file("lessons/misconceptions.yml", misconceptions)
    try workspace.file("lessons/sums.md", lesson)
    try workspace.file("data/progress.json", progress)
    return workspace
  }

  private func recap(_ workspace: Workspace, _ arguments: String...) throws -> ProgramRun {
    let folders = [
      "--lessons", "\(workspace.path)/lessons", "--data-dir", "\(workspace.path)/data",
    ]
    return try workspace.run(["recap"] + arguments + folders)
  }

  private let section = """
    ## Sums

    1 of 3 answers right at the first try, 5 minutes, 2 hints.

    - ✓ What is 1 and 7? You said **8**.
    - ✗ What is 4 and 5? You said **20** (2 tries).
    - ✗ Which is more? You said **4**; it is **5**.

    Beliefs that answers showed:

    - Plus is times. Shown 2 times; not mended yet.

    """

  @Test func oneLessonIsPrinted() throws {
    let run = try recap(workspace(), "sums")
    #expect(run.status == 0)
    #expect(run.output == section)
  }

  @Test func allLessonsStandBelowTheTitleOfTheCourse() throws {
    let run = try recap(workspace())
    #expect(run.output == "# Adding up\n\n" + section)
  }

  @Test func whatWasNotBegunIsSaid() throws {
    let fresh = Workspace()
    #expect(try fresh.run("recap").output.hasPrefix("No lesson has been started yet."))
    #expect(try fresh.run("recap", "softmax").output.contains("has not been started yet"))
    let run = try fresh.run("recap", "sofmax")
    #expect(run.status == 1)
    #expect(run.errors.contains("Did you mean softmax?"))
  }

  private let progress = """
    {"version": 1, "lessons": {"sums": {
      "touched": "2026-01-02T12:00:00Z", "finished": {}, "seconds": 300, "hints": {"add": 2},
      "blocks": {
        "add/two": {"kind": "number", "right": true, "guess": "8.0", "date": "2026-01-02T12:00:00Z"},
        "add/three": {"kind": "number", "right": false, "guess": "20.0", "attempts": 2,
          "date": "2026-01-02T12:00:00Z",
          "misconceptions": {"plus-is-times": {"count": 2, "last": "2026-01-02T12:00:00Z"}}},
        "add/more": {"kind": "predict", "right": false, "guess": "4",
          "date": "2026-01-02T12:00:00Z"}
      }}}}
    """

  private let course = "qkv: 1\ntitle: adding up\nparts:\n  - {title: All, lessons: [sums]}\n"

  private let misconceptions = """
    qkv: 1
    misconceptions:
      - {id: plus-is-times, says: Plus is times., lesson: sums, step: add}
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

    ```qkv number two
    ask: What is 1 and 7?
    answer: 8
    equals: x + 7
    ```

    ```qkv number three
    ask: What is 4 and 5?
    answer: 9
    equals: 8 + x
    ```

    ```qkv predict more
    ask: Which is more?
    options: ["4", "5"]
    right: 2
    ```

    """
}
