import Text

/// A suggestion, and the formula that has to mean something before it is made.
struct Offer: Equatable {
  let sentence: String
  var formula: String?

  /// A sentence that offers no formula of the scene.
  init(_ sentence: String) {
    self.sentence = sentence
  }

  /// Asks whether `shown` was meant, where `formula` means something.
  init(_ shown: String, in formula: String) {
    sentence = "Did you mean \(shown)?"
    self.formula = formula
  }

  /// Any sentence, where `formula` means something.
  init(_ sentence: String, trying formula: String) {
    self.sentence = sentence
    self.formula = formula
  }

  /// Says what to write, where it means something.
  init(write formula: String) {
    sentence = "Write \(formula)."
    self.formula = formula
  }
}

extension Checker {
  /// For more findings than this no formula is offered: to try them would take long, and nobody reads
  /// so many.
  static let mostTrials = 50

  /// The axes of a formula of the scene; nil where anything is wrong with it.
  func tried(_ formula: String) -> [AxisKey]? {
    guard !place.isTrial else { return nil }
    var trial = self
    trial.forgetFindings()
    var page = SourceBuffer(SourceText(file: "", text: formula))
    let lexer = Lexer(page)
    page.tokens = lexer.tokens
    trial.page = page
    trial.note(lexer.findings)
    guard
      let expression = trial.read({ parser throws(UnplacedDiagnostic) in
        try parser.wholeExpression()
      })
    else { return nil }
    trial.place = Place(
      whole: expression.tokens, allowsConditions: place.allowsConditions,
      allowsSources: expression.names.isEmpty, expected: place.expected ?? [], isTrial: true)
    if case .list = expression.kind {
      return place.expected.flatMap {
        trial.numbers(expression, axes: $0, of: sheet) == nil ? nil : $0
      }
    }
    guard let node = trial.matrix(expression), trial.findings.isEmpty else { return nil }
    return trial.graph.nodes[node].axes
  }

  /// The first offer that works, or the first without a formula where none is tried.
  private func suggestion(_ offers: [Offer], isTried: Bool) -> String? {
    offers.first { $0.formula.map { isTried && tried($0) != nil } ?? true }?.sentence
  }

  /// The findings with what may be done about each.
  func advised(_ findings: [UnplacedDiagnostic]) -> [UnplacedDiagnostic] {
    findings.enumerated().map { number, finding in
      advised(finding, isTried: number < Self.mostTrials)
    }
  }

  /// A finding with what may be done about it.
  func advised(_ finding: UnplacedDiagnostic, isTried: Bool) -> UnplacedDiagnostic {
    guard finding.suggestion == nil else { return finding }
    var finding = finding
    finding.suggestion = suggestion(finding.mistake.offers, isTried: isTried)
    return finding
  }
}
