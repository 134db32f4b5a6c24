import Foundation

@testable import Models

/// The models of the source tree.
enum ShippedModels {
  static var folder: String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "assets/models").path
  }

  static let library = ModelLibrary(directories: [folder])

  static func model(_ name: String) throws -> TinyModel { try library.model(name) }

  static let echo = Result { try model("echo") }
  static let refer = Result { try model("refer") }
}
