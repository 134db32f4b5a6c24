import Text

/// Reads an array as NumPy saves it: little-endian `<f4` or `<f8`, in C order.
///
/// The format is that of `numpy.lib.format`: a magic word, a version, the length of a header, the header
/// as a Python dictionary, the numbers.
struct NPYReader {
  private let path: String
  private let bytes: [UInt8]

  init(_ path: String) throws(CommandFailure) {
    self.path = path
    bytes = try TextFile.bytes(path, limit: .table)
  }

  func table() throws(CommandFailure) -> LoadedTable {
    guard bytes.starts(with: [0x93] + Array("NUMPY".utf8)), bytes.count > 12 else {
      throw CommandFailure("\(path) is not an array that NumPy saved with numpy.save.")
    }
    let isFirst = bytes[6] == 1
    let start = isFirst ? 10 : 12
    let length = number(at: 8, size: isFirst ? 2 : 4)
    guard length <= bytes.count - start else { throw cutOff }
    let header = String(decoding: bytes[start..<start + length], as: UTF8.self)
    let size = try numberSize(header)
    let shape = try shape(header)
    let data = bytes[(start + length)...]
    var count = 1
    for size in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow, product <= bytes.count else { throw cutOff }
      count = product
    }
    guard data.count == count * size else { throw cutOff }
    let elements = (0..<count).map { place in
      let bits = number(at: data.startIndex + place * size, size: size)
      return size == 4
        ? Float(bitPattern: UInt32(truncatingIfNeeded: bits))
        : Float(Double(bitPattern: UInt64(bitPattern: Int64(bits))))
    }
    if elements.contains(where: \.isNaN) {
      throw CommandFailure("\(path) holds NaN. Give each place a number.")
    }
    return LoadedTable(shape: shape, elements: elements)
  }

  private var cutOff: CommandFailure {
    CommandFailure("\(path) does not hold as many numbers as it says. Save it again.")
  }

  /// A little-endian number.
  private func number(at place: Int, size: Int) -> Int {
    (0..<size).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  private func numberSize(_ header: String) throws(CommandFailure) -> Int {
    if header.contains("'fortran_order': True") {
      throw CommandFailure(
        "\(path) is in Fortran order. Save numpy.ascontiguousarray(X) in its place.")
    }
    if header.contains("'<f4'") { return 4 }
    if header.contains("'<f8'") { return 8 }
    throw CommandFailure(
      "\(path) holds no 32-bit or 64-bit floats. Save X.astype('float32') in its place.")
  }

  private func shape(_ header: String) throws(CommandFailure) -> [Int] {
    let behind = header.split(separator: "'shape':", maxSplits: 1).dropFirst().first
    let inside = behind.flatMap { text -> Substring? in
      guard let open = text.firstIndex(of: "("), let close = text.firstIndex(of: ")"), open < close
      else { return nil }
      return text[text.index(after: open)..<close]
    }
    let parts = inside?.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
    let sizes = parts?.filter { !$0.isEmpty }.map { Int($0) }
    guard let sizes, sizes.allSatisfy({ ($0 ?? -1) >= 0 }) else {
      throw CommandFailure("\(path) does not say what shape its numbers have. Save it again.")
    }
    return sizes.compactMap(\.self)
  }
}
