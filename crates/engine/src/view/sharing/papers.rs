//! Papers of one's own: one that was sent, one in the making, one to be printed; and a class.

use super::super::{PageView, StartBar, choosing, no_bank};
use super::Address;
use crate::app::{Model, Ungraded, starting};
use crate::form::{Form, FormItem};
use crate::link::ExamLink;
use crate::route::Route;
use crate::share::class::{ClassInput, ClassReport};
use crate::share::draft::Draft;
use crate::share::packet::{Opened, PacketFault};
use crate::share::paper::{MadePaper, OpenedPaper, PaperOrder};
use crate::sitting::Way;
use crate::time::Minutes;
use std::rc::Rc;
/// A paper of somebody's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnPaperView {
    /// It is being opened.
    Opening,
    /// The tool that opens it could not be had.
    NotHad,
    /// Its code cannot be used.
    Refused(PacketFault),
    /// It is the code of a result.
    IsResult,
    /// It.
    Here(Box<OwnPaper>),
}

/// A paper of somebody's own that can be sat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPaper {
    /// Its title.
    pub title: String,
    /// A line from its sender; may be empty.
    pub line: String,
    /// Questions.
    pub questions: u32,
    /// Questions in it that cannot be asked.
    pub left_out: u32,
    /// Time allowed.
    pub limit: Option<Minutes>,
    /// How it is sat.
    pub way: Way,
    /// Whether its key is with its sender.
    pub assigned: bool,
    /// Whether it can be started.
    pub start: StartBar,
    /// Its address.
    pub address: Address,
    /// The paper to be printed.
    pub twin: String,
}

/// Papers of one's own in the making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskView {
    /// What was typed and chosen.
    pub order: PaperOrder,
    /// How often the app changed the text.
    pub edition: u32,
    /// What was read of it.
    pub draft: Option<Rc<Draft>>,
    /// Its links.
    pub made: Option<Rc<MadePaper>>,
    /// The addresses of the paper and of the assignment.
    pub addresses: Option<[Address; 2]>,
    /// The paper to be printed.
    pub twin: Option<String>,
    /// Whether the tool that reads it could not be had.
    pub failed: bool,
}

/// A class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassView {
    /// Codes read, and of how many; none while none are being read.
    pub reading: Option<(usize, usize)>,
    /// How many people handed in.
    pub people: usize,
    /// Codes that were refused, with how many of each fault.
    pub refused: Vec<(PacketFault, u32)>,
    /// Codes that came more than once.
    pub twice: usize,
    /// Codes beyond the most that a class has.
    pub too_many: usize,
    /// Papers that are not known here: title, why, and how many people sat them.
    pub waiting: Vec<(String, Ungraded, usize)>,
    /// People who sat with another release of the bank.
    pub other_release: usize,
    /// What is reckoned.
    pub input: Option<Rc<ClassInput>>,
    /// What it says; none while it is being reckoned.
    pub report: Option<Rc<ClassReport>>,
    /// The form that is shown.
    pub form: usize,
    /// Whether names stand in the tables.
    pub names: bool,
    /// Whether the tool could not be had.
    pub failed: bool,
}

/// A paper to be printed: booklet, answer sheet and key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwinView {
    /// Its title.
    pub title: String,
    /// A line from its sender; may be empty.
    pub line: String,
    /// What names it: the seed of a drawn form, or the fingerprint of a paper.
    pub mark: String,
    /// Time allowed.
    pub limit: Option<Minutes>,
    /// The questions, in order.
    pub items: Vec<Rc<FormItem>>,
    /// Whether its key is at hand.
    pub keyed: bool,
    /// The address of the same paper.
    pub address: Address,
    /// Whether that address has the key in it: then it stands on the sheet of the key alone.
    pub tells: bool,
}

pub(in crate::view) fn own_paper(model: &Model) -> PageView {
    let view = model.sharing.opened.first().map_or(OwnPaperView::Opening, |opened| match &opened.is {
        None if opened.failed => OwnPaperView::NotHad,
        None => OwnPaperView::Opening,
        Some(Opened::Refused(fault)) => OwnPaperView::Refused(*fault),
        Some(Opened::Handed(_)) => OwnPaperView::IsResult,
        Some(Opened::Paper(paper)) => here(model, paper, &opened.code),
    });
    PageView::OwnPaper(Rc::new(view))
}

