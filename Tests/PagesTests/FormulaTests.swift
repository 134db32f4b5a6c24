import Terminal
import Testing

@testable import Pages
@testable import Playground

@Suite struct FormulaTests {
  @Test func productsAndTranspositionsAreSetAsInBooks() {
    let formula = Formula("softmax(Q @ K.T / sqrt(size(trait)))", Appearance())
    #expect(formula.line.text == "softmax(Q·Kᵀ / √(size(trait)))")
  }

  @Test func namesWearTheirColours() {
    let spans = Formula("X @ W_q", Appearance()).line.spans
    #expect(spans.first { $0.text == "W_q" }?.role == .query)
    #expect(spans.first { $0.text.hasPrefix("X") }?.role == .text)
  }

  @Test(arguments: [
    ("Q", Role.query), ("W_k", .key), ("values", .value), ("weight", .output), ("K_seen", .key),
  ])
  func roleOfName(name: String, role: Role) {
    #expect(RoleOfName.role(of: name) == role)
  }

  @Test(arguments: ["X", "token", "W_o", "quality"])
  func otherNamesHaveNoRole(name: String) {
    #expect(RoleOfName.role(of: name) == nil)
  }
}
