import Lessons
import Text

extension Lesson {
  /// What the lesson is about, what one can do afterwards, and what to read on, line by line.
  var aboutLines: [String] {
    let paragraphs = [header.summary] + introduction.map(\.plainText)
    let time = counted(header.minutes, "minute")
    return paragraphs + [""] + ["Takes about \(time)."]
      + section("You will", header.objectives)
      + section("Read on", header.further.map(\.line))
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", title] + lines.map { "  " + $0 }
  }
}

extension Reading {
  /// `Attention Is All You Need, section 3.2, https://arxiv.org/abs/1706.03762`.
  fileprivate var line: String {
    [title, place, address].compactMap(\.self).joined(separator: ", ")
  }
}

extension StepState {
  /// What the author tells the instructor about the step, with its numbers, line by line.
  var noteLines: [String] {
    step.notes.flatMap { notes in
      let time = notes.minutes.map { ["planned for this step: \(counted($0, "minute"))"] } ?? []
      return time + notes.text.map { [$0].plainText(in: scene) }.flatMap { ["", $0] }
    }
  }
}

extension Model {
  /// What the lesson says about itself.
  mutating func showAbout() {
    guard let session, !session.isFree else {
      notice = Notice(text: "there is no lesson here")
      return
    }
    let lesson = session.lesson
    overlays.append(.page(PageState(title: lesson.title, content: .lines(lesson.aboutLines))))
  }

  /// The instructor's notes: no student sees them without asking for them.
  mutating func showNotes() {
    let lines = session?.stepState.noteLines ?? []
    guard !lines.isEmpty else {
      notice = Notice(text: "this step has no notes for the instructor")
      return
    }
    overlays.append(.page(PageState(title: "notes for the instructor", content: .lines(lines))))
  }
}
