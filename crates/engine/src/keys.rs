//! The keys of the exam room: one table of commands. From it keys act, the help is made, and keys are changed.
//!
//! What a learner changed is kept as a text of the settings, which is read with care: whatever it says, no key does two
//! things.

use crate::packed::packed_choice;

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Opens the next question, and behind the last one the review.
    Next,
    /// Opens the previous question.
    Previous,
    /// Flags the question, or takes the flag down.
    Flag,
    /// Opens the review.
    Review,
    /// Strikes out the option whose digit is pressed next, or no longer.
    Strike,
    /// Opens the note at the question.
    Note,
    /// Checks the answer, where answers are shown as one goes.
    Check,
    /// Takes a break from an exam without a limit, or goes on.
    Pause,
    /// Says how much time is left.
    Time,
    /// Goes to the list of all questions.
    Navigator,
    /// Shows the keys.
    Help,
    /// Opens the search of the study guide.
    Search,
}

/// Where a command works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// At a question of a running exam.
    Question,
    /// There, and at its review.
    Exam,
    /// At a question, and on every page outside the exam room.
    Everywhere,
    /// On every page outside the exam room.
    Outside,
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// What it does.
    pub command: Command,
    /// Its name in the settings.
    id: &'static str,
    /// Its key on the first day.
    key: char,
    /// Where it works.
    pub place: Place,
}

const fn row(command: Command, id: &'static str, key: char, place: Place) -> Row {
    Row { command, id, key, place }
}

/// The key that opens a search wherever there is one. Some browsers open one of their own by it, so no other command has it.
const SEARCH: char = '/';

/// All commands, in the order in which they are told. Before them stand the digits, which choose options and stay so.
pub const TABLE: [Row; 12] = [
    row(Command::Next, "next", 'n', Place::Question),
    row(Command::Previous, "previous", 'p', Place::Question),
    row(Command::Flag, "flag", 'f', Place::Question),
    row(Command::Review, "review", 'r', Place::Question),
    row(Command::Strike, "strike", 'x', Place::Question),
    row(Command::Note, "note", 'm', Place::Question),
    row(Command::Check, "check", 'c', Place::Question),
    row(Command::Pause, "pause", 'b', Place::Question),
    row(Command::Time, "time", 't', Place::Exam),
    row(Command::Navigator, "all", 'a', Place::Question),
    row(Command::Help, "help", '?', Place::Everywhere),
    row(Command::Search, "search", SEARCH, Place::Outside),
];

/// Why a key cannot be given to a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyFault {
    /// It is another command's.
    Taken(Command),
    /// It moves on the page, presses buttons, or leaves a dialog.
    Moves,
    /// Digits choose options.
    Digit,
    /// It is the browser's own.
    Browser,
    /// It is a screen reader's own.
    Reader,
    /// It acts together with others only.
    Modifier,
    /// It gives no sign that could be told from others.
    NoSign,
}

/// Beyond ASCII stand control signs up to this one.
const LAST_CONTROL: char = '\u{a0}';

/// The sign of a key, by the name that browsers give it; capitals are the same key. Those beyond ASCII are made small by the
/// browser, which has the tables for it, and come so.
///
/// # Errors
/// Why that key is given to no command.
pub fn read(name: &str) -> Result<char, KeyFault> {
    let mut signs = name.chars();
    let (Some(sign), None) = (signs.next(), signs.next()) else { return Err(fault_of(name)) };
    match sign.to_ascii_lowercase() {
        ' ' => Err(KeyFault::Moves),
        '0'..='9' => Err(KeyFault::Digit),
        // As the search's does, it opens a search in the page of some browsers.
        '\'' => Err(KeyFault::Browser),
        key if key.is_ascii_graphic() || key > LAST_CONTROL => Ok(key),
        _ => Err(KeyFault::NoSign),
    }
}

/// Whether a command may have a key at all.
fn is_free_for(command: Command, key: char) -> bool {
    key != SEARCH || command == Command::Search
}

fn fault_of(name: &str) -> KeyFault {
    match name {
        "Tab" | "Enter" | "Escape" | "Backspace" | "Delete" | "Home" | "End" | "PageUp" | "PageDown" => {
            KeyFault::Moves
        }
        "Insert" | "CapsLock" | "NumLock" | "ScrollLock" | "Clear" => KeyFault::Reader,
        "Control" | "Alt" | "AltGraph" | "Meta" | "Shift" | "Fn" => KeyFault::Modifier,
        "ContextMenu" | "PrintScreen" | "Help" => KeyFault::Browser,
        _ if name.starts_with("Arrow") => KeyFault::Moves,
        _ if name.starts_with("Browser") => KeyFault::Browser,
        _ if name.strip_prefix('F').is_some_and(|number| number.parse::<u8>().is_ok()) => KeyFault::Browser,
        _ => KeyFault::NoSign,
    }
}

/// Which option a key chooses, by its place on the page from 0.
pub fn option_of(name: &str) -> Option<usize> {
    let place = name.parse::<usize>().ok()?.checked_sub(1)?;
    (place < 6 && name.len() == 1).then_some(place)
}

/// The key of each command, in the order of the table; none where another command took it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyMap([Option<char>; TABLE.len()]);

