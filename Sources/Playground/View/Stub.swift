import Terminal

struct PlaneView: Widget {
  struct Vector {
    var name: String
    var x: Float
    var y: Float
    var role: Role
  }
  var title: Line
  var vectors: [Vector]
  var focused: Int?
  func size(fitting: Size, look: Look) -> Size { Size(width: 30, height: 8) }
  func draw(in rect: Rect, on b: inout Buffer, look: Look) {}
}
struct Histogram: Widget {
  var title: Line
  var captions: [Line]
  var values: [Float]
  var role: Role
  func size(fitting: Size, look: Look) -> Size { Size(width: 30, height: 8) }
  func draw(in rect: Rect, on b: inout Buffer, look: Look) {}
}
struct CurvePlot: Widget {
  var title: Line
  var captions: [Line]
  var values: [Float]
  var role: Role
  func size(fitting: Size, look: Look) -> Size { Size(width: 30, height: 8) }
  func draw(in rect: Rect, on b: inout Buffer, look: Look) {}
}
struct OverlayFrame: Widget {
  var title: Line
  func content(in r: Rect) -> Rect { r.inset(dx: 3, dy: 2) }
  func size(fitting: Size, look: Look) -> Size { fitting }
  func draw(in rect: Rect, on b: inout Buffer, look: Look) {}
}
