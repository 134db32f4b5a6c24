import Testing

@Test func helpNamesEveryCommandAndEndsWell() throws {
  let run = try Workspace().run("--help")
  #expect(run.status == 0)
  #expect(run.errors.isEmpty)
  for command in ["eval", "explain", "check", "progress"] { #expect(run.output.contains(command)) }
}

@Test func theVersionIsANumberAlone() throws {
  let run = try Workspace().run("--version")
  #expect(run.status == 0)
  #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
}

@Test(arguments: ["bash", "zsh", "fish"])
func theShellsGetCompletions(shell: String) throws {
  let run = try Workspace().run("--generate-completion-script", shell)
  #expect(run.status == 0)
  #expect(run.output.contains("explain"))
}

@Test(arguments: [
  ["evla"], ["--bogus"], ["eval"], ["eval", "a", "b"], ["eval", "-", "--format", "xml"],
  ["explain", "a"], ["check"], ["progress", "burn"], ["progress", "path", "--data-dir"],
])
func aWrongCallEndsWithTwoAndShowsTheUsage(arguments: [String]) throws {
  let run = try Workspace().run(arguments)
  #expect(run.status == 2)
  #expect(run.output.isEmpty)
  #expect(run.errors.hasPrefix("Error: "))
  #expect(run.errors.contains("Usage: qkv"))
}

@Test func aClosedPipeIsQuiet() throws {
  let workspace = Workspace()
  let scene = try workspace.file("big.qkv", "axis token = 300\nX[token, token] = randn(seed: 1)\n")
  let script = "{ \"$0\" eval \"$1\"; echo \"status $?\" >&2; } | head -c 1"
  let run = try workspace.run("-c", script, Workspace.program, scene, program: "/bin/sh")
  #expect(run.errors == "status 0\n")
  #expect(run.output == "{")
}

@Test(arguments: [["--help"], ["--version"], ["progress", "path"]])
func anOutputThatCannotBeWrittenIsSaid(arguments: [String]) throws {
  let workspace = Workspace()
  let run = try workspace.run(
    ["-c", "\"$0\" \"$@\" >/dev/full", Workspace.program] + arguments, program: "/bin/sh")
  #expect(run.status == 1)
  #expect(run.errors.contains("could not be written"))
}
