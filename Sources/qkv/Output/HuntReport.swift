import Models
import Text

/// A hunt and what came of its proofs, ready to be printed.
struct HuntReport {
  let hunt: Hunt
  let head: HeadPlace?
  let verdicts: [HuntVerdict]

  /// Whether all three proofs were given and hold.
  private var isProved: Bool {
    HuntProof.allCases.allSatisfy { proof in
      verdicts.contains { $0.proof == proof && $0.outcome == .passed }
    }
  }

  var text: String {
    guard let head else {
      return [
        hunt.sentence.text, hunt.question,
        "Give --head with --looks-at, --swap and --breaks; qkv help hunt says what they are.",
      ].joined(separator: "\n")
    }
    let rows = verdicts.map { [$0.proof.title, Self.word($0.outcome), $0.sentence] }
    let end =
      isProved
      ? "Three proofs: \(head.name) it is."
      : "Not proved: all three proofs have to hold for one head."
    return ([hunt.sentence.text, hunt.question] + Columns(rows).lines + [end])
      .joined(separator: "\n")
  }

  var json: JSON {
    [
      "model": .string(hunt.model.name), "seed": .integer(Int(clamping: hunt.seed)),
      "tokens": .strings(hunt.sentence.words), "asking": .integer(hunt.sentence.asking),
      "answer": .string(hunt.answer), "head": .string(head?.name ?? ""),
      "proofs": .array(verdicts.map { json(of: $0) }), "proved": .bool(isProved),
    ]
  }

  private func json(of verdict: HuntVerdict) -> JSON {
    [
      "proof": .string(verdict.proof.rawValue), "outcome": .string(verdict.outcome.rawValue),
      "measured": verdict.measured.map(JSON.number) ?? .string(""),
      "sentence": .string(verdict.sentence),
    ]
  }

  private static func word(_ outcome: HuntVerdict.Outcome) -> String {
    switch outcome {
    case .passed: "holds"
    case .failed: "fails"
    case .noProof: "shows nothing"
    }
  }
}
