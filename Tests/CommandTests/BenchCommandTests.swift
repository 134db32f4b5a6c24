import Testing

@Test func attentionIsMeasuredWithTheProductBesideIt() throws {
  let run = try Workspace().run(
    "bench", "attention", "--heads", "2", "--tokens", "64", "--dim", "16", "--causal", "--format",
    "json")
  #expect(run.status == 0)
  let report = try run.json
  #expect(report["heads"] as? Int == 2)
  #expect(report["causal"] as? Bool == true)
  #expect((report["milliseconds"] as? Double ?? 0) > 0)
  #expect((report["peakBytes"] as? Int ?? 0) > 1_000_000)
  #expect((report["bytes"] as? Int ?? -1) >= 0)
  let spelledOut = try #require(report["spelledOut"] as? [String: Any])
  #expect((spelledOut["milliseconds"] as? Double ?? 0) > 0)
  let product = try #require(report["product"] as? [String: Any])
  #expect((product["gigaflops"] as? Double ?? 0) > 0)
}

@Test func whatAMaskHidesIsSaidAndNotCountedAsWork() throws {
  func speed(_ flags: String...) throws -> (work: Double, text: String) {
    let size = ["--heads", "1", "--tokens", "64", "--dim", "8", "--runs", "3"] + flags
    let report = try Workspace().run(["bench", "attention", "--format", "json"] + size).json
    let milliseconds = try #require(report["milliseconds"] as? Double)
    let gigaflops = try #require(report["gigaflops"] as? Double)
    return (milliseconds * gigaflops, try Workspace().run(["bench", "attention"] + size).output)
  }
  let (causal, open) = (try speed("--causal"), try speed())
  #expect(causal.text.contains("1 heads × 64 tokens × 8, causal\n"))
  #expect(!open.text.contains("causal"))
  #expect(causal.text.contains("GFLOP/s") && causal.text.contains("spelled out: "))
  // Of 64 × 64 pairs 64 × 65 / 2 see each other.
  #expect(abs(causal.work / open.work - 65.0 / 128) < 1e-3)
}

@Test func theWayBackThroughAttentionTakesNoTableOfScores() throws {
  let call = ["--heads", "1", "--tokens", "1024", "--dim", "16", "--runs", "1", "--backward"]
  let report = try Workspace().run(["bench", "attention", "--format", "json"] + call).json
  let backward = try #require(report["backward"] as? [String: Any])
  #expect((backward["milliseconds"] as? Double ?? 0) > 0)
  #expect((backward["gigaflops"] as? Double ?? 0) > 0)
  // A table of all scores would hold 4,194,304 bytes.
  #expect((0..<2_500_000).contains(backward["bytes"] as? Int ?? -1), "\(backward)")
  let without = try Workspace().run(
    "bench", "attention", "--tokens", "8", "--runs", "1", "--format", "json")
  #expect(try without.json["backward"] == nil)
  #expect(try Workspace().run(["bench", "attention"] + call).output.contains("\n  backward: "))
}

@Test func smallProductsAreMeasuredByLoopsAndByTheLibrary() throws {
  let report = try Workspace().run("bench", "products", "--runs", "1", "--format", "json").json
  let products = try #require(report["products"] as? [[String: Any]])
  #expect(products.map { $0["size"] as? Int } == [4, 7, 8, 12, 15, 16, 24, 32])
  // 15³ is below 4,096 multiplications, 16³ is not.
  let methods = products.map { $0["method"] as? String ?? "" }
  #expect(methods == Array(repeating: "loops", count: 5) + Array(repeating: "library", count: 3))
  for product in products {
    for kind in ["productNanoseconds", "gradientNanoseconds"] {
      let times = try #require(product[kind] as? [String: Double])
      #expect(times["loops", default: 0] > 0 && times["library", default: 0] > 0)
    }
  }
  let table = try Workspace().run("bench", "products", "--runs", "1").output.split(separator: "\n")
  #expect(table.count == 10 && table[1].hasSuffix("library"))
  #expect(table.dropFirst(2).allSatisfy { $0.count { $0 == "*" } == 2 })
}

@Test func whatIsMeasuredAndHowOftenCanBeChosen() throws {
  let report = try Workspace().run(
    "bench", "scenes", "--only", "change", "--runs", "7", "--format", "json"
  ).json
  let scenes = try #require(report["scenes"] as? [[String: Any]])
  #expect(scenes.map { Set($0.keys) } == Array(repeating: ["tokens", "change"], count: 3))
  #expect(scenes.allSatisfy { ($0["change"] as? [String: Any])?["runs"] as? Int == 7 })
  #expect(report["drag"] == nil)
}

@Test func trainingLowersTheLoss() throws {
  let report = try Workspace().run("bench", "training", "--format", "json").json
  let before = try #require(report["lossBefore"] as? Double)
  let after = try #require(report["lossAfter"] as? Double)
  #expect(after < before)
}

@Test func smallTasksAreLearnedFromMostStarts() throws {
  let report = try Workspace().run("bench", "training", "--tasks", "--format", "json").json
  let tasks = try #require(report["tasks"] as? [[String: Any]])
  #expect(tasks.count == 3)
  for task in tasks {
    #expect(task["starts"] as? Int == 20)
    #expect((task["solved"] as? Int ?? 0) > 10, "\(task)")
  }
  #expect((tasks[2]["specialised"] as? Int ?? 0) > 0)
}

@Test func scenesAreMeasuredForSeveralLengths() throws {
  let report = try Workspace().run("bench", "scenes", "--format", "json").json
  let scenes = try #require(report["scenes"] as? [[String: Any]])
  #expect(scenes.map { $0["tokens"] as? Int } == [7, 32, 128])
  let drag = try #require(report["drag"] as? [String: Any])
  #expect(drag["tokens"] as? Int == 512 && drag["page"] is [String: Any])
}

@Test(arguments: [["--heads", "0"], ["--tokens", "100000"], ["--dim", "x"], ["--runs", "0"]])
func aMeasurementThatIsNoneIsAWrongCall(option: [String]) throws {
  #expect(try Workspace().run(["bench", "attention"] + option).status == 2)
}

@Test func largeInputsTakeMemoryInProportion() throws {
  let run = try Workspace().run(
    "bench", "costs", "--most", "10000", "--only", "check", "--only", "bars", "--format", "json")
  #expect(run.status == 0)
  let costs = try #require(try run.json["costs"] as? [[String: Any]])
  #expect(costs.count == 16)
  for cost in costs {
    let name = cost["what"] as? String ?? ""
    // Lines of unknown names are wrong; all else is read. A list for each pair took gigabytes.
    #expect(cost["status"] as? Int == (name.contains("unknown") ? 1 : 0), "\(cost)")
    #expect((1_000_000..<200_000_000).contains(cost["peakBytes"] as? Int ?? 0), "\(cost)")
    #expect((cost["keyMilliseconds"] as? Double ?? 0 > 0) == name.contains("bars"), "\(cost)")
  }
}
