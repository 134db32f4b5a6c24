import Files
import Scenes
import Tensors
import Text

/// Numbers from another program: a table of comma-separated values, or an array of NumPy.
struct LoadedTable: Equatable {
  /// A word in a file, and where it stands.
  struct Label: Equatable {
    let text: String
    let location: SourceLocation
  }

  /// The shape of a CSV file is always rows × columns.
  let shape: [Int]
  let elements: [Float]
  var rowLabels: [Label] = []
  var columnLabels: [Label] = []

  /// The table in a file, whose name says what it is.
  static func read(_ path: String) throws(CommandFailure) -> LoadedTable {
    if path.hasSuffix(".npy") { return try NPYReader(path).table() }
    guard path.hasSuffix(".csv") else {
      throw CommandFailure("\(path) is neither .csv nor .npy. Save the numbers as one of these.")
    }
    return try CSVReader(path, try TextFile.read(path, limit: .table)).table()
  }
}

extension SizeLimit {
  static let table = SizeLimit(megabytes: 64, of: "a table of numbers")
}

// MARK: Into a scene

extension Scene {
  /// Puts numbers into an input, as `X=table.csv` says.
  mutating func load(_ text: String) throws(CommandFailure) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw CommandFailure("--load needs a name and a file, such as X=table.csv.")
    }
    let (name, path) = (String(parts[0]), String(parts[1]))
    guard let definition = definition(name) else { throw unknown(name) }
    guard definition.isInput else {
      throw CommandFailure(
        "\(name) is worked out by a formula and cannot be loaded. Load one of its inputs.")
    }
    let table = try LoadedTable.read(path)
    set(definition.node, to: try table.tensor(for: definition, path))
  }

  private func unknown(_ name: String) -> CommandFailure {
    let names = definitions.filter(\.isInput).map(\.name)
    let advice =
      name.nearest(among: names).map { "Did you mean \($0)?" }
      ?? "Its inputs are \(names.joined(separator: ", "))."
    return CommandFailure("The scene defines no \(name). \(advice)")
  }
}

extension LoadedTable {
  /// The numbers in the shape of an input; throws a sentence where they do not fit.
  fileprivate func tensor(
    for input: Definition, _ path: String
  ) throws(CommandFailure) -> Tensor {
    let sizes = input.axes.map(\.size)
    guard fits(sizes) else {
      let wanted = input.axes.map { "\($0.name) \($0.size)" }.joined(separator: " × ")
      let found = shape.map(String.init).joined(separator: " × ")
      throw CommandFailure(
        "\(path) holds \(found.isEmpty ? "one number" : found), but \(input.name) is "
          + "\(wanted.isEmpty ? "one number" : "[\(wanted)]").")
    }
    let isColumn = shape.count == 2 && sizes.count == 1 && shape[1] == 1
    switch input.axes.count {
    case 2:
      try check(rowLabels, input.axes[0], "row")
      try check(columnLabels, input.axes[1], "column")
    case 1:
      // A vector lies along the row or down the column; the other label only names it.
      try check(isColumn ? rowLabels : columnLabels, input.axes[0], isColumn ? "row" : "column")
    case _: break
    }
    return Tensor(shape: sizes, elements: elements)
  }

  /// Whether the shape is that of an input; a table with one row or column may be a vector.
  private func fits(_ sizes: [Int]) -> Bool {
    if shape == sizes { return true }
    let isTable = shape.count == 2 && sizes.count < 2
    return isTable && elements.count == sizes.reduce(1, *) && shape.contains(1)
  }

  private func check(
    _ labels: [Label], _ axis: Axis, _ side: String
  ) throws(CommandFailure) {
    for (place, label) in labels.enumerated() {
      let known = [axis.label(place), axis.shownLabel(place), axis.words?[place] ?? ""]
      if known.contains(label.text) { continue }
      throw CommandFailure(
        "The \(side) \(label.text) stands where the axis \(axis.name) has \(axis.label(place)). "
          + "Its labels are in the order of the scene.", location: label.location)
    }
  }
}
