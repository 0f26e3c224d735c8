//! The model: shrunken shares by domain, spread for what a bank cannot know, against a cut that nobody publishes.

use super::binomial::{beta_binomial, binomial_tail, sum_of};

/// A first answer that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Place of its domain in the guide.
    pub domain: u8,
    /// Whether it was right.
    pub right: bool,
}

/// The share of right answers that passes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cut {
    /// It is not published: a normal distribution, cut off at .56 and .84.
    Unknown {
        /// Its mean.
        mean: f64,
        /// Its standard deviation.
        deviation: f64,
    },
    /// It is known.
    Known(f64),
}

/// What the model assumes. The values are those of [`Parameters::default`]; they were set before any simulation and
/// are changed only by a decision record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameters {
    /// After so many more answers one counts half.
    pub half_life: f64,
    /// So many answers at the learner's own average stand beside those of each domain.
    pub shrink: f64,
    /// Right answers that stand beside all, of [`Self::prior_all`].
    pub prior_right: f64,
    /// See [`Self::prior_right`].
    pub prior_all: f64,
    /// Standard deviation, in logits, of how much harder or easier the exam is than the bank.
    pub mismatch: f64,
    /// The cut.
    pub cut: Cut,
}

impl Default for Parameters {
    fn default() -> Self {
        Self {
            half_life: 150.0,
            shrink: 10.0,
            prior_right: 3.3,
            prior_all: 5.0,
            mismatch: 0.3,
            cut: Cut::Unknown { mean: 0.70, deviation: 0.03 },
        }
    }
}

/// What the model makes of the answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// The chance of passing.
    pub chance: f64,
    /// Eight times in ten the share of right answers in the exam lies here.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
    /// The domains, in the order of the guide.
    pub domains: Vec<DomainEstimate>,
}

/// What the model makes of a domain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DomainEstimate {
    /// The expected share of right answers.
    pub share: f64,
    /// Eight times in ten the exam's own share lies here, the luck of its few questions left out.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
    /// By how much the chance of passing rises when the share is a standard deviation better.
    pub gain: f64,
}

/// A beta distribution.
#[derive(Clone, Copy, Debug)]
struct Beta {
    right: f64,
    wrong: f64,
}

impl Beta {
    fn size(self) -> f64 {
        self.right + self.wrong
    }

    fn mean(self) -> f64 {
        self.right / self.size()
    }

    fn deviation(self) -> f64 {
        (self.mean() * (1.0 - self.mean()) / (self.size() + 1.0)).sqrt()
    }

    /// The same spread about another mean.
    fn about(self, mean: f64) -> Self {
        Self { right: mean * self.size(), wrong: (1.0 - mean) * self.size() }
    }
}

/// The ninety-percent point of the standard normal distribution.
const NINE_TENTHS: f64 = 1.281_551_565_5;

/// The chance of passing, from first answers (oldest first) and the questions of each domain that count in the exam.
///
/// Source: a beta-binomial distribution a domain with the learner's own average as its prior, summed over domains;
/// averaged over the mismatch of bank and exam by Gauss-Hermite quadrature and over the cut. No chance is drawn.
pub fn estimate(answers: &[Answer], seats: &[u32], parameters: &Parameters) -> Estimate {
    let domains = shares(answers, seats.len(), parameters);
    let whole = distribution(&domains, seats, parameters);
    let cut = cut_chances(whole.len(), parameters.cut);
    let chance = passing(&whole, &cut);
    let of = |place: usize, domain: &Beta| {
        let mean = domain.mean();
        let spread = (1.0 / domain.right + 1.0 / domain.wrong + parameters.mismatch.powi(2)).sqrt();
        let end = |side: f64| logistic(logit(mean) + side * NINE_TENTHS * spread);
        let mut better = domains.clone();
        if let Some(here) = better.get_mut(place) {
            *here = domain.about((mean + domain.deviation()).min(0.999));
        }
        let gain = passing(&distribution(&better, seats, parameters), &cut) - chance;
        DomainEstimate { share: mean, low: end(-1.0), high: end(1.0), gain }
    };
    Estimate {
        chance,
        low: quantile(&whole, 0.1),
        high: quantile(&whole, 0.9),
        domains: domains.iter().enumerate().map(|(place, domain)| of(place, domain)).collect(),
    }
}

