//! Properties of links and addresses: untrusted text that reads as one thing, and as the same thing again.

use crate::support::cases;
use invigil_engine::ids::{BankId, GuideId, Position, QuestionNumber, SittingId, TopicId};
use invigil_engine::link::{ExamLink, LinkFault, MAX_LINK, MAX_MINUTES, Paper, clean};
use invigil_engine::route::Route;
use invigil_engine::seed::Seed;
use invigil_engine::time::{Minutes, UnixMillis};
use proptest::prelude::*;

const ID: &str = "[a-z0-9.-]{1,48}";

fn paper() -> impl Strategy<Value = Paper> {
    let topics = prop::collection::btree_set("[a-z0-9.-]{1,20}", 0..100).prop_shuffle_into_vec();
    let drawn = (1_u32..=200, topics).prop_map(|(length, topics)| Paper::Drawn {
        length,
        topics: topics.iter().map(|topic| TopicId::parse(topic).unwrap()).collect(),
    });
    let near = prop::collection::btree_set(0_u32..1000, 1..=200);
    let far = prop::collection::btree_set(0_u32..=999_999, 1..=200);
    let listed = prop_oneof![near, far]
        .prop_map(|numbers| Paper::Listed(numbers.into_iter().map(QuestionNumber).collect()));
    prop_oneof![drawn, listed]
}

/// A set in any order.
trait ShuffleIntoVec: Strategy<Value = std::collections::BTreeSet<String>> + Sized {
    fn prop_shuffle_into_vec(self) -> impl Strategy<Value = Vec<String>> {
        self.prop_map(|set| set.into_iter().collect::<Vec<_>>()).prop_shuffle()
    }
}

impl<S: Strategy<Value = std::collections::BTreeSet<String>>> ShuffleIntoVec for S {}

fn link() -> impl Strategy<Value = ExamLink> {
    let limit = prop::option::of((1..=MAX_MINUTES).prop_map(Minutes));
    let print = prop::option::of("[0-9A-HJKMNP-TV-Z]{8}");
    let words = (".{0,30}", ".{0,60}").prop_map(|(title, line)| (clean(&title, 80), clean(&line, 200)));
    (ID, ID, print, 0_u32..=999, any::<u64>(), limit, any::<bool>(), paper(), words).prop_map(
        |(bank, guide, fingerprint, draw, seed, limit, reveals, paper, (title, line))| ExamLink {
            bank: BankId::parse(&bank).unwrap(),
            guide: GuideId::parse(&guide).unwrap(),
            fingerprint,
            draw,
            seed: Seed::from_entropy(seed),
            limit,
            reveals,
            paper,
            title,
            line,
        },
    )
}

/// Text that is nearly a link.
fn nearly_a_link() -> impl Strategy<Value = String> {
    let change = (any::<prop::sample::Index>(), ".{0,3}", 0_usize..20);
    (link(), change).prop_map(|(link, (place, put, cut))| {
        let signs: Vec<char> = link.to_string().chars().collect();
        let at = place.index(signs.len());
        let after = signs.iter().skip(at + cut);
        signs.iter().take(at).copied().chain(put.chars()).chain(after.copied()).collect()
    })
}

#[track_caller]
fn check_canonical(text: &str) {
    if let Ok(link) = ExamLink::parse(text) {
        let written = link.to_string();
        assert_eq!(ExamLink::parse(&written), Ok(link), "{text} reads as {written}");
    }
}

