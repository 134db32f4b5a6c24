import Lessons
import Scenes
import Terminal
import Text

/// Words as CommonMark with tables; what they hold is never read as a mark.
enum Markdown {
  /// A text without any meaning but its own.
  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      if special.contains(character) { escaped.append("\\") }
      escaped.append(character == "\n" ? " " : character)
    }
  }

  private static let special: Set<Character> = [
    "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "#", "~", "$", "!",
  ]

  /// A code span around a text that may hold backticks.
  static func code(_ text: String) -> String {
    let runs = text.split { $0 != "`" }.map(\.count)
    let fence = String(repeating: "`", count: (runs.max() ?? 0) + 1)
    let air = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return fence + air + text.replacing("\n", with: " ") + air + fence
  }

  /// A number that is left for a pen.
  static let blank = "\\_\\_\\_\\_"

  /// A table under its caption; a bar would end a cell.
  static func table(_ rows: [[String]], caption: String) -> String {
    guard let head = rows.first, !head.isEmpty else { return caption }
    let rule = "|" + head.indices.map { $0 == 0 ? " --- |" : " ---: |" }.joined()
    let lines = rows.map { row in "| " + row.joined(separator: " | ") + " |" }
    return ([caption, "", lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
  }

  /// A list, each item indented below its mark.
  static func list(_ items: [String], ordered isOrdered: Bool = false, from start: Int = 1)
    -> String
  {
    items.enumerated().map { place, item in
      let mark = isOrdered ? "\(start + place). " : "- "
      return mark + item.indented(by: mark.count)
    }.joined(separator: "\n")
  }

  /// Blocks with an empty line between them.
  static func blocks(_ blocks: [String]) -> String {
    blocks.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension String {
  /// Every line but the first with spaces in front.
  fileprivate func indented(by count: Int) -> String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    let air = String(repeating: " ", count: count)
    return lines.enumerated().map { $0 == 0 || $1.isEmpty ? String($1) : air + $1 }
      .joined(separator: "\n")
  }

  /// The text so that its beginning starts no list, rule or heading.
  fileprivate var notABlockMark: String {
    let digits = prefix(while: \.isNumber)
    let rest = dropFirst(digits.count)
    if let mark = rest.first, !digits.isEmpty, mark == "." || mark == ")" {
      return digits + "\\" + rest
    }
    return first.map { "+-=".contains($0) } == true ? "\\" + self : self
  }
}

extension HandoutWords {
  /// The words as blocks of Markdown.
  var markdown: String { Markdown.blocks(blocks.map(markdown)) }

  private func markdown(_ block: MarkdownBlock) -> String {
    switch block {
    case .paragraph(let run): markdown(run).notABlockMark
    case .heading(_, let run): "**\(markdown(run))**"
    case .list(let start, let items):
      Markdown.list(
        items.map { Markdown.blocks($0.map(markdown)) }, ordered: start != nil, from: start ?? 1)
    case .quote(let inner):
      Markdown.blocks(inner.map(markdown)).split(separator: "\n", omittingEmptySubsequences: false)
        .map { "> \($0)" }.joined(separator: "\n")
    case .code(let text):
      text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
        .joined(separator: "\n")
    case .mathematics(let mathematics): Markdown.escaped(mathematics.plainText)
    case .table(let head, let rows):
      Markdown.table(([head] + rows).map { $0.map(markdown) }, caption: "")
    case .rule: "---"
    }
  }

  private func markdown(_ run: [Inline]) -> String { run.map(markdown).joined() }

  private func markdown(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): Markdown.escaped(text)
    case .emphasis(let run): "*\(markdown(run))*"
    case .strong(let run): "**\(markdown(run))**"
    case .code(let text): Markdown.code(text)
    case .standing(let node, _), .live(let node, _):
      number(node).map { "**\(Markdown.escaped($0))**" } ?? Markdown.blank
    case .mathematics(let mathematics): Markdown.escaped(mathematics.plainText)
    case .link(let run, let address):
      address.harmlessAddress.map { "[\(markdown(run))](<\($0.addressInBrackets)>)" }
        ?? markdown(run)
    case .lineBreak: "\\\n"
    }
  }
}

extension String {
  /// An address that no bracket or line feed in it ends.
  var addressInBrackets: String {
    filter { $0 != "\n" }.replacing("<", with: "%3C").replacing(">", with: "%3E")
  }
}

extension MatrixTable {
  /// The table with its labels, as rows of cells.
  var markdownRows: [[String]] {
    let stub = !rowLabels.isEmpty
    let head =
      (stub ? [" "] : [])
      + (columnLabels.isEmpty
        ? Array(repeating: " ", count: columnCount) : columnLabels.map(Markdown.escaped))
    let rows = (0..<rowCount).map { row in
      (stub && rowLabels.indices.contains(row) ? [Markdown.escaped(rowLabels[row])] : [])
        + (0..<columnCount).map { column in
          values[row, column] == nil
            ? Markdown.blank : Markdown.escaped(cellText(row, column, .page))
        }
    }
    return [head] + rows
  }
}
