//! Papers of one's own: the text, what was read of it, and the links.

use super::{address_box, file_field, heading, hint, line_field, part, send, sheet};
use crate::app::Dispatch;
use crate::browser::page;
use crate::components::{
    Choice, El, button, button_if, code_box, div, el, field_of, fold, link_button, note_field, para, rich,
    row, select,
};
use crate::text;
use invigil_engine::app::SharingEvent;
use invigil_engine::route::Route;
use invigil_engine::share::draft::{Draft, DraftOption, DraftQuestion, Finding, Format};
use invigil_engine::view::{Address, DeskView};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlTextAreaElement;
use yew::Callback;

/// The id of the text.
const TEXT: &str = "paper-text";

const FORMATS: [Format; 4] = [Format::Markdown, Format::Gift, Format::Aiken, Format::Table];

/// The page of papers of one's own.
pub(in crate::pages) fn desk(view: &DeskView, dispatch: &Dispatch) -> El {
    sheet("papers", "sharing papers")
        .add(heading(text::PAPERS_TITLE))
        .add(div("p", "lead").text(text::PAPERS_LEAD))
        .add(div("div", "desk").add(writing(view, dispatch)).add(preview(view, dispatch)))
        .add(about(view, dispatch))
        .add(links(view, dispatch))
        .add(row(vec![link_button(Route::Class.to_string(), "button", text::PAPERS_TO_CLASS)]))
}

fn writing(view: &DeskView, dispatch: &Dispatch) -> El {
    let typing = dispatch.clone();
    let typed = Callback::from(move |event: web_sys::InputEvent| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
        if let Some(field) = field {
            typing.emit(send(SharingEvent::Written(field.value())));
        }
    });
    let field = note_field(view.order.text.clone())
        .class("field code-field")
        .attr("id", TEXT)
        .attr("rows", "16")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "paper-text-hint")
        .key(&view.edition.to_string());
    let example = fold("fold", text::PAPERS_EXAMPLE_SHOW.to_owned())
        .add(para(text::PAPERS_EXAMPLE_WORDS))
        .add(code_box("Markdown").add(el("code").text(text::PAPERS_EXAMPLE)));
    div("section", "writing")
        .add(el("label").attr("for", TEXT).add(el("h2").text(text::PAPERS_TEXT)))
        .add(div("p", "hint").attr("id", "paper-text-hint").text(text::PAPERS_TEXT_HINT))
        .add(div("div", "edition").list(vec![field.typed(typed)]))
        .add(example)
        .add(file_field(
            text::PAPERS_FILE,
            ".md,.txt,.csv,.tsv,.gift,text/*",
            dispatch,
            SharingEvent::FileRead,
        ))
        .add(format(view, dispatch))
}

fn format(view: &DeskView, dispatch: &Dispatch) -> El {
    let chosen = view.order.format;
    let place = |format: Format| FORMATS.iter().position(|known| *known == format).unwrap_or(0);
    let mut choices = vec![(String::new(), text::PAPERS_FORMAT_AUTO.to_owned(), chosen.is_none())];
    choices.extend(
        FORMATS.map(|format| {
            (place(format).to_string(), text::format(format).to_owned(), chosen == Some(format))
        }),
    );
    let dispatch = dispatch.clone();
    let told = Callback::from(move |value: String| {
        let format = value.parse::<usize>().ok().and_then(|place| FORMATS.get(place).copied());
        dispatch.emit(send(SharingEvent::FormatChosen(format)));
    });
    select("format", text::PAPERS_FORMAT, choices, told)
}

/// What was read: each question as it will be shown, with what is to be said of it.
fn preview(view: &DeskView, dispatch: &Dispatch) -> El {
    let section = div("section", "preview")
        .attr("aria-labelledby", "preview-title")
        .add(el("h2").attr("id", "preview-title").text(text::PAPERS_PREVIEW));
    if view.failed {
        return section.add(el("p").attr("role", "alert").text(text::PAPERS_FAILED));
    }
    let Some(draft) =
        view.draft.as_ref().filter(|draft| !draft.questions.is_empty() || !draft.findings.is_empty())
    else {
        return section.add(hint(text::PAPERS_NONE.to_owned()));
    };
    let good = draft.questions.iter().filter(|question| question.can_be_asked()).count();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let counts = text::papers_count(count(good), count(draft.questions.len() - good));
    section
        .add(
            div("p", "hint")
                .attr("role", "status")
                .words(text::papers_read_as(text::format(draft.format)))
                .text(" ")
                .words(counts),
        )
        .add(findings(&draft.findings))
        .add(div("ol", "preview-list").list(questions(draft)))
        .add_if((draft.format != Format::Markdown).then(|| {
            let tidy = button(dispatch, send(SharingEvent::TidyAsked), "button", text::PAPERS_TIDY);
            div("div", "tidy").add(row(vec![tidy])).add(hint(text::PAPERS_TIDY_HINT.to_owned()))
        }))
}

fn questions(draft: &Draft) -> Vec<El> {
    (1_u32..).zip(&draft.questions).map(|(number, question)| self::question(number, question)).collect()
}

