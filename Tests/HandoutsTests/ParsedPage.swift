import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// A page as a strict reader sees it: every tag closed, every entity known.
final class ParsedPage: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
    /// The places of the elements around it, the outermost first.
    let ancestors: [Int]
    /// All words in it and in what stands in it.
    var text = ""
  }

  private(set) var elements: [Element] = []
  private var open: [Int] = []
  /// What keeps it from being read; nil where all is well.
  private(set) var problem: String?

  init(_ page: String) {
    super.init()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = self
    if !parser.parse() {
      problem = "line \(parser.lineNumber): \(String(describing: parser.parserError))"
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    elements.append(Element(name: name, attributes: attributes, ancestors: open))
    open.append(elements.count - 1)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    for place in open { elements[place].text += text }
  }

  /// All that is read of the page.
  var words: String { all("body").first?.text ?? "" }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  func element(id: String) -> Element? { elements.first { $0.attributes["id"] == id } }

  /// What stands in an element.
  func children(of id: String) -> [Element] {
    guard let place = elements.firstIndex(where: { $0.attributes["id"] == id }) else { return [] }
    return elements.filter { $0.ancestors.contains(place) }
  }
}

extension ParsedPage {
  /// What a careful reader of HTML would send back; empty where all is well.
  var complaints: [String] {
    var complaints = problem.map { [$0] } ?? []
    let ids = elements.compactMap { $0.attributes["id"] }
    let known = Set(ids)
    if known.count < ids.count { complaints.append("an id stands twice") }
    if all("h1").count != 1 { complaints.append("\(all("h1").count) titles") }
    if all("html").first?.attributes["lang"]?.isEmpty != false { complaints.append("no language") }
    if all("main").count != 1 { complaints.append("no main part") }
    complaints += all("th").filter { !["row", "col"].contains($0.attributes["scope"]) }
      .map { "no scope: \($0.text)" }
    complaints += elements.filter { $0.name == "svg" && $0.attributes["role"] != "img" }
      .map { _ in "a picture without a role" }
    let labels = ["aria-labelledby", "aria-describedby"]
    for element in elements {
      let names = labels.compactMap { element.attributes[$0] }
      let links = [element.attributes["href"]].compactMap(\.self).filter { $0.hasPrefix("#") }
      for id in names + links.map({ String($0.dropFirst()) }) where !known.contains(id) {
        complaints.append("nothing has the id \(id)")
      }
      if element.name == "svg", names.count != 1 { complaints.append("a picture without words") }
      if ["script", "img", "link", "iframe", "object", "form", "base"].contains(element.name) {
        complaints.append("a \(element.name)")
      }
      complaints += element.attributes.keys.filter { $0.hasPrefix("on") || $0 == "src" }
      if let address = element.attributes["href"], !address.hasPrefix("#"),
        !address.hasPrefix("https://"), !address.hasPrefix("http://")
      {
        complaints.append("a link to \(address)")
      }
    }
    for (place, element) in elements.enumerated() where element.name == "svg" {
      let titles = elements.filter { $0.name == "title" && $0.ancestors.contains(place) }
      if titles.count != 1 || titles[0].text.isEmpty {
        complaints.append("a picture without a name")
      }
    }
    for (place, element) in elements.enumerated() where element.name == "table" {
      let captions = elements.filter { $0.name == "caption" && $0.ancestors.contains(place) }
      if captions.isEmpty, element.attributes["class"] != "words" {
        complaints.append("a table without a caption")
      }
    }
    return complaints
  }
}
