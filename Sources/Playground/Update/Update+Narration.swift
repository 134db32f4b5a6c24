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
      defer { heard = nil }
      return heard == nil ? [] : [.hush]
    }
    let place = SpokenHistory(lesson: session.lesson.id, step: session.stepIndex)
    let isSameStep = heard?.lesson == place.lesson && heard?.step == place.step
    var heard = isSameStep ? heard ?? place : place
    let new = session.desk.script.filter { heard.utterances.insert($0).inserted }
    self.heard = heard
    let words = new.map(session.desk.words).filter { !$0.isEmpty }
    if words.isEmpty { return isSameStep ? [] : [.hush] }
    let language = session.lesson.header.language
    return [.speak(words.joined(separator: "\n"), language: language)]
  }
}
