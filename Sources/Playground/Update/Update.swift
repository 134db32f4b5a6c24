import Lessons
import Progress

extension Model {
  /// Changes the model by one message; the only place that does.
  ///
  /// - Returns: what the loop has to do, in order.
  package mutating func update(_ message: Message, at now: Timestamp) -> [Effect] {
    spendTime(until: now)
    self.now = now
    if isAsked(message) {
      notice = nil
      if message != offer?.message { offer = nil }
    }
    let effects = dispatch(message)
    session?.stepState.noteView()
    return effects + keep(message, besides: effects) + (isSpoken(message) ? narrate() : [])
  }

  /// A voice remembered from last time waits for a key: nobody expects it from a program just opened.
  private func isSpoken(_ message: Message) -> Bool {
    if case .reported(.opened) = message { return true }
    return isAsked(message)
  }

  /// Whether a person asked for it; what comes by itself does not wipe what a key has just said.
  private func isAsked(_ message: Message) -> Bool {
    switch message {
    case .reported, .train(.to), .train(.measure), .listen(.on): false
    default: true
    }
  }

  private mutating func dispatch(_ message: Message) -> [Effect] {
    switch message {
    case .reported(let report): return take(report)
    case .leave(let way): return leave(way)
    case .turn(let turn): return self.turn(turn)
    case .read(let read): return self.read(read)
    case .go(let destination): return go(to: destination)
    case .focus(let change): changeFocus(change)
    case .move(let direction): return move(direction)
    case .select(let selection): return select(selection)
    case .heads(let wish): change(wish)
    case .map(let wish): return change(wish)
    case .sentence(let wish): return change(wish)
    case .hunt(let wish): change(wish)
    case .list(let change): return self.list(change)
    case .glossary(let wish): return glossary(wish)
    case .listen(let wish): return listen(wish)
    case .scroll(let line): scrollOverlay(to: line)
    case .value(let change): return changeValue(change)
    case .train(let wish): return train(wish)
    case .history(let change): changeHistory(change)
    case .why(let wish): explain(wish)
    case .answer(let option): return answer(option: option)
    case .aid(let aid): return help(aid)
    case .edit(let edit): return self.edit(edit)
    case .open(let page): openOverlay(page)
    case .set(let setting): return change(setting)
    case .slopes: toggleSlopes()
    case .pin(let change): session?.stepState.togglePin(change)
    case .copy: return copyPanel()
    case .saveScene: beginSavingScene()
    case .redraw: return [.redraw]
    case .suspend: return saving + [.suspend]
    }
    return []
  }

  /// Counts the time since the last event, unless nobody was there.
  private mutating func spendTime(until later: Timestamp) {
    let seconds = later.secondsSince1970 - now.secondsSince1970
    guard let session, session.isKept, (1...Self.longestPause).contains(seconds) else { return }
    progress.spend(seconds: seconds, on: session.lesson.id, at: later)
  }

  /// Seconds after which a student is taken to have left the chair.
  private static var longestPause: Int { 300 }

  private mutating func take(_ report: Message.Report) -> [Effect] {
    switch report {
    case .saved(let stored): settle(stored)
    case .ground(let isLight): hasLightGround = isLight
    case .said(let sentence): notice = Notice(text: sentence)
    case .voice(let report): return take(report)
    case .paused: return saving
    case .resumed: return [.redraw]
    case .hungUp: return quit()
    case .course(let outlines, let glossary):
      self.outlines = outlines
      self.glossary = glossary ?? self.glossary
    case .measured(let job, let seconds): return take(job, seconds: seconds)
    case .opened(let opened): return begin(opened)
    case .closed where review != nil: return askNextQuestion()
    case .closed(let lesson, let lines):
      let title = "\(lesson) cannot be opened"
      overlays.removeAll { $0.isPage(titled: title) }
      overlays.append(.page(PageState(title: title, content: .lines(lines))))
    }
    return []
  }

