import Foundation
import Tensors
import Testing

@Suite struct SoftmaxTests {
  struct Case: Decodable {
    let shape: [Int]
    let scores: Numbers
    let weights: Numbers
    let gradient: Numbers
    let scoreGradient: Numbers
  }

  struct File: Decodable {
    let softmax: [Case]
  }

  let infinity = Float.infinity

  @Test func weightsAndGradientsAreNumPys() throws {
    for test in try Fixture.load("tensors.json", as: File.self).softmax {
      let scores = Tensor(shape: test.shape, elements: test.scores.elements)
      let weights = Softmax.apply(scores)
      var gradient = [Float](repeating: 0, count: scores.count)
      Softmax.addGradient(
        test.gradient.elements, weights: weights.elements, rowLength: scores.rowLength,
        into: &gradient)
      #expect(agree(weights.elements, test.weights.elements, within: 1e-6))
      #expect(agree(gradient, test.scoreGradient.elements, within: 2e-6))
    }
  }

  @Test func gradientIsTheSlope() {
    let (scores, gradient): ([Float], [Float]) = ([0.5, -1, 2, 0.25], [1, -2, 0.5, 3])
    var found = [Float](repeating: 0, count: 4)
    let weights = Softmax.apply(Tensor(scores)).elements
    Softmax.addGradient(gradient, weights: weights, rowLength: 4, into: &found)
    let expected = slopes(at: scores) { scores in
      let exponentials = scores.map { exp($0) }
      let total = exponentials.reduce(0, +)
      return zip(gradient, exponentials).reduce(0) { $0 + Double($1.0) * $1.1 / total }
    }
    #expect(agree(found, expected, within: 1e-5))
  }

  @Test func twoScoresTwoApart() {
    let weights = Softmax.apply(Tensor([14, 12])).elements
    #expect(agree(weights, [0.8808, 0.1192], within: 5e-5))
  }

  @Test func maskedPlacesGetNothingAndTheRestSumsToOne() {
    let weights = Softmax.apply(Tensor([2, 1, -infinity, -infinity])).elements
    #expect(agree(weights, [0.7311, 0.2689, 0, 0], within: 5e-5))
    #expect(weights[2] == 0 && weights[3] == 0)
  }

  @Test func whollyMaskedRowGivesZeros() {
    let weights = Softmax.apply(Tensor(rows: [[-infinity, -infinity], [0, 0]]))
    #expect(weights.elements == [0, 0, 0.5, 0.5])
    var gradient: [Float] = [0, 0, 0, 0]
    Softmax.addGradient([1, 2, 3, 4], weights: weights.elements, rowLength: 2, into: &gradient)
    #expect(gradient == [0, 0, -0.25, 0.25])
  }

  @Test func infiniteScoresShareTheWeight() {
    let weights = Softmax.apply(Tensor([infinity, 3, infinity, -infinity])).elements
    #expect(weights == [0.5, 0, 0.5, 0])
  }

  @Test(arguments: 0..<3) func notANumberFillsItsRow(_ place: Int) {
    var scores = Tensor(rows: [[1, 2, 3], [1, 1, 1]])
    scores[0, place] = .nan
    let weights = Softmax.apply(scores)
    #expect(weights.row(0).allSatisfy { $0.isNaN })
    #expect(agree(Array(weights.row(1)), [Float](repeating: 1 / 3, count: 3)))
  }

  @Test func notANumberBesideInfinitiesFillsItsRow() {
    for row in [[infinity, .nan], [.nan, infinity], [-infinity, .nan], [.nan, -infinity]] {
      #expect(Softmax.apply(Tensor(row)).elements.allSatisfy { $0.isNaN })
    }
  }
}
