import Text

/// What the scene or the course can contradict in a lesson that reads well.
enum ClaimError: Equatable {
  case goalAlreadyReached(String)
  case goalNotReached(String)
  case nothingToDrag(String)
  /// A solution assigns what no slider reaches.
  case outOfReach(String)
  case sweptGoal(String, slider: String)
  case luckyGoal(String)
  case wrongNumber(claimed: String, computed: String)
  case failedCheck(String)
  /// A scene in which a formula is judged, though nobody sees it, says nothing of it.
  case hiddenScene(String)
  case unnoticedMistake(String)
  case formulaIsRight(String)
  case sliderOutside(label: String, value: String, range: String)
  case unknownSlider(String, closest: String?)
  /// A cell always holds what a hidden one does.
  case leak(in: String, shown: String, hidden: String)
  case typedAnswer(in: String, String)
  case undecided
  /// Options that have no place in an order, since their numbers are NaN.
  case unordered([String])
  case runDiverges(String)
  case runNotDone(String, steps: Int, loss: String)
  case rateSolves(String, rate: String)
  case otherStart(Int)
  case lossNotLower(from: String, to: String)
  case tied([String])
  case unknownLesson(String, closest: String?)
  case repeatedLesson(String, file: String)
  case needsItself
  case listedTwice(String, line: Int)
  case notPlanned(String, closest: String?)
  case fileName(id: String)
  case lacks(String)
  case tooMuchToCheck
  case manyWordsFirst(Int, most: Int)
  case manyWords(Int, most: Int)
  case mistakeIsRight(String, value: String)
  case mistakesAlike(String, String, value: String)
  case mistakeWithoutNumber(String)
  case misconceptionTwice(String, line: Int)
  case unknownMisconception(String, closest: String?)
  case termTwice(String, line: Int)
  case unknownStep(String, of: String, closest: String?)
  /// A place to see that is not written as lesson and step.
  case notAStep(String)
  case numberWithoutScene(String)
  case unknownQuestion(String, of: String, closest: String?)
  /// The short path has a lesson, but not before it one that it needs.
  case pathLacks(String, for: String)
  case pathTooLong(Int, most: Int)
  /// What is wrong with a variant, whose numbers are given in words.
  case variant(String, VariantError)
}

/// What can be wrong with a question once it has other numbers.
enum VariantError: Equatable {
  case failedCheck(String)
  case noAnswer
  case answers([String])
  case optionsAlike(String)
  case mistakeIsRight(String)
  case mistakesAlike(String, String)
  case goalReached(String)
  case goalMissed(String)
}

extension ClaimError {
  var message: String {
    switch self {
    case .goalAlreadyReached(let text): "The goal \(text) is reached before anything is done."
    case .goalNotReached(let text): "The solution does not reach the goal \(text)."
    case .nothingToDrag(let text): "Nothing in this step can be dragged to reach the goal \(text)."
    case .outOfReach(let name): "The solution changes \(name), which no slider brings there."
    case .sweptGoal(let text, let slider):
      "Sweeping \(slider) alone from end to end reaches the goal \(text)."
    case .luckyGoal(let text): "A few hundred drags at random reach the goal \(text)."
    case .wrongNumber(let claimed, let computed):
      "The answer is given as \(claimed), but the scene computes \(computed)."
    case .failedCheck(let text): "The scene contradicts the answer: \(text) does not hold."
    case .hiddenScene(let problem): "A hidden scene does not judge this formula: \(problem)."
    case .unnoticedMistake(let text):
      "No scene tells the mistake \(text) from the answer."
    case .formulaIsRight(let text): "The formula to start from, \(text), is right already."
    case .sliderOutside(let label, let value, let range):
      "\(label) starts at \(value), which is outside \(range)."
    case .leak(let place, let shown, let hidden):
      "In \(place), \(shown) always equals \(hidden), which a question hides."
    case .typedAnswer(let place, let number): "\(place) tells the answer, \(number)."
    case .unknownSlider(let name, _): "The step has no slider \(name)."
    case .runDiverges(let sentence): "The run stops early. \(sentence)"
    case .runNotDone(let text, let steps, let loss):
      "After \(counted(steps, "step")) the loss is \(loss), and \(text) does not hold."
    case .rateSolves(let text, let rate):
      "The rate \(rate) reaches \(text) already, so there is nothing to find."
    case .otherStart(let draws):
      "After \(counted(draws, "press", plural: "presses")) of R the run does not reach its condition."
    case .lossNotLower(let start, let end):
      "The loss does not fall: \(start) at the start, \(end) at the end."
    case .unordered(let options):
      "\(options.joined(separator: ", ")) \(agreeing(options.count, "has", "have")) no place in the order: "
        + "\(agreeing(options.count, "its number is", "their numbers are")) NaN."
    case .undecided: "The scene gives no value to compare a guess with."
    case .tied(let labels): "The scene ends in a tie: \(labels.joined(separator: ", "))."
    case .unknownLesson(let id, _): "There is no lesson \"\(id)\"."
    case .repeatedLesson(let id, let file): "The lesson id \"\(id)\" is taken by \(file)."
    case .needsItself: "A lesson cannot need itself."
    case .listedTwice(let id, let line): "The lesson \"\(id)\" is listed in line \(line) already."
    case .notPlanned(let id, _): "There is no lesson \"\(id)\"."
    case .fileName(let id): "The file of the lesson \"\(id)\" has another name."
    case .lacks(let what): "The lesson has no \(what)."
    case .mistakeIsRight(let text, let value):
      "The mistake \(text) gives \(value), which is right."
    case .mistakesAlike(let one, let other, let value):
      "The mistakes \(one) and \(other) both give \(value), so nobody can tell them apart."
    case .mistakeWithoutNumber(let text): "The mistake \(text) gives no number."
    case .misconceptionTwice(let id, let line):
      "The misconception \"\(id)\" is listed in line \(line) already."
    case .unknownMisconception(let id, _): "There is no misconception \"\(id)\"."
    case .termTwice(let name, let line): "\"\(name)\" has its meaning in line \(line) already."
    case .unknownStep(let step, let lesson, _): "The lesson \"\(lesson)\" has no step \"\(step)\"."
    case .notAStep(let text): "\"\(text)\" names no step."
    case .numberWithoutScene(let text): "A glossary has no scene in which to compute \(text)."
    case .unknownQuestion(let name, let lesson, _):
      "The lesson \"\(lesson)\" has no question \"\(name)\"."
    case .pathLacks(let need, let lesson):
      "The lesson \"\(lesson)\" needs \"\(need)\", which does not stand before it on the short path."
    case .pathTooLong(let sum, let most):
      "The lessons of the short path take \(sum) minutes, but it has \(most)."
    case .variant(let words, let mistake): "With \(words), \(mistake.words)."
    case .manyWordsFirst(let count, let most):
      "\(count) words stand before there is anything to do; \(most) are enough."
    case .manyWords(let count, let most): "The step has \(count) words; \(most) are enough."
    case .tooMuchToCheck: "From here on the lesson's claims take too long to check."
    }
  }

