import ArgumentParser
import Lessons
import Terminal
import Text

/// `qkv glossary`: what a word means, and which step shows it.
struct GlossaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary", abstract: "Print the glossary and frequent questions, or one entry.",
    discussion: """
      TERM is a word, a symbol such as W_q, or words of a question. Where no entry is called so, all that say it \
      are printed.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
    case markdown
  }

  @Argument(help: ArgumentHelp("The word to look up.", valueName: "term"))
  var term: String?

  @Option(help: "How to print it.")
  var format = Format.text

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let glossary = try folders.chosen.library().glossary
    guard !glossary.entries.isEmpty else {
      throw CommandFailure("This course has no glossary: no glossary.yml lies beside its lessons.")
    }
    let entries = try term.map { try Self.entries($0, of: glossary) } ?? glossary.entries
    switch format {
    case .text: try Output.say(entries.map(\.plainText).joined(separator: "\n\n"))
    case .markdown: try Output.say(entries.map(\.wholeMarkdown).joined(separator: "\n\n"))
    case .json:
      let json: JSON = ["entries": .array(entries.map(\.json))]
      try Output.say(json.text)
    }
  }

  /// The entry that is called so, or those that say so.
  private static func entries(
    _ term: String, of glossary: Glossary
  ) throws(CommandFailure) -> [Glossary.Entry] {
    if let entry = glossary.entry(named: term) { return [entry] }
    let words = term.split(separator: " ").compactMap(SearchWord.init)
    let found = glossary.entries.filter { entry in
      let text = SearchText(entry.words)
      return !words.isEmpty && words.allSatisfy(text.contains)
    }
    if !found.isEmpty { return found }
    let names = glossary.entries.flatMap(\.names)
    let advice = didYouMean(term.nearest(among: names)) ?? "qkv glossary prints all of it."
    throw CommandFailure("The glossary has no \"\(term)\". \(advice)")
  }
}

extension Glossary.Entry {
  /// The entry on lines of at most 80 columns, its meaning indented.
  fileprivate var plainText: String {
    let title = name + (symbol.map { "  (\($0))" } ?? "")
    let also = kind == .term && !aliases.isEmpty ? ["also " + aliases.joined(separator: ", ")] : []
    let shown = places.isEmpty ? [] : ["see " + places.map(\.text).joined(separator: ", ")]
    let lines = (also + meaning.plainText.split(separator: "\n").map(String.init) + shown)
      .flatMap { TextWidth.wrapped($0, to: 78) }
    return (TextWidth.wrapped(title, to: 80) + lines.map { "  " + $0 }).joined(separator: "\n")
  }

  fileprivate var wholeMarkdown: String {
    let title = "## " + name + (symbol.map { " (\($0))" } ?? "")
    let shown = places.map { "`\($0.text)`" }.joined(separator: ", ")
    return [title, markdown, "See \(shown)."].joined(separator: "\n\n")
  }

  fileprivate var json: JSON {
    var members: [JSON.Member] = [
      .init(key: "kind", value: .string(kind == .term ? "term" : "question")),
      .init(key: "name", value: .string(name)),
    ]
    if let symbol { members.append(.init(key: "symbol", value: .string(symbol))) }
    return .object(
      members + [
        .init(key: "also", value: .strings(aliases)),
        .init(key: "meaning", value: .string(markdown)),
        .init(key: "see", value: .strings(places.map(\.text))),
      ])
  }
}
