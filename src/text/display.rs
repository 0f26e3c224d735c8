//! Which message says what of the look and of the keys.

#[allow(clippy::wildcard_imports, reason = "nearly every line names another message")]
use super::messages::*;
use invigil_engine::app::KeyChange;
use invigil_engine::keys::{Command, KeyFault, Place};
use invigil_engine::look::{Size, Switch};
use invigil_engine::time::DurationMs;

/// The name of a size.
pub(crate) fn size(size: Size) -> String {
    size_percent(size.percent())
}

/// The name of a switch, and what there is to know of it.
pub(crate) fn switch(switch: Switch) -> (&'static str, &'static str) {
    match switch {
        Switch::Wide => (SWITCH_WIDE, SWITCH_WIDE_HINT),
        Switch::Contrast => (SWITCH_CONTRAST, SWITCH_CONTRAST_HINT),
        Switch::Plain => (SWITCH_PLAIN, SWITCH_PLAIN_HINT),
        Switch::ClockHidden => (SWITCH_CLOCK_HIDDEN, SWITCH_CLOCK_HIDDEN_HINT),
    }
}

/// What stands in the place of a hidden clock.
pub(crate) fn warning(left: DurationMs) -> String {
    let minutes = (left.0.max(0) + 59_999) / 60_000;
    [1, 5, 10].into_iter().find(|most| minutes <= *most).map_or_else(String::new, less_than_left)
}

/// What a command does.
pub(crate) fn command(command: Command) -> &'static str {
    match command {
        Command::Next => KEYS_NEXT,
        Command::Previous => KEYS_PREVIOUS,
        Command::Flag => KEYS_FLAG,
        Command::Review => KEYS_REVIEW,
        Command::Strike => KEYS_STRIKE,
        Command::Note => KEYS_NOTE,
        Command::Check => KEYS_CHECK,
        Command::Pause => KEYS_PAUSE,
        Command::Time => KEYS_TIME,
        Command::Navigator => KEYS_NAVIGATOR,
        Command::Help => KEYS_HELP,
        Command::Search => KEYS_SEARCH,
    }
}

/// Where a command works.
pub(crate) fn place(place: Place) -> &'static str {
    match place {
        Place::Question => KEYS_AT_QUESTION,
        Place::Exam => KEYS_IN_EXAM,
        Place::Everywhere => KEYS_EVERYWHERE,
        Place::Outside => KEYS_OUTSIDE,
    }
}

/// How the change of a key stands.
pub(crate) fn key_change(change: KeyChange) -> String {
    match change {
        KeyChange::None => String::new(),
        KeyChange::Wanted(wanted) => key_wanted(command(wanted)),
        KeyChange::Refused(wanted, fault) => key_refused(&key_fault(fault), command(wanted)),
        KeyChange::Left(fault) => key_fault(fault),
        KeyChange::Done(changed, key) => key_changed(command(changed), key.encode_utf8(&mut [0; 4])),
        KeyChange::Reset => KEYS_WERE_RESET.to_owned(),
    }
}

fn key_fault(fault: KeyFault) -> String {
    let why = match fault {
        KeyFault::Taken(other) => return key_taken(command(other)),
        KeyFault::Moves => KEY_MOVES,
        KeyFault::Digit => KEY_DIGIT,
        KeyFault::Browser => KEY_BROWSER,
        KeyFault::Reader => KEY_READER,
        KeyFault::Modifier => KEY_MODIFIER,
        KeyFault::NoSign => KEY_NO_SIGN,
    };
    why.to_owned()
}
