/// The order in which definitions can be worked out: what a formula refers to comes first.
struct DefinitionOrder {
  /// Definitions by number, operands first; those in circles are left out.
  private(set) var order: [Int] = []
  /// Definitions that refer to each other in a circle.
  private(set) var cycles: [[Int]] = []

  private enum Mark {
    case open
    case done
  }

  private let references: [[Int]]
  private var marks: [Mark?]
  /// The definitions being followed, and how many of their references have been.
  private var path: [(definition: Int, followed: Int)] = []

  /// Sorts definitions by what each of them refers to.
  init(references: [[Int]]) {
    self.references = references
    marks = references.map { _ in nil }
    for start in references.indices where marks[start] == nil { follow(start) }
    let circular = Set(cycles.joined())
    order.removeAll { circular.contains($0) }
  }

  // A loop and not a recursion: a scene may be a chain of thousands of definitions.
  private mutating func follow(_ start: Int) {
    marks[start] = .open
    path = [(start, 0)]
    while let (definition, followed) = path.last {
      guard followed < references[definition].count else {
        marks[definition] = .done
        order.append(definition)
        path.removeLast()
        continue
      }
      path[path.count - 1].followed += 1
      step(to: references[definition][followed])
    }
  }

  private mutating func step(to next: Int) {
    switch marks[next] {
    case nil:
      marks[next] = .open
      path.append((next, 0))
    case .open:
      let start = path.firstIndex { $0.definition == next } ?? 0
      let cycle = path[start...].map(\.definition)
      // One report is enough for circles that share a definition.
      if Set(cycles.joined()).isDisjoint(with: cycle) { cycles.append(cycle) }
    case .done:
      break
    }
  }
}
