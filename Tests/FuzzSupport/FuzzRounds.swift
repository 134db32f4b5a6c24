import Foundation

/// How many rounds a test with random input goes: as many as `QKV_FUZZ_ROUNDS` says, or few enough
/// for every run.
package func fuzzRounds(usually rounds: Int) -> Int {
  ProcessInfo.processInfo.environment["QKV_FUZZ_ROUNDS"].flatMap { Int($0) } ?? rounds
}
