import Testing

@testable import Terminal

extension Theme: CustomTestStringConvertible {
  public var testDescription: String { name }
}

private let colored = Theme.all.filter(\.isColored)
private let roles = Role.allCases.filter { $0 != .faint && $0 != .rule }
private let heatRoles: [Role] = [.text, .query, .key, .value, .output, .gain, .loss]

extension Theme {
  /// What may be under its words: its own ground, or those that dark terminals have.
  fileprivate var grounds: [Color] {
    ground == .standard ? [canvas, Color(0x000000), Color(0x1e1e1e)] : [ground]
  }
}

private func contrast(_ style: Style, on ground: Color) -> Double {
  Contrast.ratio(style.foreground, style.background == .standard ? ground : style.background) ?? 0
}

private func contrast(_ style: Style, _ theme: Theme, _ depth: ColorDepth = .full) -> Double {
  let ground = style.background == .standard ? theme.canvas : style.background
  return Contrast.ratio(depth.shown(style.foreground), depth.shown(ground)) ?? 0
}

@Test func contrastIsMeasuredAsTheGuidelinesSay() throws {
  let most = try #require(Contrast.ratio(Color(0x000000), Color(0xffffff)))
  let grey = try #require(Contrast.ratio(Color(0x767676), Color(0xffffff)))
  #expect(abs(most - 21) < 0.001)
  #expect(abs(grey - 4.54) < 0.005)
  #expect(Contrast.ratio(.standard, Color(0xffffff)) == nil)
}

@Test(arguments: colored) func whatIsToBeReadCanBeRead(theme: Theme) {
  for theme in [theme, theme.raised] {
    for role in roles {
      for ground in theme.grounds {
        #expect(contrast(theme.style(role), on: ground) >= 4.5, "\(role) on \(ground)")
      }
    }
  }
}

@Test func aThemeForADarkGroundBringsItWhereTheTerminalsIsLight() {
  #expect(Theme.chosen(nil, onLightGround: false) == .dark)
  #expect(Theme.chosen(nil, onLightGround: true) == .light)
  #expect(Theme.chosen("mono", onLightGround: true) == .mono)
  #expect(Theme.chosen("no such", onLightGround: true) == .light)
  let dark = Theme.chosen("dark", onLightGround: true)
  #expect(dark.name == "dark" && dark.style(.text).background == dark.canvas)
  #expect(Color(0xffffff).isLight && Color(0xfdf6e3).isLight && Color(0xbbbbbb).isLight)
  #expect(!Color(0x000000).isLight && !Color(0x1e1e1e).isLight && !Color(0x0000ff).isLight)
}

@Test(arguments: colored) func faintIsStillVisible(theme: Theme) {
  for theme in [theme, theme.raised] {
    for ground in theme.grounds {
      #expect(contrast(theme.style(.faint), on: ground) >= 3, "on \(ground)")
    }
  }
}

@Test(arguments: colored) func whatStepsBackIsStillVisible(theme: Theme) {
  for role in roles {
    for ground in theme.grounds {
      #expect(
        contrast(Appearance(theme: theme).muted(role), on: ground) >= 3, "\(role) on \(ground)")
    }
  }
}

@Test func theContrastThemeIsStricter() {
  for role in Role.allCases {
    #expect(contrast(Theme.contrast.style(role), .contrast) >= 7, "\(role)")
  }
}

@Test(arguments: colored) func digitsCanBeReadOnEveryStepOfHeat(theme: Theme) {
  for role in heatRoles {
    for step in -100...100 {
      let amount = Float(step) / 100
      #expect(contrast(theme.heat(amount, role: role), theme) >= 4.5, "\(role) \(amount)")
      let indexed = theme.heat(amount, role: role, depth: .indexed)
      #expect(contrast(indexed, theme, .indexed) >= 4.5, "indexed \(role) \(amount)")
    }
  }
}

@Test func heatGrowsTowardsTheRolesColour() throws {
  let looks = [Float(0.1), 0.5, 1].map { Theme.dark.heat($0, role: .output).background }
  let luminances = try looks.map { try #require(Contrast.ratio($0, Theme.dark.canvas)) }
  #expect(luminances == luminances.sorted())
  #expect(Theme.dark.heat(0, role: .output).background == Theme.dark.ground)
  #expect(Theme.dark.heat(.nan, role: .output).background == Theme.dark.ground)
}

@Test func fewColoursGetShadesInPlaceOfGrounds() {
  for depth in [ColorDepth.mono, .sixteen] {
    let appearance = Appearance(colors: depth)
    #expect(appearance.heat(0, role: .output).shade == " ")
    #expect(appearance.heat(0.01, role: .output).shade == "░")
    #expect(appearance.heat(-1, role: .output).shade == "█")
    let shares: [Float] = [0.03, 0.14, 0.3, 0.7]
    #expect(shares.map { appearance.heat($0, role: .output).shade } == ["░", "▒", "▓", "█"])
    #expect([0.09, 0.14, 0.22].map { appearance.shading($0, cells: 3) } == ["▒░░", "▒▒░", "▒▒▒"])
    #expect(appearance.shading(1, cells: 2) == "██" && appearance.shading(0.5, cells: 0) == "")
    let below = [-1, -0.25, -0.01].map { appearance.shading($0, cells: 4) }
    #expect(below == ["╱╱╱╱", "  ╱╱", "   ╱"])
    #expect(appearance.shading(-1, cells: 0) == "")
    #expect(appearance.heat(1, role: .output).style.background == appearance.theme.ground)
  }
  #expect(Appearance(colors: .full).heat(1, role: .output).shade == nil)
}

@Test func theSketchedColoursAreThese() {
  let style = Theme.dark.style
  #expect(style(.query).foreground == Color(0x56b4e9))
  #expect(style(.key).foreground == Color(0xe69f00))
  #expect(style(.value).foreground == Color(0x2fbf8f))
  #expect(style(.output).foreground == Color(0xcc79a7))
  #expect(style(.hand).foreground == Color(0xf0e442))
  #expect(style(.gain).foreground == Color(0x8fd17f))
  #expect(style(.text).foreground == Color(0xd8dee9))
  #expect(style(.dim).foreground == Color(0x8a93a3))
  #expect(style(.faint).foreground == Color(0x68707f))
}

@Test func monoNeverNamesAColour() {
  for role in Role.allCases {
    let style = Theme.mono.style(role)
    #expect(style.foreground == .standard && style.background == .standard)
  }
  #expect(Appearance(theme: .dark, colors: .mono).theme == .mono)
  #expect(Appearance(theme: .mono, colors: .full).colors == .mono)
}

@Test func sixteenColoursKeepMeaningsApart() {
  let meanings: [Role] = [.text, .dim, .query, .key, .value, .output, .hand, .gain, .loss]
  let names = meanings.map { Theme.dark.style($0).foreground.named }
  #expect(Set(names).count == meanings.count)
}

@Test func indexedColoursAreTheNearestOnes() {
  for hex: UInt32 in stride(from: 0, to: 0xffffff, by: 99_991) {
    let color = Color(hex)
    guard let index = color.index else {
      Issue.record("no index")
      continue
    }
    let best = (16...255).map { color.distance(to: IndexedPalette.color(at: $0)) }.min()
    let found = color.distance(to: IndexedPalette.color(at: index))
    #expect(found <= (best ?? 0) * 2 + 400)
  }
  #expect(Color.standard.index == nil)
}
