import Foundation
import Testing

@Test func everyTensorIsPrintedWithItsAxesShapeLabelsKindFormulaAndValues() throws {
  let workspace = Workspace()
  let run = try workspace.run("eval", workspace.file("head.qkv", sampleScene))
  #expect(run.status == 0)
  #expect(run.errors.isEmpty)
  let printed = try run.json
  #expect(printed.keys.sorted() == ["tensors"])
  let tensors = try #require(printed["tensors"] as? [String: [String: Any]])
  let names = ["X", "W_q", "W_k", "Q", "K", "mask", "scaled", "weight", "output", "total"]
  #expect(tensors.keys.sorted() == names.sorted())
  let weight = try #require(tensors["weight"])
  #expect(
    weight.keys.sorted() == ["axes", "formula", "kind", "labels", "shape", "values"])
  #expect(weight["axes"] as? [String] == ["token", "token"])
  #expect(weight["shape"] as? [Int] == [3, 3])
  let tokens = ["the", "cat", "sat down"]
  #expect(weight["labels"] as? [[String]] == [tokens, tokens])
  #expect(weight["kind"] as? String == "formula")
  #expect(weight["formula"] as? String == "softmax(scaled + mask)")
  let values = try #require(weight["values"] as? [[Double]])
  for (row, expected) in zip(values, sampleWeights) {
    for (value, number) in zip(row, expected) { #expect(abs(value - number) < 1e-6) }
  }
  let input = try #require(tensors["X"])
  #expect(input["kind"] as? String == "input")
  #expect(input["labels"] as? [[String]] == [tokens, ["0", "1"]])
}

@Test func aScalarHasNoAxesAndABareNumber() throws {
  let workspace = Workspace()
  let run = try workspace.run("eval", workspace.file("head.qkv", sampleScene), "--only", "total")
  let total = try #require((try run.json["tensors"] as? [String: [String: Any]])?["total"])
  #expect((total["axes"] as? [Any])?.isEmpty == true)
  #expect((total["shape"] as? [Any])?.isEmpty == true)
  #expect((total["labels"] as? [Any])?.isEmpty == true)
  let value = try #require(total["values"] as? Double)
  #expect(abs(value - 4.71969371) < 1e-5)
}

@Test func whatIsNoJSONNumberIsAString() throws {
  let workspace = Workspace()
  let text = "low = log(0)\nhigh = -log(0)\nnone = sqrt(-1)\n"
  let run = try workspace.run("eval", "-", input: text)
  let tensors = try #require(try run.json["tensors"] as? [String: [String: Any]])
  #expect(tensors["low"]?["values"] as? String == "-inf")
  #expect(tensors["high"]?["values"] as? String == "inf")
  #expect(tensors["none"]?["values"] as? String == "nan")
  let mask = try workspace.run("eval", workspace.file("head.qkv", sampleScene), "--only", "mask")
  #expect(mask.output.contains("[0.0, \"-inf\", \"-inf\"]"))
}

@Test func theKeysStayInTheOrderOfTheScene() throws {
  let workspace = Workspace()
  let output = try workspace.run("eval", workspace.file("head.qkv", sampleScene)).output
  let names = ["X", "W_q", "W_k", "Q", "K", "mask", "scaled", "weight", "output", "total"]
  let places = names.compactMap { output.range(of: "\n    \"\($0)\": {")?.lowerBound }
  #expect(places.count == names.count)
  #expect(places == places.sorted())
}

@Test func valuesReadBackAsTheSameSinglePrecisionNumbers() throws {
  let workspace = Workspace()
  let text = "axis a = 500\nX[a] = randn(seed: 4)\nY = exp(X * 20)\n"
  let run = try workspace.run("eval", "-", input: text)
  let tensors = try #require(try run.json["tensors"] as? [String: [String: Any]])
  let x = try #require(tensors["X"]?["values"] as? [Double]).map { Float($0) }
  let y = try #require(tensors["Y"]?["values"] as? [Double])
  for (x, y) in zip(x, y) {
    let expected = exp(Double(x * 20))
    #expect(abs(y - expected) <= expected * 2e-6)
  }
}

@Test func setChangesTheSceneBeforeItIsEvaluated() throws {
  let workspace = Workspace()
  let file = try workspace.file("head.qkv", sampleScene)
  let run = try workspace.run(
    "eval", file, "--set", "W_q[0,\"speed\"] = 3", "--only", "weight", "--only", "W_q")
  let tensors = try #require(try run.json["tensors"] as? [String: [String: Any]])
  #expect(tensors.keys.sorted() == ["W_q", "weight"])
  let weight = try #require(tensors["weight"]?["values"] as? [[Double]])
  for (value, number) in zip(weight[2], [0.26563324, 0.68697047, 0.04739628]) {
    #expect(abs(value - number) < 1e-6)
  }
  #expect(workspace.text(of: "head.qkv") == sampleScene)
}

