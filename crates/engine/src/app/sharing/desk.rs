//! A paper of one's own in the making: questions as text, what was read of them, and the links that it gives.
//!
//! What was typed is kept in the archive, so that a page that closes takes nothing with it.

use super::super::{Effect, Model, Notice};
use super::{Order, ShareTool, SharingEvent, ask};
use crate::link::{MAX_LINE, MAX_MINUTES, MAX_TITLE, clean};
use crate::packed::Packed as _;
use crate::share::draft::{Draft, FindingKind, Format};
use crate::share::paper::{MAX_TEXT, MadePaper, PaperOrder};
use crate::store::ArchiveKey;
use std::rc::Rc;

/// The paper in the making.
#[derive(Clone, Debug, Default)]
pub(crate) struct Desk {
    pub(crate) order: PaperOrder,
    /// How often the text was changed by the app and not by typing: then the field is another one.
    pub(crate) edition: u32,
    /// What was read of the text.
    pub(crate) draft: Option<Rc<Draft>>,
    /// Its links, until something changes.
    pub(crate) made: Option<Rc<MadePaper>>,
    pub(crate) failed: bool,
    reading: Reading,
    /// How often anything changed: what was asked before then is no longer true.
    changes: u32,
    /// Whether what was kept is here.
    loaded: bool,
}

/// Whether the text is being read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Reading {
    /// Not.
    #[default]
    No,
    /// As it is.
    Yes,
    /// As it was: it changed since.
    Stale,
}

pub(super) fn opened(model: &mut Model) {
    if !model.sharing.desk.loaded {
        model.then(Effect::Load(ArchiveKey::Desk));
    }
}

/// What was kept of an earlier visit; not over what was typed since.
pub(super) fn loaded(model: &mut Model, text: Option<&str>) {
    let desk = &mut model.sharing.desk;
    if std::mem::replace(&mut desk.loaded, true) || !desk.order.text.is_empty() {
        return;
    }
    if let Some(kept) = text.and_then(PaperOrder::from_record) {
        // A title may have been typed before the text came.
        let title = if desk.order.title.is_empty() { kept.title.clone() } else { desk.order.title.clone() };
        desk.order = PaperOrder { title, ..kept };
        desk.edition += 1;
        changed(model);
    }
}

pub(super) fn happened(model: &mut Model, event: SharingEvent) {
    let desk = &mut model.sharing.desk;
    match event {
        SharingEvent::Written(text) => desk.order.text = within(text),
        SharingEvent::FileRead(text) => {
            let before = &mut desk.order.text;
            if !before.trim().is_empty() {
                before.push_str("\n\n");
            }
            before.push_str(&text);
            desk.order.text = within(std::mem::take(before));
            desk.edition += 1;
        }
        SharingEvent::FormatChosen(format) => desk.order.format = format,
        SharingEvent::PaperTitled(title) => desk.order.title = title.chars().take(MAX_TITLE).collect(),
        SharingEvent::PaperLined(line) => desk.order.line = line.chars().take(MAX_LINE).collect(),
        SharingEvent::PaperTimed(minutes) => {
            let most = u32::try_from(MAX_MINUTES).unwrap_or(0);
            desk.order.minutes = minutes.filter(|minutes| *minutes > 0).map(|minutes| minutes.min(most));
        }
        SharingEvent::PaperReveals(on) => desk.order.reveals = on,
        SharingEvent::MakeAsked => return ask_with(model, Order::Make),
        SharingEvent::TidyAsked => return ask_with(model, Order::Tidy),
        SharingEvent::FileAsked(format) => return file_wanted(model, format),
        _ => return,
    }
    changed(model);
}

/// A text no longer than one may be, cut at a sign.
fn within(mut text: String) -> String {
    let end = text.floor_char_boundary(MAX_TEXT);
    text.truncate(end);
    text
}

/// Something changed: the text is read anew, once what is being read has come back, and the links are no longer true.
fn changed(model: &mut Model) {
    keep(model);
    let desk = &mut model.sharing.desk;
    desk.changes = desk.changes.wrapping_add(1);
    desk.made = None;
    if desk.reading != Reading::No {
        desk.reading = Reading::Stale;
        return;
    }
    desk.reading = Reading::Yes;
    let order = clean_order(&desk.order);
    ask(model, ShareTool::Draft, (order.format, order.text).to_bytes(), Order::Draft);
}

