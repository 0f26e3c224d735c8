//! Stored forms as JSON, by way of one tree of values.
//!
//! Derived readers and writers of each form would cost thirty kilobytes of the app; a tree that all forms share,
//! and a few lines a form, cost a third of it.

use serde_json::{Map, Value};

/// A form that is stored as JSON.
pub(crate) trait Json: Sized {
    /// The form as a tree.
    fn to_json(&self) -> Value;
    /// The form that a tree holds; `None` when a part is missing or of another kind.
    fn from_json(tree: &Value) -> Option<Self>;
}

/// Gives forms the traits of serde, so that they are written and read like any other value.
macro_rules! json_forms {
    ($($form:ty),* $(,)?) => {$(
        impl serde::Serialize for $form {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&$crate::store::json::Json::to_json(self), serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $form {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let tree = <serde_json::Value as serde::Deserialize>::deserialize(deserializer)?;
                $crate::store::json::Json::from_json(&tree)
                    .ok_or_else(|| serde::de::Error::custom("a part is missing or of another kind"))
            }
        }
    )*};
}
pub(crate) use json_forms;

/// An object of named parts; a part that is nothing is left out.
pub(crate) fn object(parts: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let mut map = Map::new();
    for (name, value) in parts {
        if !value.is_null() {
            map.insert(name.to_owned(), value);
        }
    }
    Value::Object(map)
}

/// `true`, or nothing.
pub(crate) fn flag(on: bool) -> Value {
    if on { Value::Bool(true) } else { Value::Null }
}

/// A text, or nothing.
pub(crate) fn text(text: Option<&str>) -> Value {
    text.map_or(Value::Null, |text| Value::String(text.to_owned()))
}

/// A whole number, or nothing.
pub(crate) fn whole(number: Option<i64>) -> Value {
    number.map_or(Value::Null, Value::from)
}

/// A list of forms.
pub(crate) fn list<T>(items: &[T], write: impl Fn(&T) -> Value) -> Value {
    Value::Array(items.iter().map(write).collect())
}

/// Two numbers.
pub(crate) fn pair((first, second): (u32, u32)) -> Value {
    Value::Array(vec![Value::from(first), Value::from(second)])
}

/// A text by its name.
pub(crate) fn read_text<'a>(tree: &'a Value, name: &str) -> Option<&'a str> {
    tree.get(name)?.as_str()
}

/// A whole number by its name.
pub(crate) fn read_whole(tree: &Value, name: &str) -> Option<i64> {
    tree.get(name)?.as_i64()
}

/// A number that counts, by its name.
pub(crate) fn read_count(tree: &Value, name: &str) -> Option<u32> {
    count(tree.get(name)?)
}

/// A number that counts.
pub(crate) fn count(value: &Value) -> Option<u32> {
    value.as_u64()?.try_into().ok()
}

/// Whether a switch is on, by its name.
pub(crate) fn read_flag(tree: &Value, name: &str) -> bool {
    tree.get(name).and_then(Value::as_bool).unwrap_or(false)
}

/// Two numbers, by their name.
pub(crate) fn read_pair(tree: &Value, name: &str) -> Option<(u32, u32)> {
    as_pair(tree.get(name)?)
}

/// Two numbers.
pub(crate) fn as_pair(value: &Value) -> Option<(u32, u32)> {
    match value.as_array()?.as_slice() {
        [first, second] => Some((count(first)?, count(second)?)),
        _ => None,
    }
}

/// A list by its name; no list is an empty one.
pub(crate) fn read_list<T>(tree: &Value, name: &str, read: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    match tree.get(name) {
        None => Some(Vec::new()),
        Some(list) => list.as_array()?.iter().map(read).collect(),
    }
}
