extension [Float] {
  /// Where the largest number stands, the first of equal ones; 0 where there is none.
  package var placeOfLargest: Int {
    indices.max { (self[$0], $1) < (self[$1], $0) } ?? 0
  }
}
