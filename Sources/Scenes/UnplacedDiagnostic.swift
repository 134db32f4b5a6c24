import Text

/// A mistake and the characters of its page that it covers.
struct UnplacedDiagnostic: Error, Equatable {
  let mistake: SceneError
  let characters: Range<Int>
  /// The definition in which it was found and the part of it, for mistakes about shapes.
  var context: Context?
  /// What may be done about it, once that has been tried.
  var suggestion: String?

  /// `score = Q @ K`, or `weight = … Q @ K …` where the mistake is in a part.
  struct Context: Equatable {
    let name: String?
    let part: String
    let isWhole: Bool
  }
}

extension [UnplacedDiagnostic] {
  /// Whether one of these findings, which come in the order of the text, lies within a range.
  func hasFinding(within range: Range<Int>) -> Bool {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].characters.lowerBound < range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < endIndex && self[low].characters.lowerBound < range.upperBound
  }
}

extension SourceBuffer {
  /// What can be read, but perhaps not as it was meant.
  func warning(_ finding: UnplacedDiagnostic) -> Diagnostic {
    var finding = finding
    finding.suggestion = finding.mistake.offers.first?.sentence
    var problem = problem(finding)
    problem.severity = .warning
    return problem
  }

  func problem(_ finding: UnplacedDiagnostic) -> Diagnostic {
    let mistake = finding.mistake
    let prefix = mistake.isAboutShapes ? finding.context.map { $0.prefix } ?? "" : ""
    return problem(
      at: finding.characters, message: prefix + mistake.sentence, suggestion: finding.suggestion)
  }
}

extension UnplacedDiagnostic.Context {
  fileprivate var prefix: String {
    guard let name else { return part + ": " }
    return isWhole ? "\(name) = \(part): " : "\(name) = … \(part) …: "
  }
}