/// What is known of each domain's share: the newer an answer, the more it counts, and all are drawn towards the
/// learner's own average.
fn shares(answers: &[Answer], domains: usize, parameters: &Parameters) -> Vec<Beta> {
    let fade = 0.5_f64.powf(1.0 / parameters.half_life);
    let mut seen = vec![Beta { right: 0.0, wrong: 0.0 }; domains];
    let mut weight = 1.0;
    for answer in answers.iter().rev() {
        if let Some(here) = seen.get_mut(usize::from(answer.domain)) {
            let side = if answer.right { &mut here.right } else { &mut here.wrong };
            *side += weight;
        }
        weight *= fade;
    }
    let right: f64 = seen.iter().map(|here| here.right).sum();
    let all: f64 = seen.iter().map(|here| here.size()).sum();
    let own = (right + parameters.prior_right) / (all + parameters.prior_all);
    let shrunk = |here: Beta| Beta {
        right: here.right + parameters.shrink * own,
        wrong: here.wrong + parameters.shrink * (1.0 - own),
    };
    seen.into_iter().map(shrunk).collect()
}

/// Nodes and weights of the Gauss-Hermite quadrature of nine points for a standard normal variable.
///
/// Source: Abramowitz and Stegun, table 25.10, nodes times the root of two, weights over the root of pi.
const NODES: [(f64, f64); 9] = [
    (-4.512_745_863_399_78, 2.234_584_400_774_66e-5),
    (-3.205_429_002_856_47, 2.789_141_321_231_77e-3),
    (-2.076_847_978_677_83, 4.991_640_676_521_79e-2),
    (-1.023_255_663_789_13, 2.440_975_028_949_39e-1),
    (0.0, 4.063_492_063_492_06e-1),
    (1.023_255_663_789_13, 2.440_975_028_949_39e-1),
    (2.076_847_978_677_83, 4.991_640_676_521_79e-2),
    (3.205_429_002_856_47, 2.789_141_321_231_77e-3),
    (4.512_745_863_399_78, 2.234_584_400_774_66e-5),
];

/// The chances of each number of right answers in the exam.
fn distribution(domains: &[Beta], seats: &[u32], parameters: &Parameters) -> Vec<f64> {
    let scored: u32 = seats.iter().sum();
    let mut whole = vec![0.0; usize::try_from(scored).unwrap_or(0) + 1];
    for (node, weight) in NODES {
        let mut sum = vec![1.0];
        for (domain, seats) in domains.iter().zip(seats) {
            let shifted = domain.about(logistic(logit(domain.mean()) - node * parameters.mismatch));
            sum = sum_of(&sum, &beta_binomial(*seats, shifted.right, shifted.wrong));
        }
        for (place, chance) in whole.iter_mut().zip(sum) {
            *place += weight * chance;
        }
    }
    whole
}

/// The chance that the cut stands at each number of right answers.
fn cut_chances(numbers: usize, cut: Cut) -> Vec<f64> {
    let scored = f64::from(u32::try_from(numbers.saturating_sub(1)).unwrap_or(0)).max(1.0);
    let share = |number: u32| f64::from(number) / scored;
    let numbers = 0..u32::try_from(numbers).unwrap_or(0);
    let chances: Vec<f64> = match cut {
        Cut::Known(known) => {
            // The first number that reaches it.
            let reached = |number: u32| share(number) >= known - 1e-9;
            numbers
                .map(
                    |number| if reached(number) && (number == 0 || !reached(number - 1)) { 1.0 } else { 0.0 },
                )
                .collect()
        }
        Cut::Unknown { mean, deviation } => numbers
            .map(share)
            .map(|share| {
                let far = (share - mean) / deviation;
                if (0.56 - 1e-9..=0.84 + 1e-9).contains(&share) { (-0.5 * far * far).exp() } else { 0.0 }
            })
            .collect(),
    };
    let all: f64 = chances.iter().sum();
    chances.into_iter().map(|chance| if all > 0.0 { chance / all } else { 0.0 }).collect()
}

/// The chance that the number of right answers reaches the cut.
fn passing(numbers: &[f64], cut: &[f64]) -> f64 {
    let mut reached = 0.0;
    let mut chance = 0.0;
    for (number, cut) in numbers.iter().zip(cut) {
        reached += cut;
        chance += number * reached;
    }
    chance.clamp(0.0, 1.0)
}

/// The share of right answers below which the distribution stands with a chance.
fn quantile(numbers: &[f64], chance: f64) -> f64 {
    let most = f64::from(u32::try_from(numbers.len().saturating_sub(1)).unwrap_or(0)).max(1.0);
    let mut sum = 0.0;
    for (number, here) in (0_u32..).zip(numbers) {
        sum += here;
        if sum >= chance {
            return f64::from(number) / most;
        }
    }
    1.0
}

/// What all answers alike would have claimed: the chance of 72 percent and more in an exam that is answered right by
/// the share of all answers ever given.
pub fn raw_claim(share: f64, scored: u32) -> f64 {
    let least = (u64::from(scored) * 72).div_ceil(100);
    binomial_tail(scored, share, u32::try_from(least).unwrap_or(scored))
}

fn logit(share: f64) -> f64 {
    (share / (1.0 - share)).ln()
}

fn logistic(logit: f64) -> f64 {
    1.0 / (1.0 + (-logit).exp())
}
