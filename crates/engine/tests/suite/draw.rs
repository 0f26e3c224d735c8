//! The draw over many seeds: what a guide commands, what it wishes, and that a link gives the same paper for ever.

use crate::support::bank::{Bank, guide, topic_id};
use crate::support::{blessed, mix};
use invigil_engine::bank::{BankIndex, Blueprint, Difficulty, Entry, Kind, Tier};
use invigil_engine::draw::{
    DrawError, DrawSpec, Drawn, Pool, Selection, arrange, available, draw, option_order, seats,
};
use invigil_engine::exposure::{Exposure, Exposures, FirstAnswer, SeenIn};
use invigil_engine::ids::{OptionId, QuestionNumber, TopicId};
use invigil_engine::seed::Seed;
use invigil_engine::time::UnixMillis;
use std::collections::BTreeSet;
use std::fmt::Write as _;

const SEEDS: u64 = 10_000;
const LENGTHS: [u32; 6] = [65, 50, 30, 20, 10, 5];

fn spec(id: &str, length: u32, topics: &[TopicId], entropy: u64) -> DrawSpec {
    DrawSpec {
        guide: guide(id),
        length,
        topics: topics.to_vec(),
        seed: Seed::from_entropy(mix(entropy)),
        pool: Pool::Open,
        only: None,
    }
}

fn entries<'a>(index: &'a BankIndex, selection: &Selection) -> Vec<&'a Entry> {
    selection.items.iter().map(|item| index.entry(item.number).unwrap()).collect()
}

fn numbers(selection: &Selection) -> Vec<QuestionNumber> {
    selection.items.iter().map(|item| item.number).collect()
}

fn of_domain(selection: &Selection, domain: usize) -> Vec<Drawn> {
    selection.items.iter().copied().filter(|item| item.domain.map(usize::from) == Some(domain)).collect()
}

/// What holds for every paper, whatever was asked for.
#[track_caller]
fn check_sound(index: &BankIndex, spec: &DrawSpec, selection: &Selection) {
    let (place, _) = index.guide(&spec.guide).unwrap();
    let entries = entries(index, selection);
    assert_eq!(entries.len(), usize::try_from(spec.length).unwrap(), "{spec:?}");
    let distinct: BTreeSet<_> = numbers(selection).into_iter().collect();
    assert_eq!(distinct.len(), entries.len(), "no repeats: {spec:?}");
    for (entry, item) in entries.iter().zip(&selection.items) {
        assert!(!entry.sealed && entry.tier == Tier::Exam, "{:?} {spec:?}", entry.number);
        assert_eq!(item.domain, Some(entry.cell(place).unwrap().domain), "{spec:?}");
        let met = entry.enemies.iter().find(|enemy| distinct.contains(enemy));
        assert_eq!(met, None, "{:?} meets an enemy: {spec:?}", entry.number);
        let topic = &index.topic_of(entry).unwrap().id;
        assert!(spec.topics.is_empty() || spec.topics.contains(topic), "{topic} {spec:?}");
    }
}

/// What the guide commands, where the bank is rich enough.
#[track_caller]
fn check_counts(guide: &Blueprint, spec: &DrawSpec, selection: &Selection) {
    let weights: Vec<u32> = guide.domains.iter().map(|domain| domain.weight).collect();
    let counts: Vec<usize> = (0..weights.len()).map(|domain| of_domain(selection, domain).len()).collect();
    let wanted: Vec<usize> =
        seats(&weights, spec.length).into_iter().map(|n| usize::try_from(n).unwrap()).collect();
    assert_eq!(counts, wanted, "{spec:?}");
    assert_eq!(selection.deviations, [], "{spec:?}");
    let scored = |items: &[Drawn]| u32::try_from(items.iter().filter(|item| item.scored).count()).unwrap();
    let wanted = if spec.length == 65 { 50 } else { spec.length };
    assert_eq!(scored(&selection.items), wanted, "{spec:?}");
    let by_domain: Vec<u32> =
        (0..weights.len()).map(|domain| scored(&of_domain(selection, domain))).collect();
    assert_eq!(by_domain, seats(&weights, wanted), "scored a domain: {spec:?}");
}

