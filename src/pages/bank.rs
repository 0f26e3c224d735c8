//! About the bank: what is known of its quality, and what the learner objects to.

use super::{heading, hint, sheet};
use crate::app::Dispatch;
use crate::browser::moment;
use crate::components::{El, button, div, el, para};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::bank::Section;
use invigil_engine::ids::QuestionNumber;
use invigil_engine::time::UnixMillis;
use invigil_engine::view::BankView;

/// The page about the bank.
pub(crate) fn bank(view: &BankView, dispatch: &Dispatch) -> El {
    let facts = view.bank.as_ref();
    let line = facts
        .map(|bank| el("p").words(text::bank_line(&bank.title, &bank.version, bank.questions, bank.topics)));
    let print = facts.map(|bank| hint(text::bank_licence(&bank.licence, &bank.fingerprint)));
    let sections = match &view.report {
        None => vec![para(text::ARRIVING)],
        Some(Err(_)) => vec![para(text::NO_REPORT)],
        Some(Ok(report)) => report.sections.iter().map(section).collect(),
    };
    let objections = (!view.objections.is_empty()).then(|| objections(&view.objections, dispatch));
    sheet("bank", "bank")
        .add(heading(text::ABOUT_BANK_TITLE))
        .add_if(line)
        .add_if(print)
        .add_if(objections)
        .add(div("div", "report").attr("dir", "auto").list(sections))
}

fn section(section: &Section) -> El {
    let cell = |(place, words): (usize, &String)| {
        let cell = if place == 0 { el("th").attr("scope", "row") } else { el("td") };
        cell.words(words.clone())
    };
    let head = section.head.iter().map(|words| el("th").attr("scope", "col").words(words.clone())).collect();
    let rows = section.rows.iter().map(|row| el("tr").list(row.iter().enumerate().map(cell).collect()));
    let table = div("div", "scroll")
        .attr("role", "group")
        .attr("tabindex", "0")
        .set("aria-label", section.title.clone())
        .add(
            div("table", "figures")
                .add(el("thead").add(el("tr").list(head)))
                .add(el("tbody").list(rows.collect())),
        );
    el("section")
        .key(&section.title)
        .add(el("h2").words(section.title.clone()))
        .add(el("p").words(section.lead.clone()))
        .add_if((!section.rows.is_empty()).then_some(table))
}

fn objections(all: &[(QuestionNumber, UnixMillis)], dispatch: &Dispatch) -> El {
    let line = |(number, at): &(QuestionNumber, UnixMillis)| {
        let lift = button(dispatch, Event::ObjectionLifted(*number), "button small", text::OBJECTION_LIFT);
        el("li")
            .key(&number.0.to_string())
            .words(text::objected(number.0, &moment::day(*at)))
            .text(" ")
            .add(lift)
    };
    div("section", "card")
        .add(el("h2").text(text::OBJECTIONS_TITLE))
        .add(para(text::OBJECTIONS_LEAD))
        .add(div("ul", "objections").list(all.iter().map(line).collect()))
}
