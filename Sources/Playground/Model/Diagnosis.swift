import Lessons

/// Where the experiment stands that tests a belief.
package struct Experiment: Equatable, Sendable {
  /// The id of the misconception.
  package let misconception: String
  package let lesson: String
  /// Counted from 1.
  package let step: Int
  /// `step 5 of lesson 9, "Cut the wrong way"`.
  package let place: String
}

/// An experiment that was named as a hint, behind so many of the author's.
package struct NamedExperiment: Equatable, Codable, Sendable {
  package let misconception: String
  package let after: Int
}

extension StepState {
  /// The id of the misconception that the last answer to a question shows.
  package func misconception(behind question: Question) -> String? {
    guard let response = responses[question.id], !response.isRight else { return nil }
    return question.misconception(
      behind: response.guess, mistake: response.mistake, response.verdict)
  }

  /// The id of the one that was shown last, of what is in view.
  var lastMisconception: String? {
    // The foot of each page asks, and hardly ever is there a wrong answer.
    guard responses.values.contains(where: { !$0.isRight }) else { return nil }
    return visibleBlocks.reversed().lazy.compactMap(\.question).compactMap(misconception).first
  }
}

extension Model {
  /// What the last answer to a question shows to be believed, where the course lists it.
  package func belief(behind question: Question, in stepState: StepState) -> Misconception? {
    stepState.misconception(behind: question).flatMap(library.misconception)
  }

  /// The experiment for the last wrong answer in view; nil where none is known, or it is this very step.
  package var experimentInReach: Experiment? {
    guard let session else { return nil }
    return session.stepState.lastMisconception.flatMap(experiment)
  }

  /// The experiment that tests a misconception, unless it is the step in front.
  package func experiment(for misconception: String) -> Experiment? {
    guard let session, let found = library.misconception(misconception), let id = found.step,
      let entry = mapEntries.first(where: { $0.id == found.lesson }),
      let place = entry.steps.firstIndex(where: { $0.id == id })
    else { return nil }
    let isHere = session.lesson.id == found.lesson
    guard !isHere || session.step.id != id else { return nil }
    let lesson = isHere ? "this lesson" : "lesson \(entry.number)"
    return Experiment(
      misconception: misconception, lesson: found.lesson, step: place + 1,
      place: "step \(place + 1) of \(lesson), \"\(entry.steps[place].title)\"")
  }

  /// The experiment in reach, unless it has been named already.
  package var untoldExperiment: Experiment? {
    guard let experiment = experimentInReach else { return nil }
    let told = session?.stepState.experiments.map(\.misconception) ?? []
    return told.contains(experiment.misconception) ? nil : experiment
  }

  /// Names the experiment for the last wrong answer as the next hint; false where there is none to name.
  mutating func nameExperiment() -> Bool {
    guard let experiment = untoldExperiment, let hints = session?.stepState.hintsShown else {
      return false
    }
    session?.stepState.experiments.append(
      NamedExperiment(misconception: experiment.misconception, after: hints))
    notice = Notice(forms: [
      "\(key: .experiment) opens the experiment: \(experiment.place)",
      "\(key: .experiment) opens the experiment",
    ])
    show(.hint)
    return true
  }

  /// Opens the experiment for the last wrong answer.
  mutating func openExperiment() -> [Effect] {
    guard let experiment = experimentInReach else {
      notice = Notice(text: "no answer here calls for another experiment")
      return []
    }
    let effects = saving
    return effects + leadTo(experiment.lesson, experiment.step)
  }
}
