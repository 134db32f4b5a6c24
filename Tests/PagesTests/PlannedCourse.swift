import FuzzSupport
import Lessons

/// A course of which the first lesson is not written yet, in a folder of its own.
final class PlannedCourse {
  private let folder = Scratch()
  let library: Library

  init() throws {
    let course =
      "qkv: 1\ntitle: A course\nparts:\n  - title: All\n    lessons:\n"
      + "      - {id: later, title: Later, minutes: 5}\n      - lookup\n      - scaling\n"
    try folder.write(Array(course.utf8), to: "course.yml")
    library = Library(directory: folder.path, shipped: shippedLibrary.directory)
  }
}
