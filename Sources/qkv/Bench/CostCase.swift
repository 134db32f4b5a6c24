/// A command and an input that grows.
struct CostCase {
  let name: String
  /// Whether the input is a lesson; otherwise it is a scene.
  var isLesson = false
  /// The input of a size.
  let text: (Int) -> String
  /// What is called on the file of that input.
  let arguments: (_ file: String, _ size: Int) -> [String]
}

extension CostCase {
  static var all: [CostCase] { scenes + panels }

  private static var scenes: [CostCase] {
    [
      check("check definitions, a chain", chain),
      check("check definitions, apart") { size in lines(size) { "i\($0) = \($0 % 10)" } },
      check("check a formula of many terms", formula),
      check("check labels") { size in
        "axis x = \(words(size) { "w\($0)" })\na[x] = zeros()"
      },
      check("check unknown names") { size in lines(size) { "u\($0) = unknown\($0)" } },
      check("check unknown names, one line") { size in "t = " + words(size, "+") { "unknown\($0)" }
      },
      check("check a list of numbers") { size in
        "axis x = \(size)\na[x] = [" + words(size, ", ") { "\($0 % 10)" } + "]"
      },
      CostCase(name: "eval definitions", text: chain) { file, _ in
        ["eval", file, "--format", "csv"]
      },
      CostCase(name: "eval numbers", text: numbers) { file, _ in ["eval", file, "--format", "csv"]
      },
      CostCase(name: "explain a chain", text: chain) { file, size in ["explain", file, "s\(size)"]
      },
      CostCase(name: "explain a long formula", text: formula) { file, _ in ["explain", file, "t"] },
      CostCase(name: "explain a term of it", text: formula) { file, _ in ["explain", file, "i0"] },
    ]
  }

  private static var panels: [CostCase] {
    [
      panel("a row", "axis x = %", "x", "matrix b"),
      panel("a column", "axis x = %\naxis y = 1", "x, y", "matrix b"),
      panel("bars", "axis x = %", "x", "bars b"),
      panel("plane", "axis x = %\naxis y = 2", "x, y", "plane b"),
      panel("flow", "axis x = %\naxis y = 4", "y, x", "flow b row=1"),
      panel("histogram", "axis x = %", "x", "histogram b"),
      panel("curve", "axis x = %", "x", "curve b"),
      panel("gradient", "axis x = %", "x", "gradient total over=a"),
      panel("stack", "axis x = %\naxis y = 2", "x, y, y", "matrix b each=x"),
      CostCase(
        name: "a table as text (v)", isLesson: true,
        text: { lesson("axis x = \($0)", "x", "matrix b") },
        arguments: { file, _ in ["snapshot", file, "--keys", "1 v"] }),
    ]
  }

  private static func check(_ name: String, _ text: @escaping (Int) -> String) -> CostCase {
    CostCase(name: name, text: text) { file, _ in ["check", file] }
  }

  /// A panel, one slider that moves all of its numbers, and one key.
  private static func panel(
    _ name: String, _ axes: String, _ shape: String, _ panel: String
  ) -> CostCase {
    CostCase(
      name: "page with \(name)", isLesson: true,
      text: { size in
        lesson(axes.replacing("%", with: String(size)), shape, panel)
      },
      arguments: { file, _ in ["snapshot", file, "--keys", "right"] })
  }

  private static func lesson(_ axes: String, _ shape: String, _ panel: String) -> String {
    """
    ---
    qkv: 1
    id: costs
    title: Costs
    summary: One panel of many numbers.
    minutes: 1
    ---

    ```qkv scene
    \(axes)
    a[\(shape)] = randn(seed: 1)
    factor = 1
    b = a * factor
    total = \(shape.split(separator: ",").reduce("b") { text, _ in "sum(\(text))" })
    ```

    ## Drag {#drag}

    ```qkv show
    \(panel)
    ```

    ```qkv sliders
    factor from 0 to 2 step 0.1
    ```
    """
  }

  private static func numbers(_ size: Int) -> String {
    "axis x = \(size)\na[x] = randn(seed: 1)"
  }

  private static func chain(_ size: Int) -> String {
    "s0 = 0\n" + lines(size) { "i\($0 + 1) = 1\ns\($0 + 1) = s\($0) + i\($0 + 1)" }
  }

  private static func formula(_ size: Int) -> String {
    lines(100) { "i\($0) = \($0)" } + "t = " + words(size, " + ") { "i\($0 % 100)" }
  }

  private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map { line($0) + "\n" }.joined()
  }

  private static func words(
    _ count: Int, _ separator: String = " ", _ word: (Int) -> String
  ) -> String {
    (0..<count).map(word).joined(separator: separator)
  }
}
