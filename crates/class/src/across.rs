//! Questions that stand in more than one form, over all of them.

use crate::number::{estimated, order};
use invigil_engine::share::class::{AcrossReport, ClassForm, ClassItem, FormReport, ItemReport};

/// A question where it stands.
struct Stand<'a> {
    form: usize,
    item: &'a ClassItem,
    report: &'a ItemReport,
}

/// Questions by their ids, those that stand in two forms or more, in the order in which they first stand. Revisions are
/// taken together: each answer was judged by the key of its own form.
pub(crate) fn report(forms: &[ClassForm], reports: &[FormReport]) -> Vec<AcrossReport> {
    let stands = stands(forms, reports);
    let at = |place: usize| stands.get(place).map_or("", |stand| stand.item.id.as_str());
    let mut places: Vec<usize> = (0..stands.len()).collect();
    order(&mut places, &|one, other| at(one).cmp(at(other)).then(one.cmp(&other)));
    let together = places.chunk_by(|one, other| at(*one) == at(*other));
    let mut found: Vec<(usize, AcrossReport)> = together.filter_map(|places| over(&stands, places)).collect();
    let first = |place: usize| found.get(place).map(|(first, _)| *first);
    let mut places: Vec<usize> = (0..found.len()).collect();
    order(&mut places, &|one, other| first(one).cmp(&first(other)));
    let mut take = |place: usize| found.get_mut(place).map(|(_, report)| std::mem::take(report));
    places.into_iter().filter_map(&mut take).collect()
}

fn stands<'a>(forms: &'a [ClassForm], reports: &'a [FormReport]) -> Vec<Stand<'a>> {
    let mut stands = Vec::new();
    for (form, (of_form, report)) in (0..).zip(forms.iter().zip(reports)) {
        let items = of_form.items.iter().zip(&report.items);
        stands.extend(items.map(|(item, report)| Stand { form, item, report }));
    }
    stands
}

/// A question over the places where it stands, which are in order, and the first of them; none if all are of one form.
fn over(stands: &[Stand], places: &[usize]) -> Option<(usize, AcrossReport)> {
    let first = *places.first()?;
    let item = stands.get(first)?.item;
    let mut report =
        AcrossReport { id: item.id.clone(), about: item.about.clone(), ..AcrossReport::default() };
    let mut last = None;
    for stand in places.iter().filter_map(|place| stands.get(*place)) {
        report.forms += u32::from(last != Some(stand.form));
        report.asked += stand.report.asked;
        report.right += stand.report.right;
        last = Some(stand.form);
    }
    report.facility = estimated(report.right, report.asked);
    (report.forms > 1).then_some((first, report))
}
