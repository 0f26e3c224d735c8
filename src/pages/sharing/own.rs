//! A paper of somebody's own that was sent: what it is, before anything starts.

use super::super::home::start_hint;
use super::{address_box, heading, hint, part, send, sheet};
use crate::app::Dispatch;
use crate::components::{El, button_if, div, el, fact, link_button, para, row};
use crate::text;
use invigil_engine::app::SharingEvent;
use invigil_engine::view::{OwnPaper, OwnPaperView, StartBar};

/// The page of a paper that was sent.
pub(in crate::pages) fn own_paper(view: &OwnPaperView, dispatch: &Dispatch) -> El {
    let page = sheet("own-paper", "confirm sharing");
    let told = |words: String| el("p").attr("role", "alert").words(words);
    let plain = |page: El| page.add(heading(text::OWN_PAPER_TITLE));
    match view {
        OwnPaperView::Opening => plain(page).add(hint(text::SHARED_OPENING.to_owned())),
        OwnPaperView::NotHad => plain(page).add(told(text::SHARED_NOT_HAD.to_owned())),
        OwnPaperView::Refused(fault) => plain(page).add(told(text::packet_fault(*fault))),
        OwnPaperView::IsResult => plain(page).add(para(text::OWN_PAPER_IS_RESULT)),
        OwnPaperView::Here(paper) => here(plain(page), paper, dispatch),
    }
}

fn here(page: El, paper: &OwnPaper, dispatch: &Dispatch) -> El {
    let kind = if paper.assigned { text::KIND_ASSIGNED } else { text::KIND_PAPER };
    let facts = vec![
        fact(text::FACT_KIND, kind.to_owned()),
        fact(text::FACT_QUESTIONS, text::figures(paper.questions)),
        fact(text::SETUP_WAY, text::way(paper.way).0.to_owned()),
        fact(text::FACT_TIME, text::minutes(paper.limit)),
    ];
    let start = button_if(
        dispatch,
        send(SharingEvent::PaperStarted),
        "button primary large",
        text::START,
        paper.start == StartBar::Ready,
    );
    page.add(div("p", "lead").text(text::OWN_PAPER_LEAD))
        .add(words(&paper.title, &paper.line))
        .add(div("dl", "facts").list(facts))
        .add_if((paper.left_out > 0).then(|| el("p").words(text::own_paper_left_out(paper.left_out))))
        .add_if(paper.assigned.then(|| para(text::OWN_PAPER_ASSIGNED)))
        .add(hint(text::OWN_PAPER_CAVEAT.to_owned()))
        .add(row(vec![start, link_button(paper.twin.clone(), "button", text::PAPERS_PRINT)]))
        .add(start_hint(paper.start))
        .add(part("link-title", text::LINK_TITLE).add(address_box(&paper.address, dispatch)))
}

/// The words of a sender, as such.
pub(in crate::pages) fn words(title: &str, line: &str) -> El {
    let said =
        |words: &str, name: &'static str| (!words.is_empty()).then(|| el(name).words(words.to_owned()));
    div("figure", "sender")
        .hidden(title.is_empty() && line.is_empty())
        .add(el("figcaption").text(text::CONFIRM_FROM))
        .add(el("blockquote").add_if(said(title, "strong")).add_if(said(line, "p")))
        .add(hint(text::CONFIRM_SENDER.to_owned()))
}
