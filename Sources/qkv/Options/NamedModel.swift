import Models
import Text

extension ModelLibrary {
  /// A model by its name; what is wrong with it is said in a sentence.
  func named(_ name: String) throws(CommandFailure) -> TinyModel {
    do {
      return try model(name)
    } catch .unknownModel(let name, let known) {
      let advice =
        name.nearest(among: known).map { "Did you mean \($0)?" }
        ?? (known.isEmpty
          ? "None were found beside the program." : "There are \(known.joined(separator: ", ")).")
      throw CommandFailure("There is no model \(name). \(advice)")
    } catch {
      throw CommandFailure("The model \(name) cannot be read: \(error.reason).")
    }
  }
}

extension HeadPlace {
  /// A head as it is written on the command line, such as `2.1`.
  init(named name: String, in model: TinyModel) throws(CommandFailure) {
    let parts = name.split(separator: ".").compactMap { Int($0) }
    guard parts.count == 2 else {
      throw CommandFailure("\(name) names no head. Write a layer and a head, such as 2.1.")
    }
    self = try HeadPlace(layer: parts[0], head: parts[1]).confirmed(in: model)
  }

  func confirmed(in model: TinyModel) throws(CommandFailure) -> HeadPlace {
    guard model.places.contains(self) else {
      throw CommandFailure(
        "\(model.name) has no head \(name). Its layers are 1 to \(model.layerCount), "
          + "with heads 1 to \(model.headCount).")
    }
    return self
  }
}
