//! Misconceptions: wrong ideas that a learner chose more than once, or was certain of, told by the distractors.

use super::{Event, Model, starting};
use crate::Env;
use crate::bank::{Question, Reasons, Shelf};
use crate::exposure::FirstAnswer;
use crate::ids::{OptionId, QuestionNumber};
use crate::order::sorted;
use crate::review::Review;
use crate::rich_text::RichText;
use crate::sitting::Confidence;
use crate::time::UnixMillis;
use std::rc::Rc;

/// A wrong idea that a learner holds, with the question where it was met last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misconception {
    /// Its id in the bank.
    pub id: String,
    /// How often it was chosen.
    pub chosen: u32,
    /// When it was chosen last.
    pub last: UnixMillis,
    /// The question where that was.
    pub number: QuestionNumber,
    /// What was chosen there, and what that mistakes.
    pub mistaken: (RichText, RichText),
    /// A right option there, and why it is right.
    pub instead: (RichText, RichText),
}

/// So many are shown.
const SHOWN: usize = 3;

/// So often a distractor that tells of it must be passed over in a right answer until it is thought to be gone.
const GONE: u32 = 2;

/// What is known of a wrong idea.
struct Held {
    id: String,
    chosen: u32,
    certain: bool,
    passed: u32,
    last: UnixMillis,
    place: (QuestionNumber, OptionId),
}

/// The wrong ideas that recur, most often chosen first: chosen twice, or once with certainty, and since then not passed
/// over twice. Answers to an older revision of a question do not count, since its options may have been others.
pub(super) fn held(model: &Model) -> Vec<Misconception> {
    let Some(bank) = model.bank.whole() else { return Vec::new() };
    let mut read: Vec<(QuestionNumber, Option<(Question, Reasons)>)> = Vec::new();
    let mut ideas: Vec<Held> = Vec::new();
    for review in model.exposures.reviews.reviews() {
        let place = read.iter().position(|(number, _)| *number == review.number).unwrap_or_else(|| {
            read.push((review.number, bank.question(review.number)));
            read.len() - 1
        });
        if let Some((_, Some((question, reasons)))) = read.get(place)
            && question.revision == review.revision
        {
            match review.answer {
                FirstAnswer::Wrong => choose(&mut ideas, &review, reasons),
                FirstAnswer::Right => pass(&mut ideas, reasons),
                FirstAnswer::None => {}
            }
        }
    }
    ideas.retain(|idea| idea.passed < GONE && (idea.chosen > 1 || idea.certain));
    let first = |idea: &Rc<Held>| {
        let last = u64::try_from(idea.last.0).unwrap_or(0);
        [u64::MAX - u64::from(idea.chosen), u64::MAX - last, 0]
    };
    let ideas: Vec<Rc<Held>> = ideas.into_iter().map(Rc::new).collect();
    sorted(&ideas, first).iter().take(SHOWN).filter_map(|idea| told(idea, bank)).collect()
}

/// A wrong answer: what was chosen tells of these ideas.
fn choose(ideas: &mut Vec<Held>, review: &Review, reasons: &Reasons) {
    let chosen = reasons.whys.iter().filter(|why| review.chosen.contains(why.option));
    for (option, id) in chosen.filter_map(|why| Some((why.option, why.misconception.as_ref()?))) {
        let place = ideas.iter().position(|idea| idea.id == *id).unwrap_or_else(|| {
            let place = (review.number, option);
            ideas.push(Held { id: id.clone(), chosen: 0, certain: false, passed: 0, last: review.at, place });
            ideas.len() - 1
        });
        if let Some(idea) = ideas.get_mut(place) {
            idea.chosen += 1;
            idea.passed = 0;
            idea.certain |= review.confidence == Some(Confidence::Certain);
            (idea.last, idea.place) = (review.at, (review.number, option));
        }
    }
}

/// A right answer passes over the ideas that its question offers.
fn pass(ideas: &mut [Held], reasons: &Reasons) {
    let offers = |id: &String| reasons.whys.iter().any(|why| why.misconception.as_ref() == Some(id));
    for idea in ideas.iter_mut().filter(|idea| offers(&idea.id)) {
        idea.passed += 1;
    }
}

/// An idea in the words of the question where it was met last.
fn told(idea: &Held, bank: Shelf) -> Option<Misconception> {
    let (number, option) = idea.place;
    let (question, reasons) = bank.question(number)?;
    let words = |option: OptionId| {
        let choice = question.options.iter().find(|choice| choice.id == option)?;
        let why = reasons.whys.iter().find(|why| why.option == option)?;
        Some((choice.text.clone(), why.text.clone()))
    };
    Some(Misconception {
        id: idea.id.clone(),
        chosen: idea.chosen,
        last: idea.last,
        number,
        mistaken: words(option)?,
        instead: words(question.key().iter().next()?)?,
    })
}

/// Practice against a wrong idea: questions that offer it, and the others of the objective where it was met.
pub(super) fn practised(model: &mut Model, id: String, env: &Env) {
    let Some(known) = model.studying.misconceptions.iter().find(|known| known.id == id) else { return };
    let (Some(bank), number) = (model.bank.whole(), known.number) else { return };
    let objective = bank.index.entry(number).map(|entry| entry.objective);
    let offers = |number: QuestionNumber| {
        let found = bank.question(number);
        found.is_some_and(|(_, reasons)| {
            reasons.whys.iter().any(|why| why.misconception.as_deref() == Some(id.as_str()))
        })
    };
    let entries = bank.index.entries.iter();
    let wanted = entries.filter(|entry| Some(entry.objective) == objective || offers(entry.number));
    let questions: Vec<QuestionNumber> = wanted.map(|entry| entry.number).collect();
    starting::practice(model, &questions, Event::MisconceptionPractised(id), env);
}
