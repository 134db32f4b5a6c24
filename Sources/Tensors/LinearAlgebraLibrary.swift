import OpenBLASShim

/// OpenBLAS's product of two matrices, for products that are large enough to be worth its call.
enum LinearAlgebraLibrary {
  // One thread: a person waits on one, and results must not vary with the number of cores.
  private static let usesOneThread: Void = openblas_set_num_threads(1)

  static func run(_ product: Multiplication, _ a: Source, _ b: Source, into c: Target) {
    _ = usesOneThread
    let (rows, inner, columns) = (product.rows, product.inner, product.columns)
    cblas_sgemm(
      CblasRowMajor, order(product.transposesLeft), order(product.transposesRight),
      blasint(rows), blasint(columns), blasint(inner),
      1, a, blasint(product.leftStep),
      b, blasint(product.transposesRight ? inner : columns),
      product.adds ? 1 : 0, c, blasint(columns))
  }

  private static func order(_ isTransposed: Bool) -> CBLAS_TRANSPOSE {
    isTransposed ? CblasTrans : CblasNoTrans
  }
}
