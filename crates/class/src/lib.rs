//! What the answers of a class say of its questions and forms, by classical item statistics ([`reckon`]), and the same
//! as tables for other programs ([`table`]). Pure functions; every figure and its source: `docs/class.md`. What a figure
//! is worth to a teacher is the page's to say, and who handed in twice the caller's to settle.

mod across;
mod beta;
mod correlation;
mod form;
mod item;
mod number;
mod sat;
mod table;
mod warning;

pub use table::{Names, Table, table};

use invigil_engine::share::class::{ClassInput, ClassReport, FormReport};
use sat::{fits, of_person, sat};

/// The most questions of a form that is reckoned: those that answers can be handed in for.
pub const MOST_ITEMS: usize = 200;

/// All that the answers of a class say.
///
/// An answer is right if it is the key, whole and alone; no answer is wrong. Scores are over the questions that count.
/// Whoever names a form that is not there, has another number of answers than it, more than [`MOST_ITEMS`] or none,
/// or comes after the first [`MOST_HANDED`](invigil_engine::share::class::MOST_HANDED), is left out, and has an empty
/// report. Whatever the input, it is reckoned in time that grows with its length. Shares, correlations and reliabilities
/// are in thousandths.
///
/// ```
/// use invigil_engine::share::class::ClassInput;
/// let report = invigil_class::reckon(&ClassInput::default());
/// assert!(report.forms.is_empty() && report.left_out == 0);
/// ```
pub fn reckon(input: &ClassInput) -> ClassReport {
    let forms: Vec<FormReport> = sat(input).iter().map(form::report).collect();
    let people = (0..).zip(&input.people);
    let fitting: Vec<_> = people.map(|(place, person)| fits(input, place, person)).collect();
    let reports = input.people.iter().zip(&fitting);
    let left_out = fitting.iter().filter(|form| form.is_none()).count();
    ClassReport {
        across: across::report(&input.forms, &forms),
        people: reports
            .map(|(person, form)| form.map(|form| of_person(form, person)).unwrap_or_default())
            .collect(),
        left_out: number::count(left_out),
        forms,
    }
}
