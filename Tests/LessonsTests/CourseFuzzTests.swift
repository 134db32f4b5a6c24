import FuzzSupport
import Lessons
import Testing

private let course = """
  qkv: 1
  title: "A course"
  parts:
    - title: First steps
      lessons:
        - {id: lookup, title: "Looking up", minutes: 5}
        - scores
    - title: More
      lessons: [values, *anchor]
  # The end
  """

/// Whatever stands in a course file, it is read to an end and each problem has a place in it.
@Test func mutatedCourseFilesAreReadToAnEnd() throws {
  let scratch = Scratch()
  try scratch.write(Array("no lesson".utf8), to: "lookup.md")
  var numbers = SeededNumbers(seed: 11)
  var broken = 0
  var slowest = SlowestInput()
  for round in 0..<fuzzRounds(usually: 1_000) {
    // A file written over is flushed to the disk each time, which takes far longer than to read it.
    scratch.remove("course.yml")
    try scratch.write(mutated(Array(course.utf8), using: &numbers), to: "course.yml")
    slowest.measure("round \(round)") {
      let library = Library(directory: scratch.path)
      if !library.problems.isEmpty { broken += 1 }
      #expect(library.lessonIDs.contains("lookup"))
      #expect(library.problems.allSatisfy { $0.location.line >= 1 && $0.location.column >= 1 })
    }
  }
  #expect(slowest.time < SlowestInput.most, "\(slowest.name)")
  #expect(broken > 0)
}
