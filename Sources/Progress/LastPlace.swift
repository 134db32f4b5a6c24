/// The lesson and the step in which the learner last was, in any window.
package struct LastPlace: Equatable, Sendable {
  package var lesson: String
  package var step: String?

  package init(lesson: String, step: String?) {
    self.lesson = lesson
    self.step = step
  }

  package init?(_ json: JSONValue) {
    guard let members = json.object, let lesson = members["lesson"]?.string else { return nil }
    self.init(lesson: lesson, step: members["step"]?.string)
  }

  package var json: JSONValue {
    var members = ["lesson": JSONValue.string(lesson)]
    members["step"] = step.map(JSONValue.string)
    return .object(members)
  }
}
