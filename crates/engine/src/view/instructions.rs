//! What a candidate reads before the clock starts.

use super::choosing::{StartBar, start_bar};
use crate::Env;
use crate::app::{Drill, Event, Model, starting, today};
use crate::route::Route;
use crate::seed::Seed;
use crate::time::Minutes;

/// A page of the instructions before an exam against the clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstructionsView {
    /// Which page, from 0.
    pub page: u8,
    /// Of how many.
    pub of: u8,
    /// The guide's title.
    pub guide: String,
    /// Questions.
    pub length: u32,
    /// How many of them do not count.
    pub unscored: u32,
    /// Time allowed.
    pub limit: Minutes,
    /// Whether the exam can begin.
    pub start: StartBar,
    /// What begins it.
    pub begin: Event,
}

/// The instructions that are open: before the exam of the set-up page, of a link, or before a mock.
pub(super) fn instructions(model: &Model, env: &Env) -> Option<InstructionsView> {
    let page = model.instructions?;
    let index = model.bank.index.as_ref()?;
    let (guide, length, limit, whole, begin) = match &model.route {
        Route::Setup => {
            let guide = model.draft_guide(today(env))?;
            let (spec, _) = model.draft_spec(today(env), Seed::parse(&model.draft.seed)?)?;
            let whole = model.draft.has_unscored();
            (guide, spec.length, model.draft.limit(guide, spec.length)?, whole, Event::SetupStarted)
        }
        Route::Exam(link) => {
            let (_, guide) = index.guide(&link.guide)?;
            starting::chosen(model.bank.shelf()?, link).ok()?;
            (guide, link.length(), link.limit?, link.is_of_all_topics(), Event::LinkStarted)
        }
        // Of the practice page: the one drill against the clock.
        Route::Practice => {
            let guide = model.guide(today(env))?;
            let length = Some(starting::mock_length(model, env)).filter(|length| *length > 0)?;
            (guide, length, guide.format.minutes, true, Event::PracticeChosen(Drill::Mock))
        }
        _ => return None,
    };
    Some(InstructionsView {
        page,
        of: starting::INSTRUCTIONS,
        guide: guide.title.clone(),
        length,
        unscored: if whole { guide.unscored_of(length) } else { 0 },
        limit,
        start: start_bar(model),
        begin,
    })
}
