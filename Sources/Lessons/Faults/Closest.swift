/// The candidate that `word` may be a slip for.
package func closest(to word: String, in candidates: some Sequence<String>) -> String? {
  let word = Array(word.lowercased().unicodeScalars.prefix(40))
  let limit = max(1, word.count / 3)
  var best: (distance: Int, text: String)?
  for text in candidates {
    let distance = editDistance(word, Array(text.lowercased().unicodeScalars.prefix(40)))
    guard distance <= limit else { continue }
    if let best, (best.distance, best.text) <= (distance, text) { continue }
    best = (distance, text)
  }
  return best?.text
}

/// How many characters have to be put in, left out, replaced or swapped with their neighbour.
private func editDistance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...other.count)
  for row in 1..<(one.count + 1) {
    var current = [row]
    for column in 1..<(other.count + 1) {
      let isSame = one[row - 1] == other[column - 1]
      var cost = min(
        last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
      if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1] {
        cost = min(cost, beforeLast[column - 2] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[other.count]
}