impl KeyMap {
    /// Reads what was changed. What cannot be read says nothing. Of two commands with one key the first has it; a key of the
    /// first day that was given away is nobody else's.
    pub fn parse(text: &str) -> Self {
        let mut given = [None; TABLE.len()];
        for part in text.split(' ') {
            let Some((id, key)) = part.split_once('=') else { continue };
            let Ok(key) = read(key) else { continue };
            if let Some(at) = TABLE.iter().position(|row| row.id == id && is_free_for(row.command, key))
                && !given.contains(&Some(key))
                && let Some(slot) = given.get_mut(at)
            {
                *slot = Some(key);
            }
        }
        let mut keys = given;
        for (row, slot) in TABLE.iter().zip(&mut keys) {
            *slot = slot.or((!given.contains(&Some(row.key))).then_some(row.key));
        }
        Self(keys)
    }

    /// What was changed, as a text; none when nothing was.
    pub fn to_text(self) -> Option<String> {
        let changed = self.rows().filter(|(row, key)| key.is_some_and(|key| key != row.key));
        let parts: Vec<String> =
            changed.filter_map(|(row, key)| Some(format!("{}={}", row.id, key?))).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// The table, with the key of each command.
    pub fn rows(self) -> impl Iterator<Item = (&'static Row, Option<char>)> {
        TABLE.iter().zip(self.0)
    }

    /// What a key does.
    pub fn command(self, key: char) -> Option<Command> {
        self.rows().find(|(_, known)| *known == Some(key)).map(|(row, _)| row.command)
    }

    /// The keys after one was given to a command.
    ///
    /// # Errors
    /// The key is another command's, or nobody's to have; then nothing changes.
    pub fn with(self, command: Command, name: &str) -> Result<Self, KeyFault> {
        let key = read(name)?;
        if !is_free_for(command, key) {
            return Err(KeyFault::Browser);
        }
        match self.command(key) {
            Some(other) if other != command => return Err(KeyFault::Taken(other)),
            _ => {}
        }
        let mut keys = self;
        for (row, slot) in TABLE.iter().zip(&mut keys.0) {
            if row.command == command {
                *slot = Some(key);
            }
        }
        Ok(keys)
    }
}

packed_choice! {
    Command { Next, Previous, Flag, Review, Strike, Note, Check, Pause, Time, Navigator, Help, Search }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(map: KeyMap) -> String {
        map.rows().map(|(_, key)| key.unwrap_or('_')).collect()
    }

    #[track_caller]
    fn check_read(text: &str, expected: &str) {
        let map = KeyMap::parse(text);
        assert_eq!(keys(map), expected, "{text}");
        assert_eq!(KeyMap::parse(&map.to_text().unwrap_or_default()), map, "reads as itself");
    }

    #[test]
    fn whatever_a_text_says_no_key_does_two_things() {
        check_read("", "npfrxmcbta?/");
        check_read("flag=g", "npgrxmcbta?/");
        check_read("flag=G review=ж", "npgжxmcbta?/");
        // Exchanged, and one that took the place of a key of the first day.
        check_read("next=p previous=n", "pnfrxmcbta?/");
        check_read("next=f", "fp_rxmcbta?/");
        check_read("next=g flag=g", "gpfrxmcbta?/");
        check_read("next=n flag=n", "npfrxmcbta?/");
        check_read("next==", "=pfrxmcbta?/");
        for nonsense in
            ["next", "next=", "next=xx", "nobody=x", "next=1", "next=/", "next=\u{0}", "= = =", "next=Tab"]
        {
            check_read(nonsense, "npfrxmcbta?/");
        }
    }

    #[test]
    fn the_keys_of_the_first_day_are_fit_and_differ() {
        let map = KeyMap::parse("");
        assert_eq!(map.to_text(), None);
        for (row, key) in map.rows() {
            assert_eq!(read(&row.key.to_string()), Ok(row.key));
            assert_eq!(key.and_then(|key| map.command(key)), Some(row.command));
        }
    }

    #[track_caller]
    fn check_fault(name: &str, fault: KeyFault) {
        assert_eq!(KeyMap::parse("").with(Command::Next, name), Err(fault), "{name}");
    }

    #[test]
    fn keys_that_are_not_ours_to_give_are_refused_with_the_reason() {
        for name in ["Tab", "Enter", "Escape", " ", "ArrowDown", "ArrowLeft", "Home", "PageUp", "Backspace"] {
            check_fault(name, KeyFault::Moves);
        }
        for name in ["0", "1", "6", "9"] {
            check_fault(name, KeyFault::Digit);
        }
        for name in ["/", "'", "F1", "F12", "BrowserBack", "ContextMenu"] {
            check_fault(name, KeyFault::Browser);
        }
        for name in ["Insert", "CapsLock", "NumLock"] {
            check_fault(name, KeyFault::Reader);
        }
        for name in ["Control", "Alt", "Meta", "AltGraph"] {
            check_fault(name, KeyFault::Modifier);
        }
        for name in ["", "Dead", "Process", "Unidentified", "\u{7f}", "é́", "Fn1", "AudioVolumeUp"] {
            check_fault(name, KeyFault::NoSign);
        }
        check_fault("p", KeyFault::Taken(Command::Previous));
        check_fault("P", KeyFault::Taken(Command::Previous));
        assert_eq!(KeyMap::parse("").with(Command::Next, "n"), Ok(KeyMap::parse("")), "its own");
        assert_eq!(KeyMap::parse("").with(Command::Next, "J"), Ok(KeyMap::parse("next=j")));
    }

    #[test]
    fn digits_are_places_and_nothing_else_is() {
        for (place, name) in ["1", "2", "3", "4", "5", "6"].into_iter().enumerate() {
            assert_eq!(option_of(name), Some(place));
        }
        for name in ["0", "7", "9", "", "01", "+1", "11", "a", "١"] {
            assert_eq!(option_of(name), None, "{name}");
        }
    }
}
