extension Checker {
  /// A row, column or cell of a matrix.
  mutating func part(
    of base: Expression, _ indices: [Expression], at tokens: Range<Int>
  ) -> Int? {
    // `Q.shape[0]` is one thing elsewhere.
    if case .foreign(.member(let inner, "shape", nil)) = base.kind {
      let place = Argument(label: nil, expression: indices[0])
      return report(.member(inner, "shape", [place]), at: tokens)
    }
    guard let node = matrix(base) else { return nil }
    let axes = graph.nodes[node].axes
    var items: [IndexItem] = []
    var isPlain = true
    for (position, index) in indices.enumerated() {
      if let item = item(index, on: position < axes.count ? axes[position] : nil) {
        items.append(item)
      } else {
        isPlain = false
      }
    }
    guard isPlain else { return nil }
    let slice = SourceSlice.tokens(base.tokens, of: page)
    let call = Call(sheet: sheet, operands: [axes], passages: [slice], places: items)
    do throws(SceneError) {
      let form = try Operation.indexed.form(call)
      return add(Content(form: form, operation: .indexed, operands: [node]), at: tokens)
    } catch {
      report(error, at: error.isAboutShapes ? tokens : culprit(call, indices))
      return nil
    }
  }

  private mutating func item(_ index: Expression, on axis: AxisKey?) -> IndexItem? {
    switch index.kind {
    case .foreign(let foreign):
      _ = report(foreign, at: index.tokens)
      return nil
    case .all: return .all
    case .string(let label): return .label(label)
    case .number(let number):
      if let whole = Int(exactly: number) { return .number(whole) }
    case .name(let name):
      if let part = sheet.key(name) { return .part(part) }
      if brokenAxes.contains(name) { return nil }
      let isLabel =
        axis.map { sheet.hasLabels($0) && sheet.place(of: name, on: $0) != nil } ?? false
      let text = page.spelling(of: index.tokens)
      report(.indexNotPlain(text, suggestion: isLabel ? name : nil), at: index.tokens)
      return nil
    case .list, .call, .chain, .unknownCall, .index: break
    }
    report(.indexNotPlain(page.spelling(of: index.tokens), suggestion: nil), at: index.tokens)
    return nil
  }

  /// The first place of an index that cannot be found.
  private func culprit(_ call: Call, _ indices: [Expression]) -> Range<Int> {
    for count in 1..<max(indices.count, 1) {
      var shorter = call
      shorter.places = Array(call.places.prefix(count))
      do throws(SceneError) { _ = try Operation.indexed.form(shorter) } catch {
        return indices[count - 1].tokens
      }
    }
    return indices[indices.count - 1].tokens
  }
}
