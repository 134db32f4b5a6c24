import ArgumentParser
import Models
import Playground
import Text

/// `qkv hunt`: a head to be named and proved.
struct HuntCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hunt",
    abstract: "Hunt for a head of a trained model, and prove that it is the one.",
    discussion: """
      A seed draws a sentence, and the model answers. Name the head that found the answer, with three proofs: \
      it looks at the word that holds the answer; it follows when words are swapped so that another word \
      holds it; answers are lost without it. Every proof is computed; nothing is stored but sentences. On a \
      terminal it is a page, unless an option says how to print it.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @Argument(help: "A model: refer or echo.")
  var model = TinyModel.referring

  @Option(help: ArgumentHelp("Draws another sentence.", valueName: "number"))
  var seed: UInt64 = 0

  @Option(help: ArgumentHelp("The head that is meant, such as 2.1.", valueName: "head"))
  var head: String?

  @Option(
    help: ArgumentHelp("Proof one: the word that the head looks at.", valueName: "word"))
  var looksAt: String?

  @Option(
    help: ArgumentHelp(
      "Proof two: the sentence with words swapped, so that the answer stands elsewhere.",
      valueName: "text"))
  var swap: String?

  @Flag(help: "Proof three: silence the head and count the answers that are lost.")
  var breaks = false

  @Option(help: "How to print it.")
  var format: Format?

  @OptionGroup var screen: ScreenOptions

  @OptionGroup var lines: LinearOption

  @OptionGroup var folders: FolderOptions

  func validate() throws {
    if head == nil, looksAt != nil || swap != nil || breaks {
      throw ValidationError("Name the head that the proofs are for, such as --head 2.1.")
    }
  }

  func run() throws {
    let model = try folders.chosen.models.named(self.model)
    guard let hunt = Hunt(in: model, seed: seed) else {
      throw CommandFailure("\(model.name) has no sentences to hunt in. Try refer or echo.")
    }
    if format == nil, head == nil, !lines.isLinear(folders.chosen) {
      let view = HuntView(hunt)
      return try InteractiveApp(folders: folders.chosen, ascii: screen.ascii).run { $0.open(view) }
    }
    let head = try self.head.map { try HeadPlace(named: $0, in: model) }
    let verdicts = try head.map { try self.verdicts(on: $0, in: hunt) } ?? []
    let report = HuntReport(hunt: hunt, head: head, verdicts: verdicts)
    try Output.say(format == .json ? report.json.text : report.text)
  }

  /// What comes of the proofs that were given.
  private func verdicts(on head: HeadPlace, in hunt: Hunt) throws(CommandFailure) -> [HuntVerdict] {
    var verdicts: [HuntVerdict] = []
    if let looksAt { verdicts.append(hunt.looks(head, at: try token(looksAt, in: hunt))) }
    if let swap {
      do throws(SentenceError) {
        verdicts.append(try hunt.follows(head, in: swap))
      } catch {
        throw CommandFailure(error.sentence)
      }
    }
    if breaks { verdicts.append(hunt.breaks(head)) }
    return verdicts
  }

  /// The place of a word; where it stands twice, the one that holds the answer, or else the first.
  private func token(_ word: String, in hunt: Hunt) throws(CommandFailure) -> Int {
    let word = word.lowercased()
    if hunt.sentence.words[hunt.place] == word { return hunt.place }
    guard let place = hunt.sentence.words.firstIndex(of: word) else {
      throw CommandFailure("There is no \"\(word)\" in \"\(hunt.sentence.text)\"")
    }
    return place
  }
}
