import ArgumentParser
import Files
import Pages
import Progress
import Text

/// The settings file of this user: how it was found, and how it is written.
struct PersonalSettings {
  let file: SettingsFile
  /// The first problem of the file on one line; nil where all is well.
  let problem: String?
  let state: State

  enum State: Equatable {
    case there
    case missing
    /// Only the file of an earlier version is there; its values hold until the first change.
    case earlier
    case unreadable
  }

  init(_ store: PreferenceStore) {
    let name = store.settingsPath ?? "settings.yml"
    do {
      if let text = try store.settingsText() {
        file = SettingsFile(text, name: name)
        (problem, state) = (file.firstProblem, .there)
      } else {
        let earlier = store.earlierSettings()
        file = SettingsFile("", name: name, base: earlier ?? Settings())
        (problem, state) = (nil, earlier == nil ? .missing : .earlier)
      }
    } catch {
      file = SettingsFile("", name: name)
      (problem, state) = (error.problem, .unreadable)
    }
  }

  /// Writes what has changed into the file, and leaves the rest of it as it is now.
  ///
  /// - Returns: why it was not written, in a sentence; nil where it was.
  static func save(_ new: Settings, since old: Settings, in store: PreferenceStore) -> String? {
    let now = PersonalSettings(store)
    guard now.state != .unreadable else { return now.problem }
    // What an earlier version kept is taken over with the first change.
    let known = now.state == .earlier ? Settings() : old
    guard let text = now.file.text(changing: known, to: new) else {
      return "this was not saved: correct \(now.problem ?? "settings.yml") first"
    }
    do {
      try store.writeSettings(text)
      return nil
    } catch {
      return error.problem
    }
  }
}

extension PersonalSettings {
  /// Prints what is wrong, and throws if anything is.
  func complain() throws {
    if !file.problems.isEmpty {
      Output.complain(file.problems.map { $0.rendered() }.joined(separator: "\n"))
      throw ExitCode.failure
    }
    if let problem { throw CommandFailure(problem) }
  }
}
