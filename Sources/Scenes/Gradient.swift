import Tensors

/// The derivative of one cell with respect to every matrix upstream of it.
package struct Gradient: Equatable, Sendable {
  package let subject: Entry
  let sensitivities: [Tensor?]

  /// How many matrices the subject depends on, itself among them.
  package var count: Int { sensitivities.count { $0 != nil } }

  /// ∂ subject / ∂ matrix, in the shape of the matrix; nil where the subject does not depend on it.
  package subscript(node: NodeID) -> Tensor? {
    node.index < sensitivities.count ? sensitivities[node.index] : nil
  }
}
