import Foundation
import Testing

@testable import Tensors

@Suite struct RandomStreamTests {
  struct Stream: Decodable {
    let seed: String
    let indices: [Int]
    let bits: [String]
    let uniform: [Float]
    let normal: [Float]
  }

  @Test func numbersAreThoseOfTheDescription() throws {
    let streams = try Fixture.load("random_stream.json", as: [Stream].self)
    try #require(streams.count == 5)
    for expected in streams {
      let stream = RandomStream(seed: try #require(UInt64(expected.seed)))
      let bits = try expected.bits.map { try #require(UInt64($0, radix: 16)) }
      #expect(expected.indices.map { stream.bits(UInt64($0)) } == bits)
      #expect(expected.indices.map(stream.uniform) == expected.uniform)
      #expect(expected.indices.map(stream.normal) == expected.normal)
    }
  }

  @Test func numberDependsOnSeedAndPlaceOnly() {
    let (short, long) = (
      RandomStream(seed: 3).normal(shape: [4]), RandomStream(seed: 3).normal(shape: [2, 5])
    )
    #expect(Array(long.elements[0..<4]) == short.elements)
    #expect(RandomStream(seed: 4).normal(shape: [4]) != short)
  }

  @Test func uniformNumbersFillTheUnitInterval() {
    let numbers = RandomStream(seed: 5).uniform(shape: [10_000]).elements
    #expect(numbers.allSatisfy { $0 >= 0 && $0 < 1 })
    #expect(abs(numbers.reduce(0, +) / 10_000 - 0.5) < 0.01)
    let tenths = Dictionary(grouping: numbers) { Int($0 * 10) }
    #expect((0..<10).allSatisfy { abs((tenths[$0]?.count ?? 0) - 1000) < 120 })
  }

  @Test func normalNumbersHaveMeanZeroAndVarianceOne() {
    let numbers = RandomStream(seed: 6).normal(shape: [20_000])
    #expect(abs(Reduction.mean.apply(numbers).scalar) < 0.02)
    #expect(abs(Reduction.variance.apply(numbers).scalar - 1) < 0.03)
    let withinOne = numbers.elements.filter { abs($0) < 1 }.count
    #expect(abs(Double(withinOne) / 20_000 - 0.6827) < 0.01)
  }

  @Test func spelledOutFunctionsAgreeWithTheLibrarys() {
    for place in 0..<2000 {
      let x = Double(RandomStream(seed: 7).bits(UInt64(place)) >> 11) * 0x1p-53 + 0x1p-53
      #expect(abs(NormalNumber.logarithm(x) - log(x)) <= 4e-16 * max(1, abs(log(x))))
      #expect(abs(NormalNumber.cosineOfTurns(x) - cos(2 * .pi * x)) <= 1e-15)
    }
  }

  @Test func extremesOfTheStreamStayFinite() {
    #expect(NormalNumber.boxMuller(1, 0) == 0)
    #expect(abs(NormalNumber.boxMuller(0x1p-53, 0) - 8.571_674_348_652_905) < 1e-12)
    #expect(NormalNumber.boxMuller(0x1p-53, 0.5) < -8.57)
  }
}
