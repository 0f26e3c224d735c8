//! The result of an attempt: how it went, and why each option is right or wrong.

use super::heading;
use super::setup::share_buttons;
use crate::app::Dispatch;
use crate::browser::moment;
use crate::components::{band_chart, link_button, rich, share_bar};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::bank::Why;
use invigil_engine::route::Route;
use invigil_engine::view::{ResultItem, ResultView};
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

/// Below this many questions a band says next to nothing.
const SHORT: u32 = 20;

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
pub(crate) fn result(view: &ResultView, dispatch: &Dispatch) -> Html {
    html! {
        <article key={view.id.as_str()} class="result">
            { heading(text::RESULT_TITLE) }
            { summary(view) }
            <div class="row">
                { link_button(Route::Setup.to_string(), "button primary", text::ANOTHER_EXAM) }
                { share_buttons(dispatch, true) }
            </div>
            <Items items={Rc::clone(&view.items)} dispatch={dispatch.clone()} />
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

#[derive(Properties, PartialEq)]
struct ItemsProps {
    items: Rc<Vec<ResultItem>>,
    dispatch: Dispatch,
}

/// What the list of questions shows at the moment.
enum Message {
    /// Other questions.
    Filter(Filter),
    /// A question's reasons were opened or closed.
    Toggled(usize, bool),
}

/// The questions, all or some of them; reasons are made when they are first opened.
struct Items {
    filter: Filter,
    opened: Vec<usize>,
}

impl Component for Items {
    type Message = Message;
    type Properties = ItemsProps;

    fn create(_ctx: &Context<Self>) -> Self {
        Self { filter: Filter::All, opened: Vec::new() }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Self::Message) -> bool {
        match message {
            Message::Filter(filter) => self.filter = filter,
            Message::Toggled(_, false) => return false,
            Message::Toggled(place, true) => {
                if let Some(item) = ctx.props().items.get(place) {
                    ctx.props().dispatch.emit(Event::ReasonsOpened(item.position));
                }
                self.opened.push(place);
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let items = &ctx.props().items;
        let shown = || items.iter().enumerate().filter(|(_, item)| self.filter.admits(item));
        html! {
            <section class="items" aria-labelledby="items-title">
                <h2 id="items-title">{ text::ITEMS_TITLE }</h2>
                <div class="row" role="group" aria-label={text::FILTER_LABEL}>
                    { self.choice(ctx, Filter::All, text::FILTER_ALL) }
                    { self.choice(ctx, Filter::Wrong, text::FILTER_WRONG) }
                    { self.choice(ctx, Filter::Flagged, text::FILTER_FLAGGED) }
                </div>
                <p class="hint" hidden={shown().next().is_some()}>{ text::FILTER_NONE }</p>
                <div class="item-list">{ for shown().map(|(place, item)| self.item(ctx, place, item)) }</div>
            </section>
        }
    }
}

impl Items {
    fn choice(&self, ctx: &Context<Self>, filter: Filter, name: &'static str) -> Html {
        let count = ctx.props().items.iter().filter(|item| filter.admits(item)).count();
        let pressed = if self.filter == filter { "true" } else { "false" };
        let onclick = ctx.link().callback(move |_: MouseEvent| Message::Filter(filter));
        html! {
            <button type="button" class="button small" aria-pressed={pressed} {onclick}>{ name }{ " (" }{ count }{ ")" }</button>
        }
    }

    /// A question: its line, and, once opened, its reasons.
    fn item(&self, ctx: &Context<Self>, place: usize, item: &ResultItem) -> Html {
        let ontoggle = ctx.link().callback(move |event: yew::events::Event| {
            let details = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
            Message::Toggled(place, details.is_some_and(|details| details.open()))
        });
        let (state, class) = if item.right {
            (text::RIGHT, "mark mark-right")
        } else if item.chosen.is_empty() {
            (text::UNANSWERED, "mark mark-wrong")
        } else {
            (text::WRONG, "mark mark-wrong")
        };
        html! {
            <details key={place} class="item" {ontoggle}>
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
                <div class="item-body">
                    if self.opened.contains(&place) {
                        { body(item) }
                    }
                </div>
            </details>
        }
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
            <div class="stem">{ rich(&item.item.question.stem) }</div>
            <ol class="reasons">
                { for order.into_iter().map(|(place, option)| reason(item, place, option, key.contains(option))) }
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

fn reason(item: &ResultItem, place: usize, option: invigil_engine::ids::OptionId, right: bool) -> Html {
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
