import Lessons
import Models
import Playground
import Scenes
import Text

/// A sentence that somebody wants to play with: over trained weights where a model knows its words, over
/// random numbers where none does.
enum PlayedSentence {
  case trained(SentenceView)
  case random(Session)

  /// Reads what was typed; nil is the model's own example.
  init(_ text: String?, _ models: ModelLibrary) throws {
    guard let model = try? models.model(TinyModel.referring) else {
      self = .random(try FreePlay.session(over: text ?? FreePlay.sentence, because: nil, of: nil))
      return
    }
    let text = text ?? model.example
    let typed: TypedSentence
    do throws(SentenceError) { typed = try model.typed(text) } catch {
      throw CommandFailure(error.sentence)
    }
    switch typed {
    case .known(let sentence): self = .trained(SentenceView(model, sentence))
    case .other(let reason):
      self = .random(try FreePlay.session(over: text, because: reason, of: model))
    }
  }

  /// What each word looks at, as a table.
  var text: String {
    switch self {
    case .trained(let view): Self.text(of: view)
    case .random(let session): Self.text(of: session)
    }
  }

  private static func text(of view: SentenceView) -> String {
    let asker = "\"\(view.sentence.words[view.asking])\""
    let rows = zip(view.sentence.words, view.weights).map { [$0, NumberFormat.cell($1)] }
    let answers = view.candidates.map { "\($0.word) \(NumberFormat.cell($0.probability))" }
    let lines =
      ["trained weights of \(view.model.name), head \(view.head.name)", ""]
      + Columns([["word", "\(asker) looks at it"]] + rows).lines
      + ["", "\(asker) means \(answers.joined(separator: ", "))"]
      + (view.warning.map { [$0] } ?? [])
    return lines.joined(separator: "\n")
  }

  private static func text(of session: Session) -> String {
    let scene = session.stepState.scene
    let words = session.step.blocks.compactMap { block in
      if case .prose(let blocks) = block {
        blocks.map(\.plainText).joined(separator: "\n\n")
      } else {
        nil
      }
    }
    let weight = scene.definition("weight").map {
      Evaluation(tensors: [Evaluation.Table($0, scene.values(of: $0.node))], gradients: nil).text
    }
    return (words + [weight ?? ""]).joined(separator: "\n\n")
  }
}
