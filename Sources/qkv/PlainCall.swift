/// A call of `qkv` or `qkv learn` in its plainest words.
///
/// The argument parser takes its time even for these, a seventh of that to the first page. It reads
/// them no differently, and everything else is left to it.
struct PlainCall: Equatable {
  /// nil for the course map.
  private(set) var lesson: String?
  private(set) var step: String?
  private(set) var lessons: String?
  private(set) var dataDir: String?

  /// nil where the call is not so plain.
  init?(_ arguments: [String]) {
    var words = arguments[...]
    if words.first == "learn" {
      words.removeFirst()
      guard let lesson = words.popFirst(), lesson.isPlain else { return nil }
      self.lesson = lesson
    }
    while let option = words.popFirst() {
      guard let value = words.popFirst(), value.isPlain, take(option, value) else { return nil }
    }
  }

  private mutating func take(_ option: String, _ value: String) -> Bool {
    switch option {
    case "--step" where lesson != nil: step = value
    case "--lessons": lessons = value
    case "--data-dir": dataDir = value
    case _: return false
    }
    return true
  }

  func run() throws {
    let folders = Folders(lessons: lessons, dataDir: dataDir)
    guard let lesson else { return try MapCommand.openMap(folders) }
    try LearnCommand.learn(lesson, Changes(step: step), folders)
  }
}

extension String {
  /// Whether the word cannot be meant as an option.
  fileprivate var isPlain: Bool { !isEmpty && !hasPrefix("-") }
}