/// Tasks of a domain get as many questions as each other, within one.
#[track_caller]
fn check_tasks(index: &BankIndex, spec: &DrawSpec, selection: &Selection) {
    let (place, guide) = index.guide(&spec.guide).unwrap();
    for (domain, described) in guide.domains.iter().enumerate() {
        let mut counts = vec![0; described.tasks.len()];
        for item in of_domain(selection, domain) {
            let task = index.entry(item.number).unwrap().cell(place).unwrap().task;
            if let Some(task) = task {
                counts[usize::from(task)] += 1;
            }
        }
        let spread = counts.iter().max().copied().unwrap_or(0) - counts.iter().min().copied().unwrap_or(0);
        assert!(spread <= 1, "tasks of domain {domain}: {counts:?} {spec:?}");
    }
}

/// How far a paper is from the guide's wishes: questions of a difficulty, and of multiple response.
fn misses(index: &BankIndex, guide: &Blueprint, selection: &Selection) -> (u32, u32) {
    let entries = entries(index, selection);
    let length = u32::try_from(entries.len()).unwrap();
    let count = |wanted: &dyn Fn(&Entry) -> bool| {
        u32::try_from(entries.iter().filter(|entry| wanted(entry)).count()).unwrap()
    };
    let goals = seats(&guide.quotas.difficulty, length);
    let rated = [Difficulty::Easy, Difficulty::Medium, Difficulty::Hard];
    let worst =
        rated.iter().zip(goals).map(|(rate, goal)| count(&|entry| entry.difficulty == *rate).abs_diff(goal));
    let multiple = count(&|entry| entry.kind == Kind::Multiple);
    let least = (guide.quotas.multiple_least * length).div_ceil(100);
    let most = (guide.quotas.multiple_most * length / 100).max(least);
    let off = least.saturating_sub(multiple).max(multiple.saturating_sub(most));
    (worst.max().unwrap_or(0), off)
}

fn over_seeds(id: &str) {
    let bank = Bank::usual();
    let (_, guide) = bank.index.guide(&guide(id)).unwrap();
    for seed in 0..SEEDS {
        let length = LENGTHS[usize::try_from(seed % 6).unwrap()];
        let spec = spec(id, length, &[], seed);
        let selection = draw(&bank.index, &spec, None).unwrap();
        check_sound(&bank.index, &spec, &selection);
        check_counts(guide, &spec, &selection);
        check_tasks(&bank.index, &spec, &selection);
        let (difficulty, multiple) = misses(&bank.index, guide, &selection);
        assert!(difficulty <= 1 && multiple == 0, "{difficulty} {multiple} {spec:?}");
    }
}

#[test]
fn ten_thousand_papers_of_the_guide_with_tasks_are_as_it_commands() {
    over_seeds("dva-c02");
}

#[test]
fn ten_thousand_papers_of_the_guide_without_tasks_are_as_it_commands() {
    over_seeds("dva-c03");
}

#[test]
fn papers_of_chosen_topics_hold_nothing_else() {
    let bank = Bank::usual();
    for seed in 0..1200_u64 {
        let chosen = 2 + seed % 9;
        let topics: Vec<TopicId> = (0..chosen)
            .map(|step| topic_id(u32::try_from((seed * 7 + step * 3) % 40).unwrap()))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        for id in ["dva-c02", "dva-c03"] {
            let asked = spec(id, 200, &topics, seed);
            let most = available(&bank.index, &asked, None);
            assert!(most > 0);
            let too_many = DrawSpec { length: most + 1, ..asked.clone() };
            assert_eq!(
                draw(&bank.index, &too_many, None),
                Err(DrawError::TooFew { available: most, wanted: most + 1 }),
                "the true number is told"
            );
            for length in [most, most / 2 + 1, 1] {
                let spec = DrawSpec { length, ..asked.clone() };
                let selection = draw(&bank.index, &spec, None).unwrap();
                check_sound(&bank.index, &spec, &selection);
                assert!(selection.items.iter().all(|item| item.scored), "a drill of topics counts whole");
            }
        }
    }
}

