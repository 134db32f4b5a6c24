import BLASShim

/// The machine's library for large matrix products, loaded when it is first asked for.
struct LinearAlgebraLibrary: Sendable {
  private let sgemm: qkv_sgemm

  /// OpenBLAS, or Accelerate on a Mac; nil where the machine has none.
  static let system = LinearAlgebraLibrary(file: "libopenblas.so.0")

  /// nil where no such library can be loaded.
  init?(file: String) {
    guard let sgemm = qkv_load_sgemm(file) else { return nil }
    self.sgemm = sgemm
  }

  func run(_ product: Multiplication, _ a: Source, _ b: Source, into c: Target) {
    let (rows, inner, columns) = (product.rows, product.inner, product.columns)
    sgemm(
      Int32(qkv_row_major), order(product.transposesLeft), order(product.transposesRight),
      Int32(rows), Int32(columns), Int32(inner),
      1, a, Int32(product.leftStep),
      b, Int32(product.transposesRight ? inner : columns),
      product.adds ? 1 : 0, c, Int32(columns))
  }

  private func order(_ isTransposed: Bool) -> Int32 {
    Int32(isTransposed ? qkv_transposed : qkv_as_it_lies)
  }
}
