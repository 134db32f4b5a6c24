/// One tensor as the head of a file describes it.
package struct StoredTensor: Equatable, Sendable {
  package let name: String
  package let type: StoredNumber
  package let shape: [Int]
  /// Where its bytes lie, counted from the end of the header.
  package let bytes: Range<Int>
}

/// The head of a safetensors file, checked before any number is read.
///
/// A file is eight bytes that say how long the header is, little-endian; the header, JSON of the shape
/// `{name: {"dtype": …, "shape": […], "data_offsets": [begin, end]}, "__metadata__": {…}}`; and the numbers of
/// all tensors without a gap. <https://github.com/huggingface/safetensors>
package struct SafetensorsHeader: Equatable, Sendable {
  static let mostBytes = 16 << 20
  static let mostTensors = 20_000
  static let mostAxes = 8
  static let longestName = 512
  /// A value of the metadata may list the words of a model.
  static let longestString = 1 << 20

  /// In the order of their bytes.
  package let tensors: [StoredTensor]
  package let metadata: [String: String]

  /// Where the header of a file lies, from its first eight bytes and its size.
  package static func range(
    first bytes: some Collection<UInt8>, fileSize: Int
  ) throws(SafetensorsError) -> Range<Int> {
    guard fileSize >= 8, bytes.count >= 8 else { throw .tooShort(bytes: fileSize) }
    let length = bytes.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(mostBytes) else { throw .headerTooLong(length) }
    guard Int(length) <= fileSize - 8 else { throw .headerBeyondEnd(length, bytes: fileSize) }
    return 8..<8 + Int(length)
  }

  /// Reads the JSON of a header that is followed by so many bytes of numbers.
  package init(json: [UInt8], dataSize: Int) throws(SafetensorsError) {
    guard String(validating: json, as: UTF8.self) != nil else { throw .notUTF8 }
    var scanner = HeaderScanner(json)
    var tensors: [StoredTensor] = []
    var metadata: [String: String] = [:]
    try scanner.object { scanner, key throws(SafetensorsError) in
      if key == "__metadata__" {
        metadata = try Self.metadata(&scanner)
      } else {
        guard tensors.count < Self.mostTensors else { throw .tooManyTensors }
        tensors.append(try Self.tensor(key, &scanner))
      }
    }
    try scanner.end()
    self.tensors = try Self.contiguous(tensors, dataSize: dataSize)
    self.metadata = metadata
  }

  private static func metadata(
    _ scanner: inout HeaderScanner
  ) throws(SafetensorsError) -> [String: String] {
    var metadata: [String: String] = [:]
    try scanner.object { scanner, key throws(SafetensorsError) in
      metadata[key] = try scanner.string()
    }
    return metadata
  }

  private static func tensor(
    _ name: String, _ scanner: inout HeaderScanner
  ) throws(SafetensorsError) -> StoredTensor {
    guard name.utf8.count <= longestName else { throw .nameTooLong(byte: scanner.place) }
    var type: StoredNumber?
    var shape: [Int]?
    var offsets: [Int]?
    try scanner.object { scanner, key throws(SafetensorsError) in
      switch key {
      case "dtype":
        let word = try scanner.string()
        guard let known = StoredNumber(rawValue: word) else {
          throw .unknownType(name, type: word)
        }
        type = known
      case "shape": shape = try scanner.wholeNumbers(atMost: mostAxes)
      case "data_offsets": offsets = try scanner.wholeNumbers(atMost: 2)
      case _: throw .unexpected(byte: scanner.place, wanted: "dtype, shape or data_offsets")
      }
    }
    guard let type else { throw .missing(name, key: "dtype") }
    guard let shape else { throw .missing(name, key: "shape") }
    guard let offsets, offsets.count == 2 else { throw .missing(name, key: "two data_offsets") }
    let (start, end) = (offsets[0], offsets[1])
    guard start <= end else { throw .misplaced(name, start: start, end: end, wanted: start) }
    try check(name, type, shape, bytes: end - start)
    return StoredTensor(name: name, type: type, shape: shape, bytes: start..<end)
  }

  /// Sizes whose product wraps around must not pass for a few bytes, even where another size is 0.
  private static func check(
    _ name: String, _ type: StoredNumber, _ shape: [Int], bytes: Int
  ) throws(SafetensorsError) {
    var wanted = type.size
    for size in shape where size > 0 {
      let (product, tooLarge) = wanted.multipliedReportingOverflow(by: size)
      guard !tooLarge else { throw .sizeOverflow(name) }
      wanted = product
    }
    if shape.contains(0) { wanted = 0 }
    guard bytes == wanted else { throw .otherLength(name, bytes: bytes, wanted: wanted) }
  }

  /// The tensors by their place in the file; together they are all of its bytes.
  private static func contiguous(
    _ tensors: [StoredTensor], dataSize: Int
  ) throws(SafetensorsError) -> [StoredTensor] {
    let ordered = tensors.sorted {
      ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound)
    }
    var end = 0
    for tensor in ordered {
      guard tensor.bytes.lowerBound == end else {
        throw .misplaced(
          tensor.name, start: tensor.bytes.lowerBound, end: tensor.bytes.upperBound, wanted: end)
      }
      end = tensor.bytes.upperBound
    }
    guard end == dataSize else { throw .otherEnd(end, wanted: dataSize) }
    return ordered
  }
}
