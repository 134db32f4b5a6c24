import Lessons
import Progress

extension Model {
  /// What the voice has to do after a change: say what is new, or be silent.
  mutating func narrate() -> [Effect] {
    let spokenBefore = spokenSentence
    spokenSentence = settings.narration && context == .sentence ? sentence?.spoken : nil
    if let spokenSentence {
      if spokenSentence == spokenBefore { return [] }
      let speech = Speech(
        text: spokenSentence, language: "en", speed: settings.voiceSpeed, speaker: settings.speaker)
      return [.speak(speech)]
    }
    if spokenBefore != nil, session == nil { return [.hush] }
    guard settings.narration, let session, !session.isFree else {
      defer { playback = nil }
      return playback == nil ? [] : [.hush]
    }
    let (lesson, step) = (session.lesson.id, session.stepIndex)
    let isSameStep = playback?.lesson == lesson && playback?.step == step
    var playback =
      isSameStep
      ? playback ?? Playback(lesson: lesson, step: step) : Playback(lesson: lesson, step: step)
    let new = session.stepState.script.filter { playback.utterances.insert($0).inserted }
    let captions = new.flatMap { session.stepState.captions(of: $0) + belief(with: $0) }
    if captions.isEmpty {
      self.playback = playback
      return isSameStep ? [] : [.hush]
    }
    playback.say(captions)
    self.playback = playback
    return sayCaption()
  }

  /// Pauses, goes on, skips, and lets time pass.
  mutating func listen(_ wish: Message.Listen) -> [Effect] {
    guard let playback else {
      if !wish.isTick { notice = Notice(text: "\(key: .voice) switches the voice on") }
      return []
    }
    switch wish {
    case .pause: return pauseOrGoOn(playback)
    case .next: return go(toCaption: playback.place + 1)
    case .previous: return go(toCaption: max(playback.place - 1, 0))
    case .on(let milliseconds): return pass(milliseconds)
    }
  }

  private mutating func pauseOrGoOn(_ playback: Playback) -> [Effect] {
    if playback.isOver { return go(toCaption: 0) }
    self.playback?.isPaused.toggle()
    guard playback.isPaused else {
      notice = Notice(text: "paused; \(key: .pauseVoice) goes on")
      return hushing
    }
    return isVoiceless ? [] : go(toCaption: playback.place)
  }

  private mutating func go(toCaption place: Int) -> [Effect] {
    playback?.go(to: place)
    guard playback?.isPaused == false else { return [] }
    return playback?.isOver == true ? hushing : sayCaption()
  }

  private mutating func pass(_ milliseconds: Int) -> [Effect] {
    let time = Int(Double(milliseconds) * settings.voiceSpeed)
    let isSpeaking = playback?.isPlaying == true && playback?.voice == .speaking
    switch playback?.pass(time) {
    case .next: return sayNextCaption()
    case .givenUp:
      isVoiceless = true
      notice = Notice(text: "the speech program does not end; captions go on without it")
      return [.hush] + sayNextCaption()
    case .nothing, nil: return isSpeaking ? [.askVoice] : []
    }
  }

  /// What the voice did.
  mutating func take(_ report: Message.VoiceReport) -> [Effect] {
    guard playback?.voice == .speaking else { return [] }
    switch report {
    case .ended: return playback?.voiceEnded() == .next ? sayNextCaption() : []
    case .missing:
      loseVoice("no speech program here; install espeak-ng to hear the captions")
    case .failed: loseVoice("the speech program fails; captions go on without it")
    }
    return []
  }

  private mutating func loseVoice(_ sentence: String) {
    playback?.voice = .none
    isVoiceless = true
    notice = Notice(text: sentence)
  }

  /// A notice has been read once the next sentence begins.
  private mutating func sayNextCaption() -> [Effect] {
    if notice?.tone == .plain, !isVoiceless { notice = nil }
    return sayCaption()
  }

  /// Says the sentence in front from its beginning.
  private mutating func sayCaption() -> [Effect] {
    guard let playback, playback.isPlaying, !isVoiceless, let session,
      let caption = playback.caption
    else { return [] }
    self.playback?.voice = .speaking
    let speech = Speech(
      text: caption.text, language: session.lesson.header.language, speed: settings.voiceSpeed,
      speaker: settings.speaker)
    return [.speak(speech)]
  }

  private var hushing: [Effect] { isVoiceless ? [] : [.hush] }

  /// Says faster or slower from here on; a sentence that is being said begins again.
  mutating func changeVoiceSpeed(by offset: Int) -> [Effect] {
    let speeds = Settings.voiceSpeeds
    let current = speeds.firstIndex { $0 >= settings.voiceSpeed } ?? speeds.count - 1
    settings.voiceSpeed = speeds[min(max(current + offset, 0), speeds.count - 1)]
    notice = Notice(text: "the voice is \(Settings.words(forSpeed: settings.voiceSpeed))")
    guard let playback, playback.isPlaying, !isVoiceless else { return [] }
    self.playback?.go(to: playback.place)
    return sayCaption()
  }
}

extension Model {
  /// How long to wait for the next moment of what moves by itself: a run, or the captions.
  package var tickInterval: Duration? {
    pictureInterval ?? (playback?.isPlaying == true ? Self.captionInterval : nil)
  }

  /// What a tick means.
  package var tickMessages: [Message] {
    let listening: [Message] =
      playback?.isPlaying == true
      ? [.listen(.on(milliseconds: tickInterval?.milliseconds ?? 0))] : []
    return [nextPicture].compactMap(\.self) + listening
  }

  /// What a reply adds: the belief that the answer shows.
  private func belief(with utterance: Utterance) -> [Caption] {
    guard case .reply(let place) = utterance, let stepState = session?.stepState,
      let question = stepState.step.blocks[place].question,
      let belief = belief(behind: question, in: stepState)
    else { return [] }
    return [Caption(text: belief.diagnosis, place: nil)]
  }

  private static let captionInterval = Duration.milliseconds(200)

  /// What of the pictures the sentence in front is about, while it is said.
  package var spokenPlace: SpokenPlace? {
    guard let playback, !playback.isOver else { return nil }
    return playback.caption?.place
  }
}

extension Duration {
  fileprivate var milliseconds: Int { Int(self / .milliseconds(1)) }
}

extension Message.Listen {
  fileprivate var isTick: Bool {
    if case .on = self { true } else { false }
  }
}

extension StepState {
  /// The step as it is shown while a sentence is about one of its panels; what is in hand stays so.
  package func pointing(at place: SpokenPlace?) -> StepState {
    guard let place, panels.indices.contains(place.panel), zoomed == nil || zoomed == place.panel
    else { return self }
    if case .panel = focus { return self }
    var state = self
    state.focus = .panel(place.panel)
    if let cursor = place.cursor { state.cursors[place.panel] = cursor }
    return state
  }
}
