// Kernels work on pointers: the checks are done once, before the loop.

typealias Source = UnsafePointer<Float>
typealias Target = UnsafeMutablePointer<Float>

extension [Float] {
  /// Calls `body` with where these numbers lie, to be written, and where those of `source` do.
  @inline(__always)
  mutating func write(reading source: [Float], _ body: (Target, Source) -> Void) {
    withUnsafeMutableBufferPointer { target in
      source.withUnsafeBufferPointer { source in
        guard let target = target.baseAddress, let source = source.baseAddress else { return }
        body(target, source)
      }
    }
  }

  @inline(__always)
  mutating func write(
    reading first: [Float], _ second: [Float], _ body: (Target, Source, Source) -> Void
  ) {
    write(reading: first) { target, first in
      second.withUnsafeBufferPointer { second in
        guard let second = second.baseAddress else { return }
        body(target, first, second)
      }
    }
  }

  @inline(__always)
  mutating func write(
    reading first: [Float], _ second: [Float], _ third: [Float],
    _ body: (Target, Source, Source, Source) -> Void
  ) {
    write(reading: first, second) { target, first, second in
      third.withUnsafeBufferPointer { third in
        guard let third = third.baseAddress else { return }
        body(target, first, second, third)
      }
    }
  }
}
