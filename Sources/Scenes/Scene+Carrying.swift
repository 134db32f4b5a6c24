import Tensors
import Text

extension Scene {
  /// Another scene with the sizes of this one's axes and the numbers of its inputs, wherever both have an axis
  /// or an input of the same name and shape: what was dragged stays when a formula is replaced.
  package func carried(into other: Scene) -> Scene {
    var carried = other
    if extents != other.extents { carried = (try? other.resized(to: extents)) ?? other }
    for input in definitions where input.isInput {
      guard let twin = carried.definition(input.name), twin.isInput,
        carried.values(of: twin.node).shape == values(of: input.node).shape,
        carried.values(of: twin.node) != values(of: input.node)
      else { continue }
      carried.set(twin.node, to: values(of: input.node))
    }
    return carried
  }

  /// The scene with other numbers in some matrices, as another formula gave them; to be read, not computed with.
  package func showing(_ numbers: [NodeID: Tensor]) -> Scene {
    var scene = self
    for (node, tensor) in numbers { scene.show(tensor, in: node) }
    return scene
  }
}
