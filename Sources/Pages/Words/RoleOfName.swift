import Playground
import Scenes
import Terminal

/// Which colour a name of the field wears; the same everywhere.
package enum RoleOfName {
  /// The role of a matrix by its name: `Q` and `W_q` are queries, `output` is an output.
  package static func role(of name: String) -> Role? {
    guard let first = name.utf8.first, initials.contains(first | 0x20) else { return nil }
    if let role = exact[name.lowercased()] { return role }
    let base = name.split(separator: "_").first.map { $0.lowercased() } ?? ""
    return base == "w" ? nil : exact[base]
  }

  /// The role of a matrix, or of the named one that it shows a part of.
  static func role(of node: NodeID, in scene: Scene) -> Role? {
    scene.name(of: scene.source(of: Entry(node: node, index: 0)).node).flatMap(role)
  }

  /// The small letters with which the names in the table begin: most names need no more than a look.
  private static let initials = Array(Set(exact.keys.compactMap(\.utf8.first)))

  private static let exact: [String: Role] = [
    "q": .query, "w_q": .query, "wq": .query, "query": .query, "queries": .query,
    "k": .key, "w_k": .key, "wk": .key, "key": .key, "keys": .key,
    "v": .value, "w_v": .value, "wv": .value, "value": .value, "values": .value,
    "weight": .output, "weights": .output, "output": .output, "outputs": .output,
  ]
}
