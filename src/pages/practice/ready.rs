//! How ready the learner is, or how much is missing until that can be said.

use crate::components::{El, div, el, fold, para, share_bar, table_head};
use crate::text;
use invigil_engine::study::{DomainReadiness, Readiness, Study};
use invigil_engine::view::{DomainMap, PracticeView};

pub(super) fn ready(view: &PracticeView, study: &Study) -> El {
    let Readiness { chance, fresh, needed, needed_of_domain, low, high, raw, .. } = &study.readiness;
    let card = div("section", "card ready").add(el("h2").text(text::READY_TITLE));
    let card = match chance {
        Some(percent) => card
            .add(div("p", "score").add(el("strong").words(text::ready_chance(*percent))))
            .add(el("p").words(text::chance(*percent)))
            .add(el("p").words(text::ready_range(*low, *high)))
            .add_if(moves(view, study)),
        None => card
            .add(div("p", "not-yet").words(text::ready_not_yet(*fresh, *needed)))
            .add(el("p").words(text::ready_not_yet_why(*needed_of_domain))),
    };
    card.add_if(raw.filter(|_| chance.is_some()).map(|raw| el("p").words(text::ready_raw(raw))))
        .add_if((*fresh > 0).then(|| domains(view, study)))
        .add(
            fold("fold", text::READY_HOW.to_owned())
                .add(para(text::READY_HOW_1))
                .add(para(text::READY_HOW_2))
                .add(para(text::READY_HOW_3)),
        )
}

/// The domain that would move the chance most.
fn moves(view: &PracticeView, study: &Study) -> Option<El> {
    let domains = view.map.iter().zip(&study.readiness.domains);
    let (most, _) = domains.max_by_key(|(_, known)| known.gain).filter(|(_, known)| known.gain > 0)?;
    Some(el("p").words(text::ready_moves(&most.title)))
}

fn domains(view: &PracticeView, study: &Study) -> El {
    let line = |(domain, known): (&DomainMap, &DomainReadiness)| {
        let share = el("td")
            .words(text::interval_percent(tens(known.low), tens(known.high)))
            .add(share_bar(known.share / 10, Some((tens(known.low), tens(known.high)))));
        el("tr")
            .key(&domain.title)
            .add(
                el("th")
                    .attr("scope", "row")
                    .add(div("span", "domain-title").words(domain.title.clone()))
                    .add(div("span", "hint").words(text::ready_domain(known.fresh, known.right))),
            )
            .add(share)
    };
    let lines = view.map.iter().zip(&study.readiness.domains).map(line).collect();
    div("table", "domains ready-domains")
        .add(table_head(&[text::DOMAIN, text::SHARE_RIGHT]))
        .add(el("tbody").list(lines))
}

/// Thousandths in percent.
fn tens(thousandths: u32) -> u32 {
    (thousandths + 5) / 10
}
