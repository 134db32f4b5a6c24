import Progress

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Saves in a loop, one new step a time, and says each step only once it is safe.
///
/// Usage: ProgressHammer FOLDER PREFIX COUNT [LARGEST-FILE]
@main
enum Hammer {
  static func main() {
    let words = CommandLine.arguments
    guard words.count >= 4, let count = Int(words[3]) else { exit(2) }
    if words.count > 4, let bytes = rlim_t(words[4]) { limitFiles(to: bytes) }
    var store = ProgressStore(directory: words[1])
    // Another hammer lets go of the lock for an instant at a time, which on a busy machine may be
    // missed for seconds.
    store.patience = .seconds(60)
    for number in 0..<count {
      var progress = Progress()
      let date = Timestamp(secondsSince1970: 1_700_000_000 + number)
      progress.finish(step: "\(words[2])-\(number)", of: "lookup", at: date)
      let saved = store.save(progress, at: date)
      say(saved.banner ?? "\(words[2])-\(number)")
    }
  }

  /// Makes every file of this process end at a given size, as a full disk does.
  private static func limitFiles(to bytes: rlim_t) {
    signal(SIGXFSZ, SIG_IGN)
    var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
    #if canImport(Glibc)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    #else
    setrlimit(RLIMIT_FSIZE, &limit)
    #endif
  }

  private static func say(_ line: String) {
    var text = line + "\n"
    text.withUTF8 { _ = write(1, $0.baseAddress, $0.count) }
  }
}
