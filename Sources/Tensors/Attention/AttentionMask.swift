/// What queries may not look at, and what is added to scores.
package struct AttentionMask: Equatable, Sendable {
  /// How many keys before its own a query sees.
  let back: Int
  /// How many keys after its own a query sees.
  let ahead: Int
  /// How a table of numbers that are added to the scores lies in memory; nil where there is none.
  let table: Table?

  /// The distances in memory from one query and from one key to the next; 0 repeats.
  struct Table: Equatable {
    let queryStride: Int
    let keyStride: Int
  }

  /// More than any axis has, and far from overflow.
  private static let any = Int.max / 4

  package static let none = AttentionMask(back: any, ahead: any, table: nil)

  /// A query sees its own key and those before it.
  package static let causal = AttentionMask(back: any, ahead: 0, table: nil)

  /// A query sees its own key and the `width − 1` before it.
  package static func window(_ width: Int) -> AttentionMask {
    AttentionMask(back: width - 1, ahead: 0, table: nil)
  }

  /// Numbers are added to the scores; −∞ hides.
  package static func table(queryStride: Int, keyStride: Int) -> AttentionMask {
    AttentionMask(
      back: any, ahead: any, table: Table(queryStride: queryStride, keyStride: keyStride))
  }

  /// How many numbers the table of one place must have at least.
  func extent(_ size: AttentionSize) -> Int {
    guard let table else { return 0 }
    return (size.queries - 1) * table.queryStride + (size.keys - 1) * table.keyStride + 1
  }

  /// Where the numbers that are added to a query's scores lie in the table of one place.
  package func places(of query: Int, keys: Int) -> [Int] {
    guard let table else { return [] }
    let count = table.keyStride == 0 ? 1 : keys
    return (0..<count).map { query * table.queryStride + $0 * table.keyStride }
  }

  /// The keys among so many that a query sees.
  @inline(__always)
  func keys(of query: Int, among count: Int) -> Range<Int> {
    let start = min(max(0, query - back), count)
    return start..<max(start, min(count, query + ahead + 1))
  }

  /// The keys from the first to the last that any of these queries sees.
  func keys(of queries: Range<Int>, among count: Int) -> Range<Int> {
    let first = keys(of: queries.lowerBound, among: count)
    let last = keys(of: queries.upperBound - 1, among: count)
    return first.lowerBound..<last.upperBound
  }

  /// The queries among these that see a key.
  @inline(__always)
  func queries(of key: Int, among queries: Range<Int>) -> Range<Int> {
    (key - ahead..<key + back + 1).clamped(to: queries)
  }

  /// Whether all queries of a tile see all of its keys, a table apart.
  func shows(_ tile: Tile) -> Bool {
    guard let last = tile.keys.last else { return true }
    // What lies between two keys that a query sees, it sees too.
    return queries(of: tile.keys.lowerBound, among: tile.queries) == tile.queries
      && queries(of: last, among: tile.queries) == tile.queries
  }
}
