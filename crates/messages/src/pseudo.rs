//! Two locales made from English, to see what no reader of English would miss: a word that is in no message file stays
//! plain, a box that is too small for another language is cut, and a page that does not mirror stands out.

use crate::language::{Direction, Language, Locale, Message, Piece};

/// The made locale of that name, if it is one.
pub(crate) fn locale(name: &str, english: &Locale) -> Option<Locale> {
    let direction = match name {
        "qps" => Direction::Ltr,
        "qps-rtl" => Direction::Rtl,
        _ => return None,
    };
    // Plurals, numbers and dates stay English: no browser has rules for a language that nobody speaks.
    Some(Locale { direction, ..english.clone() })
}

/// English in strange letters: in brackets, and about a third longer.
pub(crate) fn language(english: &Language) -> Language {
    let messages = english
        .messages
        .iter()
        .cloned()
        .map(|message| Message { body: message.body.with_patterns(&strange), ..message });
    Language { messages: messages.collect(), ..english.clone() }
}

fn strange(pieces: Vec<Piece>) -> Vec<Piece> {
    let has_letters =
        |piece: &Piece| matches!(piece, Piece::Words(words) if words.chars().any(char::is_alphabetic));
    if !pieces.iter().any(has_letters) {
        return pieces;
    }
    let mut strange = vec![Piece::Words("[".to_owned())];
    for piece in pieces {
        match (strange.last_mut(), piece) {
            (Some(Piece::Words(before)), Piece::Words(words)) => {
                before.extend(words.chars().flat_map(letters));
            }
            (_, Piece::Words(words)) => {
                strange.push(Piece::Words(words.chars().flat_map(letters).collect()));
            }
            (_, argument) => strange.push(argument),
        }
    }
    match strange.last_mut() {
        Some(Piece::Words(words)) => words.push(']'),
        _ => strange.push(Piece::Words("]".to_owned())),
    }
    strange
}

/// A letter with an accent; a vowel twice, which makes English a third longer.
fn letters(letter: char) -> impl Iterator<Item = char> {
    let (strange, times) = match letter {
        'a' => ('á', 2),
        'e' => ('é', 2),
        'i' => ('í', 2),
        'o' => ('ó', 2),
        'u' => ('ú', 2),
        'A' => ('Á', 2),
        'E' => ('É', 2),
        'I' => ('Í', 2),
        'O' => ('Ó', 2),
        'U' => ('Ú', 2),
        'c' => ('ç', 1),
        'd' => ('ð', 1),
        'g' => ('ĝ', 1),
        'h' => ('ĥ', 1),
        'k' => ('ķ', 1),
        'l' => ('ļ', 1),
        'n' => ('ñ', 1),
        'r' => ('ŕ', 1),
        's' => ('š', 1),
        't' => ('ţ', 1),
        'w' => ('ŵ', 1),
        'y' => ('ý', 1),
        'z' => ('ž', 1),
        'C' => ('Ç', 1),
        'N' => ('Ñ', 1),
        'R' => ('Ŕ', 1),
        'S' => ('Š', 1),
        'T' => ('Ţ', 1),
        'W' => ('Ŵ', 1),
        'Y' => ('Ý', 1),
        other => (other, 1),
    };
    std::iter::repeat_n(strange, times)
}
