//! Results that were sent: one, graded again here, or two beside each other; and an assignment that was handed in.

use super::super::compare;
use super::super::result::theirs;
use super::{address_box, heading, hint, part, paste_form, send_part, sheet};
use crate::app::Dispatch;
use crate::components::{El, div, el, link_button, para, row};
use crate::text;
use invigil_engine::app::{SharingEvent, Ungraded};
use invigil_engine::route::Route;
use invigil_engine::view::{HandedInView, SharedSide, SharedState, SharedView};

/// The page of results that were sent.
pub(in crate::pages) fn shared(view: &SharedView, dispatch: &Dispatch) -> El {
    let page = sheet("shared", "result sharing").add(heading(text::SHARED_RESULT_TITLE));
    if let Some(both) = &view.comparison {
        let names = view.sides.iter().map(|side| {
            el("li").add(div("a", "button small").set("href", side.route.clone()).words(by(side)))
        });
        let page = page.add(para(text::SEND_PROVES_NOTHING)).add(el("ol").list(names.collect()));
        return page.list(compare::both(both, false)).add(address_box(&view.address, dispatch));
    }
    let alone = view.sides.len() < 2;
    let beside = |_: &SharedSide| {
        part("beside-title", text::BESIDE_TITLE)
            .add(paste_form(
                "beside",
                text::BESIDE_FIELD,
                text::BESIDE_OPEN,
                dispatch,
                SharingEvent::BesidePasted,
            ))
            .add(address_box(&view.address, dispatch))
    };
    let graded = view.sides.first().filter(|side| alone && matches!(side.is, SharedState::Graded(..)));
    page.list(view.sides.iter().map(|side| one(side, dispatch)).collect()).add_if(graded.map(beside))
}

fn by(side: &SharedSide) -> String {
    if side.name.is_empty() { text::SHARED_BY_NOBODY.to_owned() } else { text::shared_by(&side.name) }
}

fn one(side: &SharedSide, dispatch: &Dispatch) -> El {
    let block = div("div", "shared-one").key(&side.route);
    let told = |words: &'static str| el("p").attr("role", "alert").text(words);
    match &side.is {
        SharedState::Opening => block.add(hint(text::SHARED_OPENING.to_owned())),
        SharedState::NotHad => block.add(told(text::SHARED_NOT_HAD)),
        SharedState::Refused(fault) => {
            block.add(el("p").attr("role", "alert").words(text::packet_fault(*fault)))
        }
        SharedState::IsPaper => {
            let paper = side.route.replace("#/result/", "#/paper/");
            block.add(para(text::SHARED_IS_PAPER)).add(row(vec![link_button(
                paper,
                "button primary",
                text::SHARED_OPEN_PAPER,
            )]))
        }
        SharedState::Ungraded(title, why) => {
            block.add(el("h2").words(by(side))).add(ungraded(title, *why, dispatch))
        }
        SharedState::Graded(result, changed) => block
            .add(el("h2").words(by(side)))
            .add(el("p").text(text::SEND_PROVES_NOTHING).text(" ").text(text::SHARED_SPOILER))
            .list(theirs(result, dispatch))
            .add(el("p").words(text::shared_changed(*changed)))
            .add_if(side.exam.clone().map(|exam| row(vec![link_button(exam, "button", text::SHARED_SIT)]))),
    }
}

fn ungraded(title: &str, why: Ungraded, dispatch: &Dispatch) -> El {
    let words = match why {
        Ungraded::NotYet => return hint(text::SHARED_WAITING.to_owned()),
        Ungraded::NoKey => text::SHARED_NO_KEY,
        Ungraded::NoPaper => text::SHARED_NO_PAPER,
        Ungraded::OtherPaper => text::SHARED_OTHER_PAPER,
        Ungraded::OtherRelease => text::SHARED_OTHER_RELEASE,
    };
    let field = || {
        paste_form("key", text::SHARED_KEY_FIELD, text::SHARED_KEY_GIVE, dispatch, SharingEvent::KeyPasted)
    };
    div("div", "card")
        .add(el("p").add(el("strong").words(title.to_owned())))
        .add(para(words))
        .add_if((why == Ungraded::NoKey).then(field))
}

/// An assignment that was handed in.
pub(in crate::pages) fn handed_in(view: &HandedInView, dispatch: &Dispatch) -> El {
    sheet("handed-in", "result sharing")
        .add(heading(text::HANDED_IN_TITLE))
        .add(el("p").add(el("strong").words(view.title.clone())))
        .add(div("p", "lead").words(text::handed_in_lead(view.questions)))
        .add(el("p").words(text::handed_in_open(view.unanswered)))
        .add(send_part(&view.send, dispatch))
        .add(row(vec![link_button(Route::History.to_string(), "button", text::HISTORY_TITLE)]))
}
