import Foundation
import Testing

private let chase = """
  axis token = the dog the
  axis feature = noun
  X[token, feature] = [[1], [2], [3]]
  score = X @ X.T

  """

/// A sentence that says a word twice, for scripts.
@Suite struct RepeatedWordTests {
  @Test func theObjectHasLabelsForPlacesAndTheWordsAsTheyAre() throws {
    let tensors = try Self.tensors()
    let places = ["the", "dog", "the_2"]
    #expect(tensors["score"]?["labels"] as? [[String]] == [places, places])
    #expect(tensors["X"]?["words"] as? [[String]] == [["the", "dog", "the"], ["noun"]])
  }

  @Test func withoutARepeatedWordTheObjectHasNoWords() throws {
    let run = try Workspace().run("eval", "-", input: sampleScene)
    #expect(!run.output.contains("\"words\""))
  }

  @Test func aPlaceIsSetByItsLabel() throws {
    let tensors = try Self.tensors("--set", "X[\"the_2\",\"noun\"] = 5")
    #expect(tensors["X"]?["values"] as? [[Double]] == [[1], [2], [5]])
  }

  @Test func everyLineOfCommaSeparatedValuesNamesOnePlace() throws {
    let output = try Workspace().run("eval", "-", "--format", "csv", "--only", "X", input: chase)
      .output
    let lines = output.split(separator: "\n").dropFirst()
    #expect(
      lines == [
        "value,X,token,the,feature,noun,1.0", "value,X,token,dog,feature,noun,2.0",
        "value,X,token,the_2,feature,noun,3.0",
      ])
  }

  @Test func tablesShowTheLabels() throws {
    let output = try Workspace().run("eval", "-", "--format", "text", input: chase).output
    #expect(output.contains("the     dog   the_2\n"))
  }

  @Test func aCellIsExplainedByItsLabel() throws {
    let run = try Workspace().run("explain", "-", "score[\"the_2\",\"dog\"]", input: chase)
    #expect(run.output.hasPrefix("score[\"the_2\",\"dog\"] = 6\n"))
    #expect(run.output.contains("X[\"the_2\",\"noun\"]"))
  }

  private static func tensors(_ options: String...) throws -> [String: [String: Any]] {
    let run = try Workspace().run(["eval", "-"] + options, input: chase)
    #expect(run.errors.isEmpty)
    return try #require(try run.json["tensors"] as? [String: [String: Any]])
  }
}
