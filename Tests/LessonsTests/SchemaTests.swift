import Foundation
import Testing

@testable import Lessons

@Suite struct SchemaTests {
  @Test func theSchemaListsTheKeysThatTheParserKnows() throws {
    let schema = try schema()
    #expect(keys(schema) == HeaderKey.table.keys.sorted())
    #expect(required(schema) == HeaderKey.table.required.sorted())
    #expect(schema["additionalProperties"] as? Bool == false)
  }

  @Test(arguments: [
    ("reading", ReadingKey.table), ("predict", PredictKey.table), ("choice", ChoiceKey.table),
    ("option", OptionKey.table), ("predicted", PredictOptionKey.table),
    ("mistake", MistakeKey.table), ("reply", WrongKey.table), ("number", NumberKey.table),
    ("order", OrderKey.table), ("goal", GoalKey.table), ("claim", ClaimKey.table),
    ("write", WriteKey.table),
    ("formulaMistake", FormulaMistakeKey.table),
    ("train", TrainKey.table),
  ])
  func theSchemaListsTheKeysOfEveryBlock(name: String, table: MappingKeys) throws {
    let definitions = try #require(try schema()["$defs"] as? [String: Any])
    let definition = try #require(definitions[name] as? [String: Any])
    #expect(keys(definition) == table.keys.sorted())
    #expect(required(definition) == table.required.sorted())
  }

  private func schema() throws -> [String: Any] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "lessons/schema/front-matter.schema.json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    return try #require(object as? [String: Any])
  }

  private func keys(_ schema: [String: Any]) -> [String] {
    (schema["properties"] as? [String: Any] ?? [:]).keys.sorted()
  }

  private func required(_ schema: [String: Any]) -> [String] {
    (schema["required"] as? [String] ?? []).sorted()
  }
}
