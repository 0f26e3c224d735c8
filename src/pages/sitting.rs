//! A question of the running exam.

use crate::components::{Clock, Navigator, Rich, Send, use_send};
use crate::{keys, text};
use invigil_engine::app::Event;
use invigil_engine::bank::Kind;
use invigil_engine::ids::{OptionId, Position};
use invigil_engine::rich_text::RichText;
use invigil_engine::view::{QuestionView, SittingView};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct SittingProps {
    /// What is shown.
    pub(crate) view: Rc<SittingView>,
}

/// The page of a question.
#[component]
pub(crate) fn Sitting(props: &SittingProps) -> Html {
    let view = &props.view;
    let question = &view.question;
    let number = question.item.question.number.0;
    html! {
        <div class="sitting">
            <header class="exam-bar">
                <h1 id="question-heading" class="question-heading" tabindex="-1">
                    { text::question_heading(question.position.ordinal(), question.of) }
                </h1>
                <p class="not-saved" role="alert" hidden={view.unsaved.is_none()}>{ text::NOT_SAVED }</p>
                <Clock clock={view.clock} />
            </header>
            <Question key={number} question={Rc::clone(question)} />
            <nav class="exam-foot" aria-label={text::NAVIGATOR}>
                { step(question, false) }
                <Flag flagged={question.flagged} />
                <Send event={Event::ReviewOpened} class="button quiet">{ text::TO_REVIEW }</Send>
                { step(question, true) }
            </nav>
            <details class="fold navigator-fold">
                <summary>{ text::NAVIGATOR }</summary>
                <Navigator cells={Rc::clone(&view.cells)} />
            </details>
            <details class="fold keys-fold">
                <summary>{ text::KEYS_TITLE }</summary>
                <dl class="keys">
                    { for keys::HELP.iter().map(|(key, act)| html! { <div key={*key}><dt><kbd>{ *key }</kbd></dt><dd>{ *act }</dd></div> }) }
                </dl>
            </details>
        </div>
    }
}

/// The button to the next or the previous question. Behind the last one stands no act that ends the exam.
fn step(question: &QuestionView, forward: bool) -> Html {
    let Position(here) = question.position;
    let target = if forward { here.checked_add(1) } else { here.checked_sub(1) };
    let target = target.filter(|place| u32::from(*place) < question.of).map(Position);
    let (name, class) =
        if forward { (text::NEXT, "button primary next") } else { (text::PREVIOUS, "button previous") };
    html! {
        <Send event={Event::QuestionOpened(target.unwrap_or(question.position))} {class} disabled={target.is_none()}>{ name }</Send>
    }
}

#[derive(Properties, PartialEq)]
struct FlagProps {
    flagged: bool,
}

/// The flag.
#[component]
fn Flag(props: &FlagProps) -> Html {
    let onclick = use_send::<MouseEvent>(Event::FlagToggled);
    html! {
        <button type="button" class="button flag" aria-pressed={props.flagged.to_string()} {onclick}>
            <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="M3 1.5v13M3 2h9l-2.2 3L12 8H3" /></svg>
            { if props.flagged { text::FLAGGED } else { text::FLAG } }
        </button>
    }
}

#[derive(Properties, PartialEq)]
struct QuestionProps {
    question: Rc<QuestionView>,
}

/// The question and its options.
#[component]
fn Question(props: &QuestionProps) -> Html {
    let question = &props.question;
    let item = &question.item;
    let hint = text::choose_hint(question.wanted, question.chosen.len());
    let kind = if item.question.kind == Kind::Single { "radio" } else { "checkbox" };
    html! {
        <div class="question">
            <div id="stem" class="stem"><Rich text={item.question.stem.clone()} /></div>
            <fieldset class="options" aria-describedby="stem">
                <legend>{ hint }</legend>
                { for item.order.iter().enumerate().map(|(place, option)| {
                    let choice = item.question.options.iter().find(|choice| choice.id == *option);
                    let text = choice.map(|choice| choice.text.clone()).unwrap_or_default();
                    html! {
                        <OptionRow
                            key={option.index()} {kind} {place} option={*option} {text}
                            chosen={question.chosen.contains(*option)}
                        />
                    }
                }) }
            </fieldset>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct OptionProps {
    kind: &'static str,
    place: usize,
    option: OptionId,
    text: RichText,
    chosen: bool,
}

/// An option: its whole row selects, and never goes on by itself.
#[component]
fn OptionRow(props: &OptionProps) -> Html {
    let field = use_node_ref();
    let onchange = {
        let dispatch = crate::components::use_dispatch();
        let state = (dispatch, props.option, props.chosen, field.clone());
        use_callback(state, |_: yew::events::Event, (dispatch, option, chosen, field)| {
            // The engine decides: a third of two is refused, and the box must then show what holds.
            if let Some(field) = field.cast::<web_sys::HtmlInputElement>() {
                field.set_checked(*chosen);
            }
            dispatch.emit(Event::OptionChosen(*option));
        })
    };
    html! {
        <label class={classes!("option", props.chosen.then_some("option-chosen"))}>
            <input ref={field} type={props.kind} name="option" checked={props.chosen} {onchange} />
            <span class="option-letter" aria-hidden="true">{ text::option_label(props.place) }</span>
            <Rich text={props.text.clone()} />
        </label>
    }
}
