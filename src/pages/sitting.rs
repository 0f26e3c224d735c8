//! A question of the running exam.

mod stem;
#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests;
mod tools;

use super::checked::checked;
use super::sheet;
use crate::app::Dispatch;
use crate::components::{El, button, button_if, clock, div, el, field_of, fold, navigator, rich};
use crate::text;
use invigil_engine::app::{Event, Kept};
use invigil_engine::bank::Kind;
use invigil_engine::ids::{OptionId, Position};
use invigil_engine::view::{QuestionView, SittingView};
use yew::Callback;

/// The page of a question.
pub(crate) fn sitting(view: &SittingView, dispatch: &Dispatch) -> El {
    let question = &view.question;
    let title = div("h1", "question-heading").attr("id", "question-heading").attr("tabindex", "-1");
    let bar = div("header", "exam-bar")
        .add(title.words(text::question_heading(question.position.ordinal(), question.of)))
        .add(kept(view.kept, dispatch))
        .add(clock(view.clock, dispatch));
    let side = div("div", "side")
        .add(pause(view, dispatch))
        .add(fold("fold navigator-fold", text::NAVIGATOR.to_owned()).node(navigator(&view.cells)))
        .add(super::display::fold(view.look, dispatch))
        .add(super::keys::help(view.keys));
    sheet("sitting", "sitting")
        .add(bar)
        .list(vec![self::question(view, dispatch)])
        .add(foot(view, dispatch).hidden(view.elsewhere))
        .add(side)
}

/// A break, where there is no clock.
fn pause(view: &SittingView, dispatch: &Dispatch) -> El {
    let button = button(dispatch, Event::PauseToggled, "button small", text::PAUSE);
    el("p").add(button).hidden(view.clock.is_some() || view.elsewhere)
}

/// Where the answers are kept: quiet when they are, loud when they are not, with a way to take them along.
fn kept(kept: Kept, dispatch: &Dispatch) -> El {
    let (name, words) = match kept {
        Kept::Safely => ("safely", text::SAVED),
        Kept::NotYet => ("not-yet", text::SAVING),
        Kept::Loosely => ("loosely", text::SAVED_LOOSELY),
        Kept::Nowhere(_) => ("nowhere", text::NOT_SAVED),
    };
    let lost = matches!(kept, Kept::Nowhere(_));
    div("div", if lost { "kept not-saved" } else { "kept" })
        .attr("data-kept", name)
        .attr_if(lost, "role", "alert")
        .add(el("span").text(words))
        .add(button(dispatch, Event::AnswersCopyAsked, "button small", text::COPY_ANSWERS).hidden(!lost))
}

/// Says that another tab owns the exam, and offers to take it over.
pub(super) fn elsewhere(elsewhere: bool, dispatch: &Dispatch) -> El {
    div("div", "notice elsewhere")
        .attr("role", "status")
        .hidden(!elsewhere)
        .add(el("p").text(text::ELSEWHERE))
        .add(button(dispatch, Event::TakeOverAsked, "button small", text::TAKE_OVER))
}

fn foot(view: &SittingView, dispatch: &Dispatch) -> El {
    let question = &*view.question;
    let place = text::question_place(question.position.ordinal(), question.of);
    div("nav", "exam-foot")
        .attr("aria-label", text::STEPS_LABEL)
        .add(step(question, false, dispatch))
        .add(flag(question.flagged, dispatch))
        .add(div("span", "position").attr("aria-hidden", "true").words(place))
        .add(button(dispatch, Event::ReviewOpened, "button quiet", text::TO_REVIEW).hidden(is_last(question)))
        .add(step(question, true, dispatch))
}

/// Whether no question comes behind.
fn is_last(question: &QuestionView) -> bool {
    question.position.ordinal() >= question.of
}

/// The button to the next or the previous question. Behind the last one stands the review, which ends nothing.
fn step(question: &QuestionView, forward: bool, dispatch: &Dispatch) -> El {
    if forward && is_last(question) {
        return button(dispatch, Event::ReviewOpened, "button primary next", text::TO_REVIEW);
    }
    let Position(here) = question.position;
    let target = if forward { here.checked_add(1) } else { here.checked_sub(1) };
    let target = target.filter(|place| u32::from(*place) < question.of).map(Position);
    let (name, class) =
        if forward { (text::NEXT, "button primary next") } else { (text::PREVIOUS, "button previous") };
    let event = Event::QuestionOpened(target.unwrap_or(question.position));
    button_if(dispatch, event, class, name, target.is_some())
}

/// The flag.
fn flag(flagged: bool, dispatch: &Dispatch) -> El {
    let icon = div("svg", "icon")
        .attr("viewBox", "0 0 16 16")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .add(el("path").attr("d", "M3 1.5v13M3 2h9l-2.2 3L12 8H3"));
    div("button", "button flag")
        .attr("type", "button")
        .attr("aria-pressed", if flagged { "true" } else { "false" })
        .on_click(dispatch, Event::FlagToggled)
        .add(icon)
        .text(text::FLAG)
}

/// The question and its options, under its own key.
fn question(view: &SittingView, dispatch: &Dispatch) -> El {
    let (question, elsewhere) = (&*view.question, view.elsewhere);
    // An answer that was checked stands, and its options come again with their reasons.
    let stands = elsewhere || view.verdict.is_some();
    let highlighting = view.tools.highlighting && !elsewhere;
    let item = &question.item;
    let order = item.order.iter().enumerate();
    let options = order.map(|(place, option)| self::option(question, place, *option, dispatch)).collect();
    let legend = el("legend").words(text::choose_hint(question.wanted, question.chosen.len()));
    div("div", "question")
        .key(&item.question.number.0.to_string())
        .add(self::elsewhere(elsewhere, dispatch))
        .add(stem::highlighting(highlighting, dispatch))
        .add(stem::stem(question, highlighting, dispatch))
        .add(
            div("fieldset", "options")
                .attr("aria-describedby", "stem")
                .attr_if(stands, "disabled", "")
                .hidden(view.verdict.is_some())
                .add(legend)
                .list(options),
        )
        .add(checked(view, dispatch))
        .add(tools::tools(view, dispatch))
}

/// An option: its whole row selects, and never goes on by itself.
fn option(question: &QuestionView, place: usize, option: OptionId, dispatch: &Dispatch) -> El {
    let item = &question.item.question;
    let chosen = question.chosen.contains(option);
    let struck = question.marks.struck.contains(option);
    let label = text::option_label(place);
    let strike = tools::strike(option, label, (struck, chosen), dispatch);
    let dispatch = dispatch.clone();
    let changed = Callback::from(move |event: web_sys::Event| {
        // The engine decides: a third of two is refused, and the box must then show what holds.
        if let Some(field) = field_of(&event) {
            field.set_checked(chosen);
        }
        dispatch.emit(Event::OptionChosen(option));
    });
    let kind = if item.kind == Kind::Single { "radio" } else { "checkbox" };
    let field = el("input").attr("type", kind).attr("name", "option").checked(chosen).change(changed);
    let letter = div("span", "option-letter").attr("aria-hidden", "true").words(label.into());
    let words = item.options.iter().find(|choice| choice.id == option).map(|choice| rich(&choice.text));
    let class = match (chosen, struck) {
        (true, _) => "option option-chosen",
        (false, true) => "option option-struck",
        (false, false) => "option",
    };
    let said = div("span", "visually-hidden").text(text::STRUCK_OUT);
    let row = div("label", class).add(field).add(letter).add_if(words).add_if(struck.then_some(said));
    div("div", "option-row").key(&option.letter().to_string()).add(row).add(strike)
}
