import Tensors
import Text

extension Operation {
  /// How PyTorch says it, given its operands as text.
  typealias PythonForm = @Sendable (PythonCall) -> PythonText

  /// The form of this operation; every operation that can stand in a formula has one.
  var python: PythonForm? { Self.pythonForms["\(name)\(parameters.count == 1 ? "1" : "")"] }

  /// By name; operations of one parameter have a 1 behind theirs, since minus and sign share one.
  private static let pythonForms: [String: PythonForm] = {
    var forms: [String: PythonForm] = [
      "@": { call in
        let stacks = call.stacks(0, 1)
        return infix("@", PythonText.product, call.stacked(0, stacks), call.stacked(1, stacks))
      },
      "+": pair("+", PythonText.sum), "-": pair("-", PythonText.sum),
      "*": pair("*", PythonText.product), "/": pair("/", PythonText.product),
      "-1": { call in
        let operand = call.operands[0]
        return PythonText(
          "-\(operand.bound(PythonText.sign))", strength: PythonText.sign, kind: operand.kind)
      },
      "^": { call in
        let base = call.operands[0]
        return PythonText(
          "\(base.operand) ** \(call.setting(0))", strength: PythonText.power, kind: base.kind)
      },
      "<": comparison("<"), "<=": comparison("<="), ">": comparison(">"), ">=": comparison(">="),
      "==": comparison("=="), "!=": comparison("!="),
      "and": claims("&"), "or": claims("|"),
      "not1": { call in PythonText("~\(call.operands[0].asClaim)", kind: .claim) },
      ".T1": { call in call.turned(call.operands[0], 0) },
      "[ ]1": { call in call.operands[0].followed(by: call.index) },
      "=1": { call in call.operands[0] },
      "before1": { call in call.operands[0] },
      "relabel": { call in call.operands[0] },
      "lookup": { call in
        let rows = "[\(call.lookedUpRows.map(String.init).joined(separator: ", "))]"
        return call.operands[0].followed(
          by: call.axes[0].count > 2 ? "[..., \(rows), :]" : "[\(rows)]")
      },
      "rows1": { call in square(call, "[..., None]") },
      "columns1": { call in square(call, "[..., None, :]") },
      "softmax": { call in
        let dimension = call.rowDimension
        let scores = call.operands[0]
        let name = call.hasLostRows ? "softmax" : "torch.softmax"
        return PythonText("\(name)(\(scores.text), dim=\(dimension))")
      },
      "hardmax1": function("hardmax"),
      "topk": { call in PythonText("topk(\(call.operands[0].text), \(call.whole(0)))") },
      "where": { call in
        let parts = (0..<3).map { call.fitted($0) }
        let values = parts.dropFirst().map { $0.kind == .number ? "float(\($0.text))" : $0.text }
        let claim = parts[0].kind == .claim ? parts[0].text : parts[0].asClaim
        return PythonText("torch.where(\(claim), \(values.joined(separator: ", ")))")
      },
      "gelu_tanh1": { call in
        PythonText("F.gelu(\(call.operands[0].asTensor.text), approximate=\"tanh\")")
      },
      "max": reduction("amax"), "min": reduction("amin"), "sum": reduction("sum"),
      "mean": reduction("mean"), "norm": reduction("norm"),
      "variance": reduction("var", ", correction=0"), "argmax": reduction("argmax", "", ".float()"),
      "entropy": { call in
        let dimension = call.reducedDimension
        let option = dimension == -1 ? "" : ", dim=\(dimension)"
        return PythonText("entropy(\(call.operands[0].text)\(option))")
      },
      "dot": { call in
        let (left, right) = call.pair(0, 1)
        let product = infix("*", PythonText.product, left, right)
        return product.followed(by: ".sum(dim=-1)")
      },
      "cosine": { call in
        let stacks = call.stacks(0, 1)
        let units = [0, 1].map {
          PythonText("F.normalize(\(call.stacked($0, stacks).text), dim=-1)")
        }
        return infix("@", PythonText.product, units[0], call.turned(units[1], 1))
      },
      "size1": { call in
        let axis = (call.node.kernel as? SizeKernel)?.axis
        return PythonText(axis.map(call.sizeName) ?? "1", kind: .number)
      },
      "causal": { call in
        let size = call.wholeSize
        return call.partOfWhole("torch.full((\(size), \(size)), -inf).triu(1)", last: 2)
      },
      "window": { call in
        let step = call.whole(1)
        let option = step == "1" ? "" : ", step=\(step)"
        return call.partOfWhole("window(\(call.wholeSize), \(call.whole(0))\(option))", last: 2)
      },
      "band": { call in
        call.partOfWhole("band(\(call.wholeSize), \(call.whole(0, least: 0)))", last: 2)
      },
      "padding": { call in
        let first = call.firstPosition(call.result[0])
        let start = call.whole(0, least: 0) + (first == 0 ? "" : " - \(first)")
        return PythonText("padding(\(call.sizeName(call.result[0])), \(start))")
      },
      "alibi": { call in
        let heads = call.result.count > 2 ? ", heads=\(call.sizeName(call.result[0]))" : ""
        return call.partOfWhole("alibi(\(call.wholeSize), \(call.setting(0))\(heads))", last: 2)
      },
      "position1": { call in
        let (size, first) = (call.sizeName(call.result[0]), call.firstPosition(call.result[0]))
        let range = first == 0 ? size : "\(first), \(first) + \(size)"
        return PythonText("torch.arange(\(range)).float()")
      },
      "rope": { call in
        let isHalves = call.node.kernel.reads(0)[1].place > 1
        let options = [
          ("base", call.setting(0), "10000"), ("speed", call.setting(1), "1"),
          ("halves", isHalves ? "True" : "False", "False"),
          ("first", String(call.firstPosition(call.axes[0][call.axes[0].count - 2])), "0"),
        ].filter { $0.1 != $0.2 }.map { ", \($0.0)=\($0.1)" }.joined()
        return PythonText("rope(\(call.operands[0].text)\(options))")
      },
      "join": { call in
        let trait = call.axes[0].last?.factors.count ?? 0
        let head = AxisKey(factors: (call.result.last?.factors ?? []).dropLast(trait))
        let place = call.axes[0].firstIndex(of: head) ?? 0
        return call.operands[0].followed(by: ".movedim(\(place), -2).flatten(-2)")
      },
      "split": { call in
        let own = call.axes[0]
        let stacks = Swift.max(own.count - 2, 0)
        let head = call.result[stacks]
        let place =
          (stacks..<own.count).last { own[$0] == head.times(call.result[$0 + 1]) } ?? stacks
        let sizes = [head, call.result[place + 1]].map(call.sizeName).joined(separator: ", ")
        let moved = place == stacks ? "" : ".movedim(\(place), \(stacks))"
        return call.operands[0].followed(by: ".unflatten(\(place), (\(sizes)))\(moved)")
      },
      "share": { call in
        let place = call.axes[0].indices.first { call.axes[0][$0] != call.result[$0] } ?? 0
        let count = call.sheet.size(call.result[place]) / call.sheet.size(call.axes[0][place])
        return call.operands[0].followed(by: ".repeat_interleave(\(count), dim=\(place))")
      },
      "append": { call in
        let parts = [0, 1].map { number in
          call.axes[number].count == call.result.count
            ? call.operands[number].text
            : call.operands[number].followed(by: "[..., None, :]").text
        }
        return PythonText("torch.cat([\(parts.joined(separator: ", "))], dim=-2)")
      },
      "layer_norm": normalisation("F.layer_norm"), "rms_norm": normalisation("F.rms_norm"),
      "cross_entropy": { call in
        let isWide = call.axes[0].count > 2
        let scores = isWide ? call.operands[0].operand + ".flatten(0, -2)" : call.operands[0].text
        if call.axes[0] == call.axes[1] {
          let shares = isWide ? call.operands[1].operand + ".flatten(0, -2)" : call.operands[1].text
          return PythonText("F.cross_entropy(\(scores), \(shares))")
        }
        let flat = isWide ? ".flatten()" : ""
        let places = call.operands[1].asTensor.operand + flat + ".round().long()"
        return PythonText("F.cross_entropy(\(scores), \(places))")
      },
      "attention": attentionForm,
    ]
    for name in ["exp", "log", "sqrt", "abs", "relu", "tanh", "sigmoid", "sin", "cos"] {
      forms[name + "1"] = { call in
        let operand = call.operands[0]
        if operand.kind == .number, name == "sqrt" {
          return PythonText("math.sqrt(\(operand.text))", kind: .number)
        }
        return PythonText("torch.\(name)(\(operand.asTensor.text))")
      }
    }
    for name in ["gelu", "elu"] { forms[name + "1"] = function("F.\(name)") }
    return forms
  }()

