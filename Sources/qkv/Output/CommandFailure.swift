/// A sentence, or several, for standard error; the exit status is then 1.
struct CommandFailure: Error, Equatable {
  let text: String

  init(_ text: String) {
    self.text = text
  }
}

/// Nobody reads on: `qkv eval … | head` is no mistake.
struct ClosedPipe: Error {}
