import Testing

@Test func attentionIsMeasuredWithTheProductBesideIt() throws {
  let run = try Desk().run(
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

@Test func trainingLowersTheLoss() throws {
  let report = try Desk().run("bench", "training", "--format", "json").json
  let before = try #require(report["lossBefore"] as? Double)
  let after = try #require(report["lossAfter"] as? Double)
  #expect(after < before)
}

@Test func smallTasksAreLearnedFromMostStarts() throws {
  let report = try Desk().run("bench", "training", "--tasks", "--format", "json").json
  let tasks = try #require(report["tasks"] as? [[String: Any]])
  #expect(tasks.count == 3)
  for task in tasks {
    #expect(task["starts"] as? Int == 20)
    #expect((task["solved"] as? Int ?? 0) > 10, "\(task)")
  }
  #expect((tasks[2]["specialised"] as? Int ?? 0) > 0)
}

@Test func scenesAreMeasuredForSeveralLengths() throws {
  let report = try Desk().run("bench", "scenes", "--format", "json").json
  let scenes = try #require(report["scenes"] as? [[String: Any]])
  #expect(scenes.map { $0["tokens"] as? Int } == [7, 32, 128])
  let drag = try #require(report["drag"] as? [String: Any])
  #expect(drag["tokens"] as? Int == 512 && drag["page"] is [String: Any])
}

@Test(arguments: [["--heads", "0"], ["--tokens", "100000"], ["--dim", "x"]])
func aMeasurementThatIsNoneIsAWrongCall(option: [String]) throws {
  #expect(try Desk().run(["bench", "attention"] + option).status == 2)
}
