//! How well units and pages answer a query: BM25 over paragraphs and over pages.
//!
//! Source: Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009.

use super::query::{Wanted, Way};
use super::vocabulary::{Vocabulary, least};

/// What a word in a text weighs, as it is kept with the word: two, so that a part of a name can weigh half.
pub(super) const WHOLE: u8 = 2;

/// How soon more of the same word says nothing more, in a paragraph and on a page.
const SOON: f32 = 1.2;
const SOON_ON_PAGE: f32 = 3.0;
/// How much the length of a text counts.
const LENGTH: f32 = 0.35;
const LENGTH_OF_PAGE: f32 = 0.25;
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

/// A number that is less for a better score. The bits of numbers above zero ascend as they do.
pub(super) fn last_first(score: f32) -> usize {
    usize::try_from(u32::MAX - score.to_bits()).unwrap_or(usize::MAX)
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

/// How a unit answers a word of the query: what the best of its ways is worth, and how often it is there.
#[derive(Clone, Copy, Debug, Default)]
struct Reached {
    worth: f32,
    often: f32,
}

impl Reached {
    fn value(self) -> f32 {
        self.counts(SOON, 1.0, 0.0)
    }

    fn covers(self) -> f32 {
        self.worth * self.often.min(1.0)
    }

    /// What it counts in a text of this length.
    fn counts(self, soon: f32, length: f32, share: f32) -> f32 {
        self.worth * saturated(self.often, soon, length, share)
    }
}

/// Ways that are worth less do not make a word more frequent.
const GOOD: f32 = 0.75;

impl Wanted {
    /// How each unit answers, and how rare that is. What only resembles the word and is more frequent counts less.
    fn reach(&self, words: &Vocabulary, units: usize) -> (f32, Vec<Reached>) {
        let places: Vec<_> = self.ways.iter().map(|way| (way.worth, way.places(words))).collect();
        let good = places.iter().any(|(worth, places)| *worth >= GOOD && !places.is_empty());
        let mut having = vec![false; units];
        for (_, places) in places.iter().filter(|(worth, _)| *worth >= GOOD || !good) {
            for (unit, _) in places {
                if let Some(having) = at(&mut having, *unit) {
                    *having = true;
                }
            }
        }
        let rare = rarity(having.iter().filter(|having| **having).count(), units);
        let mut reach = vec![Reached::default(); units];
        for (worth, places) in places {
            let worth = worth * (rarity(places.len(), units) / rare).min(1.0);
            for (unit, weight) in places {
                let here = Reached { worth, often: f32::from(weight) / f32::from(WHOLE) };
                if let Some(best) = at(&mut reach, unit).filter(|best| best.value() < here.value()) {
                    *best = here;
                }
            }
        }
        (rare, reach)
    }

    /// How much of the word each unit has, up to one; and how rare that is.
    pub(super) fn coverage(&self, words: &Vocabulary, units: usize) -> (f32, Vec<f32>) {
        let (rare, reach) = self.reach(words, units);
        (rare, reach.into_iter().map(Reached::covers).collect())
    }
}

fn at<T>(list: &mut [T], unit: u32) -> Option<&mut T> {
    list.get_mut(usize::try_from(unit).ok()?)
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

/// How a page answers a word of the query.
#[derive(Clone, Copy, Debug, Default)]
struct OnPage {
    head: Reached,
    body: Reached,
    /// Of the head.
    length: f32,
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

/// The pages that answer, best first, at most so many.
pub(super) fn rank(
    wanted: &[Wanted],
    words: &Vocabulary,
    units: &[Unit],
    pages: usize,
    most: usize,
) -> Vec<Ranked> {
    let mut scoring = Scoring {
        units,
        lengths: Lengths::of(units, pages),
        of_units: vec![Sum::default(); units.len()],
        of_pages: vec![Sum::default(); pages],
        total: 0.0,
    };
    for wanted in wanted {
        scoring.add(wanted, words);
    }
    scoring.ranked(most)
}

impl Scoring<'_> {
    /// Adds what one word of the query is worth everywhere.
    fn add(&mut self, wanted: &Wanted, words: &Vocabulary) {
        let (rare, reach) = wanted.reach(words, self.units.len());
        self.total += rare;
        let on_pages = self.on_pages(&reach);
        for ((unit, here), sum) in self.units.iter().zip(&reach).zip(&mut self.of_units) {
            let length = float(unit.length) / self.lengths.paragraph;
            sum.score += rare * here.counts(SOON, length, LENGTH);
            // What a page is about is understood in each of its paragraphs.
            let understood = on_pages.get(usize::from(unit.page)).map_or(0.0, |page| page.head.covers());
            sum.covered += rare * here.covers().max(understood);
        }
        let all = on_pages.len();
        let rare_on_pages =
            rarity(on_pages.iter().filter(|page| page.head.worth + page.body.worth > 0.0).count(), all);
        let rare_in_heads = rarity(on_pages.iter().filter(|page| page.head.worth > 0.0).count(), all);
        let lengths = self.lengths.pages.iter();
        for ((sum, length), page) in self.of_pages.iter_mut().zip(lengths).zip(&on_pages) {
            let length = float(*length) / self.lengths.page;
            sum.score += rare_on_pages * PAGE * page.body.counts(SOON_ON_PAGE, length, LENGTH_OF_PAGE);
            let length = page.length / self.lengths.head;
            let head = page.head.counts(SOON, length, LENGTH_OF_HEAD);
            sum.score += HEAD * head * f32::midpoint(rare_on_pages, rare_in_heads);
            sum.covered += rare * page.head.covers().max(page.body.covers());
        }
    }

    /// How each page answers, by its head and by all its paragraphs.
    fn on_pages(&self, reach: &[Reached]) -> Vec<OnPage> {
        let mut pages = vec![OnPage::default(); self.of_pages.len()];
        for (unit, here) in self.units.iter().zip(reach) {
            let Some(page) = pages.get_mut(usize::from(unit.page)) else { continue };
            if unit.paragraph.is_none() {
                (page.head, page.length) = (*here, float(unit.length));
            } else {
                page.body.worth = page.body.worth.max(here.worth);
                page.body.often += here.worth * here.often;
            }
        }
        for page in &mut pages {
            page.body.often /= page.body.worth.max(0.01);
        }
        pages
    }

    fn ranked(self, most: usize) -> Vec<Ranked> {
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
        let scored = ranked.iter().enumerate().filter(|(_, ranked)| ranked.score > 0.0);
        let scored = scored.map(|(place, ranked)| (last_first(ranked.score), place)).collect();
        let best = least(scored, most).into_iter();
        best.filter_map(|(_, place)| ranked.get(place).copied()).collect()
    }
}
