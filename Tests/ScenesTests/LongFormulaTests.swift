import Foundation
import Testing
import Text

@testable import Scenes

/// Formulas of thousands of terms, each read and worked out on a small stack.
@Suite struct LongFormulaTests {
  private let count = 5_000

  /// Runs a body on a thread with 512 kB of stack, half a megabyte less than most have.
  private func onSmallStack<Result: Sendable>(
    _ body: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      let thread = Thread { continuation.resume(with: Swift.Result { try body() }) }
      thread.stackSize = 512 * 1024
      thread.start()
    }
  }

  private func sum(of term: String) -> String {
    Array(repeating: term, count: count).joined(separator: " + ")
  }

  @Test func aSumOfThousandsOfTermsFollowsItsInput() async throws {
    let text = "x = 1\ny = \(sum(of: "x"))"
    let total = try await onSmallStack {
      var scene = try scene(text)
      scene.set(try scene.entry(typed("x")), to: 2)
      return try values("y", scene)
    }
    #expect(total == [Float(2 * count)])
  }

  @Test func operatorsTakeTurnsFromLeftToRight() async throws {
    let text = "x = 3\ny = 1" + String(repeating: " + x * 2 - x / 0.5", count: count)
    #expect(try await onSmallStack { try values("y", scene(text)) } == [1])
  }

  @Test func aTermOfThousandsIsDifferentiatedAndExplained() async throws {
    let text = "x = 1\nz = 2\ny = z + \(sum(of: "x"))"
    let (slope, operands, feed) = try await onSmallStack {
      let scene = try scene(text)
      let (x, z, y) = try (
        scene.entry(typed("x")), scene.entry(typed("z")), scene.entry(typed("y"))
      )
      return (
        scene.gradient(of: y)[x.node]?.elements, scene.explanation(of: y).operands.count,
        scene.explanation(of: z).feeds.map(\.label)
      )
    }
    #expect(slope == [Float(count)])
    #expect(operands == 2)
    #expect(feed == ["y"])
  }

  @Test func aMistakeAmongThousandsOfTermsIsSaidOnce() async throws {
    let text = "axis token = 3\nx = 1\ny = \(sum(of: "x")) + token + \(sum(of: "x"))"
    let problems = try await onSmallStack { () -> [String] in
      do throws(Diagnostics) {
        _ = try Scene([typed(text)])
        return []
      } catch {
        return error.list.map(\.message)
      }
    }
    #expect(problems.count == 1)
  }

  @Test func goalsMayHaveThousandsOfTerms() async throws {
    let claim = "\(sum(of: "x")) == \(count)"
    let holds = try await onSmallStack {
      var scene = try scene("x = 1")
      let node = try scene.watch(typed(claim))
      return scene.values(of: node).elements
    }
    #expect(holds == [1])
  }
}
