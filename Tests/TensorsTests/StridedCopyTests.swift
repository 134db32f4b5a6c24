import Tensors
import Testing

@Suite struct GatheringTests {
  @Test func gradientSumsOverRepetition() {
    // A vector of two, repeated for three rows and for three columns.
    let rows = StridedCopy(StridedView(shape: [3, 2], strides: [0, 1]))
    let columns = StridedCopy(StridedView(shape: [2, 3], strides: [1, 0]))
    var (byRow, byColumn): ([Float], [Float]) = ([10, 20], [10, 20])
    rows.addGradient([1, 2, 3, 4, 5, 6], into: &byRow)
    columns.addGradient([1, 2, 3, 4, 5, 6], into: &byColumn)
    #expect(byRow == [10 + 9, 20 + 12])
    #expect(byColumn == [10 + 6, 20 + 15])
  }

  @Test func gradientOfASliceStaysInTheSlice() {
    let slice = StridedCopy(StridedView(contiguous: [2, 3]).indexed(axis: 1, at: 1))
    var gradient: [Float] = [0, 0, 0, 0, 0, 0]
    slice.addGradient([7, 8], into: &gradient)
    #expect(gradient == [0, 7, 0, 0, 8, 0])
  }

  @Test func viewMustLieWithinItsTensor() async {
    await #expect(processExitsWith: .failure) {
      _ = StridedCopy(StridedView(offset: 1, shape: [4], strides: [1])).gather(
        Tensor([1, 2, 3, 4]))
    }
  }
}
