import Lessons
import Scenes
import Testing

@testable import Handouts

@Test func wordsAreNeverMarkup() {
  #expect(HTML("a < b & \"c\" > 'd'").source == "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;")
  let link = HTML(tag: "a", ["href": "x\"onclick=\"y", "class": nil], HTML("<script>"))
  #expect(link.source == "<a href=\"x&quot;onclick=&quot;y\">&lt;script&gt;</a>")
}

@Test func anElementWithoutAnEndHasNone() {
  #expect(HTML(tag: "br").source == "<br />")
  #expect(HTML(tag: "td").source == "<td></td>")
}

@Test func mathematicsIsSetAndCanBeRead() {
  let root = Mathematics.fraction(
    .row([.text("q"), .symbol("·"), .text("k")]),
    .root(.scripts(.text("d"), subscript: .text("k"), superscript: nil)))
  let markup = HTML(root).source
  #expect(markup.contains("<mfrac>"))
  #expect(markup.contains("<msqrt><msub><mrow><mrow><mi>d</mi></mrow></mrow>"))
  #expect(HTML(.text("2.5x<")).source.contains("<mn>2.5</mn><mi>x</mi><mo>&lt;</mo>"))
}

@Test func onlyHarmlessAddressesAreLinks() {
  #expect("https://arxiv.org/abs/1706.03762".harmlessAddress != nil)
  #expect("javascript:alert(1)".harmlessAddress == nil)
  #expect("file:///etc/passwd".harmlessAddress == nil)
  #expect(" https://x".harmlessAddress == nil)
}
