import Scenes
import Testing

@testable import Lessons

@Suite struct StepTests {
  @Test func panelsKeepTheirRowsOptionsAndCaptions() throws {
    let step = try onlyStep(
      block(
        "show",
        "matrix weight row=\"it\" sum=yes heat=no \"a | b = c\" | bars softmax(score[\"it\"] / 2)\n"
          + "plane X, score x=animal y=noun name=\"two spaces\""))
    let rows = step.panelRows
    #expect(rows.map { $0.map(\.kind) } == [[.matrix, .bars], [.plane]])
    #expect(rows[0][0].caption == "a | b = c")
    #expect(rows[0][0].options.row == 2)
    #expect(rows[0][0].options.sums == .yes)
    #expect(rows[0][0].options.heat == false)
    #expect(rows[0][1].subjectTexts == ["softmax(score[\"it\"] / 2)"])
    #expect(rows[1][0].subjectTexts == ["X", "score"])
    #expect(rows[1][0].options.x == 1)
    #expect(rows[1][0].options.y == 0)
    #expect(rows[1][0].options.name == "two spaces")
    #expect(step.scene.name(of: rows[0][0].subjects[0]) == "weight")
  }

  @Test func aRowOrElseAColumnStaysInView() throws {
    let step = try onlyStep(block("show", "matrix X pin=cat | matrix X pin=animal | matrix X"))
    let options = step.panelRows[0].map(\.options)
    #expect(options.map(\.pinnedRow) == [1, nil, nil])
    #expect(options.map(\.pinnedColumn) == [nil, 1, nil])
    let problems = rendered(lessonText(block("show", "matrix X pin=anmal")))
    #expect(problems.contains("Did you mean \"animal\"?"))
  }

  @Test func aGradientIsTakenOverAnInput() throws {
    let step = try onlyStep(block("show", "gradient weight[\"it\",\"cat\"] over=X row=cat"))
    let panel = step.panelRows[0][0]
    #expect(panel.options.over.map(step.scene.text) == "X")
    #expect(panel.options.row == 1)
  }

  @Test func aStackShowsEachOfItsTables() throws {
    let scene = plainScene + "\naxis head = 2\nW[head, feature, feature] = randn(seed: 1)"
    let step = try onlyStep(
      block("show", "matrix W each=head | flow X @ W row=\"it\""), scene: scene)
    #expect(step.panelRows[0].map(\.options.each) == [["head"], []])
    #expect(step.panelRows[0].map(\.options.row) == [nil, 2])
    let problems = rendered(lessonText(block("show", "matrix W each=haed"), scene: scene))
    #expect(problems.contains("Did you mean head?"))
  }

  @Test func aRowBecomesASliderForEachOfItsNumbers() throws {
    let step = try onlyStep(
      block(
        "sliders",
        """
        X["it"] from -2 to 2 step 0.1
        X["cat","noun"] from 0 to 4
        X["cat","animal"] from 0 to 4 label "how much of a cat"
        """))
    #expect(step.sliders.map(\.group) == ["X[\"it\"]", "X[\"it\"]", "X[\"cat\"]", "X[\"cat\"]"])
    #expect(step.sliders.map(\.label) == ["noun", "animal", "noun", "how much of a cat"])
    #expect(step.sliders.first?.domain == .range(-2...2, step: 0.1))
    #expect(step.sliders.dropFirst(2).allSatisfy { $0.domain == .range(0...4, step: 0.1) })
    #expect(step.sliders.map { $0.start(in: step.scene) } == [0, 1, 1, 1])
  }

  @Test func theSizeOfAnAxisCanBeASlider() throws {
    let step = try onlyStep(
      block("sliders", "size(trait) from 2 to 64 step 2 label \"d_k\""),
      scene: "axis trait = 4\nq[trait] = randn(seed: 1)")
    #expect(step.sliders.map(\.target) == [.axis("trait")])
    #expect(step.sliders.first?.start(in: step.scene) == 4)
  }

  @Test func aSceneOfAStepAddsToTheSharedOne() throws {
    let text =
      lessonText(block("scene", "twice = score * 2") + "\n\nHere `=twice[\"cat\",\"cat\"]`.")
      + "\n## Second {#second}\n\nThere `=score[\"cat\",\"cat\"]`.\n"
    let lesson = try Lesson.load(text: text, file: "demo.md")
    #expect(lesson.steps[0].scene.definition("twice") != nil)
    #expect(lesson.steps[1].scene.definition("twice") == nil)
    #expect(standingValue(of: lesson.steps[0]) == 4)
    #expect(standingValue(of: lesson.steps[1]) == 2)
  }

  @Test func aLessonMayDoWithoutAScene() throws {
    #expect(try onlyStep("Words and `=1 + 1`.", scene: "").scene.definitions.isEmpty)
  }

  @Test func theIntroductionGoesToTheCourseCard() throws {
    let lesson = try Lesson.load(text: lessonText("words"), file: "demo.md")
    #expect(lesson.introduction == [.paragraph([.text("Words for the course card.")])])
  }

  @Test func everyBlockKeepsItsPlaceInTheStep() throws {
    let step = try onlyStep(
      """
      Before.

      \(block("pause", ""))

      \(block("hint", "A *nudge*."))

      \(block("say", "Aloud."))

      \(block("notes", "minutes: 3\n\nAsk."))
      """)
    #expect(step.blocks.count == 5)
    #expect(step.blocks[1] == .pause)
    #expect(step.hints.map(\.text.plainText) == ["A nudge."])
    #expect(step.narration.plainText == "Aloud.")
    #expect(step.notes.map(\.minutes) == [3])
  }

  private func standingValue(of step: Step) -> Float? {
    for case .prose(let blocks) in step.blocks {
      for case .paragraph(let inlines) in blocks {
        for case .standing(let node, _) in inlines {
          return step.scene.values(of: node).elements.first
        }
      }
    }
    return nil
  }
}
