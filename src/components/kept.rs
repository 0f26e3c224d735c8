//! Parts that are made once and kept: Yew puts them where they belong, and neither makes nor compares them again when the
//! page around them is drawn.

use super::El;
use crate::browser::page;
use std::cell::RefCell;
use web_sys::{Document, Element};
use yew::Html;
use yew::virtual_dom::{VNode, VTag};

/// A part that stays what it is until what it was made of changes.
pub(crate) struct Kept<T>(RefCell<Option<(T, Element)>>);

impl<T: PartialEq> Kept<T> {
    /// A place for a part that was not made yet.
    pub(crate) const fn new() -> Self {
        Self(RefCell::new(None))
    }

    /// The part that is made of this.
    pub(crate) fn of(&self, source: T, make: impl FnOnce(&T) -> El) -> Html {
        let mut kept = self.0.borrow_mut();
        if kept.as_ref().is_none_or(|(known, _)| *known != source) {
            *kept = still(make(&source)).map(|element| (source, element));
        }
        kept.as_ref().map_or_else(Html::default, |(_, element)| VNode::VRef(element.clone().into()))
    }
}

/// An element of the document with the words, attributes and children of one in the making; what it listens to and what
/// its fields hold is Yew's alone, and so are
/// pictures, whose elements have a name space of their own.
pub(crate) fn still(made: El) -> Option<Element> {
    match made.done() {
        VNode::VTag(tag) => element_of(&page::document()?, &tag),
        _ => None,
    }
}

fn element_of(document: &Document, tag: &VTag) -> Option<Element> {
    // Names of elements and attributes are ours, so they are valid.
    let element = document.create_element(tag.tag()).ok()?;
    for (name, value) in tag.attributes.iter() {
        element.set_attribute(name, value).ok()?;
    }
    if let Some(children) = tag.children() {
        fill(document, &element, children);
    }
    Some(element)
}

fn fill(document: &Document, parent: &Element, child: &VNode) {
    let node = match child {
        VNode::VList(list) => return list.iter().for_each(|one| fill(document, parent, one)),
        VNode::VText(words) => Some(document.create_text_node(&words.text).into()),
        VNode::VTag(tag) => element_of(document, tag).map(Into::into),
        _ => None,
    };
    if let Some(node) = node {
        // A new node fits into a new element.
        let _: Result<web_sys::Node, _> = parent.append_child(&node);
    }
}
