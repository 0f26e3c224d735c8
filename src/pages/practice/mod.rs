//! Practice: what to do today, what can be drilled, and how ready the learner is.

mod charts;
mod ready;

use super::home::{exam_day_field, start_hint};
use super::{heading, hint, sheet};
use crate::app::Dispatch;
use crate::browser::moment;
use crate::components::{El, button, button_if, div, el, link_button, para, rich, row};
use crate::text;
use invigil_engine::app::{Drill, Event, Misconception};
use invigil_engine::outcome::Outcome;
use invigil_engine::rich_text::RichText;
use invigil_engine::route::Route;
use invigil_engine::study::{Plan, Study};
use invigil_engine::time::Date;
use invigil_engine::view::{PracticeView, StartBar};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement};
use yew::Callback;

/// The practice page.
pub(crate) fn practice(view: &PracticeView, dispatch: &Dispatch) -> El {
    let page = sheet("practice", "practice").add(heading(text::PRACTICE_TITLE));
    let Some(study) = &view.study else {
        let words = if view.failed { text::PRACTICE_FAILED } else { text::PRACTICE_WAITING };
        return page.add(el("p").attr("role", "status").text(words));
    };
    page.add_if(view.failed.then(|| para(text::PRACTICE_FAILED)))
        .add_if(view.exam.filter(|_| view.asks_outcome).map(|exam| outcome(exam, study, dispatch)))
        .add(div("div", "cards").add(today(view, study, dispatch)).add(until(view, study, dispatch)))
        .add(ready::ready(view, study))
        .add(drills(view, dispatch))
        .add_if((!view.misconceptions.is_empty()).then(|| misconceptions(view, dispatch)))
        .add(charts::map(&view.map))
        .add_if(study.forecast.iter().any(|due| *due > 0).then(|| charts::forecast(&study.forecast)))
        .add_if((view.scores.len() > 1).then(|| charts::scores(&view.scores)))
        .add_if(charts::calibration(&study.calibration))
        .add_if((!view.outcomes.is_empty()).then(|| outcomes(&view.outcomes)))
}

/// The day's set.
fn today(view: &PracticeView, study: &Study, dispatch: &Dispatch) -> El {
    let questions = size(view, Drill::Today);
    let due = u32::try_from(study.due.len()).unwrap_or(u32::MAX);
    let done = study.plan.as_ref().filter(|plan| plan.done > 0);
    let may = questions > 0 && view.start == StartBar::Ready;
    let begin = Event::PracticeChosen(Drill::Today);
    let card = div("div", "card card-accent").add(el("h2").text(text::TODAY_TITLE));
    let card = if questions == 0 {
        card.add(para(text::TODAY_NONE))
    } else {
        card.add(div("p", "today-set").words(text::today_set(questions)))
            .add(el("p").words(text::today_due(due)))
    };
    card.add_if(done.map(|plan| el("p").words(text::today_done(plan.done, plan.today))))
        .add(row(vec![button_if(dispatch, begin, "button primary large", text::TODAY_START, may)]))
        .add_if((view.start != StartBar::Ready).then(|| start_hint(view.start)))
}

/// The plan until the exam.
fn until(view: &PracticeView, study: &Study, dispatch: &Dispatch) -> El {
    let card =
        div("div", "card").add(el("h2").text(text::PLAN_TITLE)).add(exam_day_field(view.exam, dispatch));
    let (Some(exam), Some(plan)) = (view.exam, &study.plan) else {
        return card.add(hint(text::PLAN_WITHOUT_DAY.to_owned()));
    };
    card.add(hint(text::days_left(exam.days() - view.today.days())))
        .add(el("p").words(text::plan_daily(plan.today, plan.fresh)))
        .add(el("p").words(mocks(plan)))
        .add_if(on_exam_day(study).map(|recall| el("p").words(text::plan_recall(recall))))
        .add(row(vec![button(dispatch, Event::CalendarAsked, "button", text::PLAN_CALENDAR)]))
}

/// The share of what was practised that would be recalled on the day of the exam, in percent.
fn on_exam_day(study: &Study) -> Option<u32> {
    let known: Vec<u32> = study.cards.iter().filter_map(|card| card.on_exam_day).collect();
    let count = u32::try_from(known.len()).ok()?;
    known.iter().sum::<u32>().checked_div(count).map(|thousandths| (thousandths + 5) / 10)
}

fn mocks(plan: &Plan) -> String {
    let days: Vec<String> = plan.mocks.iter().map(|day| moment::date(Date::from_days(*day))).collect();
    if days.is_empty() { text::PLAN_NO_MOCKS.to_owned() } else { text::plan_mocks(&days.join(", ")) }
}

