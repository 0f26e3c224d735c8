//! Which facts and objectives the questions ask, and which facts are left to the study guide.

use crate::load::{BankSources, Found};
use crate::source::Fact;
use std::collections::{BTreeMap, BTreeSet};

/// Facts by what becomes of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FactCounts {
    /// Facts that a question names.
    pub asked: usize,
    /// Facts that no question names and that are listed as left to the guide.
    pub left: usize,
    /// All facts.
    pub all: usize,
}

/// The ids of facts that questions name.
pub(crate) fn asked(bank: &BankSources) -> BTreeSet<&str> {
    bank.questions.iter().flat_map(|found| &found.value.facts).map(String::as_str).collect()
}

/// The ids of facts that are left to the guide.
pub(crate) fn left(bank: &BankSources) -> BTreeSet<&str> {
    bank.left.iter().map(|found| found.value.fact.as_str()).collect()
}

/// A fact of the study notes that no question names and that is not listed as left.
pub(crate) fn open(bank: &BankSources) -> Vec<&Found<Fact>> {
    let (asked, left) = (asked(bank), left(bank));
    let named = |id: &str| asked.contains(id) || left.contains(id);
    bank.facts.iter().filter(|fact| fact.value.note.is_some() && !named(&fact.value.id)).collect()
}

/// Counts the facts of the study notes, or all others.
pub(crate) fn facts(bank: &BankSources, of_notes: bool) -> FactCounts {
    let (asked, left) = (asked(bank), left(bank));
    let facts = || bank.facts.iter().map(|fact| &fact.value).filter(|fact| fact.note.is_some() == of_notes);
    let is_asked = |fact: &&Fact| asked.contains(fact.id.as_str());
    let is_left = |fact: &&Fact| !is_asked(fact) && left.contains(fact.id.as_str());
    FactCounts {
        asked: facts().filter(is_asked).count(),
        left: facts().filter(is_left).count(),
        all: facts().count(),
    }
}

/// How many questions each objective has, all of them and those that are not sealed.
pub(crate) fn objectives(bank: &BankSources) -> BTreeMap<&str, (usize, usize)> {
    let mut counts: BTreeMap<&str, (usize, usize)> =
        bank.objectives.iter().map(|found| (found.value.id.as_str(), (0, 0))).collect();
    for question in bank.questions.iter().map(|found| &found.value) {
        if let Some((all, open)) = counts.get_mut(question.objective.as_str()) {
            *all += 1;
            *open += usize::from(!question.sealed);
        }
    }
    counts
}