#[test]
fn a_sealed_mock_holds_sealed_questions_alone() {
    let bank = Bank::usual();
    for seed in 0..100 {
        let spec = DrawSpec { pool: Pool::Sealed, ..spec("dva-c03", 10, &[], seed) };
        let selection = draw(&bank.index, &spec, None).unwrap();
        assert!(entries(&bank.index, &selection).iter().all(|entry| entry.sealed));
    }
}

#[test]
fn the_same_spec_gives_the_same_paper_and_another_seed_another_one() {
    let (bank, again) = (Bank::usual(), Bank::usual());
    let mut papers = BTreeSet::new();
    for seed in 0..500 {
        let spec = spec("dva-c03", 65, &[], seed);
        let paper = draw(&bank.index, &spec, None);
        assert_eq!(paper, draw(&again.index, &spec, None));
        papers.insert(numbers(&paper.unwrap()));
    }
    assert_eq!(papers.len(), 500);
}

#[test]
fn a_list_of_the_same_questions_gives_the_same_order() {
    let bank = Bank::usual();
    for (seed, id) in (0..1000).flat_map(|seed| [(seed, "dva-c02"), (seed, "dva-c03")]) {
        let spec = spec(id, LENGTHS[usize::try_from(seed % 6).unwrap()], &[], seed);
        let drawn = draw(&bank.index, &spec, None).unwrap();
        let mut listed = numbers(&drawn);
        listed.sort_unstable();
        let arranged = arrange(&bank.index, &spec.guide, &listed, spec.seed).unwrap();
        assert_eq!(arranged.items, drawn.items, "order, domains and what counts: {spec:?}");
        listed.reverse();
        assert_eq!(arrange(&bank.index, &spec.guide, &listed, spec.seed), Ok(arranged));
    }
}

#[test]
fn a_list_is_held_against_the_bank() {
    let bank = Bank::usual();
    let index = &bank.index;
    let seed = Seed::from_entropy(1);
    let open = index.entries.iter().find(|entry| !entry.sealed).unwrap().number;
    let sealed = index.entries.iter().find(|entry| entry.sealed).unwrap().number;
    let absent = QuestionNumber(999_999);
    let c03 = guide("dva-c03");
    let check = |listed: &[QuestionNumber], expected: DrawError| {
        assert_eq!(arrange(index, &c03, listed, seed), Err(expected));
    };
    check(&[], DrawError::TooFew { available: 0, wanted: 0 });
    check(&[open, absent], DrawError::UnknownQuestion(absent));
    check(&[open, sealed], DrawError::SealedQuestion(sealed));
    check(&[open, open], DrawError::Repeated(open));
    let nowhere = guide("soa-c03");
    assert_eq!(arrange(index, &nowhere, &[open], seed), Err(DrawError::UnknownGuide(nowhere)));
}

#[test]
fn all_that_are_said_to_be_available_can_be_drawn_however_enemies_stand() {
    for round in 0..400_u64 {
        let mut bank = Bank::of(30);
        let numbers: Vec<QuestionNumber> = bank.index.entries.iter().map(|entry| entry.number).collect();
        for (place, entry) in (0..).zip(&mut bank.index.entries) {
            let lot = |step: u64| mix(round * 1000 + place * 10 + step);
            let enemy = |step| numbers[usize::try_from(lot(step) % 30).unwrap()];
            entry.enemies = (1..=lot(0) % 4).map(enemy).filter(|enemy| *enemy != entry.number).collect();
        }
        for id in ["dva-c02", "dva-c03"] {
            let asked = spec(id, 200, &[], round);
            let most = available(&bank.index, &asked, None);
            for length in 1..=most {
                let spec = DrawSpec { length, ..asked.clone() };
                let selection = draw(&bank.index, &spec, None)
                    .unwrap_or_else(|error| panic!("{error:?} {spec:?} of {most}"));
                check_sound(&bank.index, &spec, &selection);
            }
        }
    }
}

