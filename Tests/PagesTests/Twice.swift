/// The beginning of lessons for tests, and a question of theirs whose numbers vary, with one known mistake.
enum Twice {
  static let header = """
    ---
    qkv: 1
    id: twice
    title: Twice
    summary: A question with other numbers.
    minutes: 1
    ---
    """

  static let question = """
    ```qkv number double
    ask: Double {x}.
    equals: 2 * x
    vary: x in [3, 4, 10, 21]
    mistakes:
      - {equals: x + 2, misconception: plus-for-times, say: "Twice means times 2, not plus 2."}
    right: Right, `=2 * x`.
    wrong: Try again.
    ```
    """
}
