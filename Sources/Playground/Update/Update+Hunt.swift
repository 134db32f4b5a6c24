import Models
import Text

extension Model {
  /// Opens a hunt for a head.
  package mutating func open(_ hunt: HuntView) {
    session = nil
    heads = nil
    self.hunt = hunt
  }

  /// What is done in a hunt.
  mutating func change(_ wish: Message.Hunt) {
    guard session == nil, heads == nil, let view = hunt else { return }
    switch wish {
    case .select(let place): hunt?.select(place)
    case .prove(let number): prove(number, in: view)
    case .next:
      if let next = Hunt(in: view.model, seed: view.hunt.seed &+ 1) { open(HuntView(next)) }
    case .openHeads: heads = HeadsView(view.model, view.hunt.sentence)
    }
  }

  private mutating func prove(_ number: Int, in view: HuntView) {
    let proofs = HuntProof.allCases
    guard proofs.indices.contains(number) else {
      notice = Notice(text: "there are three proofs: 1, 2 and 3")
      return
    }
    switch proofs[number] {
    case .looks: hunt?.proveLooking()
    case .follows:
      prompt = Prompt(
        purpose: .sentence, label: "swap words:",
        line: EditableLine(view.state.swap ?? view.hunt.sentence.text))
    case .breaks: hunt?.proveBreaking()
    }
    noticeProof()
  }

  mutating func proveFollowing(in text: String) throws(SentenceError) {
    guard var view = hunt else { return }
    try view.proveFollowing(in: text)
    hunt = view
    noticeProof()
  }

  private mutating func noticeProof() {
    guard let hunt, hunt.isProved else { return }
    notice = Notice(
      text: "three proofs: \(hunt.head.name) it is; \(key: .nextHunt) hunts on", tone: .good)
  }
}
