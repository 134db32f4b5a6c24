/// Something that draws itself into a buffer and knows nothing else.
package protocol Widget {
  /// The room it wants, at most what there is.
  func size(fitting available: Size, appearance: Appearance) -> Size

  /// Draws itself inside the block.
  func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance)
}
