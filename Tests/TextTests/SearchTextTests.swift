import Testing

@testable import Text

@Suite struct SearchTextTests {
  private func word(_ text: String) throws -> SearchWord { try #require(SearchWord(text)) }

  @Test func wordsAreFoundWhateverTheirCase() throws {
    let text = SearchText("The Query asks ÉCLAIR")
    #expect(text.contains(try word("query")))
    #expect(text.contains(try word("éclair")))
    #expect(!text.contains(try word("queries")))
    #expect(SearchWord("") == nil)
  }

  @Test func theBeginningOfAWordGoesBeforeItsMiddle() throws {
    let text = SearchText("overweight is no weight")
    let excerpt = try #require(text.excerpt(around: try word("weight"), length: 8))
    #expect(excerpt == Excerpt(before: "…is no ", found: "weight", after: ""))
    #expect(text.begins(with: try word("weight")))
    #expect(!SearchText("overweight").begins(with: try word("weight")))
  }

  @Test func anExcerptIsCutBetweenWords() throws {
    let text = SearchText("one two three four five six seven")
    let excerpt = try #require(text.excerpt(around: try word("four"), length: 6))
    #expect(excerpt == Excerpt(before: "…three ", found: "four", after: " five…"))
    let whole = try #require(text.excerpt(around: try word("four"), length: 100))
    #expect(whole.before + whole.found + whole.after == text.text)
  }

  @Test func lettersThatGrowInLowerCaseDoNotMovePlaces() throws {
    let text = SearchText("İİİ cat İ")
    #expect(text.excerpt(around: try word("cat"), length: 40)?.found == "cat")
  }
}
