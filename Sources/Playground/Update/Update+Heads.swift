import Models
import Scenes
import Text

extension Model {
  /// Opens a model with all of its heads in view.
  package mutating func open(_ heads: HeadsView) {
    session = nil
    self.heads = heads
  }

  /// What is done on the page of heads.
  mutating func change(_ wish: Message.Heads) {
    guard session == nil, let view = heads else { return }
    switch wish {
    case .open: openHead(of: view)
    case .select(let place): heads?.select(place)
    case .nextToken: heads?.ask(by: 1)
    case .previousToken: heads?.ask(by: -1)
    case .earlier: heads?.scrub(by: -1)
    case .later: heads?.scrub(by: 1)
    case .silence: heads?.toggleSilence()
    case .transplant:
      prompt = Prompt(
        purpose: .host, label: "move it into:",
        line: EditableLine(view.state.host ?? view.sentence.text))
    case .edit:
      prompt = Prompt(
        purpose: .sentence, label: "sentence:", line: EditableLine(view.sentence.text))
    }
  }

  private mutating func openHead(of view: HeadsView) {
    let scene = HeadScene(view.model, view.sentence, view.head)
    do {
      session = try FreePlay.session(
        SourceText(file: scene.name, text: scene.text(view.change)), name: scene.name,
        weights: view.model)
    } catch {
      notice = Notice(text: error.sentence, tone: .wrong)
    }
  }

  mutating func readHost(_ text: String) {
    do throws(SentenceError) { try heads?.move(into: text) } catch {
      notice = Notice(text: error.sentence, tone: .wrong)
    }
  }

  mutating func readSentence(_ text: String) {
    do throws(SentenceError) {
      if var view = heads {
        try view.read(text)
        heads = view
      } else if hunt != nil {
        try proveFollowing(in: text)
      } else if let view = sentence {
        sentence = SentenceView(view.model, try view.model.sentence(text))
      }
    } catch {
      notice = Notice(text: error.sentence, tone: .wrong)
    }
  }
}
