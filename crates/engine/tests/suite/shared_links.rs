//! Exam links that were shared: each opens the paper that it opened on the day it was made.

use crate::support::bank::Bank;
use crate::support::blessed;
use invigil_engine::draw::{DrawSpec, Pool, arrange, draw};
use invigil_engine::link::{ExamLink, Paper};
use std::fmt::Write as _;

/// Links as they were shared, each with the paper that it opens. A line is never changed: links must open for ever.
const SHARED: [&str; 8] = [
    "bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=65&min=130",
    "bank=dva&guide=dva-c02&fp=N9FV2B0A&draw=1&seed=0000000001&n=15&min=none&topics=topic-01,topic-07,topic-30",
    "bank=dva&guide=dva-c03&draw=0&seed=ZZZZZZZZZZ&n=10&min=20&way=reveal",
    "min=none&n=5&seed=k7q2m9xa4t&guide=dva-c02&bank=dva&topics=topic-01%2Ctopic-07&later=1",
    "bank=dva&guide=dva-c03&title=Week%203&line=Good%20luck%21&draw=1&seed=K7Q2M9XA4T&n=5&min=none",
    "bank=dva&guide=dva-c03&draw=1&seed=K7Q2M9XA4T&n=50&min=1600",
    "bank=dva&guide=dva-c02&draw=1&seed=K7Q2M9XA4T&n=1&min=1",
    "bank=dva&guide=dva-c03&draw=1&seed=K7Q2M9XA4T&n=9&min=none&q=Q-O2m-nDk08",
];

#[test]
fn links_of_version_1_open_for_ever() {
    let bank = Bank::usual();
    let mut text = String::new();
    for query in SHARED {
        let link = ExamLink::parse(query).unwrap_or_else(|fault| panic!("{query}: {fault:?}"));
        let selection = match &link.paper {
            Paper::Drawn { length, topics } => {
                let spec = DrawSpec {
                    guide: link.guide.clone(),
                    length: *length,
                    topics: topics.clone(),
                    seed: link.seed,
                    pool: Pool::Open,
                    only: None,
                };
                draw(&bank.index, &spec, None)
            }
            Paper::Listed(numbers) => arrange(&bank.index, &link.guide, numbers, link.seed),
        };
        let selection = selection.unwrap_or_else(|fault| panic!("{query}: {fault:?}"));
        let _ = writeln!(text, "{query}\n= {link}");
        let numbers: Vec<String> = selection.items.iter().map(|item| item.number.0.to_string()).collect();
        let _ = writeln!(text, "  {}", numbers.join(" "));
    }
    let golden = String::from_utf8(blessed("links-v1.txt", text.as_bytes())).unwrap();
    for (then, now) in golden.lines().zip(text.lines()) {
        assert_eq!(then, now, "a link that was shared would open another paper");
    }
    assert_eq!(golden.len(), text.len());
}
