import Tensors
import Testing

@Suite struct TablesTests {
  let hidden = -Float.infinity

  @Test func identityHasOnesOnTheDiagonal() {
    #expect(Tensor.identity(rows: 2, columns: 3) == Tensor(rows: [[1, 0, 0], [0, 1, 0]]))
  }

  @Test func causalMaskHidesWhatComesLater() {
    #expect(
      Tensor.causalMask(size: 3)
        == Tensor(rows: [[0, hidden, hidden], [0, 0, hidden], [0, 0, 0]]))
  }
}
