import Testing

@Suite struct NewCommandTests {
  private func new(_ id: String, in workspace: Workspace) throws -> ProgramRun {
    try workspace.run(
      "-c", "cd \"$0\" && \"$1\" new \"$2\"", workspace.path, Workspace.program, id,
      program: "/bin/sh")
  }

  @Test func aNewLessonHasAllThatCheckAsksFor() throws {
    let workspace = Workspace()
    let run = try new("soft-cake", in: workspace)
    #expect(run.status == 0 && run.output.contains("qkv watch soft-cake.md"))
    #expect(workspace.text(of: "soft-cake.md")?.contains("title: Soft cake\n") == true)
    let check = try workspace.run("check", "\(workspace.path)/soft-cake.md")
    #expect(check.status == 0)
    #expect(check.output == "1 lesson, 0 scenes: all fine\n", "\(check.errors)")
  }

  @Test func nothingIsOverwritten() throws {
    let workspace = Workspace()
    try workspace.file("mine.md", "precious")
    let run = try new("mine", in: workspace)
    #expect(run.status == 1 && run.errors.contains("Choose another name."))
    #expect(workspace.text(of: "mine.md") == "precious")
  }

  @Test(arguments: ["", "../up", "My Lesson", "a/b", "é"])
  func whatIsNoIdIsSaid(id: String) throws {
    let run = try new(id, in: Workspace())
    #expect(run.status == 2 && run.errors.contains("such as my-lesson"))
  }
}
