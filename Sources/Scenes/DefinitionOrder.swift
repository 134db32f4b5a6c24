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
  private var isCircular: [Bool]
  /// The definitions being followed.
  private var path: [Stop] = []
  /// Where each definition being followed stands on the path.
  private var places: [Int]

  /// A definition on the path.
  private struct Stop {
    let definition: Int
    /// How many of its references have been followed.
    var followed = 0
    /// The last place on the path, up to this one, whose definition is in a circle; -1 for none.
    var lastCircular: Int
  }

  /// Sorts definitions by what each of them refers to.
  init(references: [[Int]]) {
    self.references = references
    marks = references.map { _ in nil }
    isCircular = references.map { _ in false }
    places = references.map { _ in 0 }
    for start in references.indices where marks[start] == nil { follow(start) }
    order.removeAll { [isCircular] in isCircular[$0] }
  }

  // A loop and not a recursion: a scene may be a chain of thousands of definitions.
  private mutating func follow(_ start: Int) {
    open(start)
    while let stop = path.last {
      guard stop.followed < references[stop.definition].count else {
        marks[stop.definition] = .done
        order.append(stop.definition)
        path.removeLast()
        continue
      }
      path[path.count - 1].followed += 1
      step(to: references[stop.definition][stop.followed])
    }
  }

  private mutating func open(_ definition: Int) {
    marks[definition] = .open
    places[definition] = path.count
    let lastCircular = isCircular[definition] ? path.count : path.last?.lastCircular ?? -1
    path.append(Stop(definition: definition, lastCircular: lastCircular))
  }

  private mutating func step(to next: Int) {
    switch marks[next] {
    case nil: open(next)
    case .open: close(at: places[next])
    case .done: break
    }
  }

  /// Notes the circle from a place on the path to its end.
  ///
  /// One report is enough for circles that share a definition, so that all of them together hold each
  /// definition once.
  private mutating func close(at start: Int) {
    guard let last = path.last, last.lastCircular < start else { return }
    for place in start..<path.count {
      path[place].lastCircular = place
      isCircular[path[place].definition] = true
    }
    cycles.append(path[start...].map(\.definition))
  }
}
