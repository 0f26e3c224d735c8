//! The exam itself: answering, moving, keeping time, ending.

use super::owner::Owner;
use super::tools::Tools;
use super::{
    Announcement, AtWork, Claim, Dialog, Effect, Filter, FocusTarget, Leaving, MOST_RESULTS, Model, Notice,
    Running, Shown, keep,
};
use crate::Env;
use crate::exposure::{Exposure, FirstAnswer, Latest, SeenIn};
use crate::grade::is_right;
use crate::ids::{OptionId, Position, SittingId};
use crate::review::Review;
use crate::route::Route;
use crate::sitting::{Act, Choosing, ExamClock, Sitting, Way};
use crate::store::backup::merge_results;
use crate::store::v1::ResultV1;
use crate::store::{ArchiveKey, Json as _, LocalRecord};
use crate::time::{Minutes, UnixMillis};

/// Away for longer than this is worth a word.
pub(super) const AWAY_MS: i64 = 60_000;

/// So many results without a backup are worth a word.
const REMIND: usize = 5;

pub(super) fn set_to_work(model: &mut Model, sitting: Sitting, clock: ExamClock) {
    keep::set_lost_aside(model);
    keep::set_unarchived_aside(model);
    let (id, at) = (sitting.id.clone(), sitting.current());
    let record = Effect::SaveArchive(ArchiveKey::Form(id.clone()), sitting.form.to_record());
    model.running = Running::Yes(Box::new(AtWork { sitting, clock, epoch: 1, owner: Owner::Here }));
    model.tools = Tools::default();
    model.then(Effect::Own { id, claim: Claim::IfFree });
    model.then(record);
    keep::save(model, LocalRecord::Sitting);
    model.then(Effect::Navigate { route: Route::Sitting(Some(at)), replace: false });
}

/// An exam whose time ran out while nobody was there goes on without a limit, as another sitting: the first one stays as
/// it is.
pub(super) fn gone_on_untimed(model: &mut Model, env: &Env) {
    let Shown::Attempt(attempt) = &model.shown else { return };
    if model.is_at_work() || !attempt.ran_out_unattended() {
        return;
    }
    let sitting = attempt.without_limit(SittingId::new(env.now, env.entropy), env.now);
    let clock = sitting.resumed_clock(sitting.last_act(), env.now, env);
    set_to_work(model, sitting, clock);
}

