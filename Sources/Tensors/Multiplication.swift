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

  /// From this many multiplications on the library is worth having.
  ///
  /// `qkv bench products` shows the two level at 500 multiplications and the library two to six times
  /// faster here; but below it saves less than a microsecond and rounds as suits each processor, while lessons should show the same digits everywhere and for every
  /// number of rows.
  static let libraryThreshold = 4096

  /// Whether it is worked out without the library.
  var isSmall: Bool { rows * inner * columns < Multiplication.libraryThreshold }

  var leftStep: Int { leftStride ?? (transposesLeft ? rows : inner) }

  @inline(__always)
  func run(_ a: Source, _ b: Source, into c: Target, by method: MatrixProduct.Method? = nil) {
    switch method ?? (isSmall ? .loops : .library) {
    case .loops: runPlainly(a, b, into: c)
    case .library: LinearAlgebraLibrary.run(self, a, b, into: c)
    }
  }
}
