//! What the browser knows of languages: plurals, numbers, lists, and which variety of a language its reader has chosen.
//! And the one function that puts arguments into a pattern, which every message with arguments calls.

use crate::text::{LANGUAGE, USUAL_LOCALE};
use js_sys::{Array, Object, Reflect};
use std::cell::OnceCell;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

// `js_sys::Intl` gives functions and values where these give texts.
#[wasm_bindgen]
extern "C" {
    type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(language: &str) -> PluralRules;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, number: f64) -> String;

    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locale: &str, options: &Object) -> NumberFormat;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, number: f64) -> String;

    pub(super) type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locale: &str, options: &Object) -> DateTimeFormat;
    #[wasm_bindgen(method)]
    pub(super) fn format(this: &DateTimeFormat, milliseconds: f64) -> String;

    type ListFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locale: &str) -> ListFormat;
    #[wasm_bindgen(method)]
    fn format(this: &ListFormat, items: &Array) -> String;

    #[wasm_bindgen(catch, js_namespace = Intl, js_name = getCanonicalLocales)]
    fn canonical(tag: &str) -> Result<Array, JsValue>;
}

thread_local! {
    // Each takes the browser longer to make than to use a thousand times.
    static PLURALS: PluralRules = PluralRules::new(LANGUAGE);
    static NUMBERS: [OnceCell<NumberFormat>; 4] = const { [const { OnceCell::new() }; 4] };
    // A page names a hundred small numbers, again and again.
    static SMALL: [OnceCell<String>; 100] = const { [const { OnceCell::new() }; 100] };
    static LOCALE: String = chosen_locale();
}

/// A number in a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number(pub(crate) i64);

impl From<i64> for Number {
    fn from(number: i64) -> Self {
        Self(number)
    }
}

impl From<u32> for Number {
    fn from(number: u32) -> Self {
        Self(number.into())
    }
}

impl From<i32> for Number {
    fn from(number: i32) -> Self {
        Self(number.into())
    }
}

impl From<u16> for Number {
    fn from(number: u16) -> Self {
        Self(number.into())
    }
}

impl From<usize> for Number {
    fn from(number: usize) -> Self {
        Self(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl Number {
    #[expect(clippy::cast_precision_loss, reason = "what is counted here fits an f64 exactly")]
    fn as_js(self) -> f64 {
        self.0 as f64
    }
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// With the marks that group its digits.
    Usual,
    /// Digits alone: the number is a name.
    Plain,
    /// Two digits at least.
    TwoDigits,
    /// Hundredths: with two digits behind the mark for them.
    Hundredths,
}

/// What stands in a pattern for one of its marks.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Argument<'a> {
    Text(&'a str),
    Number(Number, Form),
}

/// A pattern with its arguments: the characters from U+0001 on stand for them, in their order.
pub(crate) fn fill(pattern: &str, arguments: &[Argument]) -> String {
    let mut filled = String::with_capacity(pattern.len());
    for character in pattern.chars() {
        let argument = (character as usize).checked_sub(1).and_then(|place| arguments.get(place));
        match argument {
            None => filled.push(character),
            Some(Argument::Text(text)) => filled.push_str(text),
            Some(Argument::Number(number, form)) => filled.push_str(&figures(*number, *form)),
        }
    }
    filled
}

/// Has the browser load what it knows of numbers.
pub(crate) fn make_ready() {
    let _ = format(Number(0), Form::Usual);
}

/// The category of a number in the plurals of the messages' language.
pub(crate) fn plural(number: Number) -> String {
    PLURALS.with(|rules| rules.select(number.as_js()))
}

/// A number as the reader writes it.
pub(crate) fn figures(number: Number, form: Form) -> String {
    let place = usize::try_from(number.0).ok().filter(|_| form == Form::Usual);
    SMALL.with(|small| match place.and_then(|place| small.get(place)) {
        Some(known) => known.get_or_init(|| format(number, form)).clone(),
        None => format(number, form),
    })
}

fn format(number: Number, form: Form) -> String {
    NUMBERS.with(|formats| {
        let format = formats.get(form as usize).map(|format| format.get_or_init(|| number_format(form)));
        let number = if form == Form::Hundredths { number.as_js() / 100.0 } else { number.as_js() };
        format.map_or_else(String::new, |format| format.format(number))
    })
}

fn number_format(form: Form) -> NumberFormat {
    let options = Object::new();
    let (name, value) = match form {
        Form::Usual => ("useGrouping", JsValue::TRUE),
        Form::Plain => ("useGrouping", JsValue::FALSE),
        Form::TwoDigits => ("minimumIntegerDigits", JsValue::from_f64(2.0)),
        Form::Hundredths => ("minimumFractionDigits", JsValue::from_f64(2.0)),
    };
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&options, &name.into(), &value);
    LOCALE.with(|locale| NumberFormat::new(locale, &options))
}

/// How a moment is written: these parts of it.
pub(super) fn date_format(parts: &[(&str, &str)]) -> DateTimeFormat {
    let options = Object::new();
    for (name, value) in parts {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    LOCALE.with(|locale| DateTimeFormat::new(locale, &options))
}

/// Names one after the other, as the reader lists them.
pub(crate) fn list(items: &[String]) -> String {
    let items: Array = items.iter().map(JsValue::from).collect();
    LOCALE.with(|locale| ListFormat::new(locale).format(&items))
}

/// The first of the reader's languages that is one with the messages, so that numbers and dates are no foreign body in
/// a sentence; else the usual variety.
fn chosen_locale() -> String {
    let languages = web_sys::window().map(|window| window.navigator().languages()).unwrap_or_default();
    let tags = languages.iter().filter_map(|tag| tag.as_string());
    locale_among(tags).unwrap_or_else(|| USUAL_LOCALE.to_owned())
}

/// Systems hand on names that are no tags, such as `en-US@posix`, at which `Intl` throws.
pub(super) fn locale_among(mut tags: impl Iterator<Item = String>) -> Option<String> {
    tags.find(|tag| tag.split('-').next() == LANGUAGE.split('-').next() && canonical(tag).is_ok())
}
