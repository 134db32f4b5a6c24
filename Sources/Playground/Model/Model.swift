import Lessons
import Progress
import Scenes

/// Everything that the program knows; one value, changed by `update` alone.
package struct Model: Equatable, Sendable {
  package let library: Library
  /// The steps of each written lesson, for the map and the search; empty until they are read.
  package internal(set) var outlines: [String: [StepOutline]]
  /// The words of the course; empty until they are read.
  package internal(set) var glossary: Glossary
  package var progress: Progress
  package var settings: Settings
  /// Whether the terminal's own ground is light, as far as it is known.
  package var hasLightGround = false
  /// Whether the terminal shows colours.
  package var hasColors = true
  /// When the last event came; time is an argument here, never a question.
  package var now: Timestamp

  package var map = MapState()
  /// The open lesson or playground; nil while the course map is in front.
  package var session: Session?
  /// The review that goes on, or has just ended; nil where there is none.
  package internal(set) var review: Review?
  /// The end of a lesson; nil where none is in front.
  package internal(set) var closing: Closing?
  /// The open model, below the scene of one of its heads; nil where none was opened.
  package internal(set) var heads: HeadsView?
  /// The hunt for a head; nil where none was opened.
  package internal(set) var hunt: HuntView?
  /// The sentence whose words are in hand, below all others; nil where none was opened.
  package internal(set) var sentence: SentenceView?
  /// What was bet on the first page, in this window or an earlier one.
  package internal(set) var firstBet: SentenceState.Bet?
  /// Since when the first page is open, where it was opened by itself.
  var firstVisit: FirstVisit?
  /// Whether the sentence was opened from the map.
  var returnsToMap = false
  /// What floats above the page, the topmost last.
  package var overlays: [Overlay] = []
  package var prompt: Prompt?
  package var notice: Notice?
  /// What stands in the way of saving, until a save succeeds again.
  package var problem: ProgressError?
  package var lastSaved: Timestamp?
  /// What the last key was told that it does when it is pressed again.
  package var offer: Offer?
  /// How many messages were recorded since the state of the lesson was kept; nil where it has not been.
  var linesSinceState: Int?
  /// Where one was before the glossary, or an experiment, led to a step.
  var wayBack: WayBack?
  /// What is being said of the step in front; nil while the voice is off.
  package internal(set) var playback: Playback?
  /// Whether there is no speech program that works, so that captions go by time alone.
  var isVoiceless = false
  /// What the voice has said of the sentence in front; nil while it is silent.
  var spokenSentence: String?

  package init(
    library: Library, outlines: [String: [StepOutline]] = [:], glossary: Glossary = Glossary(),
    progress: Progress, settings: Settings, now: Timestamp
  ) {
    self.now = now
    self.library = library
    self.outlines = outlines
    self.glossary = glossary
    map.selected = library.firstWritten
    self.progress = progress
    self.settings = settings
  }
}

/// Something that a key does only once it is asked for twice.
package enum Offer: Equatable, Sendable {
  /// Leaves a step with something open.
  case leaving
  /// Forgets what was answered in a step.
  case askingAgain

  /// The message that takes the offer up.
  var message: Message {
    switch self {
    case .leaving: .read(.on)
    case .askingAgain: .history(.reset)
    }
  }
}

extension Library {
  /// Where on the map the first lesson stands that can be opened.
  fileprivate var firstWritten: Int {
    course.entries.firstIndex { $0.state != .planned } ?? 0
  }
}

/// One sentence at the foot of the page, gone with the next key.
package struct Notice: Equatable, Sendable {
  package enum Tone: Sendable {
    case plain
    case good
    case wrong
  }

  /// The same in fewer and fewer words; the first that fits is seen.
  package let forms: [String]
  package var tone = Tone.plain

  package init(forms: [String], tone: Tone = .plain) {
    precondition(!forms.isEmpty, "a notice says something")
    self.forms = forms
    self.tone = tone
  }

  package init(text: String, tone: Tone = .plain) {
    self.init(forms: [text], tone: tone)
  }

  package var text: String { forms[0] }
}

/// The selection on the course map.
package struct MapState: Equatable, Sendable {
  package var selected = 0
  /// Whether the short path is the one to follow.
  package internal(set) var isShort = false
}

extension Model {
  /// The scene whose numbers are in front; nil where there is none.
  package var sceneInFront: Scene? { session?.stepState.scene ?? sentence?.scene }

  /// Whether keys go to the page itself.
  package var isPageInFront: Bool { overlays.isEmpty && prompt == nil }

  /// What the keys act on now.
  package var context: Context {
    if prompt != nil { return .prompt }
    switch overlays.last {
    case .why: return .why
    case .page: return .page
    case .list: return .list
    case .entry: return .entry
    case nil: break
    }
    if let context = session?.stepState.context { return context }
    if review != nil || closing != nil { return .closing }
    if heads != nil { return .heads }
    return hunt != nil ? .hunt : sentence != nil ? .sentence : .map
  }
}
