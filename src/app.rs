//! The root: events in, the engine asked, effects carried out, the view shown if it changed.

use crate::browser::{address, local, moment, page, signals};
use crate::components::{Announced, El, frame, show_time};
use crate::{keys, pages, shell, text};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use invigil_engine::Env;
use invigil_engine::app::replay::Recorder;
use invigil_engine::app::{Announcement, Effect, Event, FocusTarget, Model, open, update};
use invigil_engine::ids::Position;
use invigil_engine::view::{NotesView, PageView, View, early, is_same, view};
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlDialogElement, KeyboardEvent};
use yew::prelude::*;

/// Sends an event; the same for the life of the app.
pub(crate) type Dispatch = Callback<Event>;

/// What reaches the root.
pub(crate) enum Message {
    /// Something happened.
    Event(Event),
    /// The second part of the code is there.
    Whole,
}

/// The root component.
pub(crate) struct App {
    model: Model,
    /// Whether all of the code is there; until then only [`open`], [`early`] and `pages::early` may be called, and what
    /// happens waits.
    whole: bool,
    /// Whether a page of the whole code was drawn.
    drawn_whole: bool,
    waiting: Vec<Event>,
    recorder: Recorder,
    /// The first event, which is put on record when all of the code is there.
    begun: Option<(Event, Env)>,
    view: View,
    dispatch: Dispatch,
    announced: Announced,
    focus: Option<FocusTarget>,
    title: String,
    dialog: NodeRef,
    scrolled: Scrolled,
    _signals: signals::Signals,
    _keys: Option<EventListener>,
    _arrival: Option<EventListener>,
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let dispatch = ctx.link().callback(Message::Event);
        let model = Model::default();
        let env = moment::now();
        let view = early(&model, &env);
        dispatch.emit(Event::Opened { stored: local::read_all(), fragment: address::fragment() });
        Self {
            model,
            whole: signals::is_whole(),
            drawn_whole: false,
            waiting: Vec::new(),
            recorder: Recorder::default(),
            begun: None,
            view,
            announced: (0, None),
            focus: None,
            title: String::new(),
            dialog: NodeRef::default(),
            scrolled: Scrolled::default(),
            _signals: signals::listen(&dispatch),
            _keys: listen_keys(ctx),
            _arrival: signals::when_whole(ctx.link().callback(|()| Message::Whole)),
            dispatch,
        }
    }

    fn update(&mut self, _ctx: &Context<Self>, message: Self::Message) -> bool {
        let event = match message {
            Message::Event(event) => event,
            Message::Whole => {
                self.whole = true;
                for event in std::mem::take(&mut self.waiting) {
                    self.dispatch.emit(event);
                }
                Event::Ticked
            }
        };
        let mut env = moment::now();
        if matches!(event, Event::Ticked) {
            // A second that goes by needs no chance, and is not put on record with any.
            env.entropy = 0;
        }
        let effects = match event {
            event if self.whole => {
                shell::record(&mut self.recorder, self.begun.take(), &event, &env);
                update(&mut self.model, event, &env)
            }
            Event::Opened { stored, fragment } => {
                let effects = open(&mut self.model, stored.clone(), &fragment);
                self.begun = Some((Event::Opened { stored, fragment }, env));
                effects
            }
            // The seconds come again.
            Event::Ticked => return false,
            event => {
                self.waiting.push(event);
                return false;
            }
        };
        // The first part shows what it can, and the whole shows it again; after that only what changed is drawn.
        let mut changed = !self.whole || !self.drawn_whole;
        self.drawn_whole = self.whole;
        for effect in effects {
            match effect {
                Effect::Announce(announcement) => {
                    changed = true;
                    self.announced = (self.announced.0 + 1, Some(announcement));
                }
                Effect::Focus(target) => {
                    changed = true;
                    self.scrolled.keep(&self.view.page);
                    self.focus = Some(target);
                    // What was said of the last page is no part of this one; but the end of the time opens the next.
                    self.announced.1.take_if(|said| *said != Announcement::TimeOver);
                }
                other => shell::run(other, &self.dispatch),
            }
        }
        let view = if self.whole { view(&self.model, &env) } else { early(&self.model, &env) };
        // A second that only went by changes nothing but the clock, which is filled by itself; nor does an answer that was
        // saved at once.
        changed = changed || !is_same(&view, &self.view);
        self.view = view;
        show_time(&self.view.page);
        changed
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        let bare = matches!(self.view.page, PageView::Sitting(_) | PageView::Review(_));
        let [page, dialog] = if self.whole {
            pages::whole(&self.view, &self.dialog, &self.dispatch)
        } else {
            pages::early(&self.view, &self.dispatch)
        };
        let nodes = [frame(&self.view.frame, bare, self.announced, page, &self.dispatch), dialog];
        nodes.into_iter().map(El::done).collect()
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first_render: bool) {
        let title = text::title(&self.view.page);
        if title != self.title {
            page::set_title(&title);
            self.title = title;
        }
        page::mark_exam(self.view.frame.work);
        self.open_dialog();
        show_time(&self.view.page);
        let (target, heading) = match self.focus {
            Some(FocusTarget::PageHeading) => ("page-heading", true),
            Some(FocusTarget::Question(_)) => ("question-heading", true),
            Some(FocusTarget::Navigator) => ("here", false),
            Some(FocusTarget::Keys) => ("keys", false),
            Some(FocusTarget::Note) => ("note", false),
            Some(FocusTarget::Verdict) => ("verdict", false),
            Some(FocusTarget::Paragraph) => match &self.view.page {
                PageView::Notes(view) => paragraph(view),
                _ => return,
            },
            None => return,
        };
        // A page that still waits for its content has no heading yet.
        if page::focus(target) {
            if heading {
                page::scroll_to(self.scrolled.of(&self.view.page));
            }
            self.focus = None;
        }
    }
}

impl App {
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
    /// Keeps how far the question shown is scrolled.
    fn keep(&mut self, shown: &PageView) {
        match shown {
            PageView::Sitting(view) => {
                let here = view.question.position;
                self.0.retain(|(known, _)| *known != here);
                self.0.push((here, page::scrolled()));
            }
            PageView::Review(_) => {}
            // Another exam begins at the top.
            _ => self.0.clear(),
        }
    }

    /// How far a page is to be scrolled.
    fn of(&self, shown: &PageView) -> f64 {
        let PageView::Sitting(view) = shown else { return 0.0 };
        self.0.iter().find(|(known, _)| *known == view.question.position).map_or(0.0, |(_, far)| *far)
    }
}

fn listen_keys(ctx: &Context<App>) -> Option<EventListener> {
    let link = ctx.link().clone();
    let document = page::document()?;
    Some(EventListener::new(&document, "keydown", move |event| {
        let pressed = event.dyn_ref::<KeyboardEvent>().and_then(keys::pressed);
        if let Some(key) = pressed {
            // When the press has done what the browser does with it: a field that takes the focus must not take the sign too.
            let link = link.clone();
            Timeout::new(0, move || link.send_message(Message::Event(Event::KeyPressed(key)))).forget();
        }
    }))
}
