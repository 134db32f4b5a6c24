import Files
import FuzzSupport
import Progress
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

private func finished(_ step: String, at date: Timestamp = .second(1)) -> Progress {
  var progress = Progress()
  progress.finish(step: step, of: "scores", at: date)
  return progress
}

@Test func aFreshStoreIsEmptyAndWithoutTrouble() {
  let scratch = Scratch()
  let loaded = ProgressStore(directory: scratch.path + "/a/b").load(at: .second(0))
  #expect(loaded == StoredProgress(progress: Progress()))
  #expect(scratch.names.isEmpty)
}

@Test func savingMakesTheFoldersAndMergesWithTheFile() {
  let scratch = Scratch()
  let store = ProgressStore(directory: scratch.path + "/a/b")
  #expect(store.save(finished("one"), at: .second(1)).banner == nil)
  let merged = store.save(finished("two"), at: .second(2))
  #expect(merged.progress.isFinished("scores", steps: ["one", "two"]))
  #expect(store.load(at: .second(3)) == merged)
}

@Test func savingKeepsTheLastGoodCopyAndLeavesNoDraft() {
  let scratch = Scratch()
  let store = ProgressStore(directory: scratch.path)
  _ = store.save(finished("one"), at: .second(1))
  let before = scratch.read("progress.json")
  _ = store.save(finished("two"), at: .second(2))
  #expect(scratch.read("progress.json.bak") == before)
  #expect(scratch.names == ["progress.json", "progress.json.bak", "progress.lock"])
}

@Test func savingNothingNewWritesNothing() {
  let scratch = Scratch()
  var operations = FileOperations()
  _ = ProgressStore(directory: scratch.path).save(finished("one"), at: .second(1))
  operations.rename = { _, _ in fatalError("nothing was to be written") }
  let store = ProgressStore(directory: scratch.path, operations: operations)
  #expect(store.save(finished("one"), at: .second(1)).banner == nil)
}

@Test func aDamagedFileIsSetAsideNamedAndItsCopyIsRead() throws {
  let scratch = Scratch()
  let store = ProgressStore(directory: scratch.path)
  _ = store.save(finished("one"), at: .second(1))
  _ = store.save(finished("two"), at: .second(2))
  try scratch.write(Array("{ torn".utf8), to: "progress.json")
  let saved = store.save(finished("three"), at: .second(3))
  let name = "progress.corrupt-\(Timestamp.second(3).fileNamePart).json"
  #expect(saved.banner?.contains(name) == true)
  #expect(saved.progress.isFinished("scores", steps: ["one", "three"]))
  #expect(scratch.read(name) == Array("{ torn".utf8))
  #expect(store.load(at: .second(4)) == StoredProgress(progress: saved.progress))
}

@Test func twoDamagedFilesOfOneSecondGetTwoNames() throws {
  let scratch = Scratch()
  let store = ProgressStore(directory: scratch.path)
  for text in ["first", "second"] {
    try scratch.write(Array(text.utf8), to: "progress.json")
    _ = store.load(at: .second(5))
  }
  let dated = "progress.corrupt-\(Timestamp.second(5).fileNamePart)"
  #expect(scratch.read("\(dated).json") == Array("first".utf8))
  #expect(scratch.read("\(dated)-2.json") == Array("second".utf8))
}

@Test func aMissingFileIsReadFromItsCopy() {
  let scratch = Scratch()
  let store = ProgressStore(directory: scratch.path)
  _ = store.save(finished("one"), at: .second(1))
  _ = store.save(finished("two"), at: .second(2))
  scratch.remove("progress.json")
  let loaded = store.load(at: .second(3))
  #expect(loaded.progress.isFinished(step: "one", of: "scores"))
  #expect(loaded.banner?.contains("missing") == true)
}

@Test func aFileOfANewerVersionIsOnlyRead() throws {
  let scratch = Scratch()
  let store = ProgressStore(directory: scratch.path)
  let text = finished("one").text.replacing("\"version\" : 1", with: "\"version\" : 2")
  try scratch.write(Array(text.utf8), to: "progress.json")
  let loaded = store.load(at: .second(2))
  #expect(loaded.progress.isFinished(step: "one", of: "scores"))
  #expect(loaded.banner?.contains("version 2") == true)
  let saved = store.save(finished("two"), at: .second(3))
  #expect(saved.problem?.losesProgress == true)
  #expect(saved.progress.isFinished("scores", steps: ["one", "two"]))
  #expect(scratch.read("progress.json") == Array(text.utf8))
}

