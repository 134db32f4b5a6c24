extension Checker {
  /// What a formula over a square table leaves open, whatever the language makes of it.
  ///
  /// Over `token × token` a vector may go with the rows or with the columns, and `sum(A, token)` may run
  /// along either. Both are offered, each only if it means something.
  func ambiguity(
    _ operation: Operation, _ form: InferredShape, _ call: Call, _ operands: [Int]
  ) -> SceneError? {
    // Expressions that are watched have no place for a warning.
    guard place.name != nil, !place.isTrial else { return nil }
    if form.kernel is PairKernel { return vectorOnSquare(operation, call, operands) }
    guard operation.isReduction, !call.operands.isEmpty, let axis = call.axes.first,
      call.operands[0].count(where: { $0 == axis }) > 1
    else { return nil }
    let text = call.texts[0]
    let rows = Offer(
      "\(operation.name)(\(text)) for each row", trying: "\(operation.name)(\(text))")
    let columns = "\(operation.name)(\(text.turned))"
    return .axisLeftOpen(
      text, axis: sheet.name(axis), in: operation.name,
      offers: working([rows, Offer("\(columns) for each column", trying: columns)]))
  }

  private func vectorOnSquare(
    _ operation: Operation, _ call: Call, _ operands: [Int]
  ) -> SceneError? {
    for (vector, table) in [(1, 0), (0, 1)] {
      let (small, large) = (call.operands[vector], call.operands[table])
      guard let axis = large.last, large.count > small.count, large.dropLast().last == axis,
        small.last == axis, small.dropLast().last != axis
      else { continue }
      if saysItsSide(vector: operands[vector], table: operands[table]) { return nil }
      func spelled(_ side: String, _ meaning: String) -> Offer {
        let (large, name) = (call.texts[table].asOperand, operation.name)
        let formula = vector == 1 ? "\(large) \(name) \(side)" : "\(side) \(name) \(large)"
        return Offer("\(formula) \(meaning)", trying: formula)
      }
      let text = call.texts[vector]
      let sides = [
        spelled("rows(\(text))", "for the rows"), spelled("columns(\(text))", "for the columns"),
      ]
      let offers = lengths(operands[vector], spelled) ?? sides
      return .vectorLeftOpen(
        text, table: call.texts[table], axis: sheet.name(axis), offers: working(offers))
    }
    return nil
  }

  /// Whether a vector is made for columns, as `padding` is, or its table has been turned on purpose.
  private func saysItsSide(vector: Int, table: Int) -> Bool {
    graph.nodes[vector].operation == .padding
      || (graph.nodes[table].operation == .transposed && graph.nodes[table].name == nil)
  }

  /// For a product of two lengths: those of the rows of one matrix and of another.
  private func lengths(_ vector: Int, _ spelled: (String, String) -> Offer) -> [Offer]? {
    let node = graph.nodes[vector]
    guard node.operation == .times, node.name == nil,
      node.operands.allSatisfy({ graph.nodes[$0].operation == .norm && graph.nodes[$0].name == nil }
      )
    else { return nil }
    let texts = node.operands.map { norm in
      let operand = graph.nodes[graph.nodes[norm].operands[0]]
      return operand.name ?? operand.text
    }
    let cosine = "cosine(\(texts[0]), \(texts[1]))"
    return [
      Offer("\(cosine) for the cosine of each two rows", trying: cosine),
      spelled("(rows(norm(\(texts[0]))) * columns(norm(\(texts[1]))))", "for the same by hand"),
    ]
  }

  private func working(_ offers: [Offer]) -> [Offer] {
    offers.filter { offer in offer.formula.map { tried($0) != nil } ?? true }
  }
}
