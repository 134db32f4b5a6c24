/// The cheapest of what was offered, the cheapest first; of equals the one that came earlier.
struct Shortlist<Item> {
  struct Entry {
    let item: Item
    let cost: Int
  }

  private let limit: Int
  private(set) var entries: [Entry] = []

  /// - Precondition: `limit` is above 0.
  init(limit: Int) {
    self.limit = limit
    entries.reserveCapacity(limit + 1)
  }

  /// Whether something at this cost would find a place.
  func admits(_ cost: Int) -> Bool {
    entries.count < limit || cost < entries[limit - 1].cost
  }

  mutating func insert(_ item: Item, cost: Int) {
    guard admits(cost) else { return }
    var place = entries.count
    while place > 0, cost < entries[place - 1].cost { place -= 1 }
    entries.insert(Entry(item: item, cost: cost), at: place)
    if entries.count > limit { entries.removeLast() }
  }
}
