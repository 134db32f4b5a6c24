/// Between one and eight random edits: bytes changed, cut out, doubled, or the end torn off.
package func mutated(_ bytes: [UInt8], using numbers: inout SeededNumbers) -> [UInt8] {
  var bytes = bytes
  for _ in 0..<Int.random(in: 1...8, using: &numbers) where !bytes.isEmpty {
    let place = Int.random(in: 0..<bytes.count, using: &numbers)
    let end = min(bytes.count, place + Int.random(in: 1...40, using: &numbers))
    switch Int.random(in: 0...5, using: &numbers) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
    case 1: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &numbers)
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 4: bytes[place] = Array("{}[]\",:0e-".utf8).randomElement(using: &numbers) ?? 0
    case _: bytes.removeSubrange(place...)
    }
  }
  return bytes
}
