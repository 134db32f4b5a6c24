import Files
import Scenes
import Tensors

/// The models that scenes may name, by the names of their files; each is read once.
package final class ModelLibrary: Sendable {
  private let directories: [String]
  private let mutex = Mutex()
  // Read and written inside the mutex alone.
  private nonisolated(unsafe) var loaded: [String: Result<TinyModel, ModelError>] = [:]

  /// - Parameter directories: where models lie; of two of one name the first counts.
  package init(directories: [String]) {
    self.directories = directories
  }

  /// The names of all models, those of a training's steps behind their model.
  package var names: [String] {
    let files = directories.flatMap { (try? Folder.names(in: $0)) ?? [] }
    let names = files.filter { $0.hasSuffix(Self.suffix) }
      .map { String($0.dropLast(Self.suffix.count)) }
    return Set(names.filter(Self.isName)).sorted {
      let (one, other) = ($0.stepParts, $1.stepParts)
      return (one.model, one.step ?? -1) < (other.model, other.step ?? -1)
    }
  }

  package func model(_ name: String) throws(ModelError) -> TinyModel {
    try mutex.take {
      let result = loaded[name] ?? Result { () throws(ModelError) in try read(name) }
      loaded[name] = result
      return result
    }.get()
  }

  private static let suffix = ".safetensors"
  private static let limit = SizeLimit(megabytes: 64, of: "a model")

  private func read(_ name: String) throws(ModelError) -> TinyModel {
    let paths = directories.map { "\($0)/\(name)\(Self.suffix)" }
    guard Self.isName(name), let path = paths.first(where: { FileKind(at: $0) != nil }) else {
      throw .unknownModel(name, known: names)
    }
    let bytes: [UInt8]
    do throws(FileError) { bytes = try FileReader(limit: Self.limit).read(path) } catch {
      throw .file(error)
    }
    return try TinyModel(bytes, name: name)
  }

  /// A name never leads out of the folders.
  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }
}

extension String {
  /// The name of a model as its model and the step of its training, as in `echo-400`; steps sort as numbers.
  var stepParts: (model: String, step: Int?) {
    guard let dash = lastIndex(of: "-"), let step = Int(self[index(after: dash)...]) else {
      return (self, nil)
    }
    return (String(self[..<dash]), step)
  }
}
