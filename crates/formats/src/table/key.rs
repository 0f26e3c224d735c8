//! Which options a cell names: by letters, by numbers from 1, or by what they say. What may be read in two ways names none.

use crate::text::{number, strip_word, trim};
use invigil_engine::share::draft::FindingKind;

/// Places of the options that a cell names.
pub(super) fn read(cell: &str, options: &[&str]) -> Result<Vec<usize>, FindingKind> {
    let cell = trim(cell);
    if cell.is_empty() {
        return Ok(Vec::new());
    }
    let there = |place: &usize| options.get(*place).is_some_and(|option| !option.is_empty());
    let said = by_words(cell, options);
    let named = by_places(cell).filter(|places| said.is_none() || places.iter().all(there));
    let places = match (named, said) {
        (Some(named), Some(said)) if named != said && !begins_with_a_word(cell) => {
            return Err(FindingKind::TwoReadings);
        }
        (Some(named), _) => named,
        (None, Some(said)) => said,
        (None, None) => return Err(FindingKind::KeyBeyond),
    };
    let in_order = || (0..options.len()).filter(|place| places.contains(place)).collect();
    if places.iter().all(there) { Ok(in_order()) } else { Err(FindingKind::KeyBeyond) }
}

/// Letters or numbers: `C`, `A,C`, `AC`, `1;3`, `Option B`.
fn by_places(cell: &str) -> Option<Vec<usize>> {
    let parts = cell.split([',', ';', '|', '/', '&', ' ', '\n', '\t']).filter(|part| !part.is_empty());
    let mut places = Vec::new();
    for part in parts {
        let part = part.trim_matches(['.', ')', '(']);
        if is_a_word(part) || part.eq_ignore_ascii_case("and") {
            continue;
        }
        if let Some((number, rest)) = number(part) {
            places.push(number.checked_sub(1).filter(|_| rest.is_empty())?);
            continue;
        }
        let one = part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
        if part.is_empty() || !(one || part.bytes().all(|byte| (b'A'..=b'H').contains(&byte))) {
            return None;
        }
        places.extend(part.bytes().map(|byte| usize::from(byte.to_ascii_uppercase() - b'A')));
    }
    (!places.is_empty()).then_some(places)
}

fn is_a_word(part: &str) -> bool {
    ["option", "options", "answer", "answers", "choice"].iter().any(|word| part.eq_ignore_ascii_case(word))
}

/// Whether it says that letters or numbers follow.
fn begins_with_a_word(cell: &str) -> bool {
    let words = ["option", "answer", "choice"];
    words.iter().any(|word| strip_word(cell, word).is_some())
}

/// What options say: one as it stands, or several behind each other.
fn by_words(cell: &str, options: &[&str]) -> Option<Vec<usize>> {
    let find = |words: &str| {
        options.iter().position(|option| !option.is_empty() && option.eq_ignore_ascii_case(trim(words)))
    };
    if let Some(place) = find(cell) {
        return Some(vec![place]);
    }
    [';', '|', '\n', ','].iter().find_map(|separator| cell.split(*separator).map(find).collect())
}
