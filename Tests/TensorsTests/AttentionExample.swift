@testable import Tensors

/// Random queries, keys and values, and attention over them in two ways.
struct AttentionExample {
  let size: AttentionSize
  let heads: Int
  let attention: Attention
  var queries: [Float]
  var keys: [Float]
  var values: [Float]
  /// What is added to the score of a query and a key.
  let added: (_ query: Int, _ key: Int) -> Float

  init(
    _ size: AttentionSize, heads: Int, mask: AttentionMask = .none, spread: Float = 1,
    adding added: @escaping (_ query: Int, _ key: Int) -> Float = { _, _ in 0 }
  ) {
    (self.size, self.heads, self.added) = (size, heads, added)
    attention = Attention(size, heads: heads, mask: mask)
    func drawn(_ seed: UInt64, _ rows: Int, _ columns: Int) -> [Float] {
      RandomStream(seed: seed).normal(shape: [heads, rows, columns]).elements.map { $0 * spread }
    }
    queries = drawn(1, size.queries, size.traits)
    keys = drawn(2, size.keys, size.traits)
    values = drawn(3, size.keys, size.features)
  }

  /// The table of a mask that has one; a row of keys where all queries share it.
  var table: [Float] {
    guard let table = attention.mask.table else { return [] }
    let rows = table.queryStride == 0 ? 1 : size.queries
    return (0..<rows).flatMap { query in (0..<size.keys).map { added(query, $0) } }
  }

  var operands: AttentionOperands {
    AttentionOperands(queries: queries, keys: keys, values: values, mask: table)
  }

  var fused: [Float] {
    var output = [Float](repeating: 7, count: attention.count)
    attention.apply(operands, into: &output)
    return output
  }

  var spelledOut: [Float] {
    (0..<heads).flatMap { head in
      Softmax.apply(Tensor(rows: scores(of: head)))
        .multiplied(by: matrix(values, head, size.keys, size.features)).elements
    }
  }

  /// The scores of a head, divided and masked.
  func scores(of head: Int) -> [[Float]] {
    let product = matrix(queries, head, size.queries, size.traits)
      .multiplied(by: matrix(keys, head, size.keys, size.traits).transposed)
    return (0..<size.queries).map { query in
      product.row(query).enumerated().map { key, score in
        score / attention.divisor + added(query, key)
      }
    }
  }

  private func matrix(_ numbers: [Float], _ head: Int, _ rows: Int, _ columns: Int) -> Tensor {
    let count = rows * columns
    return Tensor(
      shape: [rows, columns], elements: Array(numbers[head * count..<(head + 1) * count]))
  }
}