@Test func gradAddsTheGradientForEveryInput() throws {
  let workspace = Workspace()
  let file = try workspace.file("head.qkv", sampleScene + "spare = 2\n")
  let run = try workspace.run("eval", file, "--grad", "weight[\"sat down\",\"the\"]")
  let gradients = try #require(try run.json["gradients"] as? [String: [String: Any]])
  #expect(gradients.keys.sorted() == ["W_k", "W_q", "X", "spare"])
  let values = try #require(gradients["W_q"]?["values"] as? [[Double]])
  let expected = [[-0.05503893, -0.0981321], [0.0825584, 0.14719815]]
  for (row, numbers) in zip(values, expected) {
    for (value, number) in zip(row, numbers) { #expect(abs(value - number) < 1e-5) }
  }
  #expect(gradients["W_q"]?["shape"] as? [Int] == [2, 2])
  #expect(gradients["spare"]?["values"] as? Double == 0)
}

@Test func onlyChoosesGradientsToo() throws {
  let workspace = Workspace()
  let file = try workspace.file("head.qkv", sampleScene)
  let run = try workspace.run("eval", file, "--grad", "total", "--only", "weight, W_q")
  let tensors = try #require(try run.json["tensors"] as? [String: Any])
  let gradients = try #require(try run.json["gradients"] as? [String: Any])
  #expect(tensors.keys.sorted() == ["W_q", "weight"])
  #expect(gradients.keys.sorted() == ["W_q"])
  let none = try workspace.run("eval", file, "--grad", "total", "--only", "weight")
  #expect(none.status == 1)
  #expect(none.output.isEmpty)
  #expect(none.errors.contains("--only names no input"))
}

@Test(arguments: ["", " ", "weight,", ","])
func onlyNeedsNames(names: String) throws {
  let run = try Workspace().run("eval", "-", "--only", names, input: sampleScene)
  #expect(run.status == 1)
  #expect(run.output.isEmpty)
  #expect(run.errors.hasPrefix("--only needs names"))
}

@Test func theFormulaPrintedIsTheOneThatHolds() throws {
  let run = try Workspace().run(
    "eval", "-", "--format", "text", "--set", "k=7", input: "k = 2\ny = k * 3\n")
  #expect(run.output == "k = 7\n  7.0000\n\ny = k * 3\n  21.0000\n")
}

@Test func anUndefinedNumberIsWarnedOf() throws {
  let run = try Workspace().run("eval", "-", input: "y = 0 / 0\n")
  #expect(run.status == 0)
  #expect(run.errors.hasPrefix("<stdin>:1:5: warning: `/` has no value"))
}

@Test func aMarkOfTheByteOrderIsSkipped() throws {
  let workspace = Workspace()
  let file = try workspace.file("marked.qkv", "\u{FEFF}k = 2\n")
  #expect(try workspace.run("eval", file).status == 0)
  #expect(try workspace.run("check", file).status == 0)
}

@Test func commaSeparatedValuesHaveOneNumberALine() throws {
  let workspace = Workspace()
  let file = try workspace.file("head.qkv", sampleScene)
  let run = try workspace.run(
    "eval", file, "--format", "csv", "--only", "weight,total,X,W_q,W_k", "--grad", "total")
  let lines = run.output.split(separator: "\n").map(String.init)
  try #require(lines.count == 1 + 6 + 4 + 4 + 9 + 1 + 6 + 4 + 4)
  #expect(lines[0] == "what,name,axis1,label1,axis2,label2,value")
  #expect(lines.contains("value,weight,token,the,token,the,1.0"))
  #expect(lines.contains { $0.hasPrefix("value,weight,token,sat down,token,cat,0.22906") })
  #expect(lines.contains { $0.hasPrefix("value,total,,,,,4.7196") })
  #expect(lines.contains { $0.hasPrefix("gradient,W_q,feature,1,trait,speed,") })
}

@Test func textIsATableWithTheFormulaAsItsTitle() throws {
  let workspace = Workspace()
  let file = try workspace.file("head.qkv", sampleScene)
  let run = try workspace.run("eval", file, "--format", "text", "--only", "weight,total")
  #expect(
    run.output == """
      weight = softmax(scaled + mask)   [token 3 × token 3]
                     the     cat  sat down
        the       1.0000  0.0000    0.0000
        cat       0.7256  0.2744    0.0000
        sat down  0.7389  0.2291    0.0321

      total = sum(sum(output))
        4.7197

      """)
}

