import Tensors

/// A worksheet of named matrices: text in, live numbers out.
package struct Scene: Equatable, Sendable {
  /// The texts that the scene was read from.
  package private(set) var sources: [SourceText]

  /// Reads a scene; later sources add to and override earlier ones.
  package init(_ sources: [SourceText]) throws(Problems) {
    self.sources = sources
  }

  /// All names, in the order in which they were written.
  package var definitions: [Definition] { [] }

  /// What the name stands for, if the scene has it.
  package func definition(_ name: String) -> Definition? { nil }

  /// All axes, in the order in which they were written.
  package var axes: [Axis] { [] }

  /// Adds an expression, comparisons allowed, as a live matrix of the same graph.
  package mutating func watch(_ expression: SourceText) throws(Problems) -> NodeID {
    NodeID(index: 0)
  }

  package func axes(of node: NodeID) -> [Axis] { [] }
  package func values(of node: NodeID) -> Tensor { Tensor(shape: [], elements: [0]) }
  package func value(of entry: Entry) -> Float { 0 }
  package func name(of node: NodeID) -> String? { nil }
  package func text(of node: NodeID) -> String { "" }

  /// The named matrix's cell that this cell is, looking through slices and transposes.
  package func source(of entry: Entry) -> Entry { entry }
  package func label(of entry: Entry) -> String { "" }
  package func entry(_ text: SourceText) throws(Problems) -> Entry {
    Entry(node: NodeID(index: 0), index: 0)
  }
  package func isInput(_ node: NodeID) -> Bool { false }
  package func origin(of node: NodeID) -> Origin { .computed }

  package mutating func set(_ entry: Entry, to value: Float) {}
  package mutating func set(_ node: NodeID, to values: Tensor, origin: Origin) {}
  package func assignment(_ text: SourceText) throws(Problems) -> Assignment {
    Assignment(source: text)
  }
  package mutating func apply(_ assignment: Assignment) throws(Problems) {}
  package mutating func resize(axis: String, to size: Int) throws(Problems) {}

  package func gradient(of entry: Entry) -> Gradient {
    Gradient(subject: entry, sensitivities: [])
  }
  package func explanation(of entry: Entry) -> Explanation {
    Explanation(
      subject: entry, label: "", value: 0, formula: "", sentence: "", lines: [], operands: [],
      feeds: [])
  }

  /// The scene as text with its present values.
  package func serialized() -> String { "" }
}
