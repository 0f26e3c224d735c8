//! Units of time and the civil date, with no clock behind them: moments come in with each event.

use crate::packed::{packed_fields, packed_text};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A moment on the wall clock: milliseconds since 1970-01-01T00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnixMillis(pub i64);

/// A reading of the monotonic clock: milliseconds since the page began. It never runs backwards,
/// but on most systems it stands still while the machine sleeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Millis(pub i64);

/// A span of time in milliseconds; never negative where it is made by [`DurationMs::between`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DurationMs(pub i64);

impl DurationMs {
    /// The span from one moment to a later one, zero when the clock ran backwards.
    pub fn between(from: UnixMillis, to: UnixMillis) -> Self {
        Self(to.0.saturating_sub(from.0).max(0))
    }

    /// Whole seconds, rounded down.
    pub fn seconds(self) -> i64 {
        self.0 / 1000
    }

    /// The sum, without overflow.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference, never below zero.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0).max(0))
    }
}

/// Whole minutes: a time limit, or an offset from UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Minutes(pub i32);

impl Minutes {
    /// The same span in milliseconds.
    pub fn duration(self) -> DurationMs {
        DurationMs(i64::from(self.0) * 60_000)
    }
}

packed_fields!(Minutes { 0 });

/// A day of the calendar, as `2026-12-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

packed_text!(Date, Self::from_days(0));

impl Date {
    /// Reads `YYYY-MM-DD`; `None` when it is no day of the Gregorian calendar.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
            return None;
        }
        let number = |range: std::ops::Range<usize>| {
            let part = text.get(range)?;
            part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<i32>().ok())?
        };
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        let month = u8::try_from(month).ok().filter(|m| (1..=12).contains(m))?;
        let day = u8::try_from(day).ok().filter(|d| (1..=days_in(year, month)).contains(d))?;
        Some(Self { year, month, day })
    }

    /// The day that it is at a moment, for someone whose clock is `offset` ahead of UTC.
    ///
    /// Source: Howard Hinnant, "chrono-compatible low-level date algorithms" (`civil_from_days`).
    pub fn at(now: UnixMillis, offset: Minutes) -> Self {
        let local = now.0.saturating_add(offset.duration().0);
        Self::from_days(local.div_euclid(86_400_000))
    }

    /// The day that is so many days after 1970-01-01.
    pub fn from_days(days: i64) -> Self {
        let shifted = days.clamp(-719_468, 2_932_896) + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let day_of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self {
            year: i32::try_from(year).unwrap_or(0),
            month: u8::try_from(month).unwrap_or(1),
            day: u8::try_from(day).unwrap_or(1),
        }
    }

    /// Days since 1970-01-01.
    ///
    /// Source: as [`Date::at`] (`days_from_civil`).
    pub fn days(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = i64::from(self.month);
        let shifted_month = if month > 2 { month - 3 } else { month + 9 };
        let day_of_year = (153 * shifted_month + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for Date {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a date is written YYYY-MM-DD")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, days: Option<i64>) {
        assert_eq!(Date::parse(text).map(Date::days), days, "{text}");
    }

    #[test]
    fn dates_are_days_of_the_calendar() {
        check("1970-01-01", Some(0));
        check("2000-02-29", Some(11_016));
        check("2026-12-01", Some(20_788));
        check("1900-02-29", None);
        check("2026-13-01", None);
        check("2026-1-1", None);
        check("+026-01-01", None);
        check("2026-04-31", None);
    }

    #[test]
    fn days_and_dates_are_inverse() {
        for days in (-700_000..2_900_000).step_by(97) {
            assert_eq!(Date::from_days(days).days(), days);
        }
    }

    #[test]
    fn the_day_follows_the_local_clock() {
        let just_before_midnight_utc = UnixMillis(20_788 * 86_400_000 - 60_000);
        assert_eq!(Date::at(just_before_midnight_utc, Minutes(0)).to_string(), "2026-11-30");
        assert_eq!(Date::at(just_before_midnight_utc, Minutes(60)).to_string(), "2026-12-01");
    }
}
