import Lessons
import Models
import Progress
import Text

/// What was asked for, or what happened; `update` alone decides what it means for the model.
package indirect enum Message: Equatable, Codable, Sendable {
  case leave(Leave)
  case turn(Turn)
  case read(Read)
  case go(Destination)
  case focus(Focus)
  case move(Direction)
  case select(Selection)
  case heads(Heads)
  case map(Map)
  case sentence(Sentence)
  case hunt(Hunt)
  case list(List)
  case glossary(Glossary)
  case listen(Listen)
  /// Scrolls what floats above the page to this line.
  case scroll(to: Int)
  case value(Value)
  case train(Train)
  case history(History)
  case why(Why)
  /// Answers the open question by one of its options, counted from 0.
  case answer(Int)
  case aid(Aid)
  case edit(Edit)
  case open(Page)
  case set(Setting)
  /// How much each slider moves a number, beside the sliders; on or off.
  case slopes
  case pin(Pin)
  case copy
  case saveScene
  case redraw
  case suspend
  case reported(Report)
}

extension Message {
  /// Ways out, from the widest to the narrowest.
  package enum Leave: Equatable, Codable, Sendable {
    case quit
    /// One level up; from the map, out.
    case back
    /// What floats or is being typed; never the program.
    case close
  }

  /// Turning from step to step.
  package enum Turn: Equatable, Codable, Sendable {
    case nextStep
    case previousStep
    case firstStep
    case lastStep
    /// By its number, 1-based.
    case toStep(Int)
  }

  /// Reading the words of a step.
  package enum Read: Equatable, Codable, Sendable {
    /// From a place on.
    case from(TextPlace)
    /// Past a pause, or past the end of the step.
    case on
    /// The open question, which has to be read before it is answered.
    case question
    /// The words, where another part stands in front of them.
    case words
    /// Where they go no further that way; perhaps they do another way.
    case edge(scrolls: Bool)
  }

  /// The places that the program can be in.
  package enum Destination: Equatable, Codable, Sendable {
    case map
    /// A lesson by its id, and a step counted from 1; nil opens it where it was left.
    case lesson(String, step: Int? = nil)
    case playground
    /// Old questions with other numbers.
    case review
    /// Questions that tell where to start.
    case diagnostic
  }

  /// Which part of the page the keys act on.
  package enum Focus: Equatable, Codable, Sendable {
    case next
    case previous
    /// The part that the keys act on, where the words stand in front of it.
    case hand
    /// A panel, counted from 0.
    case panel(Int)
    case words
    case zoom
    /// The next or previous table of a stack, or vector of a plane.
    case nextStack
    case previousStack
  }

  /// Something pointed at on the page.
  package enum Selection: Equatable, Codable, Sendable {
    /// A slider, counted from 0.
    case slider(Int)
    /// A panel and, where it was pointed at, a cell of it.
    case panel(Int, PanelCursor?)
    /// A knob of the run and, on its track, how far along from 0 to 1.
    case knob(RunKnob, Double?)
    /// A row of the course map, counted from 0.
    case lesson(Int)
  }

  /// What is done where all heads of a model are in view.
  package enum Heads: Equatable, Codable, Sendable {
    case select(HeadPlace)
    /// Shows the head as a scene.
    case open
    case nextToken
    case previousToken
    /// Types another sentence.
    case edit
    /// Shows the model at an earlier step of its training.
    case earlier
    case later
    /// Lets the head write nothing, or lets it write again.
    case silence
    /// Moves what the head writes into another sentence.
    case transplant
  }

  /// What is done with the lesson that the course map has selected, or with the map itself.
  package enum Map: Equatable, Codable, Sendable {
    /// Goes on where a lesson was left last.
    case goOn
    /// Marks the lesson as complete, or takes that back.
    case toggleDone
    /// Marks the lesson to be taken again, or takes that back.
    case toggleAgain
    /// Follows the short path, or the whole course.
    case toggleShortPath
  }

  /// What is done where the words of a sentence are in hand.
  package enum Sentence: Equatable, Codable, Sendable {
    /// Takes a piece of the sentence in hand, counted from 0.
    case take(piece: Int)
    /// Takes the next or previous place in hand.
    case takeNext(by: Int)
    /// Puts another word in the place in hand, or drags the blend.
    case turn(steps: Int)
    case restore
    case nextAct
    case previousAct
    /// Places a bet or switches a head, counted from 0.
    case choose(Int)
    /// Why the largest weight is what it is.
    case why
    /// Types another sentence.
    case edit
    /// Shows all heads of the model over the sentence.
    case openHeads
    case beginCourse
  }

  /// What is done in a hunt for a head.
  package enum Hunt: Equatable, Codable, Sendable {
    case select(HeadPlace)
    /// Gives a proof, counted from 0.
    case prove(Int)
    /// Hunts in another sentence.
    case next
    /// Shows all heads of the model over the sentence.
    case openHeads
  }

