import Foundation
import Testing

@Suite struct GlossaryCommandTests {
  private func glossary(_ arguments: String...) throws -> ProgramRun {
    try Workspace().run(["glossary", "--lessons", Workspace.lessons] + arguments)
  }

  @Test func aTermIsPrintedWithTheStepsThatShowIt() throws {
    let run = try glossary("Softmax")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("softmax\n  Turns a row of scores into shares"))
    #expect(run.output.contains("see softmax/hand, softmax/shift, matrix/axis"))
  }

  @Test func aSymbolLeadsToItsTerm() throws {
    #expect(try glossary("W_k").output.hasPrefix("W_q, W_k, W_v\n"))
  }

  @Test func wordsLeadToAllEntriesThatSayThem() throws {
    let run = try glossary("translations")
    #expect(run.output.contains("Does Q hold the words to translate"))
    #expect(run.status == 0)
  }

  @Test func noLineIsWiderThanATerminal() throws {
    let run = try glossary()
    let lines = run.output.split(separator: "\n")
    #expect(lines.count > 200)
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func itsJSONHoldsEveryField() throws {
    let run = try glossary("query", "--format", "json")
    let entries = try #require(try run.json["entries"] as? [[String: Any]])
    #expect(entries.count == 1)
    #expect(entries[0]["name"] as? String == "query")
    #expect(entries[0]["symbol"] as? String == "q")
    #expect((entries[0]["see"] as? [String])?.first == "projections/query")
    #expect((entries[0]["meaning"] as? String)?.contains("`x @ W_q`") == true)
  }

  @Test func itsMarkdownHasAHeadingForEachEntry() throws {
    let run = try glossary("--format", "markdown")
    let headings = run.output.split(separator: "\n").count { $0.hasPrefix("## ") }
    let names = try #require(try glossary("--format", "json").json["entries"] as? [Any]).count
    #expect(headings == names && names > 60)
  }

  @Test func aSlipIsAnsweredWithWhatMayBeMeant() throws {
    let run = try glossary("sofmax")
    #expect(run.status == 1)
    #expect(run.errors.contains("The glossary has no \"sofmax\". Did you mean softmax?"))
  }
}
