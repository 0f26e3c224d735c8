//! How well units and pages answer a query: BM25 over paragraphs and over pages.
//!
//! Source: Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009.

use super::query::{Wanted, Way};
use super::vocabulary::Vocabulary;

/// What a word in a text weighs, as it is kept with the word: two, so that a part of a name can weigh half.
pub(super) const WHOLE: u8 = 2;

/// How soon more of the same word says nothing more, in a paragraph and on a page.
const SOON: f32 = 1.2;
const SOON_ON_PAGE: f32 = 3.0;
/// How much the length of a text counts.
const LENGTH: f32 = 0.35;
const LENGTH_OF_PAGE: f32 = 0.4;
const LENGTH_OF_HEAD: f32 = 0.3;
/// What a page, and its title and names, are worth beside its best paragraph.
const PAGE: f32 = 1.0;
const HEAD: f32 = 2.5;

/// A part of a page that is scored: its head, which is its title and names, or a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) page: u16,
    /// Its section and its place in it; none of a head.
    pub(super) paragraph: Option<(usize, usize)>,
    /// In words.
    pub(super) length: usize,
}

/// A page with its score and its best paragraph, which is a unit.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ranked {
    pub(super) score: f32,
    pub(super) page: u16,
    pub(super) unit: Option<usize>,
}

/// A count in reckonings; above sixty-five thousand it makes no difference.
pub(super) fn float(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

/// How rare something is that so many of all have.
pub(super) fn rarity(having: usize, all: usize) -> f32 {
    let (having, all) = (float(having), float(all));
    ((all - having + 0.5).max(0.5) / (having + 0.5)).ln_1p()
}

impl Way {
    /// The units that have all its words, with the weight of the least.
    pub(super) fn places(&self, words: &Vocabulary) -> Vec<(u32, u8)> {
        let mut terms = self.terms.iter().filter_map(|term| words.get(*term));
        let mut places = terms.next().map_or_else(Vec::new, |term| term.places.clone());
        for term in terms {
            places.retain_mut(|place| {
                let weight = term.weight(place.0);
                place.1 = place.1.min(weight.unwrap_or(0));
                weight.is_some()
            });
        }
        places
    }
}

impl Wanted {
    /// How often each unit has it, by the best of its ways.
    pub(super) fn reach(&self, words: &Vocabulary, units: usize) -> Vec<f32> {
        let mut reach = vec![0.0_f32; units];
        for way in &self.ways {
            for (unit, weight) in way.places(words) {
                let at = usize::try_from(unit).ok().and_then(|unit| reach.get_mut(unit));
                if let Some(at) = at {
                    *at = at.max(way.worth * f32::from(weight) / f32::from(WHOLE));
                }
            }
        }
        reach
    }
}

/// What it is worth that a word stands so often in a text of this length, between nothing and about two.
fn saturated(often: f32, soon: f32, length: f32, share: f32) -> f32 {
    often * (soon + 1.0) / (often + soon * (1.0 - share + share * length))
}

/// What is added up over the words of a query.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    score: f32,
    covered: f32,
}

struct Scoring<'a> {
    units: &'a [Unit],
    lengths: Lengths,
    of_units: Vec<Sum>,
    of_pages: Vec<Sum>,
    total: f32,
}

/// Lengths on average, and of each page.
struct Lengths {
    head: f32,
    paragraph: f32,
    page: f32,
    pages: Vec<usize>,
}

impl Lengths {
    fn of(units: &[Unit], pages: usize) -> Self {
        let mut of_pages = vec![0_usize; pages];
        let (mut heads, mut paragraphs) = (0_usize, 0_usize);
        for unit in units {
            if unit.paragraph.is_none() {
                heads += unit.length;
            } else if let Some(page) = of_pages.get_mut(usize::from(unit.page)) {
                paragraphs += unit.length;
                *page += unit.length;
            }
        }
        let average = |sum: usize, count: usize| float(sum / count.max(1)).max(1.0);
        let count = units.len().saturating_sub(pages);
        Self {
            head: average(heads, pages),
            paragraph: average(paragraphs, count),
            page: average(paragraphs, pages),
            pages: of_pages,
        }
    }
}

