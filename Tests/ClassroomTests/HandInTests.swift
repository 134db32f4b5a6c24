import FuzzSupport
import Progress
import Testing

@testable import Classroom

/// A hand-in is read back whole, or said to be damaged.
@Suite struct HandInTests {
  static let noon = Timestamp(secondsSince1970: 1_800_000_000)

  static func progress(_ student: String, right: Bool = true, tries: Int = 1) -> Progress {
    var progress = Progress()
    progress.students = [student]
    progress.finish(step: "one", of: "sums", at: noon)
    for _ in 1..<tries {
      progress.record(
        .number, of: block, isRight: false, guess: "7.0", misconception: "times", at: noon)
    }
    progress.record(.number, of: block, isRight: right, guess: right ? "9.0" : "20.0", at: noon)
    return progress
  }

  static let block = BlockAddress(lesson: "sums", step: "one", block: "add")

  private let handIn = HandIn(
    name: "Ada \"L\" Łovelace 🐈", date: noon, progress: progress("a", tries: 3))

  @Test func whatIsWrittenIsReadBack() throws {
    #expect(try HandIn(parsing: Array(handIn.text.utf8)) == handIn)
    let mailed = handIn.text.replacing("\n", with: "\r\n")
    #expect(try HandIn(parsing: Array(mailed.utf8)) == handIn)
  }

  @Test func everyFlippedByteAndEveryCutIsNoticed() throws {
    let bytes = Array(handIn.text.utf8)
    var random = SeededNumbers(seed: 1)
    for _ in 0..<fuzzRounds(usually: 300) {
      var changed = bytes
      let place = Int.random(in: 0..<bytes.count, using: &random)
      changed[place] ^= UInt8.random(in: 1...255, using: &random)
      let read = try? HandIn(parsing: changed)
      // Air between the values is nobody's work.
      #expect(read == nil || read == handIn, "byte \(place)")
    }
    for length in stride(from: 40, to: bytes.count - 2, by: 7) {
      #expect(throws: HandInError.damaged) { try HandIn(parsing: Array(bytes[..<length])) }
    }
  }

  @Test(arguments: ["", "hello", "{}", "[1, 2]", "{\"version\": 1, \"lessons\": {}}"])
  func anythingElseIsForeign(text: String) {
    #expect(throws: HandInError.foreign) { try HandIn(parsing: Array(text.utf8)) }
  }

  @Test func aLaterEditionIsSaid() {
    #expect(throws: HandInError.newer(7)) {
      try HandIn(parsing: Array(#"{"qkv-hand-in": 7, "name": "Ada"}"#.utf8))
    }
    #expect(HandInError.newer(7).sentence(about: "a.json").contains("Update qkv"))
  }

  @Test(arguments: [
    ("Ada Lovelace", "ada-lovelace.qkv.json"), ("  O'Neil, Zoë ", "o-neil-zoë.qkv.json"),
    ("../../etc", "etc.qkv.json"), ("🐈", "hand-in.qkv.json"),
  ])
  func aFileIsNamedAfterItsStudent(name: String, file: String) throws {
    #expect(HandIn.file(of: try #require(HandIn.name(name))) == file)
  }

  @Test func aNameIsOneShortLine() {
    #expect(HandIn.name(" \n ") == nil)
    #expect(HandIn.name(String(repeating: "x", count: 101)) == nil)
    #expect(HandIn.name("Ada\n L") == "Ada L")
    #expect(HandIn.name("Ada\u{1B}[31m")?.unicodeScalars.contains("\u{1B}") == false)
  }
}
