//! What gives the key of a question away, or makes it harder to read than what it asks is. As the checks of a bank do,
//! with the thresholds of somebody who is told and need not listen.

use crate::lint::shown;
use crate::notes::Notes;
use crate::text::{find, is_word};
use invigil_engine::share::draft::{DraftQuestion, FindingKind};

/// Words that a guesser avoids, since few things are so without exception.
const ABSOLUTE: &[&str] = &["always", "never", "only", "all", "every", "must", "cannot", "none", "any"];
/// The numbers that a stem may ask for.
const NUMBERS: &[&str] = &["one", "two", "three", "four", "five", "six", "seven"];
/// What stands behind a digit that counts options, and not gigabytes.
const COUNTED: &[&str] = &[
    "answers",
    "options",
    "choices",
    "of",
    "correct",
    "that",
    "responses",
    "statements",
    "items",
    "actions",
];
/// The shortest word that is an echo, in bytes: shorter ones are mostly of grammar.
const ECHO: usize = 5;
/// So many words of a stem are looked at: more than any has that is read in an exam.
const MOST_WORDS: usize = 500;

/// Looks at a question.
pub(super) fn question(question: &DraftQuestion, right: usize, notes: &mut Notes) {
    let stem = shown(&question.stem);
    let options: Vec<(bool, String)> =
        question.options.iter().map(|option| (option.correct, shown(&option.text))).collect();
    if right > 0 && asked_for(&words(&stem)).is_some_and(|count| count != right) {
        notes.say(FindingKind::OtherCount, "");
    }
    negative(&stem, notes);
    above(&options, notes);
    if right > 0 && right < options.len() {
        longest(&options, notes);
        absolute(&options, notes);
        echo(&stem, &options, notes);
    }
    let reasons = question.options.iter().any(|option| !option.reason.0.is_empty());
    if right > 0 && !reasons && question.explanation.0.is_empty() {
        notes.say(FindingKind::NoReasons, "");
    }
}

/// Words in order, in small letters.
fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !is_word(c) && c != '-' && c != '_');
    parts.filter(|word| !word.is_empty()).map(str::to_ascii_lowercase).collect()
}

/// How many options a stem asks for: `(Select TWO.)`, `Choose 3 answers`, `Which two actions`.
fn asked_for(words: &[String]) -> Option<usize> {
    let word = |at: usize| words.get(at).map(String::as_str).unwrap_or_default();
    (0..words.len()).rev().find_map(|at| {
        let lead = word(at);
        if !matches!(lead, "select" | "choose" | "pick" | "which") {
            return None;
        }
        let at = at + 1 + usize::from(matches!(word(at + 1), "the" | "exactly" | "any"));
        if let Some(place) = NUMBERS.iter().position(|number| *number == word(at)) {
            return Some(place + 1);
        }
        let digit = word(at).parse::<u8>().ok().filter(|digit| (1..=8).contains(digit))?;
        let behind = word(at + 1);
        (lead != "which" && (behind.is_empty() || COUNTED.contains(&behind))).then_some(usize::from(digit))
    })
}

/// In what the last sentence asks, a `not`: it is easily read over.
fn negative(stem: &str, notes: &mut Notes) {
    let asked = stem.trim_end_matches(|c: char| !is_word(c));
    let asked = asked.rsplit(['.', '?', '!']).find(|part| words(part).iter().any(|word| asks(word)));
    let Some(asked) = asked else { return };
    let words = words(asked);
    let behind = words.iter().skip_while(|word| !asks(word));
    if let Some(word) =
        behind.into_iter().find(|word| matches!(word.as_str(), "not" | "never" | "cannot" | "except"))
    {
        notes.say(FindingKind::NegativeStem, word);
    }
}

fn asks(word: &str) -> bool {
    matches!(word, "which" | "what" | "select" | "choose" | "all")
}

fn above(options: &[(bool, String)], notes: &mut Notes) {
    for (_, option) in options {
        if is_above(option) {
            notes.say(FindingKind::AllOrNoneOfTheAbove, option);
        }
    }
}

fn is_above(option: &str) -> bool {
    let small = option.to_ascii_lowercase();
    find(&small, "all of the above").is_some() || find(&small, "none of the above").is_some()
}

/// The shortest key against the longest of the others: by three tenths, and by 15 characters, since a few signs between
/// short options tell nothing.
fn longest(options: &[(bool, String)], notes: &mut Notes) {
    let lengths = |right: bool| {
        options.iter().filter(move |option| option.0 == right).map(|option| option.1.chars().count())
    };
    let (Some(key), Some(other)) = (lengths(true).min(), lengths(false).max()) else { return };
    if key * 10 >= other * 13 && key >= other + 15 {
        notes.say(FindingKind::LongestIsKey, "");
    }
}

/// An absolute word in a wrong option, and in no right one.
fn absolute(options: &[(bool, String)], notes: &mut Notes) {
    let has = |right: bool| {
        let texts = options.iter().filter(move |option| option.0 == right && !is_above(&option.1));
        texts.flat_map(|option| words(&option.1)).find(|word| ABSOLUTE.contains(&word.as_str()))
    };
    if let (Some(word), None) = (has(false), has(true)) {
        notes.say(FindingKind::AbsoluteWord, &word);
    }
}

/// A key that repeats words of the stem where no other option does, or two more of them.
fn echo(stem: &str, options: &[(bool, String)], notes: &mut Notes) {
    let mut asked: Vec<String> = Vec::new();
    for word in words(stem).into_iter().filter(|word| word.len() >= ECHO).take(MOST_WORDS) {
        if !asked.contains(&word) {
            asked.push(word);
        }
    }
    let bags: Vec<(bool, Vec<String>)> = options.iter().map(|(right, text)| (*right, words(text))).collect();
    let echoed = |bag: &[String]| asked.iter().filter(|word| bag.contains(word)).count();
    let most =
        |right: bool| bags.iter().filter(|bag| bag.0 == right).map(|bag| echoed(&bag.1)).max().unwrap_or(0);
    let (key, other) = (most(true), most(false));
    if key == 0 || (other > 0 && key < other + 2) {
        return;
    }
    let alone = |word: &&String| {
        let stands = |right: bool| bags.iter().any(|bag| bag.0 == right && bag.1.contains(word));
        stands(true) && !stands(false)
    };
    if let Some(word) = asked.iter().find(alone) {
        notes.say(FindingKind::EchoedWord, word);
    }
}
