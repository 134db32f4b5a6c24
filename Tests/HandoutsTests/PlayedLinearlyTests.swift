import Foundation
import Lessons
import Testing
import Text

@testable import Handouts
@testable import Playground

/// Every shipped lesson from its first line to its last, by typed commands alone.
@Suite struct PlayedLinearlyTests {
  @Test(arguments: shippedLibrary.course.entries.map(\.id))
  func aLessonIsPlayedToItsEnd(id: String) throws {
    var student = try LinearStudent(of: id)
    let steps = try #require(student.model.session).lesson.steps
    for step in steps {
      #expect(student.model.session?.step.id == step.id)
      try student.playStep()
      student.type("next")
      let isFinished = student.model.progress.isFinished(step: step.id, of: id)
      #expect(isFinished, "\(id)/\(step.id): \(student.page)")
    }
    #expect(student.model.closing != nil)
    #expect(student.model.progress.isFinished(id, steps: steps.map(\.id)))
    #expect(student.page.contains("Lesson finished: "))
    expectPlain(student.text, id)
    if let folder = ProcessInfo.processInfo.environment["QKV_TRANSCRIPTS"] {
      try student.text.write(toFile: "\(folder)/\(id).txt", atomically: true, encoding: .utf8)
    }
  }
}

extension PlayedLinearlyTests {
  /// One lesson as it was read by eye: whoever changes what is said reads it again.
  ///
  /// `QKV_TRANSCRIPTS=FOLDER` writes all transcripts there.
  @Test func aWholeLessonReadsAsItDid() throws {
    var student = try LinearStudent(of: "softmax")
    while student.model.closing == nil {
      let before = student.model.session?.stepIndex
      try student.playStep()
      student.type("next")
      guard student.model.session?.stepIndex != before else { break }
    }
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/softmax.transcript")
    let expected = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let said = (student.text + "\n").split(separator: "\n", omittingEmptySubsequences: false)
    for (line, pair) in zip(said, expected).enumerated() where pair.0 != pair.1 {
      Issue.record("line \(line + 1): \(pair.0)\nwas: \(pair.1)")
    }
    #expect(said.count == expected.count)
  }
}

/// Sentences only: no control characters, boxes, blocks, braille, arrows or signs that only eyes can take in.
func expectPlain(_ text: String, _ place: String) {
  for line in text.split(separator: "\n") where !line.hasPrefix("> ") {
    let odd = line.unicodeScalars.first { scalar in
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x2190...0x28FF, 0x2900...0x2BFF, 0xE000...0xF8FF, 0xF0000...:
        true
      case _: "−·×√ᵀ∞".unicodeScalars.contains(scalar)
      }
    }
    #expect(odd == nil, "\(place): \(line)")
  }
}
