//! The confirm page of an exam link: what it is, before anything starts.

use super::heading;
use super::home::start_hint;
use crate::browser::sharing;
use crate::components::Send;
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::link::LinkFault;
use invigil_engine::route::Route;
use invigil_engine::view::{ConfirmView, StartBar};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ConfirmProps {
    /// What is shown.
    pub(crate) view: Rc<ConfirmView>,
}

/// The confirm page.
#[component]
pub(crate) fn Confirm(props: &ConfirmProps) -> Html {
    let view = &props.view;
    let can_start = view.start == StartBar::Ready && view.fault.is_none();
    let topics = if view.listed {
        text::CONFIRM_LISTED.to_owned()
    } else if view.topics.is_empty() {
        text::CONFIRM_ALL_TOPICS.to_owned()
    } else {
        view.topics.join(", ")
    };
    html! {
        <section class="confirm">
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
                <Send event={Event::LinkStarted} class="button primary large" disabled={!can_start}>{ text::START }</Send>
                <Send event={Event::LinkCopyAsked}>{ text::COPY_LINK }</Send>
                if sharing::can_share() {
                    <Send event={Event::LinkShareAsked}>{ text::SHARE_LINK }</Send>
                }
            </div>
            { start_hint(view.start) }
            if view.start == StartBar::AtWork {
                <p><a class="button" href={Route::Sitting(None).to_string()}>{ text::CONTINUE }</a></p>
            }
        </section>
    }
}

fn fact(name: &'static str, value: String) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> }
}

#[derive(Properties, PartialEq)]
pub(crate) struct BadLinkProps {
    /// What is wrong.
    pub(crate) fault: LinkFault,
}

/// A link that cannot be read.
#[component]
pub(crate) fn BadLink(props: &BadLinkProps) -> Html {
    html! {
        <section>
            { heading(text::BAD_LINK_TITLE) }
            <p role="alert">{ text::link_fault(&props.fault) }</p>
            <p>{ text::BAD_LINK_ADVICE }</p>
            <div class="row">
                <a class="button primary" href={Route::Home.to_string()}>{ text::BACK_HOME }</a>
                <a class="button" href={Route::Setup.to_string()}>{ text::SET_UP_EXAM }</a>
            </div>
        </section>
    }
}
