//! Attempts graded again, when a later bank has corrected the key of a question that they held.
//!
//! Only a corrected key counts: the same stem and options under another key. Where the words changed too, the
//! learner answered another question, and the attempt stays as it was graded.

use crate::bank::Shelf;
use crate::form::{Form, FormItem};
use crate::ids::Position;
use crate::sitting::Sitting;
use std::rc::Rc;

/// The sitting on its paper with today's keys, and the places of the questions whose key was corrected; `None` when
/// no key was.
pub fn with_todays_keys(sitting: &Sitting, bank: Shelf) -> Option<(Sitting, Vec<Position>)> {
    if sitting.form.bank != bank.entry.id {
        return None;
    }
    let mut places = Vec::new();
    let mut items = Vec::with_capacity(sitting.form.items.len());
    for (position, item) in sitting.positions().zip(&sitting.form.items) {
        let now = corrected(item, bank);
        if now.is_some() {
            places.push(position);
        }
        items.push(now.map_or_else(|| Rc::clone(item), Rc::new));
    }
    (!places.is_empty()).then(|| {
        let form = Rc::new(Form { items, ..Form::clone(&sitting.form) });
        (sitting.on_paper(form), places)
    })
}

/// A question as the bank has it now, if all that changed of what was asked is the key.
fn corrected(item: &FormItem, bank: Shelf) -> Option<FormItem> {
    let old = &item.question;
    // Most questions never change, and the index tells that without a look at their words.
    bank.index.entry(old.number).filter(|entry| entry.revision > old.revision)?;
    let (new, reasons) = bank.question(old.number)?;
    let words = old.stem == new.stem
        && old.options.len() == new.options.len()
        && old.options.iter().zip(&new.options).all(|(old, new)| old.id == new.id && old.text == new.text);
    (words && old.key() != new.key()).then(|| FormItem {
        question: new,
        reasons,
        order: item.order.clone(),
        topic: item.topic.clone(),
        ..*item
    })
}
