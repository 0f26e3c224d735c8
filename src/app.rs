//! The root: events in, the engine asked, effects carried out, the view shown if it changed.

mod drawn;

use crate::browser::{address, local, moment, page, signals};
use crate::components::{Announced, El, frame, show_time};
use crate::{keys, pages, shell};
use drawn::{Drawn, focus_on, settle_soon};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use invigil_engine::Env;
use invigil_engine::app::replay::Recorder;
use invigil_engine::app::{Announcement, Effect, Event, Model, open, update};
use invigil_engine::view::{PageView, View, early, is_same, view};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::KeyboardEvent;
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
    /// Whether something is to be said, or the focus to move, even if the page stays the same.
    changed: bool,
    recorder: Recorder,
    /// The first event, which is put on record when all of the code is there.
    begun: Option<(Event, Env)>,
    view: Rc<View>,
    dispatch: Dispatch,
    announced: Announced,
    /// How many things were said when the page was last looked at.
    heard: usize,
    dialog: NodeRef,
    drawn: Rc<RefCell<Drawn>>,
    /// The fragment of the address that was told last: what the app changed itself it knows before the browser says so.
    fragment: String,
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
        let (view, dialog) = (Rc::new(early(&model, &env)), NodeRef::default());
        let fragment = address::fragment();
        dispatch.emit(Event::Opened { stored: local::read_all(), fragment: fragment.clone() });
        Self {
            model,
            whole: signals::is_whole(),
            drawn_whole: false,
            waiting: Vec::new(),
            changed: false,
            recorder: Recorder::default(),
            begun: None,
            fragment,
            drawn: Drawn::of(&view, dialog.clone()),
            dialog,
            view,
            announced: (0, None),
            heard: 0,
            _signals: signals::listen(&dispatch),
            _keys: listen_keys(ctx),
            _arrival: signals::when_whole(ctx.link().callback(|()| Message::Whole)),
            dispatch,
        }
    }

    fn update(&mut self, _ctx: &Context<Self>, message: Self::Message) -> bool {
        let mut events = match message {
            Message::Event(event) => vec![event],
            Message::Whole => {
                self.whole = true;
                let mut waiting = std::mem::take(&mut self.waiting);
                waiting.push(Event::Ticked);
                waiting
            }
        };
        let mut answered = None;
        // What comes of an event at once is answered with it: Yew would give the browser a turn in between.
        while !events.is_empty() {
            for event in std::mem::take(&mut events) {
                answered = self.answer(event, &mut events).or(answered);
            }
        }
        answered.is_some_and(|env| self.look(&env))
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
}

impl App {
    /// Answers an event, and gives its moment; nothing for one that changes nothing, or waits. What comes of it at once is
    /// put behind.
    fn answer(&mut self, event: Event, behind: &mut Vec<Event>) -> Option<Env> {
        // One that waits for the whole code is looked at then.
        if let Event::RouteChanged(fragment) = &event
            && self.whole
        {
            // What the browser tells late, when the app has gone on, is over.
            if *fragment == self.fragment || *fragment != address::fragment() {
                return None;
            }
            self.fragment.clone_from(fragment);
        }
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
            Event::Ticked => return None,
            event => {
                self.waiting.push(event);
                return None;
            }
        };
        for effect in effects {
            match effect {
                Effect::Announce(announcement) => {
                    self.changed = true;
                    self.announced = (self.announced.0 + 1, Some(announcement));
                }
                Effect::Focus(target) => {
                    self.changed = true;
                    focus_on(&self.drawn, target);
                    // What was said of the last page is no part of this one; but the end of the time opens the next, and
                    // what is said just now was not heard yet.
                    if self.heard == self.announced.0 {
                        self.announced.1.take_if(|said| *said != Announcement::TimeOver);
                    }
                }
                other => behind.extend(shell::run(other, &self.dispatch)),
            }
        }
        Some(env)
    }

    /// Looks at what there is to show, and tells whether it is to be drawn.
    fn look(&mut self, env: &Env) -> bool {
        // The first part shows what it can, and the whole shows it again; after that only what changed is drawn.
        let fresh = !self.whole || !std::mem::replace(&mut self.drawn_whole, self.whole);
        let view = Rc::new(if self.whole { view(&self.model, env) } else { early(&self.model, env) });
        // A second that only went by changes nothing but the clock, which is filled by itself; nor does an answer that was
        // saved at once.
        self.heard = self.announced.0;
        let changed = std::mem::take(&mut self.changed) || fresh || !is_same(&view, &self.view);
        self.view = view;
        if changed {
            settle_soon(&self.drawn, &self.view, self.whole);
        } else {
            show_time(&self.view.page, false);
        }
        changed
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
