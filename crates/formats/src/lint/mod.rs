//! What stands in the way of a question, and what makes it worse. A key is never guessed.

mod cues;
mod paper;

use crate::blocks;
use crate::notes::{Notes, say_of_all};
use crate::text;
use invigil_engine::rich_text::RichText;
use invigil_engine::share::draft::{Draft, DraftQuestion, FindingKind};
use invigil_engine::share::paper::MAX_QUESTIONS;

/// The most options: as many as there are letters for.
const MOST_OPTIONS: usize = 8;
/// The longest question, in bytes of words: five times the longest stem seen in the banks of others (3,629 characters),
/// since options and reasons come to it.
const LONGEST: usize = 20_000;

/// Fills in the findings of a draft, and how many options each question wants.
pub(crate) fn lint(draft: &mut Draft) {
    bound(draft);
    for question in &mut draft.questions {
        let right = question.options.iter().filter(|option| option.correct).count();
        question.wanted = u8::try_from(right).unwrap_or(u8::MAX);
        let mut notes = Notes { found: std::mem::take(&mut question.findings), line: question.line };
        // Of a kind that cannot be asked there is nothing more to say.
        if !notes.found.iter().any(|finding| finding.kind == FindingKind::OtherKind) {
            obstacles(question, right, &mut notes);
            cues::question(question, right, &mut notes);
        }
        question.findings = notes.found;
    }
    paper::same_questions(draft);
    paper::paper(draft);
}

/// No more questions than a paper may have.
fn bound(draft: &mut Draft) {
    let Some(first) = draft.questions.get(MAX_QUESTIONS) else { return };
    let mut number = String::new();
    text::push_number(draft.questions.len() - MAX_QUESTIONS, &mut number);
    say_of_all(&mut draft.findings, FindingKind::TooManyQuestions, first.line, &number);
    draft.questions.truncate(MAX_QUESTIONS);
}

fn obstacles(question: &DraftQuestion, right: usize, notes: &mut Notes) {
    let options = question.options.len();
    if blocks::write(&question.stem).is_empty() {
        notes.say(FindingKind::NoStem, "");
    }
    if options < 2 {
        notes.say(FindingKind::TooFewOptions, "");
    }
    if options > MOST_OPTIONS {
        notes.say(FindingKind::TooManyOptions, "");
    }
    let beyond = notes.found.iter().any(|finding| finding.kind == FindingKind::KeyBeyond);
    if right == 0 && options > 0 && !beyond {
        notes.say(FindingKind::NoKey, "");
    }
    if right == options && options > 1 {
        notes.say(FindingKind::AllRight, "");
    }
    let texts: Vec<String> =
        question.options.iter().take(MOST_OPTIONS + 1).map(|option| shown(&option.text)).collect();
    let twin =
        texts.iter().enumerate().find(|(place, text)| texts.iter().take(*place).any(|other| other == *text));
    if let Some((_, text)) = twin {
        notes.say(FindingKind::SameOptions, text);
    }
    let options = question.options.iter().map(|option| size(&option.text) + size(&option.reason));
    if size(&question.stem) + size(&question.explanation) + options.sum::<usize>() > LONGEST {
        notes.say(FindingKind::TooLong, "");
    }
}

fn size(text: &RichText) -> usize {
    text.words().len()
}

/// The words of a text, with blanks that do not tell two texts apart.
pub(crate) fn shown(text: &RichText) -> String {
    text::line(&text.words(), LONGEST)
}
