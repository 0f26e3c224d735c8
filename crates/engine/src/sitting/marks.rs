//! What a candidate marks on the paper beside the answers: options struck out, sentences highlighted, a note a
//! question, and how sure of it the candidate is. None of it is graded.

use super::{Act, Sitting};
use crate::ids::{OptionSet, Position};
use std::rc::Rc;

/// The longest note, in signs.
pub const NOTE_SIGNS: usize = 2_000;

/// So many signs of notes are taken into a log, typed over or not: the whole log is written at each act.
const ALL_NOTES_SIGNS: usize = 200_000;

/// What is marked at a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marks {
    /// Options struck out; none that is chosen.
    pub struck: OptionSet,
    /// Sentences of the stem that are highlighted.
    pub highlights: SentenceSet,
    /// The note; may be empty.
    pub note: Rc<str>,
    /// How sure the candidate is, where told.
    pub confidence: Option<Confidence>,
}

impl Default for Marks {
    fn default() -> Self {
        Self {
            struck: OptionSet::EMPTY,
            highlights: SentenceSet::default(),
            note: Rc::from(""),
            confidence: None,
        }
    }
}

/// How sure a candidate is of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// It is a guess.
    Guess,
    /// Fairly.
    Fairly,
    /// Certain.
    Certain,
}

impl Confidence {
    /// All, from the least.
    pub const ALL: [Self; 3] = [Self::Guess, Self::Fairly, Self::Certain];

    /// Its sign in a log.
    pub(super) fn sign(self) -> char {
        match self {
            Self::Guess => '1',
            Self::Fairly => '2',
            Self::Certain => '3',
        }
    }
}

/// Sentences by their place in the stem; those behind the sixty-fourth cannot be marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SentenceSet(pub u64);

impl SentenceSet {
    /// Whether a sentence is in the set.
    pub fn contains(self, sentence: usize) -> bool {
        self.0 & Self::bit(sentence) != 0
    }

    /// The set with the sentence, or without it where it was in it.
    #[must_use]
    pub fn toggled(self, sentence: usize) -> Self {
        Self(self.0 ^ Self::bit(sentence))
    }

    /// Whether no sentence is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a text of so many sentences has all of these.
    pub fn fits(self, sentences: usize) -> bool {
        let beyond = u32::try_from(sentences).ok().and_then(|count| self.0.checked_shr(count));
        beyond.unwrap_or(0) == 0
    }

    /// None, for a sentence that cannot be marked.
    fn bit(sentence: usize) -> u64 {
        u32::try_from(sentence).ok().and_then(|place| 1_u64.checked_shl(place)).unwrap_or(0)
    }
}

/// A change of a note: so many of its signs stay in front and behind, and a text comes between them. A note is kept as
/// its changes, so that a log grows by what is typed, and not by the whole note at each pause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteEdit {
    /// Signs that stay in front.
    pub front: u16,
    /// Signs that stay behind.
    pub back: u16,
    /// What comes between.
    pub put: String,
}

impl NoteEdit {
    /// The change that makes one note of another; none where they are the same. Of a note that is too long, the front
    /// is kept.
    pub fn between(old: &str, new: &str) -> Option<Self> {
        let (old, new): (Vec<char>, Vec<char>) =
            (old.chars().collect(), new.chars().take(NOTE_SIGNS).collect());
        if old == new {
            return None;
        }
        let front = old.iter().zip(&new).take_while(|(was, is)| was == is).count();
        let most = old.len().min(new.len()).saturating_sub(front);
        let behind = old.iter().rev().zip(new.iter().rev()).take(most);
        let back = behind.take_while(|(was, is)| was == is).count();
        let put = new.iter().take(new.len().saturating_sub(back)).skip(front).collect();
        let short = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        Some(Self { front: short(front), back: short(back), put })
    }

    /// The note after the change. What a log claims to keep of a note that is shorter is not there.
    fn applied_to(&self, note: &str) -> String {
        let length = note.chars().count();
        let front = length.min(self.front.into());
        let back = length.saturating_sub(front).min(self.back.into());
        let kept = note.chars().take(front).chain(self.put.chars());
        kept.chain(note.chars().skip(length.saturating_sub(back))).take(NOTE_SIGNS).collect()
    }

    /// As it stands in a log, where `;` and `@` part entries: these, line ends and such are written as `%` and two
    /// digits.
    pub(super) fn written(&self) -> String {
        use std::fmt::Write as _;
        let mut text = format!("{}.{}.", self.front, self.back);
        for sign in self.put.chars() {
            if sign.is_ascii_control() || matches!(sign, '%' | ';' | '@') {
                // Writing to a string cannot fail.
                let _ = write!(text, "%{:02x}", u32::from(sign));
            } else {
                text.push(sign);
            }
        }
        text
    }

