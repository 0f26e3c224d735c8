//! Elements, put together by calls.
//!
//! The `html!` macro writes out the making of each element in place, at some three hundred bytes an element; the
//! pages have two hundred of them. A call costs fifteen bytes, so the same pages are a third as large. What comes
//! out is Yew's own tree; see `docs/adr/0004-elements-by-calls.md`.

use crate::app::Dispatch;
use invigil_engine::app::Event;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::html::{onchange, onclick, oninput, onkeydown, onsubmit, ontoggle};
use yew::prelude::*;
use yew::virtual_dom::{Key, Listener, VNode, VTag};

/// An element in the making; one pointer, so that handing it on is cheap.
pub(crate) struct El(Box<VTag>);

/// Begins an element.
#[inline(never)]
pub(crate) fn el(name: &'static str) -> El {
    El(Box::new(VTag::new(name)))
}

/// Begins an element of a class.
#[inline(never)]
pub(crate) fn div(name: &'static str, class: &'static str) -> El {
    el(name).class(class)
}

/// Begins a field for a text of lines that begins with these words and is the learner's from then on: what is being
/// typed is never written over.
pub(crate) fn note_field(words: String) -> El {
    match html! { <textarea defaultvalue={words} /> } {
        VNode::VTag(tag) => El(Box::new(Rc::unwrap_or_clone(tag))),
        _ => el("textarea"),
    }
}

impl El {
    /// Its class.
    pub(crate) fn class(self, class: &'static str) -> Self {
        self.attr("class", class)
    }

    /// An attribute.
    #[inline(never)]
    pub(crate) fn attr(mut self, name: &'static str, value: &'static str) -> Self {
        self.0.add_attribute(name, AttrValue::Static(value));
        self
    }

    /// An attribute whose value is made.
    #[inline(never)]
    pub(crate) fn set(mut self, name: &'static str, value: String) -> Self {
        self.0.add_attribute(name, AttrValue::from(value));
        self
    }

    /// An attribute, if it applies.
    #[inline(never)]
    pub(crate) fn attr_if(self, applies: bool, name: &'static str, value: &'static str) -> Self {
        if applies { self.attr(name, value) } else { self }
    }

    /// Hidden, if so.
    pub(crate) fn hidden(self, hidden: bool) -> Self {
        self.attr_if(hidden, "hidden", "")
    }

    /// Its key among its siblings: without one, the next question would take over this one's checked boxes.
    #[inline(never)]
    pub(crate) fn key(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    /// Its place in the document, for later.
    pub(crate) fn refer(mut self, place: &NodeRef) -> Self {
        self.0.node_ref = place.clone();
        self
    }

    /// What a field holds.
    #[inline(never)]
    pub(crate) fn value(mut self, value: String) -> Self {
        self.0.set_value(AttrValue::from(value));
        self
    }

    /// Whether a box is checked.
    #[inline(never)]
    pub(crate) fn checked(mut self, checked: bool) -> Self {
        self.0.set_checked(checked);
        self
    }

    /// Words of the page.
    #[inline(never)]
    pub(crate) fn text(self, words: &'static str) -> Self {
        self.node(VNode::from(AttrValue::Static(words)))
    }

    /// Words that are made.
    #[inline(never)]
    pub(crate) fn words(self, words: String) -> Self {
        self.node(VNode::from(AttrValue::from(words)))
    }

    /// A child.
    #[inline(never)]
    pub(crate) fn add(self, child: Self) -> Self {
        self.node(child.done())
    }

    /// A child, if there is one; else an empty place, so that its siblings keep theirs.
    #[inline(never)]
    pub(crate) fn add_if(self, child: Option<Self>) -> Self {
        self.node(child.map_or_else(VNode::default, Self::done))
    }

    /// Children in a list of their own.
    #[inline(never)]
    pub(crate) fn list(self, children: Vec<Self>) -> Self {
        self.node(children.into_iter().map(Self::done).collect())
    }

    /// A child that is done.
    #[inline(never)]
    pub(crate) fn node(mut self, child: Html) -> Self {
        self.0.add_child(child);
        self
    }

    /// What a click sends.
    #[inline(never)]
    pub(crate) fn on_click(self, dispatch: &Dispatch, event: Event) -> Self {
        let dispatch = dispatch.clone();
        self.click(Callback::from(move |_| dispatch.emit(event.clone())))
    }

    /// What a click does.
    #[inline(never)]
    pub(crate) fn click(self, act: Callback<MouseEvent>) -> Self {
        self.listen(Rc::new(onclick::Wrapper::new(act)))
    }

    /// What a change of a field sends.
    #[inline(never)]
    pub(crate) fn on_change(self, dispatch: &Dispatch, event: Event) -> Self {
        let dispatch = dispatch.clone();
        self.change(Callback::from(move |_| dispatch.emit(event.clone())))
    }

    /// What a change does.
    #[inline(never)]
    pub(crate) fn change(self, act: Callback<web_sys::Event>) -> Self {
        self.listen(Rc::new(onchange::Wrapper::new(act)))
    }

    /// What typing does.
    #[inline(never)]
    pub(crate) fn typed(self, act: Callback<InputEvent>) -> Self {
        self.listen(Rc::new(oninput::Wrapper::new(act)))
    }

    /// What opening and closing does.
    #[inline(never)]
    pub(crate) fn toggled(self, act: Callback<web_sys::Event>) -> Self {
        self.listen(Rc::new(ontoggle::Wrapper::new(act)))
    }

    /// What a press of a key does.
    #[inline(never)]
    pub(crate) fn pressed(self, act: Callback<KeyboardEvent>) -> Self {
        self.listen(Rc::new(onkeydown::Wrapper::new(act)))
    }

    /// What handing in a form does.
    #[inline(never)]
    pub(crate) fn submitted(self, act: Callback<SubmitEvent>) -> Self {
        self.listen(Rc::new(onsubmit::Wrapper::new(act)))
    }

    /// What giving up a dialog sends.
    #[inline(never)]
    pub(crate) fn on_cancel(self, dispatch: &Dispatch, event: Event) -> Self {
        let dispatch = dispatch.clone();
        let act = Callback::from(move |_: web_sys::Event| dispatch.emit(event.clone()));
        self.listen(Rc::new(yew::html::oncancel::Wrapper::new(act)))
    }

    #[inline(never)]
    fn listen(mut self, listener: Rc<dyn Listener>) -> Self {
        self.0.add_listener(listener);
        self
    }

    /// The element as Yew knows it.
    #[inline(never)]
    pub(crate) fn done(self) -> Html {
        VNode::from(*self.0)
    }
}

/// The field that an event came from.
pub(crate) fn field_of(event: &web_sys::Event) -> Option<HtmlInputElement> {
    use wasm_bindgen::JsCast as _;
    event.target()?.dyn_into().ok()
}
