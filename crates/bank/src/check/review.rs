//! The records of review name questions that there are, in revisions that they had, and options that they have.

use crate::diagnostic::{Diagnostic, Place};
use crate::load::{BankSources, Lines, Round};
use crate::review;
use crate::source::QuestionSource;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(bank: &BankSources, found: &mut Vec<Diagnostic>) {
    let known = Known { bank, questions: review::by_number(bank) };
    for round in &bank.review {
        known.check_round(round, found);
    }
}

struct Known<'a> {
    bank: &'a BankSources,
    questions: BTreeMap<u32, &'a QuestionSource>,
}

impl Known<'_> {
    fn check_round(&self, round: &Round, found: &mut Vec<Diagnostic>) {
        let mut seen = BTreeSet::new();
        let mut answer = |place: &Place, number: u32, revision: u16, chosen: &[String]| {
            if !seen.insert((number, revision)) {
                let message = format!("the round answers revision {revision} of question {number} twice");
                found.push(place.says("E-review", message, "keep the first answer"));
            }
            self.check_line(place, number, revision, chosen, found);
        };
        match &round.lines {
            Lines::Blind(lines) => lines.iter().for_each(|line| {
                answer(&line.place, line.value.number, line.value.revision, &line.value.chosen);
            }),
            Lines::OptionsOnly(lines) => lines.iter().for_each(|line| {
                answer(&line.place, line.value.number, line.value.revision, &line.value.chosen);
            }),
            Lines::Adversary(lines) => lines.iter().for_each(|line| {
                let option = std::slice::from_ref(&line.value.option);
                self.check_line(&line.place, line.value.number, line.value.revision, option, found);
            }),
            Lines::Planted(planted) => {
                if planted.as_ref().is_some_and(|planted| planted.found > planted.planted) {
                    let message = "more faults were found than were planted";
                    found.push(round.place.says("E-review", message, "count again"));
                }
            }
        }
    }

    fn check_line(
        &self,
        place: &Place,
        number: u32,
        revision: u16,
        options: &[String],
        found: &mut Vec<Diagnostic>,
    ) {
        let mut says = |message: String, advice: &str| found.push(place.says("E-review", message, advice));
        let highest = self.bank.numbers.as_ref().map_or(u32::MAX, |numbers| numbers.highest);
        if number == 0 || number > highest {
            says(format!("no question ever had the number {number}"), "mend the number");
        }
        // A question that is gone keeps its record.
        let Some(question) = self.questions.get(&number) else { return };
        if revision == 0 || revision > question.revision {
            let message = format!("question {number} never had the revision {revision}");
            says(message, "mend the revision: the source has the present one");
        }
        let known = |id: &String| question.options.iter().any(|option| option.id == *id);
        if revision == question.revision && !options.iter().all(known) {
            let message = format!("question {number} has no option {}", options.join(", "));
            says(message, "write letters that the source has, as they stand there");
        }
    }
}
