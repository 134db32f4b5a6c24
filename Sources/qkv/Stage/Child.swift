#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A process started beside this one, in its group: it stops and hangs up with it.
///
/// Nothing here waits. swift-subprocess would: its calls are asynchronous, keep three threads
/// that also receive our signals, and cannot end a process on the way out of this one.
struct Child {
  private let id: pid_t

  /// Starts a program that reads `input`, as far as a pipe holds it, and whose output is lost.
  init?(_ path: String, _ arguments: [String], input: String) {
    guard let source = Self.readingEnd(holding: input) else { return nil }
    defer { close(source) }
    guard let id = Self.start(path, arguments, source) else { return nil }
    self.id = id
  }

  enum State: Equatable {
    case running
    /// Its number may now belong to another process: it must not be asked again.
    case ended(isFine: Bool)
  }

  /// Whether it still runs, and else how it ended.
  var state: State {
    var status: CInt = 0
    let found = waitpid(id, &status, WNOHANG)
    return found == 0 ? .running : .ended(isFine: found == id && status == 0)
  }

  /// Ends it, and leaves nothing of it behind; only for one that was not seen to have ended.
  ///
  /// One that heeds the request is gone at once; what does not is killed.
  func end() {
    kill(id, SIGTERM)
    for _ in 0..<Self.grace {
      if state != .running { return }
      usleep(1_000)
    }
    kill(id, SIGKILL)
    waitpid(id, nil, 0)
  }

  /// How long it may take to heed a request to end, in milliseconds: nobody feels that.
  private static let grace = 40

  /// The reading end of a pipe that holds the text.
  private static func readingEnd(holding text: String) -> CInt? {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    let bytes = Array(text.utf8)
    _ = write(ends[1], bytes, bytes.count)
    close(ends[1])
    return ends[0]
  }

  private static func start(_ path: String, _ arguments: [String], _ source: CInt) -> pid_t? {
    #if canImport(Darwin)
    var files: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    #else
    var files = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_adddup2(&files, source, STDIN_FILENO)
    posix_spawn_file_actions_addclose(&files, source)
    for output in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&files, output, "/dev/null", O_WRONLY, 0)
    }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What this process ignores, a child would ignore as well.
    var ignored = sigset_t()
    sigemptyset(&ignored)
    sigaddset(&ignored, SIGPIPE)
    sigaddset(&ignored, SIGXFSZ)
    posix_spawnattr_setsigdefault(&attributes, &ignored)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var id: pid_t = 0
    let variables = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
    let code = withCStrings([path] + arguments) { words in
      withCStrings(variables) { posix_spawn(&id, path, &files, &attributes, words, $0) }
    }
    return code == 0 ? id : nil
  }
}

/// Lends texts as C wants them, with a null at the end.
func withCStrings<Result>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = texts.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}
