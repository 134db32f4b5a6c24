import Text

/// A different label for each word of a text: the second `the` is `the_2`, or `the_3` where the text
/// itself says `the_2` somewhere.
struct WordLabels {
  /// As one types them: `the_2`.
  private(set) var typed: [String] = []
  /// As a page shows them: `the₂`.
  private(set) var shown: [String] = []

  init(of words: [String]) {
    let taken = Set(words)
    guard taken.count < words.count else {
      (typed, shown) = (words, words)
      return
    }
    var counts: [String: Int] = [:]
    for word in words {
      var number = counts[word, default: 0] + 1
      while number > 1, taken.contains("\(word)_\(number)") { number += 1 }
      counts[word] = number
      typed.append(number == 1 ? word : "\(word)_\(number)")
      shown.append(number == 1 ? word : word + (ScriptLetters.lowered(String(number)) ?? ""))
    }
  }
}
