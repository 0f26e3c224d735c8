//! What is asked of the answers of a class, and what they say. The reckoning itself is in `crates/class`.
//!
//! Shares, correlations and reliabilities are in thousandths.

use super::handed::Handed;
use crate::ids::{OptionId, OptionSet};
use crate::packed::{packed_choice, packed_fields, packed_variants};

/// The most answers of a class that are taken in.
pub const MOST_HANDED: usize = 1000;

/// A table of a class, and how it is written. The columns: `docs/class-data.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// A line a person and question, as comma-separated values.
    AnswersCsv,
    /// A line a person and question, as JSON.
    AnswersJsonLines,
    /// A line a form and question with the figures, as comma-separated values.
    QuestionsCsv,
    /// A line a form and question with the figures, as JSON.
    QuestionsJsonLines,
}

packed_choice!(Table { AnswersCsv, AnswersJsonLines, QuestionsCsv, QuestionsJsonLines });

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClassInput {
    /// The forms that were sat.
    pub forms: Vec<ClassForm>,
    /// Who handed in what.
    pub people: Vec<ClassPerson>,
}

/// A form that was sat.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClassForm {
    /// What names it for ever: the text of its exam link, or `own-paper:` and the fingerprint.
    pub id: String,
    /// What it is called on the page.
    pub title: String,
    /// Titles of its domains.
    pub domains: Vec<String>,
    /// Its questions, in order.
    pub items: Vec<ClassItem>,
}

/// A question of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClassItem {
    /// What names it in all forms: the bank's id or the paper's fingerprint, a slash, its number.
    pub id: String,
    /// Its revision.
    pub revision: u16,
    /// What it is about: its topic, or how its stem begins.
    pub about: String,
    /// Index into [`ClassForm::domains`].
    pub domain: Option<u8>,
    /// Whether it counts.
    pub scored: bool,
    /// How many options it has.
    pub options: u8,
    /// Its key.
    pub key: OptionSet,
}

/// Somebody who handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassPerson {
    /// Index into [`ClassInput::forms`].
    pub form: u16,
    /// The answers, as many as the form has questions.
    pub handed: Handed,
}

/// What a class says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClassReport {
    /// One a form, in the order of the input.
    pub forms: Vec<FormReport>,
    /// Questions that stand in more than one form, over all of them.
    pub across: Vec<AcrossReport>,
    /// One a person, in the order of the input.
    pub people: Vec<PersonReport>,
    /// How many people were left out, since their answers do not fit the form.
    pub left_out: u32,
}

/// A figure, and where it lies with a confidence of 95 percent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Estimate {
    /// It.
    pub value: i32,
    /// The lower end.
    pub low: i32,
    /// The upper end.
    pub high: i32,
}

/// What a class says of a form. Over the questions that count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormReport {
    /// How many people.
    pub people: u32,
    /// The questions that count.
    pub counted: u32,
    /// The mean share of right answers.
    pub mean: i32,
    /// Its standard deviation over people (n − 1); none for fewer than two.
    pub spread: Option<i32>,
    /// How many people had a share in each tenth, from 0 to 100 percent.
    pub tenths: Vec<u32>,
    /// KR-20; none where it cannot be reckoned: fewer than two people or questions, or no spread.
    pub kr20: Option<Estimate>,
    /// The standard error of measurement of a share.
    pub error: Option<i32>,
    /// One a question of the form, counted or not.
    pub items: Vec<ItemReport>,
    /// The share of right answers of each domain, over all people; none of one without a question that counts.
    pub domains: Vec<Option<Estimate>>,
}

/// What a class says of a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemReport {
    /// How many people had it.
    pub asked: u32,
    /// How many were right.
    pub right: u32,
    /// How many gave no answer.
    pub unanswered: u32,
    /// The share that was right, with Wilson's interval.
    pub facility: Estimate,
    /// Correlation of the question with the score over the other questions that count; none where it cannot be reckoned.
    pub discrimination: Option<Estimate>,
    /// The share right among the best 27 percent less that among the weakest 27 percent; none of fewer than ten people.
    pub upper_lower: Option<i32>,
    /// One an option, in the order of letters.
    pub options: Vec<OptionReport>,
    /// Median time spent at it, in seconds.
    pub seconds: u32,
    /// What an author should look at.
    pub warnings: Vec<ItemWarning>,
}

/// What a class says of an option.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OptionReport {
    /// How many chose it.
    pub chosen: u32,
    /// Correlation of choosing it with the score over the other questions.
    pub correlation: Option<i32>,
}

/// What an author should look at. Sources of the thresholds: `docs/class.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemWarning {
    /// Hardly more were right than by guessing: look at the key first.
    CheckKey,
    /// Nearly all were right.
    TooEasy,
    /// Few were right.
    TooHard,
    /// Who knows more is hardly more often right.
    Weak,
    /// Who knows more is more often wrong.
    Negative,
    /// Nearly nobody chose this wrong option.
    DeadOption(OptionId),
    /// Those who know more choose this wrong option more often.
    DrawsTheBest(OptionId),
}

/// A question over all forms that have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AcrossReport {
    /// What names it.
    pub id: String,
    /// What it is about.
    pub about: String,
    /// In how many forms.
    pub forms: u32,
    /// How many people had it.
    pub asked: u32,
    /// How many were right.
    pub right: u32,
    /// The share that was right.
    pub facility: Estimate,
}

/// What somebody handed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonReport {
    /// Right answers of the questions that count.
    pub right: u32,
    /// The questions that count.
    pub counted: u32,
    /// Right and asked of each domain of the form, of those that count.
    pub domains: Vec<(u32, u32)>,
}

packed_fields! {
    ClassInput { forms, people }
    ClassForm { id, title, domains, items }
    ClassItem { id, revision, about, domain, scored, options, key }
    ClassPerson { form, handed }
    ClassReport { forms, across, people, left_out }
    Estimate { value, low, high }
    FormReport { people, counted, mean, spread, tenths, kr20, error, items, domains }
    ItemReport { asked, right, unanswered, facility, discrimination, upper_lower, options, seconds, warnings }
    OptionReport { chosen, correlation }
    AcrossReport { id, about, forms, asked, right, facility }
    PersonReport { right, counted, domains }
}

packed_variants!(ItemWarning, Self::Weak, {
    0 => CheckKey,
    1 => TooEasy,
    2 => TooHard,
    3 => Weak,
    4 => Negative,
    5 => DeadOption(option),
    6 => DrawsTheBest(option),
});
