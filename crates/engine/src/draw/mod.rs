//! Which questions a form holds: a pure function of bank, guide, filters, length and seed.
//!
//! Counts a domain by largest remainder; inside a domain, tasks share the seats where the
//! guide names them; inside a task, an objective is not asked twice before all were asked
//! once, and a keyed hash of the question's number decides the rest. Two enemies never meet.
//! Difficulty and kind are then balanced by swaps that change no count.
//!
//! Frozen under [`DRAW_VERSION`] by golden vectors: a link must give the same form for ever.

mod balance;
mod mock;
mod seats;
mod select;

pub use mock::draw_leaving_another;
pub use seats::{capped_seats, seats};

use crate::bank::{BankIndex, Blueprint, Entry, Question, Tier};
use crate::exposure::Exposures;
use crate::ids::{GuideId, OptionId, QuestionNumber, TopicId};
use crate::order::sorted;
use crate::seed::{Purpose, Seed, shuffle};
use select::Candidate;

/// The version of the draw, named by every link. Version 1 came when the large bank had used tiers, enemies, the sealed
/// pool and quotas in earnest; it draws as version 0 did, so links of both are read. Another draw is another version.
pub const DRAW_VERSION: u32 = 1;

/// The longest form.
pub const MAX_LENGTH: u32 = 200;

/// Which pool a form is drawn from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pool {
    /// All questions that are not sealed.
    #[default]
    Open,
    /// The sealed ones alone, for mock exams that readiness is measured by.
    Sealed,
}

/// What to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawSpec {
    /// The guide whose weights are followed.
    pub guide: GuideId,
    /// How many questions.
    pub length: u32,
    /// Only these topics; all of them when empty.
    pub topics: Vec<TopicId>,
    /// The seed.
    pub seed: Seed,
    /// The pool.
    pub pool: Pool,
    /// Only these questions; all of them when none are named. No link says so: such a paper lists its questions.
    pub only: Option<Vec<QuestionNumber>>,
}

/// A drawn question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// Its number.
    pub number: QuestionNumber,
    /// Index of its domain in the guide; none when the guide does not ask it.
    pub domain: Option<u8>,
    /// Whether it counts.
    pub scored: bool,
}

/// A domain that could not get its seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deviation {
    /// Index of the domain in the guide.
    pub domain: u8,
    /// Seats that its weight gives.
    pub wanted: u32,
    /// Questions that it got.
    pub got: u32,
}

/// The questions of a form, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The questions.
    pub items: Vec<Drawn>,
    /// Where the bank was too small for the weights.
    pub deviations: Vec<Deviation>,
}

/// Why nothing was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DrawError {
    /// The bank has no such guide.
    UnknownGuide(GuideId),
    /// The bank has no such topic.
    UnknownTopic(TopicId),
    /// The bank has no such question, or not any more.
    UnknownQuestion(QuestionNumber),
    /// The question is kept for sealed mocks.
    SealedQuestion(QuestionNumber),
    /// A question is listed twice.
    Repeated(QuestionNumber),
    /// Fewer questions fit than were asked for; zero were asked for when `wanted` is 0.
    TooFew {
        /// How many fit.
        available: u32,
        /// How many were asked for.
        wanted: u32,
    },
}

/// Draws a form to a guide's weights.
///
/// With `history` the draw is personal: nothing that the learner objects to, unseen questions first, then those seen
/// longest ago.
/// Such a form cannot be described by its seed, so its link lists the questions
/// and [`arrange`] orders them.
///
/// # Errors
/// When the guide or a topic is unknown, or fewer questions fit than were asked for.
pub fn draw(index: &BankIndex, spec: &DrawSpec, history: Option<&Exposures>) -> Result<Selection, DrawError> {
    let (place, guide) =
        index.guide(&spec.guide).ok_or_else(|| DrawError::UnknownGuide(spec.guide.clone()))?;
    for topic in &spec.topics {
        if !index.topics.iter().any(|known| &known.id == topic) {
            return Err(DrawError::UnknownTopic(topic.clone()));
        }
    }
    let mut candidates = candidates(index, place, spec, history);
    let too_few = |available: usize| DrawError::TooFew {
        available: u32::try_from(available).unwrap_or(u32::MAX),
        wanted: spec.length,
    };
    if spec.length == 0 {
        return Err(too_few(candidates.len()));
    }
    let mut chosen = select::select(guide, &candidates, spec.length);
    if u32::try_from(chosen.len()) != Ok(spec.length) {
        // A question with many enemies took the place of several. What `available` counts has none, and is enough
        // whenever it says so.
        candidates = peaceful(guide, &candidates);
        chosen = select::select(guide, &candidates, spec.length);
    }
    if u32::try_from(chosen.len()) != Ok(spec.length) {
        return Err(too_few(chosen.len()));
    }
    balance::balance(&guide.quotas, &candidates, &mut chosen);
    let drawn: Vec<Candidate> = chosen.iter().filter_map(|place| candidates.get(*place).copied()).collect();
    let whole = spec.topics.is_empty();
    Ok(finish(guide, &drawn, spec.seed, whole))
}

