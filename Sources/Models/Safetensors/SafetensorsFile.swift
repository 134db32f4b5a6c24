import Tensors

/// The tensors of a safetensors file, by their names.
package struct SafetensorsFile: Sendable {
  package let header: SafetensorsHeader
  private let bytes: [UInt8]
  private let dataStart: Int
  private let places: [String: Int]

  package init(_ bytes: [UInt8]) throws(SafetensorsError) {
    let range = try SafetensorsHeader.range(first: bytes.prefix(8), fileSize: bytes.count)
    header = try SafetensorsHeader(
      json: Array(bytes[range]), dataSize: bytes.count - range.upperBound)
    self.bytes = bytes
    dataStart = range.upperBound
    places = Dictionary(
      uniqueKeysWithValues: header.tensors.enumerated().map { ($0.element.name, $0.offset) })
  }

  package var names: [String] { header.tensors.map(\.name) }

  /// The numbers of a tensor as 32-bit floats, each exactly as the file has it.
  package func tensor(_ name: String) throws(SafetensorsError) -> Tensor {
    guard let stored = places[name].map({ header.tensors[$0] }) else {
      throw .unknownTensor(name)
    }
    let range = dataStart + stored.bytes.lowerBound..<dataStart + stored.bytes.upperBound
    guard let numbers = stored.type.numbers(in: bytes[range]) else {
      throw .unreadableType(name, stored.type)
    }
    return Tensor(shape: stored.shape, elements: numbers)
  }
}
