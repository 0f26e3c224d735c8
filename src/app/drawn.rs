//! What is done to a page when it has been drawn: its title, its dialog, its clock, and where the focus goes.
//!
//! Yew has a time for this, `rendered`, but gives the browser a turn before it when the drawing took long: on a slow phone
//! the page was then painted twice, first scrolled to a wrong place. So it is done in a task of its own, which the browser
//! runs when the drawing is done and before it paints.

use crate::browser::page;
use crate::components::show_time;
use crate::text;
use gloo::timers::callback::Timeout;
use invigil_engine::app::FocusTarget;
use invigil_engine::ids::Position;
use invigil_engine::view::{NotesView, PageView, View, Work};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlDialogElement;
use yew::NodeRef;

/// The page that is drawn.
pub(super) struct Drawn {
    view: Rc<View>,
    dialog: NodeRef,
    focus: Option<FocusTarget>,
    title: String,
    work: Work,
    scrolled: Scrolled,
    waiting: Waiting,
}

/// Whether a page is being drawn, and by which part of the code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Waiting {
    #[default]
    No,
    Early,
    Whole,
}

impl Drawn {
    /// A page that is to be drawn, and the place of its dialog.
    pub(super) fn of(view: &Rc<View>, dialog: NodeRef) -> Rc<RefCell<Self>> {
        Rc::new(RefCell::new(Self {
            view: Rc::clone(view),
            dialog,
            focus: None,
            title: String::new(),
            work: Work::None,
            scrolled: Scrolled::default(),
            waiting: Waiting::No,
        }))
    }

    fn settle(&mut self) {
        // The start script hears of each mark.
        let work = self.view.frame.work;
        if std::mem::replace(&mut self.work, work) != work {
            page::mark_exam(work);
        }
        if std::mem::take(&mut self.waiting) == Waiting::Whole {
            settle_whole(self);
        }
    }

    /// Opens or closes the dialog as the view says.
    fn open_dialog(&self) {
        let Some(element) = self.dialog.cast::<HtmlDialogElement>() else { return };
        match (self.view.frame.dialog.is_some(), element.open()) {
            // It is in the document and closed, so it can be opened.
            (true, false) => drop(element.show_modal()),
            (false, true) => element.close(),
            _ => {}
        }
    }
}

/// The focus is to go there. The page that is left is scrolled as it is now.
// A gate of the app's second part, which alone moves the focus, so it stays a function of its own; see
// xtask/src/stage/split.rs.
#[inline(never)]
pub(super) fn focus_on(drawn: &RefCell<Drawn>, target: FocusTarget) {
    let mut now = drawn.borrow_mut();
    let Drawn { scrolled, view, focus, .. } = &mut *now;
    scrolled.keep(view);
    *focus = Some(target);
}

/// What only pages of the whole code have: a title of their own, a dialog, a clock, a place for the focus.
// A gate, as above.
#[inline(never)]
fn settle_whole(drawn: &mut Drawn) {
    let title = text::title(&drawn.view.page);
    if title != drawn.title {
        drawn.title.clone_from(&title);
        // Behind the address that the browser is sent to, so that its history has each page by its own title.
        Timeout::new(0, move || page::set_title(&title)).forget();
    }
    drawn.open_dialog();
    show_time(&drawn.view.page, true);
    let (target, heading) = match drawn.focus {
        Some(FocusTarget::PageHeading) => ("page-heading", true),
        Some(FocusTarget::Question(_)) => ("question-heading", true),
        Some(FocusTarget::Navigator) => ("here", false),
        Some(FocusTarget::Keys) => ("keys", false),
        Some(FocusTarget::Note) => ("note", false),
        Some(FocusTarget::Verdict) => ("verdict", false),
        Some(FocusTarget::Paragraph) => match &drawn.view.page {
            PageView::Notes(view) => paragraph(view),
            _ => return,
        },
        None => return,
    };
    // A page that still waits for its content has no heading yet.
    if page::focus(target) {
        if heading {
            page::scroll_to(drawn.scrolled.of(&drawn.view.page));
        }
        drawn.focus = None;
    }
}

/// A page is being drawn, by a task that runs now.
pub(super) fn settle_soon(drawn: &Rc<RefCell<Drawn>>, view: &Rc<View>, whole: bool) {
    let mut now = drawn.borrow_mut();
    now.view = Rc::clone(view);
    let waiting = if whole { Waiting::Whole } else { Waiting::Early };
    if std::mem::replace(&mut now.waiting, waiting) == Waiting::No {
        let drawn = Rc::clone(drawn);
        spawn_local(async move { drawn.borrow_mut().settle() });
    }
}

/// The paragraph that the address of a page of notes names; else its heading, at the top.
fn paragraph(view: &NotesView) -> (&str, bool) {
    match view {
        NotesView::Page(view) if page::has(&view.anchor) => (&view.anchor, false),
        NotesView::Search(_) => ("search", false),
        _ => ("page-heading", true),
    }
}

/// How far each question was scrolled when it was left, so that it is found again as it was.
#[derive(Default)]
struct Scrolled(Vec<(Position, f64)>);

impl Scrolled {
    /// Keeps how far the question shown is scrolled, as long as its exam is at work: another one begins at the top.
    fn keep(&mut self, shown: &View) {
        if let PageView::Sitting(view) = &shown.page {
            let here = view.question.position;
            self.0.retain(|(known, _)| *known != here);
            self.0.push((here, page::scrolled()));
        } else if shown.frame.work == Work::None {
            self.0.clear();
        }
    }

    /// How far a page is to be scrolled.
    fn of(&self, shown: &PageView) -> f64 {
        let PageView::Sitting(view) = shown else { return 0.0 };
        self.0.iter().find(|(known, _)| *known == view.question.position).map_or(0.0, |(_, far)| *far)
    }
}
