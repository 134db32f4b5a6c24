extension String {
  /// The candidate that this word is most likely a slip for; nil where none is near.
  ///
  /// At most a third of the letters may differ, whatever their case; of equally near candidates the first wins.
  /// Only the first thousand candidates are looked at: more are no help, and would cost time for every slip.
  package func nearest(among candidates: some Sequence<String>) -> String? {
    let word = Array(lowercased())
    let limit = Swift.max(word.count / 3, 1)
    guard word.count <= 100 else { return nil }
    var best: (distance: Int, text: String)?
    for candidate in candidates.prefix(1_000) where candidate != self {
      let distance = editDistance(word, Array(candidate.lowercased()), atMost: limit)
      guard distance <= limit, distance < word.count else { continue }
      if distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.text
  }
}

/// How many letters must be added, dropped, changed or swapped with their neighbour, as far as `limit`.
private func editDistance(_ one: [Character], _ other: [Character], atMost limit: Int) -> Int {
  guard abs(one.count - other.count) <= limit else { return limit + 1 }
  var beforeLast: [Int] = []
  var last = Array(0...other.count)
  for i in one.indices {
    var current = [i + 1]
    for j in other.indices {
      var cost = min(last[j + 1], current[j]) + 1
      cost = min(cost, last[j] + (one[i] == other[j] ? 0 : 1))
      if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[other.count]
}
