//! Stored forms as JSON: how each is written, and read by way of one tree of values.
//!
//! Derived readers and writers of each form would cost thirty kilobytes of the app; a tree that all forms share,
//! and a few lines a form, cost a tenth of it.

mod read;
mod write;

pub use read::{Place, Value};
pub(crate) use write::{Object, list, pair, quoted};

/// A form that is stored as JSON.
pub trait Json: Sized {
    /// The form as JSON.
    fn to_json(&self) -> String;

    /// The form that a tree holds; `None` when a part is missing or of another kind.
    fn from_json(tree: &Value) -> Option<Self>;

    /// The form that a text holds; `None` when it is no JSON, or not of this form.
    fn parse_json(text: &str) -> Option<Self> {
        Self::from_json(&Value::parse(text).ok()?)
    }
}

impl<T: Json> Json for Vec<T> {
    fn to_json(&self) -> String {
        list(self, T::to_json)
    }

    fn from_json(tree: &Value) -> Option<Self> {
        items(tree, T::from_json)
    }
}

/// A text by its name.
pub(crate) fn read_text<'a>(tree: &'a Value, name: &str) -> Option<&'a str> {
    tree.get(name)?.as_str()
}

/// A whole number by its name.
pub(crate) fn read_whole(tree: &Value, name: &str) -> Option<i64> {
    tree.get(name)?.as_whole()
}

/// A number that counts, by its name.
pub(crate) fn read_count(tree: &Value, name: &str) -> Option<u32> {
    count(tree.get(name)?)
}

/// A number that counts.
pub(crate) fn count(value: &Value) -> Option<u32> {
    value.as_count()?.try_into().ok()
}

/// Whether a switch is on, by its name.
pub(crate) fn read_flag(tree: &Value, name: &str) -> bool {
    matches!(tree.get(name), Some(Value::Bool(true)))
}

/// Two numbers, by their name.
pub(crate) fn read_pair(tree: &Value, name: &str) -> Option<(u32, u32)> {
    as_pair(tree.get(name)?)
}

/// Two numbers.
pub(crate) fn as_pair(value: &Value) -> Option<(u32, u32)> {
    match value.as_list()? {
        [first, second] => Some((count(first)?, count(second)?)),
        _ => None,
    }
}

/// A list by its name; no list is an empty one.
pub(crate) fn read_list<T>(tree: &Value, name: &str, read: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    tree.get(name).map_or(Some(Vec::new()), |list| items(list, read))
}

fn items<T>(list: &Value, read: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    let mut items = Vec::new();
    for item in list.as_list()? {
        items.push(read(item)?);
    }
    Some(items)
}
