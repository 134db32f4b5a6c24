import Text

extension Worksheet {
  /// A checker for a text that speaks about the worksheet's names.
  func checker(_ text: SourceText) -> Checker {
    var page = Page(text)
    let lexer = Lexer(page)
    page.tokens = lexer.tokens
    var checker = Checker(sheet: sheet, names: meanings, graph: graph, page: page)
    checker.note(lexer.findings)
    return checker
  }

  /// Adds an expression to the graph without working it out.
  mutating func watch(_ text: SourceText) throws(Problems) -> NodeID {
    var checker = checker(text)
    let node = checker.read { parser throws(Finding) in try parser.wholeExpression() }
      .flatMap { expression -> Int? in
        checker.place = Checker.Place(whole: expression.tokens, allowsConditions: true)
        return checker.matrix(expression)
      }
    guard let node else { throw checker.problems }
    graph = checker.graph
    return NodeID(index: node)
  }
}

extension Checker {
  /// Reads the whole page, or notes why it cannot be read.
  mutating func read<Result>(
    _ body: (inout Parser) throws(Finding) -> Result
  ) -> Result? {
    do throws(Finding) {
      var parser = Parser(page, tokens: page.tokens.indices)
      let result = try body(&parser)
      return findings.isEmpty ? result : nil
    } catch {
      if findings.isEmpty { note([error]) }
      return nil
    }
  }

  /// All that was found; only where something was.
  var problems: Problems {
    Problems(
      advised(findings.sorted { $0.characters.lowerBound < $1.characters.lowerBound })
        .map(page.problem))
  }
}
