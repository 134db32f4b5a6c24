import Tensors
import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Operation {
  /// x to a power that is written out: `A ^ 2`, `A ^ -0.5`.
  ///
  /// A number below 0 to a power that is not whole has no value. 0 to a power below 0 is ∞, as 1 / 0 is.
  static let power = Operation(
    "^", "Raises each number to a power, which is written out.",
    [.matrix("A"), .number("exponent")], notation: .builtIn(usage: "A ^ 2"), example: "C ^ 1.5",
    words: OperationProse("Raise the number to this power.", use: "as the base of a power") {
      cell in
      let base = cell.values[0]
      let number = base < 0 ? Mathematics.factor(base) : .number(base)
      let exponent = Mathematics.text(NumberFormat.plain(cell.settings[0]))
      return [
        .equation([
          .scripts(number, subscript: nil, superscript: exponent), .number(cell.value),
        ])
      ]
    }
  ) { call in
    InferredShape(axes: call.operands[0], kernel: PowerKernel(exponent: Float(call.number(0))))
  }

  /// Whether a number has a power with this exponent.
  static func hasPower(_ base: Float, _ exponent: Float) -> Bool {
    base >= 0 || base.isNaN || exponent == exponent.rounded()
  }
}

/// x to the power p, and p · x to the power p − 1.
struct PowerKernel: Kernel {
  let exponent: Float

  func fill(_ result: inout [Float], from operands: Operands) {
    let bases = operands[0]
    for place in result.indices { result[place] = pow(bases[place], exponent) }
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    guard exponent != 0 else { return }
    let bases = back.operands[0]
    for place in sum.indices {
      sum[place] += back.sensitivity[place] * exponent * pow(bases[place], exponent - 1)
    }
  }

  func reads(_ index: Int) -> [Read] { [Read(operand: 0, place: index)] }

  var settings: [Setting] { [.fixed(Double(exponent))] }
}
