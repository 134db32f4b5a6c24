/// Saves the progress of one run of the playground without making a person wait, and sees to it that
/// nothing is lost at the end.
package final class ProgressKeeper {
  /// How long keys may wait for another window that is saving; it takes some thirty milliseconds.
  private static let shortPatience = Duration.milliseconds(150)

  private let store: ProgressStore
  private let temporaryFolder: String
  /// What is known to be in the file.
  private var kept: Progress
  package private(set) var problem: ProgressError?

  package init(_ store: ProgressStore, loaded: StoredProgress, temporaryFolder: String) {
    self.store = store
    self.temporaryFolder = temporaryFolder
    kept = loaded.progress
    problem = loaded.problem
  }

  /// Merges progress into the file; a lock that was held for too long is not waited for again.
  package func save(_ progress: Progress, at date: Timestamp) -> StoredProgress {
    save(progress, at: date, patience: problem == .busy ? .zero : Self.shortPatience)
  }

  private func save(_ progress: Progress, at date: Timestamp, patience: Duration) -> StoredProgress
  {
    var store = store
    store.patience = patience
    let stored = store.save(progress, at: date)
    problem = stored.problem
    if stored.problem?.leavesUnsaved != true { kept = stored.progress }
    return stored
  }

  /// Tries once more to save what could not be, and else writes it to a file of its own.
  ///
  /// - Returns: sentences on what was not saved and where it is; nil where everything was.
  package func settle(_ progress: Progress, at date: Timestamp) -> String? {
    guard problem?.leavesUnsaved == true else { return nil }
    let stored = save(progress, at: date, patience: store.patience)
    guard let problem = stored.problem, problem.leavesUnsaved else { return nil }
    let news = progress.news(since: kept)
    let end =
      news.isEmpty
      ? "Nothing was finished or answered meanwhile." : rescue(progress, news, date)
    return "\(problem.sentence(atEnd: true)) \(end)"
  }

  private func rescue(_ progress: Progress, _ news: String, _ date: Timestamp) -> String {
    guard let path = store.rescue(progress, at: date, elsewhere: temporaryFolder) else {
      return "Not saved: \(news)."
    }
    return "Not saved: \(news). It is in \(path); add it later with: qkv progress import \(path)"
  }
}

extension ProgressError {
  /// The sentence of the banner, or one for when there will be no other try.
  fileprivate func sentence(atEnd: Bool) -> String {
    self == .busy && atEnd
      ? "Another qkv holds the progress file and does not let go; perhaps it is stopped." : sentence
  }
}

extension Progress {
  /// What this progress holds that `old` does not, in words: `2 steps and 1 answer`.
  fileprivate func news(since old: Progress) -> String {
    let steps = lessons.reduce(0) { count, lesson in
      count + lesson.value.finished.keys.count { !old.isFinished(step: $0, of: lesson.key) }
    }
    let answers = lessons.reduce(0) { count, lesson in
      count + lesson.value.outcomes.count { old.lessons[lesson.key]?.outcomes[$0.key] != $0.value }
    }
    return [(steps, "finished step"), (answers, "answer")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " and ")
  }
}
