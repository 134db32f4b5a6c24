import Scenes
import Text

extension Header {
  /// Reads the front matter of a lesson; nil where a required key is missing or wrong.
  static func read(_ matter: Fragment, _ report: inout Report) -> Header? {
    let opening = Fragment(bytes: Array("---".utf8), start: 0)
    guard let value = YAMLReader.read(matter, &report),
      let fields = CheckedMapping(value, HeaderKey.table, at: opening, &report)
    else { return nil }
    checkVersion(fields, &report)
    let needs = fields.texts(HeaderKey.needs.rawValue, &report)
    let objectives = fields.texts(HeaderKey.objectives.rawValue, &report)
    let further = readings(fields, &report)
    let uses = fields.texts(HeaderKey.use.rawValue, &report)
    let language = fields.optionalText(HeaderKey.lang.rawValue, &report)?.text ?? "en"
    let id = name(fields, &report)
    let title = fields.text(HeaderKey.title.rawValue, &report)
    let summary = fields.text(HeaderKey.summary.rawValue, &report)
    let minutes = fields.count(HeaderKey.minutes.rawValue, &report)
    guard let id, let title, let summary, let minutes else { return nil }
    return Header(
      id: id.text, title: title.text, summary: summary.text.onOneLine, minutes: minutes,
      needs: needs.map(\.text), objectives: objectives.map(\.text.onOneLine), language: language,
      further: further, idLocation: report.source.location(at: id.start),
      needLocations: needs.map { report.source.location(at: $0.start) }, uses: uses)
  }

  private static func name(_ fields: CheckedMapping, _ report: inout Report) -> Fragment? {
    guard let id = fields.text(HeaderKey.id.rawValue, &report) else { return nil }
    guard id.isName else {
      report.add(.frame(.badName(id.text, what: "id of a lesson")), at: id)
      return nil
    }
    return id
  }

  private static func readings(_ fields: CheckedMapping, _ report: inout Report) -> [Reading] {
    let list = fields.list(HeaderKey.further.rawValue, &report) ?? []
    return list.compactMap { reading($0, &report) }
  }

  private static func reading(_ value: YAMLValue, _ report: inout Report) -> Reading? {
    if case .scalar(let text) = value {
      return Reading(title: text.trimmed.text.onOneLine, place: nil, address: nil)
    }
    let here = Fragment(bytes: [], start: value.start)
    guard let fields = CheckedMapping(value, ReadingKey.table, at: here, &report),
      let title = fields.text(ReadingKey.title.rawValue, &report)
    else { return nil }
    let place =
      fields.optionalText(ReadingKey.where.rawValue, &report)
      ?? fields.optionalText(ReadingKey.section.rawValue, &report)
    return Reading(
      title: title.text.onOneLine, place: place?.text.onOneLine,
      address: fields.optionalText(ReadingKey.url.rawValue, &report)?.text)
  }
}

/// Notes a version that this program does not read.
func checkVersion(_ fields: CheckedMapping, _ report: inout Report) {
  guard let version = fields.text("qkv", &report), version.text != "1" else { return }
  report.add(.yaml(.wrongVersion(version.text)), at: version)
}

extension CheckedMapping {
  /// The text of a key that may be missing.
  func optionalText(_ key: String, _ report: inout Report) -> Fragment? {
    has(key) ? text(key, &report) : nil
  }
}

extension String {
  /// With its line feeds as spaces.
  var onOneLine: String {
    let isOneLine = utf8.withContiguousStorageIfAvailable { !$0.contains(0x0A) }
    return isOneLine == true ? self : split(separator: "\n").joined(separator: " ")
  }
}
