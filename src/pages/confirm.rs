//! The confirm page of an exam link: what it is, before anything starts.

use super::heading;
use super::home::start_hint;
use super::setup::share_buttons;
use crate::app::Dispatch;
use crate::components::{button_if, link_button};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::link::LinkFault;
use invigil_engine::route::Route;
use invigil_engine::view::{ConfirmView, StartBar};
use yew::prelude::*;

/// The confirm page.
pub(crate) fn confirm(view: &ConfirmView, dispatch: &Dispatch) -> Html {
    let can_start = view.start == StartBar::Ready && view.fault.is_none();
    let topics = if view.listed {
        text::CONFIRM_LISTED.to_owned()
    } else if view.topics.is_empty() {
        text::CONFIRM_ALL_TOPICS.to_owned()
    } else {
        view.topics.join(", ")
    };
    html! {
        <section key="confirm" class="confirm">
            { heading(text::CONFIRM_TITLE) }
            <p class="lead">{ text::CONFIRM_LEAD }</p>
            <dl class="facts">
                { fact(text::FACT_BANK, view.bank.clone()) }
                { fact(text::FACT_GUIDE, view.guide.clone().unwrap_or_default()) }
                { fact(text::FACT_QUESTIONS, view.length.to_string()) }
                { fact(text::FACT_TIME, text::minutes(view.limit)) }
                { fact(text::FACT_TOPICS, topics) }
                { fact(text::FACT_SEED, view.seed.to_string()) }
            </dl>
            if let Some(fault) = &view.fault {
                <div class="notice notice-alert" role="alert">
                    <p><strong>{ text::CONFIRM_BAD }{ ". " }</strong>{ text::draw_fault(fault) }</p>
                </div>
            } else if view.changed {
                <p class="notice" role="status">{ text::CONFIRM_CHANGED }</p>
            }
            <div class="row">
                { button_if(dispatch, Event::LinkStarted, "button primary large", text::START, can_start) }
                { share_buttons(dispatch, true) }
            </div>
            { start_hint(view.start) }
            if view.start == StartBar::AtWork {
                <p>{ link_button(Route::Sitting(None).to_string(), "button", text::CONTINUE) }</p>
            }
        </section>
    }
}

fn fact(name: &'static str, value: String) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> }
}

/// A link that cannot be read.
pub(crate) fn bad_link(fault: &LinkFault) -> Html {
    html! {
        <section key="bad-link">
            { heading(text::BAD_LINK_TITLE) }
            <p role="alert">{ text::link_fault(fault) }</p>
            <p>{ text::BAD_LINK_ADVICE }</p>
            <div class="row">
                { link_button(Route::Home.to_string(), "button primary", text::BACK_HOME) }
                { link_button(Route::Setup.to_string(), "button", text::SET_UP_EXAM) }
            </div>
        </section>
    }
}
