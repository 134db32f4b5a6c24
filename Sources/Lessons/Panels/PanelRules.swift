import Scenes
import Text

/// How one kind of panel is written: what it shows, and with which options.
protocol PanelRules {
  /// How many axes a subject may have.
  static var ranks: ClosedRange<Int> { get }
  /// What a subject is, in words.
  static var subject: String { get }
  /// How many expressions it shows together.
  static var subjectCount: ClosedRange<Int> { get }
  /// The keys of `key=value`.
  static var optionKeys: [PanelOptionKey] { get }
  /// What may follow the kind, for a message.
  static var example: String { get }

  /// Notes what else is wrong with a subject.
  static func check(_ subject: Fragment, _ node: NodeID, _ reader: inout StepReader)

  /// The options; nil where one is missing that the panel cannot do without, which is then in the
  /// report.
  static func options(
    _ text: PanelText, _ subjects: [NodeID], _ reader: inout StepReader
  ) -> PanelOptions?
}

extension PanelRules {
  static var subjectCount: ClosedRange<Int> { 1...1 }
  static var example: String { "weight" }

  static func check(_ subject: Fragment, _ node: NodeID, _ reader: inout StepReader) {}

  static func options(
    _ text: PanelText, _ subjects: [NodeID], _ reader: inout StepReader
  ) -> PanelOptions? {
    reader.options(text.options, of: subjects)
  }
}

/// The keys of `key=value` in a panel.
enum PanelOptionKey: String, CaseIterable {
  case name
  case row
  case column
  case x
  case y
  case from
  case to
  case sum
  case heat
  case rows
  case angle
  case each
  case scale
  case log
  case over
  case pin
  case query
  case key
  case value
  case marks
  case hatch
  case time
  case heads
  case dim
}