fn question(number: u32, question: &DraftQuestion) -> El {
    let (line, lines) = (question.line, question.lines);
    let shown = Callback::from(move |_: web_sys::MouseEvent| page::select_lines(TEXT, line, lines));
    let name = text::papers_question(number);
    let show = div("button", "button small")
        .attr("type", "button")
        .set("aria-label", text::named_state(text::PAPERS_SHOW_LINE, &name))
        .click(shown)
        .text(text::PAPERS_SHOW_LINE);
    div("li", if question.can_be_asked() { "preview-one" } else { "preview-one preview-bad" })
        .key(&number.to_string())
        .add(div("div", "preview-head").add(el("h3").words(name)).add(show))
        .add(findings(&question.findings))
        .add(div("div", "stem").add(rich(&question.stem)))
        .add(div("ul", "preview-options").list(question.options.iter().map(option).collect()))
        .add_if(
            (!question.explanation.0.is_empty())
                .then(|| div("div", "preview-reason").add(rich(&question.explanation))),
        )
}

fn option(option: &DraftOption) -> El {
    let mark = || div("span", "mark mark-right").text(text::PAPERS_RIGHT);
    el("li")
        .add(rich(&option.text))
        .add_if(option.correct.then(mark))
        .add_if((!option.reason.0.is_empty()).then(|| div("div", "preview-reason").add(rich(&option.reason))))
}

/// What is to be said: first what stands in the way.
fn findings(all: &[Finding]) -> El {
    let line = |finding: &Finding| {
        let stands = finding.kind.stands_in_the_way();
        let (class, mark) =
            if stands { ("finding finding-bad", text::PAPERS_MEND) } else { ("finding", text::PAPERS_NOTE) };
        let about = || el("q").words(finding.about.clone());
        let at = || div("span", "finding-line").words(text::finding_line(finding.line)).text(" ");
        div("li", class)
            .add(div("span", if stands { "tag tag-bad" } else { "tag" }).text(mark))
            .text(" ")
            .add_if((finding.line > 0).then(at))
            .text(text::finding(finding.kind))
            .text(" ")
            .add_if((!finding.about.is_empty()).then(about))
    };
    let (first, then): (Vec<&Finding>, Vec<&Finding>) =
        all.iter().partition(|one| one.kind.stands_in_the_way());
    div("ul", "findings").hidden(all.is_empty()).list(first.into_iter().chain(then).map(line).collect())
}

/// Title, line, time and way.
fn about(view: &DeskView, dispatch: &Dispatch) -> El {
    let order = &view.order;
    let timing = dispatch.clone();
    let timed = Callback::from(move |event: web_sys::Event| {
        if let Some(field) = field_of(&event) {
            timing.emit(send(SharingEvent::PaperTimed(field.value().parse().ok())));
        }
    });
    let minutes = div("input", "field")
        .attr("type", "number")
        .attr("inputmode", "numeric")
        .attr("min", "1")
        .attr("max", "1600")
        .value(order.minutes.map_or_else(String::new, |minutes| minutes.to_string()))
        .change(timed);
    let reveals = Choice {
        kind: "checkbox",
        name: "reveals",
        label: text::PAPERS_REVEALS.to_owned(),
        hint: String::new(),
        checked: order.reveals,
        event: send(SharingEvent::PaperReveals(!order.reveals)),
    };
    part("about-title", text::PAPERS_WORDS)
        .add(line_field(text::PAPERS_TITLE_FIELD, &order.title, "80", dispatch, SharingEvent::PaperTitled))
        .add(line_field(text::PAPERS_LINE_FIELD, &order.line, "200", dispatch, SharingEvent::PaperLined))
        .add(div("label", "labelled").add(el("span").text(text::PAPERS_MINUTES)).add(minutes))
        .add(div("div", "choices").add(reveals.row(dispatch)))
}

fn links(view: &DeskView, dispatch: &Dispatch) -> El {
    let ready =
        view.draft.as_ref().is_some_and(|draft| draft.questions.iter().any(DraftQuestion::can_be_asked));
    let make = button_if(dispatch, send(SharingEvent::MakeAsked), "button primary", text::PAPERS_MAKE, ready);
    let section = part("made-title", text::PAPERS_MADE).add(row(vec![make]));
    let one = |title: &'static str, note: &'static str, address: &Address| {
        div("div", "made").add(el("h3").text(title)).add(para(note)).add(address_box(address, dispatch))
    };
    let both = view.addresses.as_ref().map(|[keyed, assigned]| {
        div("div", "made-both").add(one(text::PAPERS_KEYED, text::PAPERS_KEYED_HINT, keyed)).add(one(
            text::PAPERS_ASSIGNED,
            text::PAPERS_ASSIGNED_HINT,
            assigned,
        ))
    });
    let print = view.twin.clone().map(|twin| row(vec![link_button(twin, "button", text::PAPERS_PRINT)]));
    let file = |format: Format| {
        button_if(
            dispatch,
            send(SharingEvent::FileAsked(format)),
            "button small",
            text::format(format),
            ready,
        )
    };
    section
        .add_if(both)
        .add_if(print)
        .add(el("h3").text(text::PAPERS_FILES))
        .add(row(FORMATS.map(file).into()))
}
