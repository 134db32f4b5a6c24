import FuzzSupport
import Progress
import Testing

import struct Foundation.Calendar
import struct Foundation.Date
import struct Foundation.DateComponents

private let sum = BlockAddress(lesson: "scores", step: "two", block: "sum")

/// A question comes back after 1, 3, 7 and 21 days of the calendar.
@Suite struct ReviewScheduleTests {
  /// Noon, unless another hour is given, where the tests are run.
  private func day(_ text: String, hour: Int = 12, minute: Int = 0) throws -> Timestamp {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    try #require(parts.count == 3)
    let date = DateComponents(
      year: parts[0], month: parts[1], day: parts[2], hour: hour, minute: minute)
    let time = try #require(Calendar(identifier: .gregorian).date(from: date))
    return Timestamp(secondsSince1970: Int(time.timeIntervalSince1970))
  }

  private func answered(_ day: Timestamp, isRight: Bool = true) -> Progress {
    var progress = Progress()
    progress.record(.number, of: sum, isRight: isRight, guess: "3", at: day)
    return progress
  }

  private func schedule(_ progress: Progress, at now: Timestamp) throws -> ReviewSchedule {
    ReviewSchedule(of: try #require(progress.outcome(of: sum)), at: now)
  }

  /// The last of a month, of a year, of a leap year's February and of another's; the days after them.
  @Test(arguments: [
    ["2026-01-30", "2026-01-31", "2026-02-03", "2026-02-10", "2026-03-03", "2026-03-24"],
    ["2028-02-28", "2028-02-29", "2028-03-03", "2028-03-10", "2028-03-31", "2028-04-21"],
    ["2027-02-28", "2027-03-01", "2027-03-04", "2027-03-11", "2027-04-01", "2027-04-22"],
    ["2026-12-31", "2027-01-01", "2027-01-04", "2027-01-11", "2027-02-01", "2027-02-22"],
    // Clocks are put forward and back in between, in much of the world.
    ["2026-03-28", "2026-03-29", "2026-04-01", "2026-04-08", "2026-04-29", "2026-05-20"],
    ["2026-10-24", "2026-10-25", "2026-10-28", "2026-11-04", "2026-11-25", "2026-12-16"],
  ])
  func rightAnswersLeadFromIntervalToInterval(days: [String]) throws {
    var progress = answered(try day(days[0]))
    for (before, due) in zip(days, days.dropFirst()) {
      let lastMinute = try day(due, hour: 0).secondsSince1970 - 60
      let eve = Timestamp(secondsSince1970: lastMinute)
      #expect(try !schedule(progress, at: eve).isDue(at: eve), "\(before) to \(due)")
      let dawn = try day(due, hour: 0)
      #expect(try schedule(progress, at: dawn).daysLeft(at: dawn) == 0, "\(before) to \(due)")
      progress.recordReview(of: sum, isRight: true, at: try day(due))
    }
  }

  @Test func whatWasAnsweredLateInTheEveningIsDueAtMidnight() throws {
    let progress = answered(try day("2026-05-31", hour: 23, minute: 59))
    let midnight = try day("2026-06-01", hour: 0)
    #expect(try schedule(progress, at: midnight).isDue(at: midnight))
  }

  @Test func aWrongAnswerLeadsBackToOneDay() throws {
    var progress = answered(try day("2026-06-01"))
    progress.recordReview(of: sum, isRight: true, at: try day("2026-06-02"))
    progress.recordReview(of: sum, isRight: true, at: try day("2026-06-05"))
    progress.recordReview(of: sum, isRight: false, at: try day("2026-06-12"))
    let now = try day("2026-06-12")
    #expect(try schedule(progress, at: now).daysLeft(at: now) == 1)
    #expect(try !schedule(progress, at: now).wasRight)
    progress.recordReview(of: sum, isRight: true, at: try day("2026-06-13"))
    #expect(try schedule(progress, at: now.next).daysLeft(at: try day("2026-06-13")) == 3)
  }

  @Test func aRightAnswerBeforeItWasDueChangesNothing() throws {
    var progress = answered(try day("2026-06-01"))
    for _ in 0..<3 {
      progress.recordReview(of: sum, isRight: true, at: try day("2026-06-01", hour: 13))
    }
    let now = try day("2026-06-01", hour: 14)
    #expect(try schedule(progress, at: now).daysLeft(at: now) == 1)
  }

  @Test func anOverdueQuestionWaits() throws {
    let progress = answered(try day("2026-06-01"))
    let later = try day("2026-09-01")
    #expect(try schedule(progress, at: later).daysLeft(at: later) == -91)
  }

  /// A clock that was years ahead for a day must not keep a question away for years.
  @Test func anAnswerOfALaterDayIsLeftOut() throws {
    var progress = answered(try day("2026-06-01"))
    progress.recordReview(of: sum, isRight: true, at: try day("2099-01-01"))
    let now = try day("2026-06-02")
    #expect(try schedule(progress, at: now).isDue(at: now))
    progress.recordReview(of: sum, isRight: true, at: now)
    #expect(try schedule(progress, at: now).daysLeft(at: now) == 3)
    let only = answered(try day("2099-01-01"))
    #expect(try schedule(only, at: now).isDue(at: now))
  }

  @Test func anHourBackAcrossMidnightBringsNothingBack() throws {
    let progress = answered(try day("2026-06-02", hour: 0, minute: 30))
    let now = try day("2026-06-01", hour: 23, minute: 30)
    #expect(try !schedule(progress, at: now).isDue(at: now))
  }

  @Test func wrongAnswersComeFirstThenTheLongestOverdue() throws {
    var progress = Progress()
    let days = ["a": "2026-06-04", "b": "2026-06-01", "c": "2026-06-03", "d": "2026-06-02"]
    for (name, text) in days {
      progress.record(
        .choice, of: BlockAddress(lesson: "scores", step: "one", block: name),
        isRight: name < "c", at: try day(text))
    }
    let today = BlockAddress(lesson: "scores", step: "one", block: "e")
    progress.record(.choice, of: today, isRight: false, at: try day("2026-06-08"))
    progress.record(.goal, of: sum, isRight: true, at: try day("2026-06-01"))
    let now = try day("2026-06-08")
    let items = progress.reviewItems(at: now)
    #expect(items.map(\.address.block) == ["d", "c", "b", "a", "e"])
    #expect(items.map { $0.schedule.isDue(at: now) } == [true, true, true, true, false])
  }

  /// Against a calendar that counts day by day, over years of answers at any hour.
  @Test func everyHistoryAgreesWithACalendarOfDays() throws {
    var numbers = SeededNumbers(seed: 21)
    let calendar = Calendar(identifier: .gregorian)
    for _ in 0..<fuzzRounds(usually: 200) {
      var time = 1_760_000_000 + numbers.below(90_000_000)
      func midnight() -> Date {
        calendar.startOfDay(for: Date(timeIntervalSince1970: Double(time)))
      }
      var progress = answered(Timestamp(secondsSince1970: time))
      var (interval, last) = (1, midnight())
      for _ in 0..<12 {
        time += 60 + numbers.below([7_200, 200_000, 3_000_000][numbers.below(3)])
        let days = calendar.dateComponents([.day], from: last, to: midnight()).day ?? 0
        let now = Timestamp(secondsSince1970: time)
        #expect(try schedule(progress, at: now).daysLeft(at: now) == interval - days)
        let isRight = numbers.below(4) > 0
        progress.recordReview(of: sum, isRight: isRight, at: now)
        if !isRight { (interval, last) = (1, midnight()) }
        if isRight, days >= interval {
          (interval, last) = ([1: 3, 3: 7, 7: 21, 21: 21][interval] ?? 0, midnight())
        }
      }
    }
  }

  @Test func reviewsAreKeptReadAndMerged() throws {
    var one = answered(try day("2026-06-01"))
    var other = one
    one.recordReview(of: sum, isRight: true, at: try day("2026-06-02"))
    other.recordReview(of: sum, isRight: false, at: try day("2026-06-03"))
    for merged in [one.merged(with: other), other.merged(with: one)] {
      #expect(merged.outcome(of: sum)?.reviews.count == 2)
      #expect(try Progress(parsing: Array(merged.text.utf8)) == merged)
    }
    // Of two answers in one second the better one counts.
    other.recordReview(of: sum, isRight: true, at: try day("2026-06-03"))
    #expect(other.outcome(of: sum)?.reviews.values.map(\.self) == [true])
  }

  @Test func whatCannotBeReadOfReviewsIsKept() throws {
    var progress = answered(try day("2026-06-01"))
    let date = try day("2026-06-02")
    progress.recordReview(of: sum, isRight: true, at: date)
    let text = progress.text.replacing(
      "\"\(date.text)\" : true", with: "\"\(date.text)\" : true, \"some day\" : \"perhaps\"")
    #expect(text != progress.text)
    let read = try Progress(parsing: Array(text.utf8))
    #expect(read.outcome(of: sum)?.reviews == [date: true])
    #expect(read.text.contains("perhaps") && read.text.contains(date.text))
  }

  @Test func aQuestionThatWasNeverAskedOrIsForgottenIsNotReviewed() throws {
    var progress = Progress()
    progress.recordReview(of: sum, isRight: true, at: try day("2026-06-02"))
    #expect(progress == Progress())
    progress = answered(try day("2026-06-01"))
    progress.forget("scores", at: try day("2026-06-02"))
    progress.recordReview(of: sum, isRight: true, at: try day("2026-06-03"))
    #expect(progress.reviewItems(at: try day("2026-06-09")) == [])
  }

  @Test func onlySoManyReviewsAreKept() throws {
    var progress = answered(.second(0))
    for second in 1...200 { progress.recordReview(of: sum, isRight: true, at: .second(second)) }
    let dates = progress.outcome(of: sum)?.reviews.keys.sorted()
    #expect(dates == (141...200).map(Timestamp.second))
  }
}
