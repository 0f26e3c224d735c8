//! How much exam time has passed: two clocks held against each other, never a count of ticks.
//!
//! The monotonic clock cannot be set, but stands still while most machines sleep; the wall
//! clock goes on through sleep, but can be set. While they agree, the monotonic one counts.
//! When the wall clock runs ahead, the machine slept or the clock was set forward: exam time
//! runs on. When it falls behind, it was set back: that gives no free minute.

use super::act::MAX_MS;
use crate::Env;
use crate::time::{DurationMs, Millis, UnixMillis};

/// Two clocks may part by this much before it is a jump.
const TOLERANCE_MS: i64 = 2000;

/// The exam time of a running sitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExamClock {
    elapsed: DurationMs,
    wall: UnixMillis,
    mono: Millis,
}

impl ExamClock {
    /// A clock that begins now.
    pub fn start(env: &Env) -> Self {
        Self { elapsed: DurationMs(0), wall: env.now, mono: env.monotonic }
    }

    /// A clock that goes on after its page was closed: only the wall clock lived through that,
    /// and it is believed as far as it does not give time back.
    pub fn resume(elapsed: DurationMs, wall: UnixMillis, env: &Env) -> Self {
        let away = DurationMs::between(wall, env.now);
        Self { elapsed: elapsed.plus(away).min(DurationMs(MAX_MS)), wall: env.now, mono: env.monotonic }
    }

    /// Brings the clock to the moment without a moment passing: there is a break.
    pub fn stand_still(&mut self, env: &Env) {
        self.wall = env.now;
        self.mono = env.monotonic;
    }

    /// Brings the clock to the moment; returns the jump of the wall clock, if it made one.
    pub fn advance(&mut self, env: &Env) -> Option<i64> {
        let by_wall = env.now.0.saturating_sub(self.wall.0);
        let by_mono = env.monotonic.0.saturating_sub(self.mono.0).max(0);
        let parted = by_wall.saturating_sub(by_mono);
        let ran_ahead = parted > TOLERANCE_MS;
        let step = if ran_ahead { by_wall } else { by_mono };
        self.elapsed = self.elapsed.plus(DurationMs(step)).min(DurationMs(MAX_MS));
        self.wall = env.now;
        self.mono = env.monotonic;
        (parted.abs() > TOLERANCE_MS).then_some(parted)
    }

    /// Exam time that has passed.
    pub fn elapsed(&self) -> DurationMs {
        self.elapsed
    }

    /// The wall clock when the exam time was last read.
    pub fn wall(&self) -> UnixMillis {
        self.wall
    }

    /// The reading of the monotonic clock at which a limit is reached.
    pub fn deadline(&self, limit: DurationMs) -> Millis {
        Millis(self.mono.0.saturating_add(limit.0.saturating_sub(self.elapsed.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Minutes;

    fn env(wall: i64, mono: i64) -> Env {
        Env { now: UnixMillis(wall), utc_offset: Minutes(0), monotonic: Millis(mono), entropy: 0 }
    }

    /// A clock started at wall 1,000,000 and monotonic 0, brought to one moment.
    #[track_caller]
    fn check(wall: i64, mono: i64, elapsed: i64, jump: Option<i64>) {
        let mut clock = ExamClock::start(&env(1_000_000, 0));
        assert_eq!(clock.advance(&env(wall, mono)), jump);
        assert_eq!(clock.elapsed(), DurationMs(elapsed));
    }

    #[test]
    fn while_the_clocks_agree_the_monotonic_one_counts() {
        check(1_060_000, 60_000, 60_000, None);
        check(1_061_500, 60_000, 60_000, None);
        check(1_058_500, 60_000, 60_000, None);
    }

    #[test]
    fn sleep_and_a_clock_set_forward_cost_time() {
        check(4_600_000, 1_000, 3_600_000, Some(3_599_000));
    }

    #[test]
    fn a_clock_set_back_gives_none() {
        check(1_000_000 - 7_200_000 + 60_000, 60_000, 60_000, Some(-7_200_000));
    }

    #[test]
    fn after_a_reload_the_wall_clock_counts_and_never_backwards() {
        let saved = DurationMs(60_000);
        let at = UnixMillis(5_000_000);
        assert_eq!(ExamClock::resume(saved, at, &env(5_030_000, 12)).elapsed(), DurationMs(90_000));
        assert_eq!(ExamClock::resume(saved, at, &env(4_000_000, 12)).elapsed(), saved);
    }

    #[test]
    fn the_deadline_stands_still_while_the_clocks_agree() {
        let mut clock = ExamClock::start(&env(1_000_000, 500));
        let limit = Minutes(130).duration();
        let first = clock.deadline(limit);
        for second in 1..100 {
            clock.advance(&env(1_000_000 + second * 1000, 500 + second * 1000));
            assert_eq!(clock.deadline(limit), first);
        }
    }
}
