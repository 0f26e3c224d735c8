//! How an attempt was sat: its pace, and the answers that were changed.

use super::{hint, part};
use crate::components::{El, div, el, fact, fold, pace_chart, table_head};
use crate::text;
use invigil_engine::grade::Score;
use invigil_engine::sitting::Confidence;
use invigil_engine::time::DurationMs;
use invigil_engine::view::{Mark, ResultView};

/// Fewer questions have no pace.
const FEW: usize = 8;

/// The time that was used beside an even pace; none of few questions.
pub(super) fn pace(view: &ResultView) -> Option<El> {
    let pace = &view.pace.pace;
    let done = pace.passed.len();
    if done < FEW {
        return None;
    }
    let used = pace.passed.last().copied().unwrap_or_default();
    let each = DurationMs(used.0 / i64::try_from(done).unwrap_or(1));
    let sentence = text::pace(each, pace.even, view.limit.is_some());
    Some(
        part("card", "pace-title", text::PACE_TITLE)
            .add(el("p").words(sentence))
            .add_if(pace.late.map(|late| el("p").words(text::late(late))))
            .add(pace_chart(pace, view.pace.questions))
            .add(legend())
            .add(fold("fold", text::PACE_FIGURES.to_owned()).add(figures(&view.pace.marks))),
    )
}

fn legend() -> El {
    let line = |class: &'static str, name: &'static str| el("span").add(div("span", class)).text(name);
    div("p", "legend")
        .attr("aria-hidden", "true")
        .add(line("key key-own", text::PACE_OWN))
        .add(line("key key-even", text::PACE_EVEN))
}

fn figures(marks: &[Mark]) -> El {
    let line = |mark: &Mark| {
        el("tr")
            .add(el("th").attr("scope", "row").words(text::figures(mark.questions)))
            .add(el("td").words(text::duration(mark.passed)))
            .add(el("td").words(text::duration(mark.even)))
    };
    div("table", "figures")
        .add(table_head(&[text::PACE_BEHIND, text::PACE_TIME, text::PACE_EVEN]))
        .add(el("tbody").list(marks.iter().map(line).collect()))
}

/// What changing answers did; none of few questions.
pub(super) fn changes(view: &ResultView) -> Option<El> {
    if view.pace.pace.passed.len() < FEW {
        return None;
    }
    let changes = view.changes;
    let card = part("card", "changes-title", text::CHANGES_TITLE);
    if changes.all() == 0 {
        return Some(card.add(el("p").text(text::NONE_CHANGED)));
    }
    let counts = div("dl", "facts")
        .add(fact(text::CHANGE_GAINED, text::figures(changes.gained)))
        .add(fact(text::CHANGE_LOST, text::figures(changes.lost)))
        .add(fact(text::CHANGE_NEITHER, text::figures(changes.neither)));
    Some(
        card.add(el("p").words(text::changes(changes.gained, changes.lost)))
            .add(counts)
            .add(hint(text::CHANGES_NOTE.to_owned())),
    )
}

/// How sure the learner was beside how right; none where it was never told.
pub(super) fn confidence(view: &ResultView) -> Option<El> {
    if view.confidence.is_empty() {
        return None;
    }
    let line = |(sure, score): &(Confidence, Score)| {
        el("tr")
            .add(el("th").attr("scope", "row").text(text::sure(*sure)))
            .add(el("td").words(text::of(score.right, score.total)))
    };
    let table = div("table", "figures")
        .add(table_head(&[text::SURE, text::RIGHT]))
        .add(el("tbody").list(view.confidence.iter().map(line).collect()));
    let card = part("card", "sure-title", text::SURE_TITLE);
    Some(card.add(table).add(hint(text::SURE_NOTE.to_owned())))
}
