import Foundation
import Testing

@Test func theValueExplainedIsTheValueEvaluated() throws {
  let workspace = Workspace()
  let file = try workspace.file("head.qkv", sampleScene)
  let set = ["--set", "X[\"cat\",1] = -0.75"]
  let lines = try workspace.run(["eval", file, "--format", "csv"] + set).output
    .split(separator: "\n").dropFirst()
  #expect(lines.count == 6 + 4 + 4 + 6 + 6 + 9 + 9 + 9 + 6 + 1)
  for line in lines {
    let fields = line.split(separator: ",", omittingEmptySubsequences: false)
    let labels = [fields[3], fields[5]].filter { !$0.isEmpty }
    let places = labels.map { Int($0) == nil ? "\"\($0)\"" : String($0) }
    let cell = "\(fields[1])" + (places.isEmpty ? "" : "[\(places.joined(separator: ","))]")
    let run = try workspace.run(["explain", file, cell] + set)
    #expect(run.status == 0, "\(cell)")
    let first = try #require(run.output.split(separator: "\n").first)
    let value = try #require(first.split(separator: " ").last.flatMap { Float($0) })
    #expect(first.hasPrefix("\(cell) = ") && value == Float(fields[6]), "\(cell): \(first)")
  }
}

@Test func anExplanationShowsFormulaOperandsAndWhereItGoes() throws {
  let workspace = Workspace()
  let file = try workspace.file("head.qkv", sampleScene)
  let run = try workspace.run("explain", file, "output[\"cat\",0]")
  #expect(run.output.contains("output = weight @ X"))
  #expect(run.output.contains("made from (value, and how much"))
  #expect(run.output.contains("per unit of it, the others held still):"))
  #expect(run.output.contains("weight[\"cat\",\"the\"]"))
  #expect(run.output.contains("used by"))
  #expect(run.output.contains("total"))
}

@Test func aCellThatDoesNotExistIsPointedAt() throws {
  let workspace = Workspace()
  let file = try workspace.file("head.qkv", sampleScene)
  for cell in ["weight[\"dog\",\"the\"]", "wieght[\"cat\",\"the\"]", "weight[", ""] {
    let run = try workspace.run("explain", file, cell)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("cell:1:"))
  }
}
