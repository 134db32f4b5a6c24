import Scenes
import Text

/// Vectors as arrows from the origin.
enum PlanePanel: PanelRules {
  static let ranks = 1...2
  static let subject = "a vector or a matrix"
  static let subjectCount = 1...Int.max
  static let optionKeys: [PanelOptionKey] = [.name, .row, .x, .y]

  static func check(_ subject: Fragment, _ node: NodeID, _ reader: inout StepReader) {
    if let columns = reader.axes(of: node).last, columns.size < 2 {
      reader.report.add(.panel(.narrowPlane(subject: subject.text)), at: subject)
    }
  }
}
