import Lessons
import Playground
import Progress
import Scenes

extension Page {
  /// Whether a message would do something now; the foot of the page names no key that would not.
  ///
  /// The extent is that of what scrolls in front.
  func hasUse(for command: Command, seeing extent: WordsExtent) -> Bool {
    switch command {
    case .send(let message): hasUse(for: message)
    case .arrow: canMove(seeing: extent)
    case .pageForward: canPageForward(seeing: extent)
    case .pageBackward: canPageBackward(seeing: extent)
    case .submit: canSubmit
    case .digit, .nextTheme, .glossary: true
    }
  }

  private func hasUse(for message: Message) -> Bool {
    switch message {
    case .turn(let turn): hasUse(for: turn)
    case .focus(let change): session?.stepState.hasUse(for: change) ?? false
    case .value: canDrag
    case .train(let wish): hasUse(for: wish)
    case .history(let change): session?.stepState.hasUse(for: change) ?? false
    case .why(let wish): hasUse(for: wish)
    case .aid(.experiment): model.experimentInReach != nil
    case .aid(.hint) where model.untoldExperiment != nil: true
    case .aid(let aid): session?.stepState.hasUse(for: aid) ?? false
    case .edit(let edit): hasUse(for: edit)
    case .open(let page): hasUse(for: page)
    case .slopes: session?.stepState.slopeCandidate != nil || session?.stepState.sloped != nil
    case .pin: context == .table
    case .copy: model.closing != nil || model.plainTextInFront != nil
    case .saveScene: session != nil || model.sentence != nil
    case .heads(.earlier), .heads(.later): model.heads?.history != nil
    case .heads: model.heads != nil
    case .listen: model.playback != nil
    case .sentence(let wish): hasUse(for: wish)
    case .hunt: model.hunt != nil
    case .go(.review): !model.dueItems.isEmpty
    case .go(.diagnostic): !model.library.course.diagnostic.isEmpty
    case .map(.goOn): model.lessonInHand != nil
    case .map(.toggleShortPath): model.library.course.short != nil
    case .map, .leave, .go, .set, .move, .read, .select, .list, .glossary, .scroll, .answer,
      .redraw, .suspend, .reported:
      true
    }
  }

  private func hasUse(for wish: Message.Sentence) -> Bool {
    guard let sentence = model.sentence else { return false }
    switch wish {
    case .takeNext: return sentence.state.act != .blend && sentence.slots.count > 1
    case .nextAct: return sentence.nextAct != nil
    case .previousAct: return sentence.previousAct != nil
    case .turn: return sentence.state.act != .blend || sentence.state.bet != nil
    case .take, .restore, .choose, .why, .edit, .openHeads, .beginCourse: return true
    }
  }

  private func hasUse(for wish: Message.Train) -> Bool {
    guard let stepState = session?.stepState else { return false }
    guard stepState.step.training != nil else {
      return wish == .toggle && stepState.measurePanel != nil
        && stepState.obstacleToDragging == nil
    }
    switch wish {
    case .measure: return false
    case .toggle, .to: return stepState.obstacleToRunning == nil
    case .redraw: return stepState.obstacleToRunning == nil && stepState.hasNoise
    }
  }

  private func hasUse(for turn: Message.Turn) -> Bool {
    if context == .closing { return model.closing != nil }
    guard let session else { return model.mapEntries.count > 1 }
    switch turn {
    case .nextStep: return canGoOn
    case .previousStep, .firstStep: return session.stepIndex > 0
    case .lastStep: return !session.isAtLastStep
    case .toStep(let number): return session.lesson.steps.indices.contains(number - 1)
    }
  }

  private func canPageForward(seeing extent: WordsExtent) -> Bool {
    if !overlays.isEmpty { return extent.isMoreBelow }
    guard let session else { return false }
    return extent.isMoreBelow || session.stepState.hasPauseAhead || canGoOn
  }

  private func canPageBackward(seeing extent: WordsExtent) -> Bool {
    if !overlays.isEmpty { return extent.goesOn }
    guard let session else { return false }
    return extent.scroll > 0 || session.stepIndex > 0 || model.isOnWayBack
  }

  /// The last step is left only when nothing in it is open.
  private var canGoOn: Bool {
    guard let session, !session.isFree else { return false }
    return !session.isAtLastStep || session.purpose == .review
      || session.stepState.openTasks.isEmpty
  }

