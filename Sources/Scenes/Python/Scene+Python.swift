import Tensors
import Text

extension Scene {
  /// The scene as a Python file that needs nothing but PyTorch: the same names, the inputs with the
  /// numbers they hold now, and the formulas as people write them there.
  ///
  /// Run by itself the file prints each matrix; imported it prints nothing, and `matrices` holds all of
  /// them by their names in the scene.
  package func python(title: String) -> String {
    PythonWriter(self).file(title: title)
  }
}

/// Writes a scene in Python, matrix by matrix.
private struct PythonWriter {
  private let scene: Scene
  /// What each matrix with a name is called in Python.
  private var names: [Int: String] = [:]
  /// What the size of each axis is called in Python.
  private var sizes: [String: String] = [:]
  private var taken: Set<String>

  init(_ scene: Scene) {
    self.scene = scene
    taken = Self.reserved.union(PythonHelper.allCases.map(\.rawValue))
    for definition in scene.definitions {
      names[definition.node.index] = newName(definition.name)
    }
    for axis in scene.axes { sizes[axis.name] = newName(axis.name, otherwise: axis.name + "_size") }
  }

  // MARK: The file

  func file(title: String) -> String {
    let definitions = scene.definitions.sorted { $0.node.index < $1.node.index }
    let inputs = definitions.filter(\.isInput).map(input)
    let formulas = definitions.filter { !$0.isInput }.map(formula)
    let body = (inputs + formulas).joined(separator: "\n")
    let helpers = Self.helpers(of: body).map(\.source)
    let sections = [
      "# \(title.oneLine), written for PyTorch by qkv; the names are those of the scene.",
      imports(body + helpers.joined()),
      section("how many places each axis has", scene.axes.map(size)),
      helpers.map { "\n" + $0 }.joined(separator: "\n\n"),
      section("inputs: the numbers to play with", inputs),
      section("formulas", formulas),
      listing,
    ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func imports(_ body: String) -> String {
    let lines = [
      body.contains("math.") ? "import math\n" : nil, "import torch",
      body.contains("F.") ? "import torch.nn.functional as F" : nil,
      body.contains("inf") ? "\ninf = float(\"inf\")" : nil,
    ]
    return lines.compactMap(\.self).joined(separator: "\n")
  }

  private func section(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "# \(title)\n" + lines.joined(separator: "\n")
  }

  private func size(_ axis: Axis) -> String {
    let words = axis.labels.map { "  # " + $0.prefix(12).joined(separator: " ").oneLine } ?? ""
    return "\(sizes[axis.name] ?? axis.name) = \(axis.size)\(words)"
  }

  private var listing: String {
    let pairs = scene.definitions.map { "\($0.name.quoted): \(name($0))" }
    return """
      matrices = {\(pairs.joined(separator: ", "))}

      if __name__ == "__main__":
          for name, matrix in matrices.items():
              print(name, matrix, sep="\\n")
      """
  }

  /// The functions that a text calls, those that they call included, in a fixed order.
  private static func helpers(of body: String) -> [PythonHelper] {
    let called = PythonHelper.allCases.filter { body.calls($0.rawValue) }
    let needed = called + called.flatMap(\.needs)
    return PythonHelper.allCases.filter(needed.contains)
  }

  // MARK: Names

  private static let reserved: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in",
    "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with",
    "yield", "float", "max", "print", "int", "math", "torch", "F", "inf", "matrices",
  ]

  private func name(_ definition: Definition) -> String {
    names[definition.node.index] ?? definition.name
  }

  /// The name, or one like it that Python can read and nothing else has.
  private mutating func newName(_ wanted: String, otherwise: String? = nil) -> String {
    let plain = wanted.unicodeScalars.map { scalar in
      scalar.isASCII ? String(scalar) : "_u" + String(scalar.value, radix: 16)
    }.joined()
    var name = plain
    if taken.contains(name), let otherwise { name = otherwise }
    while taken.contains(name) { name += "_" }
    taken.insert(name)
    return name
  }

  private func sizeName(_ axis: AxisKey) -> String {
    let factors = axis.factors.map { sizes[scene.sheet.axes[$0].name] ?? "1" }
    return factors.joined(separator: " * ")
  }

  // MARK: Definitions

  private func input(_ definition: Definition) -> String {
    let values = scene.values(of: definition.node)
    let list = Self.list(values.elements[...], values.shape[...], "")
    let isDrawn = definition.origin.isRandom ? ["\(definition.formula)"] : []
    return "\(name(definition)) = torch.tensor(\(list))" + comment(definition, isDrawn)
  }

  private func formula(_ definition: Definition) -> String {
    let node = definition.node.index
    let text = expression(node)
    let right = text.kind == .number ? "torch.tensor(float(\(text.text)))" : text.text
    return "\(name(definition)) = \(right)" + comment(definition, [])
  }

  private func comment(_ definition: Definition, _ more: [String]) -> String {
    let axes = definition.axes.map(\.name).joined(separator: " × ")
    let parts = [axes].filter { !$0.isEmpty } + more
    return parts.isEmpty ? "" : "  # " + parts.joined(separator: ", ").oneLine
  }

  // MARK: Expressions

  /// A matrix as it stands in another formula: by its name, or written out.
  private func operand(_ node: Int) -> PythonText {
    names[node].map { PythonText($0) } ?? expression(node)
  }

  private func expression(_ index: Int) -> PythonText {
    let node = scene.graph.nodes[index]
    guard let operation = node.operation else { return number(scene.graph.values[index]) }
    guard let form = operation.python else {
      preconditionFailure("every operation of a formula says what it is in Python")
    }
    let call = PythonCall(
      node: node, operands: node.operands.map(operand),
      axes: node.operands.map { scene.graph.nodes[$0].axes },
      values: node.operands.map { scene.graph.values[$0] }, sheet: scene.sheet,
      sizeName: sizeName)
    let text = form(call)
    // Python refuses to divide a number by 0, and ends at e^710.
    if text.kind == .number, !scene.graph.values[index].scalar.isFinite {
      return number(scene.graph.values[index]).asTensor
    }
    return text
  }

  private func number(_ value: Tensor) -> PythonText {
    let number = value.scalar
    if number.isNaN { return PythonText("float(\"nan\")", kind: .number) }
    let text = NumberFormat.plain(number)
    return PythonText(
      text, strength: number < 0 ? PythonText.sign : PythonText.atom, kind: .number)
  }

  /// Numbers in nested lists, a line for each row; every digit is there.
  private static func list(
    _ numbers: ArraySlice<Float>, _ shape: ArraySlice<Int>, _ indent: String
  ) -> String {
    guard let size = shape.first else { return numbers.map(written).joined() }
    if shape.count == 1 { return "[" + numbers.map(written).joined(separator: ", ") + "]" }
    let length = numbers.count / size
    let inner = indent + "    "
    let parts = (0..<size).map { part in
      let start = numbers.startIndex + part * length
      return inner + list(numbers[start..<start + length], shape.dropFirst(), inner)
    }
    return "[\n" + parts.joined(separator: ",\n") + ",\n\(indent)]"
  }

  private static func written(_ number: Float) -> String {
    number.isNaN ? "float(\"nan\")" : number.description
  }
}

extension String {
  /// Whether a function of this name is called, and not a method or a function of a module.
  fileprivate func calls(_ name: String) -> Bool {
    var before: Character = " "
    var rest = self[...]
    while let first = rest.first {
      let isStart = !(before.isLetter || before.isNumber || "._".contains(before))
      if isStart, rest.hasPrefix(name + "(") { return true }
      before = first
      rest = rest.dropFirst()
    }
    return false
  }

  /// Without line breaks, for a comment.
  fileprivate var oneLine: String { String(map { $0.isNewline ? " " : $0 }) }
}
