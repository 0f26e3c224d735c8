//! The form of a question: a stem that asks, and as many keys and options as its kind says.

use crate::diagnostic::Diagnostic;
use crate::load::Found;
use crate::markdown::{Setting, parse};
use crate::source::{KindName, QuestionSource};
use crate::words::{self, words};
use invigil_engine::rich_text::{Block, RichText};

const STEM_MOST: usize = 110;
const SENTENCE_MOST: usize = 30;
const NUMBERS: &[(usize, &str)] = &[(2, "(Select TWO.)"), (3, "(Select THREE.)")];

pub(super) fn check(question: &Found<QuestionSource>, found: &mut Vec<Diagnostic>) {
    check_keys(question, found);
    check_stem(question, found);
}

fn check_keys(question: &Found<QuestionSource>, found: &mut Vec<Diagnostic>) {
    let (value, place) = (&question.value, &question.place);
    let options = value.options.len();
    let keys = value.options.iter().filter(|option| option.correct).count();
    let (counts, wanted) = match value.kind {
        KindName::Single => (options == 4, "four options"),
        KindName::Multiple => (matches!(options, 5 | 6), "five or six options"),
    };
    if !counts {
        let message = format!("the question has {options} options");
        found.push(place.says("E-option-count", message, format!("this kind has {wanted}")));
    }
    let asked = NUMBERS.iter().find(|(_, words)| value.stem.contains(words)).map(|(number, _)| *number);
    let (fits, advice) = match value.kind {
        KindName::Single => (keys == 1, "mark one option as correct"),
        KindName::Multiple => (matches!(keys, 2 | 3), "mark two or three options as correct"),
    };
    if !fits {
        found.push(place.says("E-key-count", format!("the question has {keys} keys"), advice));
    } else if value.kind == KindName::Multiple && asked != Some(keys) {
        let words = NUMBERS.iter().find(|(number, _)| *number == keys).map_or("", |(_, words)| words);
        let message = format!("the stem does not say that {keys} options are right");
        found.push(place.says("E-key-count", message, format!("end the stem with {words}")));
    } else if value.kind == KindName::Single && value.stem.contains("(Select ") {
        let advice = "take it away, or make the kind multiple";
        found.push(place.says("E-key-count", "the stem asks for a number of options", advice));
    }
}

fn check_stem(question: &Found<QuestionSource>, found: &mut Vec<Diagnostic>) {
    let (value, place) = (&question.value, &question.place);
    let (stem, _) = parse(&value.stem, Setting::Stem);
    let count = words(&spoken(&stem)).len();
    if count > STEM_MOST {
        let message = format!("the stem has {count} words");
        found.push(place.says("E-stem-long", message, format!("cut it to {STEM_MOST} at most")));
    }
    if !asks(&stem) && !stem.0.is_empty() {
        let advice = "let the last sentence ask, with (Select TWO.) behind it where two are right";
        found.push(place.says("E-stem-asks", "the stem does not end with its question", advice));
    }
    for sentence in sentences(&stem) {
        let count = words(sentence.trim()).len();
        if count > SENTENCE_MOST {
            let opening: Vec<&str> = sentence.split_whitespace().take(6).collect();
            let message = format!("a sentence has {count} words: {} …", opening.join(" "));
            found.push(place.says("W-sentence-long", message, format!("cut it to {SENTENCE_MOST} at most")));
        }
    }
}

/// The words of a stem without its code.
pub(crate) fn spoken(stem: &RichText) -> String {
    RichText(stem.0.iter().filter(|block| !matches!(block, Block::Code { .. })).cloned().collect()).words()
}

fn sentences(stem: &RichText) -> Vec<String> {
    let prose = stem.0.iter().filter(|block| matches!(block, Block::Paragraph(_)));
    prose.flat_map(|block| words::sentences(&RichText(vec![block.clone()]).words())).collect()
}

/// Whether the last paragraph ends with a question, its number of keys behind it.
fn asks(stem: &RichText) -> bool {
    let Some(last @ Block::Paragraph(_)) = stem.0.last() else { return false };
    let text = RichText(vec![last.clone()]).words();
    let bare = NUMBERS.iter().fold(text.trim(), |text, (_, number)| text.trim_end_matches(number).trim_end());
    bare.ends_with('?')
}