  private func canMove(seeing extent: WordsExtent) -> Bool {
    switch overlays.last {
    case .why(let why): return (model.explanation(of: why)?.operands.count ?? 0) > 1
    case .page: return extent.goesOn
    case .list(let list): return matches(of: list).count > 1
    case .entry: return extent.goesOn || placesInFront > 1
    case nil: break
    }
    guard let stepState = session?.stepState else {
      return context != .map || model.mapEntries.count > 1
    }
    if context == .words { return extent.goesOn }
    switch stepState.focus {
    case .words: return extent.goesOn
    case .sliders: return stepState.step.sliders.count > 1
    case .training: return true
    case .panel(let panel):
      if stepState.context == .plane { return canDrag }
      return stepState.extent(of: panel).map { $0.rows * $0.columns > 1 } ?? false
    }
  }

  private var canDrag: Bool {
    guard let stepState = session?.stepState, stepState.obstacleToDragging == nil else {
      return false
    }
    if stepState.focus == .training { return true }
    guard case .panel(let panel) = stepState.focus, stepState.context == .plane else {
      return model.valueInHand != nil
    }
    let vectors = stepState.vectors(of: stepState.panels[panel])
    let index = stepState.cursor(of: panel).row
    return vectors.indices.contains(index)
      && [vectors[index].x, vectors[index].y].contains { entry in
        stepState.scene.isInput(stepState.scene.source(of: entry).node)
      }
  }

  private func hasUse(for wish: Message.Why) -> Bool {
    func mayLook(at why: WhyState) -> Bool {
      guard let stepState = session?.stepState else { return true }
      return model.mayLook(at: why, on: stepState)
    }
    guard case .why(let why) = overlays.last, let scene = model.sceneInFront else {
      return wish == .ask && (session?.stepState.whyInHand).map(mayLook) ?? false
    }
    switch wish {
    case .ask, .follow: return why.followed(in: scene).map(mayLook) ?? false
    case .goBack: return why.trail.count > 1 || session == nil
    case .toggleGradients: return why.result == nil
    }
  }

  private func hasUse(for edit: Message.Edit) -> Bool {
    switch edit {
    case .type, .line, .paste: true
    case .submit: canSubmit
    }
  }

  private var canSubmit: Bool {
    if let prompt = model.prompt { return prompt.isComplete }
    if case .list(let list) = overlays.last { return !matches(of: list).isEmpty }
    if case .entry = overlays.last { return placesInFront > 0 }
    if context == .closing { return true }
    let entries = model.mapEntries
    return entries.indices.contains(model.map.selected) && !entries[model.map.selected].isPlanned
  }

  /// How many steps show the entry in front.
  private var placesInFront: Int {
    model.entryInFront.map { model.places(of: $0.entry).count } ?? 0
  }

  private func hasUse(for page: Message.Page) -> Bool {
    switch page {
    case .help, .search, .palette: true
    case .plainText: model.plainTextInFront != nil
    case .about: session?.isFree == false
    case .notes: session?.stepState.step.notes.isEmpty == false
    }
  }
}

extension StepState {
  fileprivate func hasUse(for change: Message.Focus) -> Bool {
    switch change {
    case .next, .previous, .hand, .words: focusOrder.count > 1
    case .panel(let index): panels.indices.contains(index)
    case .zoom: !panels.isEmpty
    case .nextStack, .previousStack: layers > 1
    }
  }

  /// The vectors of the plane in hand, or the tables that lie on each other in the panel in hand.
  private var layers: Int {
    guard case .panel(let panel) = focus else { return 0 }
    return layerCount(of: panel)
  }

  fileprivate func hasUse(for change: Message.History) -> Bool {
    switch change {
    case .undo: canUndo
    case .redo: canRedo
    case .reset: scene != step.scene || step.isSwitched || run != nil
    case .toggleSandbox, .keepAside: true
    }
  }

  fileprivate func hasUse(for aid: Message.Aid) -> Bool {
    switch aid {
    case .hint: nextHint != nil
    case .solution:
      obstacleToDragging == nil
        && step.goals.first { !hasReached($0) }.map {
          !($0.solution.isEmpty && $0.versions.isEmpty)
        } ?? false
    case .check: !step.goals.isEmpty
    case .experiment: false
    case .write: openQuestion?.formula != nil
    }
  }
}
