//! The candidate's tools at a question: striking out, highlighting, notes, and how sure one is.

use super::{Model, exam};
use crate::ids::{OptionId, Position};
use crate::packed::{packed_choice, packed_variants};
use crate::sitting::{Act, Confidence, NoteEdit, Sitting};

/// A tool is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToolUse {
    /// The tools at a question were opened, or closed.
    Opened(bool),
    /// A click on a sentence is to highlight it, or not.
    Highlighting(bool),
    /// An option of the current question is struck out, or no longer.
    Struck(OptionId),
    /// A sentence of the current question is highlighted, or no longer.
    Highlighted(usize),
    /// The note at a question is this now.
    Noted(Position, String),
    /// This is how sure the candidate is of the current question; or, if that was told already, it is taken back.
    Judged(Confidence),
}

packed_choice!(Confidence { Guess, Fairly, Certain });

packed_variants!(ToolUse, Self::Opened(false), {
    0 => Opened(open),
    1 => Highlighting(on),
    2 => Struck(option),
    3 => Highlighted(sentence),
    4 => Noted(position, note),
    5 => Judged(confidence),
});

/// How the tools stand, at whatever question: who opened them has them at the next one too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tools {
    pub(crate) open: bool,
    pub(crate) highlighting: bool,
}

pub(super) fn used(model: &mut Model, used: ToolUse) {
    match used {
        ToolUse::Opened(open) => model.tools.open = open,
        ToolUse::Highlighting(on) => model.tools.highlighting = on,
        used => {
            if let Some(act) = exam::open_sitting(model).and_then(|sitting| act_of(sitting, used)) {
                exam::act(model, act);
            }
        }
    }
}

/// What is done by using a tool; none where it changes nothing.
fn act_of(sitting: &Sitting, used: ToolUse) -> Option<Act> {
    let here = sitting.current();
    let item = sitting.form.item(here)?;
    match used {
        // An answer that was checked stands, and so does what led to it.
        ToolUse::Struck(_) | ToolUse::Judged(_) if sitting.is_revealed(here) => None,
        // A chosen option is taken back first: a finger that slips must not cost an answer.
        ToolUse::Struck(option) if item.order.contains(&option) && !sitting.answer(here).contains(option) => {
            let struck = sitting.struck(here);
            let struck = if struck.contains(option) { struck.without(option) } else { struck.with(option) };
            Some(Act::StruckOut(here, struck))
        }
        ToolUse::Highlighted(sentence) => {
            let marked = sitting.highlights(here);
            let toggled = marked.toggled(sentence);
            let fits = toggled.fits(item.question.stem.sentences());
            (fits && toggled != marked).then_some(Act::Highlighted(here, toggled))
        }
        ToolUse::Noted(position, note) if sitting.has_room_for_notes() => {
            sitting.form.item(position)?;
            Some(Act::Noted(position, NoteEdit::between(&sitting.note(position), &note)?))
        }
        ToolUse::Judged(confidence) => {
            let told = Some(confidence).filter(|told| sitting.confidence(here) != Some(*told));
            Some(Act::Judged(here, told))
        }
        _ => None,
    }
}
