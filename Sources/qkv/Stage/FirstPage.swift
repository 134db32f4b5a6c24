import Models
import Playground
import Progress

/// What opens without a command: a sentence to play with until something was learned or the page was seen,
/// later the course map.
enum FirstPage {
  static func open(_ folders: Folders, ascii: Bool, linear: Bool = false) throws {
    let store = PreferenceStore(folders.places)
    let memory = store.firstPage()
    guard store.lastPlace() == nil, memory?.isSeen != true, let view = view(folders.models) else {
      return try MapCommand.openMap(folders, ascii: ascii, linear: linear)
    }
    try InteractiveApp(folders: folders, ascii: ascii, linear: linear).run { model in
      if model.progress == Progress() { model.openFirstPage(view, memory: memory) }
    }
  }

  /// The sentence of the model that says what a pronoun stands for; nil where it was not found.
  static func view(_ models: ModelLibrary) -> SentenceView? {
    guard let model = try? models.model(TinyModel.referring),
      let example = try? model.sentence(model.example)
    else { return nil }
    return SentenceView(model, example)
  }
}
