/// A number and what it counts: "1 step", "3 steps", "2 matrices".
///
/// The plural is the noun with an s, unless it is given.
package func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}

/// The form of a word that agrees with a number: `agreeing(count, "is", "are")`.
package func agreeing(_ count: Int, _ one: String, _ many: String) -> String {
  count == 1 ? one : many
}
