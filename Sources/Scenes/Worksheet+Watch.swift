import Text

extension Worksheet {
  /// A checker for a text that speaks about the worksheet's names.
  func checker(_ text: SourceText) -> Checker { checker(text, adding: graph) }

  private func checker(_ text: SourceText, adding graph: Graph) -> Checker {
    var page = SourceBuffer(text)
    let lexer = Lexer(page)
    page.tokens = lexer.tokens
    var checker = Checker(
      sheet: sheet, names: names, likelyNames: likelyNames, graph: graph, page: page)
    checker.weights = weights
    checker.scalars = scalars
    checker.note(lexer.findings)
    return checker
  }

  /// Adds an expression to the graph without working it out.
  mutating func watch(_ text: SourceText) throws(Diagnostics) -> NodeID {
    let count = graph.nodes.count
    // The graph is lent and given back: a copy for every expression would take time for every
    // matrix of the scene.
    var checker = checker(text, adding: Graph())
    swap(&checker.graph, &graph)
    defer { swap(&checker.graph, &graph) }
    let node = checker.read { parser throws(UnplacedDiagnostic) in try parser.wholeExpression() }
      .flatMap { expression -> Int? in
        checker.place = Checker.Place(whole: expression.tokens, allowsConditions: true)
        return checker.matrix(expression)
      }
    guard let node else {
      checker.graph.removeMatrices(from: count)
      throw checker.problems
    }
    return NodeID(index: node)
  }
}

extension Checker {
  /// Reads the whole page, or notes why it cannot be read.
  mutating func read<Result>(
    _ body: (inout Parser) throws(UnplacedDiagnostic) -> Result
  ) -> Result? {
    do throws(UnplacedDiagnostic) {
      var parser = Parser(page, tokens: page.tokens.indices)
      let result = try body(&parser)
      return findings.isEmpty ? result : nil
    } catch {
      if findings.isEmpty { note([error]) }
      return nil
    }
  }

  /// All that was found; only where something was.
  var problems: Diagnostics {
    Diagnostics(
      advised(findings.sorted { $0.characters.lowerBound < $1.characters.lowerBound })
        .map(page.problem))
  }
}
