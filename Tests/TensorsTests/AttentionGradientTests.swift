import Foundation
import Testing

@testable import Tensors

/// The derivative of the fused form against that of softmax(Q Kᵀ / √d + mask) V spelled out.
@Suite struct AttentionGradientTests {
  @Test(arguments: AttentionTests.sizes)
  func derivativesAreThoseOfTheSpelledOutForm(_ size: AttentionSize) {
    AttentionExample(size, heads: 2).checkGradients()
  }

  @Test(arguments: AttentionTests.sizes)
  func masksAreDerivedToo(_ size: AttentionSize) {
    AttentionExample(size, heads: 2, mask: .causal) { $0 >= $1 ? 0 : -.infinity }.checkGradients()
    let window = AttentionExample(size, heads: 2, mask: .window(5)) { query, key in
      key <= query && query - key < 5 ? 0 : -.infinity
    }
    window.checkGradients()
    let mask = AttentionMask.table(queryStride: size.keys, keyStride: 1)
    let table = AttentionExample(size, heads: 3, mask: mask) { query, key in
      query == 2 || key > query + 2 ? -.infinity : Float((3 * query + key) % 7) / 4
    }
    table.checkGradients()
    let shared = AttentionMask.table(queryStride: 0, keyStride: 1)
    AttentionExample(size, heads: 2, mask: shared) { _, key in Float(key % 5) / 3 }
      .checkGradients()
  }

  @Test(arguments: AttentionTests.sizes)
  func infiniteScoresAreDerivedAsSoftmaxDoes(_ size: AttentionSize) {
    let mask = AttentionMask.table(queryStride: size.keys, keyStride: 1)
    let example = AttentionExample(size, heads: 1, mask: mask) { query, key in
      query == size.queries - 1 && key % 3 == 1 ? .infinity : 0
    }
    example.checkGradients()
  }

  /// With so many heads no part of a head is needed to keep all cores at work.
  @Test func oneTaskGoesThroughAllKeysOfAHead() {
    let size = AttentionSize(queries: 20, keys: 300, traits: 4, features: 4)
    let heads = 16 * ProcessInfo.processInfo.activeProcessorCount
    #expect(ParallelFor.parts(of: heads) == 1)
    #expect(size.keys > Tiling(size: size, mask: .none).tileKeys)
    AttentionExample(size, heads: heads).checkGradients()
  }

  @Test func aGradientIsAddedToWhatIsThere() {
    let example = AttentionExample(AttentionTests.sizes[2], heads: 2)
    let once = example.fusedGradient(of: .queries)
    let more = example.fusedGradient(of: .queries, addedTo: 1)
    #expect(agree(more, once.map { $0 + 1 }, within: 1e-5))
  }
}

extension AttentionExample {
  /// How much each number of the result matters.
  private var importance: [Float] {
    RandomStream(seed: 9).normal(shape: [attention.count]).elements
  }

  func fusedGradient(of operand: AttentionOperand, addedTo start: Float = 0) -> [Float] {
    var output = [Float](repeating: 0, count: attention.count)
    var logSums = [Float](repeating: 0, count: attention.logSumCount)
    attention.apply(operands, into: &output, logSums: &logSums)
    let back = AttentionBackward(
      operands, output: output, logSums: logSums, gradient: importance)
    let count =
      switch operand {
      case .queries: queries.count
      case .keys: keys.count
      case .values: values.count
      case .mask: table.count
      }
    var sum = [Float](repeating: start, count: count)
    attention.addGradient(of: operand, back, into: &sum)
    return sum
  }

  func checkGradients() {
    let expected = spelledOutGradients
    #expect(agree(fusedGradient(of: .queries), expected.queries, within: 2e-5))
    #expect(agree(fusedGradient(of: .keys), expected.keys, within: 2e-5))
    #expect(agree(fusedGradient(of: .values), expected.values, within: 2e-5))
    if attention.mask.table != nil {
      #expect(agree(fusedGradient(of: .mask), expected.mask, within: 2e-5))
    }
  }

  /// Head by head through the product with V, softmax, and the product of Q and Kᵀ.
  private var spelledOutGradients: (queries: [Float], keys: [Float], values: [Float], mask: [Float])
  {
    var sums = (
      queries: queries.map { _ in Float(0) }, keys: keys.map { _ in Float(0) },
      values: values.map { _ in Float(0) }, mask: table.map { _ in Float(0) }
    )
    let all = 0..<size.keys * size.queries
    for head in 0..<heads {
      let weights = Softmax.apply(Tensor(rows: scores(of: head))).elements
      let (output, key) = (head * size.queries * size.features, head * size.keys)
      let given = Array(importance[output..<output + size.queries * size.features])
      let mix = MatrixProduct(
        rows: size.queries, inner: size.keys, columns: size.features,
        rightStarts: [key * size.features])
      var byWeights = all.map { _ in Float(0) }
      mix.addLeftGradient(given, values, into: &byWeights)
      mix.addRightGradient(given, weights, into: &sums.values)
      var byScores = all.map { _ in Float(0) }
      Softmax.addGradient(
        byWeights, weights: weights, rowLength: size.keys, into: &byScores)
      let rows = attention.mask.table?.queryStride == 0 ? 1 : size.queries
      if !table.isEmpty {
        for place in all { sums.mask[place % (rows * size.keys)] += byScores[place] }
      }
      addQueriesAndKeys(byScores.map { $0 / attention.divisor }, head, &sums.queries, &sums.keys)
    }
    return sums
  }

  private func addQueriesAndKeys(
    _ byProducts: [Float], _ head: Int, _ queryGradient: inout [Float],
    _ keyGradient: inout [Float]
  ) {
    for query in 0..<size.queries {
      for key in 0..<size.keys {
        let slope = byProducts[query * size.keys + key]
        let (row, column) = (
          (head * size.queries + query) * size.traits, (head * size.keys + key) * size.traits
        )
        if slope == 0 { continue }
        for trait in 0..<size.traits {
          queryGradient[row + trait] += slope * keys[column + trait]
          keyGradient[column + trait] += slope * queries[row + trait]
        }
      }
    }
  }
}
