//! The home page: what to do next.

use super::heading;
use super::history::Rows;
use crate::components::{Send, use_dispatch};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::route::Route;
use invigil_engine::time::Date;
use invigil_engine::view::{HomeView, StartBar};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct HomeProps {
    /// What is shown.
    pub(crate) view: Rc<HomeView>,
}

/// The home page.
#[component]
pub(crate) fn Home(props: &HomeProps) -> Html {
    let view = &props.view;
    let title = if view.first_visit { text::HOME_TITLE } else { text::WELCOME_BACK };
    html! {
        <section class="home">
            { heading(title) }
            if view.first_visit {
                <p class="lead">{ text::HOME_LEAD }</p>
            }
            if let Some((answered, of)) = view.running {
                <div class="card card-accent">
                    <h2>{ text::CONTINUE }</h2>
                    <p>{ text::answered_of(answered, of) }</p>
                    <p><a class="button primary" href={Route::Sitting(None).to_string()}>{ text::CONTINUE }</a></p>
                </div>
            }
            <div class="cards">
                { begin(view) }
                <ExamDay exam={view.exam} days_left={view.days_left} guide={view.guide.as_ref().map(|guide| guide.title.clone())} />
            </div>
            if !view.results.is_empty() {
                <section class="recent" aria-labelledby="recent">
                    <h2 id="recent">{ text::LAST_RESULTS }</h2>
                    <Rows rows={view.results.clone()} />
                    <p><a href={Route::History.to_string()}>{ text::ALL_RESULTS }</a></p>
                </section>
            }
            <PasteLink />
        </section>
    }
}

/// The two ways to begin.
fn begin(view: &HomeView) -> Html {
    let ready = view.start == StartBar::Ready;
    html! {
        <div class="card">
            <h2>{ text::NAV_SETUP }</h2>
            <p>{ text::TRY_FIVE_HINT }</p>
            <div class="row">
                <Send event={Event::QuickStarted} class="button primary" disabled={!ready}>{ text::TRY_FIVE }</Send>
                <a class="button" href={Route::Setup.to_string()}>{ text::SET_UP_EXAM }</a>
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

#[derive(Properties, PartialEq)]
pub(crate) struct ExamDayProps {
    /// The day of the exam.
    pub(crate) exam: Option<Date>,
    /// Days until then.
    pub(crate) days_left: Option<i64>,
    /// The guide that the practice follows.
    pub(crate) guide: Option<String>,
}

/// When the exam is, and what follows from it.
#[component]
fn ExamDay(props: &ExamDayProps) -> Html {
    html! {
        <div class="card">
            <h2>{ text::WHEN_EXAM }</h2>
            <ExamDayField exam={props.exam} />
            <p class="hint">
                { props.days_left.map_or_else(|| text::WHEN_EXAM_HINT.to_owned(), text::days_left) }
                { " " }
                { props.guide.as_deref().map(text::follows_guide).unwrap_or_default() }
            </p>
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct ExamDayFieldProps {
    /// The day of the exam.
    pub(crate) exam: Option<Date>,
}

/// The field of the exam's day.
#[component]
pub(crate) fn ExamDayField(props: &ExamDayFieldProps) -> Html {
    let dispatch = use_dispatch();
    let onchange = use_callback(dispatch, |event: yew::events::Event, dispatch| {
        let field: HtmlInputElement = event.target_unchecked_into();
        dispatch.emit(Event::ExamDateChosen(Date::parse(&field.value())));
    });
    html! {
        <label class="labelled">
            <span>{ text::EXAM_DAY }</span>
            <input class="field" type="date" value={props.exam.map(|day| day.to_string()).unwrap_or_default()} {onchange} />
        </label>
    }
}

/// Opens a link that was sent: where an app is installed, a link in a message may open the browser instead.
#[component]
fn PasteLink() -> Html {
    let dispatch = use_dispatch();
    let field = use_node_ref();
    let onsubmit = use_callback((dispatch, field.clone()), |event: SubmitEvent, (dispatch, field)| {
        event.prevent_default();
        if let Some(field) = field.cast::<HtmlInputElement>() {
            dispatch.emit(Event::LinkPasted(field.value()));
        }
    });
    html! {
        <form class="paste" {onsubmit}>
            <h2>{ text::PASTE_TITLE }</h2>
            <div class="row">
                <label class="labelled grow">
                    <span>{ text::PASTE_LABEL }</span>
                    <input ref={field} class="field" type="text" inputmode="url" autocomplete="off" />
                </label>
                <button type="submit" class="button">{ text::PASTE_OPEN }</button>
            </div>
        </form>
    }
}
