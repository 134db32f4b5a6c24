// swift-tools-version: 6.2
import PackageDescription

// The arrows between the rooms; README.md, "Design", draws them.
let package = Package(
  name: "qkv",
  platforms: [.macOS(.v14)],
  products: [.executable(name: "qkv", targets: ["qkv"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(
      name: "BLASShim",
      linkerSettings: [.linkedFramework("Accelerate", .when(platforms: [.macOS]))]),
    .target(name: "VectorShim"),
    .target(name: "Tensors", dependencies: ["BLASShim", "VectorShim"], exclude: ["README.md"]),
    .target(name: "Scenes", dependencies: ["Tensors"], exclude: ["README.md"]),
    .target(
      name: "MarkdownShim",
      linkerSettings: [.linkedLibrary("cmark-gfm"), .linkedLibrary("cmark-gfm-extensions")]),
    .target(name: "YAMLShim", linkerSettings: [.linkedLibrary("yaml")]),
    .target(name: "Lessons", dependencies: ["Scenes", "Tensors", "MarkdownShim", "YAMLShim"]),
    .target(name: "Terminal"),
    .target(name: "CursesShim", linkerSettings: cursesLinkerSettings),
    .target(name: "Curses", dependencies: ["CursesShim", "Terminal"]),
    .target(name: "Playground", dependencies: ["Lessons", "Scenes", "Tensors", "Terminal"]),
    .executableTarget(
      name: "qkv",
      dependencies: [
        "Curses", "Lessons", "Playground", "Scenes", "Tensors", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "TensorsTests", dependencies: ["Tensors"]),
    .testTarget(name: "ScenesTests", dependencies: ["Scenes", "Tensors"]),
    .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),
    .executableTarget(
      name: "AllocationDrill", dependencies: ["AllocationCounter", "Scenes"],
      path: "Tests/AllocationDrill"),
    .executableTarget(
      name: "ProgressHammer", dependencies: ["Lessons"], path: "Tests/ProgressHammer"),
    .testTarget(
      name: "LessonsTests", dependencies: ["Lessons", "ProgressHammer", "Scenes", "Tensors"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"]),
    .testTarget(name: "CursesTests", dependencies: ["Curses", "CursesShim", "Terminal"]),
    .testTarget(
      name: "PlaygroundTests",
      dependencies: ["Lessons", "Playground", "Scenes", "Tensors", "Terminal"]),
    .testTarget(name: "CommandTests", dependencies: ["qkv"]),
  ],
  swiftLanguageModes: [.v6]
)

var cursesLinkerSettings: [LinkerSetting] {
  [
    .linkedLibrary("ncursesw", .when(platforms: [.linux])),
    .linkedLibrary("tinfo", .when(platforms: [.linux])),
    .linkedLibrary("ncurses", .when(platforms: [.macOS])),
  ]
}

// A start needs some two hundred generic types. By default each is looked up by its mangled name when
// it is first needed, and what it conforms to is searched for; this way the compiler asks for it.
for target in package.targets {
  target.swiftSettings = [
    .unsafeFlags(
      ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"],
      .when(configuration: .release))
  ]
}