fn here(model: &Model, paper: &OpenedPaper, code: &str) -> OwnPaperView {
    let Some(form) = paper.form() else { return OwnPaperView::Refused(PacketFault::Unsound) };
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let assigned = form.awaits_its_key();
    let limit = limit_of(paper);
    OwnPaperView::Here(Box::new(OwnPaper {
        title: paper.packet.title.clone(),
        line: paper.packet.line.clone(),
        questions: count(form.len()),
        left_out: count(paper.draft.questions.len().saturating_sub(form.len())),
        limit,
        way: Way::of(limit, paper.packet.reveals && !assigned),
        assigned,
        start: match choosing::start_bar(model) {
            // It needs no bank.
            StartBar::Arriving | StartBar::NoBank if model.knows_journal() => StartBar::Ready,
            start => start,
        },
        address: Address::of(model, &Route::OwnPaper(code.to_owned())),
        twin: Route::OwnTwin(code.to_owned()).to_string(),
    }))
}

fn limit_of(paper: &OpenedPaper) -> Option<Minutes> {
    paper.packet.minutes.and_then(|minutes| i32::try_from(minutes).ok()).map(Minutes)
}

pub(in crate::view) fn desk(model: &Model) -> PageView {
    let desk = &model.sharing.desk;
    let addresses = desk.made.as_ref().map(|made| {
        [&made.keyed, &made.assignment].map(|code| Address::of(model, &Route::OwnPaper(code.clone())))
    });
    PageView::Desk(Rc::new(DeskView {
        order: desk.order.clone(),
        edition: desk.edition,
        draft: desk.draft.clone(),
        twin: desk.made.as_ref().map(|made| Route::OwnTwin(made.keyed.clone()).to_string()),
        made: desk.made.clone(),
        addresses,
        failed: desk.failed,
    }))
}

pub(in crate::view) fn class(model: &Model) -> PageView {
    let class = &model.sharing.class;
    let mut refused: Vec<(PacketFault, u32)> = Vec::new();
    for fault in &class.refused {
        // How much of each is there is of no interest: only that it was cut.
        let fault = match fault {
            PacketFault::Cut(..) => PacketFault::Cut(0, 0),
            fault => *fault,
        };
        match refused.iter_mut().find(|(known, _)| *known == fault) {
            Some((_, count)) => *count += 1,
            None => refused.push((fault, 1)),
        }
    }
    PageView::Class(Rc::new(ClassView {
        reading: class.reading.then_some((class.read, class.total)),
        people: class.people.len(),
        refused,
        twice: class.twice,
        too_many: class.too_many,
        waiting: class.waiting.clone(),
        other_release: class.other_release,
        input: class.input.clone(),
        report: class.report.clone(),
        form: class.form,
        names: class.names,
        failed: class.failed,
    }))
}

/// The paper of an exam link, to be printed.
pub(in crate::view) fn twin(model: &Model, link: &ExamLink) -> PageView {
    let Some(shelf) = model.bank.whole() else { return no_bank(model) };
    match starting::form_of(shelf, link) {
        Some(form) => {
            let title = if link.title.is_empty() { form.guide.title.clone() } else { link.title.clone() };
            let route = Route::Exam(Box::new(link.clone()));
            printed(model, &form, title, link.line.clone(), link.limit, &route)
        }
        None => PageView::NotFound(String::new()),
    }
}

/// A paper of somebody's own, to be printed.
pub(in crate::view) fn own_twin(model: &Model, code: &str) -> PageView {
    let paper = model.sharing.opened.first().and_then(|opened| opened.is.as_ref());
    match paper {
        Some(Opened::Paper(paper)) => match paper.form() {
            Some(form) => {
                let route = Route::OwnPaper(code.to_owned());
                let packet = &paper.packet;
                printed(model, &form, packet.title.clone(), packet.line.clone(), limit_of(paper), &route)
            }
            None => own_paper(model),
        },
        _ => own_paper(model),
    }
}

fn printed(
    model: &Model,
    form: &Form,
    title: String,
    line: String,
    limit: Option<Minutes>,
    route: &Route,
) -> PageView {
    PageView::Twin(Rc::new(TwinView {
        title,
        line,
        mark: if form.is_own() { form.fingerprint.short() } else { form.seed.to_string() },
        limit,
        items: form.items.clone(),
        keyed: !form.awaits_its_key(),
        address: Address::of(model, route),
        tells: form.is_own() && !form.awaits_its_key(),
    }))
}
