import Testing

@testable import Scenes

private let sentence = """
  axis token = the cat saw the dog
  axis head  = 2
  axis pair  = 4
  t = 3
  axis seen = token[1:t + 1]
  axis new  = token[t:]
  R[token, pair] = randn(seed: 1)
  waves[token, pair] = sinusoids()
  late[seen, pair] = sinusoids()

  """

/// What counts positions gives for parts of an axis what it gives for those places of the whole.
@Suite struct PartPositionTests {
  @Test(arguments: [
    ("causal(new, seen)", "causal(token)[new, seen]"),
    ("causal(seen, token)", "causal(token)[seen]"),
    ("causal(token, new)", "causal(token)[:, new]"),
    ("causal(seen)", "causal(token)[seen, seen]"),
    ("window(new, seen, 2)", "window(token, 2)[new, seen]"),
    ("window(new, seen, width: 2, step: 2)", "window(token, 2, 2)[new, seen]"),
    ("band(seen, new, reach: 1)", "band(token, 1)[seen, new]"),
    ("padding(seen, from: 2)", "padding(token, from: 2)[seen]"),
    ("alibi(new, seen)", "alibi(token)[new, seen]"),
    ("alibi(head, new, seen)", "alibi(head, token)[:, new, seen]"),
    ("alibi(head, seen)", "alibi(head, token)[:, seen, seen]"),
    ("position(new)", "position(token)[new]"),
    ("rope(R[seen])", "rope(R)[seen]"),
    ("late", "waves[seen]"),
  ])
  func ofAPartAreThoseOfItsParent(part: String, whole: String) throws {
    var scene = try scene(sentence)
    for t in [3, 4, 1] {
      scene.set(try scene.entry(typed("t")), to: Float(t))
      let (one, other) = (try scene.watch(typed(part)), try scene.watch(typed(whole)))
      #expect(scene.axes(of: one) == scene.axes(of: other))
      #expect(scene.values(of: one) == scene.values(of: other), "\(part) at \(t)")
    }
  }

  @Test func pythonTakesPartsAsSlices() throws {
    let scene = try scene(sentence + "y = causal(new, seen)\nz = R[new]\nw = rope(R[seen])")
    let python = scene.python(title: "Parts")
    #expect(python.contains("y = torch.full((token, token), -inf).triu(1)[..., 3:5, 1:4]"))
    #expect(python.contains("z = R[3:5]"))
    #expect(python.contains("w = rope(R[1:4], first=1)"))
  }

  @Test func axesOfDifferentOriginHaveNoCommonPositions() {
    let found = refusal(sentence + "m = causal(new, head)")
    #expect(found.contains("`new` and `head` are not parts of one axis"), "\(found)")
  }

  @Test func theReasonOfAMaskSpeaksOfPositionsInTheParent() throws {
    var scene = try scene(sentence)
    let mask = try scene.watch(typed("causal(seen, new)"))
    let lines = scene.explanation(of: Entry(node: mask, index: 0)).lines.map(\.text)
    #expect(lines == ["column 3 comes after row 1: −∞"])
  }
}
