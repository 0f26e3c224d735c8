//! The stem of a question, with what is highlighted in it; and, while the candidate highlights, each of its sentences
//! as a box to check.

use crate::app::Dispatch;
use crate::browser::page;
use crate::components::{El, code_box, code_of, div, el, field_of, line, rich, rich_block, span, table_box};
use crate::text;
use invigil_engine::app::{Event, ToolUse};
use invigil_engine::rich_text::{Block, Span};
use invigil_engine::sentences::sentences;
use invigil_engine::view::QuestionView;
use yew::Callback;

/// The stem. Without highlights it is what any formatted text is.
pub(super) fn stem(question: &QuestionView, highlighting: bool, dispatch: &Dispatch) -> El {
    let stem = div("div", "stem").attr("id", "stem");
    let text = &question.item.question.stem;
    if !highlighting && question.marks.highlights.is_empty() {
        return stem.add(rich(text));
    }
    let mut marked = Marked { question, highlighting, dispatch, next: 0 };
    stem.add(
        div("div", "rich").attr("dir", "auto").list(text.0.iter().map(|block| marked.block(block)).collect()),
    )
}

/// What is said above the stem while the candidate highlights, and the way out of it.
pub(super) fn highlighting(on: bool, dispatch: &Dispatch) -> El {
    let dispatch = dispatch.clone();
    let done = Callback::from(move |_| {
        // The button goes, and the focus with it.
        let _ = page::focus("question-heading");
        dispatch.emit(Event::ToolUsed(ToolUse::Highlighting(false)));
    });
    let button = div("button", "button small").attr("type", "button").click(done).text(text::HIGHLIGHT_DONE);
    div("div", "notice highlighting").hidden(!on).add(el("p").text(text::HIGHLIGHT_HINT)).add(button)
}

/// A stem in the making; sentences are counted as the engine counts them.
struct Marked<'a> {
    question: &'a QuestionView,
    highlighting: bool,
    dispatch: &'a Dispatch,
    next: usize,
}

impl Marked<'_> {
    fn block(&mut self, block: &Block) -> El {
        match block {
            Block::Paragraph(spans) => {
                let first = self.next;
                sentences(spans).iter().fold(el("p"), |all, one| {
                    let all = if self.next == first { all } else { all.text(" ") };
                    all.add(self.sentence(one))
                })
            }
            Block::Heading { .. } => {
                self.next += 1;
                rich_block(block)
            }
            Block::List { ordered, items } => {
                let items = items.iter().map(|item| el("li").add(self.sentence(item)));
                el(if *ordered { "ol" } else { "ul" }).list(items.collect())
            }
            Block::Code { language, tokens } => {
                let code = code_of(tokens);
                code_box(language).add(self.toggle(Some(text::HIGHLIGHT_CODE), |mark| mark.add(code)))
            }
            Block::Table { header, rows } => {
                let head = el("thead").add(self.row("th", header));
                let body = el("tbody").list(rows.iter().map(|row| self.row("td", row)).collect());
                table_box().add(el("table").add(head).add(body))
            }
        }
    }

    /// A row is one sentence; its first cell has the box.
    fn row(&mut self, cell: &'static str, cells: &[Vec<Span>]) -> El {
        let place = self.next;
        let marked = self.question.marks.highlights.contains(place);
        let row = cells.iter().enumerate().map(|(at, spans)| {
            let name = if marked { "mark" } else { "span" };
            el(cell).add(if at == 0 { self.sentence(spans) } else { line(name, spans) })
        });
        let row = el("tr").list(row.collect());
        self.next = place + 1;
        row
    }

    fn sentence(&mut self, spans: &[Span]) -> El {
        self.toggle(None, |mark| spans.iter().fold(mark, span))
    }

    /// The next sentence: its words, marked or not, and, while the candidate highlights, its box. What cannot be
    /// marked has none.
    fn toggle(&mut self, name: Option<&'static str>, words: impl FnOnce(El) -> El) -> El {
        let place = self.next;
        self.next += 1;
        let before = self.question.marks.highlights;
        let marked = before.contains(place);
        let words = words(el(if marked { "mark" } else { "span" }));
        if !self.highlighting || before.toggled(place) == before {
            return words;
        }
        let dispatch = self.dispatch.clone();
        let changed = Callback::from(move |event: web_sys::Event| {
            // The engine decides, and the box shows what holds.
            if let Some(field) = field_of(&event) {
                field.set_checked(marked);
            }
            dispatch.emit(Event::ToolUsed(ToolUse::Highlighted(place)));
        });
        let field = div("input", "visually-hidden").attr("type", "checkbox").checked(marked).change(changed);
        let field = match name {
            Some(name) => field.attr("aria-label", name),
            None => field,
        };
        div("label", "sentence").add(field).add(words)
    }
}
