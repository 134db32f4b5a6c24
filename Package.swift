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
    .systemLibrary(
      name: "OpenBLASShim", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
    .target(name: "VectorShim"),
    .target(name: "Tensors", dependencies: ["OpenBLASShim", "VectorShim"], exclude: ["README.md"]),
    .target(name: "Text"),
    .target(name: "Files"),
    .target(name: "Scenes", dependencies: ["Tensors", "Text"], exclude: ["README.md"]),
    .target(name: "Terminal", dependencies: ["Text"]),
    .target(
      name: "MarkdownShim",
      linkerSettings: [.linkedLibrary("cmark-gfm"), .linkedLibrary("cmark-gfm-extensions")]),
    .target(name: "YAMLShim", linkerSettings: [.linkedLibrary("yaml")]),
    .target(
      name: "Lessons",
      dependencies: ["Files", "Scenes", "Tensors", "Text", "MarkdownShim", "YAMLShim"]),
    .target(name: "Models", dependencies: ["Files", "Scenes", "Tensors", "Text"]),
    .target(name: "Progress", dependencies: ["Files", "Text"]),
    .target(name: "CursesShim", linkerSettings: cursesLinkerSettings),
    .target(name: "Curses", dependencies: ["CursesShim", "Terminal", "Text"]),
    .target(
      name: "Playground",
      dependencies: ["Files", "Lessons", "Models", "Progress", "Scenes", "Tensors", "Text"]),
    .target(
      name: "Pages",
      dependencies: [
        "Lessons", "Models", "Playground", "Progress", "Scenes", "Tensors", "Terminal", "Text",
      ]),
    .target(name: "Classroom", dependencies: ["Lessons", "Playground", "Progress", "Text"]),
    .target(
      name: "Handouts",
      dependencies: [
        "Lessons", "Models", "Pages", "Playground", "Progress", "Scenes", "Tensors", "Terminal",
        "Text",
      ]),
    .executableTarget(
      name: "qkv",
      dependencies: [
        "Classroom", "Curses", "Files", "Handouts", "Lessons", "Models", "Pages", "Playground",
        "Progress", "Scenes", "Tensors", "Terminal", "Text",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "FuzzSupport", dependencies: ["Files"], path: "Tests/FuzzSupport"),
    .testTarget(name: "TensorsTests", dependencies: ["Tensors"]),
    .testTarget(name: "TextTests", dependencies: ["Text"]),
    .testTarget(name: "FilesTests", dependencies: ["Files", "FuzzSupport"]),
    .testTarget(name: "ScenesTests", dependencies: ["FuzzSupport", "Scenes", "Tensors", "Text"]),
    .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),
    .executableTarget(
      name: "AllocationDrill", dependencies: ["AllocationCounter", "Scenes", "Text"],
      path: "Tests/AllocationDrill"),
    .executableTarget(
      name: "ClassDrill", dependencies: ["TerminalPair"], path: "Tests/ClassDrill"),
    .executableTarget(
      name: "ProgressHammer", dependencies: ["Progress"], path: "Tests/ProgressHammer"),
    .testTarget(
      name: "LessonsTests",
      dependencies: ["FuzzSupport", "Lessons", "Models", "Scenes", "Tensors", "Text"]),
    .testTarget(
      name: "ModelsTests",
      dependencies: ["Files", "FuzzSupport", "Models", "Scenes", "Tensors", "Text"]),
    .testTarget(
      name: "ProgressTests",
      dependencies: ["Files", "FuzzSupport", "Progress", "ProgressHammer", "Text"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Text"]),
    .testTarget(
      name: "CursesTests", dependencies: ["Curses", "CursesShim", "FuzzSupport", "Terminal"]),
    .testTarget(name: "ClassroomTests", dependencies: ["Classroom", "FuzzSupport", "Progress"]),
    .testTarget(
      name: "PagesTests",
      dependencies: [
        "Classroom", "FuzzSupport", "Lessons", "Models", "Pages", "Playground", "Progress",
        "Scenes", "Tensors",
        "Terminal", "Text", "qkv",
      ]),
    .testTarget(
      name: "HandoutsTests",
      dependencies: [
        "Files", "FuzzSupport", "Handouts", "Lessons", "Models", "Pages", "Playground",
        "Progress", "Scenes", "Tensors", "Terminal", "Text",
      ]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "Files", "Lessons", "Pages", "Playground", "Progress", "Terminal", "Text", "qkv",
      ]),
    .executableTarget(
      name: "ScreenDrill", dependencies: ["Curses", "Terminal"], path: "Tests/ScreenDrill"),
    .target(name: "TerminalPair", path: "Tests/TerminalPair"),
    .testTarget(
      name: "SessionTests", dependencies: ["ScreenDrill", "TerminalPair", "Text", "qkv"]),
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