#[test]
fn what_the_bank_does_not_have_is_named() {
    let bank = Bank::usual();
    let check = |spec: &DrawSpec, expected: DrawError| {
        assert_eq!(draw(&bank.index, spec, None), Err(expected));
    };
    let nowhere = TopicId::parse("nowhere").unwrap();
    check(&spec("soa-c03", 5, &[], 1), DrawError::UnknownGuide(guide("soa-c03")));
    check(&spec("dva-c03", 5, std::slice::from_ref(&nowhere), 1), DrawError::UnknownTopic(nowhere));
    let none = draw(&bank.index, &spec("dva-c03", 0, &[], 1), None);
    assert!(matches!(none, Err(DrawError::TooFew { available: 200.., wanted: 0 })), "{none:?}");
    let small = Bank::of(12);
    let mock = spec("dva-c02", 65, &[], 1);
    let most = available(&small.index, &mock, None);
    assert_eq!(draw(&small.index, &mock, None), Err(DrawError::TooFew { available: most, wanted: 65 }));
    assert!((4..12).contains(&most), "sealed, foundation and enemies are not counted: {most}");
}

#[test]
fn a_small_bank_says_where_its_weights_fail() {
    let bank = Bank::of(60);
    let mut told = 0;
    for seed in 0..200 {
        let spec = spec("dva-c03", 38, &[], seed);
        let selection = draw(&bank.index, &spec, None).unwrap();
        check_sound(&bank.index, &spec, &selection);
        let wanted = seats(&[30, 26, 22, 22], 38);
        for (domain, wanted) in wanted.into_iter().enumerate() {
            let got = u32::try_from(of_domain(&selection, domain).len()).unwrap();
            let said = selection.deviations.iter().find(|deviation| usize::from(deviation.domain) == domain);
            assert_eq!(said.map(|d| (d.wanted, d.got)), (wanted != got).then_some((wanted, got)), "{spec:?}");
            told += u32::from(said.is_some());
        }
    }
    assert!(told > 0, "the bank is too rich for this test");
}

#[test]
fn one_more_question_disturbs_few_seats() {
    let (before, after) = (Bank::of(320), Bank::of(321));
    let newest = after.index.entries.last().unwrap();
    assert!(!newest.sealed && newest.tier == Tier::Exam && newest.cells.len() == 2, "it can be drawn");
    let mut lost = 0;
    let mut worst = 0;
    for seed in 0..1000 {
        let spec = spec("dva-c03", 65, &[], seed);
        let old: BTreeSet<_> = numbers(&draw(&before.index, &spec, None).unwrap()).into_iter().collect();
        let new: BTreeSet<_> = numbers(&draw(&after.index, &spec, None).unwrap()).into_iter().collect();
        let gone = old.difference(&new).count();
        lost += gone;
        worst = worst.max(gone);
    }
    // A fair draw gives the newcomer a seat in about one of four papers; swaps for the quotas follow from some.
    assert!(lost < 700, "{lost} seats of 65,000 changed");
    assert!(worst <= 12, "{worst} seats of one paper changed");
    assert!(lost > 50, "the newcomer is drawn at times: {lost}");
}

#[test]
fn a_paper_does_not_ask_one_objective_twice_before_others_were_asked() {
    let bank = Bank::usual();
    for seed in 0..300 {
        let spec = spec("dva-c03", 20, &[], seed);
        let selection = draw(&bank.index, &spec, None).unwrap();
        let objectives: BTreeSet<u16> =
            entries(&bank.index, &selection).iter().map(|entry| entry.objective).collect();
        // The quotas' swaps may bring an objective twice; the choice itself does not.
        assert!(objectives.len() >= 17, "{} objectives: {spec:?}", objectives.len());
    }
}

fn seen(at: i64) -> Exposure {
    Exposure {
        first: UnixMillis(at),
        revision: 1,
        answer: FirstAnswer::Right,
        seen_in: SeenIn::Timed,
        last: UnixMillis(at),
        reasons: None,
    }
}

