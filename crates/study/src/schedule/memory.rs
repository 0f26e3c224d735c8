//! The memory arithmetic of FSRS-6, as the crate `fsrs` computes it with the published parameters.

use super::grade::Grade;
use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, FSRSItem, FSRSReview, MemoryState};

/// The share of recall at which a card is due.
pub const RETENTION: f32 = 0.9;

/// What an answer does to a memory.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Step {
    /// The memory before; none at the first review.
    from: Option<MemoryState>,
    grade: Grade,
    /// Whole days since the review before; two reviews of one day follow the rule of FSRS for that.
    days: u32,
}

/// Computes memories, and keeps the steps that it computed: most cards have few reviews, with the same grades and
/// days, and a step takes some fifteen powers and logarithms.
#[derive(Clone, Debug)]
pub struct Memory {
    fsrs: FSRS,
    /// By [`Step::slot`]; a later step takes the place of an earlier one.
    known: Vec<Option<(Step, MemoryState)>>,
    /// Days of the interval for each day of stability.
    interval: f32,
    /// The factor of the curve of forgetting.
    factor: f32,
}

/// Bits of the place of a step among those that are kept.
const SLOT_BITS: u32 = 9;

impl Memory {
    /// With the published parameters.
    pub fn new() -> Option<Self> {
        FSRS::new(&[]).ok().map(Self::with)
    }

    /// With other parameters, whose curve of forgetting must decay as the published one does.
    pub fn with(fsrs: FSRS) -> Self {
        let interval = fsrs.next_interval(Some(1.0), RETENTION, 0);
        let factor = 0.9_f32.powf(-1.0 / FSRS6_DEFAULT_DECAY) - 1.0;
        Self { fsrs, known: vec![None; 1 << SLOT_BITS], interval, factor }
    }

    /// The memory after a review, so many days after the one before; `from` is none at the first.
    pub fn after(&mut self, from: Option<MemoryState>, grade: Grade, days: u32) -> Option<MemoryState> {
        let step = Step { from, grade, days };
        let slot = self.known.get_mut(step.slot())?;
        if let Some((_, state)) = slot.filter(|(known, _)| *known == step) {
            return Some(state);
        }
        let reviews = vec![FSRSReview { rating: grade.rating(), delta_t: days }];
        let state = self.fsrs.memory_state(FSRSItem { reviews }, from).ok()?;
        *slot = Some((step, state));
        Some(state)
    }

    /// Days until recall falls to [`RETENTION`]: proportional to stability.
    pub fn interval(&self, state: MemoryState) -> f32 {
        state.stability * self.interval
    }

    /// The chance of recall after some days, from 0 to 1.
    ///
    /// Source: FSRS-6, as `fsrs::current_retrievability`, which computes the factor anew each time.
    pub fn recall(&self, state: MemoryState, days: f32) -> f32 {
        (days / state.stability * self.factor + 1.0).powf(-FSRS6_DEFAULT_DECAY)
    }
}

impl Step {
    /// Where it is kept.
    fn slot(&self) -> usize {
        let state = self.from.map_or(0, |from| from.stability.to_bits());
        let mixed = state ^ (self.days << 2).wrapping_add(self.grade.rating()).wrapping_mul(0x85EB_CA6B);
        usize::try_from(mixed.wrapping_mul(0x9E37_79B9) >> (u32::BITS - SLOT_BITS)).unwrap_or(0)
    }
}