    /// Reads one.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (front, rest) = text.split_once('.')?;
        let (back, put) = rest.split_once('.')?;
        let mut parts = put.split('%');
        let mut put = parts.next()?.to_owned();
        for part in parts {
            let (digits, rest) = part.split_at_checked(2)?;
            let code = u8::from_str_radix(digits, 16).ok().filter(u8::is_ascii)?;
            put.push(code.into());
            put.push_str(rest);
        }
        Some(Self { front: front.parse().ok()?, back: back.parse().ok()?, put })
    }
}

impl Sitting {
    /// All that is marked at a question.
    pub fn marks(&self, position: Position) -> Marks {
        self.state.marks.get(position.index()).cloned().unwrap_or_default()
    }

    /// The options struck out at a question.
    pub fn struck(&self, position: Position) -> OptionSet {
        self.marks(position).struck
    }

    /// The highlighted sentences of a question's stem.
    pub fn highlights(&self, position: Position) -> SentenceSet {
        self.marks(position).highlights
    }

    /// The note at a question; empty where none was written.
    pub fn note(&self, position: Position) -> Rc<str> {
        self.marks(position).note
    }

    /// How sure the candidate is of a question, where told.
    pub fn confidence(&self, position: Position) -> Option<Confidence> {
        self.marks(position).confidence
    }

    /// Whether more notes are taken.
    pub fn has_room_for_notes(&self) -> bool {
        self.state.noted < ALL_NOTES_SIGNS
    }

    /// Folds in what an act marks. Options and sentences that the question does not have, as a log from outside may
    /// claim, mark nothing, nor do doubts and strikes behind an answer that was checked; and what is chosen is not struck.
    pub(super) fn mark(&mut self, act: &Act) {
        let (Act::Answered(position, _)
        | Act::StruckOut(position, _)
        | Act::Highlighted(position, _)
        | Act::Noted(position, _)
        | Act::Judged(position, _)) = act
        else {
            return;
        };
        if self.state.ended.is_some() {
            return;
        }
        let (chosen, open) = (self.answer(*position), !self.is_revealed(*position));
        let item = self.form.item(*position);
        let Some((marks, item)) = self.state.marks.get_mut(position.index()).zip(item) else { return };
        match act {
            Act::StruckOut(_, struck) if open && struck.iter().all(|option| item.order.contains(&option)) => {
                marks.struck = *struck;
            }
            Act::Highlighted(_, marked) if marked.fits(item.question.stem.sentences()) => {
                marks.highlights = *marked;
            }
            Act::Noted(_, edit) => {
                marks.note = Rc::from(edit.applied_to(&marks.note));
                self.state.noted = self.state.noted.saturating_add(edit.put.len()).saturating_add(1);
            }
            Act::Judged(_, confidence) if open => marks.confidence = *confidence,
            _ => {}
        }
        marks.struck = marks.struck.minus(chosen);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(old: &str, new: &str, written: &str) {
        let edit = NoteEdit::between(old, new).unwrap();
        assert_eq!(edit.written(), written);
        assert_eq!(NoteEdit::parse(written).as_ref(), Some(&edit));
        assert_eq!(edit.applied_to(old), new);
    }

    #[test]
    fn a_note_is_kept_as_what_was_typed() {
        check("", "why?", "0.0.why?");
        check("why?", "why not?", "3.1. not");
        check("why not?", "why?", "3.1.");
        check("aaa", "aa", "2.0.");
        check("aa", "aaa", "2.0.a");
        check("a\u{1f600}b", "a\u{1f601}b", "1.1.\u{1f601}");
        check("a", "a;@%\n=.", "1.0.%3b%40%25%0a=.");
        check("x", "", "0.0.");
        assert_eq!(NoteEdit::between("same", "same"), None);
    }

    #[test]
    fn no_note_is_longer_than_the_longest() {
        let long = "ä".repeat(NOTE_SIGNS);
        let edit = NoteEdit::between("", &format!("{long}ä")).unwrap();
        assert_eq!(edit.put, long);
        assert_eq!(NoteEdit::between(&long, &format!("{long}ä")), None);
        assert_eq!(
            NoteEdit { front: 9, back: 9_000, put: "b".to_owned() }.applied_to(&long).chars().count(),
            NOTE_SIGNS
        );
    }

    #[test]
    fn what_is_no_change_of_a_note_is_not_read() {
        for odd in ["", "1", "1.2", "-1.0.a", "70000.0.a", "0.0.%3", "0.0.%zz", "0.0.%ff", "0.0.%€"] {
            assert_eq!(NoteEdit::parse(odd), None, "{odd}");
        }
        let beyond = NoteEdit::parse("9.9.c").unwrap();
        assert_eq!(beyond.applied_to("ab"), "abc", "there are no nine signs");
    }

    #[test]
    fn sentences_are_marked_as_far_as_there_are_some() {
        let first_and_last = SentenceSet::default().toggled(0).toggled(63);
        assert!(first_and_last.contains(63) && first_and_last.fits(64) && !first_and_last.fits(63));
        assert!(first_and_last.fits(1_000) && SentenceSet::default().fits(0));
        assert_eq!(first_and_last.toggled(63), SentenceSet(1));
        assert_eq!(first_and_last.toggled(64), first_and_last, "none beyond");
    }
}
