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
  /// One lesson as it was read by eye, kept beside its transcript: whoever changes what is said reads it again.
  ///
  /// `QKV_TRANSCRIPTS=FOLDER` writes those of the shipped lessons there.
  @Test func aWholeLessonReadsAsItDid() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/transcript")
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    var student = LinearStudent(
      reading: try Lesson.load(text: text("softmax.md"), file: "softmax.md"))
    for _ in try #require(student.model.session).lesson.steps {
      try student.playStep()
      student.type("next")
    }
    let said = student.text.split(separator: "\n")
    let expected = try text("softmax.txt").split(separator: "\n")
    let change = zip(said, expected).first { $0 != $1 }
    #expect(change == nil, "\(change?.0 ?? "")\nwas: \(change?.1 ?? "")")
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
