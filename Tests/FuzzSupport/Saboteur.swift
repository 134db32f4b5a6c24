import Files
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Counts calls, and makes one of them fail as the system would.
package final class Saboteur: Sendable {
  private let calls = Atomic<Int>(0)
  private let victim: Int
  private let code: CInt

  package init(victim: Int, code: CInt) {
    self.victim = victim
    self.code = code
  }

  package var count: Int { calls.load(ordering: .relaxed) }

  private func strikes() -> Bool {
    let number = calls.add(1, ordering: .relaxed).oldValue
    guard number == victim else { return false }
    errno = code
    return true
  }

  /// Real operations, but for the one call; a failing write has already written half its bytes.
  package func operations() -> FileOperations {
    let real = FileOperations()
    var faulty = real
    faulty.open = { self.strikes() ? -1 : real.open($0, $1, $2) }
    faulty.read = { self.strikes() ? -1 : real.read($0, $1) }
    faulty.write = { file, bytes in
      guard self.strikes() else { return real.write(file, bytes) }
      _ = real.write(file, UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)]))
      errno = self.code
      return -1
    }
    faulty.synchronize = { self.strikes() ? -1 : real.synchronize($0) }
    faulty.lock = { self.strikes() ? -1 : real.lock($0) }
    faulty.rename = { self.strikes() ? -1 : real.rename($0, $1) }
    faulty.link = { self.strikes() ? -1 : real.link($0, $1) }
    faulty.makeFolder = { self.strikes() ? -1 : real.makeFolder($0) }
    faulty.status = { self.strikes() ? -1 : real.status($0, &$1) }
    faulty.find = { self.strikes() ? -1 : real.find($0, &$1) }
    faulty.inspect = { self.strikes() ? -1 : real.inspect($0, &$1) }
    faulty.close = { file in
      let result = real.close(file)
      return self.strikes() ? -1 : result
    }
    return faulty
  }
}