@Test func aMistakeInTheSceneIsShownWithItsPlaceAndACaret() throws {
  let workspace = Workspace()
  let file = try workspace.file("bad.qkv", sampleScene + "oops = Q @ Kay\n")
  let run = try workspace.run("eval", file)
  #expect(run.status == 1)
  #expect(run.output.isEmpty)
  let line = sampleScene.split(separator: "\n", omittingEmptySubsequences: false).count
  #expect(run.errors.hasPrefix("\(file):\(line):12: error: "))
  #expect(run.errors.contains("oops = Q @ Kay\n"))
  #expect(run.errors.contains("             ^~~"))
}

@Test func aMistakeInAnOptionIsShownWithItsPlace() throws {
  let workspace = Workspace()
  let file = try workspace.file("head.qkv", sampleScene)
  for option in [
    ["--set", "W_q[9,9] = 1"], ["--set", "W_q = "], ["--grad", "weight[\"dog\",\"the\"]"],
  ] {
    let run = try workspace.run(["eval", file] + option)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("\(option[0]):1:"))
  }
  let only = try workspace.run("eval", file, "--only", "wieght")
  #expect(only.status == 1)
  #expect(only.errors == "The scene defines no wieght. Did you mean weight?\n")
  let table = try workspace.run("eval", file, "--grad", "weight")
  #expect(table.status == 1)
  #expect(table.errors.contains("needs one number"))
}

@Test func whatIsNoSceneFileIsSaidInASentence() throws {
  let workspace = Workspace()
  let binary = try workspace.file("binary.qkv", bytes: Data([0x7F, 0x45, 0x00, 0xFF]))
  let latin = try workspace.file("latin.qkv", bytes: Data([0x61, 0xE9, 0x0A]))
  let huge = try workspace.file("huge.qkv", bytes: Data(repeating: 0x20, count: 9 << 20))
  let expectations = [
    (workspace.path + "/none.qkv", "does not exist"), (workspace.path, "is a folder"),
    (binary, "is not a text file"), (latin, "is not a text file"), (huge, "is larger than"),
  ]
  for (path, sentence) in expectations {
    let run = try workspace.run("eval", path)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(sentence))
    #expect(run.errors.hasPrefix(path))
    #expect(run.errors.split(separator: "\n").count == 1)
  }
}

@Test func labelsWithCommasAndQuotationMarksAreQuoted() throws {
  let text = "axis a = \"x,y\" 日本\nX[a] = [1, 2]\n"
  let run = try Workspace().run("eval", "-", "--format", "csv", input: text)
  #expect(
    run.output == """
      what,name,axis1,label1,value
      value,X,a,"x,y",1.0
      value,X,a,日本,2.0

      """)
}

@Test func aMistakeOnStandardInputSaysSo() throws {
  let run = try Workspace().run("eval", "-", input: "x = y\n")
  #expect(run.status == 1)
  #expect(run.errors.hasPrefix("<stdin>:1:5: error: "))
}

@Test func anEmptySceneHasNoTensors() throws {
  let run = try Workspace().run("eval", "-", input: "")
  #expect(run.status == 0)
  #expect((try run.json["tensors"] as? [String: Any])?.isEmpty == true)
}

@Test func aSceneHasNoSteps() throws {
  let workspace = Workspace()
  let run = try workspace.run("eval", workspace.file("head.qkv", sampleScene), "--step", "one")
  #expect(run.status == 1)
  #expect(run.errors.contains("no steps"))
}

@Test func aSwitchIsSetByItsLabel() throws {
  let workspace = Workspace()
  let lesson = try workspace.file("toggle.md", toggleLesson)
  func scaled(_ arguments: String...) throws -> ProgramRun {
    try workspace.run(["eval", lesson, "--only", "scaled", "--format", "csv"] + arguments)
  }
  #expect(try scaled().output.contains("value,scaled,dish,soup,2.0\n"))
  #expect(try scaled("--set", "scaled = off").output.contains("value,scaled,dish,soup,12.0\n"))
  let both = try scaled("--set", "scaled=off", "--set", "score[\"soup\"] = 1")
  #expect(both.output.contains("value,scaled,dish,soup,3.0\n"))
  let refused = try scaled("--set", "scaled = of")
  #expect(refused.status == 1 && refused.errors.contains("takes on, off, not of"))
  let page = try workspace.run("snapshot", lesson, "--set", "scaled = off", "--format", "text")
  #expect(page.output.contains("scaled = score * 3") && page.output.contains("12"))
}

private let toggleLesson = """
  ---
  qkv: 1
  id: toggle
  title: Toggle
  summary: A switch.
  minutes: 1
  ---

  ```qkv scene
  axis dish = soup cake
  score[dish] = [4, 1]
  ```

  ## One {#one}

  ```qkv show
  bars scaled
  ```

  ```qkv switch scaled
  on: score / 2
  off: score * 3
  ```
  """
