//! What the compiler makes of messages, and what it says of those that are wrong.

use std::fs;
use std::path::Path;

use super::{Direction, check, compile, page, read};

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/languages"))
}

/// The Rust of a locale is what lies in tests/golden, to the byte.
#[track_caller]
fn check_golden(locale: &str) {
    let made = compile(folder(), locale).unwrap();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{locale}.rs.txt"));
    if std::env::var_os("INVIGIL_BLESS").is_some() {
        fs::write(&file, &made).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap();
    assert!(
        made == expected,
        "{} is no longer what is made: if that is wanted, run this test once with INVIGIL_BLESS=1",
        file.display()
    );
}

#[test]
fn messages_become_constants_and_functions() {
    check_golden("en");
}

#[test]
fn a_translation_has_the_functions_of_english_and_words_of_its_own() {
    check_golden("xx");
}

#[test]
fn english_in_strange_letters_is_bracketed_and_longer() {
    check_golden("qps");
}

#[test]
fn a_language_from_the_right_isolates_what_is_put_into_it() {
    check_golden("qps-rtl");
}

#[test]
fn a_locale_knows_its_direction() {
    for (name, tag, direction) in [
        ("en", "en", Direction::Ltr),
        ("xx", "xx", Direction::Ltr),
        ("qps", "en", Direction::Ltr),
        ("qps-rtl", "en", Direction::Rtl),
    ] {
        let found = page(folder(), name).unwrap().locale;
        assert_eq!((found.tag.as_str(), found.direction), (tag, direction), "{name}");
    }
}

#[test]
fn the_page_holds_what_has_no_arguments() {
    let page = page(folder(), "qps").unwrap();
    let words: Vec<&str> = page.words.keys().map(String::as_str).collect();
    assert_eq!(words, ["app", "failed", "lines", "quoted", "start-now"]);
    assert_eq!(page.words["failed"], "[ÍÍñvííĝííļ ðííð ñóóţ šţááŕţ]");
    assert_eq!(page.own.iter().collect::<Vec<_>>(), ["failed"]);
    assert!(!compile(folder(), "qps").unwrap().contains("FAILED"), "it is no text of the app");
}

#[test]
fn what_is_no_language_is_said() {
    for name in ["zz", "", "../en", "en/.."] {
        let faults = compile(folder(), name).unwrap_err();
        assert!(faults[0].to_string().contains("is no language"), "{faults:?}");
    }
}

/// The faults of a file of English, as they are printed.
#[track_caller]
fn check_source(text: &str, expected: &[&str]) {
    let found = read::parse("en", &[("en/a.ftl".to_owned(), text.to_owned())])
        .and_then(|language| check::source(&language))
        .map_or_else(|faults| faults, |_| Vec::new());
    assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn english_declares_what_it_uses() {
    check_source("plain = Words\n", &[]);
    check_source(
        "\n\nasked = For { $what }\n",
        &[
            "en/a.ftl:3: asked: uses $what, which is no argument of it: the comment above it in English declares them",
        ],
    );
    check_source(
        "# $what (Text): a thing\nasked = For it\n",
        &["en/a.ftl:2: asked: does not use its argument $what"],
    );
    check_source(
        "# $what (Thing): a thing\nasked = For { $what }\n",
        &["en/a.ftl:2: asked: the comment must say what $what is: “$what (Number): …” or (Text)"],
    );
    check_source(
        "# $what (Text): a thing\nasked = For { NUMBER($what, minimumIntegerDigits: 2) }\n",
        &["en/a.ftl:2: asked: uses $what as a number, and it is a text"],
    );
    check_source("one = 1\none = 2\n", &["en/a.ftl:1: one: stands twice"]);
    check_source(
        "Loud = !\n",
        &["en/a.ftl:1: Loud: “Loud” cannot be a name in Rust: small letters, digits and hyphens"],
    );
    check_source(
        "use = !\n",
        &["en/a.ftl:1: use: “use” cannot be a name in Rust: small letters, digits and hyphens"],
    );
    check_source(
        "# $n (Number): n\nmany = { $n ->\n    [onee] a { $n }\n   *[other] b { $n }\n}\n",
        &["en/a.ftl:2: many: chooses by [onee], which is no category of plurals"],
    );
    check_source("odd = a\u{1}b\n", &["en/a.ftl:1: odd: has a control character in its words"]);
}

#[test]
fn what_the_app_cannot_say_is_refused() {
    check_source("a = b\n\nno fluent\n", &["en/a.ftl:3: is no Fluent: expected a token starting with \"=\""]);
    check_source(
        "a = b\n    .title = c\n",
        &["en/a.ftl:1: a: has attributes, which the app cannot use: make each a message"],
    );
    check_source("a = { -gone }\n", &["en/a.ftl:1: a: names the term -gone, which is not there"]);
    check_source("-app = x\na = { -app(case: \"y\") }\n", &["en/a.ftl:2: a: gives arguments to a term"]);
    check_source("a = { b }\n", &["en/a.ftl:1: a: names the message b: make it a term, or an argument"]);
    check_source("a = { DATETIME($x) }\n", &["en/a.ftl:1: a: calls DATETIME, and there is only NUMBER"]);
    check_source(
        "a = { NUMBER(1) }\n",
        &["en/a.ftl:1: a: calls NUMBER with something else than one argument of the message"],
    );
    check_source(
        "a = { NUMBER($x, style: \"percent\") }\n",
        &[
            "en/a.ftl:1: a: calls NUMBER with options that it does not know: it knows useGrouping: \"false\" and \
           minimumIntegerDigits: 2",
        ],
    );
    check_source(
        "a = { NUMBER($x) ->\n   *[other] b\n}\n",
        &["en/a.ftl:1: a: chooses by something else than an argument of the message"],
    );
    check_source(
        "a = { $x ->\n    [1.5] b\n   *[other] c\n}\n",
        &["en/a.ftl:1: a: chooses by 1.5, which is no whole number"],
    );
    check_source(
        "a = { $x ->\n    [one] b\n    [one] b\n   *[other] c\n}\n",
        &["en/a.ftl:1: a: has two variants for the same case"],
    );
}

/// The faults of a translation, as they are printed.
#[track_caller]
fn check_translation(text: &str, expected: &[&str]) {
    const SOURCE: &str = "plain = Words\n# $what (Text): a thing\nasked = For { $what }\n";
    let read =
        |name: &str, text: &str| read::parse(name, &[(format!("{name}/a.ftl"), text.to_owned())]).unwrap();
    let found = check::translation(&read("en", SOURCE), read("xx", text))
        .map_or_else(|faults| faults, |_| Vec::new());
    assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn a_translation_says_all_that_english_says_and_no_more() {
    check_translation("plain = Vortoj\nasked = Por { $what }\n", &[]);
    check_translation("asked = Por { $what }\n", &["xx: plain: is missing; English has it in en/a.ftl:1"]);
    check_translation(
        "plain = Vortoj\nasked = Por { $whom }\n",
        &[
            "xx/a.ftl:2: asked: uses $whom, which is no argument of it: the comment above it in English declares them",
            "xx/a.ftl:2: asked: does not use its argument $what",
        ],
    );
    check_translation(
        "plain = Vortoj\nasked = Por\n",
        &["xx/a.ftl:2: asked: does not use its argument $what"],
    );
    check_translation(
        "plain = Vortoj\nasked = Por { $what }\nmore = Pli\n",
        &["xx/a.ftl:3: more: is no message of English"],
    );
}

#[test]
fn a_language_says_which_way_it_runs() {
    for (text, expected) in [
        ("tag = he\ndirection = rtl\nusual = he-IL\n", vec![]),
        (
            "tag = he\ndirection = up\nusual = he-IL\n",
            vec!["he/language.ftl: direction: “up” is no direction: it is ltr or rtl"],
        ),
        (
            "tag = he\ndirection = rtl\n",
            vec!["he/language.ftl: usual: must say usual in a word, and does not"],
        ),
    ] {
        let language = read::parse("he", &[("he/language.ftl".to_owned(), text.to_owned())]).unwrap();
        let found = language.locale().map_or_else(|faults| faults, |_| Vec::new());
        assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), expected, "{text}");
    }
}
