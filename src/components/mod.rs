//! Parts of pages. They show views and send events; what they hold of their own dies with the page.

mod clock;
mod dialogs;
mod frame;
mod navigator;
mod rich_text;
mod score;

pub(crate) use clock::Clock;
pub(crate) use dialogs::Dialogs;
pub(crate) use frame::Frame;
pub(crate) use navigator::Navigator;
pub(crate) use rich_text::Rich;
pub(crate) use score::{BandChart, ShareBar};

use crate::app::Dispatch;
use invigil_engine::app::Event;
use yew::prelude::*;

/// The dispatcher, which is there for as long as the app is.
#[hook]
pub(crate) fn use_dispatch() -> Dispatch {
    use_context::<Dispatch>().unwrap_or_else(Callback::noop)
}

/// A listener that sends one event, made once a component.
#[hook]
pub(crate) fn use_send<IN: 'static>(event: Event) -> Callback<IN> {
    let dispatch = use_dispatch();
    use_callback((dispatch, event), |_: IN, (dispatch, event)| dispatch.emit(event.clone()))
}

/// A button that sends an event.
#[derive(Properties, PartialEq)]
pub(crate) struct SendProps {
    /// The event.
    pub(crate) event: Event,
    /// Its look.
    #[prop_or("button")]
    pub(crate) class: &'static str,
    /// Whether it cannot be pressed now.
    #[prop_or_default]
    pub(crate) disabled: bool,
    /// What it says.
    pub(crate) children: Html,
}

/// A button that sends an event.
#[component]
pub(crate) fn Send(props: &SendProps) -> Html {
    let onclick = use_send::<MouseEvent>(props.event.clone());
    html! {
        <button type="button" class={props.class} disabled={props.disabled} {onclick}>{ props.children.clone() }</button>
    }
}
