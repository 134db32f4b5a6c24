import Text

/// What is wrong with a safetensors file; a name is as the file has it.
package enum SafetensorsError: Error, Equatable, Sendable {
  /// No room for the eight bytes that say how long the header is.
  case tooShort(bytes: Int)
  case headerTooLong(UInt64)
  case headerBeyondEnd(UInt64, bytes: Int)
  case notUTF8
  /// The header is no JSON of the right shape; `byte` counts from the header's start.
  case unexpected(byte: Int, wanted: String)
  /// A key stands twice in one object.
  case twice(String)
  case nameTooLong(byte: Int)
  case tooManyTensors
  case unknownType(String, type: String)
  case missing(String, key: String)
  /// The bytes run backwards or do not begin where those of the tensor before end.
  case misplaced(String, start: Int, end: Int, wanted: Int)
  /// The product of the sizes is larger than any file.
  case sizeOverflow(String)
  case otherLength(String, bytes: Int, wanted: Int)
  /// The last tensor does not end where the file ends.
  case otherEnd(Int, wanted: Int)
  case unreadableType(String, StoredNumber)
  case unknownTensor(String)

  /// One sentence without its full stop, to follow the file's name.
  package var reason: String {
    switch self {
    case .tooShort(let bytes):
      "it has \(counted(bytes, "byte")), too few for the length of a header"
    case .headerTooLong(let length):
      "its header would be \(length) bytes long; at most \(SafetensorsHeader.mostBytes) are read"
    case .headerBeyondEnd(let length, let bytes):
      "its header would be \(length) bytes long, but the file has \(bytes) bytes"
    case .notUTF8: "its header is not UTF-8"
    case .unexpected(let byte, let wanted): "byte \(byte) of its header should be \(wanted)"
    case .twice(let key): "its header says \(Self.shown(key)) twice"
    case .nameTooLong(let byte):
      "a name before byte \(byte) of its header is longer than \(SafetensorsHeader.longestName) bytes"
    case .tooManyTensors: "it has more than \(SafetensorsHeader.mostTensors) tensors"
    case .unknownType(let name, let type):
      "\(Self.shown(name)) holds numbers of the unknown type \(Self.shown(type))"
    case .missing(let name, let key): "\(Self.shown(name)) lacks \(key)"
    case .misplaced(let name, let start, let end, let wanted):
      "\(Self.shown(name)) lies at bytes \(start) to \(end), but should start at byte \(wanted)"
    case .sizeOverflow(let name): "the sizes of \(Self.shown(name)) are larger than any file"
    case .otherLength(let name, let bytes, let wanted):
      "\(Self.shown(name)) has \(counted(bytes, "byte")), but its sizes need \(wanted)"
    case .otherEnd(let end, let wanted):
      "its tensors end at byte \(end) of the data, but the file at byte \(wanted)"
    case .unreadableType(let name, let type):
      "\(Self.shown(name)) holds numbers of the type \(type.rawValue); only F32, F16 and BF16 are read"
    case .unknownTensor(let name): "it has no tensor \(Self.shown(name))"
    }
  }

  /// A name from the file in quotation marks, with nothing in it that drives a terminal.
  private static func shown(_ name: String) -> String { "\"\(name.printableOnOneLine)\"" }
}
