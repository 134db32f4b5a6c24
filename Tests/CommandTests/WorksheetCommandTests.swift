import Foundation
import Testing

@Suite struct WorksheetCommandTests {
  /// A lesson's step, or a scene of the guide, and the names whose tables are asked for.
  private static let sheets = [
    ["projections", "--step", "query"], ["projections", "--step", "ask"],
    ["softmax", "--step", "hand"], ["heads", "--step", "join"], ["scene.qkv"],
  ]

  @Test(arguments: sheets, [0, 1, 5])
  func solutionsAreWhatEvalComputes(sheet: [String], seed: Int) throws {
    let workspace = Workspace()
    try workspace.file("scene.qkv", sampleScene)
    let arguments = sheet.map { $0 == "scene.qkv" ? workspace.path + "/" + $0 : $0 }
    let page = try workspace.run(
      ["worksheet"] + arguments + [
        "--seed", String(seed), "--solutions", "--lessons", Workspace.lessons,
      ])
    #expect(page.status == 0, "\(page.errors)")
    let settings = page.output.matches(of: /<span class="set">([^<]*)<\/span>/)
      .flatMap { ["--set", String($0.output.1)] }
    #expect(seed == 0 || !settings.isEmpty)
    let eval = try workspace.run(
      ["eval"] + arguments + ["--format", "json", "--lessons", Workspace.lessons] + settings)
    #expect(eval.status == 0, "\(eval.errors)")
    let tensors = try tensors(eval.output)
    var count = 0
    for table in page.output.matches(of: /<table [^>]*id="values-([^"]*)">([\s\S]*?)<\/table>/) {
      let values = try #require(tensors[String(table.output.1)])
      for cell in table.output.2.matches(of: /data-cell="([0-9]+)" data-value="([^"]*)"/) {
        let place = try #require(Int(cell.output.1))
        #expect(values[place] == String(cell.output.2), "\(table.output.1) \(place)")
        count += 1
      }
    }
    #expect(count > 2)
  }

  /// The numbers of each tensor, as `eval` writes them.
  private func tensors(_ json: String) throws -> [String: [String]] {
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let tensors = try #require(object?["tensors"] as? [String: [String: Any]])
    return tensors.mapValues { flat($0["values"] as Any) }
  }

  private func flat(_ values: Any) -> [String] {
    if let list = values as? [Any] { return list.flatMap(flat) }
    if let text = values as? String { return [text] }
    return ((values as? NSNumber)?.floatValue).map { ["\($0)"] } ?? []
  }

  @Test func theSheetGivesNothingAway() throws {
    let run = try Workspace().run(
      "worksheet", "projections", "--step", "query", "--lessons", Workspace.lessons)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.matches(of: /data-value=/).count == 1)
    #expect(!run.output.contains("qkv eval"))
  }

  @Test func whatCannotBeMadeIsSaid() throws {
    let workspace = Workspace()
    try workspace.file("big.qkv", "axis a = 100\nX[a, a] = randn(seed: 1)\nY = X @ X\n")
    let big = try workspace.run("worksheet", workspace.path + "/big.qkv")
    #expect(big.status == 1)
    #expect(big.errors.contains("Nothing here can be worked out by hand. Y is too large"))
    #expect(try workspace.run("worksheet", "softmax", "--seed", "-1").status == 2)
    let step = try workspace.run(
      "worksheet", "softmax", "--step", "hnad", "--lessons", Workspace.lessons)
    #expect(step.status == 1)
    #expect(step.errors.contains("Did you mean hand?"))
  }
}
