// Sums are taken in double precision and rounded once, so that long rows keep their digits.

@inline(__always)
func preciseSum(_ count: Int, _ term: (Int) -> Double) -> Double {
  var total = 0.0
  for place in 0..<count { total += term(place) }
  return total
}

@inline(__always)
func sum(_ count: Int, _ term: (Int) -> Float) -> Float {
  Float(preciseSum(count) { Double(term($0)) })
}

@inline(__always)
func square(_ x: Double) -> Double { x * x }

/// Adds `term(0)`, `term(1)`, … to numbers `step` apart, or to one number where `step` is 0.
@inline(__always)
func add(_ count: Int, into target: Target, step: Int, _ term: (Int) -> Float) {
  if step == 0 {
    target[0] += sum(count, term)
  } else {
    for place in 0..<count { target[place * step] += term(place) }
  }
}
