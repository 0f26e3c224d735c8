use super::*;
use invigil_engine::draw::seats;
use proptest::prelude::*;

const C03: [u32; 4] = [30, 26, 22, 22];

fn c03() -> Vec<u32> {
    seats(&C03, 50)
}

fn of(domain: u8, right: bool) -> Answer {
    Answer { domain, right }
}

/// So many answers in each domain, of which so many in a hundred are right, evenly spread.
fn even(each: u32, percent: u32) -> Vec<Answer> {
    let right = |at: u32| (at + 1) * percent / 100 > at * percent / 100;
    (0..each).flat_map(|at| (0..4).map(move |domain| of(domain, right(at)))).collect()
}

fn known(cut: f64) -> Parameters {
    // Nothing is forgotten, nothing is drawn anywhere, the exam is as the bank, and its cut is known.
    Parameters { half_life: 1e12, shrink: 1e-9, mismatch: 0.0, cut: Cut::Known(cut), ..Parameters::default() }
}

#[track_caller]
fn near(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within, "{found} is not {expected} within {within}");
}

#[test]
fn a_beta_binomial_is_uniform_where_nothing_is_known_and_binomial_where_all_is() {
    for chance in beta_binomial(4, 1.0, 1.0) {
        near(chance, 0.2, 1e-12);
    }
    let certain = beta_binomial(4, 5e8, 5e8);
    for (chance, expected) in certain.iter().zip([0.0625, 0.25, 0.375, 0.25, 0.0625]) {
        near(*chance, expected, 1e-6);
    }
    assert_eq!(beta_binomial(0, 2.0, 3.0), [1.0]);
    near(binomial_tail(4, 0.5, 2), 0.6875, 1e-12);
    near(binomial_tail(50, 0.75, 36), 0.748, 1e-3);
}

#[test]
fn what_is_nearly_certain_stays_a_distribution_in_the_longest_exam() {
    for share in [1e-9, 1e-3, 0.5, 1.0 - 1e-3, 1.0 - 1e-9] {
        for size in [2.0, 200.0, 1e7] {
            let chances = beta_binomial(200, share * size, (1.0 - share) * size);
            near(chances.iter().sum(), 1.0, 1e-9);
            let mean: f64 = (0_u32..).zip(&chances).map(|(right, chance)| f64::from(right) * chance).sum();
            near(mean, 200.0 * share, 1e-6);
        }
    }
    for (share, least, expected) in
        [(0.0, 0, 1.0), (0.0, 1, 0.0), (1.0, 200, 1.0), (1.0, 0, 1.0), (0.5, 201, 0.0)]
    {
        near(binomial_tail(200, share, least), expected, 1e-12);
    }
    // At least 140 are right, or at least 61 are wrong.
    near(binomial_tail(200, 0.7, 140) + binomial_tail(200, 0.3, 61), 1.0, 1e-9);
}

#[test]
fn with_endless_evidence_it_is_the_noise_of_the_exam_alone() {
    // The chance of passing for a known share and a known cut: rows of 70, 75, 80 percent against 33, 35, 36, 38 of 50.
    for (percent, row) in
        [(70, [0.78, 0.57, 0.45, 0.22]), (75, [0.95, 0.84, 0.75, 0.51]), (80, [0.99, 0.97, 0.94, 0.81])]
    {
        let answers = even(20_000, percent);
        for (cut, expected) in [33.0, 35.0, 36.0, 38.0].into_iter().zip(row) {
            let found = estimate(&answers, &c03(), &known(cut / 50.0));
            near(found.chance, expected, 0.006);
        }
    }
}

#[test]
fn without_answers_it_is_the_prior() {
    let nothing = estimate(&[], &c03(), &Parameters::default());
    assert!((0.3..0.5).contains(&nothing.chance), "{}", nothing.chance);
    for domain in nothing.domains {
        near(domain.share, 0.66, 1e-9);
        assert!(domain.low < 0.66 && domain.high > 0.66 && domain.gain > 0.0);
    }
}

#[test]
fn what_is_shown_is_rounded_and_never_certain() {
    for (chance, expected) in [
        (0.0, 5),
        (0.01, 5),
        (0.074, 5),
        (0.076, 10),
        (0.5, 50),
        (0.724, 70),
        (0.726, 75),
        (0.99, 95),
        (1.0, 95),
    ] {
        assert_eq!(shown(chance), expected, "{chance}");
    }
    for number in [0, 1, 2, 499, 500, 65_535, 999_999] {
        assert_eq!(whole(f64::from(number) + 0.4), number);
    }
    assert_eq!(whole(f64::NAN.max(0.0)), 0);
    assert_eq!(whole(-3.0), 0);
}

