extension Scene {
  package func assignment(_ text: SourceText) throws(Problems) -> Assignment {
    Assignment(source: text)
  }
  package mutating func apply(_ assignment: Assignment) throws(Problems) {}
}
