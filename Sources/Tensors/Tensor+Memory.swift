// Kernels work on pointers: the checks are done once, before the loop.

typealias Source = UnsafePointer<Float>
typealias Target = UnsafeMutablePointer<Float>

extension Tensor {
  /// Calls `body` with the numbers of `source`, and of this tensor to be written.
  @inline(__always)
  mutating func write(reading source: Tensor, _ body: (Target, Source) -> Void) {
    elements.withUnsafeMutableBufferPointer { target in
      source.elements.withUnsafeBufferPointer { source in
        guard let target = target.baseAddress, let source = source.baseAddress else { return }
        body(target, source)
      }
    }
  }

  @inline(__always)
  mutating func write(
    reading first: Tensor, _ second: Tensor, _ body: (Target, Source, Source) -> Void
  ) {
    write(reading: first) { target, first in
      second.elements.withUnsafeBufferPointer { second in
        guard let second = second.baseAddress else { return }
        body(target, first, second)
      }
    }
  }

  @inline(__always)
  mutating func write(
    reading first: Tensor, _ second: Tensor, _ third: Tensor,
    _ body: (Target, Source, Source, Source) -> Void
  ) {
    write(reading: first, second) { target, first, second in
      third.elements.withUnsafeBufferPointer { third in
        guard let third = third.baseAddress else { return }
        body(target, first, second, third)
      }
    }
  }
}
