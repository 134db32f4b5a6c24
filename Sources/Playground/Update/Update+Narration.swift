/// What has been said aloud of the step in front.
struct SpokenHistory: Equatable, Sendable {
  let lesson: String
  let step: Int
  var utterances: Set<Utterance> = []
}

extension Model {
  /// What the voice has to do after a change: say what is new, or be silent.
  mutating func narrate() -> [Effect] {
    let spokenBefore = spokenSentence
    spokenSentence = settings.narration && context == .sentence ? sentence?.spoken : nil
    if let spokenSentence {
      return spokenSentence == spokenBefore ? [] : [.speak(spokenSentence, language: "en")]
    }
    if spokenBefore != nil, session == nil { return [.hush] }
    guard settings.narration, let session, !session.isFree else {
      defer { spoken = nil }
      return spoken == nil ? [] : [.hush]
    }
    let place = SpokenHistory(lesson: session.lesson.id, step: session.stepIndex)
    let isSameStep = spoken?.lesson == place.lesson && spoken?.step == place.step
    var spoken = isSameStep ? spoken ?? place : place
    let new = session.stepState.script.filter { spoken.utterances.insert($0).inserted }
    self.spoken = spoken
    let words = new.flatMap { [session.stepState.words(of: $0), belief(with: $0)] }
      .filter { !$0.isEmpty }
    if words.isEmpty { return isSameStep ? [] : [.hush] }
    let language = session.lesson.header.language
    return [.speak(words.joined(separator: "\n"), language: language)]
  }

  /// What a reply adds: the belief that the answer shows.
  private func belief(with utterance: Utterance) -> String {
    guard case .reply(let place) = utterance, let stepState = session?.stepState,
      let question = stepState.step.blocks[place].question
    else { return "" }
    return belief(behind: question, in: stepState)?.diagnosis ?? ""
  }
}
