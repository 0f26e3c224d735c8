//! A question of the running exam.

use super::home::field_of;
use crate::app::Dispatch;
use crate::components::{button, button_if, clock, navigator, on, rich};
use crate::{keys, text};
use invigil_engine::app::Event;
use invigil_engine::bank::Kind;
use invigil_engine::ids::{OptionId, Position};
use invigil_engine::view::{QuestionView, SittingView};
use yew::prelude::*;

/// The page of a question.
pub(crate) fn sitting(view: &SittingView, dispatch: &Dispatch) -> Html {
    let question = &view.question;
    html! {
        <div key="sitting" class="sitting">
            <header class="exam-bar">
                <h1 id="question-heading" class="question-heading" tabindex="-1">
                    { text::question_heading(question.position.ordinal(), question.of) }
                </h1>
                <p class="not-saved" role="alert" hidden={view.unsaved.is_none()}>{ text::NOT_SAVED }</p>
                { clock(view.clock) }
            </header>
            { self::question(question, dispatch) }
            <nav class="exam-foot" aria-label={text::NAVIGATOR}>
                { step(question, false, dispatch) }
                { flag(question.flagged, dispatch) }
                { button(dispatch, Event::ReviewOpened, "button quiet", text::TO_REVIEW) }
                { step(question, true, dispatch) }
            </nav>
            <details class="fold navigator-fold">
                <summary>{ text::NAVIGATOR }</summary>
                { navigator(&view.cells) }
            </details>
            <details class="fold keys-fold">
                <summary>{ text::KEYS_TITLE }</summary>
                <dl class="keys">
                    { for keys::HELP.iter().map(|(key, act)| html! { <div><dt><kbd>{ *key }</kbd></dt><dd>{ *act }</dd></div> }) }
                </dl>
            </details>
        </div>
    }
}

/// The button to the next or the previous question. Behind the last one stands no act that ends the exam.
fn step(question: &QuestionView, forward: bool, dispatch: &Dispatch) -> Html {
    let Position(here) = question.position;
    let target = if forward { here.checked_add(1) } else { here.checked_sub(1) };
    let target = target.filter(|place| u32::from(*place) < question.of).map(Position);
    let (name, class) =
        if forward { (text::NEXT, "button primary next") } else { (text::PREVIOUS, "button previous") };
    let event = Event::QuestionOpened(target.unwrap_or(question.position));
    button_if(dispatch, event, class, name, target.is_some())
}

/// The flag.
fn flag(flagged: bool, dispatch: &Dispatch) -> Html {
    let onclick = on::<MouseEvent>(dispatch, Event::FlagToggled);
    html! {
        <button type="button" class="button flag" aria-pressed={if flagged { "true" } else { "false" }} {onclick}>
            <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="M3 1.5v13M3 2h9l-2.2 3L12 8H3" /></svg>
            { if flagged { text::FLAGGED } else { text::FLAG } }
        </button>
    }
}

/// The question and its options. Its key is its number: without one, the next question would take over this
/// one's checked boxes.
fn question(question: &QuestionView, dispatch: &Dispatch) -> Html {
    let item = &question.item;
    html! {
        <div key={item.question.number.0} class="question">
            <div id="stem" class="stem">{ rich(&item.question.stem) }</div>
            <fieldset class="options" aria-describedby="stem">
                <legend>{ text::choose_hint(question.wanted, question.chosen.len()) }</legend>
                { for item.order.iter().enumerate().map(|(place, option)| self::option(question, place, *option, dispatch)) }
            </fieldset>
        </div>
    }
}

/// An option: its whole row selects, and never goes on by itself.
fn option(question: &QuestionView, place: usize, option: OptionId, dispatch: &Dispatch) -> Html {
    let item = &question.item.question;
    let chosen = question.chosen.contains(option);
    let words = item.options.iter().find(|choice| choice.id == option).map(|choice| rich(&choice.text));
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: yew::events::Event| {
        // The engine decides: a third of two is refused, and the box must then show what holds.
        if let Some(field) = field_of(&event) {
            field.set_checked(chosen);
        }
        dispatch.emit(Event::OptionChosen(option));
    });
    html! {
        <label key={option.index()} class={if chosen { "option option-chosen" } else { "option" }}>
            <input type={if item.kind == Kind::Single { "radio" } else { "checkbox" }} name="option" checked={chosen} {onchange} />
            <span class="option-letter" aria-hidden="true">{ text::option_label(place) }</span>
            { words.unwrap_or_default() }
        </label>
    }
}
