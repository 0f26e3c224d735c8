//! The result of an attempt: how it went, and why each option is right or wrong.

use super::heading;
use crate::browser::{moment, sharing};
use crate::components::{BandChart, Rich, Send, ShareBar, use_dispatch};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::bank::Why;
use invigil_engine::route::Route;
use invigil_engine::view::{ResultItem, ResultView};
use std::rc::Rc;
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

/// Below this many questions a band says next to nothing.
const SHORT: u32 = 20;

#[derive(Properties, PartialEq)]
pub(crate) struct ResultProps {
    /// What is shown.
    pub(crate) view: Rc<ResultView>,
}

/// Which questions are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Filter {
    All,
    Wrong,
    Flagged,
}

impl Filter {
    fn admits(self, item: &ResultItem) -> bool {
        match self {
            Self::All => true,
            Self::Wrong => !item.right,
            Self::Flagged => item.flagged,
        }
    }
}

/// The result page.
#[component]
pub(crate) fn ResultPage(props: &ResultProps) -> Html {
    let view = &props.view;
    html! {
        <article class="result">
            { heading(text::RESULT_TITLE) }
            { summary(view) }
            <div class="row">
                <a class="button primary" href={Route::Setup.to_string()}>{ text::ANOTHER_EXAM }</a>
                <Send event={Event::LinkCopyAsked}>{ text::COPY_LINK }</Send>
                if sharing::can_share() {
                    <Send event={Event::LinkShareAsked}>{ text::SHARE_LINK }</Send>
                }
            </div>
            <Items items={Rc::clone(&view.items)} />
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
                <BandChart band={grade.band} scale={view.scale} pass={view.pass} />
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
                                <td><span class="percent">{ format!("{} %", domain.score.percent()) }</span><ShareBar score={domain.score} /></td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </section>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct ItemsProps {
    items: Rc<Vec<ResultItem>>,
}

/// The questions, all or some of them.
#[component]
fn Items(props: &ItemsProps) -> Html {
    let filter = use_state_eq(|| Filter::All);
    let choice = |value: Filter, name: &'static str| {
        let filter = filter.clone();
        let count = props.items.iter().filter(|item| value.admits(item)).count();
        let pressed = (*filter == value).to_string();
        html! {
            <button type="button" class="button small" aria-pressed={pressed} onclick={move |_| filter.set(value)}>
                { name }{ " (" }{ count }{ ")" }
            </button>
        }
    };
    let shown: Vec<&ResultItem> = props.items.iter().filter(|item| filter.admits(item)).collect();
    html! {
        <section class="items" aria-labelledby="items-title">
            <h2 id="items-title">{ text::ITEMS_TITLE }</h2>
            <div class="row" role="group" aria-label={text::FILTER_LABEL}>
                { choice(Filter::All, text::FILTER_ALL) }
                { choice(Filter::Wrong, text::FILTER_WRONG) }
                { choice(Filter::Flagged, text::FILTER_FLAGGED) }
            </div>
            <p class="hint" hidden={!shown.is_empty()}>{ text::FILTER_NONE }</p>
            <div class="item-list">
                { for shown.into_iter().map(|item| html! { <Item key={item.position.0} item={item.clone()} /> }) }
            </div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ItemProps {
    item: ResultItem,
}

/// A question: its line, and, once opened, its reasons.
#[component]
fn Item(props: &ItemProps) -> Html {
    let open = use_state_eq(|| false);
    let item = &props.item;
    let ontoggle = {
        let open = open.setter();
        let state = (use_dispatch(), item.position);
        use_callback(state, move |event: yew::events::Event, (dispatch, position)| {
            let details: HtmlDetailsElement = event.target_unchecked_into();
            open.set(details.open());
            if details.open() {
                dispatch.emit(Event::ReasonsOpened(*position));
            }
        })
    };
    let (state, class) = if item.right {
        (text::RIGHT, "mark mark-right")
    } else if item.chosen.is_empty() {
        (text::UNANSWERED, "mark mark-wrong")
    } else {
        (text::WRONG, "mark mark-wrong")
    };
    html! {
        <details class="item" {ontoggle}>
            <summary>
                <span class="item-number">{ item.position.ordinal() }</span>
                <span {class}>{ state }</span>
                <span class="item-topic">{ item.item.topic.title.clone() }</span>
                <span class="item-tags">
                    if item.flagged { <span class="tag">{ text::FLAGGED }</span> }
                    if !item.item.scored { <span class="tag">{ text::NOT_COUNTED }</span> }
                    <span class="item-time">{ text::duration(item.spent) }</span>
                </span>
            </summary>
            <div class="item-body">{ if *open { body(item) } else { html! { <></> } } }</div>
        </details>
    }
}

/// The reasons, beginning from what was chosen, then the key, then the rest, each in the order in which they were seen.
fn body(item: &ResultItem) -> Html {
    let key = item.item.question.key();
    let mut order: Vec<(usize, invigil_engine::ids::OptionId)> =
        item.item.order.iter().copied().enumerate().collect();
    order.sort_by_key(|(place, option)| (!item.chosen.contains(*option), !key.contains(*option), *place));
    let reasons = &item.item.reasons;
    html! {
        <>
            <div class="stem"><Rich text={item.item.question.stem.clone()} /></div>
            <ol class="reasons">
                { for order.into_iter().map(|(place, option)| reason(item, place, option, key.contains(option))) }
            </ol>
            <div class="takeaway"><h3>{ text::TAKEAWAY }</h3><Rich text={reasons.takeaway.clone()} /></div>
            if let Some(change) = &reasons.changed {
                <div class="changed">
                    <h3>{ text::CHANGED }{ " " }{ text::since(&change.since) }</h3>
                    <div class="change"><strong>{ text::WAS }</strong><Rich text={change.was.clone()} /></div>
                    <div class="change"><strong>{ text::IS }</strong><Rich text={change.is.clone()} /></div>
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

fn reason(item: &ResultItem, place: usize, option: invigil_engine::ids::OptionId, right: bool) -> Html {
    let choice = item.item.question.options.iter().find(|choice| choice.id == option);
    let words = choice.map(|choice| choice.text.clone()).unwrap_or_default();
    let why =
        item.item.reasons.whys.iter().find(|why| why.option == option).map(|why: &Why| why.text.clone());
    let class = if right { "reason reason-right" } else { "reason" };
    html! {
        <li {class} key={option.index()}>
            <div class="reason-option">
                <span class="option-letter" aria-hidden="true">{ text::option_label(place) }</span>
                <Rich text={words} />
            </div>
            <p class="reason-tags">
                if item.chosen.contains(option) { <span class="tag tag-yours">{ text::YOUR_ANSWER }</span> }
                if right { <span class="tag tag-key">{ text::KEY }</span> }
            </p>
            <Rich text={why.unwrap_or_default()} />
        </li>
    }
}
