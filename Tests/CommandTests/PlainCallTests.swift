import Testing

@testable import qkv

@Suite struct PlainCallTests {
  @Test(arguments: [
    ["learn", "softmax"],
    ["learn", "lessons/softmax.md", "--step", "ask"],
    ["learn", "softmax", "--data-dir", "/tmp/a b", "--step", "ask", "--lessons", "x"],
    ["learn", "softmax", "--step", "ask", "--step", "again"],
  ])
  func aLessonIsReadAsTheParserReadsIt(arguments: [String]) throws {
    let plain = try #require(PlainCall(arguments))
    let parsed = try #require(try QKV.parseAsRoot(arguments) as? LearnCommand)
    #expect(plain.lesson == parsed.lesson)
    #expect(plain.step == parsed.changes.step)
    #expect(parsed.changes.assignments.isEmpty)
    #expect(plain.lessons == parsed.folders.lessons)
    #expect(plain.dataDir == parsed.folders.dataDir)
  }

  @Test(arguments: [[], ["--data-dir", "/tmp/a b"], ["--lessons", "x", "--data-dir", "y"]])
  func theMapIsReadAsTheParserReadsIt(arguments: [String]) throws {
    let plain = try #require(PlainCall(arguments))
    let parsed = try #require(try QKV.parseAsRoot(arguments) as? QKV)
    #expect(plain.lesson == nil)
    #expect(plain.lessons == parsed.folders.lessons)
    #expect(plain.dataDir == parsed.folders.dataDir)
  }

  @Test(arguments: [
    ["map"], ["learn"], ["learn", "--help"], ["learn", ""], ["learn", "a", "b"], ["--help"],
    ["learn", "a", "--step"], ["learn", "a", "--step", "--set"], ["learn", "a", "--step=b"],
    ["learn", "a", "--set", "x = 1"], ["--step", "a"], ["--version"], ["eval", "a"],
  ])
  func whatIsNotPlainIsLeftToTheParser(arguments: [String]) {
    #expect(PlainCall(arguments) == nil)
  }
}
