/// Reads the tokens of one page as statements; a statement that cannot be read is reported once.
struct Parser {
  static let deepest = 200

  let page: SourceBuffer
  let end: Int
  var next: Int
  var nesting = 0

  /// A parser of these tokens of the page.
  init(_ page: SourceBuffer, tokens: Range<Int>) {
    self.page = page
    next = tokens.lowerBound
    end = tokens.upperBound
  }

  /// All statements of the page, and what could not be read.
  ///
  /// A statement with strange signs in it is not blamed for what follows from them.
  static func statements(
    of page: SourceBuffer, after lexing: [UnplacedDiagnostic]
  ) -> (statements: [Statement], findings: [UnplacedDiagnostic]) {
    var statements: [Statement] = []
    var findings: [UnplacedDiagnostic] = []
    for tokens in page.statementRanges {
      do throws(UnplacedDiagnostic) {
        var parser = Parser(page, tokens: tokens)
        statements.append(try parser.statement())
      } catch {
        let characters = page.characters(of: tokens)
        let isBlamed = lexing.hasFinding(within: characters)
        if !isBlamed { findings.append(error) }
        // What would only change a name leaves its definition as it is.
        var name = page.definedName(in: tokens)
        if case .foreignAssignment(let sign, _, _) = error.mistake, sign != ":=" { name = nil }
        statements.append(.broken(name: name))
      }
    }
    return (statements, findings)
  }

  // MARK: Tokens

  var token: Token? { next < end ? page.tokens[next] : nil }

  var isAtEnd: Bool { next >= end }

  mutating func take(_ symbol: String) -> Bool {
    guard let token, token.isSymbol(symbol) else { return false }
    next += 1
    return true
  }

  func failure(_ mistake: SceneError) -> UnplacedDiagnostic {
    let tokens = isAtEnd ? end..<end : next..<next + 1
    return UnplacedDiagnostic(mistake: mistake, characters: page.characters(of: tokens))
  }

  /// What stands here, for sentences.
  var found: String? { token?.text }

  mutating func expect(_ symbol: String, after opening: Int) throws(UnplacedDiagnostic) {
    if take(symbol) { return }
    guard isAtEnd else { throw failure(.unexpected(found, wanted: symbol)) }
    throw UnplacedDiagnostic(
      mistake: .unclosedBracket(page.tokens[opening].text),
      characters: page.tokens[opening].characters)
  }

  // MARK: Statements

  mutating func statement() throws(UnplacedDiagnostic) -> Statement {
    guard case .name(let name)? = token?.kind else { throw failure(.expectedDefinition) }
    if name == "axis", next + 1 < end, case .name(let axis) = page.tokens[next + 1].kind {
      return try axisStatement(axis)
    }
    if let mistake = foreignStatement(name) { throw failure(mistake) }
    let head = next
    next += 1
    let axes = token?.isSymbol("[") ?? false ? try axisReferences() : nil
    let headEnd = next
    guard take("=") else { throw noEquals(name) }
    let expression = try wholeExpression()
    return .matrix(
      MatrixStatement(
        name: name, axes: axes, expression: expression, head: head..<headEnd, end: end))
  }

  /// A word that begins a statement elsewhere, unless something is defined by it.
  private func foreignStatement(_ word: String) -> SceneError? {
    guard Foreign.statements[word] != nil, next + 1 < end else { return nil }
    let follower = page.tokens[next + 1]
    return follower.isSymbol("=") || follower.isSymbol("[") ? nil : .foreignStatement(word)
  }

  /// A definition without its equals sign, or with one of another language.
  private func noEquals(_ name: String) -> UnplacedDiagnostic {
    guard let token, Foreign.assignments.contains(token.text), next + 1 < end else {
      return failure(.expectedEquals(name))
    }
    let value = page.spelling(of: next + 1..<end)
    if token.text == ":=" { return failure(.foreignAssignment(":=", name, value)) }
    let sum = "\(name) \(token.text.dropLast()) \(value.asOperand)"
    return failure(.foreignAssignment(token.text, name, sum))
  }

