//! What stands between the braces of a GIFT question.

use super::reveal;
use crate::blocks;
use crate::html;
use crate::notes::Notes;
use crate::text::{find, split_once, trim};
use invigil_engine::rich_text::RichText;
use invigil_engine::share::draft::{DraftOption, DraftQuestion, FindingKind};

/// How the words of a question are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Markup {
    /// HTML in which an empty line parts paragraphs.
    Moodle,
    /// HTML.
    Html,
    /// Markdown.
    Markdown,
    /// Words alone.
    Plain,
}

impl Markup {
    /// What a text says of itself in brackets, and the rest of it.
    pub(super) fn of(text: &str, otherwise: Self) -> (Self, &str) {
        let named = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
        let markup = match named {
            Some(("html", _)) => Self::Html,
            Some(("markdown", _)) => Self::Markdown,
            Some(("plain", _)) => Self::Plain,
            Some(("moodle", _)) => Self::Moodle,
            _ => return (otherwise, text),
        };
        (markup, trim(named.map_or(text, |(_, rest)| rest)))
    }

    pub(super) fn read(self, text: &str, notes: &mut Notes) -> RichText {
        match self {
            Self::Moodle => html::read(text, true, notes),
            Self::Html => html::read(text, false, notes),
            Self::Plain => html::plain(text),
            Self::Markdown => blocks::read_lines(&text.split('\n').collect::<Vec<_>>(), notes),
        }
    }

    /// A part of a question, which may be written in another way.
    fn part(self, text: &str, notes: &mut Notes) -> RichText {
        let (markup, text) = Self::of(trim(text), self);
        markup.read(&reveal(text), notes)
    }
}

/// Kinds of questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Body {
    Essay,
    Number,
    Choice,
    Matching,
    Truth(bool),
    Short,
}

impl Body {
    /// The kind that a body without its general feedback is; in this order.
    pub(super) fn of(body: &str) -> Self {
        let (body, _) = general(body);
        let word = trim(body.split('#').next().unwrap_or_default());
        if body.is_empty() {
            Self::Essay
        } else if body.starts_with('#') {
            Self::Number
        } else if body.contains('~') {
            Self::Choice
        } else if body.contains('=') && find(body, "->").is_some() {
            Self::Matching
        } else if matches!(word, "T" | "TRUE" | "F" | "FALSE") {
            Self::Truth(word.starts_with('T'))
        } else {
            Self::Short
        }
    }
}

/// A body, and the feedback for all behind the last `####`.
fn general(body: &str) -> (&str, &str) {
    let mut at = None;
    let mut run = 0;
    for (place, sign) in body.char_indices() {
        run = if sign == '#' { run + 1 } else { 0 };
        if run >= 4 {
            at = Some(place - 3);
        }
    }
    let parts = at.and_then(|at| Some((trim(body.get(..at)?), trim(body.get(at + 4..)?))));
    parts.unwrap_or((body, ""))
}

/// Fills in the options.
pub(super) fn fill(inside: &str, markup: Markup, question: &mut DraftQuestion, notes: &mut Notes) {
    let (body, feedback) = general(inside);
    question.explanation = markup.part(feedback, notes);
    let kind = match Body::of(inside) {
        Body::Choice => return choices(body, markup, question, notes),
        Body::Truth(truth) => return truths(body, truth, markup, question, notes),
        Body::Essay => "essay",
        Body::Number => "numerical",
        Body::Matching => "matching",
        Body::Short => "short answer",
    };
    notes.say(FindingKind::OtherKind, kind);
}

/// True or false: behind the word what is said to who was wrong, then to who was right.
fn truths(body: &str, truth: bool, markup: Markup, question: &mut DraftQuestion, notes: &mut Notes) {
    let mut feedback = body.split('#').skip(1);
    let wrong = markup.part(feedback.next().unwrap_or_default(), notes);
    let right = markup.part(feedback.next().unwrap_or_default(), notes);
    let option = |says: bool, reason: &RichText| DraftOption {
        text: RichText::plain(if says { "True" } else { "False" }),
        correct: says == truth,
        reason: reason.clone(),
    };
    let reasons = if truth { [&right, &wrong] } else { [&wrong, &right] };
    question.options =
        [true, false].into_iter().zip(reasons).map(|(says, reason)| option(says, reason)).collect();
}

/// An answer as it stands there.
struct Answer<'a> {
    equals: bool,
    weight: Option<i64>,
    text: &'a str,
    feedback: &'a str,
}

fn choices(body: &str, markup: Markup, question: &mut DraftQuestion, notes: &mut Notes) {
    let answers: Vec<Answer<'_>> = split(body).iter().filter_map(|part| answer(part)).collect();
    let single = answers.iter().any(|answer| answer.equals);
    let positive = |answer: &Answer<'_>| answer.weight.is_some_and(|weight| weight > 0);
    let partial = if single {
        answers.iter().any(|answer| !answer.equals && positive(answer))
    } else {
        let mut weights = answers.iter().filter(|answer| positive(answer)).map(|answer| answer.weight);
        let first = weights.next();
        weights.any(|weight| Some(weight) != first)
    };
    if partial {
        notes.say(FindingKind::WeightsDropped, "");
    }
    for answer in &answers {
        let text = markup.part(answer.text, notes);
        let correct = if single { answer.equals } else { positive(answer) };
        if blocks::write(&text).is_empty() {
            if correct {
                notes.say(FindingKind::KeyBeyond, "");
            }
            continue;
        }
        question.options.push(DraftOption { text, correct, reason: markup.part(answer.feedback, notes) });
    }
}

/// The parts that begin with `=` or `~`.
fn split(body: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, _) in body.char_indices().filter(|(_, sign)| matches!(sign, '=' | '~')) {
        parts.extend(body.get(from..at));
        from = at;
    }
    parts.extend(body.get(from..));
    parts
}

fn answer(part: &str) -> Option<Answer<'_>> {
    let equals = part.starts_with('=');
    let whole = trim(part.strip_prefix(['=', '~']).unwrap_or(part));
    let weighted = if equals { None } else { weight(whole) };
    let (weight, rest) = weighted.map_or((None, whole), |(weight, rest)| (Some(weight), rest));
    let (text, feedback) = split_once(rest, "#").unwrap_or((rest, ""));
    let bare = trim(text).is_empty() && trim(feedback).is_empty() && !equals;
    (!bare).then_some(Answer { equals, weight, text, feedback })
}

/// A weight such as `%33.33333%` in hundred-thousandths of a percent, and what is behind.
fn weight(text: &str) -> Option<(i64, &str)> {
    let (number, rest) = text.strip_prefix('%')?.split_once('%')?;
    let digits = number.trim_start_matches('-');
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let sound =
        |digits: &str, most: usize| digits.len() <= most && digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !sound(whole, 3) || !sound(part, 20) {
        return None;
    }
    let digits = whole.bytes().chain(part.bytes().chain(std::iter::repeat(b'0')).take(5));
    let value = digits.fold(0, |value: i64, digit| value * 10 + i64::from(digit - b'0'));
    Some((if number.starts_with('-') { -value } else { value }, trim(rest)))
}
