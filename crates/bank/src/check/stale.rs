//! Old values and names that live on in older banks and in memory: the watch list of the bank.
//!
//! A stem, a key, its reason and the takeaway say what is true, so an old value there is worth a look. A distractor
//! may live on it, and `changed` is there to name it.

use crate::diagnostic::{Diagnostic, Place};
use crate::load::{BankSources, Found};
use crate::markdown::{Setting, parse};
use crate::source::{QuestionSource, Stale};
use crate::words::sentences;

/// A sentence with one of these speaks of the past.
const PAST: &[&str] = &[
    "was",
    "were",
    "until",
    "once",
    "old",
    "older",
    "former",
    "formerly",
    "renamed",
    "replaced",
    "retired",
    "ended",
    "legacy",
    "earlier",
    "no longer",
    "used to",
    "gone",
];

pub(super) fn check(bank: &BankSources, found: &mut Vec<Diagnostic>) {
    if bank.stale.is_empty() {
        return;
    }
    for question in &bank.questions {
        check_question(bank, question, found);
    }
}

fn check_question(bank: &BankSources, question: &Found<QuestionSource>, found: &mut Vec<Diagnostic>) {
    let value = &question.value;
    let own = &question.place;
    let words = |markdown: &str, setting| parse(markdown, setting).0.words();
    let mut texts = vec![
        (own.clone(), words(&value.stem, Setting::Stem), false),
        (own.clone(), words(&value.takeaway, Setting::Line), false),
    ];
    for key in value.options.iter().filter(|option| option.correct) {
        let place = question.place_of(&key.id);
        texts.push((place.clone(), words(&key.text, Setting::Line), true));
        texts.push((place, words(&key.why, Setting::Reason), false));
    }
    for (place, text, is_key) in &texts {
        for entry in &bank.stale {
            check_text(&entry.value, question.topic(), place, text, *is_key, found);
        }
    }
}

/// What has a new value is sought everywhere; what is gone without one may be told of, but not be the answer.
fn check_text(
    entry: &Stale,
    topic: &str,
    place: &Place,
    text: &str,
    is_key: bool,
    found: &mut Vec<Diagnostic>,
) {
    if entry.new.is_none() && !is_key {
        return;
    }
    let everywhere = entry.topics.is_empty() && entry.about.is_empty();
    let of_topic = everywhere || entry.topics.iter().any(|each| each == topic);
    for sentence in sentences(text) {
        let names = |phrase: &String| stands_in(phrase, &sentence);
        let excused =
            entry.new.as_ref().is_some_and(names) || PAST.iter().any(|word| stands_in(word, &sentence));
        let Some(old) = entry.old.iter().find(|old| names(old)).filter(|_| !excused) else { continue };
        if !of_topic && !entry.about.iter().any(names) {
            continue;
        }
        let (since, source) = (&entry.since, &entry.source);
        let (code, message) = match &entry.new {
            Some(new) => ("W-stale", format!("'{old}' is '{new}' since {since} ({source})")),
            None => ("W-retired", format!("the key names '{old}', which is gone since {since} ({source})")),
        };
        found.push(place.says(code, message, "say what holds today; what was belongs into \"changed\""));
    }
}

/// Whether a phrase stands in a text as whole words, in whatever case.
fn stands_in(phrase: &str, text: &str) -> bool {
    let (phrase, text) = (phrase.to_lowercase(), text.to_lowercase());
    let outside = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_alphanumeric());
    text.match_indices(&phrase).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + phrase.len()..).and_then(|after| after.chars().next());
        outside(before) && outside(after)
    })
}

#[cfg(test)]
mod tests {
    use super::stands_in;

    #[test]
    fn a_phrase_is_made_of_whole_words() {
        assert!(stands_in("256 KB", "at most 256 KB."));
        assert!(stands_in("opsworks", "AWS OpsWorks"));
        assert!(!stands_in("256 KB", "1256 KB"));
        assert!(!stands_in("AWS CodeStar", "AWS CodeStarSourceConnection"));
    }
}
