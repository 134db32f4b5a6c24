import Foundation
import Playground
import Testing

@testable import qkv

/// The voice, with speech programs that behave and others that do not.
@Suite(.serialized) struct NarratorTests {
  private let workspace = Workspace()

  /// A narrator whose only speech program runs this script; it notes its process in `id`.
  private func narrator(_ script: String, named name: String = "espeak-ng") throws -> Narrator {
    let path = try workspace.file(
      name, "#!/bin/sh\ncd '\(workspace.path)'\necho $$ >id\n\(script)\n")
    #expect(chmod(path, 0o755) == 0)
    return Narrator(on: workspace.path)
  }

  private func speech(_ text: String = "The cat drank.", speaker: String? = nil) -> Speech {
    Speech(text: text, language: "en-GB", speed: 2, speaker: speaker)
  }

  /// What the narrator reports in the end; nil where it reports nothing for long.
  private func report(_ narrator: Narrator) -> Message.VoiceReport? {
    let deadline = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < deadline {
      if let report = narrator.report { return report }
      sched_yield()
    }
    return nil
  }

  /// The process of the program, once it has begun.
  private func process() throws -> pid_t {
    let deadline = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < deadline {
      if let id = workspace.text(of: "id").flatMap({ pid_t($0.dropLast()) }) { return id }
      sched_yield()
    }
    throw CancellationError()
  }

  /// Whether nothing is left of a process, not even its exit status.
  private func isGone(_ process: pid_t) -> Bool { kill(process, 0) == -1 && errno == ESRCH }

  @Test func aSentenceIsSaidAndItsEndReported() throws {
    let narrator = try narrator("cat >heard; echo \"$@\" >arguments")
    #expect(narrator.speak(speech()) == nil)
    #expect(report(narrator) == .ended)
    #expect(workspace.text(of: "heard") == "The cat drank.")
    #expect(workspace.text(of: "arguments") == "-v en -s 350 --stdin\n")
    #expect(narrator.report == nil)
    #expect(isGone(try process()))
  }

  @Test func theVoiceOfTheSettingsIsAsked() throws {
    let narrator = try narrator("echo \"$@\" >arguments")
    _ = narrator.speak(speech(speaker: "en-us"))
    #expect(report(narrator) == .ended)
    #expect(workspace.text(of: "arguments") == "-v en-us -s 350 --stdin\n")
  }

  @Test func aServiceIsToldItsRateAndSilenced() throws {
    let narrator = try narrator(
      "echo \"$@\" >>arguments; [ $1 = --stop ] || exec sleep 600", named: "spd-say")
    _ = narrator.speak(speech("-- stop"))
    let voice = try process()
    narrator.hush()
    #expect(isGone(voice))
    let deadline = ContinuousClock.now + .seconds(20)
    while workspace.text(of: "arguments")?.contains("--stop") != true,
      ContinuousClock.now < deadline
    { sched_yield() }
    #expect(
      workspace.text(of: "arguments")
        == "--wait --language en --rate 50 -- -- stop\n--stop\n")
  }

  @Test func withoutAProgramThatIsReported() {
    let narrator = Narrator(on: workspace.path)
    #expect(narrator.speak(speech()) == .missing)
    narrator.hush()
  }

  @Test(arguments: ["exit 3", "kill -SEGV $$"])
  func aProgramThatFailsIsReported(script: String) throws {
    let narrator = try narrator(script)
    _ = narrator.speak(speech())
    #expect(report(narrator) == .failed)
    #expect(isGone(try process()))
  }

  @Test(arguments: ["exec sleep 600", "trap '' TERM; while :; do sleep 600; done"])
  func whatSpeaksEndsAtOnceAndLeavesNothing(script: String) throws {
    let narrator = try narrator(script)
    _ = narrator.speak(speech())
    let voice = try process()
    #expect(narrator.report == nil)
    let time = ContinuousClock().measure { narrator.hush() }
    #expect(time < .seconds(2))
    #expect(isGone(voice))
    #expect(narrator.report == nil)
  }

  @Test func anotherSentenceEndsTheOneBefore() throws {
    let narrator = try narrator("exec sleep 600")
    _ = narrator.speak(speech())
    let first = try process()
    _ = narrator.speak(speech("Another."))
    #expect(isGone(first))
    narrator.hush()
  }
}
