//! The result of an attempt: how it went, and why each option is right or wrong.

use super::heading;
use super::setup::share_buttons;
use crate::app::Dispatch;
use crate::browser::moment;
use crate::components::{band_chart, link_button, on, rich, share_bar};
use crate::text;
use invigil_engine::app::{Event, Filter};
use invigil_engine::bank::Why;
use invigil_engine::ids::OptionId;
use invigil_engine::route::Route;
use invigil_engine::view::{ResultItem, ResultView};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

/// Below this many questions a band says next to nothing.
const SHORT: u32 = 20;

/// The result page.
pub(crate) fn result(view: &ResultView, dispatch: &Dispatch) -> Html {
    html! {
        <article key={view.id.as_str()} class="result">
            { heading(text::RESULT_TITLE) }
            { summary(view) }
            <div class="row">
                { link_button(Route::Setup.to_string(), "button primary", text::ANOTHER_EXAM) }
                { share_buttons(dispatch, true) }
            </div>
            { items(view, dispatch) }
        </article>
    }
}

fn summary(view: &ResultView) -> Html {
    let grade = &view.grade;
    let short = grade.scored.total < SHORT;
    html! {
        <>
            <p class="lead">{ if short { text::RESULT_SHORT } else { text::result_sentence(grade.standing) } }</p>
            <section class="card band-card" aria-labelledby="band-title">
                <p class="score"><strong>{ text::scored_right(grade.scored.right, grade.scored.total) }</strong></p>
                if view.unscored > 0 {
                    <p>{ text::all_right(grade.all.right, grade.all.total, view.unscored) }</p>
                }
                <h2 id="band-title">{ text::BAND_TITLE }{ ": " }{ format!("{}–{}", grade.band.low, grade.band.high) }</h2>
                { band_chart(grade.band, view.scale, view.pass) }
                <p class="hint">{ text::BAND_CAVEAT }</p>
                <p class="hint">
                    { view.guide.clone() }{ " · " }{ moment::day_and_time(view.started) }{ " · " }
                    { text::time_used(&text::duration(view.used), &text::minutes(view.limit)) }
                    if view.expired {
                        { " · " }{ text::EXPIRED }
                    }
                </p>
            </section>
            <section aria-labelledby="domains-title">
                <h2 id="domains-title">{ text::DOMAINS_TITLE }</h2>
                <table class="domains">
                    <thead>
                        <tr><th scope="col">{ text::DOMAIN }</th><th scope="col">{ text::RIGHT }</th><th scope="col">{ text::SHARE_RIGHT }</th></tr>
                    </thead>
                    <tbody>
                        { for view.domains.iter().map(|domain| html! {
                            <tr key={domain.title.clone()}>
                                <th scope="row">{ domain.title.clone() }</th>
                                <td>{ format!("{} of {}", domain.score.right, domain.score.total) }</td>
                                <td><span class="percent">{ format!("{} %", domain.score.percent()) }</span>{ share_bar(domain.score) }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </section>
        </>
    }
}

/// The questions, all or some of them.
fn items(view: &ResultView, dispatch: &Dispatch) -> Html {
    let [all, wrong, flagged] = view.counts;
    let choice = |filter: Filter, name: &'static str, count: usize| {
        let pressed = if view.filter == filter { "true" } else { "false" };
        let onclick = on::<MouseEvent>(dispatch, Event::FilterChosen(filter));
        html! {
            <button type="button" class="button small" aria-pressed={pressed} {onclick}>{ name }{ " (" }{ count }{ ")" }</button>
        }
    };
    html! {
        <section class="items" aria-labelledby="items-title">
            <h2 id="items-title">{ text::ITEMS_TITLE }</h2>
            <div class="row" role="group" aria-label={text::FILTER_LABEL}>
                { choice(Filter::All, text::FILTER_ALL, all) }
                { choice(Filter::Wrong, text::FILTER_WRONG, wrong) }
                { choice(Filter::Flagged, text::FILTER_FLAGGED, flagged) }
            </div>
            <p class="hint" hidden={!view.items.is_empty()}>{ text::FILTER_NONE }</p>
            <div class="item-list">{ for view.items.iter().map(|item| self::item(item, dispatch)) }</div>
        </section>
    }
}

/// A question: its line, and, once opened, its reasons; they are made only then.
fn item(item: &ResultItem, dispatch: &Dispatch) -> Html {
    let (dispatch, position) = (dispatch.clone(), item.position);
    let ontoggle = Callback::from(move |event: yew::events::Event| {
        let details = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
        if details.is_some_and(|details| details.open()) {
            dispatch.emit(Event::ReasonsOpened(position));
        }
    });
    let (state, class) = if item.right {
        (text::RIGHT, "mark mark-right")
    } else if item.chosen.is_empty() {
        (text::UNANSWERED, "mark mark-wrong")
    } else {
        (text::WRONG, "mark mark-wrong")
    };
    html! {
        <details key={position.0} class="item" {ontoggle}>
            <summary>
                <span class="item-number">{ position.ordinal() }</span>
                <span {class}>{ state }</span>
                <span class="item-topic">{ item.item.topic.title.clone() }</span>
                <span class="item-tags">
                    if item.flagged { <span class="tag">{ text::FLAGGED }</span> }
                    if !item.item.scored { <span class="tag">{ text::NOT_COUNTED }</span> }
                    <span class="item-time">{ text::duration(item.spent) }</span>
                </span>
            </summary>
            <div class="item-body">
                if item.open {
                    { body(item) }
                }
            </div>
        </details>
    }
}

/// The reasons, beginning from what was chosen, then the key, then the rest, each in the order in which they were seen.
fn body(item: &ResultItem) -> Html {
    let key = item.item.question.key();
    let rank = |option: OptionId| (item.chosen.contains(option), key.contains(option));
    let shown = |first: fn((bool, bool)) -> bool| {
        item.item.order.iter().copied().enumerate().filter(move |(_, option)| first(rank(*option)))
    };
    let chosen = shown(|(chosen, _)| chosen);
    let missed = shown(|(chosen, key)| !chosen && key);
    let others = shown(|(chosen, key)| !chosen && !key);
    let reasons = &item.item.reasons;
    html! {
        <>
            <div class="stem">{ rich(&item.item.question.stem) }</div>
            <ol class="reasons">
                { for chosen.chain(missed).chain(others).map(|(place, option)| reason(item, place, option, key.contains(option))) }
            </ol>
            <div class="takeaway"><h3>{ text::TAKEAWAY }</h3>{ rich(&reasons.takeaway) }</div>
            if let Some(change) = &reasons.changed {
                <div class="changed">
                    <h3>{ text::CHANGED }{ " " }{ text::since(&change.since) }</h3>
                    <div class="change"><strong>{ text::WAS }</strong>{ rich(&change.was) }</div>
                    <div class="change"><strong>{ text::IS }</strong>{ rich(&change.is) }</div>
                </div>
            }
            <h3>{ text::REFERENCES }</h3>
            <ul class="references">
                { for reasons.references.iter().map(|reference| html! {
                    <li>
                        <a href={reference.href.as_str().to_owned()} target="_blank" rel="noopener noreferrer">{ reference.title.clone() }</a>
                        if !reference.opened {
                            <span class="hint">{ " (" }{ text::REFERENCE_UNOPENED }{ ")" }</span>
                        }
                    </li>
                }) }
            </ul>
            <p class="hint">
                { text::verified(&reasons.verified.to_string(), &reasons.verified_source) }{ ". " }
                { text::number(reasons.number.0, reasons.revision) }{ "." }
            </p>
        </>
    }
}

fn reason(item: &ResultItem, place: usize, option: OptionId, right: bool) -> Html {
    let choice = item.item.question.options.iter().find(|choice| choice.id == option);
    let words = choice.map(|choice| rich(&choice.text));
    let why = item.item.reasons.whys.iter().find(|why| why.option == option).map(|why: &Why| rich(&why.text));
    let class = if right { "reason reason-right" } else { "reason" };
    html! {
        <li {class} key={option.index()}>
            <div class="reason-option">
                <span class="option-letter" aria-hidden="true">{ text::option_label(place) }</span>
                { words.unwrap_or_default() }
            </div>
            <p class="reason-tags">
                if item.chosen.contains(option) { <span class="tag tag-yours">{ text::YOUR_ANSWER }</span> }
                if right { <span class="tag tag-key">{ text::KEY }</span> }
            </p>
            { why.unwrap_or_default() }
        </li>
    }
}
