//! What an author should look at. The thresholds and what they rest on: `docs/class.md`.

use crate::correlation::fisher;
use crate::number::{estimated, share};
use invigil_engine::ids::OptionId;
use invigil_engine::share::class::{ClassItem, Estimate, ItemReport, ItemWarning};

/// A figure's whole interval has to lie beyond its threshold, but for two: from so many people on a weak discrimination
/// alone decides, since its interval stays wider than the threshold is high.
const ENOUGH_FOR_WEAK: u32 = 100;
/// And from so many on a facility alone raises doubts of the key: to look at it in vain costs a minute, a wrong one costs
/// everybody a mark.
const ENOUGH_FOR_THE_KEY: u32 = 20;
/// Nothing is said of how a yes goes with the score where fewer said yes, or fewer no.
const FEW: u32 = 5;
/// As far above guessing as no more than guessing, in thousandths.
const ABOVE_GUESSING: i32 = 50;
const TOO_EASY: i32 = 900;
const TOO_HARD: i32 = 300;
const WEAK: i32 = 200;
const DEAD: i32 = 50;

/// What an author should look at of a question: its key, how hard it is, how well it parts, and its wrong options in the
/// order of letters.
pub(crate) fn warnings(item: &ClassItem, report: &ItemReport) -> Vec<ItemWarning> {
    let mut found = Vec::new();
    found.extend(of_facility(item, report));
    found.extend(of_discrimination(report));
    for (option, chosen) in (0..OptionId::MAX_OPTIONS).filter_map(OptionId::from_index).zip(&report.options) {
        if item.key.contains(option) {
            continue;
        }
        if estimated(chosen.chosen, report.asked).high < DEAD {
            found.push(ItemWarning::DeadOption(option));
        }
        let correlation = chosen.correlation.filter(|_| says_enough(chosen.chosen, report.asked));
        let low = correlation.map(|value| fisher(f64::from(value) / 1000.0, report.asked).low);
        if low.is_some_and(|low| low > 0) {
            found.push(ItemWarning::DrawsTheBest(option));
        }
    }
    found
}

fn of_facility(item: &ClassItem, report: &ItemReport) -> Option<ItemWarning> {
    let (facility, asked) = (report.facility, report.asked);
    let ways = combinations(u32::from(item.options.min(OptionId::MAX_OPTIONS)), item.key.len());
    let guessing = share(1, ways) + ABOVE_GUESSING;
    if ways > 1 && below(facility, guessing, asked >= ENOUGH_FOR_THE_KEY) {
        Some(ItemWarning::CheckKey)
    } else if facility.high < TOO_HARD {
        Some(ItemWarning::TooHard)
    } else {
        (facility.low > TOO_EASY).then_some(ItemWarning::TooEasy)
    }
}

fn of_discrimination(report: &ItemReport) -> Option<ItemWarning> {
    let figure = report.discrimination.filter(|_| says_enough(report.right, report.asked))?;
    if figure.high < 0 {
        Some(ItemWarning::Negative)
    } else {
        below(figure, WEAK, report.asked >= ENOUGH_FOR_WEAK).then_some(ItemWarning::Weak)
    }
}

fn says_enough(yes: u32, people: u32) -> bool {
    yes >= FEW && people.saturating_sub(yes) >= FEW
}

fn below(figure: Estimate, limit: i32, enough: bool) -> bool {
    figure.value < limit && (enough || figure.high < limit)
}

