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

  var graph: Graph
  /// A scene is copied many times for each page: what never changes is one object that all copies share.
  private let reading: Reading

  var sheet: AxisSheet { reading.sheet }
  /// In the order in which they were written.
  var entries: [Entry] { reading.entries }
  /// What could be read, but perhaps not as it was meant.
  var warnings: [Diagnostic] { reading.warnings }
  /// What each name stands for.
  var names: [String: Checker.Meaning] { reading.names }
  /// Some of the names, in order, for slips.
  var likelyNames: [String] { reading.likelyNames }
  /// The axes as the texts size them.
  var declared: AxisSheet { reading.declared }
  /// The scalars that bound parts of axes, as the axes have them.
  var scalars: BoundScalars { reading.scalars }
  /// Where `weights` finds its numbers.
  var weights: (any WeightSource)? { reading.weights }

  /// Reads the texts without working anything out; `extents` replaces sizes that they give to axes.
  init(
    _ sources: [SourceText], extents: AxisExtents = AxisExtents(),
    weights: (any WeightSource)? = nil
  ) throws(Diagnostics) {
    let declarations = Declarations(sources)
    var reader = DefinitionReader(declarations, extents, weights: weights)
    reader.readAll()
    let problems = reader.problems
    if !problems.isEmpty { throw Diagnostics(problems) }
    graph = reader.checker.graph
    reading = Reading(reader, warnings: declarations.warnings + reader.warnings, weights)
  }

  /// The definition of a name.
  func entry(_ name: String) -> Entry? { reading.places[name].map { entries[$0] } }
}

/// What a worksheet's texts say.
private final class Reading: Sendable {
  let sheet: AxisSheet
  let declared: AxisSheet
  let scalars: BoundScalars
  let entries: [Worksheet.Entry]
  /// The place of each name in `entries`.
  let places: [String: Int]
  let names: [String: Checker.Meaning]
  let likelyNames: [String]
  let warnings: [Diagnostic]
  let weights: (any WeightSource)?

  init(_ reader: DefinitionReader, warnings: [Diagnostic], _ weights: (any WeightSource)?) {
    sheet = reader.checker.sheet
    declared = reader.declared
    scalars = reader.scalars
    entries = reader.entries
    let names = reader.entries.map(\.name)
    places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    self.names = Dictionary(
      uniqueKeysWithValues: reader.entries.map { ($0.name, .matrix($0.node)) })
    likelyNames = reader.checker.likelyNames
    self.warnings = warnings
    self.weights = weights
  }
}
