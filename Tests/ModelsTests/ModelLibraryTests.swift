import FuzzSupport
import Testing

@testable import Models

@Suite struct ModelLibraryTests {
  @Test func shipsTheModelsAndTheStepsOfATraining() {
    let names = ShippedModels.library.names
    #expect(names.contains("refer"))
    let steps = names.filter { $0.hasPrefix("echo-") }
    #expect(steps.count >= 12)
    #expect(names.firstIndex(of: "echo") == 0)
    #expect(steps.first == "echo-0" && steps.last == "echo-2500")
  }

  @Test func theFilesAreSmall() throws {
    for name in ["echo", "refer"] {
      let model = try ShippedModels.model(name)
      #expect(model.numberCount < 32_000)
      #expect((60...85).contains(model.words.count))
    }
  }

  @Test func aNameNeverLeadsOutOfTheFolder() throws {
    for name in ["../models/echo", "/etc/passwd", "", "echo.safetensors", "a/b"] {
      #expect(throws: ModelError.self) { try ShippedModels.model(name) }
    }
  }

  @Test func namesTheModelsThatThereAre() {
    let scratch = Scratch()
    let library = ModelLibrary(directories: [scratch.path])
    #expect(throws: ModelError.unknownModel("ecko", known: [])) { try library.model("ecko") }
  }

  @Test func theLastStepIsTheModelItself() throws {
    #expect(try ShippedModels.model("echo-2500").layers == ShippedModels.model("echo").layers)
  }

  @Test func refusesFilesThatAreNoModelsOfThisFamily() throws {
    func reason(_ header: String, _ data: [UInt8] = []) -> String? {
      do throws(ModelError) {
        _ = try TinyModel(stored(header, data), name: "x")
        return nil
      } catch { return error.reason }
    }
    #expect(reason("{}") == "it is no model of attention alone, the only kind that is read")
    let format = #""format":"qkv-tiny-1""#
    #expect(reason(#"{"__metadata__":{\#(format)}}"#) == "its metadata does not say its words")
    #expect(
      reason(#"{"__metadata__":{\#(format),"words":"a a","reach":"1 0"}}"#)
        == "a word stands twice in its list of words")
    for reach in ["", "1", "1 x", "-1 0", "1 0 | "] {
      let found = reason(#"{"__metadata__":{\#(format),"words":"a b","reach":"\#(reach)"}}"#)
      #expect(found == "its metadata does not say how far each layer sees", "\(reach)")
    }
    #expect(
      reason(#"{"__metadata__":{\#(format),"words":"a b","reach":"1 0"}}"#)
        == #"it has no tensor "embedding""#)
    let wrong = #""embedding":{"dtype":"F16","shape":[3,1],"data_offsets":[0,6]}"#
    #expect(
      reason(
        #"{"__metadata__":{\#(format),"words":"a b","reach":"1 0"},\#(wrong)}"#,
        .init(repeating: 0, count: 6)) == "embedding is 3 × 1, but should be 2 × 1")
  }
}
