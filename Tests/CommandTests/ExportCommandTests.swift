import Foundation
import Testing

@Suite struct ExportCommandTests {
  private func export(_ workspace: Workspace, _ arguments: String...) throws -> ProgramRun {
    try workspace.run(["export"] + arguments + ["--lessons", Workspace.lessons])
  }

  @Test func aLessonIsPrintedAsAPage() throws {
    let run = try export(Workspace(), "softmax")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(run.output.hasSuffix("</html>\n"))
  }

  @Test func theSolutionsAreAskedFor() throws {
    let bare = try export(Workspace(), "softmax", "--format", "markdown")
    let solved = try export(Workspace(), "softmax", "--format", "markdown", "--solutions")
    #expect(bare.output.hasPrefix("# "))
    #expect(!bare.output.contains("### Notes"))
    #expect(solved.output.contains("### Notes"))
  }

  @Test func aFileIsWrittenInPlaceOfAnEarlierOne() throws {
    let workspace = Workspace()
    try workspace.file("page.html", "old")
    let path = workspace.path + "/page.html"
    let run = try export(workspace, "softmax", "-o", path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "Wrote \(path).\n")
    let page = try String(contentsOfFile: path, encoding: .utf8)
    #expect(page.hasPrefix("<!DOCTYPE html>"))
  }

  @Test func whatCannotBeExportedIsSaid() throws {
    let workspace = Workspace()
    try workspace.file("scene.qkv", "x = 1\n")
    let unknown = try export(workspace, "sofmax")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("Did you mean softmax?"))
    let scene = try export(workspace, workspace.path + "/scene.qkv")
    #expect(scene.status == 1)
    #expect(scene.errors.contains("is a scene"))
    let folder = try export(workspace, "softmax", "-o", workspace.path)
    #expect(folder.status == 1)
    #expect(try export(workspace, "softmax", "--format", "pdf").status == 2)
  }
}
