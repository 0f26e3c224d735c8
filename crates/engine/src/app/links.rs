//! Links in and out.

use super::{Effect, Model, Notice, Shown};
use crate::link::{ExamLink, Paper};
use crate::route::Route;
use crate::seed::Seed;

/// The link of what is shown: of the attempt on the result page, of the running sitting, of
/// the confirm page, or of the exam on the set-up page.
pub(super) fn wanted(model: &Model) -> Option<Route> {
    let link = match &model.route {
        Route::Attempt(_) => match &model.shown {
            Shown::Attempt(sitting) => sitting.form.link(sitting.limit),
            _ => return None,
        },
        Route::Sitting(_) | Route::Review => {
            model.sitting().map(|sitting| sitting.form.link(sitting.limit))?
        }
        Route::Exam(link) => return Some(Route::Exam(link.clone())),
        _ => model.draft_link()?,
    };
    Some(Route::Exam(Box::new(link)))
}

/// Asks for the link of what is shown to be sent in some way.
pub(super) fn asked(model: &mut Model, way: fn(Route) -> Effect) {
    if let Some(route) = wanted(model) {
        model.then(way(route));
    }
}

pub(super) fn sent(model: &mut Model, sent: bool) {
    let notice = match wanted(model) {
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
    model.tell(Notice::NoLinkInText);
}

impl Model {
    /// The link of the exam on the set-up page; none while its seed is not readable, and none for a
    /// personal draw, whose questions are known only when it is drawn.
    pub(crate) fn draft_link(&self) -> Option<ExamLink> {
        let seed = Seed::parse(&self.draft.seed)?;
        let entry = self.bank.entry.as_ref()?;
        let guide = self.bank.index.as_ref()?.guide(self.draft.guide.as_ref()?)?.1;
        let wanted = self.draft.length.unwrap_or(guide.format.questions);
        let spec = crate::draw::DrawSpec {
            guide: guide.id.clone(),
            length: wanted,
            topics: self.draft.topics.clone(),
            seed,
            pool: crate::draw::Pool::Open,
        };
        let length = wanted.min(crate::draw::available(self.bank.index.as_ref()?, &spec, None));
        (length > 0 && !self.draft.unseen_first).then(|| ExamLink {
            bank: entry.id.clone(),
            guide: guide.id.clone(),
            fingerprint: Some(entry.fingerprint.short()),
            draw: crate::draw::DRAW_VERSION,
            seed,
            limit: super::setup::minutes(guide, length, self.draft.time),
            paper: Paper::Drawn { length, topics: self.draft.topics.clone() },
        })
    }
}
