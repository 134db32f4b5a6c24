#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How numbers are written, in one place.
package enum NumberFormat {
  /// A number for a cell of a table: `.71`, `−.03`, `1.00`, `12.3`, `1234`, `1.5e4`, `1e9`, `−∞`, `NaN`.
  ///
  /// Two decimals while the number is small, no zero before the point, a true minus, and no minus
  /// before a zero.
  package static func cell(_ value: Float) -> String {
    if value.isNaN { return "NaN" }
    let digits = value.isInfinite ? "∞" : digits(Double(value.magnitude))
    return value < 0 && digits != ".00" ? "−" + digits : digits
  }

  /// A number of which it matters that it is not zero: as in a cell, but `.0031`, `3e−5`.
  package static func fine(_ value: Float) -> String {
    guard isZero(value), value != 0 else { return cell(value) }
    let magnitude = Double(value.magnitude)
    let tenThousandths = Int((magnitude * 10000).rounded())
    let digits =
      tenThousandths < 10
      ? negativePower(magnitude) : "." + String(10000 + tenThousandths).dropFirst()
    return value < 0 ? "−" + digits : digits
  }

  /// A number in a sentence: a whole one without decimals, any other as its table shows it.
  ///
  /// From ten thousand on it has all its digits too, `20,000`, as long as there are few enough to be read.
  package static func inSentence(_ value: Float) -> String {
    let rounded = value.rounded()
    if (9999.5..<1e9).contains(value.magnitude) { return grouped(Int(rounded)) }
    return value == rounded && abs(value) < 1000 ? whole(Int(value)) : cell(value)
  }

  /// A whole number with a comma after every third digit: `−1,234,567`.
  private static func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    let groups = stride(from: digits.count % 3, through: digits.count, by: 3).map { end in
      String(digits[max(end - 3, 0)..<end])
    }
    return (value < 0 ? "−" : "") + groups.filter { !$0.isEmpty }.joined(separator: ",")
  }

  /// A whole number in a sentence, with a true minus.
  package static func whole(_ value: Int) -> String {
    value < 0 ? "−\(value.magnitude)" : "\(value)"
  }

  /// Whether there is nothing behind the point, and few enough digits before it to be read.
  package static func isWhole(_ value: Float) -> Bool {
    value.magnitude < 1e6 && Float(Int(value)) == value
  }

  /// A number as other programs read it, with all the digits that tell it from its neighbours.
  package static func plain(_ value: Float) -> String {
    isWhole(value) ? String(Int(value)) : "\(value)"
  }

  /// A number with all its digits, written as on the page: `.5`, `−1.25`.
  package static func typed(_ value: Float) -> String {
    let digits = plain(value.magnitude)
    return (value < 0 ? "−" : "") + (digits.hasPrefix("0.") ? digits.dropFirst() : digits[...])
  }

  /// Whether a cell shows the number as zero.
  package static func isZero(_ value: Float) -> Bool {
    value.magnitude < 1 && hundredths(Double(value.magnitude)) == 0
  }

  /// The cells that `cell` takes for a finite number, without writing it.
  package static func width(ofCell value: Float) -> Int {
    let magnitude = Double(value.magnitude)
    guard magnitude < 9.995 else { return cell(value).count }
    let hundredths = hundredths(magnitude)
    return (value < 0 && hundredths > 0 ? 1 : 0) + (hundredths < 100 ? 3 : 4)
  }

  private static func digits(_ magnitude: Double) -> String {
    if magnitude < 9.995 { return decimals(hundredths(magnitude), 2) }
    if magnitude < 99.95 { return decimals(Int((magnitude * 10).rounded()), 1) }
    return magnitude < 9999.5 ? String(Int(magnitude.rounded())) : power(magnitude)
  }

  private static func hundredths(_ magnitude: Double) -> Int { Int((magnitude * 100).rounded()) }

  /// `1.05` for 105 hundredths, `.05` for 5; written digit by digit, for a page has hundreds.
  private static func decimals(_ scaled: Int, _ count: Int) -> String {
    String(unsafeUninitializedCapacity: 8) { text in
      var length = 0
      func add(_ byte: Int) {
        text[length] = UInt8(byte)
        length += 1
      }
      func digit(_ scale: Int) -> Int { zero + scaled / scale % 10 }
      let point = count == 2 ? 100 : 10
      if scaled >= point * 10 { add(digit(point * 10)) }
      if scaled >= point { add(digit(point)) }
      add(dot)
      if count == 2 { add(digit(10)) }
      add(digit(1))
      return length
    }
  }

  private static let zero = Int(UInt8(ascii: "0"))
  private static let dot = Int(UInt8(ascii: "."))

  private static func power(_ magnitude: Double) -> String {
    var exponent = 0
    var head = magnitude
    while head >= 9.95 {
      head /= 10
      exponent += 1
    }
    let tenths = Int((head * 10).rounded())
    let digits = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    return "\(digits)e\(exponent)"
  }
}

extension NumberFormat {
  private static func negativePower(_ magnitude: Double) -> String {
    var exponent = 0
    var head = magnitude
    while head < 0.95 {
      head *= 10
      exponent += 1
    }
    return "\(Int(head.rounded()))e−\(exponent)"
  }
}

// MARK: For other programs

extension NumberFormat {
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
