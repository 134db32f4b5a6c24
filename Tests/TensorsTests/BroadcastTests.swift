import Testing

@testable import Tensors

@Suite struct BroadcastTests {
  @Test func contiguousOperandsMakeOneRun() {
    let walk = Broadcast(shape: [2, 3, 4], left: [12, 4, 1], right: [12, 4, 1]).walk
    #expect((walk.runs, walk.length) == (1, 24))
  }

  @Test func repeatedMatrixMakesARunForEachRepetition() {
    let walk = Broadcast(shape: [2, 3, 4], left: [12, 4, 1], right: [0, 4, 1]).walk
    #expect((walk.runs, walk.length) == (2, 12))
  }

  @Test func repeatedRowMakesARunForEachRow() {
    let walk = Broadcast(shape: [2, 3, 4], left: [12, 4, 1], right: [0, 0, 1]).walk
    #expect((walk.runs, walk.length) == (6, 4))
  }

  @Test func scalarIsRepeatedInOneRun() {
    let walk = Broadcast(shape: [2, 3, 4], left: [12, 4, 1], right: [0, 0, 0]).walk
    #expect((walk.runs, walk.length) == (1, 24))
    #expect(Broadcast(shape: [], left: [], right: []).walk.length == 1)
  }

  @Test func axesOfOnePlaceDoNotInterruptARun() {
    let walk = Broadcast(shape: [3, 1, 4], left: [4, 99, 1], right: [4, 0, 1]).walk
    #expect((walk.runs, walk.length) == (1, 12))
  }

  @Test func operandMustHoldWhatTheStridesReach() async {
    await #expect(processExitsWith: .failure) {
      let plan = Broadcast(shape: [2, 2], left: [2, 1], right: [2, 1])
      _ = BinaryFunction.add.apply(Tensor([1, 2, 3, 4]), Tensor([1, 2, 3]), by: plan)
    }
  }
}
