//! Every text that a learner reads, by message id. The words stand in `messages/`, a folder a language; here is only
//! which message says what. `build.rs` has made each of them a constant, or a function of its arguments.

mod display;
mod faults;
mod outcome;
mod pages;
mod practice;
mod sharing;
#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests;
mod times;
mod tools;
mod ways;

#[allow(clippy::match_same_arms, reason = "what differs in one language may be the same in another")]
mod messages {
    use crate::browser::intl;

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

pub(crate) use display::*;
pub(crate) use faults::{draw_fault, link_fault, notice, notice_is_alert};
pub(crate) use messages::*;
pub(crate) use outcome::*;
pub(crate) use pages::*;
pub(crate) use practice::{chance, drill, drill_size, misconception, outcome};
pub(crate) use sharing::{address_size, decimal, finding, format, item_warning, packet_fault};
pub(crate) use times::{clock, duration, minutes, spoken_time};
pub(crate) use tools::confidence;
pub(crate) use ways::*;

use crate::browser::intl;
use invigil_engine::app::Announcement;
use invigil_engine::ids::OptionId;
use invigil_engine::view::PageView;

/// The document's title.
pub(crate) fn title(page: &PageView) -> String {
    let name = match page {
        PageView::Home(_) => return HOME_DOCUMENT_TITLE.to_owned(),
        PageView::Setup(_) => SETUP_TITLE,
        PageView::Confirm(_) | PageView::BadLink(_) => CONFIRM_TITLE,
        PageView::Instructions(_) => INSTRUCTIONS_TITLE,
        PageView::Paused(_) => PAUSED_TITLE,
        PageView::Sitting(sitting) => {
            let heading = question_heading(sitting.question.position.ordinal(), sitting.question.of);
            return document_title(&heading);
        }
        PageView::Review(_) => REVIEW_TITLE,
        PageView::NoSitting(_) => NO_SITTING_TITLE,
        PageView::Result(_) | PageView::NoAttempt => RESULT_TITLE,
        PageView::Compare(_) => COMPARE_TITLE,
        PageView::History(_) => HISTORY_TITLE,
        PageView::Settings(_) => SETTINGS_TITLE,
        PageView::Keys(_) => KEYS_TITLE,
        PageView::About(_) => ABOUT_TITLE,
        PageView::Bank(_) => ABOUT_BANK_TITLE,
        PageView::Notes(view) => return document_title(notes_title(view)),
        PageView::Practice(_) => PRACTICE_TITLE,
        PageView::Share(_) => LINK_PAGE_TITLE,
        PageView::Shared(_) => SHARED_RESULT_TITLE,
        PageView::OwnPaper(_) => OWN_PAPER_TITLE,
        PageView::HandedIn(_) => HANDED_IN_TITLE,
        PageView::Desk(_) => PAPERS_TITLE,
        PageView::Class(_) => CLASS_TITLE,
        PageView::Twin(_) => TWIN_TITLE,
        PageView::Waiting => WAITING,
        PageView::NoBank => NO_BANK_TITLE,
        PageView::NotFound(_) => NOT_FOUND_TITLE,
    };
    document_title(name)
}

/// What is said to a screen reader.
pub(crate) fn announcement(what: Announcement) -> String {
    match what {
        Announcement::MinutesLeft(minutes) => minutes_left(minutes),
        Announcement::TimeLeft(left) => left.map_or_else(|| NO_LIMIT.to_owned(), spoken_time),
        Announcement::StrikeWhich => STRIKE_WHICH.to_owned(),
        Announcement::Struck(place, true) => option_struck(&option_label(place).to_string()),
        Announcement::Struck(place, false) => option_restored(&option_label(place).to_string()),
        Announcement::ChosenNotStruck(place) => option_is_chosen(&option_label(place).to_string()),
        Announcement::HalfTime => HALF_TIME.to_owned(),
        Announcement::Flagged(true) => FLAG_SET.to_owned(),
        Announcement::Flagged(false) => FLAG_REMOVED.to_owned(),
        Announcement::UnselectFirst(wanted) => unselect_first(wanted),
        Announcement::TimeOver => TIME_OVER.to_owned(),
    }
}

/// How many options are to be chosen, and are.
pub(crate) fn choose_hint(wanted: u32, chosen: u32) -> String {
    match wanted {
        1 => CHOOSE_ONE.to_owned(),
        wanted if chosen < wanted => chosen_of(wanted, chosen),
        wanted => chosen_all_of(wanted, chosen),
    }
}

/// The letter beside an option: by its place on the page, not by its letter in the sources.
pub(crate) fn option_label(place: usize) -> char {
    let index = u8::try_from(place).ok().and_then(OptionId::from_index);
    index.map_or('?', |option| option.letter().to_ascii_uppercase())
}

/// A number by itself, as the reader writes it.
pub(crate) fn figures(number: impl Into<intl::Number>) -> String {
    intl::figures(number.into(), intl::Form::Usual)
}