/// The pages that answer, best first.
pub(super) fn rank(wanted: &[Wanted], words: &Vocabulary, units: &[Unit], pages: usize) -> Vec<Ranked> {
    let mut scoring = Scoring {
        units,
        lengths: Lengths::of(units, pages),
        of_units: vec![Sum::default(); units.len()],
        of_pages: vec![Sum::default(); pages],
        total: 0.0,
    };
    for wanted in wanted {
        scoring.add(&wanted.reach(words, units.len()));
    }
    scoring.ranked()
}

impl Scoring<'_> {
    /// Adds what one word of the query is worth everywhere.
    fn add(&mut self, reach: &[f32]) {
        let (mut often, mut head) = (vec![0.0_f32; self.of_pages.len()], vec![0.0_f32; self.of_pages.len()]);
        for (unit, here) in self.units.iter().zip(reach) {
            let sums = if unit.paragraph.is_some() { &mut often } else { &mut head };
            if let Some(sum) = sums.get_mut(usize::from(unit.page)) {
                let length = float(unit.length) / self.lengths.head;
                *sum += if unit.paragraph.is_some() {
                    *here
                } else {
                    saturated(*here, SOON, length, LENGTH_OF_HEAD)
                };
            }
        }
        let rare = rarity(reach.iter().filter(|here| **here > 0.0).count(), self.units.len());
        self.total += rare;
        for ((unit, here), sum) in self.units.iter().zip(reach).zip(&mut self.of_units) {
            let length = float(unit.length) / self.lengths.paragraph;
            sum.score += rare * saturated(*here, SOON, length, LENGTH);
            // What a page is about is understood in each of its paragraphs.
            let understood = head.get(usize::from(unit.page)).copied().unwrap_or(0.0);
            sum.covered += rare * here.max(understood).min(1.0);
        }
        let having = often.iter().zip(&head).filter(|(often, head)| **often + **head > 0.0).count();
        let on_pages = rarity(having, self.of_pages.len());
        let sums = self.of_pages.iter_mut().zip(&self.lengths.pages);
        for ((sum, length), (often, head)) in sums.zip(often.iter().zip(&head)) {
            let length = float(*length) / self.lengths.page;
            sum.score += on_pages * PAGE * saturated(*often, SOON_ON_PAGE, length, LENGTH_OF_PAGE);
            sum.score += on_pages * HEAD * head;
            sum.covered += rare * (often + head).min(1.0);
        }
    }

    fn ranked(self) -> Vec<Ranked> {
        let pages = (0..u16::MAX).zip(&self.of_pages);
        let mut ranked: Vec<_> = pages.map(|(page, _)| Ranked { page, ..Ranked::default() }).collect();
        // The best paragraph of each; a head is worth nothing here.
        let mut best = vec![-1.0_f32; ranked.len()];
        for (place, (unit, sum)) in self.units.iter().zip(&self.of_units).enumerate() {
            let page = usize::from(unit.page);
            let (Some(best), Some(ranked)) = (best.get_mut(page), ranked.get_mut(page)) else { continue };
            let score = sum.score * sum.covered / self.total.max(0.01);
            if unit.paragraph.is_some() && score > *best {
                *best = score;
                ranked.unit = Some(place);
            }
        }
        for ((ranked, best), sum) in ranked.iter_mut().zip(best).zip(&self.of_pages) {
            let share = sum.covered / self.total.max(0.01);
            ranked.score = (sum.score + best.max(0.0)) * share;
        }
        ranked.retain(|ranked| ranked.score > 0.0);
        ranked.sort_by(|one, other| other.score.total_cmp(&one.score));
        ranked
    }
}