/// How many questions a draw can give at most, for the set-up page; without those that the learner objects to.
pub fn available(index: &BankIndex, spec: &DrawSpec, history: Option<&Exposures>) -> u32 {
    let Some((place, guide)) = index.guide(&spec.guide) else { return 0 };
    u32::try_from(peaceful(guide, &candidates(index, place, spec, history)).len()).unwrap_or(u32::MAX)
}

/// What [`available`] says of each topic alone, in the order of the topics.
pub fn available_by_topic(index: &BankIndex, guide: &GuideId, history: Option<&Exposures>) -> Vec<u32> {
    let Some((place, guide)) = index.guide(guide) else { return vec![0; index.topics.len()] };
    let spec = DrawSpec {
        guide: guide.id.clone(),
        length: 1,
        topics: Vec::new(),
        seed: Seed::from_entropy(0),
        pool: Pool::Open,
        only: None,
    };
    // An objective has one topic, so the candidates of a topic stand here in the order that they have alone.
    let mut topics = vec![Vec::new(); index.topics.len()];
    for candidate in candidates(index, place, &spec, history) {
        let objective = index.objectives.get(usize::from(candidate.entry.objective));
        if let Some(here) = objective.and_then(|objective| topics.get_mut(usize::from(objective.topic))) {
            here.push(candidate);
        }
    }
    let count = |here: &Vec<Candidate>| u32::try_from(peaceful(guide, here).len()).unwrap_or(u32::MAX);
    topics.iter().map(count).collect()
}

/// As many candidates as fit without enemies, in their order.
fn peaceful<'a>(guide: &Blueprint, candidates: &[Candidate<'a>]) -> Vec<Candidate<'a>> {
    let all = u32::try_from(candidates.len()).unwrap_or(u32::MAX);
    let chosen = select::select(guide, candidates, all);
    let mut kept = vec![None; candidates.len()];
    for place in chosen {
        if let Some((kept, candidate)) = kept.get_mut(place).zip(candidates.get(place)) {
            *kept = Some(*candidate);
        }
    }
    kept.into_iter().flatten().collect()
}

/// Puts listed questions in the order that the seed gives, for links that name their questions.
///
/// # Errors
/// When the guide or a question is unknown, a question is sealed or listed twice, or none is listed.
pub fn arrange(
    index: &BankIndex,
    guide: &GuideId,
    numbers: &[QuestionNumber],
    seed: Seed,
) -> Result<Selection, DrawError> {
    let (place, guide) = index.guide(guide).ok_or_else(|| DrawError::UnknownGuide(guide.clone()))?;
    if numbers.is_empty() {
        return Err(DrawError::TooFew { available: 0, wanted: 0 });
    }
    let mut listed: Vec<Candidate> = Vec::with_capacity(numbers.len());
    for number in numbers {
        let entry = index.entry(*number).ok_or(DrawError::UnknownQuestion(*number))?;
        if entry.sealed {
            return Err(DrawError::SealedQuestion(*number));
        }
        if listed.iter().any(|other| other.entry.number == *number) {
            return Err(DrawError::Repeated(*number));
        }
        listed.push(Candidate { entry, cell: entry.cell(place), order: [0, 0, 0] });
    }
    Ok(finish(guide, &listed, seed, true))
}

