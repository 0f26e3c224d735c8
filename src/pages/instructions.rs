//! What a candidate reads before the clock starts, as before the real exam.

use super::home::start_hint;
use super::{heading, hint, sheet};
use crate::app::Dispatch;
use crate::components::{El, button, button_if, div, el, para, row};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::view::{InstructionsView, StartBar};

/// A page of the instructions.
pub(crate) fn instructions(view: &InstructionsView, dispatch: &Dispatch) -> El {
    let line = |words: &'static str| el("li").text(words);
    let first = view.page == 0;
    let lines = if first {
        let unscored =
            (view.unscored > 0).then(|| el("li").words(text::instructions_unscored(view.unscored)));
        el("ul")
            .add(line(text::INSTRUCTIONS_CLOCK))
            .add(line(text::INSTRUCTIONS_SINGLE))
            .add(line(text::INSTRUCTIONS_GUESS))
            .add_if(unscored)
            .add(line(text::INSTRUCTIONS_STAY))
    } else {
        el("ul")
            .add(line(text::INSTRUCTIONS_MOVE))
            .add(line(text::INSTRUCTIONS_FLAG))
            .add(line(text::INSTRUCTIONS_TOOLS))
            .add(line(text::INSTRUCTIONS_END))
    };
    let back = Event::InstructionsTurned(view.page.checked_sub(1));
    let more = Event::InstructionsTurned(view.page.checked_add(1));
    let begin = button_if(
        dispatch,
        view.begin.clone(),
        "button primary large",
        text::BEGIN,
        view.start == StartBar::Ready,
    );
    let mut ways = vec![button(dispatch, back, "button", text::INSTRUCTIONS_BACK)];
    if first {
        ways.push(button(dispatch, more, "button", text::INSTRUCTIONS_MORE));
    }
    ways.push(begin);
    let title = if first { text::INSTRUCTIONS_TITLE } else { text::INSTRUCTIONS_MORE };
    let lead = text::instructions_lead(&text::questions(view.length), &text::minutes(Some(view.limit)));
    sheet("instructions", "instructions")
        .key(&view.page.to_string())
        .add(heading(title))
        .add(if first { div("p", "lead").words(lead) } else { para(text::INSTRUCTIONS_CLOCK) })
        .add_if(first.then(|| hint(view.guide.clone())))
        .add(lines)
        .add(hint(text::instructions_page(u32::from(view.page) + 1, u32::from(view.of))))
        .add(row(ways))
        .add(start_hint(view.start))
}
