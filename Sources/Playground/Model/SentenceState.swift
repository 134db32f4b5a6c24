import Models

/// What someone has done to the sentence on the first page; small, and enough to show it again.
package struct SentenceState: Equatable, Codable, Sendable {
  /// What the page is about, one after another.
  package enum Act: String, Codable, CaseIterable, Sendable {
    /// Turning words.
    case words
    /// Stopping between two words.
    case blend
    /// Switching heads off.
    case heads
  }

  /// Where the student expects the model to change its mind.
  package enum Bet: String, Codable, CaseIterable, Sendable {
    case early
    case middle
    case late

    /// A third of the way each.
    init(at part: Float) {
      self = part < 1 / 3 ? .early : part > 2 / 3 ? .late : .middle
    }
  }

  package let model: String
  /// Words and phrases; an empty one is left out of the sentence.
  package internal(set) var pieces: [String]
  /// The piece that the keys turn, counted from 0.
  package internal(set) var hand: Int
  package internal(set) var act = Act.words
  /// Whether a turned word has made another token the one that is looked at most.
  package internal(set) var hasSwung = false
  package internal(set) var bet: Bet?
  /// How far from the first word to the second, in steps.
  package internal(set) var blend = 0
  /// Whether the blend has been dragged to where the answer changes.
  package internal(set) var hasTipped = false
  package internal(set) var silenced: [HeadPlace] = []
  /// Heads that were switched off at least once.
  package internal(set) var tried: [HeadPlace] = []

  /// So many steps lead from one word to the other.
  package static let blendSteps = 50

  package var blendPart: Float { Float(blend) / Float(Self.blendSteps) }
}
