//! Codes: what is packed is unpacked, what is damaged is refused, and a code of today opens for ever.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken assumption in a test is a failed test"
)]

mod support;

use base64ct::{Base64UrlUnpadded, Encoding as _};
use invigil_engine::ids::{Fingerprint, OptionId};
use invigil_engine::share::handed::{Handed, HandedAnswer, HandedPaper};
use invigil_engine::share::packet::{MAX_CODE, Opened, PacketFault};
use invigil_engine::share::paper::{MadePaper, OpenedPaper, PaperOrder};
use invigil_formats::{DraftQuestion, Keys, Kind, hand, make, markdown, open, pack, unpack};
use proptest::prelude::*;
use std::rc::Rc;
use support::{blessed, draft_of, fixture, questions, rich_text};

fn order(text: &str) -> PaperOrder {
    PaperOrder {
        format: None,
        text: text.to_owned(),
        title: "Friday's paper".to_owned(),
        line: "Good luck! – R.".to_owned(),
        minutes: Some(20),
        reveals: true,
    }
}

fn made() -> MadePaper {
    make(&order(&fixture("questions.md"))).unwrap()
}

fn handed() -> Handed {
    let answer = |letters: &str, seconds| HandedAnswer {
        chosen: letters.chars().filter_map(OptionId::from_letter).collect(),
        flagged: letters == "b",
        visited: true,
        seconds,
    };
    Handed {
        name: "Ada 🦉".to_owned(),
        paper: HandedPaper::Own(
            "Friday's paper".to_owned(),
            Fingerprint(0x0123_4567_89ab_cdef),
            String::new(),
        ),
        started: 1_795_860_000_000,
        limit: Some(20),
        reveals: false,
        expired: false,
        used: 1100,
        changed: 2,
        asked: Fingerprint(7),
        answers: vec![answer("bd", 300), answer("b", 500), answer("", 300)],
    }
}

