//! What the component tests share: a place in the document where elements are shown, and acts of a learner.

use crate::app::Dispatch;
use crate::browser::page;
use crate::components::El;
use gloo::timers::callback::Timeout;
use invigil_engine::app::Event;
use js_sys::{Array, Object, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit};
use yew::prelude::*;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// The component that shows what a test gives it, as the app's root shows its pages.
pub(crate) struct Board(Html);

impl Component for Board {
    type Message = Html;
    type Properties = ();

    fn create(_ctx: &Context<Self>) -> Self {
        Self(Html::default())
    }

    fn update(&mut self, _ctx: &Context<Self>, content: Html) -> bool {
        self.0 = content;
        true
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        self.0.clone()
    }
}

/// A place in the document; it goes with its test.
pub(crate) struct Place {
    host: Element,
    board: yew::AppHandle<Board>,
}

impl Place {
    /// A place that shows an element.
    pub(crate) async fn of(element: El) -> Self {
        let document = page::document().unwrap();
        let host = document.create_element("div").unwrap();
        document.document_element().unwrap().append_child(&host).unwrap();
        let board = yew::Renderer::<Board>::with_root(host.clone()).render();
        let place = Self { host, board };
        place.show(element).await;
        place
    }

    /// Shows another element in the place of the last one.
    pub(crate) async fn show(&self, element: El) {
        self.board.send_message(element.done());
        yew::scheduler::flush().await;
    }

    /// All elements that a selector finds, in order.
    #[track_caller]
    pub(crate) fn all<T: JsCast>(&self, selector: &str) -> Vec<T> {
        let found = self.host.query_selector_all(selector).unwrap();
        (0..found.length()).map(|at| found.get(at).unwrap().dyn_into().ok().unwrap()).collect()
    }

    /// The one element that a selector finds.
    #[track_caller]
    pub(crate) fn one<T: JsCast>(&self, selector: &str) -> T {
        let mut found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector} in {}", self.markup());
        found.pop().unwrap()
    }

    /// What stands there, as markup.
    pub(crate) fn markup(&self) -> String {
        self.host.inner_html()
    }

    /// The words that stand there.
    pub(crate) fn words(&self) -> String {
        self.host.text_content().unwrap()
    }

    /// The fields that are checked, by their places.
    pub(crate) fn checked(&self) -> Vec<usize> {
        let fields = self.all::<HtmlInputElement>("input");
        (0..fields.len()).filter(|at| fields[*at].checked()).collect()
    }

    /// Clicks what a selector finds.
    #[track_caller]
    pub(crate) fn click(&self, selector: &str) {
        self.one::<HtmlElement>(selector).click();
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.host.remove();
    }
}

/// A dispatch that keeps what it is given.
pub(crate) fn recorder() -> (Dispatch, Rc<RefCell<Vec<Event>>>) {
    let kept = Rc::new(RefCell::new(Vec::new()));
    let keeping = Rc::clone(&kept);
    (Callback::from(move |event| keeping.borrow_mut().push(event)), kept)
}

/// A dispatch that nobody listens to.
pub(crate) fn nobody() -> Dispatch {
    Callback::from(|_| ())
}

/// A press of a key on an element, with modifiers such as `ctrl`, or held down with `repeat`.
pub(crate) fn press(target: &Element, key: &str, modifiers: &[&str]) {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_key(key);
    init.set_ctrl_key(modifiers.contains(&"ctrl"));
    init.set_alt_key(modifiers.contains(&"alt"));
    init.set_meta_key(modifiers.contains(&"meta"));
    init.set_shift_key(modifiers.contains(&"shift"));
    init.set_is_composing(modifiers.contains(&"composing"));
    init.set_repeat(modifiers.contains(&"repeat"));
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    target.dispatch_event(&event).unwrap();
}

/// An event of a name on an element.
pub(crate) fn tell(target: &Element, name: &str, bubbles: bool) {
    let init = web_sys::EventInit::new();
    init.set_bubbles(bubbles);
    init.set_cancelable(true);
    target.dispatch_event(&web_sys::Event::new_with_event_init_dict(name, &init).unwrap()).unwrap();
}

/// A facility of the window that is taken away for as long as this lives.
pub(crate) struct Without {
    name: &'static str,
    before: JsValue,
}

impl Without {
    /// The facility's getter answers or throws as `answer` does.
    pub(crate) fn facility(name: &'static str, answer: fn() -> Result<JsValue, JsValue>) -> Self {
        let window = web_sys::window().unwrap();
        let before = Object::get_own_property_descriptor(&window, &name.into());
        let descriptor = Object::new();
        let getter = Closure::<dyn FnMut() -> Result<JsValue, JsValue>>::new(answer).into_js_value();
        Reflect::set(&descriptor, &"get".into(), &getter).unwrap();
        Reflect::set(&descriptor, &"configurable".into(), &true.into()).unwrap();
        Object::define_property(&window, &name.into(), &descriptor);
        Self { name, before }
    }
}

impl Drop for Without {
    fn drop(&mut self) {
        let window = web_sys::window().unwrap();
        if let Some(descriptor) = self.before.dyn_ref::<Object>() {
            Object::define_property(&window, &self.name.into(), descriptor);
        } else {
            Reflect::delete_property(&window, &self.name.into()).unwrap();
        }
    }
}

/// The page at another path for as long as this lives: another copy of the app on the same origin.
pub(crate) struct At(String);

impl At {
    /// At a path, such as `/a/index.html`.
    pub(crate) fn path(path: &str) -> Self {
        let before = web_sys::window().unwrap().location().href().unwrap();
        go(path);
        Self(before)
    }
}

impl Drop for At {
    fn drop(&mut self) {
        go(&self.0);
    }
}

fn go(address: &str) {
    let history = web_sys::window().unwrap().history().unwrap();
    history.replace_state_with_url(&JsValue::NULL, "", Some(address)).unwrap();
}

/// Waits for a task of the browser, behind those that wait already.
pub(crate) async fn turn() {
    let waiting = js_sys::Promise::new(&mut |resolve, _| {
        Timeout::new(0, move || drop(resolve.call0(&JsValue::NULL))).forget();
    });
    wasm_bindgen_futures::JsFuture::from(waiting).await.unwrap();
}

/// Does two things at the same time, and waits for both.
pub(crate) async fn both<T: 'static>(
    one: impl Future<Output = T> + 'static,
    other: impl Future<Output = T> + 'static,
) -> Vec<T> {
    let done = Rc::new(RefCell::new(Vec::new()));
    let later = |work: std::pin::Pin<Box<dyn Future<Output = T>>>| {
        let done = Rc::clone(&done);
        wasm_bindgen_futures::future_to_promise(async move {
            let result = work.await;
            done.borrow_mut().push(result);
            Ok(JsValue::UNDEFINED)
        })
    };
    let promises = Array::of2(&later(Box::pin(one)), &later(Box::pin(other)));
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::all(&promises)).await.unwrap();
    done.take()
}
