//! The link page: an exam with a title and a line, as a link, as a QR code and on paper.

use super::super::confirm::facts;
use super::super::setup;
use super::own::words as words_of;
use super::{address_box, heading, hint, line_field, part, send, sheet};
use crate::app::Dispatch;
use crate::components::{Choice, El, div, el, link_button, para, row};
use crate::text;
use invigil_engine::app::SharingEvent;
use invigil_engine::ids::TopicId;
use invigil_engine::view::{HandView, ShareView};

/// The link page.
pub(in crate::pages) fn share(view: &ShareView, dispatch: &Dispatch) -> El {
    let mut choices = setup::choices(&view.setup, dispatch, view.by_hand.is_none());
    if view.by_hand.is_none() {
        choices.extend(setup::sources(&view.setup, dispatch));
    }
    sheet("share", "setup sharing")
        .add(heading(text::LINK_PAGE_TITLE))
        .add(div("p", "lead").text(text::LINK_PAGE_LEAD))
        .add(div("div", "share-choices").list(choices))
        .add(picking(view, dispatch))
        .add(words(view, dispatch))
        .add(link(view, dispatch))
        .add_if(view.confirm.as_ref().map(|confirm| {
            part("preview-title", text::LINK_PREVIEW)
                .add(words_of(&confirm.title, &confirm.line))
                .add(div("dl", "facts").list(facts(confirm)))
        }))
}

/// Which questions: drawn, or one by one.
fn picking(view: &ShareView, dispatch: &Dispatch) -> El {
    let choice = |label: &'static str, on: bool| Choice {
        kind: "radio",
        name: "by-hand",
        label: label.to_owned(),
        hint: String::new(),
        checked: on == view.by_hand.is_some(),
        event: send(SharingEvent::ByHand(on)),
    };
    let ways = vec![choice(text::BY_HAND_NO, false), choice(text::BY_HAND_YES, true)];
    div("div", "picking")
        .add(setup::group(text::BY_HAND, "choices", ways, dispatch))
        .add_if(view.by_hand.as_ref().map(|hand| by_hand(hand, dispatch)))
}

fn by_hand(hand: &HandView, dispatch: &Dispatch) -> El {
    let topic = |(id, title, count): &(TopicId, String, u32)| {
        let open = hand.open.as_ref() == Some(id);
        let wanted = if open { None } else { Some(id.clone()) };
        let line = div("button", "button small")
            .attr("type", "button")
            .attr("aria-expanded", if open { "true" } else { "false" })
            .on_click(dispatch, send(SharingEvent::TopicOpened(wanted)))
            .words(text::by_hand_topic(title, *count));
        el("li").key(id.as_str()).add(line).add_if(open.then(|| questions(hand, dispatch)))
    };
    div("div", "by-hand")
        .add(div("p", "hint").attr("role", "status").words(text::by_hand_count(hand.count)))
        .add(hint(text::BY_HAND_HINT.to_owned()))
        .add(div("ul", "plain-list").list(hand.topics.iter().map(topic).collect()))
}

fn questions(hand: &HandView, dispatch: &Dispatch) -> El {
    let rows = hand.questions.iter().map(|(number, words, chosen)| {
        Choice {
            kind: "checkbox",
            name: "question",
            label: words.clone(),
            hint: text::figures(number.0),
            checked: *chosen,
            event: send(SharingEvent::Picked(*number, !chosen)),
        }
        .row(dispatch)
    });
    div("div", "choices by-hand-questions").list(rows.collect())
}

fn words(view: &ShareView, dispatch: &Dispatch) -> El {
    part("words-title", text::LINK_WORDS)
        .add(line_field(text::LINK_WORDS_TITLE, &view.title, "80", dispatch, SharingEvent::TitleTyped))
        .add(line_field(text::LINK_WORDS_LINE, &view.line, "200", dispatch, SharingEvent::LineTyped))
        .add(hint(text::LINK_WORDS_HINT.to_owned()))
}

fn link(view: &ShareView, dispatch: &Dispatch) -> El {
    let section = part("link-title", text::LINK_TITLE);
    match &view.address {
        None => section.add(para(text::LINK_NONE)),
        Some(address) => section
            .add(address_box(address, dispatch))
            .add_if(view.twin.clone().map(|twin| row(vec![link_button(twin, "button", text::LINK_PRINT)]))),
    }
}
