import FuzzSupport
import Terminal
import Testing

@testable import Curses

/// Bytes that come after a pause, in milliseconds.
private typealias Chunk = (pause: Int, bytes: [UInt8])

/// What a decoder makes of bytes when whoever feeds it waits as `CursesScreen` does.
private func events(_ chunks: [Chunk], keys: [[UInt8]: Key] = [:]) -> [Event] {
  var decoder = InputDecoder(keys: keys)
  return events(chunks, &decoder)
}

private func events(_ chunks: [Chunk], _ decoder: inout InputDecoder) -> [Event] {
  var events: [Event] = []
  var time = Duration.zero
  for (pause, bytes) in chunks {
    let next = time + .milliseconds(pause)
    while let deadline = decoder.deadline, deadline < next {
      events += decoder.wait(until: deadline)
    }
    time = next
    events += decoder.take(bytes, at: time)
  }
  while let deadline = decoder.deadline { events += decoder.wait(until: deadline) }
  return events
}

private func events(_ text: String) -> [Event] { events([(0, Array(text.utf8))]) }

/// Each byte after the same pause.
private func events(_ text: String, everyMilliseconds pause: Int) -> [Event] {
  events(text.utf8.map { (pause, [$0]) })
}

@Suite struct InputDecoderTests {
  @Test(
    arguments: [
      ("a", .character("a")), (" ", .space), ("é", .character("é")), ("猫", .character("猫")),
      ("🙂", .character("🙂")), ("\t", .tab), ("\n", .enter), ("\r", .enter), ("\u{7f}", .backspace),
      ("\u{8}", .backspace), ("\u{1}", .control("a")), ("\u{3}", .control("c")),
      ("\u{1a}", .control("z")), ("\u{1b}", .escape),
    ] as [(String, Key)])
  func plainKeys(bytes: String, key: Key) {
    #expect(events(bytes) == [.key(key)])
  }

  @Test(
    arguments: [
      ("[A", .up), ("[B", .down), ("[C", .right), ("[D", .left), ("[H", .home), ("[F", .end),
      ("OA", .up), ("OB", .down), ("OC", .right), ("OD", .left), ("OH", .home), ("OF", .end),
      ("[1;2C", .shiftRight), ("[1;2D", .shiftLeft), ("[1;2A", .up), ("[1;1C", .right),
      ("[c", .shiftRight), ("[d", .shiftLeft), ("O2C", .shiftRight), ("O1;2D", .shiftLeft),
      ("[1~", .home), ("[2~", .insert), ("[3~", .delete), ("[4~", .end), ("[5~", .pageUp),
      ("[6~", .pageDown), ("[7~", .home), ("[8~", .end), ("[3;2~", .delete), ("[3$", .delete),
      ("[Z", .backTab), ("OP", .function(1)), ("[11~", .function(1)), ("[[A", .function(1)),
      ("[P", .function(1)), ("OS", .function(4)), ("[15~", .function(5)), ("[24~", .function(12)),
      ("OM", .enter), ("Op", .character("0")), ("Oy", .character("9")), ("On", .character(".")),
      ("Ok", .character("+")), ("Om", .character("-")),
    ] as [(String, Key)])
  func keysOfManyTerminals(sequence: String, key: Key) {
    #expect(events("\u{1b}" + sequence) == [.key(key)])
  }

  @Test(
    arguments: [
      ("[97u", .character("a")), ("[97;2u", .character("A")), ("[97:65;2u", .character("A")),
      ("[49:33;2u", .character("!")), ("[97;5u", .control("a")), ("[105;5u", .tab),
      ("[27u", .escape), ("[13u", .enter), ("[13;2u", .enter), ("[9u", .tab), ("[9;2u", .backTab),
      ("[127u", .backspace), ("[32;2u", .space), ("[233u", .character("é")),
      ("[97;1:1u", .character("a")), ("[97;1:2u", .character("a")), ("[97;65u", .character("a")),
      ("[57399u", .character("0")), ("[57414u", .enter), ("[57417u", .left), ("[1;129C", .right),
      ("[27;2;65~", .character("A")), ("[27;5;99~", .control("c")), ("[27;2;13~", .enter),
    ] as [(String, Key)])
  func keysOfTheNewerProtocols(sequence: String, key: Key) {
    #expect(events("\u{1b}" + sequence) == [.key(key)])
  }