@Test func aFileInPlaceOfTheFolderGivesABanner() throws {
  let scratch = Scratch()
  try scratch.write([], to: "file")
  for path in ["file", "file/below"] {
    let store = ProgressStore(directory: "\(scratch.path)/\(path)")
    let saved = store.save(finished("one"), at: .second(1))
    #expect(saved.progress.isFinished(step: "one", of: "scores"))
    #expect(saved.banner?.contains("a file stands where a folder should be") == true)
    #expect(saved.banner?.contains("--data-dir") == true)
  }
}

@Test func aFolderInPlaceOfTheFileGivesABanner() {
  let scratch = Scratch()
  mkdir(scratch.path + "/progress.json", 0o700)
  let store = ProgressStore(directory: scratch.path)
  #expect(store.load(at: .second(1)).banner?.contains("it is a folder") == true)
  #expect(store.save(finished("one"), at: .second(1)).problem?.losesProgress == true)
}

@Test func aPipeInPlaceOfTheFileDoesNotHang() {
  let scratch = Scratch()
  mkfifo(scratch.path + "/progress.json", 0o600)
  let loaded = ProgressStore(directory: scratch.path).load(at: .second(1))
  #expect(loaded.progress == Progress())
}

@Test func withoutAHomeProgressLivesInMemoryAndTheBannerSaysSo() {
  let saved = ProgressStore(directory: nil).save(finished("one"), at: .second(1))
  #expect(saved.progress.isFinished(step: "one", of: "scores"))
  #expect(saved.banner?.contains("HOME") == true)
}

@Test func anotherWindowThatHoldsTheLockIsWaitedForButNotForEver() {
  let scratch = Scratch()
  let lock = open(scratch.path + "/progress.lock", O_RDWR | O_CREAT, 0o600)
  #expect(flock(lock, LOCK_EX) == 0)
  var store = ProgressStore(directory: scratch.path)
  store.patience = .milliseconds(50)
  let clock = ContinuousClock()
  let time = clock.measure {
    #expect(store.save(finished("one"), at: .second(1)).problem == .busy)
  }
  #expect(time >= .milliseconds(50) && time < .seconds(2))
  close(lock)
  #expect(store.save(finished("one"), at: .second(1)).problem == nil)
}

/// Writing through it would change a file elsewhere, replacing it would cut the link.
@Test func aLinkedFileIsReadButNothingIsWritten() throws {
  let scratch = Scratch()
  mkdir(scratch.path + "/real", 0o700)
  try scratch.write(Array(finished("one").text.utf8), to: "real/kept.json")
  symlink(scratch.path + "/real/kept.json", scratch.path + "/progress.json")
  let before = scratch.read("real/kept.json")
  let saved = ProgressStore(directory: scratch.path).save(finished("two"), at: .second(2))
  #expect(saved.problem?.losesProgress == true)
  #expect(saved.progress.isFinished("scores", steps: ["one", "two"]))
  #expect(saved.banner?.contains("nothing is written through links") == true)
  #expect(scratch.read("real/kept.json") == before)
  #expect(FileKind(at: scratch.path + "/progress.json") == .regular)
}

@Test func aLinkedFolderIsAsGoodAsAnyOther() {
  let scratch = Scratch()
  mkdir(scratch.path + "/real", 0o700)
  symlink(scratch.path + "/real", scratch.path + "/linked")
  let store = ProgressStore(directory: scratch.path + "/linked")
  #expect(store.save(finished("one"), at: .second(1)).problem == nil)
  #expect(scratch.read("real/progress.json") != nil)
}

