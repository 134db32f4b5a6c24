#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A process that has run to its end, with what it took.
struct MeasuredProcess {
  struct Limits {
    let seconds: Int
    let gigabytes: Int
  }

  let milliseconds: Double
  let peakBytes: Int
  /// Its exit status, or 128 and the number of the signal that ended it.
  let status: CInt
  /// The first line that it printed, and the first that it complained of.
  let output: String
  private let complaint: String
  private let limits: Limits

  init(_ program: String, _ arguments: [String], _ limits: Limits, _ folder: CostFolder) throws {
    self.limits = limits
    let clock = ContinuousClock()
    let start = clock.now
    let id = try Self.start(program, arguments, limits, folder)
    var (code, usage) = (CInt(0), rusage())
    while wait4(id, &code, 0, &usage) < 0 && errno == EINTR {}
    milliseconds = (clock.now - start) / .milliseconds(1)
    #if canImport(Glibc)
    peakBytes = usage.ru_maxrss * 1024
    #else
    peakBytes = usage.ru_maxrss
    #endif
    let signal = code & 0x7F
    status = signal == 0 ? (code >> 8) & 0xFF : 128 + signal
    (output, complaint) = (folder.firstLine(of: "output"), folder.firstLine(of: "errors"))
  }

  /// Why it did not end well.
  var note: String {
    switch status {
    case 0: ""
    case 128 + SIGXCPU, 128 + SIGKILL: "stopped after \(limits.seconds) s"
    case 129...: "died of signal \(status - 128), at \(limits.gigabytes) GB at most"
    case _: complaint.firstIndex(of: " ").map { String(complaint[$0...].prefix(42)) } ?? complaint
    }
  }

  private static func start(
    _ program: String, _ arguments: [String], _ limits: Limits, _ folder: CostFolder
  ) throws -> pid_t {
    #if canImport(Darwin)
    var files: posix_spawn_file_actions_t?
    #else
    var files = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    let outputs = [(STDOUT_FILENO, "output"), (STDERR_FILENO, "errors")]
    for (output, name) in outputs {
      let flags = O_WRONLY | O_CREAT | O_TRUNC
      posix_spawn_file_actions_addopen(&files, output, folder.path(name), flags, 0o600)
    }
    var id: pid_t = 0
    let lessons = getenv("QKV_LESSONS").map { ["QKV_LESSONS=" + String(cString: $0)] } ?? []
    let variables = ["QKV_DATA_DIR=\(folder.path("data"))", "LANG=C.UTF-8"] + lessons
    let code = withLimits(limits) {
      withCStrings([program] + arguments) { words in
        withCStrings(variables) { posix_spawnp(&id, program, &files, nil, words, $0) }
      }
    }
    guard code == 0 else {
      throw CommandFailure("\(program) could not be started: \(String(cString: strerror(code))).")
    }
    return id
  }

  /// Sets limits that a process started meanwhile is bound by.
  private static func withLimits(_ limits: Limits, _ body: () -> CInt) -> CInt {
    #if canImport(Glibc)
    let resources = [
      __rlimit_resource_t(RLIMIT_CPU.rawValue), __rlimit_resource_t(RLIMIT_AS.rawValue),
    ]
    #else
    let resources = [RLIMIT_CPU, RLIMIT_AS]
    #endif
    let bounds = zip(resources, [limits.seconds, limits.gigabytes << 30])
    let old = bounds.map { resource, bound in
      var (old, new) = (rlimit(), rlimit())
      getrlimit(resource, &old)
      new = rlimit(rlim_cur: min(rlim_t(bound), old.rlim_max), rlim_max: old.rlim_max)
      setrlimit(resource, &new)
      return old
    }
    defer {
      for ((resource, _), var old) in zip(bounds, old) { setrlimit(resource, &old) }
    }
    return body()
  }
}

/// A folder for the files of a measurement.
struct CostFolder {
  private let folder: String

  init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(parent)/qkv-costs-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else {
      throw CommandFailure("\(parent) takes no new folder: \(String(cString: strerror(errno))).")
    }
    folder = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Makes a file of what the last process printed, and returns its path.
  func moveOutput(to name: String) throws -> String {
    guard rename(path("output"), path(name)) == 0 else {
      throw CommandFailure("\(path(name)) could not be made: \(String(cString: strerror(errno))).")
    }
    return path(name)
  }

  func firstLine(of name: String) -> String {
    guard let file = fopen(path(name), "r") else { return "" }
    defer { fclose(file) }
    var room = [CChar](repeating: 0, count: 300)
    guard fgets(&room, CInt(room.count), file) != nil else { return "" }
    let bytes = room.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  func remove() {
    for name in ["costs.md", "costs.qkv", "output", "errors"] { unlink(path(name)) }
    rmdir(folder)
  }
}
