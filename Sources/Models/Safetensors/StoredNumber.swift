/// The types of numbers that a safetensors file may hold.
package enum StoredNumber: String, CaseIterable, Sendable {
  case bool = "BOOL"
  case unsigned8 = "U8"
  case signed8 = "I8"
  case float8E5 = "F8_E5M2"
  case float8E4 = "F8_E4M3"
  case unsigned16 = "U16"
  case signed16 = "I16"
  case float16 = "F16"
  case bfloat16 = "BF16"
  case unsigned32 = "U32"
  case signed32 = "I32"
  case float32 = "F32"
  case unsigned64 = "U64"
  case signed64 = "I64"
  case float64 = "F64"

  /// How many bytes a number takes.
  package var size: Int {
    switch self {
    case .bool, .unsigned8, .signed8, .float8E5, .float8E4: 1
    case .unsigned16, .signed16, .float16, .bfloat16: 2
    case .unsigned32, .signed32, .float32: 4
    case .unsigned64, .signed64, .float64: 8
    }
  }

  /// The numbers in a run of little-endian bytes; nil for the types that are not read here.
  package func numbers(in bytes: ArraySlice<UInt8>) -> [Float]? {
    switch self {
    case .float32: Self.words(bytes, 4).map { Float(bitPattern: $0) }
    case .bfloat16: Self.words(bytes, 2).map { Float(bitPattern: $0 << 16) }
    case .float16: Self.words(bytes, 2).map { Float(half: UInt16($0)) }
    case .bool, .unsigned8, .signed8, .float8E5, .float8E4, .unsigned16, .signed16, .unsigned32,
      .signed32, .unsigned64, .signed64, .float64:
      nil
    }
  }

  private static func words(_ bytes: ArraySlice<UInt8>, _ size: Int) -> [UInt32] {
    stride(from: bytes.startIndex, to: bytes.endIndex, by: size).map { start in
      (0..<size).reduce(0) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
    }
  }
}

extension Float {
  /// The number that these bits of IEEE 754 binary16 stand for, exactly; the payload of a NaN is kept.
  package init(half bits: UInt16) {
    let sign: Float = bits >> 15 == 0 ? 1 : -1
    let (exponent, fraction) = (Int(bits >> 10 & 0x1F), UInt32(bits & 0x3FF))
    switch exponent {
    case 0: self = sign * Float(fraction) * 0x1p-24
    case 0x1F: self = Float(bitPattern: UInt32(bits >> 15) << 31 | 0x7F80_0000 | fraction << 13)
    case _:
      self =
        sign * Float(sign: .plus, exponent: exponent - 25, significand: Float(fraction | 0x400))
    }
  }
}
