// A product without the library. Each number of C is one sum in single precision, in the order of the
// inner axis and however large the matrices are, so that a row has the same digits alone and among others.

extension Multiplication {
  /// Goes through C in strips of eight columns, and then of four or fewer.
  func runPlainly(_ a: Source, _ b: Source, into c: Target) {
    let product = PlainProduct(self, a, b, c)
    var column = 0
    while columns - column >= 8 {
      product.fill(column, 8, of: Float8.self)
      column += 8
    }
    switch columns - column {
    case 0: break
    case 1: product.fill(column, 1, of: HalfLanes.self)
    case 2: product.fill(column, 2, of: HalfLanes.self)
    case 3: product.fill(column, 3, of: HalfLanes.self)
    case 4: product.fill(column, 4, of: HalfLanes.self)
    case let rest:
      product.fill(column, 4, of: HalfLanes.self)
      product.fill(column + 4, rest - 4, of: HalfLanes.self)
    }
  }
}

/// A product and where its matrices lie.
private struct PlainProduct {
  private let product: Multiplication
  private let (a, b, c): (Source, Source, Target)
  // How far the next row and the next place of the inner axis are, in A and in B.
  private let (rowStep, leftInner): (Int, Int)
  private let (columnStep, rightInner): (Int, Int)

  init(_ product: Multiplication, _ a: Source, _ b: Source, _ c: Target) {
    self.product = product
    (self.a, self.b, self.c) = (a, b, c)
    let step = product.leftStep
    (rowStep, leftInner) = product.transposesLeft ? (1, step) : (step, 1)
    (columnStep, rightInner) =
      product.transposesRight ? (product.inner, 1) : (1, product.columns)
  }

  /// Works out `width` columns of C, four rows at a time: each number read of B serves four sums.
  @inline(__always)
  func fill<Numbers: Strip>(_ column: Int, _ width: Int, of _: Numbers.Type) {
    for row in stride(from: 0, to: product.rows, by: 4) {
      if row == product.rows - 1 {
        fillOne(row, column, width, of: Numbers.self)
      } else {
        fillFour(row, column, width, of: Numbers.self)
      }
    }
  }

  @inline(__always)
  private func fillOne<Numbers: Strip>(_ row: Int, _ column: Int, _ width: Int, of _: Numbers.Type)
  {
    let target = c + row * product.columns + column
    var sum = start(target, width, of: Numbers.self)
    var (left, right) = (a + row * rowStep, b + column * columnStep)
    for _ in 0..<product.inner {
      sum.add(left[0], times: Numbers(at: right, step: columnStep, width: width))
      left += leftInner
      right += rightInner
    }
    sum.store(at: target, width: width)
  }

  @inline(__always)
  private func fillFour<Numbers: Strip>(_ row: Int, _ column: Int, _ width: Int, of _: Numbers.Type)
  {
    // Where fewer than four are left, the last one is worked out again, to the same digits.
    let last = product.rows - 1
    let rows = (row, min(row + 1, last), min(row + 2, last), min(row + 3, last))
    let target = c + column
    let targets = (
      target + rows.0 * product.columns, target + rows.1 * product.columns,
      target + rows.2 * product.columns, target + rows.3 * product.columns
    )
    var first = start(targets.0, width, of: Numbers.self)
    var second = start(targets.1, width, of: Numbers.self)
    var third = start(targets.2, width, of: Numbers.self)
    var fourth = start(targets.3, width, of: Numbers.self)
    var (left, right) = (a, b + column * columnStep)
    for _ in 0..<product.inner {
      let numbers = Numbers(at: right, step: columnStep, width: width)
      first.add(left[rows.0 * rowStep], times: numbers)
      second.add(left[rows.1 * rowStep], times: numbers)
      third.add(left[rows.2 * rowStep], times: numbers)
      fourth.add(left[rows.3 * rowStep], times: numbers)
      left += leftInner
      right += rightInner
    }
    first.store(at: targets.0, width: width)
    second.store(at: targets.1, width: width)
    third.store(at: targets.2, width: width)
    fourth.store(at: targets.3, width: width)
  }

  /// What the sums of a row begin with.
  @inline(__always)
  private func start<Numbers: Strip>(
    _ target: Target, _ width: Int, of _: Numbers.Type
  ) -> Numbers {
    product.adds ? Numbers(at: target, step: 1, width: width) : .zero
  }
}

/// Neighbouring columns of one row; of fewer than there are lanes, the other lanes are 0.
private protocol Strip: SIMD where Scalar == Float {
  init(at source: Source, step: Int, width: Int)
  func store(at target: Target, width: Int)
  // A requirement, so that each kind of lanes multiplies by instructions of its own, optimised or not.
  mutating func add(_ factor: Float, times numbers: Self)
}

extension Float8: Strip {
  /// Always eight columns.
  @inline(__always)
  fileprivate init(at source: Source, step: Int, width: Int) {
    if step == 1 { self.init(at: source) } else { self.init(at: source, step: step, count: 8) }
  }

  @inline(__always)
  fileprivate func store(at target: Target, width: Int) { store(at: target) }

  @inline(__always)
  fileprivate mutating func add(_ factor: Float, times numbers: Self) { self += factor * numbers }
}

extension HalfLanes: Strip {
  @inline(__always)
  fileprivate init(at source: Source, step: Int, width: Int) {
    switch width {
    case 1: self.init(source[0], 0, 0, 0)
    case 2: self.init(source[0], source[step], 0, 0)
    case 3: self.init(source[0], source[step], source[2 * step], 0)
    default: self.init(source[0], source[step], source[2 * step], source[3 * step])
    }
  }

  @inline(__always)
  fileprivate func store(at target: Target, width: Int) {
    for place in 0..<width { target[place] = self[place] }
  }

  @inline(__always)
  fileprivate mutating func add(_ factor: Float, times numbers: Self) { self += factor * numbers }
}
