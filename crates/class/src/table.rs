//! Answers and figures as tables that other programs read. The columns and what they mean: `docs/class-data.md`.

mod row;

use crate::sat::{fits, is_right};
use invigil_engine::ids::{OptionId, OptionSet};
pub use invigil_engine::share::class::Table;
use invigil_engine::share::class::{
    ClassForm, ClassInput, ClassItem, ClassReport, Estimate, FormReport, ItemReport, ItemWarning,
};
use invigil_engine::share::handed::{Handed, HandedAnswer};
use invigil_engine::time::{Date, Minutes, UnixMillis};
use row::Rows;

/// The version of the columns; it rises when one is taken away or means something else.
const SCHEMA_VERSION: u32 = 1;

/// Whether people stand in a table with the names that they gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// With them.
    Kept,
    /// Without: nothing but `person-1`, `person-2` and so on, in the order of the input.
    LeftOut,
}

const ANSWER_COLUMNS: &[&str] = &[
    "schema_version",
    "person",
    "name",
    "form",
    "form_title",
    "started",
    "minutes_allowed",
    "expired",
    "reveals",
    "position",
    "item",
    "revision",
    "about",
    "domain",
    "scored",
    "key",
    "chosen",
    "right",
    "flagged",
    "visited",
    "seconds",
];

const QUESTION_COLUMNS: &[&str] = &[
    "schema_version",
    "form",
    "form_title",
    "form_people",
    "form_counted",
    "form_mean",
    "form_spread",
    "form_kr20",
    "form_kr20_low",
    "form_kr20_high",
    "form_error",
    "position",
    "item",
    "revision",
    "about",
    "domain",
    "scored",
    "options",
    "key",
    "asked",
    "right",
    "unanswered",
    "facility",
    "facility_low",
    "facility_high",
    "discrimination",
    "discrimination_low",
    "discrimination_high",
    "upper_lower",
    "seconds_median",
    "warnings",
    "chosen_a",
    "correlation_a",
    "chosen_b",
    "correlation_b",
    "chosen_c",
    "correlation_c",
    "chosen_d",
    "correlation_d",
    "chosen_e",
    "correlation_e",
    "chosen_f",
    "correlation_f",
    "chosen_g",
    "correlation_g",
    "chosen_h",
    "correlation_h",
];

/// A class as a table, of which the lines end with a line feed.
///
/// The answers are those of everybody whom [`reckon`](crate::reckon) takes in. In comma-separated values, texts that
/// people typed are kept from being read as formulas by an apostrophe before them; in JSON they stand as they are.
///
/// Source: RFC 4180 for comma-separated values, but for the ends of lines; RFC 8259 for JSON.
///
/// ```
/// use invigil_class::{Names, Table, reckon, table};
/// use invigil_engine::share::class::ClassInput;
/// let input = ClassInput::default();
/// let csv = table(&input, &reckon(&input), Table::AnswersCsv, Names::LeftOut);
/// assert!(csv.starts_with("schema_version,person,name,form,") && csv.lines().count() == 1);
/// ```
pub fn table(input: &ClassInput, report: &ClassReport, kind: Table, names: Names) -> String {
    match kind {
        Table::AnswersCsv => answers(input, names, Rows::csv(ANSWER_COLUMNS)),
        Table::AnswersJsonLines => answers(input, names, Rows::json_lines(ANSWER_COLUMNS)),
        Table::QuestionsCsv => questions(input, report, Rows::csv(QUESTION_COLUMNS)),
        Table::QuestionsJsonLines => questions(input, report, Rows::json_lines(QUESTION_COLUMNS)),
    }
}

fn answers(input: &ClassInput, names: Names, mut rows: Rows) -> String {
    for (place, person) in (0..).zip(&input.people) {
        let Some(form) = fits(input, place, person) else { continue };
        let handed = &person.handed;
        let name = (names == Names::Kept).then_some(handed.name.as_str());
        let number = format!("person-{}", place + 1);
        let started = moment(handed.started);
        for (position, (item, answer)) in (1..).zip(form.items.iter().zip(&handed.answers)) {
            rows.whole(Some(SCHEMA_VERSION));
            rows.text(Some(&number));
            rows.text(name);
            of_sitting(&mut rows, form, handed, &started);
            of_item(&mut rows, form, item, position);
            of_answer(&mut rows, item, *answer);
            rows.end();
        }
    }
    rows.text
}

