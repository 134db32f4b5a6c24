import Foundation
import Scenes
import Testing
import Text

@testable import Lessons

/// What `assets/editors` holds, against the tables of the parser.
@Suite struct EditorFilesTests {
  @Test func everyBlockHasASnippet() throws {
    let openings = try snippets().values.map { $0.prefix { $0 != "\n" } }
    for kind in BlockKind.allCases {
      let opening = "```qkv \(kind.rawValue)"
      #expect(openings.contains { $0 == opening || $0.hasPrefix(opening + " ") }, "\(opening)")
    }
  }

  @Test(arguments: [
    ("lesson", HeaderKey.table), ("lesson", ReadingKey.table),
    ("predict", PredictKey.table), ("predict", PredictOptionKey.table),
    ("predict", MistakeKey.table), ("predict", WrongKey.table),
    ("choice", ChoiceKey.table), ("choice", OptionKey.table),
    ("number", NumberKey.table), ("number", MistakeKey.table),
    ("order", OrderKey.table),
    ("write", WriteKey.table), ("write", FormulaMistakeKey.table), ("write", ClaimKey.table),
    ("goal", GoalKey.table), ("goal", ClaimKey.table),
    ("train", TrainKey.table),
  ])
  func theSnippetsOfABlockHaveAllItsKeys(block: String, table: MappingKeys) throws {
    let own = try snippets().filter { $0.key.hasPrefix("qkv-" + block) }.values
    let keys = own.reduce(into: Set<String>()) { $0.formUnion(self.keys($1)) }
    for key in table.keys { #expect(keys.contains(key), "\(key)") }
  }

  @Test func theTextsOfTheSnippetsMakeLessons() throws {
    let snippets = try snippets()
    let frame = ["qkv-scene", "qkv-step", "qkv-show", "qkv-sliders"]
    let others = frame + ["qkv-lesson", "qkv-lesson-use"]
    let blocks = snippets.keys.filter { !others.contains($0) }.sorted()
    #expect(blocks.count > 15)
    let library = Library(directory: lessonsFolder, weights: shippedModels)
    let misconceptions = Set(library.misconceptions.map(\.id))
    var lessons = blocks.map { ["qkv-lesson"] + frame + [$0] }
    lessons.append(["qkv-lesson-use"] + frame)
    for parts in lessons {
      let text = parts.compactMap { snippets[$0] }.joined(separator: "\n")
      let lesson = try Lesson.load(
        text: text, file: lessonsFolder + "/my-lesson.md", weights: shippedModels)
      let check = LessonCheck(lesson, misconceptions: misconceptions)
      #expect(check.problems.map { $0.rendered() } == [], "\(parts)")
    }
  }

  @Test func theSyntaxOfScenesKnowsEveryOperation() throws {
    let lines = try text("vim/syntax/qkv.vim").split(separator: "\n")
    let keywords = lines.filter { $0.hasPrefix("syn keyword ") }
    let words = Set(keywords.flatMap { $0.split(separator: " ").map(String.init) })
    let signs = lines.filter { $0.hasPrefix("syn match qkvOperator ") }.joined()
    for operation in Scenes.Operation.all {
      switch operation.notation {
      case .function:
        #expect(words.contains(operation.name), "\(operation.name)")
      case .infix(_, let also), .prefix(_, let also):
        for sign in [operation.name] + also {
          #expect(words.contains(sign) || sign.allSatisfy { signs.contains($0) }, "\(sign)")
        }
      case .postfix:
        #expect(signs.contains("\\" + operation.name), "\(operation.name)")
      case .builtIn:
        break
      }
    }
  }

  @Test func theSyntaxOfLessonsKnowsEveryBlockAndPanel() throws {
    let syntax = try text("vim/after/syntax/markdown.vim")
    let words = Set(syntax.split { !$0.isLetter }.map(String.init))
    for kind in BlockKind.allCases.map(\.rawValue) + PanelKind.allCases.map(\.rawValue) {
      #expect(words.contains(kind), "\(kind)")
    }
  }

  /// The snippets by what is typed for them, each with the text that stands at its places.
  private func snippets() throws -> [String: String] {
    let file = try text("snippets/qkv.code-snippets")
    let object = try JSONSerialization.jsonObject(with: Data(file.utf8))
    let list = try #require(object as? [String: [String: Any]])
    var snippets: [String: String] = [:]
    for snippet in list.values {
      let prefix = try #require(snippet["prefix"] as? String)
      let body = try #require(snippet["body"] as? [String])
      snippets[prefix] = expanded(body.joined(separator: "\n"))
    }
    #expect(snippets.count == list.count)
    return snippets
  }

  /// A snippet as it is before anything is typed: `${1:word}` is `word`, `${1|one,two|}` is `one`.
  private func expanded(_ body: String) -> String {
    body.replacing(#/\$\{\d+\|([^,|]*)[^|]*\|\}/#) { $0.output.1 }
      .replacing(#/\$\{\w+:([^}]*)\}/#) { $0.output.1 }
      .replacing(#/\$\{\d+\}|\$\d/#, with: "")
  }

  /// What stands before the first colon of each line.
  private func keys(_ text: String) -> [String] {
    text.split(separator: "\n").filter { $0.contains(":") }.map { line in
      String(line.drop { $0 == " " || $0 == "-" }.prefix { $0 != ":" })
    }
  }

  private func text(_ path: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "assets/editors")
    return try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }
}
