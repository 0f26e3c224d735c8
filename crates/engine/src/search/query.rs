//! What is looked for: the words of a query, each with the ways in which a text may answer it.

use super::vocabulary::Vocabulary;
use super::words::{Kind, each_word, stem};
use std::ops::Range;

/// More bytes than these are not read.
const BYTES: usize = 200;
/// More words than these are not looked for.
const WORDS: usize = 12;
/// How many known words stand in for one that was begun, and for one that was mistyped.
const BEGUN: usize = 48;
const MISTYPED: usize = 12;

/// How well a way answers, against the word itself.
mod worth {
    pub(super) const SYNONYM: f32 = 0.8;
    pub(super) const PARTS: f32 = 0.7;
    pub(super) const ONE_PART: f32 = 0.2;
    pub(super) const BEGUN: f32 = 0.8;
    pub(super) const LONGER: f32 = 0.4;
    pub(super) const SLIP: f32 = 0.75;
    pub(super) const TWO_SLIPS: f32 = 0.5;
    pub(super) const OTHER_INITIAL: f32 = 0.5;
}

/// Phrases that mean the same, as stems: groups of phrases of words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Synonyms(Vec<Vec<Vec<String>>>);

impl Synonyms {
    pub(super) fn of(groups: &[Vec<String>]) -> Self {
        let phrases = |group: &Vec<String>| group.iter().map(|phrase| phrase_of(phrase)).collect();
        Self(groups.iter().map(phrases).collect())
    }

    /// The other phrases of the groups that have this one.
    fn others<'a>(&'a self, phrase: &'a [String]) -> impl Iterator<Item = &'a [String]> {
        let groups = self.0.iter().filter(move |group| group.iter().any(|one| one == phrase));
        groups.flatten().filter(move |other| *other != phrase).map(Vec::as_slice)
    }
}

fn phrase_of(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(text, &mut |word| {
        if word.kind == Kind::Word {
            words.push(word.stem.to_owned());
        }
    });
    words
}

/// One word of a query.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    pub(super) ways: Vec<Way>,
}

/// Words that answer when all of them stand in a unit: their places in the vocabulary, and what that is worth.
#[derive(Debug)]
pub(super) struct Way {
    pub(super) worth: f32,
    pub(super) terms: Vec<usize>,
}

impl Wanted {
    fn one(&mut self, worth: f32, term: usize) {
        if !self.ways.iter().any(|way| way.terms == [term]) {
            self.ways.push(Way { worth, terms: vec![term] });
        }
    }

    fn all(&mut self, worth: f32, stems: &[String], words: &Vocabulary) {
        let terms: Option<Vec<usize>> = stems.iter().map(|stem| words.place(stem)).collect();
        if let Some(terms) = terms.filter(|terms| !terms.is_empty()) {
            self.ways.push(Way { worth, terms });
        }
    }
}

/// What a query has: a word as it was typed.
#[derive(Debug)]
struct Typed {
    raw: String,
    stem: String,
    parts: Vec<String>,
    range: Range<usize>,
}

#[derive(Debug, Default)]
struct Query {
    typed: Vec<Typed>,
    /// Words without their hyphens, and which of the words they join.
    joined: Vec<(String, Range<usize>)>,
    /// Whether the last word may go on.
    open: bool,
}

fn read(text: &str) -> Query {
    let text = text.get(..text.floor_char_boundary(BYTES)).unwrap_or_default();
    let mut query = Query::default();
    each_word(text, &mut |word| match word.kind {
        Kind::Word => query.typed.push(Typed {
            raw: word.raw.to_owned(),
            stem: word.stem.to_owned(),
            parts: Vec::new(),
            range: word.range.clone(),
        }),
        Kind::Part => {
            if let Some(last) = query.typed.last_mut() {
                last.parts.push(word.stem.to_owned());
            }
        }
        Kind::Joined => {
            let from = query.typed.iter().position(|typed| typed.range.start >= word.range.start);
            let whole = from.unwrap_or(query.typed.len())..query.typed.len();
            query.joined.push((word.stem.to_owned(), whole));
        }
    });
    query.typed.truncate(WORDS);
    query.open = query.typed.last().is_some_and(|last| text.trim_ascii_end().len() == last.range.end);
    query
}

