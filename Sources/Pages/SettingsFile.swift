import Lessons
import Progress
import Terminal
import Text

/// The settings as a person writes them: a YAML text, what it asks for, and what is wrong with it.
///
/// A mistake never takes the rest away: what can be understood is used.
package struct SettingsFile: Equatable, Sendable {
  package let settings: Settings
  package let keys: KeyTable
  package let problems: [Diagnostic]
  private let source: SourceFile
  private let value: YAMLValue?

  /// `name` is what problems call the file; `base` holds where the text says nothing.
  package init(_ text: String, name: String, base: Settings = Settings()) {
    source = SourceFile(name: name, text: text)
    var report = Report(source)
    value = YAMLReader.read(source.all, &report)
    let start = Fragment(bytes: [], start: 0)
    let mapping = value.flatMap { CheckedMapping($0, SettingsKey.table, at: start, &report) }
    settings = mapping.map { Settings($0, base: base, &report) } ?? base
    keys =
      mapping?.value(SettingsKey.keys.rawValue)
      .map { KeyTable.standard.remapped(by: $0, &report) } ?? .standard
    problems = report.sorted
  }

  /// The first problem on one line, with its place; nil where all is well.
  package var firstProblem: String? {
    problems.first.map { problem in
      let file = problem.location.file.split(separator: "/").last.map(String.init) ?? ""
      return
        (["\(file):\(problem.location.line): \(problem.message)"]
        + [problem.suggestion].compactMap(\.self)).joined(separator: " ")
    }
  }

  /// The text with other values where two settings differ, and all else as it was written.
  ///
  /// nil where the text cannot be read well enough to be changed without harm.
  package func text(changing old: Settings, to new: Settings) -> String? {
    var file = self
    for key in SettingsKey.allCases {
      guard let value = key.text(in: new), value != key.text(in: old) else { continue }
      guard let text = file.text(setting: key, to: value) else { return nil }
      file = SettingsFile(text, name: source.name)
      guard key.text(in: file.settings) == value else { return nil }
    }
    return String(decoding: file.source.bytes, as: UTF8.self)
  }

  private func text(setting key: SettingsKey, to text: String) -> String? {
    guard case .mapping(let pairs, let start) = value else { return nil }
    guard let pair = pairs.first(where: { $0.key.text == key.rawValue }) else {
      return inserting("\(key.rawValue): \(text)", in: pairs, at: start)
    }
    guard case .scalar(let old) = pair.value else { return nil }
    return replacing(place(of: old), with: old.isEmpty ? " \(text)" : text)
  }

  /// Where a scalar stands, with its quotation marks.
  private func place(of scalar: Fragment) -> Range<Int> {
    let range = scalar.start..<max(scalar.place(scalar.count), scalar.start)
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    guard range.lowerBound > 0, range.upperBound < source.bytes.count,
      quotes.contains(source.bytes[range.lowerBound - 1]),
      source.bytes[range.upperBound] == source.bytes[range.lowerBound - 1]
    else { return range }
    return range.lowerBound - 1..<range.upperBound + 1
  }

  private func inserting(_ line: String, in pairs: [YAMLPair], at start: Int) -> String {
    if start < source.bytes.count, source.bytes[start] == UInt8(ascii: "{") {
      return replacing(start + 1..<start + 1, with: pairs.isEmpty ? line : line + ", ")
    }
    let end = source.bytes.count
    let isNewLine = end == 0 || source.bytes[end - 1] == UInt8(ascii: "\n")
    let column = pairs.first.map { source.location(at: $0.key.start).column } ?? 1
    let indent = String(repeating: " ", count: column - 1)
    return replacing(end..<end, with: (isNewLine ? "" : "\n") + indent + line + "\n")
  }

  private func replacing(_ range: Range<Int>, with text: String) -> String {
    let bytes = source.bytes[..<range.lowerBound] + text.utf8 + source.bytes[range.upperBound...]
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The keys of the settings file.
enum SettingsKey: String, CaseIterable {
  case theme
  case voice
  case speed
  case speaker
  case motion
  case mouse
  case linear
  case keys

  static let table = MappingKeys(
    owner: "settings file", keys: allCases.map(\.rawValue), required: [])

  /// The value as it is written; nil for what the program never writes.
  func text(in settings: Settings) -> String? {
    switch self {
    case .theme: settings.theme ?? automatic
    case .voice: settings.narration ? "on" : "off"
    case .speed: Settings.number(settings.voiceSpeed)
    case .speaker: settings.speaker ?? automatic
    case .motion: settings.motion ? "on" : "off"
    case .mouse: settings.mouse ? "on" : "off"
    case .linear: settings.linear ? "on" : "off"
    case .keys: nil
    }
  }
}

/// The theme that the terminal's own ground decides.
private let automatic = "auto"

extension Settings {
  fileprivate init(_ mapping: CheckedMapping, base: Settings, _ report: inout Report) {
    self = base
    theme = mapping.theme(&report) ?? base.theme
    if theme == automatic { theme = nil }
    narration = mapping.isOn(.voice, &report) ?? base.narration
    voiceSpeed = mapping.speed(&report) ?? base.voiceSpeed
    speaker = mapping.speaker(&report) ?? base.speaker
    if speaker == automatic { speaker = nil }
    motion = mapping.isOn(.motion, &report) ?? base.motion
    mouse = mapping.isOn(.mouse, &report) ?? base.mouse
    linear = mapping.isOn(.linear, &report) ?? base.linear
  }
}

extension CheckedMapping {
  /// The name of a theme, or `auto`.
  fileprivate func theme(_ report: inout Report) -> String? {
    guard has(SettingsKey.theme.rawValue), let text = text(SettingsKey.theme.rawValue, &report)
    else { return nil }
    let known = Theme.all.map(\.name) + [automatic]
    if known.contains(text.text) { return text.text }
    report.add(
      "There is no theme \"\(text.text)\".",
      suggestion: didYouMean(text.text.nearest(among: known), orOneOf: known), at: text)
    return nil
  }

  /// How fast the voice speaks.
  fileprivate func speed(_ report: inout Report) -> Double? {
    guard has(SettingsKey.speed.rawValue), let text = text(SettingsKey.speed.rawValue, &report)
    else { return nil }
    if let speed = Double(text.text), (0.25...4).contains(speed) { return speed }
    report.add(
      "\"speed\" is a number from 0.25 to 4, not \"\(text.text)\".", suggestion: "Write speed: 1",
      at: text)
    return nil
  }

  /// The name of a voice, which the speech program is given as it stands.
  fileprivate func speaker(_ report: inout Report) -> String? {
    guard has(SettingsKey.speaker.rawValue), let text = text(SettingsKey.speaker.rawValue, &report)
    else { return nil }
    let isName =
      text.text.first?.isLetter == true && text.text.count <= 60
      && text.text.allSatisfy { $0.isLetter || $0.isNumber || "+-_. ()".contains($0) }
    if isName { return text.text }
    report.add(
      "\"speaker\" is the name of a voice, not \"\(text.text)\".",
      suggestion: "Write speaker: auto",
      at: text)
    return nil
  }

  /// A switch; YAML's other words for on and off are understood.
  fileprivate func isOn(_ key: SettingsKey, _ report: inout Report) -> Bool? {
    guard has(key.rawValue), let text = text(key.rawValue, &report) else { return nil }
    switch text.text.lowercased() {
    case "on", "yes", "true": return true
    case "off", "no", "false": return false
    case _:
      report.add(
        "\"\(key.rawValue)\" is on or off, not \"\(text.text)\".",
        suggestion: "Write \(key.rawValue): on", at: text)
      return nil
    }
  }
}
