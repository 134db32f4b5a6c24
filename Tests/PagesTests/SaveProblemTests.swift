import Files
import Lessons
import Progress
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

@Suite struct SaveProblemTests {
  private static let path = String(repeating: "/a-long-folder", count: 12)
  private static let full = ProgressError.unwritable(FileError(.write, path, code: 28))
  private static let forbidden = ProgressError.unreadable(FileError(.read, path, code: 13))

  private static let all: [ProgressError] = [
    .damaged(path: path, keptAs: nil), .damaged(path: path, keptAs: path),
    .anotherStudent(path: path), .setAside(as: path, copyRead: true),
    .setAside(as: path, copyRead: false),
    .stuck(path: path, copyRead: true), .missing(path: path), .newer(path: path, version: 2),
    .busy, .homeless, full, forbidden,
  ]

  @Test(
    arguments: [full, forbidden, .homeless],
    [Size(width: 80, height: 24), Size(width: 40, height: 12)])
  func theAdviceIsSeenOnSmallScreens(problem: ProgressError, size: Size) throws {
    var student = try Student(size: size)
    student.model.problem = problem
    #expect(student.page.contains("--data-dir"))
    try student.press("q")
    #expect(student.page.contains("--data-dir"))
  }

  @Test(arguments: all)
  func aTroubleHasASentenceForEveryWidth(problem: ProgressError) {
    let widths = problem.forms.map { TextWidth.width(of: $0) }
    #expect(widths == widths.sorted(by: >))
    #expect(widths[1] <= 77)
    #expect(widths[2] <= 37)
  }
}
