//! The moment of an event: the clocks, the offset from UTC, and fresh random bits.

use super::intl::{DateTimeFormat, date_format};
use invigil_engine::Env;
use invigil_engine::time::{Date, Millis, Minutes, UnixMillis};
use std::cell::RefCell;
use web_sys::Performance;

/// The outside world now.
pub(crate) fn now() -> Env {
    let date = js_sys::Date::new_0();
    Env {
        now: UnixMillis(whole(date.get_time())),
        // The browser counts how far UTC is ahead; the engine, how far local time is.
        utc_offset: Minutes(i32::try_from(-whole(date.get_timezone_offset())).unwrap_or(0)),
        monotonic: monotonic(),
        entropy: entropy(),
    }
}

/// The monotonic clock alone, for what is shown of it.
pub(crate) fn monotonic() -> Millis {
    CLOCK.with(|clock| Millis(clock.as_ref().map_or(0, |clock| whole(clock.now()))))
}

/// A number of milliseconds as the browser gives it, without its fraction.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast from f64 saturates, and no clock reads 300,000 years"
)]
fn whole(milliseconds: f64) -> i64 {
    milliseconds.floor() as i64
}

/// Sixty-four random bits that were given to nobody before. The browser is asked for many at once: each time takes it as
/// long as all else that an event needs to know. Where it has no generator, which none is known to lack, the clock stands
/// in: seeds need to differ, not to be secret.
fn entropy() -> u64 {
    BITS.with_borrow_mut(|(bits, used)| {
        if *used == bits.len() {
            let crypto = web_sys::window().and_then(|window| window.crypto().ok());
            if crypto.and_then(|crypto| crypto.get_random_values_with_u8_array(bits).ok()).is_none() {
                return whole(js_sys::Date::now()).wrapping_mul(0x5851_f42d_4c95_7f2d).cast_unsigned();
            }
            *used = 0;
        }
        let eight = bits.get(*used..).and_then(<[u8]>::first_chunk).copied().unwrap_or_default();
        *used += eight.len();
        u64::from_le_bytes(eight)
    })
}

thread_local! {
    static CLOCK: Option<Performance> = web_sys::window().and_then(|window| window.performance());
    /// Random bytes, and how many of them are used up.
    static BITS: RefCell<([u8; 256], usize)> = const { RefCell::new(([0; 256], 256)) };
    // It takes the browser milliseconds to make. It knows one zone for ever, so the moments of the reader's own zone,
    // which may change, have none that is kept.
    static DATE: DateTimeFormat =
        date_format(&[("day", "numeric"), ("month", "long"), ("year", "numeric"), ("timeZone", "UTC")]);
}

/// Has the browser load what it knows of dates.
pub(crate) fn make_ready() {
    DATE.with(|_| ());
}

/// A day, as readers write it: 24 November 2026.
pub(crate) fn day(at: UnixMillis) -> String {
    written(&date_format(&[("day", "numeric"), ("month", "long"), ("year", "numeric")]), at)
}

/// A day of the calendar, which is the same everywhere.
pub(crate) fn date(date: Date) -> String {
    DATE.with(|format| written(format, UnixMillis(date.days().saturating_mul(86_400_000))))
}

/// A day and a time of day.
pub(crate) fn day_and_time(at: UnixMillis) -> String {
    let parts = [
        ("day", "numeric"),
        ("month", "short"),
        ("year", "numeric"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
    ];
    written(&date_format(&parts), at)
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds of our age fit an f64 exactly")]
fn written(format: &DateTimeFormat, at: UnixMillis) -> String {
    format.format(at.0 as f64)
}
