//! Every figure against the same one written plainly from its definition, over hundreds of classes.

use crate::support::any_class;
use crate::support::plain::{Plain, deviation, f_quantile, fisher, mean, pearson, wilson};
use invigil_class::reckon;
use invigil_engine::share::class::{ClassInput, Estimate, FormReport, ItemReport};

/// Equal but for the last thousandth, which may be rounded the other way.
#[track_caller]
fn near(found: i32, plain: f64, what: &str) {
    let plain = plain * 1000.0;
    assert!(
        (f64::from(found) - plain).abs() <= 0.51 + plain.abs() * 1e-5,
        "{what}: {found}, plainly {plain}"
    );
}

#[track_caller]
fn near_all(found: Estimate, value: f64, (low, high): (f64, f64), what: &str) {
    near(found.value, value, what);
    near(found.low, low, what);
    near(found.high, high, what);
}

/// The ends come from hundredths of a percent, and so are rounded twice.
#[track_caller]
fn near_share(found: Estimate, right: usize, of: usize, what: &str) {
    let (low, high) = wilson(right, of);
    near(found.value, right as f64 / of as f64, what);
    for (found, plain) in [(found.low, low), (found.high, high)] {
        assert!((f64::from(found) - plain * 1000.0).abs() <= 0.61, "{what}: {found}, plainly {plain}");
    }
}

fn of_form(input: &ClassInput, place: usize) -> Plain<'_> {
    let form = &input.forms[place];
    let people = input.people.iter().filter(|person| usize::from(person.form) == place);
    let fitting = people.filter(|person| person.handed.answers.len() == form.items.len());
    Plain { form, answers: fitting.map(|person| person.handed.answers.as_slice()).collect() }
}

fn ones(list: &[f64]) -> usize {
    list.iter().filter(|number| **number > 0.5).count()
}

fn check_item(plain: &Plain, place: usize, found: &ItemReport) {
    let (n, right) = (plain.answers.len(), plain.right(place));
    let rest = plain.scores_without(Some(place));
    assert_eq!((found.asked as usize, found.right as usize), (n, ones(&right)));
    let unanswered = plain.answers.iter().filter(|answers| answers[place].chosen.letters().is_empty());
    assert_eq!(found.unanswered as usize, unanswered.count());
    assert_eq!(found.seconds, plain.median_seconds(place));
    if n > 0 {
        near_share(found.facility, ones(&right), n, "facility");
    }
    let correlation = |yes: &[f64]| pearson(yes, &rest).filter(|_| n >= 4);
    assert_eq!(found.discrimination.is_some(), correlation(&right).is_some());
    if let (Some(found), Some(r)) = (found.discrimination, correlation(&right)) {
        near_all(found, r, fisher(r, n), "discrimination");
    }
    assert_eq!(found.upper_lower.is_some(), n >= 10 && !plain.counted().is_empty());
    if let Some(index) = found.upper_lower {
        near(index, plain.upper_lower(place), "upper and lower");
    }
    assert_eq!(found.options.len(), usize::from(plain.form.items[place].options));
    for (letter, option) in ('a'..).zip(&found.options) {
        let chose = plain.chose(place, letter);
        assert_eq!(option.chosen as usize, ones(&chose));
        assert_eq!(option.correlation.is_some(), correlation(&chose).is_some());
        if let (Some(found), Some(r)) = (option.correlation, correlation(&chose)) {
            near(found, r, "option");
        }
    }
}

