//! The search, asked anything of anything: it answers, and what it answers is within what it was given.

use crate::support::cases;
use invigil_engine::packed::Packed as _;
use invigil_engine::search::{QuestionIndex, SearchIndex, SearchPage, SearchParagraph};
use proptest::prelude::*;

fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-e]{1,6}",
        "[A-C][a-c]{1,3}[A-C][a-c]{1,3}[0-9]{0,2}",
        "[a-c]{1,3}-[a-c]{1,3}",
        "[äöüßé\u{2011}'\u{2019}]{1,3}",
        Just("\u{130}x".to_owned()),
        "[ -~\u{2026}]{0,5}",
    ];
    prop::collection::vec(word, 0..14).prop_map(|words| words.join(" "))
}

fn page() -> impl Strategy<Value = SearchPage> {
    let paragraph = ("[ab]?", words(), words()).prop_map(|(anchor, heading, text)| SearchParagraph {
        anchor,
        heading,
        text,
    });
    let names = prop::collection::vec("[A-C]{1,3}", 0..3);
    (words(), names, prop::collection::vec(paragraph, 0..5))
        .prop_map(|(title, names, paragraphs)| SearchPage { title, names, paragraphs })
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn what_is_found_is_in_the_pages(
        pages in prop::collection::vec(page(), 0..4),
        synonyms in prop::collection::vec(prop::collection::vec("[a-c]{0,3}( [a-c]{1,3}){0,2}", 0..3), 0..3),
        query in words(),
        most in 0_usize..4,
    ) {
        let index = SearchIndex::build(&pages, &synonyms);
        prop_assert_eq!(SearchIndex::from_bytes(&index.to_bytes()), Some(index.clone()));
        let found = index.find(&query, most);
        prop_assert!(found.len() <= most);
        for hit in found {
            let page = &pages[usize::from(hit.page)];
            let shown: String = hit.snippet.iter().map(|piece| piece.0.as_str()).collect();
            let shown = shown.strip_prefix("\u{2026} ").unwrap_or(&shown);
            let shown = shown.strip_suffix(" \u{2026}").unwrap_or(shown);
            let sound = page.paragraphs.iter().any(|paragraph| {
                paragraph.anchor == hit.anchor && paragraph.heading == hit.heading && paragraph.text.contains(shown)
            });
            prop_assert!(sound || page.paragraphs.is_empty(), "{:?}", hit);
        }
    }

    #[test]
    fn only_questions_that_were_seen_are_found(
        questions in prop::collection::vec((0_u32..9, words()), 0..9),
        seen in prop::collection::vec(0_u32..12, 0..6),
        query in words(),
    ) {
        let index = QuestionIndex::build(&questions);
        prop_assert_eq!(QuestionIndex::from_bytes(&index.to_bytes()), Some(index.clone()));
        let found = index.find(&query, &seen, 5);
        prop_assert!(found.len() <= 5);
        for number in found {
            prop_assert!(seen.contains(&number) && questions.iter().any(|question| question.0 == number));
        }
    }

    #[test]
    fn any_bytes_are_an_index_or_none(
        bytes in prop::collection::vec(prop_oneof![0_u8..9, b'a'..=b'c', any::<u8>()], 0..200),
        query in words(),
    ) {
        if let Some(index) = SearchIndex::from_bytes(&bytes) {
            let _ = index.find(&query, 9);
        }
        if let Some(index) = QuestionIndex::from_bytes(&bytes) {
            let _ = index.find(&query, &[0, 1, 2, 97], 9);
        }
    }

    #[test]
    fn an_altered_index_answers_or_is_none(
        questions in prop::collection::vec((0_u32..9, words()), 1..9),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        query in words(),
    ) {
        let mut bytes = QuestionIndex::build(&questions).to_bytes();
        for (place, byte) in changes {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(index) = QuestionIndex::from_bytes(&bytes) {
            let found = index.find(&query, &[1, 2, 3], 9);
            prop_assert!(found.iter().all(|number| [1, 2, 3].contains(number)));
        }
    }
}
