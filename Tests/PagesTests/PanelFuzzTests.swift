import FuzzSupport
import Lessons
import Pages
import Playground
import Progress
import Terminal
import Testing
import Text

/// Random panels over random numbers on pages of any size: nothing that a lesson says ends the program.
@Suite struct PanelFuzzTests {
  private struct Author {
    var random: SeededNumbers

    mutating func pick<Item>(_ items: [Item]) -> Item { items[random.below(items.count)] }
    mutating func isTrue() -> Bool { random.below(2) == 0 }

    mutating func axis(_ name: String) -> String {
      let long = String(repeating: "long", count: 2_500)
      switch random.below(5) {
      case 0: return "axis \(name) = \(pick([1, 2, 3, 7, 40]))"
      case 1: return "axis \(name) = the cat 猫 the \(long)"
      case 2: return "axis \(name) = \"a b\""
      case 3: return "axis \(name) = 👩‍👩‍👧 é \"=\""
      case _: return "axis \(name) = \(1 + random.below(5))"
      }
    }

    /// A matrix whose numbers are extreme, some of them or all alike.
    mutating func matrix(_ name: String, _ axes: [String]) -> String {
      let extremes = ["nan", "inf", "-inf", "1e38", "-3e38", "1e-37", "0", "1", "-2.5", "16777217"]
      let shape = axes.isEmpty ? "" : "[\(axes.joined(separator: ", "))]"
      let one = pick(extremes)
      if axes.isEmpty { return "\(name) = \(one)" }
      return isTrue()
        ? "\(name)\(shape) = randn(seed: \(random.below(9)))"
        : "\(name)\(shape) = zeros() + \(one) * ones()"
    }

    mutating func panel(_ names: [String]) -> String {
      let kind = pick(PanelKind.allCases.map(\.rawValue))
      let subject = pick(names)
      let shown = pick([subject, "\(subject) / 0", "softmax(\(subject))", "-\(subject)", "f"])
      let options = [
        " row=0", " column=0", " each=x", " sum=yes", " heat=yes", " x=0 y=0", " sum=both",
        " scale=shared", " log=yes", " marks=spread", " each=z,y", " rows=0",
        " angle=\"0 1\"", " from=-1 to=1",
      ]
      let option = random.below(5) == 0 ? pick(options) : ""
      let caption = pick(["", " \"a caption\""])
      if kind == "pipeline" {
        return "pipeline c, c, c, c, c @ c.T, softmax(c @ c.T), softmax(c @ c.T) @ c\(caption)"
      }
      if kind == "gradient" { return "gradient f over=\(pick(names))\(caption)" }
      let others = random.below(6) == 0 ? ", \(subject) * 2" : ""
      return "\(kind) \(shown)\(others)\(option)\(caption)"
    }

    mutating func lesson() -> String {
      let axes = ["x", "y", "z"]
      let names = ["a", "b", "c", "d"]
      let scene =
        axes.map { axis($0) }
        + zip(names, [[], ["x"], ["y", "x"], ["z", "x", "y"]]).map { matrix($0, $1) }
        + ["f = sum(b) * a"]
      let panels = (0..<(1 + random.below(3))).map { _ in panel(names) }
      let separator = pick([" | ", "\n"])
      return """
        ---
        qkv: 1
        id: random
        title: Random
        summary: Anything.
        minutes: 1
        ---

        ```qkv scene
        \(scene.joined(separator: "\n"))
        ```

        ## Random {#random}

        Some words.

        ```qkv show
        \(panels.joined(separator: separator))
        ```

        ```qkv sliders
        a from -4 to 4 step 0.1
        ```
        """
    }
  }

  private static let keys: [Key] =
    [
      .left, .right, .up, .down, .tab, .backTab, .enter, .escape, .home, .end, .pageDown,
      .backspace,
    ] + "123456789hjklzvnpuUxrRfFd[]bo=0?HL,. ".map(Key.character)

  private static func size(_ random: inout SeededNumbers) -> Size {
    let usual = [
      (1, 1), (2, 3), (29, 8), (30, 8), (40, 12), (58, 18), (80, 24), (120, 40), (300, 100),
    ]
    let (width, height) = usual[random.below(usual.count)]
    return random.below(3) == 0
      ? Size(width: 1 + random.below(300), height: 1 + random.below(100))
      : Size(width: width, height: height)
  }

  @Test func everyPanelIsDrawnAtEverySize() {
    var read = 0
    let rounds = fuzzRounds(usually: 200)
    for seed in 1...UInt64(rounds) {
      var author = Author(random: SeededNumbers(seed: seed))
      guard let lesson = try? Lesson.load(text: author.lesson(), file: "random.md") else {
        continue
      }
      read += 1
      var random = author.random
      var model = Model(
        library: Library(directory: ""), progress: Progress(), settings: Settings(),
        now: Timestamp(secondsSince1970: 0))
      model.open(lesson, step: 0)
      for _ in 0..<12 {
        let size = Self.size(&random)
        model.press((0..<3).map { _ in Self.keys[random.below(Self.keys.count)] }, size: size)
        #expect(Page(model, size: size).frame.buffer.size == size, "seed \(seed)")
      }
    }
    // Some lessons name what a panel cannot show, and are refused.
    #expect(read * 5 > rounds, "\(read) of \(rounds) could be read")
  }
}
