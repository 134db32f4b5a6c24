import Tensors
import Testing

@Suite struct StridedViewTests {
  struct Seen: Decodable {
    let shape: [Int]
    let values: Numbers
  }

  struct File: Decodable {
    let views: [String: Seen]
  }

  static let whole = StridedView(contiguous: [2, 3, 4])

  static let views: [String: StridedView] = [
    "transposed": whole.transposed,
    "slice": whole.sliced(axis: 1, 1..<3),
    "index": whole.indexed(axis: 2, at: 2),
    "row": whole.indexed(axis: 0, at: 1).indexed(axis: 0, at: 2),
    "repeated": whole.repeated(axis: 1, count: 2),
    "joined": StridedView(contiguous: [2, 3, 4]).reordered([1, 0, 2]),
    "shared": whole.repeated(axis: 1, count: 3),
  ]

  @Test(arguments: views.keys.sorted())
  func viewShowsWhatNumPyShows(_ name: String) throws {
    let seen = try #require(try Fixture.load("tensors.json", as: File.self).views[name])
    let view = try #require(Self.views[name])
    let source = Tensor(shape: [2, 3, 4], elements: (0..<24).map(Float.init))
    let found = StridedCopy(view).gather(source)
    #expect(found.reshaped(seen.shape).elements == seen.values.elements)
    #expect((0..<view.count).map { Float(view.source(ofFlat: $0)) } == seen.values.elements)
  }

  @Test func extentIsOnePastTheLastPlace() {
    #expect(Self.whole.extent == 24)
    #expect(Self.whole.sliced(axis: 0, 0..<1).extent == 12)
    #expect(StridedView(offset: 5, shape: [3, 2], strides: [0, 1]).extent == 7)
    #expect(Self.whole.sliced(axis: 0, 1..<1).extent == 0)
  }
}
