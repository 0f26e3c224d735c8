//! What an attempt is worth: raw score, domains, and a band on the exam's scale.
//!
//! Multiple response is all or nothing, an unanswered question is wrong, and a guess costs nothing, as the exam
//! has it. The exam's raw cut is not published, so a scaled score is a band and not a point.

use crate::bank::ExamFormat;
use crate::ids::Position;
use crate::sitting::Sitting;

/// Below this many questions a band on the exam's scale says next to nothing.
pub const SHORT: u32 = 20;

/// Right answers of a number of questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Right answers.
    pub right: u32,
    /// Questions.
    pub total: u32,
}

impl Score {
    fn count(&mut self, right: bool) {
        self.right += u32::from(right);
        self.total += 1;
    }

    /// Hundredths of a percent, rounded down; zero of no questions.
    pub fn basis_points(self) -> u32 {
        (self.right * 10_000).checked_div(self.total).unwrap_or(0)
    }

    /// Percent, rounded to the nearest whole.
    pub fn percent(self) -> u32 {
        (self.basis_points() + 50) / 100
    }
}

/// A range on the exam's scale: what a raw score may be worth under the plausible cuts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// Under the highest cut.
    pub low: u32,
    /// Under the lowest cut.
    pub high: u32,
}

/// Where a band lies beside the pass mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The whole band passes.
    Above,
    /// The pass mark lies inside the band.
    Near,
    /// The whole band fails.
    Below,
}

/// The grade of a sitting as far as it went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grade {
    /// Over all questions.
    pub all: Score,
    /// Over those that count.
    pub scored: Score,
    /// Over those that count, a domain of the guide each.
    pub domains: Vec<Score>,
    /// Questions without an answer.
    pub unanswered: u32,
    /// The band of the scored questions.
    pub band: Band,
    /// Where the band lies.
    pub standing: Standing,
}

impl Grade {
    /// Over those that do not count.
    pub fn unscored(&self) -> Score {
        let less = |all: u32, scored: u32| all.saturating_sub(scored);
        Score {
            right: less(self.all.right, self.scored.right),
            total: less(self.all.total, self.scored.total),
        }
    }
}

/// Whether a question was answered right: the options chosen are the key, no more and no less.
pub fn is_right(sitting: &Sitting, position: Position) -> bool {
    sitting.form.item(position).is_some_and(|item| sitting.answer(position) == item.question.key())
}

/// Grades a sitting.
pub fn grade(sitting: &Sitting) -> Grade {
    let form = &sitting.form;
    let mut all = Score::default();
    let mut scored = Score::default();
    let mut domains = vec![Score::default(); form.guide.domains.len()];
    let mut unanswered = 0;
    for (position, item) in sitting.positions().zip(&form.items) {
        let right = is_right(sitting, position);
        all.count(right);
        unanswered += u32::from(sitting.answer(position).is_empty());
        if item.scored {
            scored.count(right);
            if let Some(domain) = item.domain.and_then(|place| domains.get_mut(usize::from(place))) {
                domain.count(right);
            }
        }
    }
    let band = band(scored, &form.guide.format);
    let standing = standing(band, form.guide.format.pass);
    Grade { all, scored, domains, unanswered, band, standing }
}

/// The band of a raw score.
///
/// For a cut c, a share p up to c is worth `low + (pass − low)·p/c`, and above it
/// `pass + (high − pass)·(p − c)/(1 − c)`; the band spans the guide's plausible cuts.
pub fn band(score: Score, format: &ExamFormat) -> Band {
    let share = u64::from(score.basis_points());
    let worth = format.raw_cuts.iter().map(|cut| scaled(share, u64::from(*cut) * 100, format));
    let (low, high) = worth.fold((u32::MAX, 0), |(low, high), scaled| (low.min(scaled), high.max(scaled)));
    Band { low: low.min(high), high }
}

fn scaled(share: u64, cut: u64, format: &ExamFormat) -> u32 {
    let (low, pass, high) =
        (u64::from(format.scale_low), u64::from(format.pass), u64::from(format.scale_high));
    let worth = if share <= cut {
        low + ((pass.saturating_sub(low)) * share + cut / 2).checked_div(cut).unwrap_or(0)
    } else {
        let above = 10_000_u64.saturating_sub(cut);
        pass + ((high.saturating_sub(pass)) * (share - cut) + above / 2).checked_div(above).unwrap_or(0)
    };
    u32::try_from(worth).unwrap_or(u32::MAX)
}

/// Where a band lies beside the pass mark.
pub fn standing(band: Band, pass: u32) -> Standing {
    if band.low >= pass {
        Standing::Above
    } else if band.high < pass {
        Standing::Below
    } else {
        Standing::Near
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Minutes;

    fn exam() -> ExamFormat {
        ExamFormat {
            questions: 65,
            scored: 50,
            minutes: Minutes(130),
            extra_minutes: Minutes(30),
            scale_low: 100,
            scale_high: 1000,
            pass: 720,
            raw_cuts: vec![67, 70, 73],
        }
    }

    #[track_caller]
    fn check(right: u32, total: u32, low: u32, high: u32, expected: Standing) {
        let band = band(Score { right, total }, &exam());
        assert_eq!((band.low, band.high), (low, high));
        assert_eq!(standing(band, 720), expected);
    }

    #[test]
    fn the_band_spans_the_plausible_cuts() {
        check(80, 100, 793, 830, Standing::Above);
        check(70, 100, 695, 745, Standing::Near);
        check(90, 100, 896, 915, Standing::Above);
        check(65, 100, 652, 701, Standing::Below);
        check(0, 50, 100, 100, Standing::Below);
        check(50, 50, 1000, 1000, Standing::Above);
        check(0, 0, 100, 100, Standing::Below);
    }

    #[test]
    fn more_right_answers_are_never_worth_less() {
        for right in 0..50 {
            let (less, more) = (Score { right, total: 50 }, Score { right: right + 1, total: 50 });
            assert!(band(less, &exam()).low <= band(more, &exam()).low);
            assert!(band(less, &exam()).high <= band(more, &exam()).high);
        }
    }
}
