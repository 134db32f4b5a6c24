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
  /// What could be read, but perhaps not as it was meant.
  let warnings: [Diagnostic]
  /// What each name stands for.
  let names: [String: Checker.Meaning]
  /// Some of the names, in order, for slips.
  let likelyNames: [String]
  /// The axes as the texts size them.
  let declared: AxisSheet
  /// The scalars that bound parts of axes, as the axes have them.
  let scalars: BoundScalars
  /// Where `weights` finds its numbers.
  let weights: (any WeightSource)?
  /// The place of each name in `entries`.
  private let places: [String: Int]

  /// Reads the texts without working anything out; `extents` replaces sizes that they give to axes.
  init(
    _ sources: [SourceText], extents: AxisExtents = AxisExtents(),
    weights: (any WeightSource)? = nil
  ) throws(Diagnostics) {
    self.weights = weights
    let declarations = Declarations(sources)
    var reader = DefinitionReader(declarations, extents, weights: weights)
    reader.readAll()
    let problems = reader.problems
    if !problems.isEmpty { throw Diagnostics(problems) }
    warnings = declarations.warnings + reader.warnings
    declared = reader.declared
    scalars = reader.scalars
    sheet = reader.checker.sheet
    graph = reader.checker.graph
    entries = reader.entries
    likelyNames = reader.checker.likelyNames
    names = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, .matrix($0.node)) })
    places = Dictionary(
      uniqueKeysWithValues: entries.indices.map { [entries] in (entries[$0].name, $0) })
  }

  /// The definition of a name.
  func entry(_ name: String) -> Entry? { places[name].map { entries[$0] } }
}
