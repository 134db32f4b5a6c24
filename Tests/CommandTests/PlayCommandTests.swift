import Foundation
import Testing

/// What `qkv play` prints where there is no terminal.
@Suite struct PlayCommandTests {
  private func play(_ sentence: String) throws -> ProgramRun {
    try Workspace().run("play", "--sentence", sentence)
  }

  @Test func knownWordsAreReadByTheTrainedModel() throws {
    let run = try play("the cat left the road because it was muddy")
    #expect(run.status == 0)
    #expect(run.output.contains("trained weights of refer, head 2.2"))
    #expect(run.output.contains("\"it\" means cat .00, road 1.00"))
    let road = try #require(run.output.split(separator: "\n").first { $0.hasPrefix("road") })
    #expect(road.hasSuffix("1.00"))
  }

  @Test func unknownWordsAreNamedWithNearOnes() throws {
    let run = try play("the dog chased the cat because it was hungry")
    #expect(run.status == 0)
    #expect(run.output.contains("words of refer: chased (near it: left"))
    #expect(run.output.contains("These numbers are random"))
    #expect(run.output.contains("weight"))
  }

  @Test func everyUnknownWordIsNamedOnce() throws {
    let output = try play("the gnu saw the gnu and the emu").output
    #expect(output.contains("of refer: gnu"))
    #expect(output.components(separatedBy: "gnu (").count <= 2)
    #expect(output.contains("emu"))
  }

  @Test func aSentenceWithoutAPronounHasNothingToAsk() throws {
    let output = try play("the dog left the road").output
    #expect(output.contains("Your sentence has none."))
  }

  @Test func aRepeatedWordIsShownTwice() throws {
    let run = try play("the dog chased the cat")
    #expect(run.status == 0)
    #expect(run.output.contains("the_2") || run.output.contains("the₂"))
  }

  @Test func aSentenceThatIsCloseIsOffered() throws {
    let output = try play("the dog saw the cats because it slept").output
    #expect(output.contains("knows a sentence close to yours"))
  }

  @Test func aLongSentenceIsRefusedWithItsCount() throws {
    let run = try play(String(repeating: "the cat left the road ", count: 6) + "because it was icy")
    #expect(run.status == 1)
    #expect(run.errors.contains("36 tokens"))
    #expect(run.errors.contains("at most 24"))
  }

  @Test func aWordDrivesNoTerminalAndEndsNoBlock() throws {
    let run = try play("a ``` b` \u{1b}[2J {#x} *c* \"d\" it")
    #expect(run.status == 0, "\(run.errors)")
    #expect(!run.output.unicodeScalars.contains("\u{1b}"))
  }

  @Test func theSameWordHasTheSameNumbers() throws {
    let one = try play("quux zork").output
    let other = try play("quux zork").output
    #expect(one == other)
  }
}
