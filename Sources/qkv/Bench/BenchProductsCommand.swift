import ArgumentParser
import Tensors

/// `qkv bench products`: small matrix products, by loops and by the library.
struct BenchProductsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "products", abstract: "Measure small matrix products.",
    discussion: """
      Stacks of square matrices are multiplied by the loops of qkv and by the machine's library for \
      linear algebra; beside each product stands the derivative by its left side, A @ B.T. A star \
      marks what scenes use: the loops give the same digits on every machine, so they serve as long \
      as the library would not save a microsecond.
      """)

  @OptionGroup var options: BenchOptions

  func run() throws {
    let times = [4, 7, 8, 12, 15, 16, 24, 32].map { ProductTimes(size: $0, runs: options.runs) }
    try options.say(
      """
      nanoseconds for one product, in stacks of \(ProductTimes.stack)
      \(Table(columns: [7, 15, 10, 15, 10], rows: [heading] + times.map(row)).text)
      """,
      [
        "bench": .string("products"), "stack": .integer(ProductTimes.stack),
        "products": .array(times.map(\.json)),
      ])
  }

  private var heading: [String] { ["size", "A @ B loops", "library", "A @ B.T loops", "library"] }

  private func row(_ times: ProductTimes) -> [String] {
    let numbers = [times.product, times.gradient].flatMap { time in
      ProductTimes.Method.allCases.map { method in
        (method == times.method ? "*" : "") + (time[method] ?? 0).rounded3
      }
    }
    return ["\(times.size)³"] + numbers
  }
}

/// What a product of two square matrices of a stack, and its derivative, cost by each method.
struct ProductTimes {
  typealias Method = MatrixProduct.Method

  static let stack = 8

  let size: Int
  /// What scenes use for this size.
  let method: Method
  /// In nanoseconds.
  private(set) var product: [Method: Double] = [:]
  /// Of the derivative by the left side, in nanoseconds.
  private(set) var gradient: [Method: Double] = [:]

  init(size: Int, runs: Int?) {
    let starts = (0..<Self.stack).map { $0 * size * size }
    let plan = MatrixProduct(
      rows: size, inner: size, columns: size, leftStarts: starts, rightStarts: starts)
    let left = RandomStream(seed: 1).normal(shape: [plan.count]).elements
    let right = RandomStream(seed: 2).normal(shape: [plan.count]).elements
    var result = left
    self.size = size
    method = plan.method
    for method in Method.allCases {
      product[method] = Self.nanoseconds(runs) {
        plan.apply(left, right, by: method, into: &result)
      }
      gradient[method] = Self.nanoseconds(runs) {
        plan.addLeftGradient(left, right, by: method, into: &result)
      }
    }
  }

  /// Of one product of the stack; many stacks are measured at once, for one is too quick.
  private static func nanoseconds(_ runs: Int?, _ body: () -> Void) -> Double {
    let stacks = 50
    let time = Measurement(runs: runs ?? 100) {
      for _ in 0..<stacks { body() }
    }
    return time.milliseconds * 1e6 / Double(stacks * stack)
  }

  var json: JSON {
    [
      "size": .integer(size), "method": .string(method.rawValue),
      "productNanoseconds": Self.json(product), "gradientNanoseconds": Self.json(gradient),
    ]
  }

  private static func json(_ times: [Method: Double]) -> JSON {
    .object(
      Method.allCases.map {
        JSON.Member(key: $0.rawValue, value: .number(Float(times[$0] ?? 0)))
      })
  }
}
