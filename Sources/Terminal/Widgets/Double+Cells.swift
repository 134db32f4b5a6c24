extension Double {
  /// The nearest whole number of cells or dots; none where this is no number, and never so many
  /// that adding a few would overflow.
  var cells: Int {
    isNaN ? 0 : Int(Swift.max(-1e6, Swift.min(1e6, rounded())))
  }
}
