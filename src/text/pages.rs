//! Which message a page shows, where that depends on what it shows.

use super::{
    CHOSEN_NONE, CODE_PLAIN, EXAM_DAY_OVER, GUIDE_IN_USE, LIMITS_TITLE, NOTES_CHANGED_TITLE, NOTES_TITLE,
    SEARCH_TITLE, STANDING_ABOVE, STANDING_BELOW, STANDING_NEAR, cell_flagged, cell_plain, code_of,
    days_until, duration, guide_from, guide_from_until, guide_until, minutes, objection_report, time_used_of,
    time_used_unlimited,
};
use invigil_engine::grade::Standing;
use invigil_engine::time::{DurationMs, Minutes};
use invigil_engine::view::NotesView;

/// How many days are left.
pub(crate) fn days_left(days: i64) -> String {
    if days < 0 { EXAM_DAY_OVER.to_owned() } else { days_until(days) }
}

/// The days on which a guide is used.
pub(crate) fn guide_days(from: Option<&str>, until: Option<&str>) -> String {
    match (from, until) {
        (None, None) => GUIDE_IN_USE.to_owned(),
        (Some(from), None) => guide_from(from),
        (None, Some(until)) => guide_until(until),
        (Some(from), Some(until)) => guide_from_until(from, until),
    }
}

/// A question in the navigator, in words.
pub(crate) fn cell(ordinal: u32, state: &str, flagged: bool) -> String {
    if flagged { cell_flagged(ordinal, state) } else { cell_plain(ordinal, state) }
}

/// The calm sentence at the top.
pub(crate) fn result_sentence(standing: Standing) -> &'static str {
    match standing {
        Standing::Above => STANDING_ABOVE,
        Standing::Near => STANDING_NEAR,
        Standing::Below => STANDING_BELOW,
    }
}

/// Time used, and how much there was.
pub(crate) fn time_used(used: DurationMs, limit: Option<Minutes>) -> String {
    let used = duration(used);
    if limit.is_some() { time_used_of(&used, &minutes(limit)) } else { time_used_unlimited(&used) }
}

/// What a page of the study guide is called.
pub(crate) fn notes_title(view: &NotesView) -> &str {
    match view {
        NotesView::Page(view) => &view.page.title,
        NotesView::Limits(_) => LIMITS_TITLE,
        NotesView::Changes(_) => NOTES_CHANGED_TITLE,
        NotesView::Search(_) => SEARCH_TITLE,
        _ => NOTES_TITLE,
    }
}

/// The report of an objection: the question, the options chosen and the key, and the learner's reason.
pub(crate) fn report(
    (number, revision, fingerprint): (u32, u16, &str),
    (chosen, key): (&str, &str),
    reason: &str,
) -> String {
    let chosen = if chosen.is_empty() { CHOSEN_NONE } else { chosen };
    objection_report(number, revision, fingerprint, chosen, key, reason)
}

/// The address that opens a prefilled issue.
pub(crate) fn issue_address(issues: &str, title: &str, body: &str, encoded: fn(&str) -> String) -> String {
    format!("{issues}?title={}&body={}", encoded(title), encoded(body))
}

/// What a piece of code is, for the ear.
pub(crate) fn code(language: &str) -> String {
    if language.is_empty() { CODE_PLAIN.to_owned() } else { code_of(language) }
}
