import Text

/// The slider that a block gives into the hand, as its author names it.
package struct SliderName: Equatable, Sendable {
  let text: String
  let location: SourceLocation
}

extension StepReader {
  /// The slider that a block names under `slider`; nil where it names none.
  mutating func sliderName(_ fields: CheckedMapping) -> SliderName? {
    fields.optionalText(SliderName.key, &report).map {
      SliderName(text: $0.text, location: report.source.location(at: $0.start))
    }
  }
}

extension SliderName {
  /// Every question, goal and run has it.
  static let key = "slider"
}
