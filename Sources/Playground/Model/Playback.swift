import Lessons

/// What is said of the step in front, sentence by sentence, and how far that has come.
///
/// Time comes in by ticks. Where a voice speaks, a sentence lasts until the voice has ended; without one it
/// lasts as long as it would take to say.
package struct Playback: Equatable, Sendable {
  /// What the voice does with the sentence in front.
  enum Voice: Equatable, Sendable {
    /// There is none, or none that works.
    case none
    case speaking
    /// It has said the sentence, or nothing of it.
    case ended
  }

  let lesson: String
  let step: Int
  /// What was said, or is about to be.
  var utterances: Set<Utterance> = []
  package private(set) var captions: [Caption] = []
  /// The sentence in front, counted from 0; behind the last one, all is said.
  package private(set) var place = 0
  /// How far the sentence in front is, in milliseconds at the usual speed.
  private(set) var elapsed = 0
  package internal(set) var isPaused = false
  var voice = Voice.none

  init(lesson: String, step: Int) {
    self.lesson = lesson
    self.step = step
  }

  /// The sentence in front, or the last one once all is said.
  package var caption: Caption? {
    captions.indices.contains(place) ? captions[place] : captions.last
  }

  /// What can be done once all is said.
  package static let ending = "\(key: .pauseVoice) says it again"

  package var isOver: Bool { place >= captions.count }
  /// Whether time moves it.
  package var isPlaying: Bool { !isPaused && !isOver }

  /// How much of the sentence in front is said, from 0 to 1.
  package var partOfCaption: Double {
    guard !isOver, let caption else { return 1 }
    return min(Double(elapsed) / Double(caption.duration), 1)
  }

  /// What is said so far and all there is, in whole seconds at a speed.
  package func seconds(at speed: Double) -> (said: Int, all: Int) {
    let before = captions.prefix(place).reduce(0) { $0 + $1.duration }
    let here = isOver ? 0 : min(elapsed, caption?.duration ?? 0)
    let all = captions.reduce(0) { $0 + $1.duration }
    func seconds(_ time: Int) -> Int { Int((Double(time) / 1000 / speed).rounded()) }
    return (seconds(before + here), seconds(all))
  }
}

extension Playback {
  /// Goes on with other sentences: what was not said before them is left out.
  mutating func say(_ new: [Caption]) {
    captions = captions.prefix(place + (isOver || elapsed == 0 ? 0 : 1)) + new
    place = captions.count - new.count
    elapsed = 0
  }

  /// Goes to a sentence, from its beginning.
  mutating func go(to place: Int) {
    self.place = min(max(place, 0), captions.count)
    elapsed = 0
    voice = voice == .none ? .none : .ended
  }

  /// What follows from some more time.
  enum Step: Equatable {
    case nothing
    /// The next sentence is in front.
    case next
    /// The voice takes far too long.
    case givenUp
  }

  /// Lets time pass, in milliseconds at the usual speed.
  mutating func pass(_ time: Int) -> Step {
    guard isPlaying, let caption else { return .nothing }
    elapsed += max(time, 0)
    switch voice {
    case .speaking:
      guard elapsed > Self.patience(for: caption) else { return .nothing }
      voice = .none
      advance()
      return .givenUp
    case .none, .ended:
      guard elapsed >= caption.duration else { return .nothing }
      advance()
      return .next
    }
  }

  /// The voice has ended by itself: the next sentence follows, unless it cannot have said this one.
  mutating func voiceEnded() -> Step {
    guard voice == .speaking, let caption else { return .nothing }
    voice = .ended
    guard isPlaying, elapsed * 2 >= caption.duration else { return .nothing }
    advance()
    return .next
  }

  private mutating func advance() {
    place += 1
    elapsed = 0
  }

  /// How long a voice may take: a slow one four times as long as expected, and some seconds to start.
  private static func patience(for caption: Caption) -> Int { 4 * caption.duration + 10_000 }
}
