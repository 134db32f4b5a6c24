import Files
import Text

/// Why a model cannot be used.
package enum ModelError: Error, Equatable, Sendable {
  case file(FileError)
  case safetensors(SafetensorsError)
  /// The file holds a model of another kind.
  case otherFamily
  /// An entry of the metadata is missing or does not mean anything.
  case metadata(String)
  case repeatedWord
  /// A tensor has other sizes than the others ask for.
  case shape(String, [Int], wanted: [Int])
  case unknownModel(String, known: [String])

  /// A sentence without its full stop, to follow the model's name.
  package var reason: String {
    switch self {
    case .file(let error): error.reason
    case .safetensors(let error): error.reason
    case .otherFamily: "it is no model of attention alone, the only kind that is read"
    case .metadata(let key): "its metadata does not say \(key)"
    case .repeatedWord: "a word stands twice in its list of words"
    case .shape(let name, let shape, let wanted):
      "\(name) is \(Self.product(shape)), but should be \(Self.product(wanted))"
    case .unknownModel(_, let known):
      known.isEmpty
        ? "no models were found" : "the models are \(known.joined(separator: ", "))"
    }
  }

  private static func product(_ sizes: [Int]) -> String {
    sizes.isEmpty ? "one number" : sizes.map(String.init).joined(separator: " × ")
  }
}
