import Testing

@Test func aModelSaysWhatAPronounMeans() throws {
  let sentence = "the cat left the road because it was"
  for (adjective, noun) in [("hungry", "cat"), ("muddy", "road")] {
    let run = try Workspace().run(
      "open", "refer", "--sentence", "\(sentence) \(adjective)", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let json = try run.json
    #expect(json["layers"] as? Int == 2 && json["heads"] as? Int == 2)
    let tokens = try #require(json["tokens"] as? [String])
    #expect(tokens == ["<s>"] + "\(sentence) \(adjective) .".split(separator: " ").map(String.init))
    #expect((json["ids"] as? [Int])?.count == tokens.count)
    let top = try #require(json["top"] as? [[String: Any]])
    #expect(top.first?["token"] as? String == noun)
    let probability = try #require(top.first?["probability"] as? Double)
    #expect(probability > 0.9)
  }
}

@Test func theRolesOfHeadsArePrintedWithTheirScores() throws {
  let json = try Workspace().run("open", "echo", "--format", "json").json
  let roles = try #require(json["roles"] as? [[String: Any]])
  let previous = try #require(roles.first { $0["role"] as? String == "previous" })
  #expect(previous["layer"] as? Int == 1 && previous["head"] as? Int == 1)
  #expect((previous["score"] as? Double ?? 0) >= 0.8)
}

@Test func theLogitsAreASumOverHeads() throws {
  let json = try Workspace().run("open", "refer", "--format", "json").json
  let parts = try #require(json["parts"] as? [String: Any])
  let heads = try #require(parts["heads"] as? [[String: Any]])
  let sum = heads.reduce(parts["words"] as? Double ?? .nan) { $0 + ($1["part"] as? Double ?? .nan) }
  let top = try #require(json["top"] as? [[String: Any]]).compactMap { $0["logit"] as? Double }
  #expect(abs(sum - (top[0] - top[1])) < 1e-4)
}

@Test func aHeadIsPrintedAsEvalPrintsAScene() throws {
  let workspace = Workspace()
  let head = ["--layer", "2", "--head", "2"]
  let json = try workspace.run(["open", "refer", "--format", "json"] + head).json
  let tensors = try #require(json["tensors"] as? [String: Any])
  #expect(
    Set(tensors.keys)
      == [
        "X", "W_q", "W_k", "W_v", "W_o", "Q", "K", "V", "score", "scaled", "weight", "output",
        "contribution",
      ])
  let scene = try workspace.run(["open", "refer", "--format", "scene"] + head)
  let file = try workspace.file("head.qkv", scene.output)
  let again = try #require(workspace.run("eval", file).json["tensors"] as? [String: Any])
  func weights(_ tensors: [String: Any]) -> [[Double]]? {
    (tensors["weight"] as? [String: Any])?["values"] as? [[Double]]
  }
  #expect(weights(again) == weights(tensors) && weights(again) != nil)
}

@Test func lessonsAndScenesMayUseTheWeightsOfAModel() throws {
  let scene = """
    axis feature = 48
    axis trait = 24
    W_q[feature, trait] = weights("refer", "query", layer: 2, head: 2)

    """
  let workspace = Workspace()
  let file = try workspace.file("q.qkv", scene)
  let lesson = try workspace.file(
    "q.md",
    """
    ---
    qkv: 1
    id: q
    title: Weights
    summary: Weights of a model.
    minutes: 1
    ---
    Words.

    ```qkv scene
    \(scene)
    ```

    ## One {#one}

    Some words.

    ```qkv show
    matrix W_q
    ```
    """)
  let check = try workspace.run("check", file, lesson)
  #expect(check.status == 0, "\(check.errors)")
  for subject in [file, lesson] {
    let eval = try workspace.run("eval", subject)
    #expect(eval.status == 0 && eval.output.contains("W_q"), "\(eval.errors)")
    let page = try workspace.run("snapshot", subject, "--lessons", Workspace.lessons)
    #expect(page.status == 0 && page.output.contains("trained, refer"), "\(page.errors)")
  }
}

@Test func aSilencedHeadChangesTheAnswer() throws {
  let arguments = ["open", "echo", "--format", "json"]
  let whole = try #require(Workspace().run(arguments).json["top"] as? [[String: Any]])
  let without = try #require(
    Workspace().run(arguments + ["--silence", "1.1", "--silence", "2.1"]).json["top"]
      as? [[String: Any]])
  #expect(whole.first?["token"] as? String == "tom")
  let chance = without.first { $0["token"] as? String == "tom" }?["probability"] as? Double ?? 0
  #expect(chance < 0.5)
}

@Test func aListingShowsModelsWordsAndWhatHeadsAreFor() throws {
  let models = try Workspace().run("open", "--list")
  #expect(models.output.contains("refer") && models.output.contains("echo-400"))
  let echo = try Workspace().run("open", "echo", "--list")
  #expect(echo.output.contains("horn") && echo.output.contains("without 1.1"))
  let json = try Workspace().run("open", "echo", "--list", "--format", "json").json
  let accuracy = try #require(json["accuracy"] as? [String: Double])
  #expect(accuracy["lookup"] == 1)
}

@Test(arguments: [
  (["open", "refe"], "There is no model refe. Did you mean refer?\n"),
  (
    ["open", "refer", "--sentence", "the cat left the road because it was hungy"],
    "\"hungy\" is not among the 75 words of refer. Near it: hungry.\n"
  ),
  (
    ["open", "refer", "--sentence", ""],
    "The sentence has no words. Type some, separated by spaces.\n"
  ),
  (
    ["open", "refer", "--layer", "3", "--head", "1"],
    "refer has no head 3.1. Its layers are 1 to 2, with heads 1 to 2.\n"
  ),
  (
    ["open", "refer", "--silence", "x"], "x names no head. Write a layer and a head, such as 2.1.\n"
  ),
])
func aMistakeIsNamedInOpening(arguments: [String], message: String) throws {
  let run = try Workspace().run(arguments)
  #expect(run.status == 1)
  #expect(run.errors == message)
}

@Test(arguments: [
  ["open"], ["open", "refer", "--layer", "2"], ["open", "refer", "--format", "scene"],
  ["open", "refer", "--list", "--sentence", "x"],
])
func aWrongCallOfOpenEndsWith2(arguments: [String]) throws {
  #expect(try Workspace().run(arguments).status == 2)
}
