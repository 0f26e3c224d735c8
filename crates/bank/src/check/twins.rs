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

pub(super) fn check(bank: &BankSources, found: &mut Vec<Diagnostic>) {
    let texts: Vec<(&Found<QuestionSource>, Vec<u64>)> =
        bank.questions.iter().map(|question| (question, shingles(&text(&question.value)))).collect();
    for (place, (one, own)) in texts.iter().enumerate() {
        for (other, others) in texts.iter().take(place) {
            let alike = jaccard(own, others);
            if alike < LOOK || are_enemies(&one.value, &other.value) {
                continue;
            }
            let code = if alike >= ENEMIES { "E-twin" } else { "W-twin" };
            let message =
                format!("{} and {} share {alike:.2} of their phrases", one.value.id, other.value.id);
            let advice = "name one as the other's enemy, or let them differ in situation";
            found.push(one.place.says(code, message, advice));
        }
    }
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
