import Lessons
import Scenes
import Text

/// A sentence that is said of a step.
package struct Caption: Equatable, Sendable {
  package let text: String
  /// What of the pictures it is about, where it names something that is shown.
  package let place: SpokenPlace?

  /// How long it takes to say at the usual speed, in milliseconds: about 170 words a minute.
  package var duration: Int { Self.pause + Self.perLetter * text.count }

  private static let pause = 500
  private static let perLetter = 60
}

/// What of a step's pictures a sentence is about.
package struct SpokenPlace: Equatable, Sendable {
  /// Counted from 0.
  package let panel: Int
  /// nil where it is about the panel as a whole.
  package let cursor: PanelCursor?
}

extension StepState {
  /// What an utterance says, sentence by sentence.
  package func captions(of utterance: Utterance) -> [Caption] {
    markedWords(of: utterance).split(separator: "\n").flatMap { SpokenMark.sentences(of: $0) }
      .compactMap { sentence in
        let text = SpokenMark.stripped(sentence)
        return text.isEmpty ? nil : Caption(text: text, place: SpokenMark.place(in: sentence))
      }
  }

  /// Where a cell stands in the first panel that shows it.
  package func spokenPlace(of entry: Entry) -> SpokenPlace? {
    let entry = scene.source(of: entry)
    for panel in panels.indices {
      if let cursor = cursor(on: entry, in: panel) {
        return SpokenPlace(panel: panel, cursor: cursor)
      }
    }
    return nil
  }

  /// The first panel that shows a matrix.
  func spokenPlace(ofMatrix name: String) -> SpokenPlace? {
    guard let node = scene.definition(name)?.node else { return nil }
    let panel = panels.firstIndex { panel in
      panel.subjects.contains { scene.source(of: Entry(node: $0, index: 0)).node == node }
    }
    return panel.map { SpokenPlace(panel: $0, cursor: nil) }
  }

  /// Larger tables are not searched: nobody would find the cell either.
  private static let mostCells = 4_096

  private func cursor(on entry: Entry, in panel: Int) -> PanelCursor? {
    guard let extent = extent(of: panel) else { return nil }
    let layers = max(layerCount(of: panel), 1)
    guard extent.rows * extent.columns * layers <= Self.mostCells else { return nil }
    for stack in 0..<layers {
      for row in 0..<extent.rows {
        for column in 0..<extent.columns {
          let cursor = PanelCursor(row: row, column: column, stack: stack)
          if self.entry(at: cursor, of: panel).map(scene.source) == entry { return cursor }
        }
      }
    }
    return nil
  }
}

/// Signs in spoken words that say what of the pictures they are about; no text that is shown holds them.
enum SpokenMark {
  private static let panels: UInt32 = 0xF0000
  private static let places: UInt32 = 0x100000
  private static let most = 0xFFFD

  /// The sign of a place; nothing where there is none, or none that can be written.
  static func sign(of place: SpokenPlace?) -> String {
    guard let place else { return "" }
    let cursor = place.cursor.map { [$0.row, $0.column, $0.stack] } ?? []
    guard ([place.panel] + cursor).allSatisfy({ (0...most).contains($0) }) else { return "" }
    let scalars = [panels + UInt32(place.panel)] + cursor.map { places + UInt32($0) }
    return scalars.compactMap(Unicode.Scalar.init).reduce(into: "") { text, scalar in
      text.unicodeScalars.append(scalar)
    }
  }

  /// The text without its signs.
  static func stripped(_ text: some StringProtocol) -> String {
    var stripped = ""
    for scalar in text.unicodeScalars where scalar.value < panels {
      stripped.unicodeScalars.append(scalar)
    }
    return stripped.split(separator: " ").joined(separator: " ")
  }

  /// The first cell that a text is about, or else the first panel.
  static func place(in text: some StringProtocol) -> SpokenPlace? {
    var found: [SpokenPlace] = []
    var numbers: [Int] = []
    for scalar in text.unicodeScalars where scalar.value >= panels {
      if scalar.value < places {
        numbers = []
        found.append(SpokenPlace(panel: Int(scalar.value - panels), cursor: nil))
        continue
      }
      numbers.append(Int(scalar.value - places))
      if numbers.count == 3, let last = found.popLast() {
        let cursor = PanelCursor(row: numbers[0], column: numbers[1], stack: numbers[2])
        found.append(SpokenPlace(panel: last.panel, cursor: cursor))
      }
    }
    return found.first { $0.cursor != nil } ?? found.first
  }

  /// A paragraph in its sentences: each ends with its stop and a space.
  static func sentences(of paragraph: Substring) -> [Substring] {
    var sentences: [Substring] = []
    var start = paragraph.startIndex
    var isAfterStop = false
    for index in paragraph.indices {
      let character = paragraph[index]
      if isAfterStop, character == " " {
        sentences.append(paragraph[start..<index])
        start = index
      }
      isAfterStop = ".?!…".contains(character)
    }
    return sentences + [paragraph[start...]]
  }
}
