import Foundation
import Progress

/// The program of `Tests/ProgressHammer`, running.
struct RunningHammer {
  private let process = Process()
  private let output = Pipe()

  init(_ arguments: [String]) throws {
    process.executableURL = Self.folder.appendingPathComponent("ProgressHammer")
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
  }

  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
  }

  /// All lines it said until it ended or was killed; a line without an end does not count.
  func lines() throws -> [String] {
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let lines = String(decoding: data, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.dropLast().map(String.init)
  }

  var status: Int32 { process.terminationStatus }

  /// Where the built products are: beside the test bundle.
  private static var folder: URL {
    let bundles =
      Bundle.allBundles.map(\.bundleURL) + [Bundle.main.executableURL].compactMap(\.self)
    let candidates = bundles.flatMap { [$0, $0.deletingLastPathComponent()] }
    return candidates.first { folder in
      let hammer = folder.appendingPathComponent("ProgressHammer").path
      return FileManager.default.isExecutableFile(atPath: hammer)
    } ?? URL(fileURLWithPath: ".build/debug")
  }
}

extension Timestamp {
  /// So many seconds into the tests' own day.
  static func second(_ number: Int) -> Timestamp {
    Timestamp(secondsSince1970: 1_790_000_000 + number)
  }
}