  private static func infix(
    _ sign: String, _ strength: Int, _ left: PythonText, _ right: PythonText
  ) -> PythonText {
    PythonText(
      "\(left.bound(strength)) \(sign) \(right.bound(strength + 1))", strength: strength,
      kind: left.kind == .number && right.kind == .number ? .number : .tensor)
  }

  private static func pair(_ sign: String, _ strength: Int) -> PythonForm {
    { call in
      let (left, right) = call.pair(0, 1)
      return infix(sign, strength, left, right)
    }
  }

  private static func comparison(_ sign: String) -> PythonForm {
    { call in
      let (left, right) = call.pair(0, 1)
      let claim = "\(left.bound(PythonText.sum)) \(sign) \(right.bound(PythonText.sum))"
      return left.kind == .number && right.kind == .number
        ? PythonText("torch.tensor(\(claim))", kind: .claim)
        : PythonText(claim, strength: PythonText.comparison, kind: .claim)
    }
  }

  private static func claims(_ sign: String) -> PythonForm {
    { call in
      let (left, right) = call.pair(0, 1)
      let claim = "\(left.asClaim) \(sign) \(right.asClaim)"
      return PythonText(claim, strength: PythonText.comparison, kind: .claim)
    }
  }

  private static func function(_ name: String) -> PythonForm {
    { call in PythonText("\(name)(\(call.operands[0].asTensor.text))") }
  }

