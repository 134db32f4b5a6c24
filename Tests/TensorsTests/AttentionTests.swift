import Foundation
import Testing

@testable import Tensors

/// The fused form against softmax(Q Kᵀ / √d + mask) V spelled out.
@Suite struct AttentionTests {
  /// Sizes on both sides of blocks, tiles, lanes and of the library's threshold.
  static let sizes = [
    AttentionSize(queries: 3, keys: 5, traits: 4, features: 2),
    AttentionSize(queries: 1, keys: 300, traits: 16, features: 16),
    AttentionSize(queries: 70, keys: 70, traits: 8, features: 8),
    AttentionSize(queries: 130, keys: 600, traits: 64, features: 64),
    AttentionSize(queries: 200, keys: 200, traits: 33, features: 7),
  ]

  @Test(arguments: sizes)
  func everythingIsSeenWithoutAMask(_ size: AttentionSize) {
    let example = AttentionExample(size, heads: 2)
    #expect(agree(example.fused, example.spelledOut, within: 1e-5))
  }

  @Test(arguments: sizes)
  func causalMasksHideWhatComesLater(_ size: AttentionSize) {
    let example = AttentionExample(size, heads: 2, mask: .causal) { $0 >= $1 ? 0 : -.infinity }
    #expect(agree(example.fused, example.spelledOut, within: 1e-5))
  }

  @Test(arguments: sizes, [1, 5, 100])
  func windowsHideWhatLiesFarBackToo(_ size: AttentionSize, _ width: Int) {
    let example = AttentionExample(size, heads: 2, mask: .window(width)) { query, key in
      key <= query && query - key < width ? 0 : -.infinity
    }
    #expect(agree(example.fused, example.spelledOut, within: 1e-5))
  }

  @Test(arguments: sizes)
  func tablesAreAdded(_ size: AttentionSize) {
    let mask = AttentionMask.table(queryStride: size.keys, keyStride: 1)
    let example = AttentionExample(size, heads: 3, mask: mask) { query, key in
      key > query + 2 ? -.infinity : Float((3 * query + key) % 7) / 4
    }
    #expect(agree(example.fused, example.spelledOut, within: 1e-5))
  }

  @Test(arguments: sizes)
  func aTableOfKeysServesEveryQuery(_ size: AttentionSize) {
    let mask = AttentionMask.table(queryStride: 0, keyStride: 1)
    let example = AttentionExample(size, heads: 2, mask: mask) { _, key in
      key >= size.keys - 2 ? -.infinity : 0
    }
    #expect(agree(example.fused, example.spelledOut, within: 1e-5))
  }

  @Test(arguments: sizes)
  func aQueryThatSeesNothingGetsZeros(_ size: AttentionSize) {
    let mask = AttentionMask.table(queryStride: size.keys, keyStride: 1)
    let example = AttentionExample(size, heads: 1, mask: mask) { query, _ in
      query == 0 ? -.infinity : 0
    }
    #expect(example.fused.prefix(size.features).allSatisfy { $0 == 0 })
    #expect(agree(example.fused, example.spelledOut, within: 1e-5))
    let blind = AttentionExample(size, heads: 1, mask: mask) { _, _ in -.infinity }
    #expect(blind.fused.allSatisfy { $0 == 0 })
  }

  @Test(arguments: sizes, [Float.infinity, .nan])
  func limitsAreThoseOfSoftmax(_ size: AttentionSize, _ limit: Float) {
    let mask = AttentionMask.table(queryStride: size.keys, keyStride: 1)
    let example = AttentionExample(size, heads: 2, mask: mask) { query, key in
      query == size.queries - 1 && key % 3 == 1 ? limit : 0
    }
    #expect(agree(example.fused, example.spelledOut, within: 1e-5))
  }

  @Test func largeScoresDoNotOverflow() {
    let size = AttentionSize(queries: 80, keys: 400, traits: 8, features: 4)
    let example = AttentionExample(size, heads: 1, spread: 40)
    #expect(example.fused.allSatisfy { $0.isFinite })
    #expect(agree(example.fused, example.spelledOut, within: 1e-4))
  }

  @Test func hiddenTilesAreNotLookedAt() {
    var example = AttentionExample(
      AttentionSize(queries: 64, keys: 600, traits: 64, features: 64), heads: 1, mask: .causal)
    for key in 300..<600 { example.values[key * 64] = .nan }
    #expect(example.fused.allSatisfy { $0.isFinite })
  }

  @Test func aTileIsShownWhereAllSeeAll() {
    let tile = Tile(queries: 10..<20, keys: 4..<8)
    #expect(AttentionMask.none.shows(tile))
    #expect(AttentionMask.causal.shows(Tile(queries: 10..<20, keys: 4..<11)))
    #expect(!AttentionMask.causal.shows(Tile(queries: 10..<20, keys: 4..<12)))
    #expect(AttentionMask.window(16).shows(tile))
    #expect(!AttentionMask.window(15).shows(tile))
  }

  /// Each of the later tiles lifts the tops of some queries and leaves those of others.
  @Test func whatIsSummedUpFollowsTheTops() {
    let size = AttentionSize(queries: 40, keys: 2000, traits: 16, features: 12)
    let mask = AttentionMask.table(queryStride: size.keys, keyStride: 1)
    let example = AttentionExample(size, heads: 1, mask: mask) { query, key in
      key % 240 == query ? Float(key) / 20 : 0
    }
    #expect(agree(example.fused, example.spelledOut, within: 1e-5))
  }

  @Test func aSmallOneHasTheDigitsOfTheSpelledOutOne() {
    let example = AttentionExample(Self.sizes[0], heads: 4)
    #expect(example.fused == example.spelledOut)
  }

  @Test func severalPlacesMayReadOneKey() {
    let size = AttentionSize(queries: 70, keys: 90, traits: 16, features: 16)
    let both = AttentionExample(size, heads: 1)
    let place = AttentionPlace(queries: 0, keys: 0, values: 0, mask: 0)
    let twice = Attention(size, places: [place, place], divisor: 4)
    var output = [Float](repeating: 0, count: twice.count)
    twice.apply(both.operands, into: &output)
    #expect(output == both.fused + both.fused)
  }

  @Test func logSumsAreThoseOfTheScores() {
    let size = AttentionSize(queries: 70, keys: 300, traits: 16, features: 16)
    let example = AttentionExample(size, heads: 1)
    var (output, logSums) = (
      [Float](repeating: 0, count: 70 * 16), [Float](repeating: 0, count: 70)
    )
    example.attention.apply(example.operands, into: &output, logSums: &logSums)
    let expected = example.scores(of: 0).map { row in
      row.reduce(0) { $0 + exp2(Double($1) / log(2)) }
    }
    #expect(agree(logSums, expected.map { Float(log2($0)) }, within: 1e-5))
  }

  @Test func operandsMustBeLargeEnough() async {
    await #expect(processExitsWith: .failure) {
      let size = AttentionSize(queries: 2, keys: 2, traits: 2, features: 2)
      var output: [Float] = [0, 0, 0, 0]
      Attention(size, heads: 1).apply(
        AttentionOperands(queries: [1, 2, 3], keys: [1, 2, 3, 4], values: [1, 2, 3, 4]),
        into: &output)
    }
  }
}