fn of_sitting(rows: &mut Rows, form: &ClassForm, handed: &Handed, started: &str) {
    rows.text(Some(&form.id));
    rows.text(Some(&form.title));
    rows.text(Some(started));
    rows.whole(handed.limit);
    rows.flag(handed.expired);
    rows.flag(handed.reveals);
}

fn of_item(rows: &mut Rows, form: &ClassForm, item: &ClassItem, position: u32) {
    let domain = item.domain.and_then(|domain| form.domains.get(usize::from(domain)));
    rows.whole(Some(position));
    rows.text(Some(&item.id));
    rows.whole(Some(u32::from(item.revision)));
    rows.text(Some(&item.about));
    rows.text(domain.map(String::as_str));
    rows.flag(item.scored);
}

fn of_answer(rows: &mut Rows, item: &ClassItem, answer: HandedAnswer) {
    letters(rows, item.key);
    letters(rows, answer.chosen);
    rows.flag(is_right(item, answer));
    rows.flag(answer.flagged);
    rows.flag(answer.visited);
    rows.whole(Some(answer.seconds));
}

fn questions(input: &ClassInput, report: &ClassReport, mut rows: Rows) -> String {
    for (form, of_form) in input.forms.iter().zip(&report.forms) {
        for (position, (item, report)) in (1..).zip(form.items.iter().zip(&of_form.items)) {
            rows.whole(Some(SCHEMA_VERSION));
            of_scores(&mut rows, form, of_form);
            of_item(&mut rows, form, item, position);
            rows.whole(Some(u32::from(item.options)));
            letters(&mut rows, item.key);
            of_figures(&mut rows, report);
            rows.end();
        }
    }
    rows.text
}

fn of_scores(rows: &mut Rows, form: &ClassForm, report: &FormReport) {
    rows.text(Some(&form.id));
    rows.text(Some(&form.title));
    rows.whole(Some(report.people));
    rows.whole(Some(report.counted));
    rows.thousandths(Some(report.mean).filter(|_| report.people > 0 && report.counted > 0));
    rows.thousandths(report.spread);
    estimate(rows, report.kr20);
    rows.thousandths(report.error);
}

fn of_figures(rows: &mut Rows, report: &ItemReport) {
    rows.whole(Some(report.asked));
    rows.whole(Some(report.right));
    rows.whole(Some(report.unanswered));
    estimate(rows, Some(report.facility).filter(|_| report.asked > 0));
    estimate(rows, report.discrimination);
    rows.thousandths(report.upper_lower);
    rows.whole(Some(report.seconds).filter(|_| report.asked > 0));
    rows.text(Some(&warnings(&report.warnings)));
    for place in 0..usize::from(OptionId::MAX_OPTIONS) {
        let option = report.options.get(place);
        rows.whole(option.map(|option| option.chosen));
        rows.thousandths(option.and_then(|option| option.correlation));
    }
}

fn estimate(rows: &mut Rows, figure: Option<Estimate>) {
    rows.thousandths(figure.map(|figure| figure.value));
    rows.thousandths(figure.map(|figure| figure.low));
    rows.thousandths(figure.map(|figure| figure.high));
}

fn letters(rows: &mut Rows, options: OptionSet) {
    rows.text(Some(&options.letters()));
}

/// The names of warnings with spaces between, and the letter of an option after its own.
fn warnings(found: &[ItemWarning]) -> String {
    let mut text = String::new();
    for warning in found {
        let (name, option) = match *warning {
            ItemWarning::CheckKey => ("check-key", None),
            ItemWarning::TooEasy => ("too-easy", None),
            ItemWarning::TooHard => ("too-hard", None),
            ItemWarning::Weak => ("weak", None),
            ItemWarning::Negative => ("negative", None),
            ItemWarning::DeadOption(option) => ("dead-option-", Some(option)),
            ItemWarning::DrawsTheBest(option) => ("draws-the-best-", Some(option)),
        };
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(name);
        text.extend(option.map(OptionId::letter));
    }
    text
}

/// A moment as ISO 8601 has it, in UTC, to the second: `2026-12-01T09:30:00Z`.
fn moment(millis: i64) -> String {
    let day = Date::at(UnixMillis(millis), Minutes(0));
    let seconds = millis.rem_euclid(86_400_000) / 1000;
    format!("{day}T{:02}:{:02}:{:02}Z", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
