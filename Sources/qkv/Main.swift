import ArgumentParser

@main
struct QKV: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "qkv",
    abstract: "A playground that takes transformer attention apart.",
    version: "0.1.0")
}