/// The order in which a question's options are shown: shuffled by the seed, or as the sources have them.
pub fn option_order(question: &Question, seed: Seed) -> Vec<OptionId> {
    let mut order: Vec<OptionId> = question.options.iter().map(|choice| choice.id).collect();
    if !question.fixed_order {
        shuffle(&mut order, &mut seed.stream(Purpose::Options, question.number.0));
    }
    order
}

/// The questions that a draw may give, with the order in which it prefers them.
fn candidates<'a>(
    index: &'a BankIndex,
    guide: u8,
    spec: &DrawSpec,
    history: Option<&Exposures>,
) -> Vec<Candidate<'a>> {
    let wanted: Vec<bool> = index.topics.iter().map(|topic| spec.topics.contains(&topic.id)).collect();
    let wanted_topic = |entry: &Entry| {
        let topic = || index.objectives.get(usize::from(entry.objective)).map(|objective| objective.topic);
        spec.topics.is_empty() || topic().and_then(|topic| wanted.get(usize::from(topic))) == Some(&true)
    };
    let choose = spec.seed.keyed(Purpose::Choose);
    let found: Vec<Candidate> = index
        .entries
        .iter()
        .filter(|entry| entry.tier == Tier::Exam && entry.sealed == (spec.pool == Pool::Sealed))
        .filter(|entry| wanted_topic(entry))
        .filter(|entry| spec.only.as_ref().is_none_or(|only| only.contains(&entry.number)))
        .filter(|entry| history.is_none_or(|seen| seen.objections.against(entry.number).is_none()))
        .filter_map(|entry| {
            let seen = history
                .and_then(|seen| seen.last_seen(entry.number))
                .map_or(0, |at| u64::try_from(at.0).unwrap_or(0).max(1));
            Some(Candidate {
                entry,
                cell: Some(entry.cell(guide)?),
                order: [seen, 0, choose.rank(entry.number)],
            })
        })
        .collect();
    select::spread_objectives(&found)
}

/// Orders the chosen questions, says which count and where the weights could not be met.
fn finish(guide: &Blueprint, chosen: &[Candidate], seed: Seed, whole: bool) -> Selection {
    let length = u32::try_from(chosen.len()).unwrap_or(u32::MAX);
    let domain_of = |candidate: &Candidate| candidate.cell.map(|cell| cell.domain);
    let places: Vec<u8> = (0..=u8::MAX).take(guide.domains.len()).collect();
    let counts: Vec<u32> = places
        .iter()
        .map(|place| chosen.iter().filter(|c| domain_of(c) == Some(*place)).count())
        .map(|count| u32::try_from(count).unwrap_or(u32::MAX))
        .collect();
    let weights: Vec<u32> = guide.domains.iter().map(|domain| domain.weight).collect();
    let unscored = if whole { guide.unscored_of(length) } else { 0 };
    let scored = capped_seats(&weights, &counts, length - unscored);

    let lots = seed.keyed(Purpose::Unscored);
    let mut unscored: Vec<QuestionNumber> = Vec::new();
    if unscored_count(&scored) < length {
        for ((place, count), scored) in places.iter().zip(&counts).zip(&scored) {
            let here: Vec<QuestionNumber> =
                chosen.iter().filter(|c| domain_of(c) == Some(*place)).map(|c| c.entry.number).collect();
            let here = sorted(&here, |number| [lots.rank(*number), 0, 0]);
            let spare = usize::try_from(count.saturating_sub(*scored)).unwrap_or(0);
            unscored.extend(here.into_iter().take(spare));
        }
    }

    let order = seed.keyed(Purpose::Order);
    let items: Vec<Drawn> = chosen
        .iter()
        .map(|candidate| Drawn {
            number: candidate.entry.number,
            domain: domain_of(candidate),
            scored: !unscored.contains(&candidate.entry.number),
        })
        .collect();
    let items = sorted(&items, |item| [order.rank(item.number), u64::from(item.number.0), 0]);

    let wanted = seats(&weights, length);
    let deviations = places
        .into_iter()
        .zip(wanted.into_iter().zip(counts))
        .filter(|(_, (wanted, got))| wanted != got)
        .map(|(domain, (wanted, got))| Deviation { domain, wanted, got })
        .collect();
    Selection { items, deviations }
}

fn unscored_count(scored: &[u32]) -> u32 {
    scored.iter().sum()
}
