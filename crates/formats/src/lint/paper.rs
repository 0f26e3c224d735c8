//! What a paper gives away as a whole.

use crate::lint::shown;
use crate::notes::{Notes, say_of_all};
use crate::text::push_number;
use invigil_engine::ids::{Fingerprint, OptionId};
use invigil_engine::share::draft::{Draft, DraftQuestion, FindingKind};

/// The fewest questions of one key of which anything is said.
const FEWEST: usize = 8;
/// What is said by mistake of so many papers.
const LEVEL: f64 = 0.01;

/// Says of each question that is the same as an earlier one which that is.
pub(super) fn same_questions(draft: &mut Draft) {
    let mut known: Vec<(Fingerprint, u32)> = Vec::new();
    for question in &mut draft.questions {
        let mut text = shown(&question.stem);
        for option in &question.options {
            text.push('\n');
            text.push_str(&shown(&option.text));
        }
        let print = Fingerprint::of(text.as_bytes());
        if let Some((_, line)) = known.iter().find(|(other, _)| *other == print) {
            let mut about = String::new();
            push_number(usize::try_from(*line).unwrap_or(0), &mut about);
            let mut notes = Notes { found: std::mem::take(&mut question.findings), line: question.line };
            notes.say(FindingKind::SameQuestion, &about);
            question.findings = notes.found;
        } else {
            known.push((print, question.line));
        }
    }
}

/// Whether the longest option, or one in a certain place, is the key more often than chance would have it.
pub(super) fn paper(draft: &mut Draft) {
    let asked: Vec<&DraftQuestion> =
        draft.questions.iter().filter(|question| question.can_be_asked() && question.wanted == 1).collect();
    let mut found = Vec::new();
    let longest: Vec<(usize, bool)> = asked.iter().filter_map(|question| longest_is_key(question)).collect();
    let hits = longest.iter().filter(|(_, key)| *key).count();
    if longest.len() >= FEWEST && tail(longest.iter().map(|(options, _)| *options), hits) < LEVEL {
        found.push((FindingKind::LongestOften, String::new()));
    }
    let places = asked.iter().map(|question| question.options.len()).max().unwrap_or(0);
    for place in 0..places {
        let with = || asked.iter().filter(|question| question.options.len() > place);
        let keys = with()
            .filter(|question| question.options.get(place).is_some_and(|option| option.correct))
            .count();
        // As many places are looked at, so each is allowed its part of the mistakes (Bonferroni).
        let rare = || tail(with().map(|question| question.options.len()), keys) * count(places) < LEVEL;
        if with().count() >= FEWEST && rare() {
            let letter = u8::try_from(place).ok().and_then(OptionId::from_index);
            found.push((
                FindingKind::OnePlaceOften,
                letter.map(|id| id.letter().to_string()).unwrap_or_default(),
            ));
        }
    }
    for (kind, about) in found {
        say_of_all(&mut draft.findings, kind, 0, &about);
    }
}

/// How many options a question has, and whether the longest is the key; none where two are as long.
fn longest_is_key(question: &DraftQuestion) -> Option<(usize, bool)> {
    let lengths: Vec<usize> =
        question.options.iter().map(|option| shown(&option.text).chars().count()).collect();
    let most = lengths.iter().max()?;
    let mut longest = lengths.iter().zip(&question.options).filter(|(length, _)| *length == most);
    let key = longest.next()?.1.correct;
    longest.next().is_none().then_some((lengths.len(), key))
}

/// The chance of so many hits or more, where each question is a hit with one chance in its number of options.
///
/// The exact distribution of a sum of unlike trials (Poisson's binomial), trial by trial.
fn tail(options: impl Iterator<Item = usize>, hits: usize) -> f64 {
    let mut chances = vec![1.0];
    for number in options {
        let hit = 1.0 / count(number.max(1));
        let missed = chances.iter().map(|chance| chance * (1.0 - hit)).chain([0.0]);
        let was_hit = [0.0].into_iter().chain(chances.iter().map(|chance| chance * hit));
        chances = missed.zip(was_hit).map(|(one, other)| one + other).collect();
    }
    chances.iter().skip(hits).sum()
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}
