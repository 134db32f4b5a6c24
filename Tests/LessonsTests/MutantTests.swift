import Foundation
import FuzzSupport
import Scenes
import Testing
import Text

@testable import Lessons

/// Where students write formulas, no formula that is wrong passes, however it went wrong.
@Suite struct MutantTests {
  /// A block in which a formula is written, with all that judges it.
  struct Block: CustomTestStringConvertible {
    let lesson: String
    let step: Step
    let task: FormulaTask

    var testDescription: String { "\(lesson)/\(step.id) \(task.name)" }
    var answer: String { task.answer.text }

    func verdict(on formula: String) -> FormulaVerdict {
      task.verdict(on: formula, in: step, hidden: [])
    }
  }

  private static let blocks = ["bugs", "capstone"].flatMap(blocks)

  private static func blocks(of id: String) -> [Block] {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "lessons/\(id).md").path
    let lesson = try? Lesson.load(path: path, weights: shippedModels)
    return (lesson?.steps ?? []).flatMap { step in
      step.questions.compactMap(\.formula).map { Block(lesson: id, step: step, task: $0) }
    }
  }

  @Test func bothLessonsAskForFormulas() {
    #expect(Self.blocks.count { $0.lesson == "bugs" } >= 7)
    #expect(Self.blocks.count { $0.lesson == "capstone" } >= 12)
  }

  @Test(arguments: blocks)
  func theSolutionPassesAndItsChecksHold(block: Block) throws {
    #expect(block.verdict(on: block.answer) == .right)
    let version = try block.step.version(with: [block.task.name: block.task.answer])
    for check in version.questions.compactMap(\.formula).first(where: { $0.name == block.task.name }
    )?
    .checks ?? [] {
      #expect(check.holds(in: version.scene), "\(check.text)")
    }
    if let from = block.task.from { #expect(block.verdict(on: from) != .right) }
  }

  /// What people really write: the faults of the course, each in the words of this block.
  @Test(arguments: blocks)
  func noKnownFaultPasses(block: Block) throws {
    let faults =
      block.task.mistakes.map(\.equals.text) + [block.task.from].compactMap(\.self)
      + (Self.faults[block.task.name] ?? [])
    #expect(!faults.isEmpty)
    for fault in faults {
      let verdict = block.verdict(on: fault)
      #expect(verdict != .right, "\(fault)")
      if case .unreadable(let message, _) = verdict { Issue.record("\(fault): \(message)") }
    }
  }

  /// One slip anywhere in the solution: another matrix, sign, operation, axis, or a table turned.
  @Test(arguments: blocks)
  func noSlipPasses(block: Block) throws {
    let slips = Slips(of: block.answer, in: block.step.scene, besides: block.task.name)
    #expect(slips.formulas.count > 20)
    var computed = 0
    for formula in slips.formulas {
      let verdict = block.verdict(on: formula)
      if verdict == .right { Issue.record("\(formula) passes for \(block.answer)") }
      if case .unreadable = verdict { continue }
      computed += 1
    }
    // Most slips must be read and found wrong by their numbers, or this test shows nothing.
    #expect(computed > 8, "\(computed) of \(slips.formulas.count)")
  }

  /// By the name that is defined; the names in them stand in the scene of the block.
  private static let faults: [String: [String]] = [
    "R": [
      "softmax(scaled) * exp(causal(token))", "softmax(scaled * exp(causal(token)))",
      "softmax(scaled.T + causal(token))", "hardmax(scaled + causal(token))",
      "exp(scaled + causal(token))", "softmax(scaled) + causal(token)",
    ],
    "weight": [
      "softmax(scaled) * exp(causal(token))", "softmax(score + causal(token))",
      "softmax(hidden.T)", "softmax(2 * hidden)", "exp(hidden) / max(max(max(exp(hidden))))",
      "softmax(score / sqrt(size(feature)) + causal(token))",
      "softmax(score / sqrt(size(head) * size(trait)) + causal(token))",
      "softmax(score / 1.7320508 + causal(token))", "hardmax(hidden)",
    ],
    "mended": [
      "softmax(score / sqrt(size(feature)) + causal(token))", "softmax(hidden.T).T",
      "softmax(score / sqrt(3) + causal(token))", "softmax(scaled) * exp(causal(token))",
      "softmax(score + causal(token)) / sqrt(size(trait))", "softmax(hidden / sqrt(size(trait)))",
    ],
    "scaled": [
      "score / sqrt(size(feature))", "score / size(trait)", "score / sqrt(3)",
      "score * size(trait)",
      "score / sqrt(size(token))", "score - sqrt(size(trait))", "K @ Q.T / sqrt(size(trait))",
    ],
    "hidden": [
      "scaled * exp(causal(token))", "scaled + causal(token).T", "scaled - causal(token)",
      "scaled + window(token, width: 2)", "scaled + band(token, reach: 1)", "score + causal(token)",
      "scaled + padding(token, from: 3)",
    ],
    "score": ["Q @ Q.T", "K @ K.T", "X @ X.T", "K @ Q.T", "Q @ V.T", "-(Q @ K.T)"],
    "output": ["weight @ K", "weight @ Q", "weight.T @ V", "softmax(scaled) @ V", "scaled @ V"],
    "joined": [
      "join(weight @ K, head, trait)", "join(output * output, head, trait)",
      "join(weight.T @ V, head, trait)",
    ],
    "B": ["weight @ K", "weight @ Q", "weight.T @ V", "scaled @ V", "weight @ (X @ W_k)"],
    "keys": [
      "share(X @ W_k * 2, kv, head)",
      "each * K[0]", "each * K[1]",
      "odd * each * K[0] + (1 - odd) * each * K[1]",
    ],
  ]
}

