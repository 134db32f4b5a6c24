/// One product of two matrices in memory: C = A · B, or C += A · B.
struct Multiplication {
  let rows: Int
  let inner: Int
  let columns: Int
  /// Whether A lies in memory as inner × rows.
  var transposesLeft = false
  /// Whether B lies in memory as columns × inner.
  var transposesRight = false
  /// Whether the product is added to what is there.
  var adds = false
  /// How far apart the rows of A lie in memory; nil where nothing lies between them.
  var leftStride: Int?

  /// From this many multiplications on the library is worth having: it is several times faster,
  /// but rounds as suits each processor, while lessons should show the same digits everywhere.
  static let libraryThreshold = 4096

  /// Whether it is worked out without the library.
  var isSmall: Bool { rows * inner * columns < Multiplication.libraryThreshold }

  var leftStep: Int { leftStride ?? (transposesLeft ? rows : inner) }

  @inline(__always)
  func run(_ a: Source, _ b: Source, into c: Target) {
    if isSmall {
      runPlainly(a, b, into: c)
    } else {
      runInLibrary(a, b, into: c)
    }
  }

  /// Three loops, summing in single precision in the order of the inner axis.
  func runPlainly(_ a: Source, _ b: Source, into c: Target) {
    let (rowStep, innerStep) = transposesLeft ? (1, leftStep) : (leftStep, 1)
    for row in 0..<rows {
      let (a, c) = (a + row * rowStep, c + row * columns)
      if !adds { c.update(repeating: 0, count: columns) }
      if transposesRight {
        addDots(a, innerStep, b, into: c)
      } else {
        addRows(a, innerStep, b, into: c)
      }
    }
  }

  /// c += Σ aₖ · (row k of B): the inner loop runs along memory.
  @inline(__always)
  private func addRows(_ a: Source, _ step: Int, _ b: Source, into c: Target) {
    for k in 0..<inner {
      let (factor, b) = (a[k * step], b + k * columns)
      for column in 0..<columns { c[column] += factor * b[column] }
    }
  }

  /// cⱼ += a · (row j of what lies in memory).
  @inline(__always)
  private func addDots(_ a: Source, _ step: Int, _ b: Source, into c: Target) {
    for column in 0..<columns {
      let b = b + column * inner
      var total: Float = 0
      for k in 0..<inner { total += a[k * step] * b[k] }
      c[column] += total
    }
  }

  /// Plainly after all where the machine has no library.
  func runInLibrary(
    _ a: Source, _ b: Source, into c: Target, library: LinearAlgebraLibrary? = .system
  ) {
    if let library {
      library.run(self, a, b, into: c)
    } else {
      runPlainly(a, b, into: c)
    }
  }
}
