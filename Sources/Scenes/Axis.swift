/// One direction of a matrix: a name, a size and perhaps a word for each place.
package struct Axis: Hashable, Sendable {
  package let name: String
  package let size: Int
  /// What the text says at each place; a sentence may say a word twice.
  package let words: [String]?
  /// What one types to mean a place, different for each: the second `the` is `the_2`.
  package let labels: [String]?
  /// The labels as tables and pictures show them: the second `the` is `the₂`.
  package let shownLabels: [String]?
  /// For a part of another axis what it is, as written: `token[0:t]`.
  package let part: String?

  /// An axis whose places have numbers only.
  package init(name: String, size: Int) {
    self.init(name: name, size: size, words: nil, labels: nil, shownLabels: nil)
  }

  init(
    name: String, size: Int, words: [String]?, labels: [String]?, shownLabels: [String]?,
    part: String? = nil
  ) {
    self.name = name
    self.size = size
    self.words = words
    self.labels = labels
    self.shownLabels = shownLabels
    self.part = part
  }

  /// An axis over the first words of a text, or over all of them and further places with numbers.
  ///
  /// The labels are those of the whole text, so that a place keeps its label when others go.
  init(name: String, size: Int, words: [String]) {
    let numbered = words + (words.count..<max(size, words.count)).map(String.init)
    let labels = WordLabels(of: numbered)
    self.init(
      name: name, size: size, words: Array(numbered.prefix(size)),
      labels: Array(labels.typed.prefix(size)), shownLabels: Array(labels.shown.prefix(size)))
  }

  /// An axis over some places of another, which keep their labels, or their numbers as labels.
  init(name: String, part: Range<Int>, of parent: Axis, written: String) {
    func slice(_ texts: [String]?) -> [String]? { texts.map { Array($0[part]) } }
    // Nobody reads the labels of more places, and each would take memory.
    let numbers = part.count <= 4_096 ? part.map(String.init) : nil
    let isNumbered = parent.labels == nil
    self.init(
      name: name, size: part.count, words: slice(parent.words),
      labels: isNumbered ? numbers : slice(parent.labels),
      shownLabels: isNumbered ? numbers : slice(parent.shownLabels), part: written)
  }

  /// The label of place `index`, or its number where the axis has no labels.
  package func label(_ index: Int) -> String { labels?[index] ?? String(index) }

  /// The label of place `index` as tables and pictures show it.
  package func shownLabel(_ index: Int) -> String { shownLabels?[index] ?? String(index) }

  /// The place that a label means, in either spelling; a repeated word means its first place.
  package func place(of label: String) -> Int? {
    labels?.firstIndex(of: label) ?? shownLabels?.firstIndex(of: label)
  }
}

extension [Axis] {
  /// Where the cell of this number, counted row by row, stands on each axis.
  package func places(of cell: Int) -> [Int] {
    var rest = cell
    let places = reversed().map { axis in
      defer { rest /= axis.size }
      return rest % axis.size
    }
    return places.reversed()
  }

  /// What the cell of this number is called on each axis, as one types it.
  package func labels(of cell: Int) -> [String] {
    zip(self, places(of: cell)).map { $0.label($1) }
  }
}
