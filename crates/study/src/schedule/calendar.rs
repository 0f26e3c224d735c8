//! A plan as a calendar file (RFC 5545), for the calendar that the learner has.

use invigil_engine::study::Plan;
use invigil_engine::time::{Date, Minutes, UnixMillis};

/// What a calendar says; the words come from the language of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarTexts<'a> {
    /// What makes its events those of this plan, such as `dva.dva-c03`: a file that is read in again replaces them.
    pub id: &'a str,
    /// The name of the calendar.
    pub name: &'a str,
    /// What a day of practice is called.
    pub practice: &'a str,
    /// What a sealed mock is called.
    pub mock: &'a str,
    /// What the exam is called.
    pub exam: &'a str,
}

/// The most bytes of a line, without its end.
///
/// Source: RFC 5545, section 3.1.
const LINE: usize = 75;

/// A calendar with all-day events: practice on each day from `today` to the day before the exam, the sealed mocks,
/// and the exam. `now` is the moment of writing.
///
/// An event keeps its id from file to file: practice has one and repeats, and mocks are counted from the last, so
/// that the last keeps its own once the first was sat.
pub fn calendar(plan: &Plan, exam: Date, today: i64, now: UnixMillis, texts: &CalendarTexts) -> String {
    let mut file = File { text: String::new(), id: texts.id, stamp: stamp(now) };
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", "-//Invigil//Plan//EN");
    file.line("CALSCALE", "GREGORIAN");
    file.words("X-WR-CALNAME", texts.name);
    if plan.days > 0 {
        let mut rule = String::from("FREQ=DAILY;COUNT=");
        push_number(&mut rule, plan.days.into(), 1);
        file.event("practice", today, texts.practice, Some(&rule));
    }
    for (from_last, day) in (1_i64..).zip(plan.mocks.iter().rev()) {
        let mut kind = String::from("mock-");
        push_number(&mut kind, from_last, 1);
        file.event(&kind, *day, texts.mock, None);
    }
    file.event("exam", exam.days(), texts.exam, None);
    file.line("END", "VCALENDAR");
    file.text
}

struct File<'a> {
    text: String,
    id: &'a str,
    stamp: String,
}

impl File<'_> {
    fn event(&mut self, kind: &str, day: i64, summary: &str, rule: Option<&str>) {
        let stamp = self.stamp.clone();
        let id = [kind, ".", self.id, "@invigil"].concat();
        self.line("BEGIN", "VEVENT");
        self.words("UID", &id);
        self.line("DTSTAMP", &stamp);
        self.line("DTSTART;VALUE=DATE", &digits(day));
        self.line("DTEND;VALUE=DATE", &digits(day + 1));
        if let Some(rule) = rule {
            self.line("RRULE", rule);
        }
        self.words("SUMMARY", summary);
        self.line("TRANSP", "TRANSPARENT");
        self.line("END", "VEVENT");
    }

    /// A line with text as a value.
    fn words(&mut self, name: &str, text: &str) {
        let mut escaped = String::with_capacity(text.len());
        for sign in text.chars() {
            match sign {
                '\\' | ';' | ',' => escaped.extend(['\\', sign]),
                '\n' => escaped.push_str("\\n"),
                sign if sign.is_control() => {}
                sign => escaped.push(sign),
            }
        }
        self.line(name, &escaped);
    }

    /// A line, folded between signs where it is longer than [`LINE`].
    fn line(&mut self, name: &str, value: &str) {
        let mut width = 0;
        for sign in name.chars().chain([':']).chain(value.chars()) {
            if width + sign.len_utf8() > LINE {
                self.text.push_str("\r\n ");
                width = 1;
            }
            self.text.push(sign);
            width += sign.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// A day as `20261201`.
fn digits(day: i64) -> String {
    let date = Date::at(UnixMillis(day.saturating_mul(86_400_000)), Minutes(0)).to_string();
    date.chars().filter(char::is_ascii_digit).collect()
}

/// A moment as `20261201T093000Z`.
fn stamp(now: UnixMillis) -> String {
    let mut text = digits(now.0.div_euclid(86_400_000));
    let seconds = now.0.rem_euclid(86_400_000) / 1000;
    text.push('T');
    for part in [seconds / 3600, seconds / 60 % 60, seconds % 60] {
        push_number(&mut text, part, 2);
    }
    text.push('Z');
    text
}

/// Appends a number that is not negative, with at least so many digits.
fn push_number(text: &mut String, number: i64, digits: u32) {
    if number >= 10 || digits > 1 {
        push_number(text, number / 10, digits.saturating_sub(1));
    }
    let digit = u32::try_from(number % 10).ok().and_then(|digit| char::from_digit(digit, 10));
    text.extend(digit);
}