  mutating func axisStatement(_ name: String) throws(UnplacedDiagnostic) -> Statement {
    let head = next + 1..<next + 2
    next += 2
    guard take("=") else { throw failure(.expectedEquals("axis " + name)) }
    if next + 1 < end, case .name(let parent) = page.tokens[next].kind {
      let part = try axisPart(of: parent)
      return .axis(AxisStatement(name: name, content: .part(part), tokens: head))
    }
    let words = page.tokens[next..<end]
    guard !words.isEmpty else {
      throw UnplacedDiagnostic(mistake: .emptyAxis(name), characters: page.characters(of: head))
    }
    if words.count == 1, let word = words.first, let size = try size(word, of: name) {
      return .axis(AxisStatement(name: name, content: .size(size), tokens: head))
    }
    let labels = try labels(words, of: name)
    try checkCommas(words, of: name)
    return .axis(AxisStatement(name: name, content: .words(labels), tokens: head))
  }

  /// A part of an axis, `token[0:t]`, up to the end of the line.
  private mutating func axisPart(of parent: String) throws(UnplacedDiagnostic) -> AxisPart {
    let start = next
    next += 1
    try expect("[", after: start)
    let lower = try token?.isSymbol(":") ?? true ? nil : bound()
    try expect(":", after: start + 1)
    let upper = try token?.isSymbol("]") ?? true ? nil : bound()
    try expect("]", after: start + 1)
    guard isAtEnd else { throw failure(.unexpected(found, wanted: nil)) }
    return AxisPart(
      parent: parent, parentTokens: start..<start + 1, lower: lower, upper: upper,
      tokens: start..<next)
  }

  private mutating func bound() throws(UnplacedDiagnostic) -> PartBound {
    let start = next
    let expression = try expression(above: 0)
    if let bound = PartBound(expression) { return bound }
    let text = page.spelling(of: start..<next)
    throw UnplacedDiagnostic(
      mistake: .axis(.boundNotPlain(text)), characters: page.characters(of: start..<next))
  }

  func size(_ word: Token, of axis: String) throws(UnplacedDiagnostic) -> Int? {
    let digits = word.text.hasPrefix("-") ? word.text.dropFirst() : word.text[...]
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    guard let size = Int(word.text), size > 0, size <= Graph.mostElements else {
      throw UnplacedDiagnostic(
        mistake: .axisSize(axis, written: word.text), characters: word.characters)
    }
    return size
  }

  /// Refuses `a, b, c` and `a,b,c`; a sentence may have a comma behind one of its words.
  func checkCommas(_ words: ArraySlice<Token>, of axis: String) throws(UnplacedDiagnostic) {
    let plain = words.map { $0.text.hasPrefix("\"") ? "" : $0.text }
    let isList =
      plain.count > 1 && plain.dropLast().allSatisfy { $0.count > 1 && $0.hasSuffix(",") }
    let isChain = plain.count == 1 && plain[0].dropLast().contains(",") && plain[0].count > 2
    guard isList || isChain, let first = words.first else { return }
    let labels = plain.flatMap { $0.split(separator: ",").map(String.init) }
    throw UnplacedDiagnostic(
      mistake: .commasBetweenLabels(axis: axis, labels: labels), characters: first.characters)
  }

  func labels(_ words: ArraySlice<Token>, of axis: String) throws(UnplacedDiagnostic) -> [String] {
    var labels: [String] = []
    for word in words {
      guard case .label(let label) = word.kind else {
        throw UnplacedDiagnostic(
          mistake: .unexpected(word.text, wanted: "a label"), characters: word.characters)
      }
      guard !label.isEmpty else {
        throw UnplacedDiagnostic(mistake: .emptyLabel(axis), characters: word.characters)
      }
      labels.append(label)
    }
    return labels
  }

  mutating func axisReferences() throws(UnplacedDiagnostic) -> [AxisReference] {
    let opening = next
    next += 1
    var references: [AxisReference] = []
    while !(token?.isSymbol("]") ?? true) {
      references.append(try axisReference())
      if !take(",") { break }
    }
    try expect("]", after: opening)
    if references.isEmpty {
      throw UnplacedDiagnostic(
        mistake: .expectedAxis(nil), characters: page.characters(of: opening..<opening + 1))
    }
    return references
  }

  mutating func axisReference() throws(UnplacedDiagnostic) -> AxisReference {
    let start = next
    var names: [String] = []
    repeat {
      guard case .name(let name)? = token?.kind else { throw failure(.expectedAxis(found)) }
      names.append(name)
      next += 1
    } while take("*")
    return AxisReference(names: names, tokens: start..<next)
  }
}
