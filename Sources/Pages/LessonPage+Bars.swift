import Lessons
import Playground
import Progress
import Terminal
import Text

extension LessonPage {
  /// Where one is: the lesson, the step, the goal.
  ///
  /// The goal's own words are worth more than the number of the step, which the dots tell too.
  var header: HeaderBar {
    let (title, step, goals) = (titleForms, stepForms, goalForms)
    let whole = header(title, step, goals)
    if whole.isWhole(in: page.size.width) { return whole }
    let tight = goals.dropLast().lazy.map { goal in
      header(Array(title.suffix(1)), Array(step.dropFirst().prefix(1)), [goal])
    }
    let fitting = tight.first { $0.isWhole(in: page.size.width) }
    return fitting ?? headerWithCutGoal(title, step, goals) ?? whole
  }

  /// The header with a goal that is too long for it; the words have the whole of it.
  private func headerWithCutGoal(
    _ title: [Line], _ step: [Line], _ goals: [Line]
  ) -> HeaderBar? {
    guard let goal = goals.dropLast().last else { return nil }
    var bar = header(Array(title.suffix(1)), Array(step.dropFirst().prefix(1)), [])
    let room = bar.room(besideIn: page.size.width)
    guard room >= 16 else { return nil }
    bar.right.forms = [goal.truncated(to: room, ellipsis: appearance.symbols.ellipsis)]
    return bar
  }

  private func header(_ title: [Line], _ step: [Line], _ goal: [Line]) -> HeaderBar {
    HeaderBar(
      left: HeaderBar.Part(title, priority: 2), center: HeaderBar.Part(step, priority: 1),
      right: HeaderBar.Part(goal, priority: 0))
  }

  private var titleForms: [Line] {
    let number = session.number.map { "\($0) " } ?? ""
    let title = Span(appearance.symbols.spelled(session.lesson.title), .title, bold: true)
    let long: Line = [Span("qkv  ", .dim), Span(number, .dim), title]
    return [long, [Span(number, .dim), title]]
  }

  private var stepForms: [Line] {
    switch session.purpose {
    case .playground: return [Line("everything unlocked", .dim)]
    case .review: return reviewForms
    case .lesson: break
    }
    let dots = dots
    let place = "step \(session.stepIndex + 1) of \(session.lesson.steps.count)"
    return [
      dots + Line("  " + place, .dim), dots,
      Line("\(session.stepIndex + 1)/\(session.lesson.steps.count)", .dim),
    ]
  }

  /// How far the review has come.
  private var reviewForms: [Line] {
    guard let review = page.model.review else { return [] }
    let dots = review.line(appearance)
    let place = "question \(review.current + 1) of \(review.items.count)"
    let name = review.purpose == .review ? "review, " : ""
    return [
      dots + Line("  \(name)\(place)", .dim), dots + Line("  \(place)", .dim), dots,
      Line("\(review.current + 1)/\(review.items.count)", .dim),
    ]
  }

  private var dots: Line {
    page.model.progress.dots(
      of: session.lesson.id, steps: session.lesson.steps.map(\.id), at: session.stepIndex
    ).line(appearance: appearance)
  }

  private var goalForms: [Line] {
    if stepState.isSandbox {
      return [Line("sandbox: nothing counts", .hand), Line("sandbox", .hand)]
    }
    guard
      let goal = stepState.step.goals.first(where: { !stepState.hasReached($0) })
        ?? stepState.step.goals.last
    else { return trainingForms }
    return forms(of: title(goal.ask, goal.title), isReached: stepState.hasReached(goal))
  }

  private var trainingForms: [Line] {
    guard let task = stepState.step.training else { return [] }
    return forms(of: title(task.ask, task.title), isReached: stepState.isTrained)
  }

  /// The author's words, in which tokens are tiles, or else what stands for them.
  private func title(_ ask: [Inline], _ text: String) -> Line {
    ask.isEmpty ? Line(text, .bright) : narration.line(ask, bold: true)
  }

  /// What is asked for, behind its mark: named a goal where there is room, at last the mark alone.
  private func forms(of title: Line, isReached: Bool) -> [Line] {
    let mark: Line = [
      Span(
        (isReached ? appearance.symbols.check : appearance.symbols.open) + " ",
        isReached ? .gain : .hand)
    ]
    let word = Line("goal ", .dim)
    let marked = mark + title
    return [word + marked, marked, word + mark]
  }

  /// What the fingers can do here, from the key table.
  var foot: HintBar {
    let hints = page.hintsOfPage(seeing: wordsExtent)
    return HintBar(answerHint + hints, trailing: page.model.savedLine)
  }

  /// Which digits answer the open question; where it is not in view they lead to it.
  private var answerHint: [HintBar.Hint] {
    guard let question = stepState.openQuestion, page.model.isPageInFront else { return [] }
    let keys = page.keys.spelled(question.answerKeys)
    let answer = question.formula == nil ? "answer" : "write"
    return showsQuestion
      ? [HintBar.Hint(keys, answer, isKept: true)]
      : [HintBar.Hint(keys, "to the question", short: "question", isKept: true)]
  }
}

extension Model {
  /// Whether the progress is safe.
  var savedLine: Line {
    if problem != nil { return Line("not saved", .error) }
    if session?.isFree == true { return [] }
    return lastSaved == nil ? [] : Line("saved", .faint)
  }
}

/// One sentence above the foot: what the last key did, or what stands in the way of saving.
struct NoticeLine: Widget {
  let notice: Notice?
  let problem: ProgressError?
  let keys: KeyTable

  init(_ page: Page) {
    notice = page.model.notice
    problem = page.model.problem
    keys = page.keys
  }

  func size(fitting available: Size, appearance: Appearance) -> Size {
    Size(width: available.width, height: min(1, available.height))
  }

  func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    guard let line = line(appearance, width: rect.width - 1) else { return }
    var x = rect.x + 1
    for span in line.spans {
      let room = max(rect.right - x, 0)
      let text = TextWidth.truncated(span.text, to: room, ellipsis: appearance.symbols.ellipsis)
      x += buffer.write(
        text, at: Point(x: x, y: rect.y), style: span.style(appearance), limit: room)
    }
  }

  private func line(_ appearance: Appearance, width: Int) -> Line? {
    guard let notice else { return problem.map { Line(fitting($0.forms, in: width), .error) } }
    switch notice.tone {
    case .plain: return Line(fitting(forms(of: notice), in: width), .text)
    case .good: return marked(appearance.symbols.check, .gain, notice, width)
    case .wrong: return marked(appearance.symbols.cross, .loss, notice, width)
    }
  }

  private func forms(of notice: Notice) -> [String] { notice.forms.map(keys.spelled) }

  private func marked(_ mark: String, _ role: Role, _ notice: Notice, _ width: Int) -> Line {
    let mark = mark + " "
    let text = fitting(forms(of: notice), in: width - TextWidth.width(of: mark))
    return [Span(mark, role), Span(text, .bright)]
  }

  /// The first form that is seen whole, or the shortest.
  private func fitting(_ forms: [String], in width: Int) -> String {
    forms.first { TextWidth.width(of: $0) <= width } ?? forms.last ?? ""
  }
}
