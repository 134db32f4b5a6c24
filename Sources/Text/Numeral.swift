#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Numbers as text, for files and for people.
package enum Numeral {
  /// The fewest digits that read back as the same number.
  package static func exact(_ number: Float) -> String {
    if number.isNaN { return "nan" }
    if number.isInfinite { return number < 0 ? "-inf" : "inf" }
    return number.description
  }

  /// Four digits after the point, or six that count where that would not do.
  package static func readable(_ number: Float) -> String {
    guard number.isFinite else { return exact(number) }
    let size = abs(number)
    let isUsual = size == 0 || (0.001..<100_000).contains(size)
    return formatted(Double(number), isUsual ? "%.4f" : "%.5g")
  }

  private static func formatted(_ number: Double, _ format: String) -> String {
    var room = [CChar](repeating: 0, count: 64)
    let count = withVaList([number]) { vsnprintf(&room, room.count, format, $0) }
    return String(decoding: room.prefix(max(0, Int(count))).map(UInt8.init), as: UTF8.self)
  }
}
