/// The largest or the smallest number of a row; a NaN wins over every number.
protocol RowExtreme: RowFunction {
  static func isBetter(_ a: Float, than b: Float) -> Bool
}

extension RowExtreme {
  static func value(_ count: Int, _ row: Source) -> Float { row[place(count, row)] }

  /// The first place of the extreme.
  @inline(__always)
  static func place(_ count: Int, _ row: Source) -> Int {
    var best = 0
    for place in 1..<max(count, 1) where !row[best].isNaN {
      if row[place].isNaN || isBetter(row[place], than: row[best]) { best = place }
    }
    return best
  }

  // Where several share the extreme they share its gradient, the mean of the slopes to all sides.
  static func addGradient(
    _ gradient: Float, _ count: Int, _ row: Source, _ y: Float, into sum: Target
  ) {
    var ties: Float = 0
    for place in 0..<count where row[place] == y { ties += 1 }
    for place in 0..<count where row[place] == y { sum[place] += gradient / ties }
  }
}

enum RowMaximum: RowExtreme {
  static func isBetter(_ a: Float, than b: Float) -> Bool { a > b }
}

enum RowMinimum: RowExtreme {
  static func isBetter(_ a: Float, than b: Float) -> Bool { a < b }
}

/// The place of the largest number, of the first where several are; it jumps, so its slope is 0.
enum RowArgmax: RowFunction {
  static func value(_ count: Int, _ row: Source) -> Float { Float(RowMaximum.place(count, row)) }

  static func addGradient(
    _ gradient: Float, _ count: Int, _ row: Source, _ y: Float, into sum: Target
  ) {}
}
