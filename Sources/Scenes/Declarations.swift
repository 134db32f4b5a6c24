import Text

/// What the texts of a scene define, before any formula is understood.
struct Declarations {
  /// A definition and the page on which it stands.
  struct Placed<Statement> {
    let statement: Statement
    let page: Int
  }

  private(set) var pages: [SourceBuffer]
  private(set) var findings: [(page: Int, finding: UnplacedDiagnostic)] = []
  private(set) var warnings: [Diagnostic] = []
  /// In the order in which they were first written; a later text overrides in place.
  private(set) var axes: [Placed<AxisStatement>] = []
  private(set) var matrices: [Placed<MatrixStatement>] = []
  /// Names whose definition could not be read.
  private(set) var broken: Set<String> = []

  private var axisPlaces: [String: Int] = [:]
  private var matrixPlaces: [String: Int] = [:]

  init(_ sources: [SourceText]) {
    pages = sources.map(SourceBuffer.init)
    for page in pages.indices { read(page) }
  }

  private mutating func read(_ page: Int) {
    let lexer = Lexer(pages[page])
    pages[page].tokens = lexer.tokens
    let (statements, mistakes) = Parser.statements(of: pages[page], after: lexer.findings)
    warnings += lexer.warnings.map { pages[page].warning($0) }
    findings += (lexer.findings + mistakes).map { (page, $0) }
    for statement in statements {
      switch statement {
      case .axis(let axis): add(axis, page)
      case .matrix(let matrix): add(matrix, page)
      case .broken(let name): if let name { broken.insert(name) }
      }
    }
  }

  private mutating func add(_ axis: AxisStatement, _ page: Int) {
    guard let place = axisPlaces[axis.name] else {
      axisPlaces[axis.name] = axes.count
      return axes.append(Placed(statement: axis, page: page))
    }
    if axes[place].page == page {
      reportTwice(axis.name, first: axes[place].statement.tokens, second: axis.tokens, page)
    } else {
      axes[place] = Placed(statement: axis, page: page)
    }
  }

  private mutating func add(_ matrix: MatrixStatement, _ page: Int) {
    guard let place = matrixPlaces[matrix.name] else {
      matrixPlaces[matrix.name] = matrices.count
      return matrices.append(Placed(statement: matrix, page: page))
    }
    if matrices[place].page == page {
      let start = matrix.head.lowerBound
      let first = matrices[place].statement.head
      reportTwice(matrix.name, first: first, second: start..<start + 1, page)
    } else {
      matrices[place] = Placed(statement: matrix, page: page)
    }
  }

  private mutating func reportTwice(
    _ name: String, first: Range<Int>, second: Range<Int>, _ page: Int
  ) {
    let line = pages[page].location(of: pages[page].characters(of: first).lowerBound).line
    let finding = UnplacedDiagnostic(
      mistake: .definedTwice(name, line: line), characters: pages[page].characters(of: second))
    findings.append((page, finding))
  }

  func problem(_ page: Int, _ finding: UnplacedDiagnostic) -> Diagnostic {
    pages[page].problem(finding)
  }
}
