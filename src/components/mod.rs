//! Parts of pages: functions from views to elements.
//!
//! A Yew component costs about two kilobytes on the wire, and the engine holds all state, so the root is the only
//! one; see `docs/adr/0003-one-component.md`.

mod clock;
mod dialogs;
mod element;
mod frame;
mod kept;
mod navigator;
mod rich_text;
mod score;
#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests;

pub(crate) use clock::{clock, show_time};
pub(crate) use dialogs::dialogs;
pub(crate) use element::{El, div, el, field_of, note_field};
pub(crate) use frame::{Announced, frame};
pub(crate) use kept::Kept;
pub(crate) use navigator::navigator;
pub(crate) use rich_text::{block as rich_block, code_box, code_of, line, outward, rich, span, table_box};
pub(crate) use score::{Bar, band_chart, bar_chart, domain_bar, pace_chart, share_bar};

use crate::app::Dispatch;
use invigil_engine::app::Event;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlDetailsElement, HtmlSelectElement};
use yew::Callback;

/// A button that sends an event.
pub(crate) fn button(dispatch: &Dispatch, event: Event, class: &'static str, name: &'static str) -> El {
    button_if(dispatch, event, class, name, true)
}

/// A button that sends an event, if it can be pressed now.
pub(crate) fn button_if(
    dispatch: &Dispatch,
    event: Event,
    class: &'static str,
    name: &'static str,
    enabled: bool,
) -> El {
    let button = div("button", class).attr("type", "button").attr_if(!enabled, "disabled", "");
    button.on_click(dispatch, event).text(name)
}

/// A link that looks like a button.
pub(crate) fn link_button(href: String, class: &'static str, name: &'static str) -> El {
    div("a", class).set("href", href).text(name)
}

/// A paragraph.
pub(crate) fn para(words: &'static str) -> El {
    el("p").text(words)
}

/// A row of elements.
pub(crate) fn row(children: Vec<El>) -> El {
    div("div", "row").list(children)
}

/// A name and its value in a list of them.
pub(crate) fn fact(name: &'static str, value: String) -> El {
    el("div").add(el("dt").text(name)).add(el("dd").words(value))
}

/// A part that opens when its line is clicked.
pub(crate) fn fold(class: &'static str, line: String) -> El {
    div("details", class).add(el("summary").words(line))
}

/// A fold that tells when it was opened or closed: what is in it is made while it is open.
pub(crate) fn told_fold(
    class: &'static str,
    line: String,
    open: bool,
    dispatch: &Dispatch,
    told: fn(bool) -> Event,
) -> El {
    let dispatch = dispatch.clone();
    let toggled = Callback::from(move |event: web_sys::Event| {
        let fold = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
        if let Some(fold) = fold {
            dispatch.emit(told(fold.open()));
        }
    });
    fold(class, line).attr_if(open, "open", "").toggled(toggled)
}

/// The line of a table that names its columns.
pub(crate) fn table_head(names: &[&'static str]) -> El {
    let cell = |name: &&'static str| el("th").attr("scope", "col").text(name);
    el("thead").add(el("tr").list(names.iter().map(cell).collect()))
}

/// A field that offers a list: its values, their names, and which one is chosen.
pub(crate) fn select(
    id: &'static str,
    label: &'static str,
    choices: Vec<(String, String, bool)>,
    chosen: Callback<String>,
) -> El {
    let option = |(value, name, here): (String, String, bool)| {
        el("option").set("value", value).attr_if(here, "selected", "").words(name)
    };
    let told = Callback::from(move |event: web_sys::Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        if let Some(field) = field {
            chosen.emit(field.value());
        }
    });
    let field = div("select", "field").attr("id", id).change(told);
    div("p", "choose")
        .add(el("label").attr("for", id).text(label))
        .add(field.list(choices.into_iter().map(option).collect()))
}

/// A choice of a group, or a switch of its own: the whole row is the target.
pub(crate) struct Choice {
    /// `radio` or `checkbox`.
    pub(crate) kind: &'static str,
    /// The name of its group.
    pub(crate) name: &'static str,
    /// What it says.
    pub(crate) label: String,
    /// What it says beside.
    pub(crate) hint: String,
    /// Whether it is chosen.
    pub(crate) checked: bool,
    /// What choosing it sends.
    pub(crate) event: Event,
}

impl Choice {
    /// Its row.
    pub(crate) fn row(self, dispatch: &Dispatch) -> El {
        let field = el("input").attr("type", self.kind).attr("name", self.name);
        div("label", "choice")
            .key(&self.label)
            .add(field.checked(self.checked).on_change(dispatch, self.event))
            .add(div("span", "choice-label").words(self.label))
            .add(div("span", "choice-hint").words(self.hint))
    }
}
