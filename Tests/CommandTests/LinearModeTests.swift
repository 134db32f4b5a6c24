import Foundation
import Testing

/// The program without a screen: commands on standard input, sentences on standard output.
@Suite struct LinearModeTests {
  private let workspace = Workspace()

  private func learn(_ lines: String, _ options: String...) throws -> ProgramRun {
    try workspace.run(["learn", "softmax"] + options, input: lines)
  }

  @Test(arguments: [[], ["--linear"]]) func commandsAreReadToTheEndOfTheInput(options: [String])
    throws
  {
    let run = try workspace.run(["learn", "softmax"] + options, input: "row\n2\nnext")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
    #expect(run.output.hasPrefix("Lesson 6 of 20: From scores to shares."))
    #expect(run.output.contains("\n> 2\nRight: more than 1 cake.\n"))
    #expect(
      run.output.contains("\n> next\nStep 1 is done. Saved.\n\nStep 2 of 8: Three, two, one\n"))
    #expect(
      run.output.hasSuffix("Saved at step 2 of 8. To go on: qkv learn softmax --linear\n\n"))
  }

  @Test func whatWasDoneIsThereTheNextTime() throws {
    _ = try learn("2\nset score drank -4\n")
    let again = try learn("sliders\n")
    #expect(again.output.contains("Right: more than 1 cake."))
    #expect(again.output.contains("score of drank, now minus 4, from minus 6 to 3."))
    #expect(try workspace.run("recap", "softmax").output.contains("more than 1 cake"))
  }

  @Test func noByteDrivesATerminal() throws {
    let run = try learn("\u{1b}[2J\n\u{202e}abc\n\u{7}\nhelp\n")
    #expect(run.status == 0)
    let odd = run.output.unicodeScalars.first { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F }
    #expect(odd == nil)
  }

  @Test func asciiIsForLinesToo() throws {
    let run = try learn("2\nnext\n", "--ascii")
    #expect(run.output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func theCourseIsListedAndOpened() throws {
    let run = try workspace.run("map", input: "3\nquit\n")
    #expect(run.status == 0)
    #expect(run.output.contains("  3. One embedding, three hats.\n"))
    #expect(run.output.contains("Lesson 3 of 20: One embedding, three hats."))
  }

  @Test func theFirstStartSaysASentence() throws {
    let run = try workspace.run(input: "up\nwhy\nbegin\n")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("\"it\" looks at "))
    #expect(run.output.contains("Lesson 1 of 20: "))
  }

  @Test func aSentenceIsPlayedWithInLines() throws {
    let run = try workspace.run(
      "play", "--linear", "--sentence", "the cat left the road because it was muddy",
      input: "up\nnext\n1\nup 40\nnext\n1\n")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("means \"road\"."))
    #expect(run.output.contains("You bet: early."))
    #expect(run.output.contains("heads"))
  }

  @Test func aSceneIsPlayedWithInLines() throws {
    let scene = try workspace.file(
      "scene.qkv", "axis word = a b\nX[word] = [1, 2]\nY = X * 2\n")
    let run = try workspace.run("play", scene, input: "set X a 3\nY\nwhy Y a\n")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("X a: 3. It was 1, so plus 2.00."), "\(run.output)")
    #expect(run.output.contains("Y \"a\": 6.00, plus 4.00."))
    #expect(run.output.contains("Y: \"a\" 6.00, \"b\" 4.00."))
  }

  @Test func whatOnlyAScreenCanShowIsPrinted() throws {
    let open = try workspace.run("open", "refer", "--linear")
    #expect(open.status == 0 && open.output.contains("head"))
    #expect(try workspace.run("hunt", "refer", "--linear").status == 0)
  }
}
