import Terminal
import Testing

@testable import Pages
@testable import Playground

/// Which theme is shown: a person's own, else the one for the terminal's ground.
@Suite struct ThemeChoiceTests {
  @Test func theThemeThatIsNamedIsTheOneShown() throws {
    var student = try Student()
    for name in ["light", "contrast", "mono", "dark"] {
      try student.press("t")
      #expect(student.notice == "theme: \(name)")
      #expect(student.model.settings.theme == name)
    }
  }

  @Test func onALightGroundTheNextThemeFollowsTheLightOne() throws {
    var student = try Student()
    student.send(.ground(Color(0xffffff)))
    #expect(student.model.hasLightGround)
    try student.press("t")
    #expect(student.notice == "theme: contrast")
  }

  @Test func theGroundChangesNeitherTheSettingsNorWhatIsSaid() throws {
    var student = try Student()
    try student.press("t")
    let settings = student.model.settings
    student.send(.ground(Color(0xfdf6e3)))
    #expect(student.notice == "theme: light" && student.model.settings == settings)
    student.send(.ground(Color(0x1e1e1e)))
    #expect(!student.model.hasLightGround)
  }

  @Test func withoutColorsTheThemeIsNotSaidToChange() throws {
    var student = try Student()
    student.model.hasColors = false
    try student.press("t")
    #expect(student.notice == "this terminal shows no colours; elsewhere the theme is light")
  }
}