/// Formulas that differ from a right one by one slip.
private struct Slips {
  private(set) var formulas: [String] = []

  init(of answer: String, in scene: Scene, besides defined: String) {
    let tokens = Self.tokens(of: answer)
    let matrices = scene.definitions.map(\.name).filter { $0 != defined }
    let axes = scene.axes.map(\.name)
    var found: [String] = ["-(\(answer))", "2 * (\(answer))", "(\(answer)) / 2", "(\(answer)) + 1"]
    found += ["(\(answer)).T"]
    // Shares are never negative.
    if !answer.hasPrefix("softmax") { found += ["abs(\(answer))", "relu(\(answer))"] }
    for (place, token) in tokens.enumerated() {
      let others: [String] =
        if matrices.contains(token) {
          matrices.filter { $0 != token } + ["\(token).T", "(-\(token))", "(2 * \(token))"]
        } else if axes.contains(token) {
          axes.filter { $0 != token }
        } else {
          Self.others[token] ?? []
        }
      found += others.map { other in
        (tokens[..<place] + [other] + tokens[(place + 1)...]).joined(separator: " ")
          .replacing(" . T", with: ".T")
      }
    }
    formulas = Array(Set(found)).sorted()
  }

  private static let others: [String: [String]] = [
    "+": ["-", "*", "@", "/"], "-": ["+", "*", "/"], "*": ["+", "/", "@"], "/": ["*", "+", "-"],
    "@": ["*", "+", "-"], "softmax": ["exp", "hardmax", "sigmoid", "relu", "abs"],
    "sqrt": ["", "log", "2 *", "exp"], "size": ["sqrt(2) * size", "1 + size"],
    "causal": ["0 * causal", "-1 * causal"], "T": ["T.T"], "share": ["-1 * share"],
    "join": ["-1 * join"],
  ]

  /// Names, numbers and single signs.
  private static func tokens(of formula: String) -> [String] {
    formula.matches(of: /[A-Za-z_][A-Za-z_0-9]*|[0-9.]+|[^\sA-Za-z0-9]/).map { String($0.output) }
  }
}