  /// What is done with a list that floats.
  package enum List: Equatable, Codable, Sendable {
    /// Selects a row, counted from 0.
    case select(Int)
    /// Closes the list and does what its row asks for.
    case choose([Message])
  }

  /// Listening to what is said of a step.
  package enum Listen: Equatable, Codable, Sendable {
    /// Pauses, or goes on; once all is said, says it again.
    case pause
    /// The next sentence, or the one before.
    case next
    case previous
    /// Some time has passed.
    case on(milliseconds: Int)
  }

  /// What the speech program did.
  package enum VoiceReport: Equatable, Sendable {
    /// It has said its sentence.
    case ended
    /// It ended with an error.
    case failed
    /// There is none.
    case missing
  }

  /// Reading the glossary, and going to what shows an entry.
  package enum Glossary: Equatable, Codable, Sendable {
    /// Opens the list and, above it, the entry of this name.
    case open(String?)
    /// Opens an entry above the list.
    case read(String)
    /// Selects one of the steps that show the entry, counted from 0.
    case choose(Int)
    /// Goes to a step of a lesson, counted from 1.
    case show(lesson: String, step: Int)
    /// Returns to where one was.
    case goBack
  }

  /// What of a large table stays in view while it is scrolled.
  package enum Pin: Equatable, Codable, Sendable {
    case row
    case column
  }

  /// Changes of the input in hand.
  package enum Value: Equatable, Codable, Sendable {
    case nudge(steps: Int, Pace)
    case restore
    case type
  }

  /// What a run of gradient descent is asked.
  package enum Train: Equatable, Codable, Sendable {
    /// Run, or pause.
    case toggle
    /// Begin from other random numbers.
    case redraw
    /// Take, or show again, the steps up to this one.
    case to(step: Int)
    /// Measure the next piece.
    case measure
  }

  /// Changes of the step as a whole.
  package enum History: Equatable, Codable, Sendable {
    case undo
    case redo
    case reset
    case toggleSandbox
    /// Keeps the present state as A beside what follows, or lays it aside.
    case keepAside
  }

  /// Following a number to where it comes from.
  package enum Why: Equatable, Codable, Sendable {
    case ask
    case follow
    case goBack
    case toggleGradients
  }

  /// Help with the task of a step.
  package enum Aid: Equatable, Codable, Sendable {
    case hint
    case solution
    case check
    /// Opens the experiment that tests what the last wrong answer shows to be believed.
    case experiment
    /// Opens the line in which the formula that is asked for is written.
    case write
  }

  /// Typing.
  package enum Edit: Equatable, Codable, Sendable {
    /// One character, or a few that belong together.
    case type(String)
    case line(LineEdit)
    case paste(String)
    case submit
  }

  /// What floats above the page on request.
  package enum Page: Equatable, Codable, Sendable {
    case help
    case search
    case palette
    case plainText
    /// What the lesson says about itself.
    case about
    /// The instructorâs notes on the step.
    case notes
  }

  /// What a person prefers; kept from one session to the next.
  package enum Setting: Equatable, Codable, Sendable {
    /// A theme by its name.
    case theme(String)
    case toggleMouse
    case toggleNarration
    case fasterVoice
    case slowerVoice
    case toggleMotion
  }

  /// What the terminal and the files report; nobody asked for it with a key.
  package enum Report: Equatable, Sendable {
    case paused
    case resumed
    case hungUp
    case saved(StoredProgress)
    case said(String)
    case voice(VoiceReport)
    /// What the terminal's own ground is like.
    case ground(isLight: Bool)
    /// A piece of attention took so long.
    case measured(AttentionJob, seconds: Double)
    /// The steps of each lesson were read, with their words, and perhaps the glossary.
    case course([String: [StepOutline]], Lessons.Glossary? = nil)
    /// A lesson was read, as it was asked for.
    case opened(OpenedLesson)
    /// A lesson cannot be opened; what is wrong with it, in lines.
    case closed(lesson: String, because: [String])
  }
}

/// Reports are of the moment and never kept.
extension Message.Report: Codable {
  package init(from decoder: any Decoder) throws {
    throw DecodingError.dataCorrupted(
      DecodingError.Context(
        codingPath: decoder.codingPath, debugDescription: "a report is not kept"))
  }

  package func encode(to encoder: any Encoder) throws {
    throw EncodingError.invalidValue(
      self,
      EncodingError.Context(
        codingPath: encoder.codingPath, debugDescription: "a report is not kept"))
  }
}

/// Where an arrow points.
package enum Direction: Hashable, Codable, Sendable, CaseIterable {
  case up
  case down
  case left
  case right
}

/// How far one nudge goes, as a multiple of the slider's own step.
package enum Pace: Hashable, Codable, Sendable {
  case fine
  case normal
  case coarse

  package var factor: Float {
    switch self {
    case .fine: 0.1
    case .normal: 1
    case .coarse: 10
    }
  }
}
