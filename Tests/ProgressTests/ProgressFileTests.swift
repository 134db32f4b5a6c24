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
    guard case .newer(7, let progress) = error as? ProgressFileFault else { return false }
    return progress.isFinished(step: "bet", of: "scores")
  }
  for damaged in ["", "{}", "[]", "null", "{\"version\": 0, \"lessons\": {}}", "{\"version\": 1}"] {
    #expect(throws: ProgressFileFault.notProgress) { try Progress(parsing: Array(damaged.utf8)) }
  }
}

@Test(arguments: [
  ("2026-11-21T02:28:38Z", 1_795_228_118), ("1970-01-01T00:00:00Z", 0),
  ("2024-02-29T23:59:59Z", 1_709_251_199),
])
func aMomentReadsAsItIsWritten(text: String, seconds: Int) {
  #expect(Moment(text)?.secondsSince1970 == seconds)
  #expect(Moment(secondsSince1970: seconds).text == text)
}

@Test(arguments: [
  "", "2026-13-01T00:00:00Z", "2025-02-29T00:00:00Z", "2026-11-21T02:28:38", "2026-11-21 02:28:38Z",
  "2026-11-21T24:00:00Z", "+026-11-21T02:28:38Z", "2026-11-21T02:28:3éZ",
])
func whatIsNoDateIsNoMoment(text: String) {
  #expect(Moment(text) == nil)
}

/// Each damaged file is read or set aside under a name of its own; nothing is overwritten.
@Test(arguments: [1, 2, 3, 4])
func damagedFilesAreReadOrSetAside(seed: UInt64) throws {
  let scratch = Scratch()
  var operations = FileOperations()
  operations.synchronize = { _ in 0 }
  let store = ProgressStore(directory: scratch.path, operations: operations)
  let good = Array(sample.utf8)
  var copy = Progress()
  copy.finish(step: "copied", of: "lookup", at: .second(0))
  try scratch.write(Array(copy.text.utf8), to: "progress.json.bak")
  var numbers = SeededNumbers(seed: seed)
  var setAside = 0
  let rounds = fuzzRounds(usually: 20_000) / 4
  for round in 0..<rounds {
    let bytes = damaged(good, &numbers)
    try scratch.write(bytes, to: "progress.json")
    let loaded = store.load(at: .second(round))
    switch loaded.trouble {
    case nil, .newer:
      #expect(scratch.read("progress.json") == bytes)
    case .setAside(let path, true):
      setAside += 1
      #expect(loaded.progress == copy)
      let name = String(path.dropFirst(scratch.path.count + 1))
      #expect(name == "progress.corrupt-\(Moment.second(round).fileNamePart).json")
      #expect(scratch.read(name) == bytes)
      scratch.remove(name)
    case let trouble:
      Issue.record("round \(round): \(String(describing: trouble))")
    }
  }
  #expect((rounds / 2...rounds).contains(setAside))
}

/// Between one and eight random edits: bytes changed, cut out, doubled, or the end torn off.
private func damaged(_ bytes: [UInt8], _ numbers: inout SeededNumbers) -> [UInt8] {
  var bytes = bytes
  for _ in 0..<Int.random(in: 1...8, using: &numbers) where !bytes.isEmpty {
    let place = Int.random(in: 0..<bytes.count, using: &numbers)
    let end = min(bytes.count, place + Int.random(in: 1...40, using: &numbers))
    switch Int.random(in: 0...5, using: &numbers) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
    case 1: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &numbers)
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 4: bytes[place] = Array("{}[]\",:0e-".utf8).randomElement(using: &numbers) ?? 0
    case _: bytes.removeSubrange(place...)
    }
  }
  return bytes
}

@Test func deepNestingAndHugeNumbersAreNoProgressFile() {
  let deep = String(repeating: "[", count: 100_000)
  let inner = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
  let texts = [
    deep, "{\"version\": 1e999, \"lessons\": {}}",
    "{\"version\": 1, \"lessons\": {\"a\": 123456789012345678901234567890}}",
    "{\"version\": 1, \"lessons\": \(inner)}",
  ]
  for text in texts {
    #expect(throws: ProgressFileFault.notProgress) { try Progress(parsing: Array(text.utf8)) }
  }
}
