//! The same figures written plainly from their definitions, with other algorithms, and not one line shared with the
//! crate: lists of floats, two passes, sorting, whole covariance matrices, and a density summed up.

use invigil_engine::share::class::{ClassForm, ClassItem};
use invigil_engine::share::handed::HandedAnswer;

/// Everybody's answers to a form.
pub(crate) struct Plain<'a> {
    pub(crate) form: &'a ClassForm,
    pub(crate) answers: Vec<&'a [HandedAnswer]>,
}

pub(crate) fn mean(numbers: &[f64]) -> f64 {
    numbers.iter().sum::<f64>() / numbers.len() as f64
}

/// The covariance of a sample, over n − 1.
fn covariance(x: &[f64], y: &[f64]) -> f64 {
    let (mx, my) = (mean(x), mean(y));
    x.iter().zip(y).map(|(x, y)| (x - mx) * (y - my)).sum::<f64>() / (x.len() as f64 - 1.0)
}

pub(crate) fn deviation(x: &[f64]) -> f64 {
    covariance(x, x).sqrt()
}

/// Pearson's r; none where one of them is constant.
pub(crate) fn pearson(x: &[f64], y: &[f64]) -> Option<f64> {
    let constant = |list: &[f64]| list.iter().all(|number| (number - list[0]).abs() < 1e-9);
    (x.len() > 1 && !constant(x) && !constant(y)).then(|| covariance(x, y) / (deviation(x) * deviation(y)))
}

/// Its interval, by Fisher's transformation and back.
pub(crate) fn fisher(r: f64, n: usize) -> (f64, f64) {
    let half = 1.959_964 / (n as f64 - 3.0).sqrt();
    ((r.atanh() - half).tanh(), (r.atanh() + half).tanh())
}

/// Wilson's interval as most books have it: centre and half width.
pub(crate) fn wilson(right: usize, of: usize) -> (f64, f64) {
    let (n, z) = (of as f64, 1.96_f64);
    let p = right as f64 / n;
    let centre = (p + z * z / (2.0 * n)) / (1.0 + z * z / n);
    let half = z / (1.0 + z * z / n) * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    (centre - half, centre + half)
}

/// The F quantile: the density of the beta distribution in θ, with x = sin²θ, summed up in small steps until the chance is
/// reached; no gamma function is needed, since the sum of all is one.
pub(crate) fn f_quantile(chance: f64, d1: f64, d2: f64) -> f64 {
    const STEPS: usize = 8000;
    let width = std::f64::consts::FRAC_PI_2 / STEPS as f64;
    let top = ((d1 - 1.0) / (d2 - 1.0).max(1e-9)).sqrt().atan().clamp(1e-3, 1.57);
    let log = |theta: f64| (d1 - 1.0) * theta.sin().ln() + (d2 - 1.0) * theta.cos().ln();
    let density: Vec<f64> =
        (0..STEPS).map(|step| (log((step as f64 + 0.5) * width) - log(top)).exp()).collect();
    let wanted = chance * density.iter().sum::<f64>();
    let mut sum = 0.0;
    for (step, part) in density.iter().enumerate() {
        if sum + part >= wanted {
            let theta = (step as f64 + (wanted - sum) / part) * width;
            return d2 / d1 * theta.tan().powi(2);
        }
        sum += part;
    }
    f64::INFINITY
}

impl Plain<'_> {
    fn column(&self, place: usize, yes: impl Fn(&ClassItem, HandedAnswer) -> bool) -> Vec<f64> {
        let item = &self.form.items[place];
        self.answers.iter().map(|answers| f64::from(u8::from(yes(item, answers[place])))).collect()
    }

    /// One or zero for everybody: whether the letters of the answer are those of the key.
    pub(crate) fn right(&self, place: usize) -> Vec<f64> {
        self.column(place, |item, answer| {
            !answer.chosen.letters().is_empty() && answer.chosen.letters() == item.key.letters()
        })
    }

    /// One or zero for everybody: whether the letter was chosen.
    pub(crate) fn chose(&self, place: usize, letter: char) -> Vec<f64> {
        self.column(place, |_, answer| answer.chosen.letters().chars().any(|chosen| chosen == letter))
    }

    /// The places of the questions that count.
    pub(crate) fn counted(&self) -> Vec<usize> {
        (0..self.form.items.len()).filter(|place| self.form.items[*place].scored).collect()
    }

    /// Everybody's score over the questions that count, but for one.
    pub(crate) fn scores_without(&self, left_out: Option<usize>) -> Vec<f64> {
        let mut scores = vec![0.0; self.answers.len()];
        for place in self.counted().into_iter().filter(|place| Some(*place) != left_out) {
            scores.iter_mut().zip(self.right(place)).for_each(|(score, right)| *score += right);
        }
        scores
    }

    /// Cronbach's alpha of the whole covariance matrix, which for right and wrong is KR-20.
    pub(crate) fn alpha(&self) -> f64 {
        let columns: Vec<Vec<f64>> = self.counted().into_iter().map(|place| self.right(place)).collect();
        let (mut all, mut diagonal) = (0.0, 0.0);
        for (row, x) in columns.iter().enumerate() {
            for (column, y) in columns.iter().enumerate() {
                all += covariance(x, y);
                diagonal += if row == column { covariance(x, y) } else { 0.0 };
            }
        }
        let k = columns.len() as f64;
        k / (k - 1.0) * (1.0 - diagonal / all)
    }

    /// The share right among the best less that among the weakest; who stand equal at the edge count in part.
    pub(crate) fn upper_lower(&self, place: usize) -> f64 {
        let mut ranked: Vec<(f64, f64)> =
            self.scores_without(None).into_iter().zip(self.right(place)).collect();
        let group = (ranked.len() as f64 * 0.27).round();
        let mut among = |sign: f64| {
            ranked.sort_by(|one, other| (sign * one.0).total_cmp(&(sign * other.0)));
            let mut right = 0.0;
            for (score, _) in ranked.iter().take(group as usize) {
                let tied: Vec<f64> = ranked
                    .iter()
                    .filter(|(other, _)| (other - score).abs() < 0.5)
                    .map(|(_, right)| *right)
                    .collect();
                right += mean(&tied);
            }
            right / group
        };
        among(-1.0) - among(1.0)
    }

    /// The middle time of those who opened the question.
    pub(crate) fn median_seconds(&self, place: usize) -> u32 {
        let opened = self.answers.iter().map(|answers| answers[place]).filter(|answer| answer.visited);
        let mut seconds: Vec<u32> = opened.map(|answer| answer.seconds).collect();
        seconds.sort_unstable();
        match seconds.as_slice() {
            [] => 0,
            list if list.len() % 2 == 1 => list[list.len() / 2],
            list => (list[list.len() / 2 - 1] + list[list.len() / 2]).div_ceil(2),
        }
    }
}
