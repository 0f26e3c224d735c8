//! How many full forms a bank gives before a question comes twice: the app's own draw over a pool that shrinks.

use crate::compile;
use crate::load::BankSources;
use invigil_engine::bank::{BankIndex, Blueprint, Entry, Tier};
use invigil_engine::draw::{DrawSpec, Pool, draw, seats};
use invigil_engine::ids::QuestionNumber;
use invigil_engine::seed::Seed;
use std::collections::BTreeSet;

/// Full forms of a guide with no question twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormCount {
    /// The guide's id.
    pub guide: String,
    /// From the questions that are not sealed.
    pub open: usize,
    /// From the sealed ones.
    pub sealed: usize,
    /// From all of them, as if none were sealed.
    pub together: usize,
}

/// Other seeds are tried while fewer forms were drawn than the seats of the domains admit: enemies can be in the
/// way of one draw and not of another.
const TRIES: u64 = 8;

/// Counts the forms of each guide; none while the bank does not compile.
pub(crate) fn count(bank: &BankSources) -> Option<Vec<FormCount>> {
    let index = compile::index(&numbered(bank))?;
    let mut one_pool = index.clone();
    one_pool.entries.iter_mut().for_each(|entry| entry.sealed = false);
    let counts = index.guides.iter().map(|guide| FormCount {
        guide: guide.id.to_string(),
        open: most(&index, guide, Pool::Open),
        sealed: most(&index, guide, Pool::Sealed),
        together: most(&one_pool, guide, Pool::Open),
    });
    Some(counts.collect())
}

/// The bank with a number for each question that has none yet, so that it compiles.
fn numbered(bank: &BankSources) -> BankSources {
    let mut bank = bank.clone();
    let given = bank.questions.iter().filter_map(|found| found.value.number);
    let mut highest = given.chain(bank.numbers.iter().map(|numbers| numbers.highest)).max().unwrap_or(0);
    for question in bank.questions.iter_mut().filter(|found| found.value.number.is_none()) {
        highest += 1;
        question.value.number = Some(highest);
    }
    bank
}

/// The most forms that some seeds give.
fn most(index: &BankIndex, guide: &Blueprint, pool: Pool) -> usize {
    let bound = bound(index, guide, pool);
    let mut most = 0;
    for attempt in 0..TRIES {
        if most == bound {
            break;
        }
        most = most.max(in_a_row(index, guide, pool, attempt));
    }
    most
}

/// No more forms than each domain fills with its seats.
fn bound(index: &BankIndex, guide: &Blueprint, pool: Pool) -> usize {
    let Some((place, _)) = index.guide(&guide.id) else { return 0 };
    let weights: Vec<u32> = guide.domains.iter().map(|domain| domain.weight).collect();
    let drawable = |entry: &&Entry| entry.tier == Tier::Exam && entry.sealed == (pool == Pool::Sealed);
    let domain = |entry: &Entry| entry.cell(place).map(|cell| usize::from(cell.domain));
    let domains: Vec<usize> = index.entries.iter().filter(drawable).filter_map(domain).collect();
    let forms = (0..).zip(seats(&weights, guide.format.questions)).filter_map(|(domain, seats)| {
        let here = domains.iter().filter(|each| **each == domain).count();
        here.checked_div(usize::try_from(seats).ok()?)
    });
    forms.min().unwrap_or(0)
}

/// Draws until a form falls short of the guide's weights.
fn in_a_row(index: &BankIndex, guide: &Blueprint, pool: Pool, attempt: u64) -> usize {
    let mut left = index.clone();
    let mut forms = 0;
    for seed in attempt * 1000.. {
        let spec = DrawSpec {
            guide: guide.id.clone(),
            length: guide.format.questions,
            topics: Vec::new(),
            seed: Seed::from_entropy(seed),
            pool,
            only: None,
        };
        let form = draw(&left, &spec, None).ok().filter(|form| form.deviations.is_empty());
        let Some(form) = form.filter(|form| !form.items.is_empty()) else { break };
        let drawn: BTreeSet<QuestionNumber> = form.items.iter().map(|item| item.number).collect();
        left.entries.retain(|entry| !drawn.contains(&entry.number));
        forms += 1;
    }
    forms
}
