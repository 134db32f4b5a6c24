import Foundation
import Testing

/// `qkv hunt` as a script uses it.
@Suite struct HuntCommandTests {
  private func hunt(_ arguments: String...) throws -> ProgramRun {
    try Workspace().run(["hunt"] + arguments)
  }

  @Test func theQuestionTellsNoHead() throws {
    let run = try hunt("refer", "--seed", "4", "--format", "json")
    #expect(run.status == 0)
    let json = try run.json
    #expect(json["head"] as? String == "")
    #expect((json["proofs"] as? [Any])?.isEmpty == true)
    #expect(json["proved"] as? Bool == false)
    #expect(!run.output.contains("2.2"))
  }

  @Test func proofsAreCheckedOneByOne() throws {
    let question = try hunt("refer", "--seed", "4", "--format", "json").json
    let answer = try #require(question["answer"] as? String)
    let run = try hunt(
      "refer", "--seed", "4", "--head", "2.2", "--looks-at", answer, "--breaks", "--format", "json")
    let proofs = try #require(try run.json["proofs"] as? [[String: Any]])
    #expect(proofs.map { $0["proof"] as? String } == ["looks", "breaks"])
    #expect(proofs.allSatisfy { $0["outcome"] as? String == "passed" })
    // Two proofs are not three.
    #expect(try run.json["proved"] as? Bool == false)
  }

  @Test func mistakesOfTheCallAreNamed() throws {
    #expect(try hunt("refer", "--breaks").status == 2)
    let head = try hunt("refer", "--head", "3.1", "--breaks")
    #expect(head.status == 1)
    #expect(head.errors.contains("has no head 3.1"))
    let word = try hunt("refer", "--head", "2.1", "--looks-at", "gnu")
    #expect(word.errors.contains("There is no \"gnu\""))
    let swap = try hunt("refer", "--head", "2.1", "--swap", "the gnu saw it")
    #expect(swap.errors.contains("\"gnu\" is not among"))
  }
}
