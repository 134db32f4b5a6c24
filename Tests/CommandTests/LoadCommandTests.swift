import Foundation
import Testing

private let loadScene = """
  axis token   = the cat "sat down"
  axis feature = noun verb
  axis head    = 2
  X[token, feature] = zeros()
  H[head, token, feature] = zeros()
  x[token] = [0, 0, 0]
  k = 1
  y = X * k

  """

/// Tables that other programs write, and the numbers that come in.
@Test(arguments: [
  ("X", "1,2\n3,4.5\n-5e-1,inf\n", "1.0 2.0 3.0 4.5 -0.5 inf"),
  ("X", "noun,verb\r\n1,2\r\n3,4\r\n5,6\r\n", "1.0 2.0 3.0 4.0 5.0 6.0"),
  ("X", ",noun,verb\nthe,1,2\ncat,3,4\n\"sat down\",5,6\n", "1.0 2.0 3.0 4.0 5.0 6.0"),
  ("X", "noun,verb\nthe,1,2\ncat,3,4\nsat down,5,6\n", "1.0 2.0 3.0 4.0 5.0 6.0"),
  ("X", "\u{FEFF}the, 1 ,2\n\ncat,3,4\nsat down,5,6", "1.0 2.0 3.0 4.0 5.0 6.0"),
  ("x", "1,2,3\n", "1.0 2.0 3.0"), ("x", "the,cat,sat down\n1,2,3\n", "1.0 2.0 3.0"),
  ("x", "1\n2\n3\n", "1.0 2.0 3.0"), ("x", "token,x\nthe,1\ncat,2\nsat down,3\n", "1.0 2.0 3.0"),
  ("k", "2.5\n", "2.5"),
])
func aTableOfValuesFillsAnInput(name: String, table: String, numbers: String) throws {
  let workspace = Workspace()
  let scene = try workspace.file("scene.qkv", loadScene)
  let file = try workspace.file("table.csv", table)
  let run = try workspace.run(
    "eval", scene, "--load", "\(name)=\(file)", "--only", name, "--format", "csv")
  #expect(run.errors.isEmpty && run.status == 0)
  let values = run.output.split(separator: "\n").dropFirst().compactMap {
    $0.split(separator: ",").last.flatMap { Float($0) }
  }
  #expect(values == numbers.split(separator: " ").compactMap { Float($0) })
}

/// What `numpy.save` wrote, in base 64.
private let arrays = [
  "f4": """
  k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAg\
  ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAMA/AAAAwM3MzD0AAAAA\
  AABAQJW/1jM=
  """,
  "f8": """
  k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAg\
  ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAD4PwAAAAAAAADA\
  mpmZmZmZuT8AAAAAAAAAAAAAAAAAAAhASK+8mvLXej4=
  """,
  "ints": """
  k05VTVBZAQB2AHsnZGVzY3InOiAnPGk4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAg\
  ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAAAAAEAAAAAAAAA\
  AgAAAAAAAAADAAAAAAAAAAQAAAAAAAAABQAAAAAAAAA=
  """,
  "fortran": """
  k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMyksIH0gICAg\
  ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAABAQAAAgD8AAIBA\
  AAAAQAAAoEA=
  """,
]

private func array(_ name: String) throws -> Data {
  try #require(arrays[name].flatMap { Data(base64Encoded: $0) })
}

private let tableScene = "axis row = 2\naxis column = 3\nA[row, column] = zeros()\n"

@Test(arguments: ["f4", "f8"])
func anArrayOfNumPyFillsAnInput(type: String) throws {
  let workspace = Workspace()
  let scene = try workspace.file("scene.qkv", tableScene)
  let file = try workspace.file("a.npy", bytes: try array(type))
  let run = try workspace.run("eval", scene, "--load", "A=\(file)")
  let tensor = try #require((try run.json["tensors"] as? [String: [String: Any]])?["A"])
  let values = try #require(tensor["values"] as? [[Double]])
  #expect(values.joined().map(Float.init) == [1.5, -2, 0.1, 0, 3, 1e-7])
}

@Test(arguments: [
  ("ints", "holds no 32-bit or 64-bit floats"), ("fortran", "is in Fortran order"),
])
func anArrayOfAnotherKindIsRefused(name: String, message: String) throws {
  let run = try loading(bytes: try array(name))
  #expect(run.status == 1)
  #expect(run.errors.contains(message))
}

