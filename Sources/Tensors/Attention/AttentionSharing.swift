/// An operand of attention.
package enum AttentionOperand: Sendable {
  case queries
  case keys
  case values
  case mask
}

/// For each operand of attention the places that share a matrix, which only one task at a time may
/// add to.
struct AttentionSharing: Sendable {
  private let queries: [[Int]]
  private let keys: [[Int]]
  private let values: [[Int]]
  private let mask: [[Int]]

  init(_ places: [AttentionPlace]) {
    func groups(_ operand: AttentionOperand) -> [[Int]] {
      Dictionary(grouping: places.indices) { places[$0].start(operand) }.values
        .sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }
    (queries, keys) = (groups(.queries), groups(.keys))
    (values, mask) = (groups(.values), groups(.mask))
  }

  subscript(operand: AttentionOperand) -> [[Int]] {
    switch operand {
    case .queries: queries
    case .keys: keys
    case .values: values
    case .mask: mask
    }
  }
}

extension AttentionPlace {
  /// Where the operand's matrix starts.
  func start(_ operand: AttentionOperand) -> Int {
    switch operand {
    case .queries: queries
    case .keys: keys
    case .values: values
    case .mask: mask
    }
  }
}
