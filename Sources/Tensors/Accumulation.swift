/// The sum of `term(0)`, `term(1)`, …, taken in double precision and rounded once.
@inline(__always)
func sum(_ count: Int, _ term: (Int) -> Float) -> Float {
  var total = 0.0
  for place in 0..<count { total += Double(term(place)) }
  return Float(total)
}

/// Adds `term(0)`, `term(1)`, … to numbers `step` apart, or to one number where `step` is 0.
@inline(__always)
func add(_ count: Int, into target: Target, step: Int, _ term: (Int) -> Float) {
  if step == 0 {
    target[0] += sum(count, term)
  } else {
    for place in 0..<count { target[place * step] += term(place) }
  }
}
