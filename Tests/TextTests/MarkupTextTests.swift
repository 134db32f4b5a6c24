import Testing
import Text

@Test func whatMeansSomethingToHTMLIsEscaped() {
  #expect("plain é 猫".escapedForMarkup == "plain é 猫")
  #expect("a<b>&\"c\" 'd'".escapedForMarkup == "a&lt;b&gt;&amp;&quot;c&quot; &#39;d&#39;")
  // What is escaped already is text like any other.
  #expect("&lt;".escapedForMarkup == "&amp;lt;")
}
