import ArgumentParser
import Lessons
import Text

/// `qkv new`: a lesson to begin with.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a lesson of your own.",
    discussion: """
      Writes LESSON.md here: a small lesson with everything that a good one has, to be rewritten piece by piece. It \
      passes qkv check as it stands.
      """)

  @Argument(help: "The lesson's id: small letters, digits and hyphens.")
  var lesson: String

  func run() throws {
    let id = lesson.hasSuffix(".md") ? String(lesson.dropLast(3)) : lesson
    guard id.isLessonID else {
      throw ValidationError(
        "\(lesson) is no id: write small letters, digits and hyphens, such as my-lesson.")
    }
    let file = "\(id).md"
    try TextFile.create(file, Self.text(id))
    try Output.say(
      """
      Wrote \(file). Go on with:
        qkv watch \(file)    the page, while you write
        qkv check \(file)    what is missing or wrong
      """)
  }

  /// A lesson of this id; its title is the id in words.
  private static func text(_ id: String) -> String {
    let words = id.split(separator: "-").joined(separator: " ")
    let title = words.prefix(1).uppercased() + words.dropFirst()
    return template.replacing("ID", with: id).replacing("TITLE", with: title)
  }

  private static let template = """
    ---
    qkv: 1
    id: ID
    title: TITLE
    summary: One sentence for the map.
    minutes: 5
    objectives:
      - say what the student can do afterwards
    ---

    One or two sentences that make someone want to know.

    ```qkv scene
    axis dish = soup cake

    score[dish] = [1, 0]
    weight = softmax(score)
    ```

    ## Ask before you tell {#first}

    The eater scores `soup` 1 and `cake` 0. Softmax turns scores into weights that sum to 1.

    ```qkv show
    bars score | bars weight "the attention of the eater"
    ```

    ```qkv sliders
    score from -3 to 3 step 0.1
    ```

    ```qkv number by-hand
    ask: |
      Scores 1 and 0 mean 2.7 parts against 1. What is the weight of `soup`?
    answer: 0.73
    equals: weight["soup"]
    tolerance: 0.01
    hide: [weight]
    right: |
      2.7 / 3.7.
    wrong: |
      2.7 parts out of 2.7 + 1.
    ```

    ```qkv predict guess
    ask: |
      Raise the score of `cake` to 1 as well. The weight of `soup` …
    sign: weight["soup"]
    set: score["cake"] = 1
    explain: |
      Both now have `=weight["soup"]`. What one dish gains, the other loses.
    ```

    ```qkv goal reach
    ask: Give the cake more than .8.
    when: weight["cake"] > 0.8
    solution: score["cake"] = 3
    easy: meant
    success: |
      `cake` has `=weight["cake"]`.
    ```

    ```qkv hint
    The weights depend on the difference of the scores.
    ```

    ```qkv notes
    minutes: 3
    What you, or another instructor, should know in class.
    ```

    ## What you know now {#summary}

    Weights sum to 1. To give to one is to take from the others.

    ```qkv show
    bars weight
    ```

    """
}

extension String {
  /// Whether a lesson can be called so, and its file too.
  fileprivate var isLessonID: Bool {
    let scalars = Array(unicodeScalars)
    guard let first = scalars.first, ("a"..."z").contains(first) else { return false }
    return scalars.count <= 60
      && scalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
  }
}
