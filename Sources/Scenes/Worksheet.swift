import Text

/// Everything that reading a scene's texts comes to.
struct Worksheet: Sendable {
  /// A definition and the matrix it became.
  struct Entry: Sendable {
    let name: String
    let node: Int
    let formula: String
    let location: SourceLocation
  }

  let sheet: AxisSheet
  var graph: Graph
  /// In the order in which they were written.
  let entries: [Entry]
  let nodes: [String: Int]
  /// What could be read, but perhaps not as it was meant.
  let warnings: [Problem]

  /// Reads the texts without working anything out; `sizes` replaces the sizes that they give to axes.
  init(_ sources: [SourceText], sizes: [String: Int] = [:]) throws(Problems) {
    let outline = Outline(sources)
    var reader = DefinitionReader(outline, sizes: sizes)
    reader.readAll()
    let problems = reader.problems
    if !problems.isEmpty { throw Problems(problems) }
    warnings = outline.warnings
    sheet = reader.checker.sheet
    graph = reader.checker.graph
    entries = reader.entries
    nodes = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.node) })
  }

  /// The names and what they stand for.
  var meanings: [String: Checker.Meaning] { nodes.mapValues { .matrix($0) } }
}
