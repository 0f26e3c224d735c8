//! Objections: 'I think this is wrong', and what follows from it.

use super::{Effect, Model, Notice, Shown, keep};
use crate::Env;
use crate::ids::{BankId, Position, QuestionNumber};
use crate::objection::Objection;
use crate::time::UnixMillis;

/// So much of a learner's reason is kept.
const LONGEST: usize = 2_000;

/// A question of the result page is held to be wrong, for a reason that stays with the page.
pub(super) fn raised(model: &mut Model, position: Position, reason: &str, env: &Env) {
    let Some((number, revision, bank)) = question_at(model, position) else { return };
    model.reasons_given.retain(|(known, _)| *known != number);
    model.reasons_given.push((number, reason.trim().chars().take(LONGEST).collect()));
    word(model, bank, number, Objection { at: env.now, revision, stands: true }, Said::IsWrong);
}

/// A question of the result page is to be found again, or no longer.
pub(super) fn bookmarked(model: &mut Model, position: Position, env: &Env) {
    let Some((number, revision, bank)) = question_at(model, position) else { return };
    let stands = model.exposures.bookmarks.against(number).is_none();
    word(model, bank, number, Objection { at: env.now, revision, stands }, Said::Bookmark);
}

/// A question of the bank on the result page; a question of somebody's own paper is none.
fn question_at(model: &Model, position: Position) -> Option<(QuestionNumber, u16, BankId)> {
    let Shown::Attempt(sitting) = &model.shown else { return None };
    let question = sitting.form.item(position).map(|item| &item.question)?;
    (!sitting.form.is_own()).then(|| (question.number, question.revision, sitting.form.bank.clone()))
}

/// An objection is taken back.
pub(super) fn lifted(model: &mut Model, number: QuestionNumber, env: &Env) {
    let Some(objection) = model.exposures.objections.against(number) else { return };
    let bank = match (&model.shown, &model.bank.entry) {
        (_, Some(entry)) => entry.id.clone(),
        (Shown::Attempt(sitting), None) => sitting.form.bank.clone(),
        _ => return,
    };
    word(model, bank, number, Objection { at: env.now, stands: false, ..objection }, Said::IsWrong);
}

/// What is said of a question.
#[derive(Clone, Copy)]
enum Said {
    IsWrong,
    Bookmark,
}

/// The new word counts, even where the clock was set back since the last one.
fn word(model: &mut Model, bank: BankId, number: QuestionNumber, word: Objection, said: Said) {
    let words = match said {
        Said::IsWrong => &mut model.exposures.objections,
        Said::Bookmark => &mut model.exposures.bookmarks,
    };
    let after = words.iter().find(|(known, _)| *known == number).map_or(word.at.0, |(_, last)| last.at.0 + 1);
    words.add(number, Objection { at: UnixMillis(word.at.0.max(after)), ..word });
    keep::save_history(model, bank);
}

/// The report of an objection is wanted on the clipboard.
pub(super) fn report_wanted(model: &mut Model, text: String) {
    model.then(Effect::CopyText(text));
}

/// It is there, or not: then it stands on the page, to be copied by hand.
pub(super) fn report_copied(model: &mut Model, done: bool) {
    model.tell(if done { Notice::TextCopied } else { Notice::TextNotCopied });
}
