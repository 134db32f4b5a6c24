import Foundation
import Testing

/// A copy of the program, far from any source tree.
private func install(on desk: StepState) throws -> String {
  let program = "\(desk.path)/prefix/bin/qkv"
  try FileManager.default.createDirectory(
    atPath: "\(desk.path)/prefix/bin", withIntermediateDirectories: true)
  try FileManager.default.copyItem(atPath: StepState.program, toPath: program)
  return program
}

private func course(_ id: String) -> String {
  "qkv: 1\ntitle: t\nparts:\n  - title: p\n    lessons:\n      - {id: \(id), title: T, minutes: 5}\n"
}

@Test func theBuiltProgramFindsTheLessonsOfItsSourceTree() throws {
  let run = try StepState().run("eval", "projectoins")
  #expect(run.status == 1)
  #expect(run.errors == "There is no lesson or file projectoins. Did you mean projections?\n")
}

@Test func anInstalledProgramFindsTheLessonsBesideItThenThoseOfTheDataFolders() throws {
  let desk = StepState()
  let program = try install(on: desk)
  #expect(try desk.run("eval", "aa", program: program).errors.contains("were not found"))
  try desk.file("data/qkv/lessons/course.yml", course("shared-one"))
  let environment = ["XDG_DATA_DIRS": "\(desk.path)/data"]
  #expect(
    try desk.run("eval", "zz", environment: environment, program: program).errors
      .contains("shared-one"))
  try desk.file("prefix/share/qkv/lessons/course.yml", course("beside-it"))
  #expect(
    try desk.run("eval", "zz", environment: environment, program: program).errors
      .contains("beside-it"))
}

@Test func theOptionGoesBeforeTheVariableAndTheVariableBeforeTheRest() throws {
  let desk = StepState()
  try desk.file("one/course.yml", course("from-option"))
  try desk.file("two/course.yml", course("from-variable"))
  let environment = ["QKV_LESSONS": "\(desk.path)/two"]
  #expect(
    try desk.run("eval", "zz", environment: environment).errors.contains("from-variable"))
  let option = ["eval", "zz", "--lessons", "\(desk.path)/one"]
  #expect(try desk.run(option, environment: environment).errors.contains("from-option"))
}

@Test func aChosenFolderWithoutACourseIsSaid() throws {
  let desk = StepState()
  let run = try desk.run("eval", "zz", "--lessons", desk.path)
  #expect(run.status == 1)
  #expect(run.errors.contains("holds no course.yml"))
}

@Test func aStepOfALessonCanBeEvaluated() throws {
  let desk = StepState()
  let run = try desk.run("eval", "projections", "--only", "W_q", "--step", "who")
  #expect(run.status == 0)
  #expect(run.errors.isEmpty)
  let byPath = try desk.run(
    "eval", StepState.lessons + "/projections.md", "--only", "W_q", "--step", "who")
  #expect(byPath.output == run.output)
  let wrong = try desk.run("eval", "projections", "--step", "whom")
  #expect(wrong.status == 1)
  #expect(wrong.errors.contains("Did you mean who?"))
}