  @Test(arguments: [
    // With Alt or Ctrl; let go; keys without a letter.
    "[1;3C", "[1;5C", "[1;6D", "[3;5~", "[3^", "[3@", "[97;3u", "[49;5u", "[97;1:3u", "[1;1:3C",
    "[57441u", "[57358u", "Oa", "Od", "O5C",
    // Reports that nobody asked for.
    "[I", "[O", "[12;40R", "[1;2R", "[0n", "[?1;2c", "[>1;95;0c", "[?2026;2$y", "[4;1$y",
    "[8;24;80t", "[?997;1n", "[=1;2z", "[200;1H", "[E", "[G", "[[Z",
    "]0;title\u{7}", "]52;c;YQ==\u{1b}\\", "]l1q2\u{1b}\\", "P1+r544e=78\u{1b}\\", "P>|term\u{7}",
    "_G;OK\u{1b}\\", "^1\u{1b}\\", "X1\u{1b}\\", "]0;猫\u{7}", "]11;?\u{7}", "]11;rgb:zz/1/1\u{7}",
  ])
  func whatIsNoKeyOfOursIsSwallowedWhole(sequence: String) {
    #expect(events("\u{1b}" + sequence) == [])
    // And nothing of it sticks to what follows, nor does it matter how slowly it comes.
    #expect(events("\u{1b}" + sequence + "x") == [.key("x")])
    #expect(events("\u{1b}" + sequence + "x", everyMilliseconds: 30) == [.key("x")])
  }

  @Test(arguments: [0xE9, 0xFC, 0xC4, 0xFF, 0x80, 0xC0, 0xF8, 0x9B] as [UInt8])
  func bytesOfLatin1AreIgnored(byte: UInt8) {
    #expect(events([(0, [byte, byte, byte, byte])]) == [])
    #expect(events([(0, [byte, 0x71, byte, byte, 0x31])]) == [.key("q"), .key("1")])
    #expect(events([(0, [byte]), (500, [0x1B, 0x5B, 0x41])]) == [.key(.up)])
  }

  @Test func whatOnlyLooksLikeUTF8IsIgnored() {
    for bytes in [[0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]] as [[UInt8]] {
      #expect(events([(0, bytes + [0x78])]) == [.key("x")])
    }
  }

  @Test(arguments: [0, 1, 30, 45, 80, 200])
  func aSequenceIsOneKeyHoweverSlowlyItComes(pause: Int) {
    // Later than an escape character waits, the key is reported, but the rest is not typed.
    let late = pause > 50 ? [Event.key(.escape)] : []
    #expect(events("\u{1b}[1;2C", everyMilliseconds: pause) == late + [.key(.shiftRight)])
    #expect(events("\u{1b}OC", everyMilliseconds: pause) == late + [.key(.right)])
    #expect(events("\u{1b}]4;1;rgb:1/2/3\u{7}", everyMilliseconds: pause) == late)
  }

  @Test func aSlowLineIsWaitedForTheNextTime() {
    let slow = "\u{1b}[C".utf8.map { Chunk(pause: 90, bytes: [$0]) }
    #expect(events(slow + slow) == [.key(.escape), .key(.right), .key(.right)])
  }

  @Test func insideASequenceThereIsASecondOfPatience() {
    let start = Array("\u{1b}[1;".utf8)
    let end = Array("2C".utf8)
    #expect(events([(0, start), (990, end)]) == [.key(.shiftRight)])
    #expect(events([(0, start), (5000, [0x71])]) == [.key("q")])
    #expect(events([(0, [0x1B, 0x5D]), (1500, [0x71])]) == [.key("q")])
  }

  @Test func anEscapeAndAKeyAtOnceAreTwoKeys() {
    #expect(events("\u{1b}x") == [.key(.escape), .key("x")])
    #expect(events("\u{1b}é") == [.key(.escape), .key("é")])
    #expect(events("\u{1b}\r") == [.key(.escape), .key(.enter)])
    #expect(events("\u{1b}\u{1b}[A") == [.key(.escape), .key(.up)])
    #expect(events("\u{1b}\u{1b}q") == [.key(.escape), .key(.escape), .key("q")])
  }

  @Test func escapesAloneAreKeys() {
    #expect(events("\u{1b}\u{1b}") == [.key(.escape), .key(.escape)])
    #expect(events([(0, [0x1B]), (400, [0x5B])]) == [.key(.escape), .key("[")])
    #expect(events([(0, [0x1B]), (60, [0x71])]) == [.key(.escape), .key("q")])
  }

  @Test(arguments: [
    "\u{1b}[12", "\u{1b}O", "\u{1b}]0;abc", "\u{1b}P1", "\u{1b}", "\u{1b}]0;a\u{1b}",
  ])
  func controlCIsHeardInsideAnything(begun: String) {
    #expect(events(begun + "\u{3}").last == .key(.control("c")))
  }

