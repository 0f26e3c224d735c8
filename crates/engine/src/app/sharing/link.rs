//! The link page: the exam of the set-up page, or questions chosen by hand, with a title and a line.

use super::super::Model;
use crate::draw::{self, MAX_LENGTH};
use crate::ids::QuestionNumber;
use crate::link::{ExamLink, MAX_LINE, MAX_LINK, MAX_TITLE, Paper, clean};
use crate::seed::Seed;
use crate::sitting::Way;

pub(super) fn titled(model: &mut Model, text: &str) {
    model.sharing.title = text.chars().take(MAX_TITLE).collect();
    model.sharing.qr = None;
}

pub(super) fn lined(model: &mut Model, text: &str) {
    model.sharing.line = text.chars().take(MAX_LINE).collect();
    model.sharing.qr = None;
}

/// By hand one begins with the questions that the seed drew.
pub(super) fn by_hand(model: &mut Model, on: bool) {
    let drawn = on.then(|| drawn(model).unwrap_or_default());
    model.sharing.by_hand = drawn;
    model.sharing.qr = None;
}

fn drawn(model: &Model) -> Option<Vec<QuestionNumber>> {
    let chosen = super::super::starting::chosen(model.bank.shelf()?, &model.draft_link()?).ok()?;
    let mut numbers: Vec<QuestionNumber> = chosen.numbers().collect();
    numbers.sort_unstable();
    Some(numbers)
}

/// A question is taken in or left out. Sealed ones are none to choose from.
pub(super) fn picked(model: &mut Model, number: QuestionNumber, on: bool) {
    let open =
        model.bank.index.as_ref().and_then(|index| index.entry(number)).is_some_and(|entry| !entry.sealed);
    let Some(chosen) = &mut model.sharing.by_hand else { return };
    chosen.retain(|known| *known != number);
    let room = u32::try_from(chosen.len()).is_ok_and(|count| count < MAX_LENGTH);
    if on && open && room {
        let place = chosen.partition_point(|known| *known < number);
        chosen.insert(place, number);
    }
    model.sharing.qr = None;
}

/// The link of the link page; none while the choices on it make no exam.
pub(crate) fn share_link(model: &Model) -> Option<ExamLink> {
    let sharing = &model.sharing;
    let link = match &sharing.by_hand {
        None => model.draft_link()?,
        Some(numbers) => listed(model, numbers)?,
    };
    let link =
        ExamLink { title: clean(&sharing.title, MAX_TITLE), line: clean(&sharing.line, MAX_LINE), ..link };
    // Signs of four bytes take twelve in a link: it must stay one that is read.
    (link.to_string().len() <= MAX_LINK).then_some(link)
}

/// The link of questions that were chosen by hand.
fn listed(model: &Model, numbers: &[QuestionNumber]) -> Option<ExamLink> {
    let (entry, index) = (model.bank.entry.as_ref()?, model.bank.index.as_ref()?);
    let guide = index.guide(model.draft.guide.as_ref()?)?.1;
    let seed = Seed::parse(&model.draft.seed)?;
    let length = u32::try_from(numbers.len()).ok().filter(|length| *length > 0)?;
    draw::arrange(index, &guide.id, numbers, seed).ok()?;
    Some(ExamLink {
        bank: entry.id.clone(),
        guide: guide.id.clone(),
        fingerprint: Some(entry.fingerprint.short()),
        draw: draw::DRAW_VERSION,
        seed,
        limit: model.draft.limit(guide, length),
        reveals: model.draft.way == Way::Reveal,
        paper: Paper::Listed(numbers.to_vec()),
        title: String::new(),
        line: String::new(),
    })
}
