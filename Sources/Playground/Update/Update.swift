import Lessons
import Terminal

extension Model {
  /// Changes the model by one message; the only place that does.
  ///
  /// - Returns: what the rim has to do, in order.
  package mutating func update(_ message: Message, at now: Moment) -> [Effect] {
    spendTime(until: now)
    self.now = now
    if clearsNotice(message) { notice = nil }
    switch message {
    case .quit, .hungUp: return leave()
    case .back: return back()
    case .close: return close()
    case .redraw: return [.redraw]
    case .suspend: return saving + [.suspend]
    case .paused: return saving
    case .resumed: return [.redraw]
    case .resized(let size): self.size = size
    case .saved(let report): settle(report)
    case .notify(let sentence): notice = Notice(text: sentence)
    case .nextTheme, .toggleMouse, .toggleNarration, .toggleMotion: return changeSetting(message)
    case .help, .search, .palette, .plainText, .copy: return openOverlay(message)
    case .pageForward, .pageBackward, .nextStep, .previousStep, .firstStep, .lastStep, .goToStep:
      return turn(message)
    case .openLesson(let id): return open(lesson: id)
    case .openPlayground: return openPlayground()
    case .openMap: return closeSession()
    case .review: openReview()
    case .move(let direction): return move(direction)
    case .focusNext, .focusPrevious, .zoom, .nextStack: changeFocus(message)
    case .nudge, .restoreValue, .typeValue: return changeValue(message)
    case .undo, .redo, .reset, .toggleSandbox: return changeHistory(message)
    case .why, .follow, .returnFromWhy, .gradient: explain(message)
    case .digit(let digit): return press(digit: digit)
    case .hint, .solution, .check: return help(message)
    case .type, .erase, .submit: return edit(message)
    case .saveScene: beginSavingScene()
    case .clicked(let point): return click(point)
    case .scrolled(let point, let lines): scroll(at: point, by: lines)
    }
    return []
  }

  /// Counts the time since the last event, unless nobody was there.
  private mutating func spendTime(until later: Moment) {
    let seconds = later.secondsSince1970 - now.secondsSince1970
    guard let session, !session.isFree, (1...Self.longestPause).contains(seconds) else { return }
    progress.spend(seconds: seconds, on: session.lesson.id, at: later)
  }

  /// Seconds after which a student is taken to have left the chair.
  private static var longestPause: Int { 300 }

  /// Reports of the rim do not wipe what a key has just said.
  private func clearsNotice(_ message: Message) -> Bool {
    switch message {
    case .saved, .resized, .notify: false
    default: true
    }
  }

  /// The save that every leave-taking begins with.
  var saving: [Effect] {
    var effects: [Effect] = [.save(progress)]
    if let session, !session.isFree {
      effects.append(.savePlace(lesson: session.lesson.header.id, step: session.step.id))
    }
    return effects
  }

  private func leave() -> [Effect] {
    saving + [.quit]
  }

  private mutating func back() -> [Effect] {
    if !overlays.isEmpty {
      overlays.removeLast()
      return []
    }
    if session?.desk.zoomed != nil {
      session?.desk.zoomed = nil
      return []
    }
    return session == nil ? leave() : closeSession()
  }

  private mutating func close() -> [Effect] {
    if prompt != nil {
      prompt = nil
    } else if !overlays.isEmpty {
      overlays.removeLast()
    } else if session?.desk.zoomed != nil {
      session?.desk.zoomed = nil
    } else {
      notice = Notice(text: session == nil ? "q quits" : "q goes back to the course map")
    }
    return []
  }

  /// Takes over what another window may have added, and whether the file was written.
  private mutating func settle(_ stored: StoredProgress) {
    progress = stored.progress
    banner = stored.banner
    if stored.trouble?.losesProgress != true { lastSaved = now }
  }

  private var nextTheme: String {
    let names = Theme.all.map(\.name)
    let current = names.firstIndex(of: settings.theme ?? "") ?? 0
    return names[(current + 1) % names.count]
  }

  private mutating func changeSetting(_ message: Message) -> [Effect] {
    switch message {
    case .nextTheme:
      settings.theme = nextTheme
      notice = Notice(text: "theme: \(nextTheme)")
    case .toggleMouse:
      settings.mouse.toggle()
      notice = Notice(text: settings.mouse ? "mouse on: click a cell, wheel scrolls" : "mouse off")
      return [.mouse(on: settings.mouse), .saveSettings(settings)]
    case .toggleNarration:
      settings.narration.toggle()
      notice = Notice(text: settings.narration ? "spoken script shown" : "spoken script hidden")
    case .toggleMotion:
      settings.motion.toggle()
      notice = Notice(text: settings.motion ? "motion on" : "motion off")
    default: break
    }
    return [.saveSettings(settings)]
  }
}
