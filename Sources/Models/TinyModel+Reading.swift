import Tensors

extension TinyModel {
  /// The version of the metadata that is read here.
  static let format = "qkv-tiny-1"

  /// Takes a model from the bytes of its file.
  package init(_ bytes: [UInt8], name: String) throws(ModelError) {
    let file: SafetensorsFile
    do throws(SafetensorsError) { file = try SafetensorsFile(bytes) } catch {
      throw .safetensors(error)
    }
    try self.init(file, name: name)
  }

  /// Takes a model from its file, and checks that its tables fit together.
  package init(_ file: SafetensorsFile, name: String) throws(ModelError) {
    let metadata = file.header.metadata
    guard metadata["format"] == Self.format else { throw .otherFamily }
    guard let words = metadata["words"].map(Self.words), !words.isEmpty else {
      throw .metadata("its words")
    }
    let groups = (metadata["groups"] ?? "").split(separator: "|").map { Self.words(String($0)) }
    guard let list = WordList(words, groups: groups) else { throw .repeatedWord }
    guard let reach = metadata["reach"].flatMap(Self.reach) else {
      throw .metadata("how far each layer sees")
    }
    var tables = CheckedTables(file)
    self.name = name
    self.words = list
    example = metadata["example"] ?? words[0]
    self.reach = reach
    embedding = try tables.table("embedding", [words.count, nil])
    let features = embedding.rowLength
    position = try tables.table("position", [nil, features])
    unembedding = try tables.table("unembedding", [features, words.count])
    var layers: [[Head]] = []
    for layer in reach.indices { layers.append(try tables.heads(layer + 1, features)) }
    self.layers = layers
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  /// `1 0 | all 0`: one pair for each layer, behind and ahead.
  private static func reach(_ text: String) -> [Reach]? {
    let layers = text.split(separator: "|").map { words(String($0)) }
    let reach = layers.compactMap { sides -> Reach? in
      guard sides.count == 2, sides.allSatisfy({ $0 == "all" || Int($0).map { $0 >= 0 } == true })
      else { return nil }
      return Reach(behind: Int(sides[0]), ahead: Int(sides[1]))
    }
    return reach.count == layers.count && !reach.isEmpty ? reach : nil
  }
}

/// The tensors of a file, taken out one by one with the sizes that they must have.
private struct CheckedTables {
  private let file: SafetensorsFile
  /// How many heads a layer has and how many traits a head, as the first table says.
  private var heads: Int?
  private var traits: Int?

  init(_ file: SafetensorsFile) {
    self.file = file
  }

  /// A tensor of these sizes; nil is any size but 0.
  func table(_ name: String, _ wanted: [Int?]) throws(ModelError) -> Tensor {
    let tensor: Tensor
    do throws(SafetensorsError) { tensor = try file.tensor(name) } catch {
      throw .safetensors(error)
    }
    let sizes = zip(tensor.shape, wanted).map { $1 ?? max($0, 1) }
    guard tensor.shape.count == wanted.count, tensor.shape == sizes else {
      throw .shape(name, tensor.shape, wanted: wanted.map { $0 ?? 1 })
    }
    return tensor
  }

  /// The heads of a layer; all have the same sizes.
  mutating func heads(_ layer: Int, _ features: Int) throws(ModelError) -> [TinyModel.Head] {
    let query = try table("layer.\(layer).query", [heads, features, traits])
    heads = query.shape[0]
    traits = query.shape[2]
    let sizes = [query.shape[0], features, query.shape[2]]
    let key = try table("layer.\(layer).key", sizes)
    let value = try table("layer.\(layer).value", sizes)
    let output = try table("layer.\(layer).output", [sizes[0], sizes[2], features])
    return (0..<sizes[0]).map { head in
      TinyModel.Head(
        query: query.slice(head), key: key.slice(head), value: value.slice(head),
        output: output.slice(head))
    }
  }
}

extension Tensor {
  /// What lies at one place of the first axis.
  func slice(_ index: Int) -> Tensor {
    let length = count / max(shape[0], 1)
    return Tensor(
      shape: Array(shape.dropFirst()),
      elements: Array(elements[index * length..<(index + 1) * length]))
  }
}
