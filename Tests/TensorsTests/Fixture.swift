import Foundation
import Testing

/// What NumPy and Python computed; `Tests/Fixtures` holds the programs beside their results.
enum Fixture {
  static func load<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/\(name)")
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
  }
}

/// Numbers of a fixture, where JSON has no words for −∞, ∞ and NaN.
struct Numbers: Decodable, Equatable {
  let elements: [Float]

  init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    var elements: [Float] = []
    while !list.isAtEnd {
      if let number = try? list.decode(Double.self) {
        elements.append(Float(number))
      } else {
        elements.append(try #require(Float(list.decode(String.self))))
      }
    }
    self.elements = elements
  }
}

/// Whether numbers agree to `tolerance` of the expected one's size, or of 1; NaN agrees with NaN.
func agree(_ found: [Float], _ expected: [Float], within tolerance: Float = 2e-6) -> Bool {
  found.count == expected.count
    && zip(found, expected).allSatisfy { found, expected in
      if found.isNaN || expected.isNaN { return found.isNaN && expected.isNaN }
      return found == expected || abs(found - expected) <= tolerance * max(1, abs(expected))
    }
}

/// The slope of `f` at `x` from both sides, in double precision.
func slope(at x: Double, of f: (Double) -> Double) -> Float {
  let step = 1e-6 * max(1, abs(x))
  return Float((f(x + step) - f(x - step)) / (2 * step))
}

/// The slope of `f` along each number of `row`.
func slopes(at row: [Float], of f: ([Double]) -> Double) -> [Float] {
  let row = row.map(Double.init)
  return row.indices.map { place in
    slope(at: row[place]) { moved in
      var row = row
      row[place] = moved
      return f(row)
    }
  }
}
