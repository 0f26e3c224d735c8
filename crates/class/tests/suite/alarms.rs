//! How often warnings are false of sound questions, and how often what is wrong is found.

use crate::support::world::{Dice, Truth, class_of};
use invigil_class::reckon;
use invigil_engine::share::class::ItemWarning;

/// The share of questions of a truth that a warning is given of, among forty sound ones.
fn share_of(people: u32, truth: Truth, warns: impl Fn(ItemWarning) -> bool) -> f64 {
    let mut dice = Dice::new(u64::from(people));
    let mut truths = vec![Truth::Sound; 40];
    truths[..4].fill(truth);
    let mut warned = 0;
    for _ in 0..40 {
        let report = reckon(&class_of(&mut dice, people, &truths));
        let of_truth = report.forms[0].items.iter().take(4);
        warned += of_truth.filter(|item| item.warnings.iter().copied().any(&warns)).count();
    }
    warned as f64 / 160.0
}

fn alarms(warning: ItemWarning) -> bool {
    matches!(warning, ItemWarning::CheckKey | ItemWarning::Negative | ItemWarning::DrawsTheBest(_))
}

#[test]
fn sound_questions_rarely_alarm() {
    for people in [12, 25, 50, 100, 200] {
        let share = share_of(people, Truth::Sound, alarms);
        assert!(share <= 0.025, "{people}: {share}");
    }
}

#[test]
fn a_wrong_key_is_found() {
    for (people, least) in [(25, 0.6), (50, 0.9), (100, 0.97)] {
        let share = share_of(people, Truth::WrongKey, alarms);
        assert!(share >= least, "{people}: {share}");
    }
}

#[test]
fn noise_is_found_in_a_large_class() {
    let share = share_of(200, Truth::Noise, |warning| warning == ItemWarning::CheckKey);
    assert!(share >= 0.85, "{share}");
}
