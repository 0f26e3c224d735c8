//! Fills the seats of a form: domain by domain, task by task, enemies apart.

use super::seats::{capped_seats, seats};
use crate::bank::{Blueprint, Cell, Entry};
use crate::ids::QuestionNumber;
use crate::order::sorted;

/// A question that may be drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate<'a> {
    /// What is known of it.
    pub(super) entry: &'a Entry,
    /// Its place in the guide; none only for listed questions that the guide does not ask.
    pub(super) cell: Option<Cell>,
    /// Preference, smallest first: when it was last seen, how many of its objective stand
    /// before it, and its rank in the keyed order.
    pub(super) order: [u64; 3],
}

impl Candidate<'_> {
    fn domain(&self) -> Option<u8> {
        self.cell.map(|cell| cell.domain)
    }

    fn task(&self) -> Option<u8> {
        self.cell.and_then(|cell| cell.task)
    }

    /// Whether two questions must not stand in one form.
    fn is_enemy_of(&self, other: &Candidate) -> bool {
        self.entry.enemies.contains(&other.entry.number) || other.entry.enemies.contains(&self.entry.number)
    }
}

/// Numbers the questions of each objective within their class of last sight, so that an objective's second
/// question comes after every objective's first; then sorts by preference.
pub(super) fn spread_objectives<'a>(candidates: &[Candidate<'a>]) -> Vec<Candidate<'a>> {
    let mut candidates = sorted(candidates, |candidate| candidate.order);
    let mut asked: Vec<u64> = Vec::new();
    for candidate in &mut candidates {
        let objective = usize::from(candidate.entry.objective);
        if asked.len() <= objective {
            asked.resize(objective + 1, 0);
        }
        if let Some(count) = asked.get_mut(objective) {
            let [_, before, _] = &mut candidate.order;
            *before = *count;
            *count += 1;
        }
    }
    sorted(&candidates, |candidate| candidate.order)
}

/// Chooses `length` candidates, or as many as there are without enemies; returns places in `candidates`.
pub(super) fn select(guide: &Blueprint, candidates: &[Candidate], length: u32) -> Vec<usize> {
    let weights: Vec<u32> = guide.domains.iter().map(|domain| domain.weight).collect();
    let domains: Vec<Vec<usize>> = (0..=u8::MAX)
        .take(guide.domains.len())
        .map(|domain| places(candidates, |candidate| candidate.domain() == Some(domain)))
        .collect();
    let caps: Vec<u32> = domains.iter().map(|here| count(here)).collect();
    let mut seating = Seating::new(candidates);
    for (here, seats) in domains.iter().zip(capped_seats(&weights, &caps, length)) {
        seating.fill_domain(candidates, here, seats);
    }
    // What enemies kept free is filled from the whole guide, in order of preference.
    let all: Vec<usize> = (0..candidates.len()).collect();
    let short = length.saturating_sub(count(&seating.chosen));
    seating.fill(&all, short);
    seating.chosen
}

/// The chosen so far, and who cannot be chosen any more.
struct Seating {
    /// The places of the chosen, in the order in which they were chosen.
    chosen: Vec<usize>,
    /// For each candidate whether it is chosen, or an enemy of a chosen one.
    closed: Vec<bool>,
    /// For each candidate the places of its enemies.
    enemies: Vec<Vec<usize>>,
}

impl Seating {
    fn new(candidates: &[Candidate]) -> Self {
        Self { chosen: Vec::new(), closed: vec![false; candidates.len()], enemies: enemies(candidates) }
    }

    /// Gives the domain's seats to its tasks in equal shares, then to whoever is left.
    fn fill_domain(&mut self, candidates: &[Candidate], here: &[usize], seats: u32) {
        let last = here.iter().filter_map(|place| candidates.get(*place)?.task()).max();
        let before = count(&self.chosen);
        let groups: Vec<Vec<usize>> = last
            .into_iter()
            .flat_map(|last| 0..=last)
            .map(|task| {
                let of_task = |place: &usize| candidates.get(*place).is_some_and(|c| c.task() == Some(task));
                here.iter().copied().filter(of_task).collect()
            })
            .collect();
        let caps: Vec<u32> = groups.iter().map(|group| count(group)).collect();
        let shares =
            if groups.is_empty() { Vec::new() } else { capped_seats(&vec![1; groups.len()], &caps, seats) };
        for (group, share) in groups.iter().zip(shares) {
            self.fill(group, share);
        }
        let short = seats.saturating_sub(count(&self.chosen) - before);
        self.fill(here, short);
    }

    /// Adds up to `seats` of the given places, in order, that are neither chosen nor enemies of the chosen.
    fn fill(&mut self, places: &[usize], seats: u32) {
        let mut left = seats;
        for place in places {
            if left == 0 {
                return;
            }
            if self.closed.get(*place) == Some(&false) {
                self.choose(*place);
                left -= 1;
            }
        }
    }

    fn choose(&mut self, place: usize) {
        self.chosen.push(place);
        let enemies = self.enemies.get(place).into_iter().flatten();
        for closed in enemies.chain([&place]) {
            if let Some(closed) = self.closed.get_mut(*closed) {
                *closed = true;
            }
        }
    }
}

/// For each candidate the places of its enemies, whichever of the two names the other.
fn enemies(candidates: &[Candidate]) -> Vec<Vec<usize>> {
    let mut enemies = vec![Vec::new(); candidates.len()];
    let naming = candidates.iter().enumerate();
    let named: Vec<(QuestionNumber, usize)> =
        naming.flat_map(|(place, c)| c.entry.enemies.iter().map(move |named| (*named, place))).collect();
    let named = sorted(&named, |(number, _)| [u64::from(number.0), 0, 0]);
    for (place, candidate) in candidates.iter().enumerate() {
        let number = candidate.entry.number;
        let first = named.partition_point(|(named, _)| *named < number);
        let naming = named.iter().skip(first).take_while(|(named, _)| *named == number);
        for (_, other) in naming {
            for (of, enemy) in [(place, *other), (*other, place)] {
                if let Some(enemies) = enemies.get_mut(of) {
                    enemies.push(enemy);
                }
            }
        }
    }
    enemies
}

/// Whether a candidate has no enemy among the chosen, one of them aside.
pub(super) fn fits(candidates: &[Candidate], place: usize, chosen: &[usize], aside: usize) -> bool {
    let Some(candidate) = candidates.get(place) else { return false };
    chosen
        .iter()
        .filter(|other| **other != aside)
        .filter_map(|other| candidates.get(*other))
        .all(|other| !candidate.is_enemy_of(other))
}

fn places(candidates: &[Candidate], wanted: impl Fn(&Candidate) -> bool) -> Vec<usize> {
    candidates.iter().enumerate().filter(|(_, candidate)| wanted(candidate)).map(|(place, _)| place).collect()
}

fn count(places: &[usize]) -> u32 {
    u32::try_from(places.len()).unwrap_or(u32::MAX)
}

/// Targets of a quota in questions: percentages by largest remainder.
pub(super) fn targets(shares: &[u32; 3], length: u32) -> Vec<u32> {
    seats(shares, length)
}
