/// The rows that a last axis makes of so many numbers.
struct Rows {
  let count: Int
  let length: Int

  init(of numbers: Int, length: Int) {
    precondition(
      length > 0 ? numbers.isMultiple(of: length) : numbers == 0, "rows are equally long")
    count = length > 0 ? numbers / length : 0
    self.length = length
  }

  /// Where each row starts.
  var starts: StrideTo<Int> { stride(from: 0, to: count * length, by: max(length, 1)) }
}
