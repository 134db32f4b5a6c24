import Scenes
import Tensors
import Text

/// The tensors of a scene and perhaps gradients, ready to be printed.
struct Evaluation: Equatable {
  struct Table: Equatable {
    let definition: Definition
    let values: Tensor

    init(_ definition: Definition, _ values: Tensor) {
      self.definition = definition
      self.values = values
    }

    var name: String { definition.name }
    var axes: [Axis] { definition.axes }
  }

  let tensors: [Table]
  let gradients: [Table]?

  /// The contract with scripts: one object, names in the order of the scene.
  var json: JSON {
    let tensors = JSON.Member(key: "tensors", value: .object(tensors.map(\.tensorMember)))
    let gradients = gradients.map {
      JSON.Member(key: "gradients", value: .object($0.map(\.gradientMember)))
    }
    return .object([tensors] + [gradients].compactMap(\.self))
  }

  /// One line a number: what it is, its name, axis and label for each of its axes, the value.
  var csv: String {
    let rank = (tensors + (gradients ?? [])).map(\.axes.count).max() ?? 0
    let places = (1..<(rank + 1)).flatMap { ["axis\($0)", "label\($0)"] }
    var text = Self.line(["what", "name"] + places + ["value"])
    for table in tensors { table.writeCSV("value", rank: rank, to: &text) }
    for table in gradients ?? [] { table.writeCSV("gradient", rank: rank, to: &text) }
    return text
  }

  /// Tables for a person.
  var text: String {
    let tables = tensors.map { $0.text("\($0.name) = \($0.definition.formula)") }
    let gradients = (gradients ?? []).map { $0.text("gradient for \($0.name)") }
    return (tables + gradients).joined(separator: "\n\n")
  }

  fileprivate static func line(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ field: String) -> String {
    let isPlain = field.utf8.allSatisfy { $0 != 0x22 && $0 != 0x2C && $0 >= 0x20 }
    return isPlain ? field : "\"\(field.replacing("\"", with: "\"\""))\""
  }
}

extension Evaluation.Table {
  fileprivate var tensorMember: JSON.Member {
    var members: [JSON.Member] = [
      .init(key: "axes", value: .strings(axes.map(\.name))),
      .init(key: "shape", value: .integers(values.shape)),
      .init(key: "labels", value: .array(axes.map { .strings($0.texts(\.labels)) })),
    ]
    // Where they differ from the labels: a sentence that says a word twice.
    if axes.contains(where: { $0.words != $0.labels }) {
      members.append(.init(key: "words", value: .array(axes.map { .strings($0.texts(\.words)) })))
    }
    members += [
      .init(key: "kind", value: .string(definition.isInput ? "input" : "formula")),
      .init(key: "formula", value: .string(definition.formula)),
      .init(key: "values", value: JSON(values)),
    ]
    return JSON.Member(key: name, value: .object(members))
  }

  fileprivate var gradientMember: JSON.Member {
    JSON.Member(
      key: name,
      value: [
        "axes": .strings(axes.map(\.name)),
        "shape": .integers(values.shape),
        "values": JSON(values),
      ])
  }

  fileprivate func writeCSV(_ what: String, rank: Int, to text: inout String) {
    let blank = [String](repeating: "", count: 2 * (rank - axes.count))
    for index in values.elements.indices {
      let places = zip(axes, axes.labels(of: index)).flatMap { [$0.name, $1] }
      let fields = [what, name] + places + blank + [NumberFormat.exact(values.elements[index])]
      text += Evaluation.line(fields)
    }
  }

  fileprivate func text(_ title: String) -> String {
    let shape = axes.map { "\($0.name) \($0.size)" }.joined(separator: " × ")
    let heading = axes.isEmpty ? title : "\(title)   [\(shape)]"
    return ([heading] + TextTable(axes: axes, values: values).lines.map { "  " + $0 })
      .joined(separator: "\n")
  }
}

extension Axis {
  /// What these texts say at each place, or its number where they say nothing.
  fileprivate func texts(_ texts: KeyPath<Axis, [String]?>) -> [String] {
    self[keyPath: texts] ?? (0..<size).map(String.init)
  }
}

extension Tensor {
  /// The same shape, every number 0.
  var zeros: Tensor {
    Tensor(shape: shape, elements: [Float](repeating: 0, count: elements.count))
  }
}
