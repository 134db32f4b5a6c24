/// What has been said aloud of the step in front.
struct SpokenHistory: Equatable, Sendable {
  let lesson: String
  let step: Int
  var utterances: Set<Utterance> = []
}

extension Model {
  /// What the voice has to do after a change: say what is new, or be silent.
  mutating func narrate() -> [Effect] {
    guard settings.narration, let session, !session.isFree else {
      defer { spoken = nil }
      return spoken == nil ? [] : [.hush]
    }
    let place = SpokenHistory(lesson: session.lesson.id, step: session.stepIndex)
    let isSameStep = spoken?.lesson == place.lesson && spoken?.step == place.step
    var spoken = isSameStep ? spoken ?? place : place
    let new = session.stepState.script.filter { spoken.utterances.insert($0).inserted }
    self.spoken = spoken
    let words = new.map(session.stepState.words).filter { !$0.isEmpty }
    if words.isEmpty { return isSameStep ? [] : [.hush] }
    let language = session.lesson.header.language
    return [.speak(words.joined(separator: "\n"), language: language)]
  }
}
