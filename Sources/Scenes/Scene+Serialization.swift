import Tensors
import Text

extension Scene {
  /// The scene as text with its present values; reading it back gives the same digits.
  ///
  /// Inputs that still hold what a rule or a seed gave them keep it; all others become lists.
  package func serialized() -> String {
    let axes = sheet.axes.map(Self.line)
    let inputs = worksheet.entries.filter { graph.nodes[$0.node].isInput }.map(line)
    let formulas = worksheet.entries.filter { !graph.nodes[$0.node].isInput }
      .map { "\($0.name) = \($0.formula)" }
    return [axes, inputs, formulas].filter { !$0.isEmpty }
      .map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private static func line(_ axis: Axis) -> String {
    if let part = axis.part { return "axis \(axis.name) = \(part)" }
    let places = axis.written.map { $0.map(word).joined(separator: " ") } ?? String(axis.size)
    return "axis \(axis.name) = \(places)"
  }

  /// A word as it stands in an axis, in quotation marks only where it needs them.
  private static func word(_ word: String) -> String {
    let isPlain = !word.contains { $0.isWhitespace || "\"#\\".contains($0) || $0.isNumber }
    return isPlain ? word : word.quoted
  }

  private func line(_ entry: Worksheet.Entry) -> String {
    let node = graph.nodes[entry.node]
    let axes = node.axes.map(sheet.name).joined(separator: ", ")
    let head = axes.isEmpty ? entry.name : "\(entry.name)[\(axes)]"
    let isUntouched = graph.starts[entry.node] == graph.values[entry.node]
    if isUntouched, node.origin != .handSet { return "\(head) = \(entry.formula)" }
    return "\(head) = \(Self.list(graph.values[entry.node].elements[...], node.shape[...], ""))"
  }

  /// The right side of a definition as it holds now: that of a changed input is its numbers.
  func formula(of entry: Worksheet.Entry) -> String {
    let node = graph.nodes[entry.node]
    guard node.isInput else { return entry.formula }
    let isResized =
      node.origin == .handSet && !node.axes.isEmpty
      && worksheet.declared.sizes(node.axes) != node.shape
    let values = graph.values[entry.node]
    guard isResized || graph.starts[entry.node] != values else { return entry.formula }
    return values.count > Self.mostWritten
      ? "[…]" : Self.line(values.elements[...], node.shape[...])
  }

  /// A list of more numbers is not written out for people.
  private static let mostWritten = 1_024

  /// Numbers in nested lists, all in one line.
  private static func line(_ numbers: ArraySlice<Float>, _ shape: ArraySlice<Int>) -> String {
    guard let size = shape.first else { return numbers.map(NumberFormat.plain).joined() }
    let length = numbers.count / size
    let parts = (0..<size).map { part in
      let start = numbers.startIndex + part * length
      return line(numbers[start..<start + length], shape.dropFirst())
    }
    return "[" + parts.joined(separator: ", ") + "]"
  }

  /// Numbers in nested lists, a line for each row.
  private static func list(
    _ numbers: ArraySlice<Float>, _ shape: ArraySlice<Int>, _ indent: String
  ) -> String {
    guard let size = shape.first else { return numbers.map(\.description).joined() }
    if shape.count == 1 {
      return "[" + numbers.map(\.description).joined(separator: ", ") + "]"
    }
    let length = numbers.count / size
    let inner = indent + "  "
    let parts = (0..<size).map { part in
      let start = numbers.startIndex + part * length
      return inner + list(numbers[start..<start + length], shape.dropFirst(), inner)
    }
    return "[\n" + parts.joined(separator: ",\n") + ",\n\(indent)]"
  }
}
