//! The home page: what to do next.

use super::heading;
use super::history::rows;
use crate::app::Dispatch;
use crate::components::{button_if, link_button};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::route::Route;
use invigil_engine::time::Date;
use invigil_engine::view::{HomeView, StartBar};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The home page.
pub(crate) fn home(view: &HomeView, dispatch: &Dispatch) -> Html {
    let title = if view.first_visit { text::HOME_TITLE } else { text::WELCOME_BACK };
    html! {
        <section key="home" class="home">
            { heading(title) }
            if view.first_visit {
                <p class="lead">{ text::HOME_LEAD }</p>
            }
            if let Some((answered, of)) = view.running {
                <div class="card card-accent">
                    <h2>{ text::CONTINUE }</h2>
                    <p>{ text::answered_of(answered, of) }</p>
                    <p>{ link_button(Route::Sitting(None).to_string(), "button primary", text::CONTINUE) }</p>
                </div>
            }
            <div class="cards">
                { begin(view, dispatch) }
                { exam_day(view, dispatch) }
            </div>
            if !view.results.is_empty() {
                <section class="recent" aria-labelledby="recent">
                    <h2 id="recent">{ text::LAST_RESULTS }</h2>
                    { rows(&view.results) }
                    <p><a href={Route::History.to_string()}>{ text::ALL_RESULTS }</a></p>
                </section>
            }
            { paste_link(dispatch) }
        </section>
    }
}

/// The two ways to begin.
fn begin(view: &HomeView, dispatch: &Dispatch) -> Html {
    let ready = view.start == StartBar::Ready;
    html! {
        <div class="card">
            <h2>{ text::NAV_SETUP }</h2>
            <p>{ text::TRY_FIVE_HINT }</p>
            <div class="row">
                { button_if(dispatch, Event::QuickStarted, "button primary", text::TRY_FIVE, ready) }
                { link_button(Route::Setup.to_string(), "button", text::SET_UP_EXAM) }
            </div>
            { start_hint(view.start) }
        </div>
    }
}

/// What is in the way of a start.
pub(super) fn start_hint(start: StartBar) -> Html {
    let hint = match start {
        StartBar::Ready => "",
        StartBar::Arriving => text::ARRIVING,
        StartBar::AtWork => text::AT_WORK,
    };
    html! { <p class="hint" role="status">{ hint }</p> }
}

/// When the exam is, and what follows from it.
fn exam_day(view: &HomeView, dispatch: &Dispatch) -> Html {
    let days = view.days_left.map_or_else(|| text::WHEN_EXAM_HINT.to_owned(), text::days_left);
    let guide = view.guide.as_ref().map(|guide| text::follows_guide(&guide.title));
    html! {
        <div class="card">
            <h2>{ text::WHEN_EXAM }</h2>
            { exam_day_field(view.exam, dispatch) }
            <p class="hint">{ days }{ " " }{ guide.unwrap_or_default() }</p>
        </div>
    }
}

/// The field of the exam's day.
pub(super) fn exam_day_field(exam: Option<Date>, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: yew::events::Event| {
        if let Some(field) = field_of(&event) {
            dispatch.emit(Event::ExamDateChosen(Date::parse(&field.value())));
        }
    });
    html! {
        <label class="labelled">
            <span>{ text::EXAM_DAY }</span>
            <input class="field" type="date" value={exam.map(|day| day.to_string()).unwrap_or_default()} {onchange} />
        </label>
    }
}

/// The field that an event came from.
pub(super) fn field_of(event: &web_sys::Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// Opens a link that was sent: where an app is installed, a link in a message may open the browser instead.
fn paste_link(dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let form = event.target().and_then(|form| form.dyn_into::<web_sys::Element>().ok());
        let field = form.and_then(|form| form.query_selector("input").ok().flatten());
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
            dispatch.emit(Event::LinkPasted(field.value()));
        }
    });
    html! {
        <form class="paste" {onsubmit}>
            <h2>{ text::PASTE_TITLE }</h2>
            <div class="row">
                <label class="labelled grow">
                    <span>{ text::PASTE_LABEL }</span>
                    <input class="field" type="text" inputmode="url" autocomplete="off" />
                </label>
                <button type="submit" class="button">{ text::PASTE_OPEN }</button>
            </div>
        </form>
    }
}