/// Not over what is kept and has not arrived yet.
fn keep(model: &mut Model) {
    let desk = &model.sharing.desk;
    if !desk.loaded && desk.order.text.is_empty() {
        return;
    }
    let text = model.sharing.desk.order.to_record();
    model.then(Effect::SaveArchive(ArchiveKey::Desk, text));
}

/// As it is sent: a title that the text gives itself is the paper's, unless another was typed.
fn clean_order(order: &PaperOrder) -> PaperOrder {
    PaperOrder { title: clean(&order.title, MAX_TITLE), line: clean(&order.line, MAX_LINE), ..order.clone() }
}

fn ask_with(model: &mut Model, order: fn(u32) -> Order) {
    let desk = &model.sharing.desk;
    let mut wanted = clean_order(&desk.order);
    if wanted.title.is_empty() {
        wanted.title = desk.draft.as_ref().map_or_else(String::new, |draft| clean(&draft.title, MAX_TITLE));
    }
    let order = order(desk.changes);
    ask(model, ShareTool::Make, wanted.to_bytes(), order);
}

fn file_wanted(model: &mut Model, format: Format) {
    let name = match format {
        Format::Markdown => "invigil-paper.md",
        Format::Gift => "invigil-paper.gift.txt",
        Format::Aiken => "invigil-paper.aiken.txt",
        Format::Table => "invigil-paper.csv",
    };
    let wanted = (clean_order(&model.sharing.desk.order), format);
    ask(model, ShareTool::Write, wanted.to_bytes(), Order::File(name.to_owned()));
}

pub(super) fn drafted(model: &mut Model, output: Option<Vec<u8>>) {
    let desk = &mut model.sharing.desk;
    let stale = std::mem::take(&mut desk.reading) == Reading::Stale;
    let draft = output.and_then(|bytes| Draft::from_bytes(&bytes));
    desk.failed = draft.is_none();
    desk.draft = draft.map(Rc::new).or(desk.draft.take());
    if stale {
        changed(model);
    }
}

pub(super) fn made(model: &mut Model, change: u32, output: Option<Vec<u8>>) {
    // Typed on since: these links would be of what was there.
    if change != model.sharing.desk.changes {
        return;
    }
    match output.and_then(|bytes| Option::<MadePaper>::from_bytes(&bytes)) {
        Some(Some(made)) => {
            model.sharing.desk.made = Some(Rc::new(made));
            model.sharing.qr = None;
        }
        Some(None) => model.tell(Notice::PaperTooLarge),
        None => model.tell(Notice::ToolMissing),
    }
}

/// The questions as the app writes them; what cannot be asked stays behind them as it was, so nothing is lost.
pub(super) fn tidied(model: &mut Model, change: u32, output: Option<Vec<u8>>) {
    let desk = &model.sharing.desk;
    if change != desk.changes || desk.reading != Reading::No {
        return;
    }
    match output.and_then(|bytes| Option::<MadePaper>::from_bytes(&bytes)) {
        Some(Some(made)) => {
            let desk = &mut model.sharing.desk;
            let mut text = made.markdown;
            for lines in left_behind(desk) {
                text.push_str("\n\n");
                text.push_str(&lines);
            }
            desk.order.text = within(text);
            desk.order.format = Some(Format::Markdown);
            desk.edition += 1;
            changed(model);
        }
        Some(None) => model.tell(Notice::PaperTooLarge),
        None => model.tell(Notice::ToolMissing),
    }
}

/// The lines of the questions that cannot be asked, and of words that belong to no question.
fn left_behind(desk: &Desk) -> Vec<String> {
    let Some(draft) = &desk.draft else { return Vec::new() };
    let unasked = draft.questions.iter().filter(|question| !question.can_be_asked());
    let lines_of = |first: u32, count: u32| {
        let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let lines = desk.order.text.lines().skip(place(first).saturating_sub(1)).take(place(count));
        lines.collect::<Vec<_>>().join("\n")
    };
    let words = draft.findings.iter().chain(draft.questions.iter().flat_map(|question| &question.findings));
    let words = words.filter(|finding| finding.kind == FindingKind::LeftOut && finding.line > 0);
    let unasked = unasked.map(|question| (question.line, question.lines));
    let mut lines: Vec<(u32, u32)> = unasked.chain(words.map(|finding| (finding.line, 1))).collect();
    lines.dedup();
    lines.into_iter().map(|(first, count)| lines_of(first, count)).collect()
}
