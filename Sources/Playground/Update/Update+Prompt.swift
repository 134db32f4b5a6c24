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
    case .submit: return session == nil ? openSelectedLesson() : []
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
    case .answer: return submitAnswer(prompt.text)
    case .value, .size, .knob: break
    }
    guard let number = prompt.number else {
      notice = Notice(text: Prompt.complaint(about: prompt.text), tone: .wrong)
      return []
    }
    switch prompt.purpose {
    case .value(let entry): return change { scene in scene.set(entry, to: number) }
    case .size(let axis): return resize(axis, to: number)
    case .knob(let knob): return set(knob, to: number)
    case .answer, .fileName: return []
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

  private mutating func resize(_ axis: String, to number: Float) -> [Effect] {
    guard number >= 1, number <= 4096, number == number.rounded() else {
      notice = Notice(text: "a size is a whole number from 1 to 4096", tone: .wrong)
      return []
    }
    return change { scene throws(Diagnostics) in try scene.resize(axis: axis, to: Int(number)) }
  }

  mutating func beginSavingScene() {
    guard let session else { return }
    let name = session.isFree ? "scene.qkv" : "\(session.lesson.header.id)-\(session.step.id).qkv"
    prompt = Prompt(purpose: .fileName, label: "save the scene as", line: EditableLine(name))
  }

  private mutating func writeScene(to file: String) -> [Effect] {
    guard let session, !file.isEmpty else { return [] }
    return [.write(text: session.stepState.scene.serialized(), file: file)]
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

extension Prompt {
  /// Why a line is no number.
  static func complaint(about typed: String) -> String {
    "\"\(typed)\" is not a number; write it like 1.5, -2, 2/3 or 40%"
  }

  /// Whether what is typed can be taken over.
  package var isComplete: Bool {
    switch purpose {
    case .fileName: !text.isEmpty
    case .value, .size, .answer, .knob: number != nil
    }
  }

  /// Whether what is asked for can hold such a character; letters are for names, and for an infinite
  /// value.
  func takes(_ character: Character) -> Bool {
    switch purpose {
    case .fileName, .value: true
    case .size, .answer, .knob: !character.isLetter || "eE".contains(character)
    }
  }

  /// The number that is typed, if it is one already.
  var number: Float? { TypedNumber.value(of: text) }
}
