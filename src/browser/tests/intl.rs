//! The reader's variety of the language, and what is written by it.

use super::super::intl::{Argument, Form, Number, figures, fill, list, locale_among, plural};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn the_first_variety_of_the_language_is_chosen() {
    for (languages, chosen) in [
        (&["en-GB", "en-US"][..], Some("en-GB")),
        (&["de-DE", "en-AU", "en"], Some("en-AU")),
        (&["enm", "en"], Some("en")),
        (&["de-DE"], None),
        (&[], None),
        // Names that systems hand on and `Intl` refuses.
        (&["en-US@posix", "en-US"], Some("en-US")),
        (&["en-", ""], None),
    ] {
        let found = locale_among(languages.iter().map(|tag| (*tag).to_owned()));
        assert_eq!(found.as_deref(), chosen, "{languages:?}");
    }
}

#[wasm_bindgen_test]
fn a_pattern_takes_its_arguments_where_their_marks_stand() {
    let text = Argument::Text("so");
    let number = Argument::Number(Number(7), Form::TwoDigits);
    for (pattern, arguments, words) in [
        ("", &[][..], ""),
        ("plain, with a\nline", &[], "plain, with a\nline"),
        ("\u{1}", &[text], "so"),
        ("\u{2} and \u{1} and \u{2}", &[text, number], "07 and so and 07"),
        ("“\u{1}”", &[Argument::Text("\u{1}\u{2}")], "“\u{1}\u{2}”"),
    ] {
        assert_eq!(fill(pattern, arguments), words, "{pattern:?}");
    }
}

#[wasm_bindgen_test]
fn numbers_are_written_as_english_writes_them() {
    for (number, form, words) in [
        (0, Form::Usual, "0"),
        (12_345, Form::Usual, "12,345"),
        (12_345, Form::Plain, "12345"),
        (5, Form::TwoDigits, "05"),
        (-3, Form::Usual, "-3"),
        (5, Form::Usual, "5"),
        (5, Form::Hundredths, "0.05"),
        (99, Form::Usual, "99"),
        (100, Form::Usual, "100"),
    ] {
        assert_eq!(figures(Number(number), form), words);
        assert_eq!(figures(Number(number), form), words, "a second time, when small ones are known");
    }
    for (number, category) in [(0, "other"), (1, "one"), (2, "other"), (21, "other")] {
        assert_eq!(plural(Number(number)), category, "{number}");
    }
    assert_eq!(Number::from(usize::MAX), Number(i64::from(u32::MAX)), "a count of this machine's size");
}

#[wasm_bindgen_test]
fn names_are_listed_as_english_lists_them() {
    for (names, words) in [(&[][..], ""), (&["a"], "a"), (&["a", "b"], "a and b")] {
        assert_eq!(list(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()), words);
    }
}