fn check_form(plain: &Plain, found: &FormReport) {
    let (n, k) = (plain.answers.len(), plain.counted().len());
    let shares: Vec<f64> = plain.scores_without(None).iter().map(|score| score / k as f64).collect();
    assert_eq!((found.people as usize, found.counted as usize), (n, k));
    if n > 0 && k > 0 {
        near(found.mean, mean(&shares), "mean");
        let tenths = (0..10).map(|tenth| {
            let inside = |share: &&f64| ((**share * 10.0 + 1e-9).floor() as u32).min(9) == tenth;
            shares.iter().filter(inside).count() as u32
        });
        assert_eq!(found.tenths, tenths.collect::<Vec<_>>());
    }
    assert_eq!(found.spread.is_some(), n > 1 && k > 0);
    if let Some(spread) = found.spread {
        near(spread, deviation(&shares), "spread");
    }
    let reckonable = n > 1 && k > 1 && deviation(&shares) > 1e-9;
    assert_eq!((found.kr20.is_some(), found.error.is_some()), (reckonable, reckonable));
    if let (Some(kr20), Some(error)) = (found.kr20, found.error) {
        let alpha = plain.alpha();
        let (d1, d2) = (n as f64 - 1.0, (n as f64 - 1.0) * (k as f64 - 1.0));
        let end = |chance| 1.0 - (1.0 - alpha) * f_quantile(chance, d1, d2);
        near(kr20.value, alpha, "KR-20");
        for (found, plain) in [(kr20.low, end(0.975)), (kr20.high, end(0.025))] {
            let plain = plain * 1000.0;
            assert!(
                (f64::from(found) - plain).abs() <= 0.6 + plain.abs() * 1e-3,
                "KR-20: {found}, plainly {plain}"
            );
        }
        near(error, deviation(&shares) * (1.0 - alpha).max(0.0).sqrt(), "error");
    }
    for (domain, found) in found.domains.iter().enumerate() {
        let places = plain.counted().into_iter();
        let of_domain: Vec<usize> =
            places.filter(|place| plain.form.items[*place].domain.map(usize::from) == Some(domain)).collect();
        assert_eq!(found.is_some(), !of_domain.is_empty());
        if let Some(found) = found.filter(|_| n > 0) {
            let right = of_domain.iter().map(|place| ones(&plain.right(*place))).sum();
            near_share(found, right, n * of_domain.len(), "domain");
        }
    }
}

#[test]
fn every_figure_is_that_of_its_definition() {
    let (mut reliable, mut correlated, mut across) = (0, 0, 0);
    for seed in 0..300 {
        let input = any_class(seed);
        let report = reckon(&input);
        for (place, found) in report.forms.iter().enumerate() {
            let plain = of_form(&input, place);
            check_form(&plain, found);
            found.items.iter().enumerate().for_each(|(place, item)| check_item(&plain, place, item));
            reliable += u32::from(found.kr20.is_some());
            correlated += found.items.iter().filter(|item| item.discrimination.is_some()).count();
        }
        let fitting: usize = (0..input.forms.len()).map(|place| of_form(&input, place).answers.len()).sum();
        assert_eq!(report.left_out as usize, input.people.len() - fitting);
        across += report.across.len();
        check_across(&input, &report.across);
    }
    assert!(reliable > 300 && correlated > 5000 && across > 500, "{reliable} {correlated} {across}");
}

fn check_across(input: &ClassInput, found: &[invigil_engine::share::class::AcrossReport]) {
    let mut seen: Vec<&str> = Vec::new();
    for item in input.forms.iter().flat_map(|form| &form.items) {
        let has = |place: &usize| input.forms[*place].items.iter().any(|other| other.id == item.id);
        let forms: Vec<usize> = (0..input.forms.len()).filter(has).collect();
        if forms.len() < 2 || seen.contains(&item.id.as_str()) {
            continue;
        }
        let report = &found[seen.len()];
        seen.push(&item.id);
        let (mut asked, mut right) = (0, 0);
        for form in &forms {
            let plain = of_form(input, *form);
            for place in (0..plain.form.items.len()).filter(|place| plain.form.items[*place].id == item.id) {
                asked += plain.answers.len();
                right += ones(&plain.right(place));
            }
        }
        assert_eq!((&report.id, report.forms as usize), (&item.id, forms.len()));
        assert_eq!((report.asked as usize, report.right as usize), (asked, right));
        if asked > 0 {
            near_share(report.facility, right, asked, "across");
        }
    }
    assert_eq!(found.len(), seen.len());
}
