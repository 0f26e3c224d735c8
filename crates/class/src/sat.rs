//! Who sat which form, what they answered, and how many were right.

use crate::MOST_ITEMS;
use crate::number::count;
use invigil_engine::share::class::{
    ClassForm, ClassInput, ClassItem, ClassPerson, MOST_HANDED, PersonReport,
};
use invigil_engine::share::handed::HandedAnswer;

/// The people who sat a form.
pub(crate) struct Sat<'a> {
    /// The form.
    pub(crate) form: &'a ClassForm,
    /// How many of its questions count.
    pub(crate) counted: u32,
    /// Their answers, as many each as the form has questions.
    pub(crate) answers: Vec<&'a [HandedAnswer]>,
    /// Right answers of each to the questions that count.
    pub(crate) scores: Vec<u32>,
}

impl Sat<'_> {
    /// How many they are.
    pub(crate) fn people(&self) -> u32 {
        count(self.answers.len())
    }

    /// Each one's answer to a question, and the score over all that count.
    pub(crate) fn answered(&self, place: usize) -> impl Iterator<Item = (HandedAnswer, u32)> {
        let answers = self.answers.iter().zip(&self.scores);
        answers.filter_map(move |(answers, score)| Some((*answers.get(place)?, *score)))
    }
}

/// Whether an answer is right: the key, whole and alone. No answer is wrong, even where there is no key.
pub(crate) fn is_right(item: &ClassItem, answer: HandedAnswer) -> bool {
    !answer.chosen.is_empty() && answer.chosen == item.key
}

/// The form that a person sat, where the answers fit it; `place` is that in [`ClassInput::people`].
pub(crate) fn fits<'a>(input: &'a ClassInput, place: usize, person: &ClassPerson) -> Option<&'a ClassForm> {
    let form = input.forms.get(usize::from(person.form))?;
    let many = person.handed.answers.len();
    let fits = place < MOST_HANDED && many == form.items.len() && (1..=MOST_ITEMS).contains(&many);
    fits.then_some(form)
}

/// The people of each form, in the order of the forms.
pub(crate) fn sat(input: &ClassInput) -> Vec<Sat<'_>> {
    let empty = |form| Sat { form, counted: counted(form), answers: Vec::new(), scores: Vec::new() };
    let mut all: Vec<Sat> = input.forms.iter().map(empty).collect();
    for (place, person) in (0..).zip(&input.people) {
        if let (Some(form), Some(sat)) = (fits(input, place, person), all.get_mut(usize::from(person.form))) {
            sat.answers.push(&person.handed.answers);
            sat.scores
                .push(marked(form, person).filter(|(item, right)| item.scored && *right).map(|_| 1).sum());
        }
    }
    all
}

/// What somebody handed in who sat this form.
pub(crate) fn of_person(form: &ClassForm, person: &ClassPerson) -> PersonReport {
    let mut report = PersonReport { domains: vec![(0, 0); domains(form)], ..PersonReport::default() };
    for (item, right) in marked(form, person).filter(|(item, _)| item.scored) {
        report.right += u32::from(right);
        report.counted += 1;
        if let Some((rights, asked)) =
            item.domain.and_then(|domain| report.domains.get_mut(usize::from(domain)))
        {
            *rights += u32::from(right);
            *asked += 1;
        }
    }
    report
}

/// How many domains a form has; no question can name one beyond 256.
pub(crate) fn domains(form: &ClassForm) -> usize {
    form.domains.len().min(256)
}

fn marked<'a>(form: &'a ClassForm, person: &'a ClassPerson) -> impl Iterator<Item = (&'a ClassItem, bool)> {
    form.items.iter().zip(&person.handed.answers).map(|(item, answer)| (item, is_right(item, *answer)))
}

fn counted(form: &ClassForm) -> u32 {
    count(form.items.iter().filter(|item| item.scored).count())
}