fn size(view: &PracticeView, wanted: Drill) -> u32 {
    view.drills.iter().find(|(drill, _)| *drill == wanted).map_or(0, |(_, questions)| *questions)
}

/// What can be drilled: each drill is one button, as wide as the page.
fn drills(view: &PracticeView, dispatch: &Dispatch) -> El {
    let ready = view.start == StartBar::Ready;
    let line = |(drill, questions): &(Drill, u32)| {
        let (name, words) = text::drill(*drill);
        // A mock begins as an exam does, with its instructions.
        let mock = *drill == Drill::Mock;
        let begin = if mock { Event::InstructionsTurned(Some(0)) } else { Event::PracticeChosen(*drill) };
        let button = div("button", "drill")
            .attr("type", "button")
            .attr_if(!ready || *questions == 0, "disabled", "")
            .on_click(dispatch, begin)
            .add(el("strong").text(name))
            .add(div("span", "drill-size").words(text::drill_size(*questions)))
            .add(div("span", "hint").text(words));
        el("li").key(name).add(button)
    };
    let offered = view.drills.iter().filter(|(drill, _)| *drill != Drill::Today).map(line);
    el("section")
        .add(el("h2").text(text::DRILLS_TITLE))
        .add(div("ul", "drills").list(offered.collect()))
        .add(el("p").add(link_button(Route::Setup.to_string(), "way", text::DRILLS_MORE)))
}

/// Wrong ideas that recur: what was chosen against what is right, and a drill of them.
fn misconceptions(view: &PracticeView, dispatch: &Dispatch) -> El {
    let ready = view.start == StartBar::Ready;
    let side = |title: &'static str, class: &'static str, (option, why): &(RichText, RichText)| {
        div("div", class)
            .add(div("p", "reason-tags").add(el("strong").text(title)))
            .add(div("div", "reason-option").add(rich(option)))
            .add(rich(why))
    };
    let card = |idea: &Misconception| {
        let begin = Event::MisconceptionPractised(idea.id.clone());
        div("li", "card")
            .key(&idea.id)
            .add(el("h3").words(text::misconception(&idea.id)))
            .add(hint(text::mistaken_times(idea.chosen, &moment::day(idea.last))))
            .add(side(text::YOUR_ANSWER, "reason", &idea.mistaken))
            .add(side(text::KEY, "reason reason-right", &idea.instead))
            .add(row(vec![button_if(dispatch, begin, "button", text::MISTAKEN_DRILL, ready)]))
    };
    el("section")
        .add(el("h2").text(text::MISTAKEN_TITLE))
        .add(para(text::MISTAKEN_LEAD))
        .add(div("ul", "drills").list(view.misconceptions.iter().map(card).collect()))
}

/// How the real exam went is asked for once its day is over.
fn outcome(day: Date, study: &Study, dispatch: &Dispatch) -> El {
    let chance = study.readiness.chance;
    let field = div("input", "field").attr("type", "number").attr("inputmode", "numeric");
    // What the field holds is read when a button is pressed: the page may have been drawn anew since it was typed.
    let told = |name: &'static str, passed: bool| {
        let dispatch = dispatch.clone();
        let told = Callback::from(move |event: web_sys::MouseEvent| {
            let button = event.target().and_then(|button| button.dyn_into::<Element>().ok());
            let card = button.and_then(|button| button.closest(".card").ok().flatten());
            let field = card.and_then(|card| card.query_selector("input").ok().flatten());
            let field = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
            let score = field.and_then(|field| field.value().parse().ok()).filter(|score| *score <= 1_000);
            dispatch.emit(Event::OutcomeGiven(Some(Outcome { day, passed, score, chance })));
        });
        div("button", "button").attr("type", "button").click(told).text(name)
    };
    div("div", "card card-accent")
        .add(el("h2").text(text::OUTCOME_TITLE))
        .add(el("p").words(text::outcome_lead(&moment::date(day))))
        .add(
            div("label", "labelled")
                .add(el("span").text(text::OUTCOME_SCORE))
                .add(field.attr("min", "100").attr("max", "1000")),
        )
        .add(row(vec![
            told(text::OUTCOME_PASSED, true),
            told(text::OUTCOME_FAILED, false),
            button(dispatch, Event::OutcomeGiven(None), "button", text::OUTCOME_NOT_SAT),
        ]))
}

fn outcomes(outcomes: &[Outcome]) -> El {
    let line = |outcome: &Outcome| {
        let Outcome { day, passed, score, chance } = outcome;
        el("li").words(text::outcome(&moment::date(*day), *passed, *score, *chance))
    };
    el("section")
        .add(el("h2").text(text::OUTCOMES_TITLE))
        .add(el("ul").list(outcomes.iter().map(line).collect()))
}
