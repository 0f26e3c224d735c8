//! The result of an attempt: how it went, and why each option is right or wrong.

use super::objection::objection;
use super::reasons::reasons;
use super::setup::share_buttons;
use super::{heading, hint, sheet};
use crate::app::Dispatch;
use crate::browser::moment;
use crate::components::{El, band_chart, button, button_if, div, el, link_button, rich, row, share_bar};
use crate::text;
use invigil_engine::app::{Event, Filter};
use invigil_engine::ids::Position;
use invigil_engine::route::Route;
use invigil_engine::view::{DomainView, ResultItem, ResultView};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlDetailsElement;
use yew::Callback;

/// Below this many questions a band says next to nothing.
const SHORT: u32 = 20;

/// The result page.
pub(crate) fn result(view: &ResultView, dispatch: &Dispatch) -> El {
    let lead = if is_short(view) { text::RESULT_SHORT } else { text::result_sentence(view.grade.standing) };
    let mut ways = vec![link_button(Route::Setup.to_string(), "button primary", text::ANOTHER_EXAM)];
    ways.extend(share_buttons(dispatch, true));
    sheet("result", "result")
        .add(heading(text::RESULT_TITLE))
        .add(
            div("p", "lead")
                .add_if(view.expired.then(|| el("span").text(text::EXPIRED).text(" ")))
                .text(lead),
        )
        .add_if(view.may_go_on.then(|| go_on(dispatch)))
        .add(score(view))
        .add(domains(view))
        .add(row(ways))
        .add(items(view, dispatch))
}

/// Time ran out while nobody was there: the work may go on without a clock.
fn go_on(dispatch: &Dispatch) -> El {
    div("div", "notice").add(el("p").text(text::RAN_OUT_UNATTENDED)).add(button(
        dispatch,
        Event::GoOnUntimed,
        "button small",
        text::GO_ON_UNTIMED,
    ))
}

fn is_short(view: &ResultView) -> bool {
    view.grade.scored.total < SHORT
}

fn score(view: &ResultView) -> El {
    let grade = &view.grade;
    let right = text::scored_right(grade.scored.right, grade.scored.total);
    let all = || el("p").words(text::all_right(grade.all.right, grade.all.total, view.unscored));
    let used = text::time_used(view.used, view.limit);
    let circumstances = hint(view.guide.clone())
        .text(" · ")
        .words(moment::day_and_time(view.started))
        .text(" · ")
        .words(used);
    div("div", "card band-card")
        .add(div("p", "score").add(el("strong").words(right)))
        .add_if((view.unscored > 0).then(all))
        .add_if(view.before.map(|before| el("p").words(text::graded_again(before.right, grade.scored.right))))
        .add_if((!is_short(view)).then(|| band(view)))
        .add(circumstances)
}

/// Where the score may lie on the exam's scale.
fn band(view: &ResultView) -> El {
    let band = view.grade.band;
    let title = el("h2").attr("id", "band-title").text(text::BAND_TITLE).text(": ");
    el("section")
        .attr("aria-labelledby", "band-title")
        .add(title.words(text::band(band.low, band.high)))
        .add(band_chart(band, view.scale, view.pass))
        .add(hint(text::pass_mark(view.pass, view.scale.0, view.scale.1)))
        .add(hint(text::BAND_CAVEAT.to_owned()))
}

fn domains(view: &ResultView) -> El {
    let head = |words: &'static str| el("th").attr("scope", "col").text(words);
    let line = |domain: &DomainView| {
        let score = domain.score;
        let percent = div("span", "percent").words(text::percent(score.percent()));
        el("tr")
            .add(el("th").attr("scope", "row").words(domain.title.clone()))
            .add(el("td").words(text::of(score.right, score.total)))
            .add(el("td").add(percent).add(share_bar(score)))
    };
    let heads = el("tr").add(head(text::DOMAIN)).add(head(text::RIGHT)).add(head(text::SHARE_RIGHT));
    let table = div("table", "domains")
        .add(el("thead").add(heads))
        .add(el("tbody").list(view.domains.iter().map(line).collect()));
    el("section")
        .attr("aria-labelledby", "domains-title")
        .add(el("h2").attr("id", "domains-title").text(text::DOMAINS_TITLE))
        .add(table)
}

/// The questions, all or some of them.
fn items(view: &ResultView, dispatch: &Dispatch) -> El {
    let [all, wrong, flagged] = view.counts;
    let choice = |filter: Filter, name: &'static str, count: usize| {
        div("button", "button small")
            .attr("type", "button")
            .attr("aria-pressed", if view.filter == filter { "true" } else { "false" })
            .on_click(dispatch, Event::FilterChosen(filter))
            .words(text::counted(name, count))
    };
    let filters = row(vec![
        choice(Filter::All, text::FILTER_ALL, all),
        choice(Filter::Wrong, text::FILTER_WRONG, wrong),
        choice(Filter::Flagged, text::FILTER_FLAGGED, flagged),
    ]);
    let list = view.items.iter().map(|item| self::item(item, dispatch)).collect();
    // On paper and for who searches in the page: closed reasons are not in the document.
    let closed: Vec<Position> =
        view.items.iter().filter(|item| !item.open).map(|item| item.position).collect();
    let open_all = button_if(
        dispatch,
        Event::AllReasonsOpened(closed.clone()),
        "button small",
        text::OPEN_ALL,
        !closed.is_empty(),
    );
    div("section", "items")
        .attr("aria-labelledby", "items-title")
        .add(el("h2").attr("id", "items-title").text(text::ITEMS_TITLE))
        .add(filters.attr("role", "group").attr("aria-label", text::FILTER_LABEL))
        .add(row(vec![open_all]))
        .add(hint(text::FILTER_NONE.to_owned()).hidden(!view.items.is_empty()))
        .add(div("div", "item-list").list(list))
}

/// A question: its line, and, once opened, its reasons; they are made only then.
fn item(item: &ResultItem, dispatch: &Dispatch) -> El {
    let (again, dispatch, position) = (dispatch, dispatch.clone(), item.position);
    let toggled = Callback::from(move |event: web_sys::Event| {
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
    let mut tags = Vec::new();
    if item.flagged {
        tags.push(div("span", "tag").text(text::FLAGGED));
    }
    if item.old_key.is_some() {
        tags.push(div("span", "tag").text(text::KEY_CORRECTED));
    }
    if !item.item.scored {
        tags.push(div("span", "tag").text(text::NOT_COUNTED));
    }
    tags.push(div("span", "item-time").words(text::duration(item.spent)));
    let line = el("summary")
        .add(div("span", "item-number").words(text::figures(position.ordinal())))
        .add(div("span", class).text(state))
        .add(div("span", "item-topic").words(item.item.topic.title.clone()))
        .add(div("span", "item-tags").list(tags));
    div("details", "item")
        .key(&position.0.to_string())
        .attr_if(item.open, "open", "")
        .toggled(toggled)
        .add(line)
        .add(div("div", "item-body").list(if item.open { body(item, again) } else { Vec::new() }))
}

/// The question with its reasons, and a place to object.
fn body(item: &ResultItem, dispatch: &Dispatch) -> Vec<El> {
    let corrected = item.old_key.map(|_| div("p", "notice").text(text::KEY_CORRECTED_WHY));
    let mut parts = vec![div("div", "stem").add(rich(&item.item.question.stem)).add_if(corrected)];
    parts.extend(reasons(item));
    parts.push(objection(item, dispatch));
    parts
}