  @Test func aNewSequenceBreaksOffAnUnfinishedOne() {
    #expect(events("\u{1b}[12\u{1b}[C") == [.key(.right)])
    #expect(events("\u{1b}]0;abc\u{1b}[C") == [.key(.right)])
    #expect(events("\u{1b}P1\u{18}q") == [.key("q")])
  }

  @Test(arguments: ["\u{7}", "\u{1b}\\"])
  func theGroundIsReadFromItsReply(end: String) {
    let ground = [Event.ground(Color(0xff8000))]
    #expect(events("\u{1b}]11;rgb:ffff/8000/0000" + end) == ground)
    #expect(events("\u{1b}]11;rgb:ff/80/00" + end) == ground)
    #expect(events("\u{1b}]11;rgba:ffff/8080/0000/ffff" + end) == ground)
    #expect(events("\u{1b}]11;rgb:ffff/8000/0000" + end, everyMilliseconds: 40) == ground)
    #expect(events("\u{1b}]10;rgb:ffff/8000/0000" + end) == [])
  }

  @Test func aStringMayBeLateAndLong() {
    let begun = Chunk(pause: 0, bytes: Array("\u{1b}]11;rgb:ffff/".utf8))
    let rest = Chunk(pause: 60_000, bytes: Array("ffff/ffff\u{7}q".utf8))
    #expect(events([begun, rest]) == [.ground(Color(0xffffff)), .key("q")])
    #expect(events("\u{1b}P" + String(repeating: "1q", count: 50_000) + "\u{1b}\\x") == [.key("x")])
  }

  @Test func identificationsAreCounted() {
    var decoder = InputDecoder()
    #expect(events([(0, Array("\u{1b}[?62;c\u{1b}[>0;1c".utf8))], &decoder) == [])
    #expect(decoder.identifications == 1)
  }

  @Test func theMouseIsUnderstoodInEveryForm() {
    let point = Point(x: 6, y: 2)
    for (sequence, action) in [
      ("[<0;7;3M", .press), ("[<0;7;3m", .release), ("[<32;7;3M", .drag), ("[<64;7;3M", .scrollUp),
      ("[<65;7;3M", .scrollDown), ("[<16;7;3M", .press), ("[32;7;3M", .press),
      ("[35;7;3M", .release),
      ("[M '#", .press), ("[M#'#", .release), ("[M@'#", .drag), ("[M`'#", .scrollUp),
    ] as [(String, MouseAction)] {
      #expect(events("\u{1b}" + sequence) == [.mouse(point, action)], "\(sequence)")
      #expect(events("\u{1b}" + sequence, everyMilliseconds: 30) == [.mouse(point, action)])
    }
    for sequence in ["[<0;1;1M", "[M !!"] {
      #expect(events("\u{1b}" + sequence) == [.mouse(Point(x: 0, y: 0), .press)], "\(sequence)")
    }
    for sequence in ["[<2;7;3M", "[<0;0;3M", "[<0;7M", "[<99999999999999999999;7;3M", "[M\"'#"] {
      #expect(events("\u{1b}" + sequence + "x") == [.key("x")], "\(sequence)")
    }
  }

  @Test func aPasteIsOneTextWhateverIsInIt() {
    let text = "1\r\nq\u{3}\u{1b}[A\u{1b}[201\u{1b}]0;t 猫"
    let pasted = "\u{1b}[200~\(text)\u{1b}[201~"
    #expect(events(pasted + "x") == [.paste(text), .key("x")])
    #expect(events(pasted + "x", everyMilliseconds: 40) == [.paste(text), .key("x")])
    #expect(events("\u{1b}[200~\u{1b}[201~") == [.paste("")])
    #expect(events("\u{1b}[201~x") == [.key("x")])
  }

  @Test func aPasteThatNeverEndsDoesNotKeepTheKeys() {
    let begun = Chunk(pause: 0, bytes: Array("\u{1b}[200~abc".utf8))
    #expect(events([begun, (11_000, [0x71])]) == [.paste("abc"), .key("q")])
  }

  @Test func aHugePasteIsCutAndEndsAllTheSame() {
    let pasted = "\u{1b}[200~" + String(repeating: "ab", count: 200_000) + "\u{1b}[201~q"
    let found = events(pasted)
    #expect(found.count == 2 && found.last == .key("q"))
    #expect(found.first == .paste(String(repeating: "ab", count: 32_768)))
  }

