extension Sequence<UInt8> {
  /// Sixteen letters that tell these bytes from others: FNV-1a.
  ///
  /// It notices a change; it keeps nobody from making one on purpose.
  package var digest: String {
    let hash = reduce(0xcbf2_9ce4_8422_2325) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    let letters = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - letters.count) + letters
  }
}
