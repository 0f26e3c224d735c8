//! Near-duplicates: two questions that say nearly the same are enemies, or one of them goes.

use crate::diagnostic::Diagnostic;
use crate::load::{BankSources, Found};
use crate::markdown::{Setting, parse};
use crate::source::QuestionSource;
use crate::words::{jaccard, shingles};

/// From this likeness on, the two must be enemies.
const ENEMIES: f64 = 0.5;
/// From this likeness on, somebody should look.
const LOOK: f64 = 0.3;
/// From this likeness of the words of two stems on, in whatever order, somebody should look.
const STEMS: f64 = 0.6;

/// What is compared of a question.
struct Print<'a> {
    question: &'a Found<QuestionSource>,
    /// Every three words in a row, of stem and options.
    phrases: Vec<u64>,
    /// The words of the stem.
    stem: Vec<u64>,
}

pub(super) fn check(bank: &BankSources, found: &mut Vec<Diagnostic>) {
    let prints: Vec<Print<'_>> = bank.questions.iter().map(print).collect();
    for (place, one) in prints.iter().enumerate() {
        for other in prints.iter().take(place) {
            let (own, others) = (&one.question.value, &other.question.value);
            let alike = jaccard(&one.phrases, &other.phrases);
            let stems = jaccard(&one.stem, &other.stem);
            let (code, what, share) = if alike >= ENEMIES {
                ("E-twin", "phrases", alike)
            } else if alike >= LOOK {
                ("W-twin", "phrases", alike)
            } else if stems >= STEMS {
                ("W-twin-stem", "stems' words", stems)
            } else {
                continue;
            };
            if !are_enemies(own, others) {
                let message = format!("{} and {} share {share:.2} of their {what}", own.id, others.id);
                let advice = "name one as the other's enemy, or let them differ in situation";
                found.push(one.question.place.says(code, message, advice));
            }
        }
    }
}

fn print(question: &Found<QuestionSource>) -> Print<'_> {
    let stem = parse(&question.value.stem, Setting::Stem).0.words();
    Print { question, phrases: shingles(&text(&question.value), 3), stem: shingles(&stem, 1) }
}

fn text(question: &QuestionSource) -> String {
    let mut text = parse(&question.stem, Setting::Stem).0.words();
    for option in &question.options {
        text.push(' ');
        text.push_str(&parse(&option.text, Setting::Line).0.words());
    }
    text
}

fn are_enemies(one: &QuestionSource, other: &QuestionSource) -> bool {
    one.enemies.contains(&other.id) || other.enemies.contains(&one.id)
}
