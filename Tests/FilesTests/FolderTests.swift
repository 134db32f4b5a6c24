import Files
import Testing

@Suite struct FolderTests {
  @Test(arguments: [("/a/b", "/a"), ("/a", "/"), ("a", "."), ("a/b/c", "a/b")])
  func theParentIsTheFolderAboveAFile(path: String, parent: String) {
    #expect(Folder.parent(of: path) == parent)
  }
}
