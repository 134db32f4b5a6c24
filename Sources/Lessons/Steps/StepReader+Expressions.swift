import Scenes
import Text

extension SourceFile {
  /// A piece of the file as the scene wants it.
  func sourceText(_ fragment: Fragment) -> SourceText {
    let start = location(at: fragment.start)
    return SourceText(file: name, text: fragment.text, line: start.line, column: start.column)
  }
}

extension StepReader {
  /// Compiles an expression; nil where it is wrong, which is then in the report.
  mutating func watch(_ expression: Fragment) -> NodeID? {
    guard !report.isFull, let count = scene?.matrixCount, isAffordable(at: expression) else {
      return nil
    }
    do throws(Diagnostics) {
      payForCopy(of: count)
      let node = try scene?.watch(report.source.sourceText(expression))
      if let scene { budget -= scene.cost(from: count) }
      return node
    } catch {
      report.add(error, in: expression)
      return nil
    }
  }

  private mutating func payForCopy(of matrixCount: Int) {
    if !hasOwnMatrices { budget.numbers -= matrixCount * Limits.numbersPerMatrixHeld }
    hasOwnMatrices = true
    budget.work -= Double(matrixCount) * Limits.workPerMatrixCopied
  }

  /// Whether something is left of the budget; where nothing is, the report says so.
  private mutating func isAffordable(at place: Fragment) -> Bool {
    if !budget.isPositive { report.add(.frame(.tooMuchInScenes), at: place) }
    return budget.isPositive
  }

  /// An expression with a single number as its value.
  mutating func scalar(_ expression: Fragment) -> NodeID? {
    guard let node = watch(expression) else { return nil }
    let rank = axes(of: node).count
    guard rank == 0 else {
      report.add(.question(.notScalar(expression.text, rank: rank)), at: expression)
      return nil
    }
    return node
  }

  /// An expression with one axis.
  mutating func vector(_ expression: Fragment) -> NodeID? {
    guard let node = watch(expression) else { return nil }
    let rank = axes(of: node).count
    guard rank == 1 else {
      report.add(.question(.notVector(expression.text, rank: rank)), at: expression)
      return nil
    }
    return node
  }

  func axes(of node: NodeID) -> [Axis] { scene?.axes(of: node) ?? [] }

  /// Compiles a list of assignments.
  mutating func assignments(_ texts: [Fragment]) -> [Assignment] {
    texts.compactMap { assignment($0) }
  }

  private mutating func assignment(_ text: Fragment) -> Assignment? {
    assignment(report.source.sourceText(text), at: text)
  }

  /// Compiles an assignment that stands in a place of the file, or was put together from it.
  mutating func assignment(_ text: SourceText, at place: Fragment) -> Assignment? {
    guard isAffordable(at: place) else { return nil }
    // A size is tried by reading the scene again.
    budget.work -= Double(scene?.matrixCount ?? 0) * Limits.workPerMatrixRead
    do throws(Diagnostics) {
      return try scene?.assignment(text)
    } catch {
      report.add(error, in: place)
      return nil
    }
  }

  /// Compiles names or other expressions, one by one.
  mutating func watchAll(_ expressions: [Fragment]) -> [NodeID] {
    expressions.compactMap { watch($0) }
  }
}

extension Axis {
  /// The place of a label, or of a number where the axis has no labels.
  func place(named text: String) -> Int? {
    guard labels == nil else { return place(of: text) }
    return Int(text).flatMap { (0..<size).contains($0) ? $0 : nil }
  }
}
