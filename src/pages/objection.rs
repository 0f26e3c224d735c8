//! 'I think this is wrong', on every reviewed question: why, a report to send, and the way back.

use super::hint;
use crate::app::Dispatch;
use crate::browser::{moment, page};
use crate::components::{El, button, div, el, fold, outward, para, row};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::view::{ObjectionView, ResultItem};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlTextAreaElement};
use yew::Callback;

/// The part of a reviewed question in which it is objected to.
pub(super) fn objection(item: &ResultItem, dispatch: &Dispatch) -> El {
    // It stays when what is in it changes, so that it can keep the focus.
    let part = div("div", "objection").set("id", id(item)).attr("tabindex", "-1");
    part.add(match &item.objection {
        None => raise(item, dispatch),
        Some(objection) => raised(item, objection, dispatch),
    })
}

fn id(item: &ResultItem) -> String {
    format!("objection-{}", item.item.question.number.0)
}

fn raise(item: &ResultItem, dispatch: &Dispatch) -> El {
    let (id, position, dispatch) = (id(item), item.position, dispatch.clone());
    let submitted = Callback::from(move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let form = event.target().and_then(|form| form.dyn_into::<Element>().ok());
        let field = form.and_then(|form| form.query_selector("textarea").ok().flatten());
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
            let _ = page::focus(&id);
            dispatch.emit(Event::ObjectionRaised(position, field.value()));
        }
    });
    let field = div("textarea", "field").attr("rows", "3").attr("maxlength", "2000");
    let form = el("form")
        .submitted(submitted)
        .add(div("label", "labelled").add(el("span").text(text::OBJECTION_WHY)).add(field))
        .add(hint(text::OBJECTION_HINT.to_owned()))
        .add(div("button", "button small").attr("type", "submit").text(text::OBJECT));
    fold("", text::OBJECTION_TITLE.to_owned()).key("raise").add(form)
}

fn raised(item: &ResultItem, objection: &ObjectionView, dispatch: &Dispatch) -> El {
    let question = &item.item.question;
    let report = report(item, objection);
    let words = div("textarea", "field")
        .attr("rows", "6")
        .attr("readonly", "")
        .attr("aria-label", text::REPORT_LABEL);
    let mut ways =
        vec![button(dispatch, Event::ReportCopyAsked(report.clone()), "button small", text::REPORT_COPY)];
    if let Some(issues) = &objection.issues {
        let address =
            text::issue_address(issues.as_str(), &text::report_title(question.number.0), &report, encoded);
        ways.push(outward(address).class("button small").text(text::REPORT_SEND));
    }
    ways.push(lift(item, dispatch));
    div("div", "card")
        .key("raised")
        .add(el("p").words(text::objected(question.number.0, &moment::day(objection.at))))
        .add(para(text::OBJECTION_LEFT_OUT))
        .add(words.value(report))
        .add(row(ways))
}

fn lift(item: &ResultItem, dispatch: &Dispatch) -> El {
    let (id, number, dispatch) = (id(item), item.item.question.number, dispatch.clone());
    let lifted = Callback::from(move |_| {
        let _ = page::focus(&id);
        dispatch.emit(Event::ObjectionLifted(number));
    });
    div("button", "button small").attr("type", "button").text(text::OBJECTION_LIFT).click(lifted)
}

fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// All that who mends the question needs to know.
fn report(item: &ResultItem, objection: &ObjectionView) -> String {
    let question = &item.item.question;
    let words = |chosen: bool| {
        let of = question
            .options
            .iter()
            .filter(|choice| if chosen { item.chosen.contains(choice.id) } else { choice.correct });
        of.map(|choice| format!("{}: {}", choice.id.letter(), choice.text.words()))
            .collect::<Vec<_>>()
            .join("; ")
    };
    text::report(
        (question.number.0, question.revision, &objection.fingerprint),
        (&words(true), &words(false)),
        &objection.reason,
    )
}
