import Scenes
import Yams

/// Reads YAML; the only file that knows the YAML library.
struct YAMLReader {
  private let fragment: Fragment
  private let firstLine: Int

  /// Reads a piece of the file; nil where it is not YAML, which is then in the report.
  static func read(_ fragment: Fragment, _ report: inout Report) -> YAMLValue? {
    if let danger = YAMLDanger.first(in: fragment) {
      report.add(.yaml(.unwelcome(danger.what)), at: fragment.place(danger.index))
      return nil
    }
    let reader = YAMLReader(fragment, report.source)
    do {
      // The reader needs text that is not stored within the string itself: more than 15 bytes.
      let text = fragment.text + "\n# the end of it\n"
      guard let node = try compose(yaml: text, .basic, noConstructor, .utf8) else {
        return .mapping([], at: fragment.start)
      }
      return reader.value(node, report.source)
    } catch {
      reader.note(error, &report)
      return nil
    }
  }

  private init(_ fragment: Fragment, _ source: SourceFile) {
    self.fragment = fragment
    firstLine = source.lineIndex(at: fragment.start) + 1
  }

  private func value(_ node: Node, _ source: SourceFile) -> YAMLValue {
    let start = node.mark.map { place($0, source) } ?? fragment.start
    switch node {
    case .scalar(let scalar):
      return .scalar(fragmentOf(scalar, at: start, source))
    case .sequence(let sequence):
      return .sequence(sequence.map { value($0, source) }, at: start)
    case .mapping(let mapping):
      return .mapping(mapping.map { pair($0, $1, source) }, at: start)
    case .alias:
      return .scalar(Fragment(bytes: [], start: start))
    }
  }

  private func pair(_ key: Node, _ content: Node, _ source: SourceFile) -> YAMLPair {
    let value = value(content, source)
    guard case .scalar(let key) = self.value(key, source) else {
      return YAMLPair(key: Fragment(bytes: [], start: value.start), value: value)
    }
    return YAMLPair(key: key, value: value)
  }

  private func fragmentOf(_ scalar: Node.Scalar, at start: Int, _ source: SourceFile) -> Fragment {
    let style: ScalarStyle =
      switch scalar.style {
      case .any, .plain: .plain
      case .singleQuoted: .singleQuoted
      case .doubleQuoted: .doubleQuoted
      case .literal, .folded: .block
      }
    return ScalarPlaces.fragment(
      Array(withoutControls(scalar.string).utf8), style: style, at: start, in: source.bytes)
  }

  /// Where a mark stands in the file; the library counts Unicode scalars.
  private func place(_ mark: Mark, _ source: SourceFile) -> Int {
    let line = firstLine - 1 + mark.line - 1
    guard line < source.lineStarts.count else { return source.bytes.count }
    let range = source.lineRange(line)
    var place = range.lowerBound
    for _ in 1..<max(mark.column, 1) where place < range.upperBound {
      place += 1
      while place < range.upperBound, source.bytes[place] & 0xC0 == 0x80 { place += 1 }
    }
    return place
  }

  private func note(_ error: any Error, _ report: inout Report) {
    guard let error = error as? YamlError else {
      report.add(.yaml(.syntax("it cannot be read")), at: fragment.start)
      return
    }
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let sentence = [problem, context?.text].compactMap(\.self).joined(separator: " ")
      report.add(.yaml(.syntax(sentence)), at: place(mark, report.source))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let key = duplicates.first ?? ""
      report.add(
        .yaml(.repeatedKey(key)), at: place(context.mark, report.source), length: key.count)
    case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem),
      .representer(let problem):
      report.add(.yaml(.syntax(problem)), at: fragment.start)
    case .no, .memory, .dataCouldNotBeDecoded:
      report.add(.yaml(.syntax("it cannot be read")), at: fragment.start)
    }
  }
}

/// We ask for no types beyond text, so that no regular expression is ever compiled.
private var noConstructor: Constructor { Constructor([:], [:], [:]) }
