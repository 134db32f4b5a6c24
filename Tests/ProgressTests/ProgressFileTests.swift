import Files
import FuzzSupport
import Progress
import Testing

private let sample = """
  {
    "a-later-key" : [1, 2.5, null, true, {"x" : "y"}],
    "lessons" : {
      "scores" : {
        "blocks" : {
          "bet/largest" : {
            "attempts" : 2,
            "confidence" : "high",
            "date" : "2026-11-21T02:28:38Z",
            "guess" : "it",
            "kind" : "predict",
            "right" : true
          }
        },
        "colour" : "blue",
        "finished" : { "bet" : "2026-11-21T02:28:38Z" },
        "place" : "bet",
        "seconds" : 12,
        "started" : "2026-11-20T00:00:00Z",
        "touched" : "2026-11-21T02:28:38Z"
      }
    },
    "version" : 1
  }
  """

@Test func whatALaterEditionAddedIsKept() throws {
  let progress = try Progress(parsing: Array(sample.utf8))
  #expect(progress.isFinished(step: "bet", of: "scores"))
  let again = try Progress(parsing: Array(progress.merged(with: Progress()).text.utf8))
  #expect(again == progress)
  for key in ["a-later-key", "confidence", "colour"] { #expect(progress.text.contains(key)) }
}

@Test func theFileIsIndentedAndItsKeysAreInOrder() throws {
  let text = try Progress(parsing: Array(sample.utf8)).text
  let lessons = try #require(text.range(of: "\"lessons\""))
  let version = try #require(text.range(of: "\"version\""))
  #expect(lessons.lowerBound < version.lowerBound)
  #expect(text.contains("\n      \"blocks\"") || text.contains("\n    \"scores\""))
  #expect(text.hasSuffix("}\n"))
}

@Test func aNewerVersionIsToldFromDamage() {
  let newer = sample.replacing("\"version\" : 1", with: "\"version\" : 7")
  #expect {
    try Progress(parsing: Array(newer.utf8))
  } throws: { error in
    guard case .newer(7, let progress) = error as? ProgressFileError else { return false }
    return progress.isFinished(step: "bet", of: "scores")
  }
  for damaged in ["", "{}", "[]", "null", "{\"version\": 0, \"lessons\": {}}", "{\"version\": 1}"] {
    #expect(throws: ProgressFileError.notProgress) { try Progress(parsing: Array(damaged.utf8)) }
  }
}

@Test(arguments: [
  ("2026-11-21T02:28:38Z", 1_795_228_118), ("1970-01-01T00:00:00Z", 0),
  ("2024-02-29T23:59:59Z", 1_709_251_199),
])
func aMomentReadsAsItIsWritten(text: String, seconds: Int) {
  #expect(Timestamp(text)?.secondsSince1970 == seconds)
  #expect(Timestamp(secondsSince1970: seconds).text == text)
}

@Test(arguments: [
  "", "2026-13-01T00:00:00Z", "2025-02-29T00:00:00Z", "2026-11-21T02:28:38", "2026-11-21 02:28:38Z",
  "2026-11-21T24:00:00Z", "+026-11-21T02:28:38Z", "2026-11-21T02:28:3éZ",
])
func whatIsNoDateIsNoMoment(text: String) {
  #expect(Timestamp(text) == nil)
}

/// Each damaged file is used as far as it can be read, or else set aside under a name of its own.
@Test(arguments: [1, 2, 3, 4])
func damagedFilesAreUsedOrSetAside(seed: UInt64) throws {
  let scratch = Scratch()
  var operations = FileOperations()
  operations.synchronize = { _ in 0 }
  let store = ProgressStore(directory: scratch.path, operations: operations)
  let good = Array(sample.utf8)
  var copy = Progress()
  copy.finish(step: "copied", of: "lookup", at: .second(0))
  try scratch.write(Array(copy.text.utf8), to: "progress.json.bak")
  var numbers = SeededNumbers(seed: seed)
  var used = 0
  let rounds = fuzzRounds(usually: 1_000) / 4
  for round in 0..<rounds {
    let bytes = mutated(good, using: &numbers)
    try scratch.write(bytes, to: "progress.json")
    let loaded = store.load(at: .second(round))
    _ = (loaded.progress.tally.minutesSpent, loaded.progress.review)
    switch loaded.problem {
    case nil, .newer:
      #expect(scratch.read("progress.json") == bytes)
    case .damaged:
      used += 1
      #expect(loaded.progress.isFinished(step: "copied", of: "lookup"))
      #expect(scratch.read("progress.json") == bytes)
    case .setAside(let path, true):
      #expect(loaded.progress == copy)
      let name = String(path.dropFirst(scratch.path.count + 1))
      #expect(name == "progress.corrupt-\(Timestamp.second(round).fileNamePart).json")
      #expect(scratch.read(name) == bytes)
      scratch.remove(name)
    case let problem:
      Issue.record("round \(round): \(String(describing: problem))")
    }
  }
  #expect(used > rounds / 4)
}

@Test func deepNestingIsNoProgressFile() {
  let inner = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
  for text in [String(inner.prefix(100_000)), inner, "{\"version\": 1, \"lessons\": \(inner)}"] {
    #expect(throws: ProgressFileError.notProgress) { try Progress(parsing: Array(text.utf8)) }
  }
}