#[track_caller]
fn check_route(text: &str) {
    let route = Route::parse(text);
    let written = route.to_string();
    assert!(written.starts_with("#/"), "{written}");
    assert_eq!(Route::parse(&written), route, "{text} is written {written}");
    assert_eq!(Route::parse(&written).to_string(), written);
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn every_link_reads_as_itself(link in link()) {
        let text = link.to_string();
        prop_assume!(text.len() <= MAX_LINK);
        prop_assert_eq!(ExamLink::parse(&text), Ok(link.clone()));
        let address = format!("#/exam?{text}");
        prop_assert_eq!(Route::parse(&address), Route::Exam(Box::new(link)));
        prop_assert_eq!(Route::parse(&address).to_string(), address);
        let plain = |b: u8| b.is_ascii_alphanumeric() || b"=&,.-_%".contains(&b);
        prop_assert!(text.bytes().all(plain), "survives any messenger: {}", text);
    }

    #[test]
    fn a_link_escaped_by_a_messenger_reads_the_same(link in link()) {
        let escape = |sign: char| match sign {
            ',' => "%2C".to_owned(),
            '.' => "%2e".to_owned(),
            other => other.to_string(),
        };
        let escaped: String = link.to_string().chars().map(escape).collect();
        prop_assume!(escaped.len() <= MAX_LINK);
        prop_assert_eq!(ExamLink::parse(&escaped), Ok(link));
    }

    #[test]
    fn a_link_cut_short_is_never_another_paper_of_listed_questions(
        link in link(),
        cut in any::<prop::sample::Index>(),
    ) {
        prop_assume!(matches!(link.paper, Paper::Listed(_)));
        let text = link.to_string();
        let short = &text[..cut.index(text.len())];
        if let Ok(read) = ExamLink::parse(short) {
            // Cut exactly before the list, it is a link for a draw; the list itself is whole or refused.
            prop_assert!(matches!(read.paper, Paper::Drawn { .. }), "{}", short);
        }
    }

    #[test]
    fn any_text_is_read_as_a_link_or_a_fault(text in ".{0,300}") {
        check_canonical(&text);
    }

    #[test]
    fn text_that_is_nearly_a_link_is_read_as_a_link_or_a_fault(text in nearly_a_link()) {
        check_canonical(&text);
        check_route(&format!("#/exam?{text}"));
    }

    #[test]
    fn any_text_is_a_route_that_reads_as_itself(text in "#?/?.{0,300}") {
        check_route(&text);
    }

    #[test]
    fn text_that_is_nearly_a_route_reads_as_itself(
        text in "#?/{0,2}(setup|sitting|sitting/|sitting/review|attempt/|history|exam\\?|exam)[0-9a-f/?#%]{0,30}",
    ) {
        check_route(&text);
    }

    #[test]
    fn every_route_reads_as_itself(place in 0_u16..999, now in any::<i64>(), entropy in any::<u64>()) {
        let id = SittingId::new(UnixMillis(now), entropy);
        let routes = [
            Route::Home, Route::Setup, Route::Sitting(None), Route::Sitting(Some(Position(place))),
            Route::Review, Route::Attempt(id), Route::History, Route::Settings, Route::About,
        ];
        for route in routes {
            prop_assert_eq!(Route::parse(&route.to_string()), route);
        }
    }
}

#[track_caller]
fn check(text: &str, expected: &LinkFault) {
    assert_eq!(ExamLink::parse(text).as_ref(), Err(expected), "{text}");
}

#[test]
fn the_bounds_of_a_link_are_where_they_are_said_to_be() {
    let with = |n: &str, min: &str, draw: &str| {
        format!("bank=b&guide=g&draw={draw}&seed=0000000000&n={n}&min={min}")
    };
    let range = |part, least, most| LinkFault::OutOfRange { part, least, most };
    for sound in [with("1", "1", "0"), with("200", "1600", "999"), with("65", "none", "0")] {
        assert!(ExamLink::parse(&sound).is_ok(), "{sound}");
    }
    check(&with("0", "1", "0"), &range("n", 1, 200));
    check(&with("201", "1", "0"), &range("n", 1, 200));
    check(&with("1", "0", "0"), &range("min", 1, 1600));
    check(&with("1", "1601", "0"), &range("min", 1, 1600));
    check(&with("1", "1", "1000"), &range("draw", 0, 999));
    check(&with("-1", "1", "0"), &LinkFault::Malformed("n"));
    check(&with("+1", "1", "0"), &LinkFault::Malformed("n"));
    check(&with("1", "None", "0"), &LinkFault::Malformed("min"));
    check(&with("", "1", "0"), &LinkFault::Malformed("n"));
    check(&format!("{}&fp=abcdefgh", with("1", "1", "0")), &LinkFault::Malformed("fp"));
    check(&format!("{}&bank=c", with("1", "1", "0")), &LinkFault::Repeated("bank"));
    let topics: Vec<String> = (0..101).map(|n| format!("t{n}")).collect();
    check(&format!("{}&topics={}", with("1", "1", "0"), topics.join(",")), &LinkFault::TooLong);
}

#[test]
fn a_list_must_be_as_long_as_the_link_says() {
    let link = ExamLink {
        bank: BankId::parse("b").unwrap(),
        guide: GuideId::parse("g").unwrap(),
        fingerprint: None,
        draw: 0,
        seed: Seed::from_entropy(1),
        limit: None,
        reveals: false,
        paper: Paper::Listed((1..=9).map(QuestionNumber).collect()),
        title: String::new(),
        line: String::new(),
    };
    let text = link.to_string();
    check(&text.replace("&n=9&", "&n=8&"), &LinkFault::Malformed("q"));
    assert_eq!(ExamLink::parse(&text.replace("&n=9&", "&")), Ok(link), "the length may be left out");
}