#[test]
fn the_nodes_are_those_of_a_standard_normal_variable() {
    // A chance that is linear in the share is not moved by the mismatch on average beyond the bend of the logistic.
    let flat = Parameters { cut: Cut::Known(0.0), ..Parameters::default() };
    near(estimate(&even(20, 60), &c03(), &flat).chance, 1.0, 1e-9);
    let never = Parameters { cut: Cut::Known(1.01), ..Parameters::default() };
    near(estimate(&even(20, 60), &c03(), &never).chance, 0.0, 1e-9);
}

#[test]
fn the_weakest_domain_of_the_greatest_weight_moves_it_most() {
    let mut answers = even(20, 75);
    for answer in answers.iter_mut().filter(|answer| answer.domain == 0).step_by(2) {
        answer.right = false;
    }
    let found = estimate(&answers, &c03(), &Parameters::default());
    let best = found.domains.iter().map(|domain| domain.gain).fold(0.0, f64::max);
    near(found.domains[0].gain, best, 1e-12);
    assert!(found.domains[0].share < found.domains[1].share);
}

fn any_answers() -> impl Strategy<Value = Vec<Answer>> {
    let answer = (0..4_u8, any::<bool>()).prop_map(|(domain, right)| of(domain, right));
    proptest::collection::vec(answer, 0..300)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 48 } else { 256 }))]

    #[test]
    fn a_right_answer_in_place_of_a_wrong_one_never_lowers_it(answers in any_answers(), which in any::<prop::sample::Index>()) {
        prop_assume!(!answers.is_empty());
        let place = which.index(answers.len());
        let with = |right| {
            let mut answers = answers.clone();
            answers[place].right = right;
            estimate(&answers, &c03(), &Parameters::default())
        };
        let (wrong, right) = (with(false), with(true));
        prop_assert!(right.chance >= wrong.chance - 1e-12);
        prop_assert!(right.low >= wrong.low && right.high >= wrong.high);
    }

    #[test]
    fn a_higher_cut_never_raises_it(answers in any_answers(), cut in 0.5..0.9_f64, more in 0.0..0.1_f64) {
        let at = |cut| estimate(&answers, &c03(), &Parameters { cut: Cut::Known(cut), ..Parameters::default() }).chance;
        prop_assert!(at(cut + more) <= at(cut) + 1e-12);
    }

    #[test]
    fn weight_moved_to_a_better_domain_never_lowers_it(good in 60..95_u32, worse in 5..40_u32, moved in 1..12_u32) {
        let mut answers = even(40, good);
        for answer in answers.iter_mut().filter(|answer| answer.domain == 3) {
            answer.right = false;
        }
        answers.extend(even(40, worse).into_iter().filter(|answer| answer.domain == 3));
        let at = |moved: u32| {
            let seats = [14 + moved, 12, 12, 12 - moved];
            estimate(&answers, &seats, &Parameters::default()).chance
        };
        prop_assert!(at(moved) >= at(0) - 1e-9);
    }

    #[test]
    fn answers_of_one_age_may_change_places(answers in any_answers(), place in any::<prop::sample::Index>()) {
        // Without a half-life all are of one age; with one, the weight goes with the place.
        prop_assume!(answers.len() > 1);
        let ageless = Parameters { half_life: 1e15, ..Parameters::default() };
        let mut other = answers.clone();
        other.swap(0, place.index(answers.len()));
        let (one, two) = (estimate(&answers, &c03(), &ageless), estimate(&other, &c03(), &ageless));
        prop_assert!((one.chance - two.chance).abs() < 1e-9);
    }

    #[test]
    fn it_is_always_a_chance(answers in any_answers(), seats in proptest::collection::vec(0..20_u32, 0..6)) {
        let found = estimate(&answers, &seats, &Parameters::default());
        prop_assert!((0.0..=1.0).contains(&found.chance));
        prop_assert!((0.0..=1.0).contains(&found.low) && found.low <= found.high && found.high <= 1.0);
        for domain in &found.domains {
            prop_assert!(domain.low <= domain.share && domain.share <= domain.high);
        }
        prop_assert!((5..=95).contains(&shown(found.chance)));
    }
}
