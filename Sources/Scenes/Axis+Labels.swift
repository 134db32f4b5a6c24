import Text

extension Axis {
  /// What might be meant by a label that the axis does not have, as a whole sentence.
  ///
  /// A word that stands there several times is named with all its labels, for `the` means the first
  /// of them. On an axis of several factors the label of one of them is a good start.
  package func advice(for label: String) -> String? {
    guard let labels, let words else { return nil }
    let longer = labels.first { $0.split(separator: "*").contains { $0 == label } }
    if let word = label.numberedWord, words.contains(word) { return namesakes(of: word) }
    guard let near = longer ?? label.nearest(among: labels) else { return nil }
    let word = labels.firstIndex(of: near).map { words[$0] } ?? near
    let isRepeated = words.count { $0 == word } > 1
    return "Did you mean \"\(near)\"?" + (isRepeated ? " " + namesakes(of: word) : "")
  }

  /// What each label of a word means, such as `"the" means the first; the second is "the_2"`.
  private func namesakes(of word: String) -> String {
    let all = zip(words ?? [], labels ?? []).filter { $0.0 == word }.map { "\"\($0.1)\"" }
    switch all.count {
    case 1: return "\"\(word)\" stands there once."
    case 2: return "\(all[0]) means the first; the second is \(all[1])."
    case let count:
      return "\(all[0]) means the first of \(count); the next is \(all[1]), "
        + "the last \(all[count - 1])."
    }
  }

  /// The words as an axis line writes them so that it gives these labels again; nil for numbers only.
  var written: [String]? {
    words.map { WordLabels(of: $0).typed == labels ? $0 : labels ?? [] }
  }
}

extension String {
  /// `the` of `the_2`; nil where no number follows a low line.
  fileprivate var numberedWord: String? {
    guard let line = lastIndex(of: "_"), line > startIndex else { return nil }
    let digits = self[index(after: line)...]
    return !digits.isEmpty && digits.allSatisfy(\.isNumber) ? String(self[..<line]) : nil
  }
}
