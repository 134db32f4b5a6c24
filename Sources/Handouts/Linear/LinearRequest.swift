import Lessons
import Playground

/// What a typed line asks for.
enum LinearRequest: Equatable {
  /// These messages, one after another; typing stops where no line is open for it.
  case send([Message])
  /// Sentences that change nothing.
  case say([String])
  /// Many lines, of which some are enough.
  case long([String])
  /// Sentences, and the table that they are about.
  case table(NamedTable, [String])
  /// Where a number comes from.
  case why(WhyState)
  /// What a search found.
  case found([Match])
  /// What the glossary says, and the steps that show it.
  case entry(Glossary.Entry, [Match])
  /// One of what was found, counted from 0.
  case open(Int)
  /// One of the numbers that the last answer to why was made from, counted from 0.
  case follow(Int)
  case more
  case quit

  static func say(_ sentence: String) -> LinearRequest { .say([sentence]) }
}
