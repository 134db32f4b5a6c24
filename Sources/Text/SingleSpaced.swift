extension StringProtocol {
  /// With one space for any run of white space, line feeds among it, and none around.
  package var singleSpaced: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
