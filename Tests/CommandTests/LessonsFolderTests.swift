import Foundation
import Testing

/// A copy of the program, far from any source tree.
private func install(on workspace: Workspace) throws -> String {
  let program = "\(workspace.path)/prefix/bin/qkv"
  try FileManager.default.createDirectory(
    atPath: "\(workspace.path)/prefix/bin", withIntermediateDirectories: true)
  try FileManager.default.copyItem(atPath: Workspace.program, toPath: program)
  return program
}

private func course(_ id: String) -> String {
  "qkv: 1\ntitle: t\nparts:\n  - title: p\n    lessons:\n      - {id: \(id), title: T, minutes: 5}\n"
}

@Test func theBuiltProgramFindsTheLessonsOfItsSourceTree() throws {
  let run = try Workspace().run("eval", "projectoins")
  #expect(run.status == 1)
  #expect(run.errors == "There is no lesson or file projectoins. Did you mean projections?\n")
}

@Test func anInstalledProgramFindsTheLessonsBesideItThenThoseOfTheDataFolders() throws {
  let workspace = Workspace()
  let program = try install(on: workspace)
  #expect(try workspace.run("eval", "aa", program: program).errors.contains("were not found"))
  try workspace.file("data/qkv/lessons/course.yml", course("shared-one"))
  let environment = ["XDG_DATA_DIRS": "\(workspace.path)/data"]
  #expect(
    try workspace.run("eval", "zz", environment: environment, program: program).errors
      .contains("shared-one"))
  try workspace.file("prefix/share/qkv/lessons/course.yml", course("beside-it"))
  #expect(
    try workspace.run("eval", "zz", environment: environment, program: program).errors
      .contains("beside-it"))
}

@Test func whatIsInstalledGoesBeforeAFolderThatHappensToLieAbove() throws {
  let workspace = Workspace()
  let program = try install(on: workspace)
  try workspace.file("lessons/course.yml", course("above-it"))
  #expect(try workspace.run("eval", "zz", program: program).errors.contains("above-it"))
  try workspace.file("prefix/share/qkv/lessons/course.yml", course("beside-it"))
  #expect(try workspace.run("eval", "zz", program: program).errors.contains("beside-it"))
}

@Test func aFileOfOnesOwnNeedsNoCourse() throws {
  let workspace = Workspace()
  let program = try install(on: workspace)
  try workspace.file("own/one.qkv", "x = 3")
  try workspace.file(
    "own/one.md",
    "---\nqkv: 1\nid: one\ntitle: One\nsummary: S.\nminutes: 1\n---\n\n## First {#first}\n\nHello.\n"
  )
  let size = ["--size", "60x20"]
  let lesson = try workspace.run(
    ["snapshot", "\(workspace.path)/own/one.md"] + size, program: program)
  #expect(lesson.status == 0 && lesson.output.contains("Hello."))
  #expect(
    try workspace.run(["snapshot", "\(workspace.path)/own/one.qkv"] + size, program: program).status
      == 0)
  let missing = try workspace.run(
    ["snapshot", "\(workspace.path)/own/two.md"] + size, program: program)
  #expect(missing.status == 1 && !missing.errors.isEmpty)
}

@Test func theOptionGoesBeforeTheVariableAndTheVariableBeforeTheRest() throws {
  let workspace = Workspace()
  try workspace.file("one/course.yml", course("from-option"))
  try workspace.file("two/course.yml", course("from-variable"))
  let environment = ["QKV_LESSONS": "\(workspace.path)/two"]
  #expect(
    try workspace.run("eval", "zz", environment: environment).errors.contains("from-variable"))
  let option = ["eval", "zz", "--lessons", "\(workspace.path)/one"]
  #expect(try workspace.run(option, environment: environment).errors.contains("from-option"))
}

@Test func aChosenFolderWithoutACourseIsSaid() throws {
  let workspace = Workspace()
  let run = try workspace.run("eval", "zz", "--lessons", workspace.path)
  #expect(run.status == 1)
  #expect(run.errors.contains("holds no course.yml"))
}

@Test func aStepOfALessonCanBeEvaluated() throws {
  let workspace = Workspace()
  let run = try workspace.run("eval", "projections", "--only", "W_q", "--step", "who")
  #expect(run.status == 0)
  #expect(run.errors.isEmpty)
  let byPath = try workspace.run(
    "eval", Workspace.lessons + "/projections.md", "--only", "W_q", "--step", "who")
  #expect(byPath.output == run.output)
  let wrong = try workspace.run("eval", "projections", "--step", "whom")
  #expect(wrong.status == 1)
  #expect(wrong.errors.contains("Did you mean who?"))
}
