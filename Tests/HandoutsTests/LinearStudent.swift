import Models
import Playground
import Progress
import Scenes
import Testing
import Text

@testable import Handouts
@testable import Lessons

/// The lessons that come with the program.
let shippedLibrary: Library = {
  let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  return Library(
    directory: "\(root)/lessons",
    weights: ModelLibrary(directories: ["\(root)/assets/models"]))
}()

private let shippedOutlines = shippedLibrary.outlines(withWords: true)
private let shippedGlossary = shippedLibrary.glossary

/// A student at a terminal that can only type: types lines, hears lines, and never touches a file.
struct LinearStudent {
  private(set) var session: LinearSession
  /// All that was said, with what was typed.
  private(set) var transcript: [String]
  /// What was said last.
  private(set) var heard: [String]
  /// What the lines asked the loop to do.
  private(set) var effects: [Effect] = []

  var model: Model { session.model }

  init(_ model: Model) {
    session = LinearSession(model)
    heard = session.opening()
    transcript = heard
  }

  /// At the first step of a shipped lesson.
  init(of lesson: String, step: Int = 0, progress: Progress = Progress()) throws {
    try self.init(reading: shippedLibrary.lesson(lesson), step: step, progress: progress)
  }

  init(reading lesson: Lesson, step: Int = 0, progress: Progress = Progress()) {
    var model = Self.model(progress)
    model.open(lesson, step: step)
    self.init(model)
  }

  static func model(_ progress: Progress = Progress()) -> Model {
    Model(
      library: shippedLibrary, outlines: shippedOutlines, glossary: shippedGlossary,
      progress: progress, settings: Settings(), now: Timestamp(secondsSince1970: 1_790_000_000))
  }

  /// Types a line and hears what comes of it.
  @discardableResult
  mutating func type(_ line: String) -> [String] {
    var effects: [Effect] = []
    heard = session.take(line) { Self.send($0, &$1, &effects) }
    self.effects += effects
    transcript += ["", "> \(line)"] + heard
    return heard
  }

  var page: String { heard.joined(separator: "\n") }
  var text: String { transcript.joined(separator: "\n") }

  var stepState: StepState { get throws { try #require(model.session).stepState } }

  private static func send(_ message: Message, _ model: inout Model, _ effects: inout [Effect])
    -> Bool
  {
    for effect in model.update(message, at: model.now) {
      effects.append(effect)
      switch effect {
      case .quit: return false
      case .load(let id, let step): if !send(load(id, step), &model, &effects) { return false }
      case .measure(let job):
        let seconds = Double(job.queries * job.tokens) * 1e-8
        if !send(.reported(.measured(job, seconds: seconds)), &model, &effects) { return false }
      case .save, .saveState, .record, .saveSettings, .savePlace, .saveFirstPage, .write, .copy,
        .mouse, .redraw, .suspend, .speak, .askVoice, .hush, .readCourse:
        break
      }
    }
    while let next = model.nextPicture {
      if !send(next, &model, &effects) { return false }
    }
    return true
  }

  private static func load(_ id: String, _ step: Int?) -> Message {
    do throws(Diagnostics) {
      return .reported(.opened(OpenedLesson(try shippedLibrary.lesson(id), step: step)))
    } catch {
      let lines = error.rendered().split(separator: "\n").map(String.init)
      return .reported(.closed(lesson: id, because: lines))
    }
  }
}

// MARK: - Playing a lesson

extension LinearStudent {
  /// Does everything that a step asks, by typed commands alone.
  mutating func playStep() throws {
    let place = try #require(model.session.map { "\($0.lesson.id)/\($0.step.id)" })
    for _ in 0..<60 {
      let stepState = try stepState
      if let goal = goalInView(stepState) {
        bring(about: goal, stepState)
        guard try self.stepState.hasReached(goal) else {
          Issue.record("\(place): goal \(goal.id): \(page)")
          return
        }
      } else if let question = stepState.openQuestion {
        try answer(question, stepState)
        guard try self.stepState.isSettled(question) else {
          Issue.record("\(place): \(question.id): \(page)")
          return
        }
      } else if let task = stepState.step.training, !stepState.isTrained {
        if let rate = task.solution { type("rate \(rate)") }
        type("run")
        guard try self.stepState.isTrained else {
          Issue.record("\(place): the run does not arrive: \(page)")
          return
        }
      } else if stepState.hasPauseAhead {
        type("next")
      } else {
        return
      }
    }
    Issue.record("\(place) does not end")
  }

  private func goalInView(_ stepState: StepState) -> Goal? {
    guard stepState.obstacleToDragging == nil else { return nil }
    return stepState.visibleBlocks.lazy.compactMap(\.goal).first { !stepState.hasReached($0) }
  }

  /// Answers a question rightly.
  private mutating func answer(_ question: Question, _ stepState: StepState) throws {
    if let formula = question.formula {
      type("write \(formula.answer.text)")
      return
    }
    let after = try question.revealed(stepState.scene)
    switch question.truth(before: stepState.scene, after: after, start: stepState.start) {
    case .options(let options): type("\((options.first ?? 0) + 1)")
    case .number(let number, _): type("\(number)")
    case .order(let numbers):
      let order = numbers.indices.sorted { numbers[$0] > numbers[$1] }
      type(order.map { "\($0 + 1)" }.joined(separator: " "))
    }
  }

  /// Sets the sliders to where the lesson's own solution puts them.
  private mutating func bring(about goal: Goal, _ stepState: StepState) {
    for (formula, version) in goal.versions {
      let labels = stepState.step.switches.first { $0.name == formula }?.labels ?? []
      type("set \(formula) \(labels[version])")
    }
    guard let now = model.session?.stepState else { return }
    var solved = now.scene
    let own = now.step.goals.first { $0.id == goal.id } ?? goal
    for assignment in own.solution { try? solved.apply(assignment) }
    for slider in now.step.sliders {
      if case .version = slider.target { continue }
      let value = slider.domain.counted(solved.value(of: slider.target))
      guard let scene = model.session?.stepState.scene, scene.value(of: slider.target) != value
      else { continue }
      let name = LinearReader.words(of: slider.typedName).joined(separator: " ")
      type("set \(name) \(slider.domain.label(of: value, in: scene) ?? "\(value)")")
    }
  }
}