#[test]
fn a_personal_draw_prefers_the_unseen() {
    let bank = Bank::usual();
    for seed in 0..60 {
        let mut history = Exposures::default();
        let mut drawn = BTreeSet::new();
        for round in 0..3_u64 {
            let spec = spec("dva-c03", 50, &[], seed * 10 + round);
            let selection = draw(&bank.index, &spec, Some(&history)).unwrap();
            check_sound(&bank.index, &spec, &selection);
            let again = numbers(&selection).iter().filter(|number| drawn.contains(*number)).count();
            assert_eq!(again, 0, "round {round}: there are unseen ones enough");
            for number in numbers(&selection) {
                history.add(number, seen(i64::try_from(round).unwrap() * 1000 + 1));
                drawn.insert(number);
            }
        }
    }
}

#[test]
fn a_personal_draw_takes_those_seen_longest_ago_next() {
    let bank = Bank::usual();
    let mut history = Exposures::default();
    for (place, entry) in bank.index.entries.iter().enumerate() {
        history.add(entry.number, seen(if place % 2 == 0 { 5_000 } else { 9_000 }));
    }
    for seed in 0..60 {
        let selection = draw(&bank.index, &spec("dva-c03", 30, &[], seed), Some(&history)).unwrap();
        let recent = numbers(&selection)
            .iter()
            .filter(|number| history.last_seen(**number) == Some(UnixMillis(9_000)))
            .count();
        assert_eq!(recent, 0, "seed {seed}");
    }
}

#[test]
fn options_stand_in_an_order_of_their_own_unless_it_is_fixed() {
    let bank = Bank::usual();
    let mut moved = 0;
    for question in &bank.questions {
        let sources: Vec<_> = question.options.iter().map(|choice| choice.id).collect();
        let order = option_order(question, Seed::from_entropy(7));
        let mut sorted = order.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, sources);
        assert!(!question.fixed_order || order == sources, "{:?}", question.number);
        moved += u32::from(order != sources);
    }
    assert!(bank.questions.iter().any(|question| question.fixed_order));
    assert!(moved > 250, "{moved}");
}

/// A paper as text: its questions with the order of their options, and a star where one does not count.
fn written(bank: &Bank, spec: &DrawSpec, selection: &Selection) -> String {
    let mut text = format!("{} n={} seed={}", spec.guide, spec.length, spec.seed);
    for topic in &spec.topics {
        let _ = write!(text, " {topic}");
    }
    text.push('\n');
    for item in &selection.items {
        let order = option_order(bank.question(item.number), spec.seed);
        let letters: String = order.into_iter().map(OptionId::letter).collect();
        let domain = item.domain.map_or(0, |domain| domain + 1);
        let star = if item.scored { "" } else { " *" };
        let _ = writeln!(text, "  {} {letters} {domain}{star}", item.number.0);
    }
    text
}

#[test]
fn papers_are_frozen_by_golden_vectors() {
    let bank = Bank::usual();
    let some: Vec<TopicId> = (0..40).step_by(3).map(topic_id).collect();
    let few = [topic_id(1), topic_id(17)];
    let specs = [
        spec("dva-c02", 65, &[], 1),
        spec("dva-c03", 65, &[], 2),
        spec("dva-c02", 50, &[], 3),
        spec("dva-c03", 50, &[], 4),
        spec("dva-c02", 30, &[], 5),
        spec("dva-c03", 20, &some, 6),
        spec("dva-c02", 10, &few, 7),
        spec("dva-c03", 5, &[], 8),
        spec("dva-c03", 65, &some, 9),
        spec("dva-c02", 120, &[], 10),
    ];
    let now: String =
        specs.iter().map(|spec| written(&bank, spec, &draw(&bank.index, spec, None).unwrap())).collect();
    let golden = String::from_utf8(blessed("draw-v1.txt", now.as_bytes())).unwrap();
    let differing = golden.lines().zip(now.lines()).find(|(then, now)| then != now);
    assert_eq!(differing, None, "links already shared would give other papers: a new draw version is needed");
    assert_eq!(golden.len(), now.len());
}
