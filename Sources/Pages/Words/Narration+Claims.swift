import Lessons
import Playground
import Terminal
import Text

extension Narration {
  /// Conditions, each with its mark and the number that it is about.
  func claims(_ claims: [Claim]) -> [ProseBlock] {
    claims.isEmpty ? [] : [.checks(claims.map(check))]
  }

  /// `  ✓ cat above .6   now .71`.
  private func check(_ claim: Claim) -> ProseCheck {
    let isVeiled = stepState.isVeiled(claim.when)
    let holds = !isVeiled && claim.holds(in: scene)
    let symbols = appearance.symbols
    let mark = Span(holds ? symbols.check : symbols.open, holds ? .gain : .hand)
    let say =
      claim.say.isEmpty
      ? [ProseInline.span(Span(claim.text, .text))] : words(claim.say, bold: false)
    return ProseCheck(mark, say + number(of: claim))
  }

  /// The number that a condition is about, as it is now.
  private func number(of claim: Claim) -> [ProseInline] {
    guard let node = claim.measured, scene.values(of: node).count == 1 else { return [] }
    let value =
      stepState.isVeiled(node)
      ? appearance.symbols.veil : appearance.fineNumber(scene.values(of: node).elements[0])
    return [.span(Span("\u{a0}\u{a0} now\u{a0}", .dim)), .span(Span(value, .bright, bold: true))]
  }
}
