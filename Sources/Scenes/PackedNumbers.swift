#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Numbers as a file keeps them: to the bit, in base64 of their little-endian bytes.
package struct PackedNumbers: Equatable, Sendable {
  package let elements: [Float]

  package init(_ elements: [Float]) {
    self.elements = elements
  }
}

extension PackedNumbers: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let bytes = Data(base64Encoded: try container.decode(String.self)),
      bytes.count.isMultiple(of: 4)
    else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "numbers are base64 of four bytes each")
    }
    let all = [UInt8](bytes)
    elements = stride(from: 0, to: all.count, by: 4).map { start in
      let bits = (0..<4).reduce(UInt32(0)) { $0 | UInt32(all[start + $1]) << (8 * UInt32($1)) }
      return Float(bitPattern: bits)
    }
  }

  package func encode(to encoder: any Encoder) throws {
    let bytes = elements.flatMap { element in
      (0..<4).map { UInt8(truncatingIfNeeded: element.bitPattern >> (8 * UInt32($0))) }
    }
    var container = encoder.singleValueContainer()
    try container.encode(Data(bytes).base64EncodedString())
  }
}
