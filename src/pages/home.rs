//! The home page: what to do next.

use super::history::rows;
use super::{heading, hint, sheet};
use crate::app::Dispatch;
use crate::components::{El, button_if, div, el, field_of, link_button, para, row};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::route::Route;
use invigil_engine::time::Date;
use invigil_engine::view::{HomeView, StartBar};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement};
use yew::Callback;

/// The home page.
pub(crate) fn home(view: &HomeView, dispatch: &Dispatch) -> El {
    let title = if view.first_visit { text::HOME_TITLE } else { text::WELCOME_BACK };
    sheet("home", "home")
        .add(heading(title))
        .add_if(view.first_visit.then(|| div("p", "lead").text(text::HOME_LEAD)))
        .add_if(view.running.map(go_on))
        .add(div("div", "cards").add(begin(view, dispatch)).add(exam_day(view, dispatch)))
        .add_if((!view.results.is_empty()).then(|| recent(view)))
        .add(paste_link(dispatch))
}

fn go_on((answered, of): (u32, u32)) -> El {
    div("div", "card card-accent")
        .add(el("h2").text(text::CONTINUE))
        .add(el("p").words(text::answered_of(answered, of)))
        .add(el("p").add(link_button(Route::Sitting(None).to_string(), "button primary", text::CONTINUE)))
}

/// The two ways to begin.
fn begin(view: &HomeView, dispatch: &Dispatch) -> El {
    let ready = view.start == StartBar::Ready;
    div("div", "card")
        .add(el("h2").text(text::NAV_SETUP))
        .add(para(text::TRY_FIVE_HINT))
        .add(row(vec![
            button_if(dispatch, Event::QuickStarted, "button primary", text::TRY_FIVE, ready),
            link_button(Route::Setup.to_string(), "button", text::SET_UP_EXAM),
        ]))
        .add(start_hint(view.start))
}

/// What is in the way of a start.
pub(super) fn start_hint(start: StartBar) -> El {
    let words = match start {
        StartBar::Ready => "",
        StartBar::Arriving => text::ARRIVING,
        StartBar::Gathering => text::GATHERING,
        StartBar::NoBank => text::NO_BANK,
        StartBar::AtWork => text::AT_WORK,
        StartBar::Framed => text::FRAMED,
    };
    div("p", "hint").attr("role", "status").text(words)
}

/// When the exam is, and what follows from it.
fn exam_day(view: &HomeView, dispatch: &Dispatch) -> El {
    let days = view.days_left.map_or_else(|| text::WHEN_EXAM_HINT.to_owned(), text::days_left);
    let guide = view.guide.as_ref().map(|guide| text::follows_guide(&guide.title));
    div("div", "card")
        .add(el("h2").text(text::WHEN_EXAM))
        .add(exam_day_field(view.exam, dispatch))
        .add(hint(days).text(" ").words(guide.unwrap_or_default()))
}

/// The field of the exam's day.
pub(super) fn exam_day_field(exam: Option<Date>, dispatch: &Dispatch) -> El {
    let dispatch = dispatch.clone();
    let changed = Callback::from(move |event: web_sys::Event| {
        if let Some(field) = field_of(&event) {
            dispatch.emit(Event::ExamDateChosen(Date::parse(&field.value())));
        }
    });
    let field = div("input", "field").attr("type", "date");
    div("label", "labelled")
        .add(el("span").text(text::EXAM_DAY))
        .add(field.value(exam.map(|day| day.to_string()).unwrap_or_default()).change(changed))
}

fn recent(view: &HomeView) -> El {
    div("section", "recent")
        .attr("aria-labelledby", "recent")
        .add(el("h2").attr("id", "recent").text(text::LAST_RESULTS))
        .add(rows(&view.results))
        .add(el("p").add(div("a", "way").set("href", Route::History.to_string()).text(text::ALL_RESULTS)))
}

/// Opens a link that was sent: where an app is installed, a link in a message may open the browser instead.
fn paste_link(dispatch: &Dispatch) -> El {
    let dispatch = dispatch.clone();
    let submitted = Callback::from(move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let form = event.target().and_then(|form| form.dyn_into::<Element>().ok());
        let field = form.and_then(|form| form.query_selector("input").ok().flatten());
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
            dispatch.emit(Event::LinkPasted(field.value()));
        }
    });
    let field =
        div("input", "field").attr("type", "text").attr("inputmode", "url").attr("autocomplete", "off");
    div("form", "paste").submitted(submitted).add(el("h2").text(text::PASTE_TITLE)).add(row(vec![
        div("label", "labelled grow").add(el("span").text(text::PASTE_LABEL)).add(field),
        div("button", "button").attr("type", "submit").text(text::PASTE_OPEN),
    ]))
}