#[track_caller]
fn paper(code: &str) -> Rc<OpenedPaper> {
    match open(code) {
        Opened::Paper(paper) => paper,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_paper_goes_there_and_back() {
    let made = made();
    assert_eq!(made.questions, 3, "only what can be asked");
    let (keyed, assigned) = (paper(&made.keyed), paper(&made.assignment));
    assert_eq!(keyed.fingerprint, assigned.fingerprint);
    assert_eq!(keyed.packet.title, "Friday's paper");
    assert_eq!(keyed.draft.title, "Friday's paper");
    assert_eq!((keyed.packet.reveals, assigned.packet.reveals), (true, false));
    assert_eq!(assigned.packet.wanted, [2, 1, 1]);
    assert!(assigned.draft.questions.iter().all(DraftQuestion::can_be_asked));
    assert!(
        assigned.draft.questions.iter().flat_map(|question| &question.options).all(|option| !option.correct)
    );
    let (with, without) = (keyed.form().unwrap(), assigned.form().unwrap());
    assert_eq!((with.len(), without.len()), (3, 3));
    assert_eq!(with.fingerprint, without.fingerprint);
    assert!(without.awaits_its_key() && !with.awaits_its_key());
    assert_eq!(with.guide.domains.len(), 2);
    assert_eq!(made.markdown, markdown::write(&keyed.draft, Keys::With));
    let again = make(&PaperOrder { text: made.markdown.clone(), ..order("") }).unwrap();
    assert_eq!(again, made);
}

#[test]
fn what_an_order_leaves_out() {
    let text = "# Of the text\n### Q\n- [x] a\n- [ ] b";
    let made =
        make(&PaperOrder { text: text.to_owned(), minutes: Some(0), ..PaperOrder::default() }).unwrap();
    let opened = paper(&made.keyed);
    assert_eq!((opened.packet.title.as_str(), opened.packet.minutes), ("Of the text", None));
    assert_eq!(make(&order("### Q\n- [ ] a\n- [ ] b")), None);
    assert_eq!(make(&order("")), None);
    // A title that is cut before a blank is still one that opens.
    let long = make(&PaperOrder { title: format!("{} b", "a".repeat(199)), ..order(text) }).unwrap();
    assert_eq!(paper(&long.keyed).packet.title, "a".repeat(199));
    // Another title is another paper.
    assert_ne!(paper(&make(&order(text)).unwrap().keyed).fingerprint, opened.fingerprint);
}

#[test]
fn answers_go_there_and_back() {
    let code = hand(&handed()).unwrap();
    assert_eq!(open(&code), Opened::Handed(Rc::new(handed())));
    assert_eq!(hand(&Handed { name: "x".repeat(61), ..handed() }), None);
    let other = HandedPaper::Own(String::new(), Fingerprint(1), made().keyed);
    let own = Handed { paper: other, ..handed() };
    assert_eq!(open(&hand(&own).unwrap()), Opened::Handed(Rc::new(own)));
}

/// With `BLESS=1` the codes are written anew; what was once released is never.
#[test]
fn codes_of_version_1_open_for_ever() {
    let made = made();
    assert_eq!(made.keyed, blessed("paper-code-v1.txt", &made.keyed));
    assert_eq!(made.assignment, blessed("assignment-code-v1.txt", &made.assignment));
    let answers = hand(&handed()).unwrap();
    assert_eq!(answers, blessed("answers-code-v1.txt", &answers));
    let opened = paper(&blessed("paper-code-v1.txt", &made.keyed));
    let print = format!("{:016x}\n{}", opened.fingerprint.0, markdown::write(&opened.draft, Keys::With));
    assert_eq!(print, blessed("paper-code-v1.opened.txt", &print));
}

/// Refused in words, or opened as what it was.
#[track_caller]
fn check(text: &str, fault: PacketFault) {
    assert_eq!(unpack(text), Err(fault), "{text:?}");
}

#[test]
fn what_is_no_code_is_said() {
    let code = pack(Kind::Answers, b"hello").unwrap();
    assert!(code.starts_with("a1n"), "too short to deflate: {code}");
    check("", PacketFault::NotACode);
    check("p", PacketFault::NotACode);
    check("p1d", PacketFault::NotACode);
    check("hello", PacketFault::NotACode);
    check("https://a.example/", PacketFault::NotACode);
    check("a2nAAAA", PacketFault::Newer);
    check("a1zAAAA", PacketFault::Newer);
    check("a0nAAAA", PacketFault::NotACode);
    check(&code[..8], PacketFault::Cut(8, 18));
    check(&code[..17], PacketFault::Cut(17, 18));
    check(&format!("{code}A"), PacketFault::Damaged);
    check(&code.replace('a', "p"), PacketFault::Damaged);
    check(&"p".repeat(MAX_CODE + 1), PacketFault::TooLong);
    check(&"p".repeat(MAX_CODE * 3), PacketFault::TooLong);
    let not_answers = pack(Kind::Answers, b"hello").unwrap();
    assert_eq!(open(&not_answers), Opened::Refused(PacketFault::Unsound));
    let not_a_paper = pack(Kind::Paper, &[0; 3000]).unwrap();
    assert_eq!(open(&not_a_paper), Opened::Refused(PacketFault::Unsound));
}

#[test]
fn what_came_in_on_the_way_is_taken_out() {
    let code = hand(&handed()).unwrap();
    let lines: Vec<&str> =
        code.as_bytes().chunks(76).map(|line| std::str::from_utf8(line).unwrap()).collect();
    for text in [
        lines.join("\r\n"),
        format!("  {code}\n"),
        format!("({code})."),
        format!("<{code}>,"),
        format!("\"{code}\"!"),
        lines.join("\u{200b}"),
    ] {
        assert_eq!(open(&text), Opened::Handed(Rc::new(handed())), "{text}");
    }
}

#[test]
fn bombs_are_not_inflated() {
    // What `pack` would not make: a million zeros in a thousand bytes.
    let zeros = vec![0; 999_000];
    let code = pack(Kind::Paper, &zeros);
    assert_eq!(code, None, "as it is it is too long, and deflated it is a bomb");
    assert_eq!(pack(Kind::Paper, &vec![0; 1_000_001]), None);
    let deflated = miniz_oxide::deflate::compress_to_vec(&zeros, 10);
    let print = Fingerprint::of(&[b"p1d", zeros.as_slice()].concat());
    let check = &print.0.to_be_bytes()[..4];
    let length = deflated.len() + 4;
    let head = [u8::try_from(length & 0x7f | 0x80).unwrap(), u8::try_from(length >> 7).unwrap()];
    let body = Base64UrlUnpadded::encode_string(&[&head, deflated.as_slice(), check].concat());
    assert_eq!(unpack(&format!("p1d{body}0")), Err(PacketFault::Damaged));
    let within = vec![7; 4096];
    assert_eq!(unpack(&pack(Kind::Paper, &within).unwrap()), Ok((Kind::Paper, within)));
}

#[test]
fn a_code_ends_in_a_sign_that_is_kept() {
    for length in 0..200_u8 {
        let content: Vec<u8> = (0..length).map(|byte| byte.wrapping_mul(251)).collect();
        let code = pack(Kind::Answers, &content).unwrap();
        assert!(code.ends_with(|c: char| c.is_ascii_alphanumeric()), "{code}");
        assert_eq!(unpack(&code), Ok((Kind::Answers, content)));
    }
}

/// A damaged code is refused; what it would hold is never shown as what was sent.
#[test]
fn every_cut_and_every_changed_sign_is_refused() {
    let code = made().keyed;
    for length in 0..code.len() {
        let cut = &code[..length];
        let expected = if length < 7 {
            PacketFault::NotACode
        } else {
            PacketFault::Cut(u32::try_from(length).unwrap(), u32::try_from(code.len()).unwrap())
        };
        check(cut, expected);
    }
    let signs = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let answers = hand(&handed()).unwrap();
    for place in 0..answers.len() {
        for sign in signs.iter().filter(|sign| **sign != answers.as_bytes()[place]) {
            let mut changed = answers.clone().into_bytes();
            changed[place] = *sign;
            let changed = String::from_utf8(changed).unwrap();
            assert!(unpack(&changed).is_err(), "{changed}");
        }
    }
    // Of the longer code each bit of each sign.
    for place in 0..code.len() {
        for bit in 0..7 {
            let mut changed = code.clone().into_bytes();
            changed[place] ^= 1 << bit;
            let changed = String::from_utf8(changed).unwrap();
            assert!(unpack(&changed).is_err() || unpack(&changed) == unpack(&code), "{changed}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_content_is_packed(content in prop::collection::vec(any::<u8>(), 0..600), paper in any::<bool>()) {
        let kind = if paper { Kind::Paper } else { Kind::Answers };
        let code = pack(kind, &content).unwrap();
        prop_assert!(code.len() <= content.len() * 4 / 3 + 20);
        prop_assert_eq!(unpack(&code), Ok((kind, content)));
    }

    #[test]
    fn any_text_is_refused_or_opened(text in ".{0,80}", header in "[pa]1[dn][A-Za-z0-9_-]{0,60}") {
        prop_assert!(unpack(&text).is_err());
        let _ = open(&header);
    }

    #[test]
    fn any_paper_is_made_and_opened(draft in draft_of(rich_text, invigil_formats::Format::Markdown)) {
        let text = markdown::write(&draft, Keys::With);
        let order = PaperOrder { format: Some(invigil_formats::Format::Markdown), ..order(&text) };
        let Some(made) = make(&order) else { return Ok(()) };
        let (keyed, assigned) = (paper(&made.keyed), paper(&made.assignment));
        prop_assert_eq!(keyed.fingerprint, assigned.fingerprint);
        prop_assert_eq!(keyed.draft.questions.len(), assigned.draft.questions.len());
        prop_assert!(keyed.draft.questions.iter().all(DraftQuestion::can_be_asked));
        prop_assert_eq!(keyed.form().unwrap().len(), assigned.form().unwrap().len());
        prop_assert_eq!(made.questions as usize, keyed.draft.questions.len());
        prop_assert_eq!(questions(&markdown::read(&made.markdown)), questions(&keyed.draft));
    }
}
