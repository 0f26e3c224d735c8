//! Two slots a record, each with a version, a sequence number and a checksum:
//! `1.42.0123456789abcdef.{…}`. The valid one with the greater number counts.

use crate::ids::Fingerprint;

/// The version of the frame around a record.
const VERSION: u32 = 1;

/// One of the two places of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// Even numbers.
    A,
    /// Odd numbers.
    B,
}

impl Slot {
    /// Both slots.
    pub const BOTH: [Self; 2] = [Self::A, Self::B];

    /// The slot that a write with this number goes to.
    pub fn of(sequence: u64) -> Self {
        if sequence.is_multiple_of(2) { Self::A } else { Self::B }
    }

    /// Its name in the storage.
    pub fn name(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }
}

/// What the two slots of a record hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The newest valid content and its number.
    pub content: Option<(u64, String)>,
    /// The other valid content, when both slots hold one.
    pub older: Option<String>,
    /// Texts that are no valid record; to be set aside, never deleted.
    pub damaged: Vec<String>,
    /// Whether a newer version of the app wrote here: then nothing may be overwritten.
    pub newer: bool,
}

/// Frames a record for its slot.
pub fn encode(sequence: u64, content: &str) -> String {
    format!("{VERSION}.{sequence}.{:016x}.{content}", checksum(sequence, content))
}

/// Chooses between the texts of both slots.
pub fn choose(texts: [Option<&str>; 2]) -> Found {
    let mut found = Found::default();
    for text in texts.into_iter().flatten() {
        match decode(text) {
            Decoded::Valid(sequence, content) => {
                let content = content.to_owned();
                match &mut found.content {
                    Some((known, _)) if *known >= sequence => found.older = Some(content),
                    known => found.older = known.replace((sequence, content)).map(|(_, older)| older),
                }
            }
            Decoded::Newer => found.newer = true,
            Decoded::Damaged => found.damaged.push(text.to_owned()),
        }
    }
    found
}

enum Decoded<'a> {
    Valid(u64, &'a str),
    Newer,
    Damaged,
}

fn decode(text: &str) -> Decoded<'_> {
    let Some((version, rest)) = text.split_once('.') else { return Decoded::Damaged };
    match version.parse::<u32>() {
        Ok(VERSION) => {}
        Ok(newer) if newer > VERSION && newer < 1000 => return Decoded::Newer,
        _ => return Decoded::Damaged,
    }
    let parts = rest.split_once('.').and_then(|(sequence, rest)| Some((sequence, rest.split_once('.')?)));
    let Some((sequence, (sum, content))) = parts else { return Decoded::Damaged };
    let (Ok(sequence), Ok(sum)) = (sequence.parse::<u64>(), u64::from_str_radix(sum, 16)) else {
        return Decoded::Damaged;
    };
    if sum == checksum(sequence, content) { Decoded::Valid(sequence, content) } else { Decoded::Damaged }
}

fn checksum(sequence: u64, content: &str) -> u64 {
    let mut bytes = sequence.to_le_bytes().to_vec();
    bytes.extend(content.bytes());
    Fingerprint::of(&bytes).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: Option<&str>, b: Option<&str>, content: Option<&str>, damaged: usize, newer: bool) {
        let found = choose([a, b]);
        let chosen = found.content.as_ref().map(|(_, text)| text.as_str());
        assert_eq!((chosen, found.damaged.len(), found.newer), (content, damaged, newer));
    }

    #[test]
    fn the_newest_valid_slot_counts() {
        let (old, new) = (encode(41, "old"), encode(42, "new.with.dots"));
        check(None, None, None, 0, false);
        check(Some(&new), Some(&old), Some("new.with.dots"), 0, false);
        check(Some(&old), Some(&new), Some("new.with.dots"), 0, false);
        check(Some(&old), Some(&new[..new.len() - 1]), Some("old"), 1, false);
        check(Some(""), Some("{}"), None, 2, false);
        check(Some(&old), Some("2.1.0.future"), Some("old"), 0, true);
    }

    #[test]
    fn any_changed_sign_is_noticed() {
        let text = encode(7, "{\"answers\":\"abc\"}");
        for place in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[place] ^= 1;
            let Ok(changed) = String::from_utf8(bytes) else { continue };
            assert_eq!(choose([Some(&changed), None]).content, None, "{changed}");
        }
    }

    #[test]
    fn writes_take_turns() {
        assert_eq!([Slot::of(0), Slot::of(1), Slot::of(2)], [Slot::A, Slot::B, Slot::A]);
    }
}
