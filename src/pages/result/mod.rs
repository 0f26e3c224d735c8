//! The result of an attempt: how it went, what to do next, and why each option is right or wrong.

mod items;
mod sat;
#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests;

use super::setup::share_buttons;
use super::sharing::send_part;
use super::{heading, hint, sheet};
use crate::app::Dispatch;
use crate::browser::moment;
use crate::components::{
    El, band_chart, button, button_if, div, domain_bar, el, link_button, row, table_head,
};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::gains::Gain;
use invigil_engine::route::Route;
use invigil_engine::view::{DomainView, NextView, ResultView, Sharing, Verdict};

/// The result page.
pub(crate) fn result(view: &ResultView, dispatch: &Dispatch) -> El {
    let lead = if view.short { text::RESULT_SHORT } else { text::result_sentence(view.grade.standing) };
    sheet("result", "result")
        .add(heading(text::RESULT_TITLE))
        .add(
            div("p", "lead")
                .add_if(view.expired.then(|| el("span").text(text::EXPIRED).text(" ")))
                .text(lead),
        )
        .add_if(view.may_go_on.then(|| go_on(dispatch)))
        .add(next(view, dispatch))
        .add(score(view))
        .add(domains(view))
        .add_if(sat::pace(view))
        .add_if(sat::changes(view))
        .add_if(sat::confidence(view))
        .add(ways(view, dispatch))
        .add(items::items(view, dispatch))
        .add_if((view.sharing != Sharing::Sealed).then(|| send_part(&view.send, dispatch)))
}

/// The result of somebody else: without what only its owner does.
pub(super) fn theirs(view: &ResultView, dispatch: &Dispatch) -> Vec<El> {
    let lead = if view.short { text::RESULT_SHORT } else { text::result_sentence(view.grade.standing) };
    vec![
        div("p", "lead").text(lead),
        score(view),
        domains(view),
        sat::pace(view).unwrap_or_else(|| el("div")),
        row(vec![button(dispatch, Event::PrintAsked, "button", text::PRINT)]),
        items::items(view, dispatch),
    ]
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

/// A part of the page with its title, one idea each.
fn part(class: &'static str, id: &'static str, title: &'static str) -> El {
    div("section", class).attr("aria-labelledby", id).add(el("h2").attr("id", id).text(title))
}

/// The next act: where most can be won back, or another paper.
fn next(view: &ResultView, dispatch: &Dispatch) -> El {
    let another = link_button(Route::Setup.to_string(), "button", text::ANOTHER_EXAM);
    let card = part("card card-accent next-act", "next-title", text::NEXT_TITLE);
    match &view.next {
        Some(next) => card
            .add(el("p").text(text::next_lead(next.grain)))
            .add(gains(next))
            .add(hint(text::gain_note(next.scored)))
            .add_if((next.more > 0).then(|| hint(text::gain_more(more(next)))))
            .add(row(vec![drill(next, dispatch), another]))
            .add(hint(text::drill_note(next.drill))),
        None if view.grade.all.right == view.grade.all.total => {
            card.add(el("p").text(text::NOTHING_MISSED)).add(row(vec![another]))
        }
        None => card.add(row(vec![another])),
    }
}

/// Practice of these parts; not while an exam runs.
fn drill(next: &NextView, dispatch: &Dispatch) -> El {
    button_if(dispatch, Event::DrillStarted, "button primary", text::DRILL, next.drill > 0)
}

fn more(next: &NextView) -> u32 {
    u32::try_from(next.more).unwrap_or(u32::MAX)
}

fn gains(next: &NextView) -> El {
    let line = |gain: &Gain| {
        el("li")
            .add(div("span", "gain-title").words(gain.title.clone()))
            .add(div("span", "gain-points").words(text::gain(gain.points)))
            .add(div("span", "hint").words(text::missed(gain.missed, gain.asked)))
    };
    div("ol", "gains").list(next.parts.iter().map(line).collect())
}

fn ways(view: &ResultView, dispatch: &Dispatch) -> El {
    let pair = |earlier| Route::Compare(earlier, view.id.clone()).to_string();
    let earlier = view.earlier.clone().map(|id| link_button(pair(id), "button", text::COMPARE_EARLIER));
    let mut ways = vec![button(dispatch, Event::PrintAsked, "button", text::PRINT)];
    ways.extend(earlier);
    if view.sharing == Sharing::Sealed {
        return div("div", "ways")
            .add(row(ways))
            .add(hint(text::SEALED_NOT_SHARED.to_owned()))
            .add(hint(text::SEALED_NOT_SENT.to_owned()));
    }
    if view.sharing == Sharing::ByLink {
        ways.extend(share_buttons(dispatch, true));
    }
    div("div", "ways").add(row(ways))
}

fn score(view: &ResultView) -> El {
    let grade = &view.grade;
    let right = text::scored_right(grade.scored.right, grade.scored.total);
    let unscored = || el("p").words(text::unscored_right(view.unscored.total, view.unscored.right));
    let used = text::time_used(view.used, view.limit);
    let circumstances = hint(view.guide.clone())
        .text(" · ")
        .words(moment::day_and_time(view.started))
        .text(" · ")
        .words(used);
    div("div", "card band-card")
        .add(div("p", "score").add(el("strong").words(right)))
        .add_if((view.unscored.total > 0).then(unscored))
        .add_if(view.before.map(|before| el("p").words(text::graded_again(before.right, grade.scored.right))))
        .add_if((!view.short).then(|| band(view)))
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
    let judged = view.domains.iter().any(|domain| domain.verdict.is_some());
    let line = |domain: &DomainView| {
        let score = domain.score;
        let percent = div("span", "percent").words(text::percent(score.percent()));
        let within =
            domain.verdict.map(|verdict| div("span", "hint").words(text::interval(verdict.interval)));
        let title = div("span", "domain-title").words(domain.title.clone());
        el("tr")
            .add(el("th").attr("scope", "row").add(title).add_if(judged.then(|| mark(domain.verdict))))
            .add(el("td").words(text::of(score.right, score.total)))
            .add(el("td").add(percent).text(" ").add_if(within).add(domain_bar(score, domain.verdict)))
    };
    let table = div("table", "domains")
        .add(table_head(&[text::DOMAIN, text::RIGHT, text::SHARE_RIGHT]))
        .add(el("tbody").list(view.domains.iter().map(line).collect()));
    part("card", "domains-title", text::DOMAINS_TITLE)
        .hidden(view.domains.is_empty())
        .add(table)
        .add_if(judged.then(|| hint(text::VERDICTS.to_owned())))
}

/// Whether a domain meets the mark, as the real report has it.
fn mark(verdict: Option<Verdict>) -> El {
    match verdict {
        None => div("span", "hint").text(text::TOO_FEW_TO_SAY),
        Some(Verdict { meets: true, .. }) => div("span", "mark mark-right").text(text::MEETS),
        Some(_) => div("span", "mark mark-work").text(text::NEEDS_WORK),
    }
}
