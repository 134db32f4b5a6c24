import Scenes
import Text

extension LessonChecker {
  /// The answer is right everywhere, what the student starts from and each named mistake is not, and
  /// every check holds of the answer.
  mutating func check(_ task: FormulaTask, of question: Question, in step: Step) {
    let place = question.location
    let scenes = Double((task.worlds.count + 1) * (task.mistakes.count + 2))
    guard spend(step.scene.cost.work * scenes, at: place) else { return }
    do throws(Diagnostics) {
      let judge = try FormulaJudge(task, step)
      for problem in judge.problems() { add(.hiddenScene(problem), at: place) }
      for mistake in judge.unnoticedMistakes() {
        add(.unnoticedMistake(task.mistakes[mistake].equals.text), at: place)
      }
      if let from = task.from, judge.verdict(on: from) == .right {
        add(.formulaIsRight(from), at: place)
      }
      let answered = try step.version(with: [task.name: task.answer])
      let checks = answered.questions.first { $0.id == question.id }?.formula?.checks ?? []
      for check in checks where !check.holds(in: answered.scene) {
        add(.failedCheck(check.text), at: place)
      }
    } catch {
      add(error)
    }
  }
}