/// The answers as a text that can be kept elsewhere: the letters as they stand on the page.
pub(super) fn answers_wanted(model: &mut Model) {
    let Some(sitting) = model.sitting() else { return };
    let letter =
        |place: usize| u8::try_from(place).ok().map_or('?', |place| char::from(b'A'.saturating_add(place)));
    let lines = sitting.positions().zip(&sitting.form.items).map(|(position, item)| {
        let chosen = sitting.answer(position);
        let places = item.order.iter().enumerate().filter(|(_, option)| chosen.contains(**option));
        let letters: String = places.map(|(place, _)| letter(place)).collect();
        format!("{}. {}", position.ordinal(), if letters.is_empty() { "-" } else { &letters })
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    model.then(Effect::CopyText(text));
}

/// Brings the clock to the moment of an event, before the event is answered: an answer after
/// the deadline is none.
pub(super) fn keep_time(model: &mut Model, env: &Env) {
    let Running::Yes(at_work) = &mut model.running else { return };
    if at_work.sitting.ended().is_some() {
        return;
    }
    if at_work.sitting.is_paused() {
        at_work.clock.stand_still(env);
        return;
    }
    let before = at_work.clock.elapsed();
    let jump = at_work.clock.advance(env);
    let elapsed = at_work.clock.elapsed();
    let (timed, over) = (at_work.sitting.limit, at_work.sitting.is_over(&at_work.clock));
    if at_work.owner != Owner::Here {
        return;
    }
    if let Some(by) = jump {
        // A jump over the deadline is noted at the deadline: nothing of a sitting is later than its end.
        let at = timed.map_or(elapsed, |limit| elapsed.min(limit.duration()));
        at_work.sitting.record(at, Act::ClockJumped(by));
    }
    if over {
        expired(model, env);
        return;
    }
    if let Some(by) = jump {
        match by {
            forward if forward >= AWAY_MS && timed.is_some() => {
                model.tell(Notice::Away(crate::time::DurationMs(forward)));
            }
            back if back < 0 => model.tell(Notice::ClockSetBack),
            _ => {}
        }
        keep::save(model, LocalRecord::Sitting);
    }
    if let Some(warning) = timed.and_then(|limit| warnings(limit, before.0, elapsed.0)) {
        model.then(Effect::Announce(warning));
    }
}

/// The time that is told once when it is reached: half, and ten, five and one minutes before the end.
fn warnings(limit: Minutes, before: i64, now: i64) -> Option<Announcement> {
    let whole = limit.duration().0;
    let reached = |at: i64| at > 0 && before < at && at <= now;
    let minutes = [1, 5, 10].into_iter().find(|left| reached(whole - left * 60_000));
    minutes.map(Announcement::MinutesLeft).or_else(|| reached(whole / 2).then_some(Announcement::HalfTime))
}

/// Records an act now and keeps it.
pub(super) fn act(model: &mut Model, act: Act) {
    let Running::Yes(at_work) = &mut model.running else { return };
    let elapsed = at_work.clock.elapsed();
    at_work.sitting.record(elapsed, act);
    keep::save(model, LocalRecord::Sitting);
}

/// The running sitting, as long as it takes answers, here.
pub(super) fn open_sitting(model: &Model) -> Option<&Sitting> {
    own_sitting(model).filter(|sitting| !sitting.is_paused())
}

/// The running sitting of this tab, be there a break or not.
fn own_sitting(model: &Model) -> Option<&Sitting> {
    match &model.running {
        Running::Yes(at_work) if at_work.owner == Owner::Here => unended(model),
        _ => None,
    }
}

/// The running sitting, whosever it is.
fn unended(model: &Model) -> Option<&Sitting> {
    model.sitting().filter(|sitting| sitting.ended().is_none())
}

pub(super) fn option_chosen(model: &mut Model, option: OptionId) {
    let Some(sitting) = open_sitting(model) else { return };
    let position = sitting.current();
    match sitting.choose(position, option) {
        Choosing::Changed(chosen) if chosen == sitting.answer(position) => {}
        Choosing::Changed(chosen) => act(model, Act::Answered(position, chosen)),
        Choosing::Full => {
            let wanted = sitting.form.item(position).map_or(0, |item| item.question.wanted());
            model.then(Effect::Announce(Announcement::UnselectFirst(wanted)));
        }
        Choosing::NoSuchOption => {}
    }
}

/// Flags the current question, or takes the flag down; tells whether it is up now.
pub(super) fn flag_toggled(model: &mut Model) -> Option<bool> {
    let sitting = open_sitting(model)?;
    let position = sitting.current();
    let on = !sitting.is_flagged(position);
    act(model, Act::Flagged(position, on));
    Some(on)
}

/// The answer to the current question is compared with its key, and stands from then on.
pub(super) fn answer_checked(model: &mut Model) {
    let Some(sitting) = open_sitting(model) else { return };
    let position = sitting.current();
    if !sitting.reveals || sitting.is_revealed(position) || !sitting.is_complete(position) {
        return;
    }
    act(model, Act::Revealed(position));
    model.then(Effect::Focus(FocusTarget::Verdict));
}

/// A break begins, or ends; an exam against the clock has none.
pub(super) fn pause_toggled(model: &mut Model) {
    let Some(sitting) = own_sitting(model) else { return };
    if sitting.limit.is_some() {
        return;
    }
    let on = !sitting.is_paused();
    act(model, Act::Paused(on));
    model.then(Effect::Focus(FocusTarget::PageHeading));
}

pub(super) fn question_opened(model: &mut Model, position: Position) {
    let exists = open_sitting(model).is_some_and(|sitting| sitting.form.item(position).is_some());
    if exists {
        model.then(Effect::Navigate { route: Route::Sitting(Some(position)), replace: false });
    }
}

/// The address names a question: it is opened; or none, and the current one is named.
pub(super) fn sitting_routed(model: &mut Model, position: Option<Position>) {
    let Some(sitting) = unended(model) else {
        // Back from a result, past its questions: they are over, and the result is where one is.
        match (&model.shown, &model.running) {
            (Shown::Attempt(attempt), Running::None) => {
                let route = Route::Attempt(attempt.id.clone());
                model.then(Effect::Navigate { route, replace: true });
            }
            _ => model.then(Effect::Focus(FocusTarget::PageHeading)),
        }
        return;
    };
    let current = sitting.current();
    match position.filter(|position| sitting.form.item(*position).is_some()) {
        // The question that is shown is the owner's; until the owner is known, the address waits.
        Some(position) if position != current && open_sitting(model).is_none() => {
            if matches!(&model.running, Running::Yes(at_work) if at_work.is_elsewhere()) {
                show_current(model);
            }
        }
        None => model.then(Effect::Navigate { route: Route::Sitting(Some(current)), replace: true }),
        Some(position) => {
            if position != current {
                act(model, Act::Visited(position));
            }
            model.then(Effect::Focus(FocusTarget::Question(position)));
        }
    }
}

/// Whoever comes away from a running exam by the browser's own ways is asked whether that was meant: the gesture for
/// the last question is the one for the last page.
pub(super) fn routed_away(model: &mut Model, was_in_exam: bool) {
    let meant = std::mem::take(&mut model.leaving) == Leaving::Said;
    let away = !matches!(model.route, Route::Sitting(_) | Route::Review | Route::Attempt(_));
    if was_in_exam && away && !meant && open_sitting(model).is_some() {
        model.dialog = Some(Dialog::Leave);
    }
}

pub(super) fn leave_asked(model: &mut Model) {
    model.leaving = Leaving::Said;
    model.then(Effect::Navigate { route: Route::Home, replace: false });
}

/// A dialog is closed without its act; who did not mean to leave the exam is back in it.
pub(super) fn dialog_closed(model: &mut Model) {
    if model.dialog.take() == Some(Dialog::Leave) {
        model.then(Effect::Navigate { route: Route::Sitting(None), replace: false });
    }
}

pub(super) fn submitted(model: &mut Model, env: &Env) {
    if open_sitting(model).is_none() {
        return;
    }
    model.dialog = None;
    act(model, Act::Submitted);
    archive(model, env);
}

/// Time ran out: the paper is handed in as it is, at the limit, once.
pub(super) fn expired(model: &mut Model, env: &Env) {
    let Running::Yes(at_work) = &mut model.running else { return };
    let Some(limit) = at_work.sitting.limit else { return };
    at_work.sitting.record(limit.duration(), Act::Expired);
    model.dialog = None;
    archive(model, env);
    model.then(Effect::Announce(Announcement::TimeOver));
}

/// The sitting is there, or is this tab's now: the address says which of its questions is wanted.
pub(super) fn reread_address(model: &mut Model) {
    if let Route::Sitting(position) = model.route {
        sitting_routed(model, position);
    }
}

/// Whoever looks at the questions gets the current one.
pub(super) fn show_current(model: &mut Model) {
    let Some(current) = model.sitting().map(Sitting::current) else { return };
    if matches!(model.route, Route::Sitting(_)) {
        model.then(Effect::Navigate { route: Route::Sitting(Some(current)), replace: true });
    }
}

/// Makes an ended sitting an attempt. Doing it twice gives the same: the record of the running
/// sitting goes only when the archive has the attempt.
pub(super) fn archive(model: &mut Model, env: &Env) {
    let Running::Yes(at_work) = &model.running else { return };
    let (sitting, stored) = (at_work.sitting.clone(), keep::stored(at_work));
    let Some(result) = ResultV1::of(&sitting, ended_at(&sitting, env)) else { return };
    let id = sitting.id.clone();
    model.results = merge_results(&model.results, &[result], MOST_RESULTS);
    model.taken = [None; 2];
    expose(model, &sitting);
    keep::save(model, LocalRecord::Sitting);
    keep::save(model, LocalRecord::Results);
    model.then(Effect::SaveArchive(ArchiveKey::Form(id.clone()), sitting.form.to_record()));
    if !sitting.form.is_own() {
        keep::save_history(model, sitting.form.bank.clone());
    }
    model.then(Effect::SaveArchive(ArchiveKey::Attempt(id.clone()), stored.to_json()));
    model.then(Effect::Persist);
    model.then(Effect::Disown(id.clone()));
    remind(model);
    model.shown = Shown::Attempt(Box::new(sitting));
    model.filter = Filter::All;
    model.domain = None;
    model.reasons_open.clear();
    // Who is at another page, a friend's link perhaps, is told, and stays there.
    if matches!(model.route, Route::Home | Route::Sitting(_) | Route::Review) {
        model.then(Effect::Navigate { route: Route::Attempt(id), replace: true });
    } else {
        model.tell(Notice::ExpiredWhileAway);
    }
}

/// After each fifth result that no backup has, a backup is worth a word.
fn remind(model: &mut Model) {
    let backup = model.settings.backup;
    let alone = model.results.iter().filter(|result| backup.is_none_or(|at| result.ended > at)).count();
    if alone > 0 && alone.is_multiple_of(REMIND) {
        model.tell(Notice::WorthABackup(alone));
    }
}

/// Keeps the moment when the page goes to the back, so that time away is counted from there.
pub(super) fn hidden(model: &mut Model) {
    if open_sitting(model).is_some() {
        keep::save(model, LocalRecord::Sitting);
    }
}

/// The moment at which a sitting ended: its start and the exam time that passed, but not after now.
fn ended_at(sitting: &Sitting, env: &Env) -> UnixMillis {
    let after = sitting.ended().map_or(0, |(_, after)| after.0);
    UnixMillis(sitting.started.0.saturating_add(after).min(env.now.0.max(sitting.started.0)))
}

/// Notes what was seen; not of somebody's own paper, whose numbers are no numbers of the bank.
fn expose(model: &mut Model, sitting: &Sitting) {
    if sitting.form.is_own() {
        return;
    }
    let seen_in = match sitting.way() {
        Way::Exam => SeenIn::Timed,
        Way::Untimed => SeenIn::Untimed,
        Way::Reveal => SeenIn::Revealed,
    };
    let at = sitting.started;
    for (position, item) in sitting.positions().zip(&sitting.form.items) {
        if !sitting.is_visited(position) {
            continue;
        }
        let answer = match (sitting.answer(position).is_empty(), is_right(sitting, position)) {
            (true, _) => FirstAnswer::None,
            (false, true) => FirstAnswer::Right,
            (false, false) => FirstAnswer::Wrong,
        };
        let (number, revision) = (item.question.number, item.question.revision);
        let reasons = sitting.is_revealed(position).then_some(at);
        if let Some(at) = answered_at(sitting, position) {
            let (chosen, spent) = (sitting.answer(position), sitting.spent(position));
            let confidence = sitting.confidence(position);
            let review = Review { at, number, revision, chosen, answer, seen_in, confidence, spent };
            model.exposures.reviews.add(&review);
        }
        if model.exposures.get(number).is_some_and(|seen| seen.first != at) {
            model.exposures.add_latest(number, Latest { at, answer });
        }
        model.exposures.add(number, Exposure { first: at, revision, answer, seen_in, last: at, reasons });
    }
}

/// When a question was answered, or seen without an answer; none where that was in the sitting that this one goes on
/// from, since it is in the log of answers already.
fn answered_at(sitting: &Sitting, wanted: Position) -> Option<UnixMillis> {
    let went_on = sitting.log().iter().rposition(|entry| entry.act == Act::WentOn);
    let (before, here) = sitting.log().split_at_checked(went_on.map_or(0, |place| place + 1))?;
    let begun = before.last().map(|entry| entry.at).unwrap_or_default();
    let open = sitting.answer(wanted).is_empty();
    let is_it = |act: &Act| match act {
        Act::Answered(position, _) => *position == wanted,
        Act::Visited(position) => open && *position == wanted,
        _ => false,
    };
    let last = here.iter().rev().find(|entry| is_it(&entry.act))?;
    Some(UnixMillis(sitting.started.0.saturating_add(last.at.minus(begun).0)))
}

/// On paper nothing can be opened, so all reasons are open before it is printed.
pub(super) fn print_wanted(model: &mut Model, env: &Env) {
    let all: Vec<Position> = match (&model.route, &model.shown) {
        (Route::Attempt(_), Shown::Attempt(sitting)) => sitting.positions().collect(),
        (Route::Shared(_), _) => (0..u16::from(u8::MAX)).map(Position).collect(),
        (Route::Twin(_) | Route::OwnTwin(_), _) => Vec::new(),
        _ => return,
    };
    reasons_opened(model, &all, env);
    model.then(Effect::Print);
}

pub(super) fn reasons_opened(model: &mut Model, positions: &[Position], env: &Env) {
    for position in positions {
        if !model.reasons_open.contains(position) {
            model.reasons_open.push(*position);
        }
    }
    let Shown::Attempt(sitting) = &model.shown else { return };
    if sitting.form.is_own() || !matches!(model.route, Route::Attempt(_)) {
        return;
    }
    let mut fresh = false;
    for position in positions {
        let Some(number) = sitting.form.item(*position).map(|item| item.question.number) else { continue };
        if model.exposures.get(number).is_some_and(|seen| seen.reasons.is_none()) {
            model.exposures.reasons_seen(number, env.now);
            fresh = true;
        }
    }
    if fresh {
        let bank = sitting.form.bank.clone();
        keep::save_history(model, bank);
    }
}
