//! The candidate's tools: striking out beside each option, the rest behind one fold below them.

use super::super::hint;
use crate::app::Dispatch;
use crate::browser::{page, pause};
use crate::components::{El, div, el, note_field, row};
use crate::text;
use invigil_engine::app::{Event, ToolUse};
use invigil_engine::ids::{OptionId, Position};
use invigil_engine::sitting::{Confidence, NOTE_SIGNS};
use invigil_engine::view::SittingView;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlDetailsElement, HtmlTextAreaElement};
use yew::Callback;

/// The button that strikes out an option, outside of the row that chooses it. What is chosen has none.
pub(super) fn strike(option: OptionId, letter: char, state: (bool, bool), dispatch: &Dispatch) -> El {
    let (struck, chosen) = state;
    div("button", "button strike")
        .attr("type", "button")
        .attr("aria-pressed", if struck { "true" } else { "false" })
        .attr_if(chosen, "disabled", "")
        .set("aria-label", text::strike(&letter.to_string()))
        .on_click(dispatch, Event::ToolUsed(ToolUse::Struck(option)))
        .words(letter.into())
}

/// The fold; what is in it is made only when it is open.
pub(super) fn tools(view: &SittingView, dispatch: &Dispatch) -> El {
    let open = view.tools.open;
    let toggling = dispatch.clone();
    let toggled = Callback::from(move |event: web_sys::Event| {
        let details = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
        // An open fold also says so when it is put into the page.
        if let Some(now) = details.map(|details| details.open()).filter(|now| *now != open) {
            toggling.emit(Event::ToolUsed(ToolUse::Opened(now)));
        }
    });
    let noted = !view.question.marks.note.is_empty();
    let line = if noted { text::TOOLS_WITH_NOTE } else { text::TOOLS_TITLE };
    let parts = if open { parts(view, dispatch) } else { Vec::new() };
    div("details", "fold tools-fold")
        .hidden(view.elsewhere)
        .attr_if(open, "open", "")
        .toggled(toggled)
        .add(el("summary").text(line))
        .list(parts)
}

fn parts(view: &SittingView, dispatch: &Dispatch) -> Vec<El> {
    let on = view.tools.highlighting;
    let turning = dispatch.clone();
    let turned = Callback::from(move |_| {
        if !on {
            // What is highlighted stands above.
            let _ = page::focus("question-heading");
        }
        turning.emit(Event::ToolUsed(ToolUse::Highlighting(!on)));
    });
    let highlight = pressed(on).click(turned).text(text::HIGHLIGHT);
    vec![
        highlight,
        note(view, dispatch),
        confidence(view.question.marks.confidence, dispatch).hidden(view.verdict.is_some()),
    ]
}

fn pressed(on: bool) -> El {
    div("button", "button small")
        .attr("type", "button")
        .attr("aria-pressed", if on { "true" } else { "false" })
}

/// The note: kept when typing pauses, and when the field is left.
fn note(view: &SittingView, dispatch: &Dispatch) -> El {
    let Position(here) = view.question.position;
    let written = move |dispatch: &Dispatch, field: &HtmlTextAreaElement| {
        dispatch.emit(Event::ToolUsed(ToolUse::Noted(Position(here), field.value())));
    };
    let (typing, leaving) = (dispatch.clone(), dispatch.clone());
    let typed = Callback::from(move |event: web_sys::InputEvent| {
        if let Some(field) = area_of(&event) {
            let dispatch = typing.clone();
            pause::when_paused(move || written(&dispatch, &field));
        }
    });
    let left = Callback::from(move |event: web_sys::Event| {
        pause::cancel();
        if let Some(field) = area_of(&event) {
            written(&leaving, &field);
        }
    });
    let full = view.tools.notes_full;
    let most = u32::try_from(NOTE_SIGNS).unwrap_or(u32::MAX);
    let field = note_field(view.question.marks.note.to_string())
        .class("field")
        .attr("id", "note")
        .attr("rows", "3")
        .set("maxlength", most.to_string())
        .attr_if(full, "readonly", "")
        .typed(typed)
        .change(left);
    let about = if full { text::NOTES_FULL.to_owned() } else { text::note_hint(most) };
    div("label", "labelled")
        .add(el("span").text(text::NOTE_TITLE))
        .add(field)
        .add(div("span", "hint").words(about))
}

fn area_of(event: &web_sys::Event) -> Option<HtmlTextAreaElement> {
    event.target()?.dyn_into().ok()
}

fn confidence(told: Option<Confidence>, dispatch: &Dispatch) -> El {
    let choice = |sure: Confidence| {
        pressed(told == Some(sure))
            .on_click(dispatch, Event::ToolUsed(ToolUse::Judged(sure)))
            .text(text::confidence(sure))
    };
    div("div", "confidence")
        .attr("role", "group")
        .attr("aria-labelledby", "confidence")
        .add(hint(text::CONFIDENCE_TITLE.to_owned()).attr("id", "confidence"))
        .add(row(Confidence::ALL.map(choice).into()))
}
