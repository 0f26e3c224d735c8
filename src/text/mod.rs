//! Every text that a learner reads, by message id. English; other languages take this module's place.

mod display;
mod faults;
mod pages;
#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests;
mod times;

pub(crate) use display::*;
pub(crate) use faults::{draw_fault, link_fault, notice, notice_is_alert};
pub(crate) use pages::*;
pub(crate) use times::{clock, duration, minutes, spoken_time};

use invigil_engine::app::{Announcement, TimeChoice};
use invigil_engine::ids::OptionId;
use invigil_engine::view::PageView;

/// The app's name.
pub(crate) const APP: &str = "Invigil";
/// The title of a shared link.
pub(crate) const SHARE_TITLE: &str = "A practice exam on Invigil";

/// The document's title.
pub(crate) fn title(page: &PageView) -> String {
    let name = match page {
        PageView::Home(_) => return "Invigil: an exam room in your browser".to_owned(),
        PageView::Setup(_) => SETUP_TITLE.to_owned(),
        PageView::Confirm(_) | PageView::BadLink(_) => CONFIRM_TITLE.to_owned(),
        PageView::Sitting(sitting) => {
            question_heading(sitting.question.position.ordinal(), sitting.question.of)
        }
        PageView::Review(_) => REVIEW_TITLE.to_owned(),
        PageView::NoSitting(_) => NO_SITTING_TITLE.to_owned(),
        PageView::Result(_) | PageView::NoAttempt => RESULT_TITLE.to_owned(),
        PageView::History(_) => HISTORY_TITLE.to_owned(),
        PageView::Settings(_) => SETTINGS_TITLE.to_owned(),
        PageView::About(_) => ABOUT_TITLE.to_owned(),
        PageView::Bank(_) => ABOUT_BANK_TITLE.to_owned(),
        PageView::Waiting => WAITING.to_owned(),
        PageView::NoBank => NO_BANK_TITLE.to_owned(),
        PageView::NotFound(_) => NOT_FOUND_TITLE.to_owned(),
    };
    format!("{name} · {APP}")
}

/// What is said to a screen reader.
pub(crate) fn announcement(what: Announcement) -> String {
    match what {
        Announcement::MinutesLeft(1) => "1 minute left".to_owned(),
        Announcement::MinutesLeft(minutes) => format!("{minutes} minutes left"),
        Announcement::HalfTime => "Half of the time is over".to_owned(),
        Announcement::Flagged(true) => "Flagged for review".to_owned(),
        Announcement::Flagged(false) => "Flag removed".to_owned(),
        Announcement::UnselectFirst(wanted) => {
            format!("{wanted} options are chosen already. Unselect one first.")
        }
        Announcement::TimeOver => "Time is up. Your answers were handed in.".to_owned(),
    }
}

/// "Question 12 of 65".
pub(crate) fn question_heading(ordinal: u32, of: u32) -> String {
    format!("Question {ordinal} of {of}")
}

/// How many options are to be chosen, and are.
pub(crate) fn choose_hint(wanted: u32, chosen: u32) -> String {
    if wanted == 1 {
        return "Choose one option.".to_owned();
    }
    let full = if chosen < wanted { "" } else { " To choose another, unselect one first." };
    format!("{chosen} of {wanted} chosen.{full}")
}

/// The letter beside an option: by its place on the page, not by its letter in the sources.
pub(crate) fn option_label(place: usize) -> char {
    let index = u8::try_from(place).ok().and_then(OptionId::from_index);
    index.map_or('?', |option| option.letter().to_ascii_uppercase())
}

/// The name of a choice of time.
pub(crate) fn time_choice(choice: TimeChoice) -> &'static str {
    match choice {
        TimeChoice::Usual => "Exam pace",
        TimeChoice::Extra => "With the extra time for a second language",
        TimeChoice::Half => "Half as much again",
        TimeChoice::Double => "Twice the time",
        TimeChoice::Unlimited => "No limit",
    }
}

/// "1 question", "5 questions".
pub(crate) fn questions(count: u32) -> String {
    if count == 1 { "1 question".to_owned() } else { format!("{count} questions") }
}