/// What each name in the folder may be, if someone has put a link or a pipe there.
@Test(arguments: ["progress.json", "progress.json.bak", "progress.lock"])
func nothingIsWrittenThroughALinkOrIntoAPipe(name: String) throws {
  for isLink in [true, false] {
    let scratch = Scratch()
    let store = ProgressStore(directory: scratch.path)
    _ = store.save(finished("one"), at: .second(1))
    scratch.remove(name)
    try scratch.write(Array("mine".utf8), to: "target")
    let path = "\(scratch.path)/\(name)"
    if isLink { symlink("target", path) } else { mkfifo(path, 0o600) }
    let saved = store.save(finished("two"), at: .second(2))
    #expect(saved.problem?.losesProgress == true, "\(name)")
    #expect(scratch.read("target") == Array("mine".utf8))
    #expect(scratch.names.contains(name))
    if !isLink { #expect(FileKind(at: path) == .pipe) }
  }
}

@Test func forgettingAndRestoringGoThroughTheFile() {
  let scratch = Scratch()
  let store = ProgressStore(directory: scratch.path)
  let old = store.save(finished("one"), at: .second(1)).progress
  _ = store.forget(at: .second(2))
  #expect(!store.save(old, at: .second(3)).progress.isStarted("scores"))
  #expect(store.restore(old, at: .second(4)).progress.isFinished(step: "one", of: "scores"))
  #expect(store.load(at: .second(5)).progress.isFinished(step: "one", of: "scores"))
}

@Test func aFileThatIsPartlyReadableIsUsedAndKeptWhenItIsReplaced() throws {
  let scratch = Scratch()
  let store = ProgressStore(directory: scratch.path)
  _ = store.save(finished("one"), at: .second(1))
  let torn = Array(try #require(scratch.read("progress.json")).dropLast(40))
  try scratch.write(torn, to: "progress.json")
  let loaded = store.load(at: .second(2))
  #expect(loaded.progress.isFinished(step: "one", of: "scores"))
  #expect(loaded.banner?.contains("what could be read of it is used") == true)
  #expect(scratch.read("progress.json") == torn)
  let saved = store.save(finished("two"), at: .second(3))
  let name = "progress.corrupt-\(Timestamp.second(3).fileNamePart).json"
  #expect(saved.banner?.contains(name) == true)
  #expect(scratch.read(name) == torn)
  let again = store.load(at: .second(4))
  #expect(again.problem == nil)
  #expect(again.progress.isFinished("scores", steps: ["one", "two"]))
}

@Test func aFileThatIsTooLargeIsLeftAlone() throws {
  let scratch = Scratch()
  let bytes = [UInt8](repeating: 0x20, count: SizeLimit.progress.bytes + 1)
  try scratch.write(bytes, to: "progress.json")
  let store = ProgressStore(directory: scratch.path)
  let saved = store.save(finished("one"), at: .second(1))
  #expect(saved.problem?.losesProgress == true)
  #expect(saved.banner?.contains("larger than 16 MB") == true)
  #expect(saved.progress.isFinished(step: "one", of: "scores"))
  #expect(scratch.names == ["progress.json", "progress.lock"])
  #expect(scratch.read("progress.json")?.count == bytes.count)
}

@Test func aStudentGetsANameOnceAndOthersProgressIsNotMixedIn() {
  let (mine, theirs) = (Scratch(), Scratch())
  let (ada, bob) = (ProgressStore(directory: mine.path), ProgressStore(directory: theirs.path))
  let first = ada.save(finished("one"), at: .second(1)).progress
  #expect(first.students.count == 1)
  #expect(ada.save(finished("two"), at: .second(2)).progress.students == first.students)
  let other = bob.save(finished("three"), at: .second(1)).progress
  #expect(other.students.isDisjoint(with: first.students))
  let before = mine.read("progress.json")
  for refused in [ada.restore(other, at: .second(3)), ada.save(other, at: .second(3))] {
    #expect(refused.problem == .anotherStudent(path: mine.path + "/progress.json"))
  }
  #expect(mine.read("progress.json") == before)
  let both = ada.restore(other, at: .second(4), evenOfAnother: true)
  #expect(both.problem == nil)
  #expect(both.progress.isFinished("scores", steps: ["one", "two", "three"]))
  #expect(bob.restore(both.progress, at: .second(5)).problem == nil)
}

@Test func whatCannotBeSavedGoesToAFileOfItsOwnThatCanBeImported() throws {
  let (scratch, elsewhere) = (Scratch(), Scratch())
  for folder in [scratch.path, "/dev/null/none"] {
    let store = ProgressStore(directory: folder)
    for _ in 0..<2 {
      let path = try #require(
        store.rescue(finished("one"), at: .second(1), elsewhere: elsewhere.path))
      let bytes = try FileReader(limit: .progress).read(path)
      #expect(try Progress(parsing: bytes) == finished("one"))
    }
  }
  #expect(scratch.names.count == 2 && elsewhere.names.count == 2)
}
