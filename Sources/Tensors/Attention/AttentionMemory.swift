/// Where the operands of attention lie.
///
/// Tasks that run side by side only read there.
struct AttentionMemory: @unchecked Sendable {
  let queries: Source
  let keys: Source
  let values: Source
  let mask: Source
}

extension Attention {
  /// Calls `body` with where the operands lie, after checking that they are large enough.
  @inline(__always)
  func reading(_ operands: AttentionOperands, _ body: (AttentionMemory) -> Void) {
    check(operands)
    operands.queries.withUnsafeBufferPointer { queries in
      operands.keys.withUnsafeBufferPointer { keys in
        operands.values.withUnsafeBufferPointer { values in
          operands.mask.withUnsafeBufferPointer { mask in
            guard let queries = queries.baseAddress, let keys = keys.baseAddress,
              let values = values.baseAddress
            else { return }
            // Without a table nothing is ever read there.
            body(
              AttentionMemory(
                queries: queries, keys: keys, values: values, mask: mask.baseAddress ?? queries))
          }
        }
      }
    }
  }

  private func check(_ operands: AttentionOperands) {
    precondition(
      operands.queries.count >= extents.queries && operands.keys.count >= extents.keys
        && operands.values.count >= extents.values && operands.mask.count >= extents.mask,
      "a matrix lies within its operand")
  }

  /// The scores of one place of the stack.
  func scores(_ place: AttentionPlace, _ memory: AttentionMemory) -> AttentionScores {
    AttentionScores(
      size: size, mask: mask, divisor: divisor, queries: memory.queries + place.queries,
      keys: memory.keys + place.keys, values: memory.values + place.values,
      table: memory.mask + place.mask)
  }
}
