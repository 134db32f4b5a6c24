import Lessons
import Scenes
import Text

extension Model {
  /// Typing: into the prompt, or into a list that narrows.
  mutating func edit(_ edit: Message.Edit) -> [Effect] {
    if prompt != nil { return editPrompt(edit) }
    if case .list(let list) = overlays.last { return self.edit(list, edit) }
    switch edit {
    case .type(let character):
      return session?.stepState.openQuestion?.isBegun(by: character) == true
        ? beginAnswer(with: character) : []
    case .submit: return submitPage()
    case .paste:
      notice = Notice(text: "pasted text is ignored here: no line is being typed")
      return []
    case .line: return []
    }
  }

  private mutating func edit(_ list: ListState, _ edit: Message.Edit) -> [Effect] {
    var list = list
    switch edit {
    case .submit: return []
    case .type(let character): list.narrow { $0.insert(character) }
    case .paste(let text): list.narrow { $0.insert(text) }
    case .line(let edit): list.narrow { $0.apply(edit) }
    }
    replaceTopOverlay(with: .list(list))
    return []
  }

  private mutating func editPrompt(_ edit: Message.Edit) -> [Effect] {
    switch edit {
    case .type(let character): type(character)
    case .paste(let text): type(EditableLine.cleaned(text))
    case .line(let edit): prompt?.line.apply(edit)
    case .submit: return submitPrompt()
    }
    return []
  }

  private mutating func type(_ text: String) {
    if let prompt, holds(text, in: prompt) {
      self.prompt?.line.insert(text)
    } else {
      let question = prompt?.purpose == .answer ? session?.stepState.openQuestion : nil
      notice = Notice(
        text: "\(question?.instruction ?? "type a number"), then enter; esc leaves it")
    }
  }

  /// Whether what is asked for can hold a text besides what is typed.
  private func holds(_ text: String, in prompt: Prompt) -> Bool {
    guard prompt.purpose == .answer, let question = session?.stepState.openQuestion else {
      return text.allSatisfy(prompt.takes)
    }
    var typed = prompt.text
    return text.allSatisfy { character in
      defer { typed.append(character) }
      return question.takes(character, besides: typed)
    }
  }

  private mutating func submitPrompt() -> [Effect] {
    guard let prompt else { return [] }
    self.prompt = nil
    switch prompt.purpose {
    case .fileName: return writeScene(to: prompt.text)
    case .answer, .formula: return submitAnswer(prompt.text)
    case .value(let target, let domain): return set(target, domain, typed: prompt.text)
    case .sentence:
      readSentence(prompt.text)
      return []
    case .host:
      readHost(prompt.text)
      return []
    case .knob: break
    }
    guard let number = prompt.number else {
      notice = Notice(text: Prompt.complaint(about: prompt.text), tone: .wrong)
      return []
    }
    switch prompt.purpose {
    case .knob(let knob): return set(knob, to: number)
    case .value, .answer, .formula, .fileName, .sentence, .host: return []
    }
  }

  private mutating func submitAnswer(_ typed: String) -> [Effect] {
    guard let question = session?.stepState.openQuestion else { return [] }
    guard let guess = question.guess(typed: typed) else {
      notice = Notice(text: question.complaint(about: typed), tone: .wrong)
      return []
    }
    return answer(question, with: guess)
  }

  /// Brings what a slider moves to the value that was typed.
  private mutating func set(
    _ target: SliderTarget, _ domain: SliderDomain, typed text: String
  ) -> [Effect] {
    guard let scene = session?.stepState.scene else { return [] }
    guard let number = domain.value(typed: text, in: scene) else {
      notice = Notice(text: domain.complaint(about: text), tone: .wrong)
      return []
    }
    if let complaint = domain.complaint(about: number, of: target, in: scene) {
      notice = Notice(text: complaint, tone: .wrong)
      return []
    }
    if let formula = session?.stepState.formula(of: target) {
      return choose(version: Int(number), of: formula)
    }
    return change { scene throws(Diagnostics) in try scene.set(target, to: number) }
  }

  mutating func beginSavingScene() {
    guard let session else { return beginSavingSentence() }
    guard session.stepState.hiddenNames.isEmpty else {
      notice = Notice(text: "write the formula first: the file would tell it", tone: .wrong)
      return
    }
    let name = session.isFree ? "scene.qkv" : "\(session.lesson.header.id)-\(session.step.id).qkv"
    prompt = Prompt(purpose: .fileName, label: "save the scene as", line: EditableLine(name))
  }

  private mutating func beginSavingSentence() {
    guard let sentence else { return }
    prompt = Prompt(
      purpose: .fileName, label: "save the scene as", line: EditableLine(sentence.fileName))
  }

  private mutating func writeScene(to file: String) -> [Effect] {
    let text = session?.stepState.scene.serialized() ?? sentence?.headText().text()
    guard let text, !file.isEmpty else { return [] }
    return [.write(text: text, file: file)]
  }
}

extension ListState {
  /// Changes the words that the list is narrowed by.
  mutating func narrow(_ change: (inout EditableLine) -> Void) {
    let before = line.text
    change(&line)
    if line.text != before { selected = 0 }
  }
}

extension SliderDomain {
  /// Why a line is no value.
  fileprivate func complaint(about typed: String) -> String {
    if case .versions = self { return "\"\(typed)\" is none of \(words)" }
    guard case .places(let axis) = self else { return Prompt.complaint(about: typed) }
    return "\"\(typed)\" is no place of \(axis); write one of its labels"
  }

  /// Why a number cannot be taken, which may leave a range; nil where it can.
  fileprivate func complaint(
    about number: Float, of target: SliderTarget, in scene: Scene
  ) -> String? {
    switch (self, target) {
    case (.list, _), (.places, _), (.versions, _):
      contains(number, in: scene) ? nil : "it can be \(words)"
    case (.range, .axis):
      (1...4096).contains(number) && number == number.rounded()
        ? nil : "a size is a whole number from 1 to 4096"
    case (.range, .angle): number.isFinite ? nil : "an angle is a finite number of degrees"
    case (.range, .length):
      number.isFinite && number >= 0 ? nil : "a length is a finite number from 0"
    case (.range, .entry), (.range, .version): nil
    }
  }
}

extension Prompt {
  /// Why a line is no number.
  static func complaint(about typed: String) -> String {
    "\"\(typed)\" is not a number; write it like 1.5, -2, 2/3 or 40%"
  }

  /// Whether what is typed can be taken over.
  package var isComplete: Bool {
    switch purpose {
    case .fileName, .sentence, .host: !text.isEmpty
    case .formula: text.contains { !$0.isWhitespace }
    case .value(_, .places), .value(_, .versions): !text.isEmpty
    case .value, .answer, .knob: number != nil
    }
  }

  /// Whether what is asked for can hold such a character; letters are for names, and for an infinite
  /// value.
  func takes(_ character: Character) -> Bool {
    switch purpose {
    case .fileName, .sentence, .host, .value, .formula: true
    case .answer, .knob: !character.isLetter || "eE".contains(character)
    }
  }

  /// The number that is typed, if it is one already.
  var number: Float? { TypedNumber.value(of: text) }
}
