import Playground
import Tensors

/// How long attention takes here; keeps the numbers of the last length, since filling them takes time too.
final class AttentionStopwatch {
  private var kept: AttentionOperands?
  private var size = (tokens: 0, heads: 0, dim: 0)

  /// The seconds of one go; of something short the median of several.
  func seconds(of job: AttentionJob) -> Double {
    let operands = numbers(for: job)
    let size = AttentionSize(
      queries: job.queries, keys: job.tokens, traits: job.dim, features: job.dim)
    let attention = Attention(size, heads: job.heads)
    var output = [Float](repeating: 0, count: attention.count)
    let clock = ContinuousClock()
    let deadline = clock.now + .milliseconds(30)
    var times: [Duration] = []
    if job.queries == job.tokens { attention.apply(operands, into: &output) }
    repeat {
      times.append(clock.measure { attention.apply(operands, into: &output) })
    } while job.queries == job.tokens && clock.now < deadline && times.count < 200
    return times.sorted()[times.count / 2] / .seconds(1)
  }

  private func numbers(for job: AttentionJob) -> AttentionOperands {
    let wanted = (tokens: job.tokens, heads: job.heads, dim: job.dim)
    if let kept, size == wanted { return kept }
    let count = job.heads * job.tokens * job.dim
    // Numbers of every size, without the time that true noise takes.
    let numbers = (0..<count).map { Float(($0 &* 2_654_435_761) % 2_001 - 1_000) / 500 }
    let operands = AttentionOperands(queries: numbers, keys: numbers, values: numbers)
    kept = operands
    size = wanted
    return operands
  }
}
