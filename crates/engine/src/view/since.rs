//! What has changed in the bank since an exam link was made.

use crate::app::{Model, ReportRead, starting};
use crate::bank::BankIndex;
use crate::ids::QuestionNumber;
use crate::link::{ExamLink, Paper};
use crate::route::Route;

/// What has changed in a bank since a link was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Since {
    /// Nothing: it is the same bank, or the link does not say.
    Nothing,
    /// It is another one, and which is not known yet.
    Asked,
    /// It is another one, which this site does not know.
    Unknown,
    /// Of the questions of the paper: those revised since, and those new since, each with its topic.
    Known {
        /// Revised.
        revised: Vec<(QuestionNumber, String)>,
        /// New.
        fresh: Vec<(QuestionNumber, String)>,
    },
}

pub(super) fn since(model: &Model, link: &ExamLink, chosen: Option<&starting::Chosen>) -> Since {
    let (Some(print), Some(bank)) = (&link.fingerprint, model.bank.shelf()) else { return Since::Nothing };
    if *print == bank.entry.fingerprint.short() {
        return Since::Nothing;
    }
    let report = match &model.report {
        Some(ReportRead::Here(report)) => report,
        Some(ReportRead::Missing) => return Since::Unknown,
        _ => return Since::Asked,
    };
    let Some(then) = report.releases.iter().find(|release| release.link == *print) else {
        return Since::Unknown;
    };
    let (mut revised, mut fresh) = (Vec::new(), Vec::new());
    for number in chosen.iter().flat_map(|chosen| chosen.numbers()) {
        let Some(entry) = bank.index.entry(number) else { continue };
        let topic = bank.index.topic_of(entry).map_or_else(String::new, |topic| topic.title.clone());
        match then.revision(number) {
            None => fresh.push((number, topic)),
            Some(revision) if revision != entry.revision => revised.push((number, topic)),
            Some(_) => {}
        }
    }
    Since::Known { revised, fresh }
}

/// A link that names its questions, without those that are no longer there.
pub(super) fn without_gone(index: &BankIndex, link: &ExamLink) -> Option<(String, u32)> {
    let Paper::Listed(numbers) = &link.paper else { return None };
    let left: Vec<QuestionNumber> =
        numbers.iter().copied().filter(|number| index.entry(*number).is_some()).collect();
    let gone = u32::try_from(numbers.len() - left.len()).ok().filter(|gone| *gone > 0)?;
    let link = ExamLink { paper: Paper::Listed(left.clone()), ..link.clone() };
    (!left.is_empty()).then(|| (Route::Exam(Box::new(link)).to_string(), gone))
}
