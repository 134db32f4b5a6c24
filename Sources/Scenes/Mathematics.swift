/// Written mathematics as a tree, for prose and for worked arithmetic alike.
package indirect enum Mathematics: Hashable, Sendable {
  case text(String)
  case symbol(String)
  case row([Mathematics])
  case fraction(Mathematics, Mathematics)
  case root(Mathematics)
  case scripts(Mathematics, subscript: Mathematics?, superscript: Mathematics?)
  case fenced(String, Mathematics, String)
}
