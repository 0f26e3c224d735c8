//! What to do next after a result: the parts of the exam where most can be won back.

use crate::app::Model;
use crate::gains::{DRILL, Gain, Grain, PARTS, Part, gains, questions_of};
use crate::sitting::Sitting;

/// The parts with most to win back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextView {
    /// How fine they are.
    pub grain: Grain,
    /// They, the one with most first.
    pub parts: Vec<Gain>,
    /// How many more there are.
    pub more: usize,
    /// How many questions count in the exam: what the points are of.
    pub scored: u32,
    /// How many questions a practice of them has; zero while an exam runs.
    pub drill: u32,
}

/// What to do next; none when nothing was missed, or the bank is not there or has the guide no more.
pub(super) fn next(sitting: &Sitting, model: &Model) -> Option<NextView> {
    let index = model.bank.index.as_ref()?;
    let mut parts = gains(sitting, index);
    let grain = parts.first()?.part.grain();
    let more = parts.len().saturating_sub(PARTS);
    parts.truncate(PARTS);
    let wanted: Vec<Part> = parts.iter().map(|gain| gain.part).collect();
    let (guide, _) = index.guide(&sitting.form.guide.id)?;
    let questions = u32::try_from(questions_of(index, guide, &wanted).len()).unwrap_or(u32::MAX);
    let drill = if model.is_at_work() { 0 } else { questions.min(DRILL) };
    Some(NextView { grain, parts, more, scored: sitting.form.guide.format.scored, drill })
}
