/// A logit, or the difference of two, as the sum of what the words bring and each head writes.
package struct LogitParts: Equatable, Sendable {
  /// What the word itself and its place bring.
  package let words: Float
  package let heads: [HeadPart]

  package struct HeadPart: Equatable, Sendable {
    package let place: HeadPlace
    package let part: Float
  }

  package var sum: Float { heads.reduce(words) { $0 + $1.part } }

  /// The parts of one word's logit at a token, less those of another word where one is given.
  package init(
    of pass: ForwardPass, in model: TinyModel, at token: Int, for word: Int, over other: Int? = nil
  ) {
    let size = model.words.count
    let direction = (0..<model.featureCount).map { feature in
      let row = model.unembedding.elements[feature * size..<(feature + 1) * size]
      return row[row.startIndex + word] - (other.map { row[row.startIndex + $0] } ?? 0)
    }
    func along(_ row: ArraySlice<Float>) -> Float {
      Float(zip(row, direction).reduce(0.0) { $0 + Double($1.0) * Double($1.1) })
    }
    words = along(pass.inputs[0].row(token))
    heads = model.places.map { place in
      HeadPart(place: place, part: along(pass.written(by: place).row(token)))
    }
  }
}
