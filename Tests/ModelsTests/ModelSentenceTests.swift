import Testing

@testable import Models

@Suite struct ModelSentenceTests {
  @Test func addsTheStartAndForReferTheFullStop() throws {
    let refer = try ShippedModels.model("refer")
    let sentence = try refer.sentence("The cat left the road because it was hungry")
    #expect(sentence.words.first == "<s>" && sentence.words.last == ".")
    #expect(sentence.words[sentence.asking] == "it")
    let echo = try ShippedModels.model("echo")
    let chant = try echo.sentence("<s> red horn kim red horn")
    #expect(chant.words == ["<s>", "red", "horn", "kim", "red", "horn"])
    #expect(chant.asking == 5)
  }

  @Test func commasAndStopsMayStickToWords() throws {
    let refer = try ShippedModels.model("refer")
    let loose = try refer.sentence("because it was muddy , the cat left the road .")
    #expect(try refer.sentence("Because it was muddy, the cat left the road.") == loose)
  }

  @Test func namesAnUnknownWordAndOnesNearIt() throws {
    let refer = try ShippedModels.model("refer")
    #expect(
      throws: SentenceError.unknownWord(
        "hungy", near: ["hungry"], model: "refer", count: refer.words.count)
    ) { try refer.sentence("the cat left the road because it was hungy") }
    do throws(SentenceError) {
      _ = try refer.sentence("the cat chased the road because it was hungry")
      Issue.record("chased is unknown")
    } catch .unknownWord(let word, let near, _, _) {
      #expect(word == "chased")
      #expect(near.contains("left") && near.contains("crossed"))
    }
  }

  @Test func refusesALongSentenceWithItsCount() throws {
    let echo = try ShippedModels.model("echo")
    let long = Array(repeating: "red", count: 24).joined(separator: " ")
    #expect(throws: SentenceError.tooLong(25, most: 24, model: "echo")) {
      try echo.sentence(long)
    }
    #expect(throws: SentenceError.empty) { try echo.sentence("  ") }
  }
}
