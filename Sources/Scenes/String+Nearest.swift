extension String {
  /// The candidate that a slip of the fingers is most likely to have meant.
  ///
  /// At most a third of the letters may differ; of equally near ones the first wins.
  func nearest(among candidates: [String]) -> String? {
    let farthest = Swift.max(count / 3, 1)
    let distances = candidates.prefix(1_000).map { ($0, distance(to: $0, atMost: farthest)) }
    let near = distances.filter { $0.1 <= farthest && $0.1 < count && $0.0 != self }
    return near.min { $0.1 < $1.1 }?.0
  }

  /// How many letters must be added, dropped, changed or swapped with their neighbour.
  private func distance(to other: String, atMost limit: Int) -> Int {
    let (a, b) = (Array(lowercased()), Array(other.lowercased()))
    if Swift.abs(a.count - b.count) > limit || a.count > 100 { return limit + 1 }
    var before: [Int] = []
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var best = Swift.min(row[j + 1], next[j]) + 1
        best = Swift.min(best, row[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = Swift.min(best, before[j - 1] + 1)
        }
        next.append(best)
      }
      (before, row) = (row, next)
    }
    return row[b.count]
  }
}
