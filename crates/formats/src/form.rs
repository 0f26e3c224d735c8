//! The paper from which a form of somebody's own was made, so that it can be sent again without having been kept.

use crate::markdown::{self, Keys};
use invigil_engine::bank::Choice;
use invigil_engine::form::{Form, FormItem};
use invigil_engine::share::draft::{Draft, DraftOption, DraftQuestion, Format};
use invigil_engine::share::paper::PaperOrder;
use std::rc::Rc;

/// The paper of a form.
pub fn order_of(form: &Form) -> PaperOrder {
    let title = form.guide.title.clone();
    let questions = form.items.iter().map(question).collect();
    let draft = Draft { format: Format::Markdown, title: title.clone(), questions, findings: Vec::new() };
    PaperOrder {
        format: Some(Format::Markdown),
        text: markdown::write(&draft, Keys::With),
        title,
        minutes: u32::try_from(form.guide.format.minutes.0).ok().filter(|minutes| *minutes > 0),
        ..PaperOrder::default()
    }
}

fn question(item: &Rc<FormItem>) -> DraftQuestion {
    let whys = &item.reasons.whys;
    let option = |choice: &Choice| DraftOption {
        text: choice.text.clone(),
        correct: choice.correct,
        reason: whys
            .iter()
            .find(|why| why.option == choice.id)
            .map(|why| why.text.clone())
            .unwrap_or_default(),
    };
    DraftQuestion {
        stem: item.question.stem.clone(),
        options: item.question.options.iter().map(option).collect(),
        explanation: item.reasons.takeaway.clone(),
        topic: item.topic.title.clone(),
        ..DraftQuestion::default()
    }
}
