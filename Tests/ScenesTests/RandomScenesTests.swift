import Testing

/// Scenes over the whole language that PyTorch worked out in double precision, with derivatives.
@Suite struct RandomScenesTests {
  static let fixture = Result { try ExpectedScene.load("random_scenes.json") }

  @Test func fixtureHoldsManyScenes() throws {
    let scenes = try Self.fixture.get()
    #expect(scenes.count == 80)
    #expect(scenes.allSatisfy { $0.tensors["total"] != nil })
  }

  @Test(arguments: 0..<80)
  func valuesArePyTorchs(_ number: Int) throws {
    try Self.fixture.get()[number].checkValues()
  }

  @Test(arguments: 0..<80)
  func gradientsArePyTorchs(_ number: Int) throws {
    try Self.fixture.get()[number].checkGradients()
  }
}
