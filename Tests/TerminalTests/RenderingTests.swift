import Foundation
import Testing

@testable import Terminal

#if canImport(FoundationXML)
import FoundationXML
#endif

private func sample() -> Buffer {
  var buffer = Buffer(size: Size(width: 30, height: 4), fill: Theme.dark.style(.text))
  buffer.write("a < b & \"c\" > d", at: Point(x: 0, y: 0), style: Theme.dark.style(.query))
  buffer.write("猫 ⠁⣿ █▍ ─│╭ e\u{301}", at: Point(x: 2, y: 1), style: Theme.dark.style(.held))
  buffer.write(".71", at: Point(x: 4, y: 2), style: Theme.dark.heat(1, role: .output))
  return buffer
}

@Test func everyRowOfAnsiEndsInAReset() {
  for depth in ColorDepth.allCases {
    let rows = sample().ansi(depth: depth).split(separator: "\n")
    #expect(rows.count == 4)
    #expect(rows.allSatisfy { $0.hasSuffix("\u{1b}[0m") })
  }
}

@Test func ansiSpeaksTheColoursOfItsDepth() {
  let rows = ColorDepth.allCases.map { sample().ansi(depth: $0) }
  #expect(!rows[0].contains(/\[0;[34]/))
  #expect(rows[1].contains("\u{1b}[0;94m"))
  #expect(rows[2].contains("38;5;74"))
  #expect(rows[3].contains("38;2;86;180;233"))
}

@Test func ansiWithoutItsSequencesIsTheText() {
  let plain = sample().ansi(depth: .full).replacing(/\u{1b}\[[0-9;]*m/, with: "")
  let rows = plain.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  #expect(rows.map { String($0.replacing(/[ ]+$/, with: "")) } == sample().text())
}

@Test func svgIsWellFormedXML() {
  for theme in Theme.all {
    let parser = XMLParser(data: Data(sample().svg(theme: theme).utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
  }
}

@Test func svgPlacesWordsOnTheGrid() {
  let svg = sample().svg(theme: .dark)
  #expect(svg.contains(##"<text x="48" y="64" fill="#0b0d10">.71</text>"##))
  #expect(svg.contains(##"fill="#56b4e9">&amp;</text>"##))
}

@Test func asciiRenderingKeepsEveryColumn() {
  let rows = sample().inASCII.text()
  #expect(rows[1] == "  ?  ?? #| -|+ e")
  #expect(rows.joined().allSatisfy { $0.isASCII })
}
