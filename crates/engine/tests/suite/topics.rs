//! How many questions each topic can give, counted together.

use crate::support::bank::{Bank, guide};
use crate::support::mix;
use invigil_engine::bank::Topic;
use invigil_engine::draw::{DrawSpec, Pool, available, available_by_topic};
use invigil_engine::exposure::Exposures;
use invigil_engine::ids::QuestionNumber;
use invigil_engine::objection::Objection;
use invigil_engine::seed::Seed;
use invigil_engine::time::UnixMillis;

#[test]
fn topics_counted_together_have_what_each_has_alone() {
    for round in 0..50_u64 {
        let mut bank = Bank::usual();
        let lot = |step: u64| usize::try_from(mix(round * 100_000 + step)).unwrap_or(usize::MAX);
        let index = bank.index.clone();
        let numbers: Vec<QuestionNumber> = index.entries.iter().map(|entry| entry.number).collect();
        for (place, entry) in (0..).zip(&mut bank.index.entries) {
            // Most enemies are of one topic.
            let beside = index.entries.iter().filter(|other| index.topic_of(other) == index.topic_of(entry));
            let beside: Vec<QuestionNumber> = beside.map(|other| other.number).collect();
            let among = if lot(place * 10) % 4 == 0 { &numbers } else { &beside };
            let enemy = |step| among[lot(place * 10 + step) % among.len()];
            entry.enemies = (1..=place % 4).map(enemy).filter(|enemy| *enemy != entry.number).collect();
        }
        let mut objecting = Exposures::default();
        for step in 0..20 {
            let word = Objection { at: UnixMillis(1), revision: 1, stands: true };
            objecting.objections.add(numbers[lot(99_000 + step) % numbers.len()], word);
        }
        for (id, history) in [("dva-c02", None), ("dva-c03", None), ("dva-c03", Some(&objecting))] {
            let alone = |topic: &Topic| {
                let asked = DrawSpec {
                    guide: guide(id),
                    length: 1,
                    topics: vec![topic.id.clone()],
                    seed: Seed::from_entropy(0),
                    pool: Pool::Open,
                    only: None,
                };
                available(&bank.index, &asked, history)
            };
            let expected: Vec<u32> = bank.index.topics.iter().map(alone).collect();
            assert_eq!(available_by_topic(&bank.index, &guide(id), history), expected, "{id} {round}");
        }
    }
}
