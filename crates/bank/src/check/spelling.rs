//! Misspelled and doubled words, in all texts of a question but their code.
//!
//! The dictionary holds known misspellings and not all known words, so that names of the trade need no list.

use crate::diagnostic::{Diagnostic, Place};
use crate::load::Found;
use crate::markdown::{Setting, parse};
use crate::source::QuestionSource;
use crate::words::prose;
use unicase::UniCase;

/// Words that the dictionary takes for misspellings and that a bank may use.
const ALLOWED: &[&str] = &[];
/// Words that may stand twice in a row.
const DOUBLED: &[&str] = &["that", "had", "is"];

pub(super) fn check(question: &Found<QuestionSource>, found: &mut Vec<Diagnostic>) {
    let (value, place) = (&question.value, &question.place);
    text(place, &value.stem, Setting::Stem, found);
    text(place, &value.takeaway, Setting::Line, found);
    if let Some(change) = &value.changed {
        text(place, &change.was, Setting::Reason, found);
        text(place, &change.is, Setting::Reason, found);
    }
    for option in &value.options {
        let place = question.place_of(&option.id);
        text(&place, &option.text, Setting::Line, found);
        text(&place, &option.why, Setting::Reason, found);
    }
}

fn text(place: &Place, markdown: &str, setting: Setting, found: &mut Vec<Diagnostic>) {
    for line in prose(&parse(markdown, setting).0) {
        let words: Vec<&str> = line.split_whitespace().collect();
        for word in &words {
            if let Some((wrong, right)) = word.split(['-', '/']).find_map(misspelling) {
                let message = format!("'{wrong}' is perhaps '{right}'");
                let advice =
                    "mend it, put a name of code between back quotes, or allow it in check/spelling.rs";
                found.push(place.says("W-spelling", message, advice));
            }
        }
        for (one, two) in words.iter().zip(words.iter().skip(1)) {
            let (one, two) = (one.to_lowercase(), two.to_lowercase());
            let bare = two.trim_end_matches(['.', ',', ';', ':', '?', '!']);
            if one == bare && one.chars().all(char::is_alphabetic) && !DOUBLED.contains(&bare) {
                let advice = "take one away";
                found.push(place.says("W-spelling", format!("'{one}' stands twice in a row"), advice));
            }
        }
    }
}

/// A misspelled word and what it should be; names with capitals, digits or joints inside are none.
fn misspelling(word: &str) -> Option<(&str, String)> {
    let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    let inside = word.chars().skip(1);
    let plain = word.chars().all(char::is_alphabetic) && !inside.clone().any(char::is_uppercase);
    if !plain || inside.count() < 2 || ALLOWED.contains(&word) {
        return None;
    }
    let right = typos_dict::WORD.find(&UniCase::new(word))?;
    Some((word, right.join("' or '")))
}