  var suggestion: String? {
    switch self {
    case .unknownLesson(_, let closest): didYouMean(closest)
    case .notPlanned(let id, let closest):
      didYouMean(closest)
        ?? "Write \(id).md, or plan it with a title and minutes: "
        + "{id: \(id), title: A title, minutes: 5}"
    case .leak: "Hide it too, under hide: of the question."
    case .typedAnswer: "Leave the number to the reply."
    case .unknownSlider(_, let closest):
      didYouMean(closest) ?? "Name it as the sliders block does."
    case .listedTwice, .misconceptionTwice, .termTwice: "Remove one of the two."
    case .unknownStep(_, _, let closest): didYouMean(closest)
    case .notAStep: "Write the lesson and the step, such as softmax/hand"
    case .numberWithoutScene: "Say it without a number, or in a code span without a sign."
    case .fileName(let id): "Name it \(id).md"
    case .otherStart: "Give another seed: or more steps:"
    case .nothingToDrag: "Give the step sliders, or a panel of an input."
    case .outOfReach: "Give it a slider whose range holds the value, or show the input in a panel."
    case .hiddenScene: "Give other sizes under inputs:, or leave an input as it is with keep:"
    case .unnoticedMistake: "Remove it, or choose inputs: that tell them apart."
    case .formulaIsRight: "Start from one that is not."
    case .sweptGoal: "Ask for a second thing at once under parts: or write easy: meant"
    case .luckyGoal:
      "Ask for more at once, for finer steps or for numbers just so; or write easy: meant"
    case .goalAlreadyReached, .goalNotReached, .wrongNumber, .failedCheck, .sliderOutside,
      .undecided, .unordered, .runDiverges, .runNotDone, .rateSolves, .lossNotLower, .tied,
      .repeatedLesson,
      .needsItself, .lacks:
      nil
    case .unknownMisconception(_, let closest):
      didYouMean(closest) ?? "List it in misconceptions.yml"
    case .mistakeIsRight, .mistakesAlike, .mistakeWithoutNumber: nil
    case .unknownQuestion(_, _, let closest): didYouMean(closest)
    case .pathLacks: "Put it there, or leave this lesson out."
    case .pathTooLong: "Leave a lesson out."
    case .variant: "Leave these numbers out of vary:"
    case .manyWordsFirst, .manyWords: nil
    case .tooMuchToCheck: "Make matrices smaller, take fewer training steps, or split the lesson."
    }
  }
}

extension VariantError {
  /// The end of a sentence that names the numbers.
  fileprivate var words: String {
    switch self {
    case .failedCheck(let text): "\(text) does not hold"
    case .noAnswer: "the question has no answer"
    case .answers(let labels): "several answers are right: \(labels.joined(separator: ", "))"
    case .optionsAlike(let text): "two options are \(text)"
    case .mistakeIsRight(let text): "the mistake \(text) gives the right number"
    case .mistakesAlike(let one, let other): "the mistakes \(one) and \(other) give one number"
    case .goalReached(let text): "the goal \(text) is reached before anything is done"
    case .goalMissed(let text): "the solution does not reach the goal \(text)"
    }
  }
}
