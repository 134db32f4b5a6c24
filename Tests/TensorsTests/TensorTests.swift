import Tensors
import Testing

@Suite struct TensorTests {
  let table = Tensor(shape: [2, 3], elements: [1, 2, 3, 4, 5, 6])

  @Test func indexCountsTheLastAxisFastest() {
    #expect(table[1, 0] == 4)
    #expect(table[[0, 2]] == 3)
    #expect(table.strides == [3, 1])
    #expect(Tensor.strides(of: [2, 3, 4]) == [12, 4, 1])
  }

  @Test func writingChangesOnePlace() {
    var changed = table
    changed[1, 2] = 9
    #expect(changed.elements == [1, 2, 3, 4, 5, 9])
    #expect(table[1, 2] == 6)
  }

  @Test func flatIndexAndIndexAreInverse() {
    let tensor = Tensor.zeros([2, 3, 4])
    for flat in 0..<tensor.count {
      #expect(tensor.flatIndex(tensor.index(ofFlat: flat)) == flat)
    }
    #expect(tensor.index(ofFlat: 23) == [1, 2, 3])
  }

  @Test func scalarHasNoAxes() {
    let scalar = Tensor(2.5)
    #expect(scalar.rank == 0)
    #expect(scalar.scalar == 2.5)
    #expect(scalar[[]] == 2.5)
    #expect((scalar.rowCount, scalar.rowLength) == (1, 1))
  }

  @Test func rowsComeFromTheLastAxis() {
    let tensor = Tensor(shape: [2, 2, 2], elements: [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(tensor.rowCount == 4)
    #expect(Array(tensor.row(2)) == [5, 6])
    #expect(Tensor(rows: [[1, 2, 3], [4, 5, 6]]) == table)
    #expect(table.reshaped([6]) == Tensor([1, 2, 3, 4, 5, 6]))
  }

  @Test func descriptionNestsLists() {
    #expect(table.description == "[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]")
    #expect(Tensor(-.infinity).description == "-inf")
    #expect(Tensor([0.5]).description == "[0.5]")
  }

  @Test func shapeMustFitTheNumbers() async {
    await #expect(processExitsWith: .failure) { _ = Tensor(shape: [2, 2], elements: [1, 2, 3]) }
    await #expect(processExitsWith: .failure) { _ = Tensor([1, 2])[2] }
    await #expect(processExitsWith: .failure) { _ = Tensor([1, 2]).scalar }
  }
}
