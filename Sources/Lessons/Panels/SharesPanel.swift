import Scenes
import Text

/// Rows of weights, each as one bar that is cut into pieces.
enum SharesPanel: PanelRules {
  static let ranks = 1...2
  static let subject = "a row of weights or a matrix of them"
  static let subjectCount = 1...8
  static let optionKeys: [PanelOptionKey] = [.name, .row, .column, .from, .marks, .hatch]
  static let example = "weight[\"it\"]"

  static func options(
    _ text: PanelText, _ subjects: [NodeID], _ reader: inout StepReader
  ) -> PanelOptions? {
    let own: [PanelOptionKey] = [.from, .marks, .hatch]
    let others = text.options.filter { option in !own.contains { $0.rawValue == option.key.text } }
    var options = reader.options(others, of: subjects)
    guard let pieces = reader.axes(of: subjects[0]).last else { return options }
    if let from = text.option(.from), !from.isEmpty {
      options.scores = reader.scores(from, over: subjects)
    }
    if let marks = text.option(.marks) { options.marks = reader.marks(marks, on: pieces) }
    if let hatch = text.option(.hatch) { options.hatched = reader.places(hatch, on: pieces) }
    return options
  }
}

extension StepReader {
  /// What a row of weights is cut from: as many numbers, over the same places.
  fileprivate mutating func scores(_ text: Fragment, over subjects: [NodeID]) -> NodeID? {
    guard let node = watch(text) else { return nil }
    let (axes, pieces) = (axes(of: node), axes(of: subjects[0]))
    guard axes.count == 1, pieces.count == 1, subjects.count == 1, axes == pieces else {
      report.add(.panel(.unlikeScores(text.text)), at: text)
      return nil
    }
    return node
  }

  /// The wanted size of each piece: numbers in order, or each behind the label of its piece.
  fileprivate mutating func marks(_ text: Fragment, on axis: Axis) -> [Int: Float] {
    var marks: [Int: Float] = [:]
    var place: Int?
    for word in text.words {
      if let number = Float(word.text), number.isFinite, number >= 0 {
        let piece = place ?? marks.count
        place = nil
        guard piece < axis.size else {
          report.add(.panel(.tooManyMarks(count: axis.size)), at: word)
          return marks
        }
        marks[piece] = number
      } else {
        guard let labelled = self.place(word, among: [axis]) else { return marks }
        place = labelled
      }
    }
    if marks.isEmpty || place != nil { report.add(.panel(.unreadableMarks), at: text) }
    return marks
  }

  /// The places of several labels.
  fileprivate mutating func places(_ text: Fragment, on axis: Axis) -> [Int] {
    text.words.compactMap { place($0, among: [axis]) }
  }
}
