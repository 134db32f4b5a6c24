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

  @Test func windowOfTwoShowsItselfAndTheOneBefore() {
    #expect(
      Tensor.windowMask(size: 4, width: 2)
        == Tensor(rows: [
          [0, hidden, hidden, hidden], [0, 0, hidden, hidden],
          [hidden, 0, 0, hidden], [hidden, hidden, 0, 0],
        ]))
  }

  @Test func windowAsWideAsTheSentenceIsCausal() {
    #expect(Tensor.windowMask(size: 5, width: 5) == Tensor.causalMask(size: 5))
  }

  @Test func paddingHidesTheSameKeysFromEveryQuery() {
    #expect(Tensor.paddingMask(size: 3, from: 1) == Tensor([0, hidden, hidden]))
  }

  @Test func aWindowWithAStepSkipsKeys() {
    #expect(
      Tensor.windowMask(size: 4, width: 2, step: 2)
        == Tensor(rows: [
          [0, hidden, hidden, hidden], [hidden, 0, hidden, hidden], [0, hidden, 0, hidden],
          [hidden, 0, hidden, 0],
        ]))
  }
}