  private static func reduction(
    _ name: String, _ options: String = "", _ behind: String = ""
  ) -> PythonForm {
    { call in
      call.operands[0].followed(by: ".\(name)(dim=\(call.reducedDimension)\(options))\(behind)")
    }
  }

  private static func normalisation(_ name: String) -> PythonForm {
    { call in
      let operand = call.operands[0]
      let epsilon = call.setting(0)
      let isPlain = Double(epsilon) != nil
      return PythonText(
        "\(name)(\(operand.text), \(operand.operand).shape[-1:], "
          + "eps=\(isPlain ? epsilon : "float(\(epsilon))"))")
    }
  }

  private static func square(_ call: PythonCall, _ index: String) -> PythonText {
    let sizes = call.result.map(call.sizeName).joined(separator: ", ")
    return call.operands[0].followed(by: "\(index).expand(\(sizes))")
  }

  private static let attentionForm: PythonForm = { call in
    let queryStacks = call.axes[0].dropLast(2)
    let scoreStacks = Pairing.joined(queryStacks, call.axes[1].dropLast(2))
    let rows = call.axes[0].suffix(2).dropLast()
    let scores = scoreStacks + rows + call.axes[1].suffix(2).dropLast()
    let masked =
      call.operands.count > 3 ? Pairing.meeting(scores, call.axes[3])?.axes ?? scores : scores
    let stacks = Pairing.joined(
      masked.dropLast(rows.isEmpty && masked.count == scores.count ? 1 : 2),
      call.axes[2].dropLast(2))
    var parts = (0..<3).map { call.stacked($0, stacks).text }
    if call.operands.count > 3, call.operands[3].kind == .number {
      parts.append("float(\(call.operands[3].text))")
    } else if call.operands.count > 3 {
      let places = Pairing.meeting(scores, call.axes[3])?.places.right ?? []
      // A mask over rows and columns keeps its stacks by name; a smaller one lies among the scores' axes.
      let fitted =
        call.axes[3].count >= 2
        ? call.stacked(3, stacks) : PythonCall.spread(call.operands[3], places, of: scores.count)
      parts.append(fitted.text)
    }
    return PythonText("attention(\(parts.joined(separator: ", ")))")
  }
}
