import Scenes
import Text
import YAMLShim

/// Reads YAML; the only file that knows the YAML library.
package struct YAMLReader {
  private let fragment: Fragment
  private let source: SourceFile
  private let firstLine: Int
  private let reading: UnsafeMutableRawPointer
  private var event = qkv_yaml_event()
  /// Keys that their mapping has already, and in which line; the first is the one that counts.
  private var repeated: [(key: Fragment, line: Int)] = []

  /// Reads a piece of the file; nil where it is not YAML, which is then in the report.
  package static func read(_ fragment: Fragment, _ report: inout Report) -> YAMLValue? {
    if let danger = YAMLDanger.first(in: fragment) {
      report.add(.yaml(.unwelcome(danger.what)), at: fragment.place(danger.index))
      return nil
    }
    return fragment.bytes.withUnsafeBufferPointer { text in
      guard let reading = qkv_yaml_open(text.baseAddress, text.count) else {
        report.add(.yaml(.syntax("it cannot be read")), at: fragment.start)
        return nil
      }
      defer { qkv_yaml_close(reading) }
      var reader = YAMLReader(fragment, report.source, reading)
      defer {
        for (key, line) in reader.repeated {
          report.add(.yaml(.repeatedKey(key.text, line: line)), at: key)
        }
      }
      do throws(Trouble) {
        return try reader.document()
      } catch {
        report.add(.yaml(error.mistake), at: error.place, length: error.length)
        return nil
      }
    }
  }

  private init(_ fragment: Fragment, _ source: SourceFile, _ reading: UnsafeMutableRawPointer) {
    self.fragment = fragment
    self.source = source
    self.reading = reading
    firstLine = source.lineIndex(at: fragment.start)
  }

  /// What stops the reading.
  private struct Trouble: Error {
    let mistake: YAMLError
    let place: Int
    var length = 1
  }

  /// The only document of the text; an empty mapping where there is none.
  private mutating func document() throws(Trouble) -> YAMLValue {
    guard try next() != QKV_YAML_END else { return .mapping([], at: fragment.start) }
    try next()
    let value = try value()
    guard try next() == QKV_YAML_END else {
      let sentence = "but found another document expected a single document in the stream"
      throw Trouble(mistake: .syntax(sentence), place: place)
    }
    return value
  }

  @discardableResult
  private mutating func next() throws(Trouble) -> qkv_yaml_kind {
    guard qkv_yaml_next(reading, &event) != 0 else { throw problem }
    return qkv_yaml_kind(UInt32(event.kind))
  }

  /// The value that begins with the event that was read last.
  private mutating func value() throws(Trouble) -> YAMLValue {
    let start = place
    switch qkv_yaml_kind(UInt32(event.kind)) {
    case QKV_YAML_SCALAR: return .scalar(scalar(at: start))
    case QKV_YAML_SEQUENCE: return .sequence(try sequence(), at: start)
    case QKV_YAML_MAPPING: return .mapping(try mapping(), at: start)
    default:
      // Anchors have no place in a lesson, so there is nothing to repeat.
      throw Trouble(mistake: .syntax("found undefined alias"), place: start)
    }
  }

  private mutating func sequence() throws(Trouble) -> [YAMLValue] {
    var values: [YAMLValue] = []
    while try next() != QKV_YAML_CLOSE { values.append(try value()) }
    return values
  }

  private mutating func mapping() throws(Trouble) -> [YAMLPair] {
    var pairs: [YAMLPair] = []
    while try next() != QKV_YAML_CLOSE {
      let key = try value()
      try next()
      pairs.append(YAMLPair(key: key.name, value: try value()))
    }
    noteRepeated(pairs)
    return pairs
  }

  private mutating func noteRepeated(_ pairs: [YAMLPair]) {
    var lines: [String: Int] = [:]
    for pair in pairs {
      if let line = lines[pair.key.text] {
        repeated.append((pair.key, line))
      } else {
        lines[pair.key.text] = source.lineIndex(at: pair.key.start) + 1
      }
    }
  }

  private func scalar(at start: Int) -> Fragment {
    let style: ScalarStyle =
      switch qkv_yaml_style(UInt32(event.style)) {
      case QKV_YAML_SINGLE_QUOTED: .singleQuoted
      case QKV_YAML_DOUBLE_QUOTED: .doubleQuoted
      case QKV_YAML_BLOCK: .block
      default: .plain
      }
    let text = UnsafeBufferPointer(start: event.text, count: event.length)
    return ScalarPlaces.fragment(
      withoutControls(text), style: style, at: start, in: source.bytes)
  }

  /// Where in the file the last event begins.
  private var place: Int { place(line: event.line, column: event.column) }

  /// The library counts Unicode scalars.
  private func place(line: Int, column: Int) -> Int {
    let line = firstLine + line
    guard line < source.lineStarts.count else { return source.bytes.count }
    let range = source.lineRange(line)
    var place = range.lowerBound
    for _ in 0..<column where place < range.upperBound {
      place += 1
      while place < range.upperBound, source.bytes[place] & 0xC0 == 0x80 { place += 1 }
    }
    return place
  }

  /// Why there was no next event.
  private var problem: Trouble {
    var problem = qkv_yaml_problem()
    qkv_yaml_explain(reading, &problem)
    let words = [problem.sentence, problem.context].compactMap(\.self).map { String(cString: $0) }
    return Trouble(
      mistake: .syntax(words.isEmpty ? "it cannot be read" : words.joined(separator: " ")),
      place: problem.has_place != 0
        ? place(line: problem.line, column: problem.column) : fragment.start)
  }
}

extension YAMLValue {
  /// What it says as a key; nothing where it is no text.
  fileprivate var name: Fragment {
    if case .scalar(let fragment) = self { fragment } else { Fragment(bytes: [], start: start) }
  }
}
