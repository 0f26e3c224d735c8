//! Parts of pages: functions from views to elements.
//!
//! A Yew component costs about two kilobytes on the wire, and the engine holds all state, so the root is the only
//! one; see `docs/adr/0003-one-component.md`.

mod clock;
mod dialogs;
mod frame;
mod navigator;
mod rich_text;
mod score;

pub(crate) use clock::{clock, show_time};
pub(crate) use dialogs::dialogs;
pub(crate) use frame::{Announced, frame};
pub(crate) use navigator::navigator;
pub(crate) use rich_text::rich;
pub(crate) use score::{band_chart, share_bar};

use crate::app::Dispatch;
use invigil_engine::app::Event;
use yew::prelude::*;

/// A listener that sends one event.
pub(crate) fn on<IN: 'static>(dispatch: &Dispatch, event: Event) -> Callback<IN> {
    let dispatch = dispatch.clone();
    Callback::from(move |_: IN| dispatch.emit(event.clone()))
}

/// A button that sends an event.
pub(crate) fn button(dispatch: &Dispatch, event: Event, class: &'static str, name: &'static str) -> Html {
    button_if(dispatch, event, class, name, true)
}

/// A button that sends an event, if it can be pressed now.
pub(crate) fn button_if(
    dispatch: &Dispatch,
    event: Event,
    class: &'static str,
    name: &'static str,
    enabled: bool,
) -> Html {
    let onclick = on::<MouseEvent>(dispatch, event);
    html! { <button type="button" {class} disabled={!enabled} {onclick}>{ name }</button> }
}

/// A link that looks like a button.
pub(crate) fn link_button(href: String, class: &'static str, name: &'static str) -> Html {
    html! { <a {class} {href}>{ name }</a> }
}

/// A choice of a group, or a switch of its own: the whole row is the target.
pub(crate) struct Choice {
    /// `radio` or `checkbox`.
    pub(crate) kind: &'static str,
    /// The name of its group.
    pub(crate) name: &'static str,
    /// What it says.
    pub(crate) label: AttrValue,
    /// What it says beside.
    pub(crate) hint: AttrValue,
    /// Whether it is chosen.
    pub(crate) checked: bool,
    /// What choosing it sends.
    pub(crate) event: Event,
}

impl Choice {
    /// Its row.
    pub(crate) fn row(self, dispatch: &Dispatch) -> Html {
        let onchange = on::<yew::events::Event>(dispatch, self.event);
        html! {
            <label key={self.label.to_string()} class="choice">
                <input type={self.kind} name={self.name} checked={self.checked} {onchange} />
                <span class="choice-label">{ self.label }</span>
                <span class="choice-hint">{ self.hint }</span>
            </label>
        }
    }
}
