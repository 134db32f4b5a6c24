import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What two vectors are to each other: lengths, angle, dot product.
struct PlaneReadout {
  private let first: PlaneView.Vector
  private let second: PlaneView.Vector?
  /// Whether the reader has to be told which two of the arrows are meant.
  private let isAmongOthers: Bool

  init?(_ vectors: [PlaneView.Vector], _ focused: Int?, _ partner: Int?) {
    guard let focused, vectors.indices.contains(focused) else { return nil }
    first = vectors[focused]
    second = partner.flatMap { vectors.indices.contains($0) ? vectors[$0] : nil }
    isAmongOthers = vectors.count > 2
  }

  /// The longest way to say it that fits.
  func line(fitting width: Int, symbols: Symbols) -> Line? {
    forms(symbols).first { $0.width <= width }
  }

  private func forms(_ symbols: Symbols) -> [Line] {
    guard let second else { return [[name(first), length(first, symbols)]] }
    let times = Span(" \(symbols.product) ", .dim)
    let angle = Span(angleText(to: second, unit: symbols.isASCII ? " deg" : "°"), .text)
    let dot = Span(number(first.x * second.x + first.y * second.y, symbols), .bright, bold: true)
    let lengths = (length(first, symbols), length(second, symbols))
    let equals = Span(" = ", .dim)
    let full: Line = [
      name(first), lengths.0, times, name(second), lengths.1, times, Span("cos ", .dim), angle,
      equals, dot,
    ]
    let product: Line = [Span(first.name, .dim), times, Span(second.name, .dim), equals, dot]
    let nameless: Line = [
      lengths.0, times, lengths.1, times, Span("cos ", .dim), angle, equals, dot,
    ]
    let shorter = isAmongOthers ? [product + [Span("  ", .dim), angle], product] : [nameless]
    return [full] + shorter + [[angle, Span("  ", .dim), dot]]
  }

  private func name(_ vector: PlaneView.Vector) -> Span { Span("|\(vector.name)| ", .dim) }

  private func length(_ vector: PlaneView.Vector, _ symbols: Symbols) -> Span {
    Span(number(Self.length(vector), symbols), vector.role)
  }

  private func number(_ value: Float, _ symbols: Symbols) -> String {
    let text = NumberFormat.cell(value)
    return symbols.isASCII ? text.replacing("−", with: symbols.minus) : text
  }

  private func angleText(to second: PlaneView.Vector, unit: String) -> String {
    "\(Self.degrees(between: first, and: second))\(unit)"
  }

  /// The angle between two arrows in whole degrees; 0 where one of them has no length.
  static func degrees(between first: PlaneView.Vector, and second: PlaneView.Vector) -> Int {
    let lengths = length(first) * length(second)
    guard lengths > 0, lengths.isFinite else { return 0 }
    let cosine = (first.x * second.x + first.y * second.y) / lengths
    guard cosine.isFinite else { return 0 }
    return Int((acos(Double(max(-1, min(1, cosine)))) * 180 / .pi).rounded())
  }

  private static func length(_ vector: PlaneView.Vector) -> Float {
    (vector.x * vector.x + vector.y * vector.y).squareRoot()
  }
}
