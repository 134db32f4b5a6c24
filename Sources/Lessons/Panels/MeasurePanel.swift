import Scenes
import Text

/// How long attention takes on this machine, for each length in a vector.
enum MeasurePanel: PanelRules {
  static let ranks = 1...1
  static let subject = "a vector of lengths"
  static let optionKeys: [PanelOptionKey] = [.name, .time, .heads, .dim]
  static let example = "words time=milliseconds"

  static func options(
    _ text: PanelText, _ subjects: [NodeID], _ reader: inout StepReader
  ) -> PanelOptions? {
    let own: [PanelOptionKey] = [.time, .heads, .dim]
    let others = text.options.filter { option in !own.contains { $0.rawValue == option.key.text } }
    var options = reader.options(others, of: subjects)
    guard let time = text.option(.time) else {
      reader.report.add(.panel(.missingTimes(subject: text.subjects[0].text)), at: text.kind)
      return nil
    }
    guard let times = reader.times(time, over: subjects[0]) else { return nil }
    let heads = reader.size(text.option(.heads), .heads, usually: 12, most: 64)
    let dim = reader.size(text.option(.dim), .dim, usually: 64, most: 256)
    options.measurement = MeasurementOptions(times: times, heads: heads, dim: dim)
    return options
  }
}

/// What a `measure` panel measures, and where its results go.
package struct MeasurementOptions: Equatable, Sendable {
  /// The input that takes the milliseconds, one for each length.
  package let times: NodeID
  package let heads: Int
  /// The numbers of each query and key.
  package let dim: Int
}

extension StepReader {
  fileprivate mutating func times(_ name: Fragment, over lengths: NodeID) -> NodeID? {
    guard !name.isEmpty, let node = watch(name), let scene else { return nil }
    if scene.isInput(node), scene.name(of: node) != nil, axes(of: node) == axes(of: lengths) {
      return node
    }
    report.add(.panel(.unfitTimes(name.text)), at: name)
    return nil
  }

  fileprivate mutating func size(
    _ text: Fragment?, _ key: PanelOptionKey, usually: Int, most: Int
  ) -> Int {
    guard let text, !text.isEmpty else { return usually }
    if let size = Int(text.text), (1...most).contains(size) { return size }
    report.add(.panel(.unfitSize(option: key.rawValue, most: most)), at: text)
    return usually
  }
}
