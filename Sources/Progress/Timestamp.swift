#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// An instant, exact to the second; files write it as `2026-11-21T02:28:38Z`.
package struct Timestamp: Hashable, Comparable, Sendable {
  package let secondsSince1970: Int

  package init(secondsSince1970: Int) {
    self.secondsSince1970 = secondsSince1970
  }

  /// Reads exactly the form that `text` writes; anything else is nil.
  package init?(_ text: String) {
    guard let seconds = Self.seconds(in: Array(text.utf8)) else { return nil }
    self.init(secondsSince1970: seconds)
    // timegm turns month 13 into next January: only what reads back the same was a date.
    guard self.text == text else { return nil }
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }

  /// One second later.
  package var next: Timestamp { Timestamp(secondsSince1970: secondsSince1970 + 1) }

  /// The midnights that lie between this instant and a later one, where the reader lives.
  package func days(until later: Timestamp) -> Int { later.localDay - localDay }

  private var localDay: Int {
    var time = time_t(secondsSince1970)
    var parts = tm()
    localtime_r(&time, &parts)
    return (secondsSince1970 + parts.tm_gmtoff) / 86_400
  }

  /// The instant in Coordinated Universal Time, ISO 8601.
  package var text: String {
    let parts = calendar
    let year = Self.padded(Int(parts.tm_year) + 1900, to: 4)
    let date = [year, Self.padded(Int(parts.tm_mon) + 1), Self.padded(Int(parts.tm_mday))]
    let time = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { Self.padded(Int($0)) }
    return date.joined(separator: "-") + "T" + time.joined(separator: ":") + "Z"
  }

  /// The instant in a form that any file system takes as part of a name.
  package var fileNamePart: String {
    text.split(separator: ":").joined(separator: "-")
  }

  private var calendar: tm {
    var time = time_t(secondsSince1970)
    var parts = tm()
    gmtime_r(&time, &parts)
    return parts
  }

  private static func padded(_ number: Int, to width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func seconds(in bytes: [UInt8]) -> Int? {
    guard bytes.count == 20 else { return nil }
    let fields = [0..<4, 5..<7, 8..<10, 11..<13, 14..<16, 17..<19].compactMap { range in
      Int32(String(decoding: bytes[range], as: UTF8.self))
    }
    guard fields.count == 6 else { return nil }
    var parts = tm()
    parts.tm_year = fields[0] - 1900
    parts.tm_mon = fields[1] - 1
    parts.tm_mday = fields[2]
    parts.tm_hour = fields[3]
    parts.tm_min = fields[4]
    parts.tm_sec = fields[5]
    return timegm(&parts)
  }
}
