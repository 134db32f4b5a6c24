import Foundation
import Testing

/// What one run of the program said and how it ended.
struct ProgramRun {
  let status: Int32
  let output: String
  let errors: String

  /// The members of the object that was printed.
  var json: [String: Any] {
    get throws {
      let object = try JSONSerialization.jsonObject(with: Data(output.utf8))
      return try #require(object as? [String: Any])
    }
  }
}

/// A folder of its own for one test, as home and as the place of progress; gone afterwards.
final class Workspace {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "qkv-command-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file, and returns its path.
  @discardableResult
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, bytes: Data(text.utf8))
  }

  @discardableResult
  func file(_ name: String, bytes: Data) throws -> String {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url)
    return url.path
  }

  func text(of name: String) -> String? {
    FileManager.default.contents(atPath: "\(path)/\(name)").map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Runs the built program with this workspace as the home folder.
  @discardableResult
  func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:],
    program: String = Workspace.program
  ) throws -> ProgramRun {
    try run(arguments, input: input, environment: environment, program: program)
  }

  @discardableResult
  func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:],
    program: String = Workspace.program
  ) throws -> ProgramRun {
    // Files rather than pipes: nobody has to empty them while the program runs.
    let tag = UUID().uuidString
    let files = try ["in", "out", "err"].map { try file(".\(tag).\($0)", $0 == "in" ? input : "") }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ["HOME": path, "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    process.standardInput = FileHandle(forReadingAtPath: files[0])
    process.standardOutput = FileHandle(forWritingAtPath: files[1])
    process.standardError = FileHandle(forWritingAtPath: files[2])
    try process.run()
    // A program that has lost its way must not take the machine with it.
    let watch = DispatchWorkItem { kill(process.processIdentifier, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + 300, execute: watch)
    process.waitUntilExit()
    watch.cancel()
    let texts = files.map { FileManager.default.contents(atPath: $0) ?? Data() }
    for file in files { try FileManager.default.removeItem(atPath: file) }
    return ProgramRun(
      status: process.terminationStatus, output: String(decoding: texts[1], as: UTF8.self),
      errors: String(decoding: texts[2], as: UTF8.self))
  }

  /// Where the program was built: beside the test bundle.
  static let program: String = {
    let places = Bundle.allBundles.map(\.bundleURL) + [Bundle.main.executableURL].compactMap(\.self)
    let candidates = places.flatMap { [$0, $0.deletingLastPathComponent()] }
    let found = candidates.map { $0.appendingPathComponent("qkv").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) && !isFolder($0) }
    return found ?? ".build/debug/qkv"
  }()

  /// The lessons of this source tree.
  static let lessons = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("lessons").path

  private static func isFolder(_ path: String) -> Bool {
    (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil
  }
}
