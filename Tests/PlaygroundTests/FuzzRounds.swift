import Foundation

/// How many rounds a test with random input goes: as many as `QKV_FUZZ_ROUNDS` says, or few enough
/// for every run.
func fuzzRounds(usually rounds: Int) -> Int {
  ProcessInfo.processInfo.environment["QKV_FUZZ_ROUNDS"].flatMap { Int($0) } ?? rounds
}

/// Random numbers that are the same in every run (SplitMix64).
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(limit, 1)))
  }
}
