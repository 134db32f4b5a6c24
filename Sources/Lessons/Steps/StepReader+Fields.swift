import Scenes
import Text

extension StepReader {
  /// Reads the YAML of a block against its key table.
  mutating func fields(_ raw: RawBlock, _ table: MappingKeys) -> CheckedMapping? {
    guard let value = YAMLReader.read(raw.body, &report) else { return nil }
    return CheckedMapping(value, table, at: raw.opening, &report)
  }

  /// How far a number may be off; a hundredth where the author does not say.
  mutating func tolerance(_ fields: CheckedMapping) -> Float {
    let key = NumberKey.tolerance.rawValue
    guard let tolerance = fields.number(key, &report) else { return 0.01 }
    if tolerance < 0, let text = fields.text(key, &report) {
      report.add(.question(.negativeTolerance), at: text)
    }
    return max(tolerance, 0)
  }

  /// The Markdown of a key; empty where it is missing.
  mutating func markdown(_ key: String, _ fields: CheckedMapping) -> [MarkdownBlock] {
    fields.optionalText(key, &report).map { markdown($0) } ?? []
  }
}
