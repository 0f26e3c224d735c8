//! Links in and out.

use super::sharing::{codes_in, share_link};
use super::{Effect, Model, Notice, Pick, Shown, studying};
use crate::draw::{DRAW_VERSION, DrawSpec, Pool, available, draw};
use crate::ids::QuestionNumber;
use crate::link::{ExamLink, Paper};
use crate::order::sorted;
use crate::route::Route;
use crate::seed::Seed;
use crate::sitting::{Sitting, Way};

/// The link of what is shown: of the attempt on the result page, of the running sitting, of
/// the confirm page, or of the exam on the set-up page.
pub(super) fn wanted(model: &Model) -> Option<Route> {
    let link = match &model.route {
        Route::Attempt(_) => match &model.shown {
            Shown::Attempt(sitting) => open_link(model, sitting)?,
            _ => return None,
        },
        Route::Sitting(_) | Route::Review => open_link(model, model.sitting()?)?,
        Route::Exam(link) => return Some(Route::Exam(link.clone())),
        Route::Share => share_link(model)?,
        _ => model.draft_link()?,
    };
    Some(Route::Exam(Box::new(link)))
}

/// The link of a sitting's paper; none of a sealed one.
fn open_link(model: &Model, sitting: &Sitting) -> Option<ExamLink> {
    (!sitting.form.is_own() && !studying::is_sealed(model, &sitting.form)).then(|| sitting.link())
}

/// Asks for the link of what is shown to be sent in some way.
pub(super) fn asked(model: &mut Model, way: fn(Route) -> Effect) {
    if let Some(route) = wanted(model) {
        model.then(way(route));
    }
}

pub(super) fn sent(model: &mut Model, sent: bool) {
    let route = model.sharing.sent.take().or_else(|| wanted(model));
    let notice = match route {
        Some(route) if !sent => Notice::LinkNotSent(route.to_string()),
        _ => Notice::LinkSent,
    };
    model.tell(notice);
}

pub(super) fn pasted(model: &mut Model, text: &str) {
    // The link may stand in a sentence: it ends at a space, and the full stop behind it is not its own.
    let fragment = text.find("#/exam?").and_then(|start| text.get(start..));
    let word = fragment.and_then(|fragment| fragment.split_whitespace().next());
    let link = word.map(|word| word.trim_end_matches(['.', ',', ';', ':', '!', ')', ']', '>', '"', '\'']));
    if let Some(route @ (Route::Exam(_) | Route::BadLink(..))) = link.map(Route::parse) {
        model.then(Effect::Navigate { route, replace: false });
        return;
    }
    // Or the link, or the bare code, of a result or a paper.
    if let Some(code) = codes_in(text).next() {
        let code = code.to_owned();
        let route = if code.starts_with('p') { Route::OwnPaper(code) } else { Route::Shared(vec![code]) };
        model.then(Effect::Navigate { route, replace: false });
        return;
    }
    model.tell(Notice::NoLinkInText);
}

impl Model {
    /// The link of the exam on the set-up page; none while its seed is not readable, and none for a
    /// personal draw, whose questions are known only when it is drawn. Domains and tasks are no part of a link: the
    /// paper that they give lists its questions.
    pub(crate) fn draft_link(&self) -> Option<ExamLink> {
        let seed = Seed::parse(&self.draft.seed).filter(|_| self.draft.pick == Pick::Any)?;
        let entry = self.bank.entry.as_ref()?;
        let index = self.bank.index.as_ref()?;
        let guide = index.guide(self.draft.guide.as_ref()?)?.1;
        let topics = self.draft.topics.clone();
        let wanted = self.draft.wanted(guide);
        let (guide_id, only) = (guide.id.clone(), self.draft_only(index, &guide.id));
        let listed = only.is_some();
        let spec = DrawSpec { guide: guide_id.clone(), length: wanted, topics, seed, pool: Pool::Open, only };
        let length = wanted.min(available(index, &spec, None));
        let paper = if listed {
            let drawn = draw(index, &DrawSpec { length, ..spec }, None).ok()?;
            let numbers: Vec<QuestionNumber> = drawn.items.iter().map(|item| item.number).collect();
            Paper::Listed(sorted(&numbers, |number| [u64::from(number.0), 0, 0]))
        } else {
            Paper::Drawn { length, topics: spec.topics }
        };
        (length > 0).then(|| ExamLink {
            bank: entry.id.clone(),
            guide: guide_id,
            fingerprint: Some(entry.fingerprint.short()),
            draw: DRAW_VERSION,
            seed,
            limit: self.draft.limit(guide, length),
            reveals: self.draft.way == Way::Reveal,
            paper,
            title: String::new(),
            line: String::new(),
        })
    }
}