@Test func anArrayThatIsCutOffOrMadeUpIsRefused() throws {
  let whole = try array("f4")
  for count in [0, 5, 9, 40, 100, whole.count - 1] {
    #expect(try loading(bytes: whole.prefix(count)).status == 1, "\(count) bytes")
  }
  #expect(try loading(bytes: whole + Data([0])).status == 1)
  let text = String(decoding: whole.prefix(128), as: Unicode.ASCII.self)
  #expect(text.contains("(2, 3)"))
  for shape in ["(2, -3)", "(9999999999999, 3)", "2, 3", "()"] {
    let header = "{'descr': '<f4', 'fortran_order': False, 'shape': \(shape), }\n"
    let start = Data([0x93]) + Data("NUMPY".utf8) + Data([1, 0, UInt8(header.utf8.count), 0])
    #expect(try loading(bytes: start + Data(header.utf8) + Data(count: 24)).status == 1, "\(shape)")
  }
}

private func loading(bytes: Data) throws -> ProgramRun {
  let workspace = Workspace()
  let scene = try workspace.file("scene.qkv", tableScene)
  let file = try workspace.file("a.npy", bytes: bytes)
  return try workspace.run("eval", scene, "--load", "A=\(file)")
}

@Test(arguments: [
  ("X", "1,2\n3,4\n", "table.csv holds 2 × 2, but X is [token 3 × feature 2]."),
  (
    "X", "noun,verb\n1,2\n3\n5,6\n",
    "table.csv:3:1: error: This line has 1 cell, but others have 2."
  ),
  ("X", "1,2\n3,\n5,6\n", "table.csv:2:3: error: An empty cell is no number."),
  ("X", "1,2\n3,4a\n5,6\n", "table.csv:2:3: error: “4a” is no number."),
  ("X", "1,2\n3,nan\n5,6\n", "table.csv:2:3: error: “nan” is no number."),
  ("X", "verb,noun\n1,2\n3,4\n5,6\n", "The column verb stands where the axis feature has noun."),
  ("X", "the,1,2\ndog,3,4\nsat down,5,6\n", "The row dog stands where the axis token has cat."),
  ("X", "the,\"1,2\n", "This cell has no closing quotation mark."),
  ("X", "", "table.csv holds no numbers."), ("X", "noun,verb\n", "table.csv holds no numbers."),
  ("H", "1,2\n3,4\n5,6\n", "table.csv holds 3 × 2, but H is [head 2 × token 3 × feature 2]."),
  ("y", "1\n", "y is worked out by a formula and cannot be loaded."),
  ("Z", "1\n", "The scene defines no Z."),
  ("k", "1,2\n", "table.csv holds 1 × 2, but k is one number."),
])
func aTableThatDoesNotFitIsRefused(name: String, table: String, message: String) throws {
  let workspace = Workspace()
  let scene = try workspace.file("scene.qkv", loadScene)
  let file = try workspace.file("table.csv", table)
  let run = try workspace.run("eval", scene, "--load", "\(name)=\(file)")
  #expect(run.status == 1)
  #expect(run.errors.contains(message), "\(run.errors)")
}

@Test func onlyRegularFilesOfKnownKindsAreLoaded() throws {
  let workspace = Workspace()
  let scene = try workspace.file("scene.qkv", loadScene)
  for file in ["/dev/zero.csv", workspace.path + "/none.csv", workspace.path + "/x.txt"] {
    #expect(try workspace.run("eval", scene, "--load", "X=\(file)").status == 1)
  }
  #expect(try workspace.run("eval", scene, "--load", "X").errors.contains("such as X=table.csv"))
  try workspace.file("folder.csv/inside", "1")
  let folder = try workspace.run("eval", scene, "--load", "X=\(workspace.path)/folder.csv")
  #expect(folder.errors.contains("it is a folder"))
}

@Test func theFreePlaygroundOpensOnLoadedNumbers() throws {
  let workspace = Workspace()
  let scene = try workspace.file("scene.qkv", loadScene)
  let file = try workspace.file("table.csv", "7,2\n3,4\n5,6\n")
  // Without a terminal the page is printed.
  let page = try workspace.run("snapshot", scene, "--load", "X=\(file)")
  #expect(page.status == 0)
  #expect(page.output.contains("7.00"))
  let refused = try workspace.run("play", scene, "--load", "X=none.csv")
  #expect(refused.status == 1)
  #expect(refused.errors.contains("none.csv could not be read"))
}

@Test func aSceneIsPrintedAsPyTorch() throws {
  let workspace = Workspace()
  let scene = try workspace.file("head.qkv", sampleScene)
  let run = try workspace.run("eval", scene, "--format", "python")
  #expect(run.status == 0 && run.errors.isEmpty)
  let lines = run.output.split(separator: "\n")
  #expect(lines.contains("scaled = Q @ K.T / math.sqrt(trait)  # token × token"))
  #expect(lines.contains("weight = torch.softmax(scaled + mask, dim=-1)  # token × token"))
  #expect(
    try workspace.run("eval", scene, "--format", "python", "--only", "weight").status == 2)
}