/// What a query looks for among these words. A word that nothing answers is left out.
pub(super) fn wanted(text: &str, words: &Vocabulary, synonyms: &Synonyms) -> Vec<Wanted> {
    let query = read(text);
    let last = query.typed.len().saturating_sub(1);
    let ways = |(place, typed)| ways(typed, words, query.open && place == last);
    let mut wanted: Vec<Wanted> = query.typed.iter().enumerate().map(ways).collect();
    join(&query, words, &mut wanted);
    add_synonyms(&query, words, synonyms, &mut wanted);
    wanted.retain(|wanted| !wanted.ways.is_empty());
    wanted
}

fn ways(typed: &Typed, words: &Vocabulary, open: bool) -> Wanted {
    let mut wanted = Wanted::default();
    let known = words.place(&typed.stem);
    if let Some(term) = known {
        wanted.one(1.0, term);
    }
    let letters = typed.raw.len();
    if open || letters >= if known.is_some() { 5 } else { 3 } {
        let worth = if known.is_some() { worth::LONGER } else { worth::BEGUN };
        for term in words.beginning(&typed.raw, BEGUN) {
            wanted.one(worth, term);
        }
    }
    if known.is_none() {
        add_similar(typed, letters, words, &mut wanted);
    }
    wanted.all(worth::PARTS, &typed.parts, words);
    if known.is_none() {
        for part in &typed.parts {
            wanted.all(worth::ONE_PART, std::slice::from_ref(part), words);
        }
        add_halves(typed, words, &mut wanted);
    }
    wanted
}

/// `taskrole` is looked for as `task` and `role`.
fn add_halves(typed: &Typed, words: &Vocabulary, wanted: &mut Wanted) {
    for at in 3..typed.raw.len().saturating_sub(2) {
        if let Some((one, other)) = typed.raw.split_at_checked(at) {
            wanted.all(worth::PARTS, &[stem(one), stem(other)], words);
        }
    }
}

fn add_similar(typed: &Typed, letters: usize, words: &Vocabulary, wanted: &mut Wanted) {
    let slips = match letters {
        0..4 => return,
        4..8 => 1,
        _ => 2,
    };
    for (slips, term) in words.similar(&typed.raw, &typed.stem, slips, MISTYPED) {
        let same = words.get(term).is_some_and(|known| known.word.bytes().next() == typed.raw.bytes().next());
        let initial = if same { 1.0 } else { worth::OTHER_INITIAL };
        wanted.one(initial * if slips == 1 { worth::SLIP } else { worth::TWO_SLIPS }, term);
    }
}

/// `on-demand` is looked for as `ondemand` too, and `cloud front` as `cloudfront`.
fn join(query: &Query, words: &Vocabulary, wanted: &mut [Wanted]) {
    let pairs = query.typed.iter().zip(query.typed.iter().skip(1)).enumerate();
    let pairs = pairs.map(|(place, (one, other))| (stem(&(one.raw.clone() + &other.raw)), place..place + 2));
    for (joined, range) in query.joined.iter().cloned().chain(pairs) {
        let Some(term) = words.place(&joined) else { continue };
        for wanted in wanted.get_mut(range).unwrap_or_default() {
            wanted.one(1.0, term);
        }
    }
}

fn add_synonyms(query: &Query, words: &Vocabulary, synonyms: &Synonyms, wanted: &mut [Wanted]) {
    let stems: Vec<String> = query.typed.iter().map(|typed| typed.stem.clone()).collect();
    for length in 1..=4 {
        for (place, phrase) in stems.windows(length).enumerate() {
            for other in synonyms.others(phrase) {
                for wanted in wanted.get_mut(place..place + length).unwrap_or_default() {
                    wanted.all(worth::SYNONYM, other, words);
                }
            }
        }
    }
}