  mutating func go(to destination: Message.Destination) -> [Effect] {
    switch destination {
    case .map: goToMap()
    case .lesson(let id, let step): leaveSentence() + open(lesson: id, step: step)
    case .playground: openPlayground()
    case .review: startReview()
    case .diagnostic: startDiagnostic()
    }
  }

  /// The save that every leave-taking begins with.
  var saving: [Effect] {
    guard let session, session.isKept else { return [.save(progress)] }
    return [
      .save(progress), .saveState(session.state, file: session.lesson.file),
      .savePlace(lesson: session.lesson.id, step: session.step.id),
    ]
  }

  private mutating func leave(_ way: Message.Leave) -> [Effect] {
    switch way {
    case .quit: return quit()
    case .back: return back()
    case .close:
      close()
      return []
    }
  }

  private func quit() -> [Effect] {
    keepingFirstVisit(quickly: true) + saving + [.quit]
  }

  private mutating func back() -> [Effect] {
    if !overlays.isEmpty {
      overlays.removeLast()
      return []
    }
    if session?.stepState.zoomed != nil {
      session?.stepState.zoomed = nil
      return []
    }
    if leavesOnWayBack { return goBack() }
    switch wayOut {
    case .program: return quit()
    case .map: return goToMap()
    case .session: return closeSession()
    case .heads:
      heads = nil
      return []
    }
  }

  /// What the key that goes back leaves, where nothing floats above the page.
  private enum WayOut {
    case program
    /// The sentence, for the map from which it was opened.
    case map
    /// A lesson, a playground, a review or its end.
    case session
    /// The heads of a model, for the sentence or the hunt below them.
    case heads
  }

  private var wayOut: WayOut {
    if session != nil || review != nil || closing != nil { return .session }
    if heads != nil { return sentence != nil || hunt != nil ? .heads : .program }
    return sentence != nil && returnsToMap ? .map : .program
  }

  private mutating func close() {
    if prompt != nil {
      prompt = nil
    } else if !overlays.isEmpty {
      closeOverlay()
    } else if session?.stepState.zoomed != nil {
      session?.stepState.zoomed = nil
    } else if session?.stepState.kept != nil {
      toggleComparison()
    } else {
      let place =
        switch wayOut {
        case .program: "quits"
        case .map, .session: "goes back to the course map"
        case .heads: "goes back to the \(sentence != nil ? "sentence" : "hunt")"
        }
      notice = Notice(text: "\(key: .back) \(place)")
    }
  }

  /// An entry of the glossary goes with its list.
  private mutating func closeOverlay() {
    if case .entry = overlays.removeLast(), case .list(let list) = overlays.last,
      list.kind == .glossary
    {
      overlays.removeLast()
    }
  }

  /// Takes over what another window may have added, and whether the file was written.
  private mutating func settle(_ stored: StoredProgress) {
    progress = stored.progress
    problem = stored.problem
    if stored.problem?.losesProgress != true { lastSaved = now }
  }

  private mutating func change(_ setting: Message.Setting) -> [Effect] {
    let before = settings
    switch setting {
    case .theme(let name):
      settings.theme = name
      notice = Notice(
        text: hasColors
          ? "theme: \(name)" : "this terminal shows no colours; elsewhere the theme is \(name)")
    case .toggleMouse:
      settings.mouse.toggle()
      notice = Notice(text: settings.mouse ? "mouse on: click a cell, wheel scrolls" : "mouse off")
      return [.mouse(on: settings.mouse), .saveSettings(settings, since: before)]
    case .toggleNarration:
      settings.narration.toggle()
      isVoiceless = false
      notice = Notice(text: settings.narration ? "voice on" : "voice off")
    case .fasterVoice, .slowerVoice:
      let effects = changeVoiceSpeed(by: setting == .fasterVoice ? 1 : -1)
      return effects + [.saveSettings(settings, since: before)]
    case .toggleMotion:
      settings.motion.toggle()
      notice = Notice(text: settings.motion ? "motion on" : "motion off")
    }
    return [.saveSettings(settings, since: before)]
  }
}