  @Test func whatTerminfoSaysOfTheKeysCounts() {
    let keys: [[UInt8]: Key] = [
      Array("\u{1b}A".utf8): .up, Array("\u{1b}[I".utf8): .pageUp,
      Array("\u{1b}[224z".utf8): .function(1),
    ]
    #expect(
      events([(0, Array("\u{1b}A\u{1b}[I\u{1b}[224z".utf8))], keys: keys)
        == [.key(.up), .key(.pageUp), .key(.function(1))])
  }
}

// Random input; `QKV_FUZZ_ROUNDS` is the number of streams.
extension InputDecoderTests {
  private static let rounds = fuzzRounds(usually: 1000)

  private typealias Thing = (bytes: [UInt8], events: [Event])

  /// Things that a person or a terminal does, and what has to come of each.
  private static let things: [Thing] = {
    let keys: [(String, Key)] = [
      ("a", "a"), ("1", "1"), ("q", "q"), ("[", "["), ("O", "O"), ("é", "é"), ("猫", "猫"),
      ("\r", .enter), ("\u{3}", .control("c")), ("\u{1b}[A", .up), ("\u{1b}OC", .right),
      ("\u{1b}[1;2C", .shiftRight), ("\u{1b}[Z", .backTab), ("\u{1b}[5~", .pageUp),
      ("\u{1b}[97;5u", .control("a")), ("\u{1b}[[B", .function(2)), ("\u{1b}[27;2;65~", "A"),
    ]
    let others: [(String, [Event])] = [
      ("\u{1b}[200~1\rq\u{1b}[A\u{1b}[201~", [.paste("1\rq\u{1b}[A")]),
      ("\u{1b}[<0;7;3M", [.mouse(Point(x: 6, y: 2), .press)]),
      ("\u{1b}]11;rgb:ffff/ffff/ffff\u{7}", [.ground(Color(0xffffff))]),
      ("\u{1b}]11;?\u{1b}\\", []), ("\u{1b}]0;1qq[\u{7}", []), ("\u{1b}P1$r0m\u{1b}\\", []),
      ("\u{1b}[?62;4c", []), ("\u{1b}[12;3R", []), ("\u{1b}[I", []), ("\u{1b}[O", []),
      ("\u{1b}[?2026;2$y", []), ("\u{1b}_Gi=1;OK\u{1b}\\", []),
      ("\u{1b}[1;5C", []),
    ]
    let latin1: [Thing] = [([0xE9], []), ([0xFF, 0x80], [])]
    let typed = keys.map { text, key -> Thing in (Array(text.utf8), [.key(key)]) }
    return typed + others.map { text, events -> Thing in (Array(text.utf8), events) } + latin1
  }()

  @Test func aStreamOfKnownThingsIsThoseThingsHoweverItIsCut() {
    for round in 0..<Self.rounds {
      var dice = SeededNumbers(seed: UInt64(round))
      var bytes: [UInt8] = []
      var expected: [Event] = []
      for _ in 0..<dice.below(20) + 1 {
        let thing = Self.things[dice.below(Self.things.count)]
        bytes += thing.bytes
        expected += thing.events
      }
      let chunks = bytes.map { Chunk(pause: dice.below(4) == 0 ? dice.below(50) : 0, bytes: [$0]) }
      let found = events(chunks)
      if found != expected {
        Issue.record("round \(round): \(bytes) gave \(found)")
        return
      }
    }
  }

  @Test func howRandomBytesAreCutChangesNothing() {
    // Bytes that begin, carry on and end sequences come up more often.
    let usual = Array("\u{1b}\u{1b}\u{1b}[[O]P_~;;?<M$u0123456789ABCabc\u{7}\\".utf8)
    for round in 0..<Self.rounds {
      var dice = SeededNumbers(seed: UInt64(round) << 20)
      let bytes = (0..<dice.below(60) + 1).map { _ in
        dice.below(4) == 0 ? UInt8(dice.below(256)) : usual[dice.below(usual.count)]
      }
      let whole = events([(0, bytes)])
      let cut = events(bytes.map { (dice.below(45), [$0]) })
      if whole != cut {
        Issue.record("round \(round): \(bytes) gave \(whole) and \(cut)")
        return
      }
    }
  }

  @Test func randomBytesNeitherTrapNorStopTheKeys() {
    for round in 0..<Self.rounds {
      var dice = SeededNumbers(seed: UInt64(round) << 40)
      let bytes = (0..<dice.below(300)).map { _ in UInt8(dice.below(256)) }
      // Whatever came, ^C after a pause is heard.
      #expect(events([(0, bytes), (20_000, [3])]).last == .key(.control("c")))
    }
  }
}
