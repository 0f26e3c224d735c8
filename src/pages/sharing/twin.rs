//! The paper twin: a form to be printed, as booklet, answer sheet and key.

use super::{address_box, heading, hint, sheet};
use crate::app::Dispatch;
use crate::components::{El, button, div, el, rich, row, table_head};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::form::FormItem;
use invigil_engine::view::TwinView;
use std::rc::Rc;

/// The page of a paper to be printed.
pub(in crate::pages) fn twin(view: &TwinView, dispatch: &Dispatch) -> El {
    let key = || print_part("key", text::TWIN_KEY, view).add(self::key(view));
    sheet("twin", "twin")
        .add(heading(text::TWIN_TITLE))
        .add(
            div("div", "on-screen")
                .add(hint(text::TWIN_HINT.to_owned()))
                .add_if((!view.keyed).then(|| hint(text::TWIN_NO_KEY.to_owned())))
                .add(row(vec![button(dispatch, Event::PrintAsked, "button primary", text::TWIN_PRINT)]))
                .add(address_box(&view.address, dispatch)),
        )
        .add(print_part("booklet", text::TWIN_BOOKLET, view).add(booklet(view)))
        .add(print_part("sheet", text::TWIN_SHEET, view).add(answer_sheet(view)))
        .add_if(view.keyed.then(key))
}

/// A part that begins on a page of its own, under the name of the paper and the mark of its form.
fn print_part(id: &'static str, title: &'static str, view: &TwinView) -> El {
    let count = u32::try_from(view.items.len()).unwrap_or(u32::MAX);
    let facts =
        [text::twin_mark(&view.mark), text::twin_questions(count), text::minutes(view.limit)].join(" · ");
    let may_stand = id == "key" || !view.tells;
    let code = view.address.qr.as_ref().filter(|_| may_stand).map(super::qr);
    div("section", "print-part").key(id).add(
        div("header", "print-head")
            .add(
                div("div", "print-words")
                    .add(el("h2").words(view.title.clone()).text(" · ").text(title))
                    .add(hint(facts)),
            )
            .add_if(code),
    )
}

fn booklet(view: &TwinView) -> El {
    let question = |item: &Rc<FormItem>| {
        let options =
            item.order.iter().filter_map(|id| item.question.options.iter().find(|choice| choice.id == *id));
        let options = (0..).zip(options).map(|(place, choice)| {
            el("li")
                .add(div("span", "print-letter").words(letter(place)))
                .add(div("div", "print-option").add(rich(&choice.text)))
        });
        let wanted = item.question.wanted();
        let choose = if wanted == 1 { text::TWIN_CHOOSE_ONE.to_owned() } else { text::twin_choose(wanted) };
        el("li")
            .add(div("div", "stem").add(rich(&item.question.stem)))
            .add(hint(choose))
            .add(div("ul", "print-options").list(options.collect()))
    };
    div("div", "print-booklet")
        .add_if((!view.line.is_empty()).then(|| el("p").words(view.line.clone())))
        .add(div("ol", "print-questions").list(view.items.iter().map(question).collect()))
}

fn letter(place: usize) -> String {
    text::option_label(place).to_string()
}

fn answer_sheet(view: &TwinView) -> El {
    let line = |(number, item): (u32, &Rc<FormItem>)| {
        let circles = (0..item.order.len()).map(|place| div("span", "bubble").words(letter(place)));
        el("li").add(div("span", "bubble-number").words(text::figures(number))).list(circles.collect())
    };
    let blank = |name: &'static str| div("p", "blank").text(name).add(div("span", "blank-line"));
    div("div", "print-sheet")
        .add(blank(text::TWIN_NAME))
        .add(blank(text::TWIN_DATE))
        .add(hint(text::TWIN_SHEET_HINT.to_owned()))
        .add(div("ul", "bubbles").list((1..).zip(&view.items).map(line).collect()))
}

/// The letters as they stand in the booklet.
fn key(view: &TwinView) -> El {
    let line = |(number, item): (u32, &Rc<FormItem>)| {
        let key = item.question.key();
        let places = item.order.iter().enumerate().filter(|(_, option)| key.contains(**option));
        let letters: String = places.map(|(place, _)| letter(place)).collect();
        el("tr")
            .add(el("th").attr("scope", "row").words(text::figures(number)))
            .add(el("td").words(letters))
            .add(el("td").words(item.topic.title.clone()))
    };
    div("table", "figures")
        .add(table_head(&[text::QUESTION, text::TWIN_KEY_COLUMN, text::QUESTION_ABOUT]))
        .add(el("tbody").list((1..).zip(&view.items).map(line).collect()))
}
