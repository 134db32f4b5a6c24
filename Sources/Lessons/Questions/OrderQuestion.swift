import Scenes
import Text

/// Options to be put in order, from the largest number to the smallest.
enum OrderQuestion: QuestionRules {
  static func read(_ raw: RawBlock, _ name: String, _ reader: inout StepReader) -> Question? {
    reader.order(raw, name)
  }

  /// As many as there are digits to press.
  fileprivate static let counts = 2...9
}

/// The keys of an `order` block.
enum OrderKey: String, CaseIterable {
  case ask
  case values
  case among
  case options
  case hide
  case slider
  case vary
  case right
  case wrong

  static let table = MappingKeys(
    owner: "order block", keys: allCases.map(\.rawValue),
    required: [ask, values].map(\.rawValue))
}

extension StepReader {
  fileprivate mutating func order(_ raw: RawBlock, _ name: String) -> Question? {
    guard let fields = fields(raw, OrderKey.table) else { return nil }
    let variations = variations(fields)
    let ask = markdown(OrderKey.ask.rawValue, fields)
    let hides = watchAll(fields.texts(OrderKey.hide.rawValue, &report))
    let right = reply(OrderKey.right.rawValue, fields)
    let wrong = reply(OrderKey.wrong.rawValue, fields)
    let slider = sliderName(fields)
    guard let numbers = orderedNumbers(fields, at: raw.opening),
      let options = options(fields, naming: numbers, at: raw.opening)
    else { return nil }
    return Question(
      id: name, kind: .order, location: report.source.location(at: raw.opening.start), ask: ask,
      options: options.map { Choice(text: $0) }, answer: .order(numbers.map(\.entry)),
      hides: hides, whenRight: right, whenWrong: wrong, variations: variations,
      slider: slider)
  }

  /// A number that has its place in the order, and what it is called where the author does not say.
  private typealias OrderedNumber = (entry: Entry, name: [Inline])

  /// The components of a vector, or some of them; of a list, one number each.
  private mutating func orderedNumbers(
    _ fields: CheckedMapping, at opening: Fragment
  ) -> [OrderedNumber]? {
    let texts = fields.texts(OrderKey.values.rawValue, &report)
    guard let first = texts.first else {
      report.add(.question(.orderCount(0)), at: opening)
      return nil
    }
    let numbers = texts.count == 1 ? components(first, fields) : self.numbers(texts)
    guard let numbers else { return nil }
    guard OrderQuestion.counts.contains(numbers.count) else {
      report.add(.question(.orderCount(numbers.count)), at: first)
      return nil
    }
    return numbers
  }

  private mutating func components(
    _ text: Fragment, _ fields: CheckedMapping
  ) -> [OrderedNumber]? {
    guard let node = vector(text), let axis = axes(of: node).first else { return nil }
    let among = fields.texts(OrderKey.among.rawValue, &report)
    let places = among.isEmpty ? Array(0..<axis.size) : among.compactMap { place($0, on: axis) }
    guard among.isEmpty || places.count == among.count else { return nil }
    if let again = places.indices.first(where: { places[..<$0].contains(places[$0]) }) {
      report.add(.question(.orderedTwice(among[again].text)), at: among[again])
      return nil
    }
    return places.map { (Entry(node: node, index: $0), [.text(axis.shownLabel($0))]) }
  }

  private mutating func numbers(_ texts: [Fragment]) -> [OrderedNumber]? {
    let nodes = texts.map { scalar($0) }
    guard !nodes.contains(nil) else { return nil }
    return zip(nodes, texts).compactMap { node, text in
      node.map { (Entry(node: $0, index: 0), [.code(text.text)]) }
    }
  }

  /// What the options are called.
  private mutating func options(
    _ fields: CheckedMapping, naming numbers: [OrderedNumber], at opening: Fragment
  ) -> [[Inline]]? {
    let texts = fields.texts(OrderKey.options.rawValue, &report)
    guard !texts.isEmpty else { return numbers.map(\.name) }
    guard texts.count == numbers.count else {
      report.add(.question(.optionCount(texts.count, values: numbers.count)), at: opening)
      return nil
    }
    return texts.map { line($0) }
  }
}

// MARK: What is right

extension Question {
  /// The first place of a guess, counted from 0, where an option that comes later has a larger number.
  ///
  /// Nil where the order is right; of equal numbers either may come first.
  package func firstWrongPlace(of guess: Guess, in scene: Scene) -> Int? {
    guard case .order(let order) = guess,
      case .order(let numbers) = truth(before: scene, after: scene)
    else { return nil }
    return numbers.firstWrongPlace(of: order)
  }
}

extension [Float] {
  /// Where an order of these numbers, given by their places, first falls behind the largest that is left.
  func firstWrongPlace(of order: [Int]) -> Int? {
    guard order.sorted().elementsEqual(indices) else { return 0 }
    return order.indices.first { place in
      let own = self[order[place]]
      return order[place...].contains { self[$0] > own && !isTie(self[$0], own) }
    }
  }

  /// The places of numbers that are tied with another, in their order.
  var tiedPlaces: [Int] {
    indices.filter { place in
      indices.contains { $0 != place && isTie(self[$0], self[place]) }
    }
  }
}

extension LessonChecker {
  /// Numbers decide every place, or a tie is mentioned.
  mutating func checkOrder(_ numbers: [Float], of question: Question) {
    let undefined = numbers.indices.filter { numbers[$0].isNaN }
    if !undefined.isEmpty {
      let options = undefined.map { question.options[$0].text.plainText }
      add(.unordered(options), at: question.location)
    } else if !numbers.tiedPlaces.isEmpty {
      let labels = numbers.tiedPlaces.map { question.options[$0].text.plainText }
      warn(.tied(labels), at: question.location)
    }
  }
}