/// In how many ways so many can be chosen of so many options; zero if there are not enough, or none is to be chosen.
fn combinations(options: u32, wanted: u32) -> u32 {
    if wanted == 0 || wanted > options {
        return 0;
    }
    (1..=wanted).fold(1, |ways, chosen| ways * (options - wanted + chosen) / chosen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ItemWarning::{CheckKey, DeadOption, DrawsTheBest, Negative, TooEasy, TooHard, Weak};
    use invigil_engine::ids::OptionSet;
    use invigil_engine::share::class::OptionReport;

    fn item(options: u8, key: &str) -> ClassItem {
        ClassItem { options, key: OptionSet::from_letters(key).unwrap(), ..ClassItem::default() }
    }

    #[track_caller]
    fn check_facility(options: u8, key: &str, right: u32, asked: u32, expected: Option<ItemWarning>) {
        let report = ItemReport { asked, right, facility: estimated(right, asked), ..ItemReport::default() };
        assert_eq!(of_facility(&item(options, key), &report), expected, "{right} of {asked}");
    }

    #[track_caller]
    fn check_discrimination(thousandths: i32, right: u32, asked: u32, expected: Option<ItemWarning>) {
        let discrimination = Some(fisher(f64::from(thousandths) / 1000.0, asked));
        let report = ItemReport { asked, right, discrimination, ..ItemReport::default() };
        assert_eq!(of_discrimination(&report), expected, "{thousandths} of {asked}");
    }

    fn option(letter: char) -> OptionId {
        OptionId::from_letter(letter).unwrap()
    }

    #[test]
    fn facility_warns_where_it_is_sure() {
        // One of four is .25, and so the key is looked at below .30; from twenty people on by the figure alone.
        check_facility(4, "b", 5, 20, Some(CheckKey));
        check_facility(4, "b", 6, 20, None);
        check_facility(4, "b", 5, 19, None);
        check_facility(4, "b", 1, 19, Some(CheckKey));
        check_facility(4, "b", 0, 0, None);
        // Two of five is .10: the key below .15, too hard below .30.
        check_facility(5, "ae", 14, 100, Some(CheckKey));
        check_facility(5, "ae", 15, 100, Some(TooHard));
        check_facility(5, "ae", 20, 100, Some(TooHard));
        check_facility(5, "ae", 29, 100, None);
        check_facility(4, "b", 95, 100, None);
        check_facility(4, "b", 96, 100, Some(TooEasy));
        check_facility(4, "b", 34, 34, None);
        check_facility(4, "b", 35, 35, Some(TooEasy));
        // Nothing can be guessed where all options are the key, or none.
        check_facility(2, "ab", 100, 100, Some(TooEasy));
        check_facility(2, "abc", 0, 100, Some(TooHard));
        check_facility(0, "", 0, 100, Some(TooHard));
    }

    #[test]
    fn discrimination_warns_where_it_is_sure_or_many_were_asked() {
        check_discrimination(199, 50, 100, Some(Weak));
        check_discrimination(200, 50, 100, None);
        check_discrimination(50, 50, 99, None);
        check_discrimination(-30, 50, 99, Some(Weak));
        check_discrimination(-150, 50, 100, Some(Weak));
        check_discrimination(-200, 50, 100, Some(Negative));
        check_discrimination(-300, 12, 25, Some(Weak));
        check_discrimination(-200, 12, 25, None);
        check_discrimination(-500, 12, 25, Some(Negative));
        check_discrimination(-500, 4, 25, None);
        check_discrimination(0, 97, 100, None);
    }

    #[test]
    fn wrong_options_warn_where_nobody_wants_them_or_the_best_do() {
        let options = [(70, Some(-100)), (0, None), (20, Some(250)), (6, Some(150))];
        let options = options.map(|(chosen, correlation)| OptionReport { chosen, correlation }).to_vec();
        let mut report =
            ItemReport { asked: 100, facility: estimated(70, 100), options, ..ItemReport::default() };
        let found = warnings(&item(4, "a"), &report);
        assert_eq!(found, [DeadOption(option('b')), DrawsTheBest(option('c'))]);
        assert_eq!(warnings(&item(4, "abc"), &report), [], "the key is no wrong option");
        // None of 73 may still be more than a twentieth; .25 of so few may be nothing, and so may any of four people.
        report.asked = 73;
        report.options[2] = OptionReport { chosen: 20, correlation: Some(220) };
        report.options[3] = OptionReport { chosen: 4, correlation: Some(600) };
        assert_eq!(warnings(&item(4, "a"), &report), []);
        report.asked = 74;
        assert_eq!(warnings(&item(4, "a"), &report), [DeadOption(option('b'))]);
    }

    #[test]
    fn combinations_are_pascals() {
        let found =
            [(4, 1), (5, 2), (6, 3), (8, 4), (3, 3), (2, 3), (3, 0), (0, 0)].map(|(n, k)| combinations(n, k));
        assert_eq!(found, [4, 10, 20, 70, 1, 0, 0, 0]);
    }
}
