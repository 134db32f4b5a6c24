import Foundation
import Testing

@testable import Tensors

@Suite struct LanesTests {
  /// How many units in the last place a number is off.
  private func error(_ found: Float, _ exact: Double) -> Double {
    abs(Double(found) - exact) / Double(Float(exact).ulp)
  }

  /// Some of all numbers of single precision, of every size, NaN and infinities among them.
  private var numbers: [Float] {
    stride(from: 0, through: UInt32.max, by: 65_521).map(Float.init(bitPattern:))
  }

  @Test func exponentialIsFoundationsToTwoUnitsInTheLastPlace() {
    var worst = 0.0
    for x in numbers where x > -86.98 && x < 88.72 {
      worst = max(worst, error(Float8(repeating: x).exponential[0], exp(Double(x))))
    }
    #expect(worst < 1.5)
  }

  @Test func exponentialKeepsItsLimitsOverTheFullRange() {
    for x in numbers {
      let power = Float8(repeating: x).exponential
      if x.isNaN {
        #expect(power[0].isNaN)
      } else if x < -86.99 {
        #expect(power[0] == 0, "\(x)")
      } else if x > 88.73 {
        #expect(power[0] == .infinity, "\(x)")
      }
      #expect(power[7].bitPattern == power[0].bitPattern)
    }
  }

  @Test(
    arguments: [
      (-Float.infinity, 0), (-1e30, 0), (-87, 0), (0, 1), (-0.0, 1), (89, .infinity),
      (.infinity, .infinity),
    ] as [(Float, Float)])
  func exponentialOf(_ x: Float, is power: Float) {
    #expect(Float8(repeating: x).exponential == Float8(repeating: power))
  }

  @Test func theLargerOfTwoNumbersIsNotLost() {
    let (few, many) = (Float8(1, 2, 3, 4, 5, 6, 7, 8), Float8(8, 7, 6, 5, 4, 3, 2, 1))
    #expect(few.larger(many) == Float8(8, 7, 6, 5, 5, 6, 7, 8))
    #expect(few.smaller(many) == Float8(1, 2, 3, 4, 4, 3, 2, 1))
  }

  @Test func aFewNumbersFarApartAreReadAndTheRestIsZero() {
    let numbers = (0..<24).map(Float.init)
    numbers.withUnsafeBufferPointer { numbers in
      guard let start = numbers.baseAddress else { return }
      #expect(Float8(at: start, step: 3, count: 8) == Float8(0, 3, 6, 9, 12, 15, 18, 21))
      #expect(Float8(at: start + 1, step: 2, count: 3) == Float8(1, 3, 5, 0, 0, 0, 0, 0))
    }
  }
}
