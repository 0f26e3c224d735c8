//! Properties of what is stored: damage is noticed, histories and backups merge, papers come back, and no decoder
//! panics on any bytes.

use crate::support::bank::Bank;
use crate::support::cases;
use base64ct::{Base64UrlUnpadded, Encoding as _};
use invigil_engine::bank::Catalogue;
use invigil_engine::bank::wire::{Part, PartFault, Record, Records, decode_index};
use invigil_engine::bank::{Question, Reasons};
use invigil_engine::draw::{DrawSpec, Pool, draw};
use invigil_engine::exposure::{Exposure, Exposures, FirstAnswer, SeenIn};
use invigil_engine::form::Form;
use invigil_engine::ids::Fingerprint;
use invigil_engine::ids::{BankId, GuideId, QuestionNumber, SittingId};
use invigil_engine::objection::Objection;
use invigil_engine::seed::Seed;
use invigil_engine::store::backup::{Backup, merge_results};
use invigil_engine::store::history::{read_exposures, write_exposures};
use invigil_engine::store::v1::{ResultV1, SettingsV1, SittingV1};
use invigil_engine::store::{ArchiveKey, Slot, choose, encode};
use invigil_engine::time::UnixMillis;
use proptest::prelude::*;

fn exposure() -> impl Strategy<Value = Exposure> {
    let answer = prop_oneof![Just(FirstAnswer::Right), Just(FirstAnswer::Wrong), Just(FirstAnswer::None)];
    let seen_in = prop_oneof![Just(SeenIn::Timed), Just(SeenIn::Untimed)];
    // Few moments, so that equal ones are met.
    let moment = || (1_i64..20).prop_map(UnixMillis);
    (moment(), 1_u16..4, answer, seen_in, moment(), prop::option::of(moment())).prop_map(
        |(first, revision, answer, seen_in, last, reasons)| Exposure {
            first,
            revision,
            answer,
            seen_in,
            last,
            reasons,
        },
    )
}

fn objection() -> impl Strategy<Value = Objection> {
    (0_i64..6, 1_u16..4, any::<bool>()).prop_map(|(at, revision, stands)| Objection {
        at: UnixMillis(at),
        revision,
        stands,
    })
}

fn exposures() -> impl Strategy<Value = Exposures> {
    let rows = prop::collection::vec((0_u32..12, exposure()), 0..20);
    let words = prop::collection::vec((0_u32..12, objection()), 0..8);
    (rows, words).prop_map(|(rows, words)| {
        let mut exposures = Exposures::default();
        for (number, seen) in rows {
            exposures.add(QuestionNumber(number), seen);
        }
        for (number, word) in words {
            exposures.objections.add(QuestionNumber(number), word);
        }
        exposures
    })
}

fn merged(a: &Exposures, b: &Exposures) -> Exposures {
    let mut joined = a.clone();
    joined.merge(b);
    joined
}

/// An attempt's result: what it says follows from its id, as no two results of one attempt differ.
fn result(number: u64) -> ResultV1 {
    let right = u32::try_from(number % 66).unwrap();
    ResultV1 {
        id: SittingId::new(UnixMillis(1_797_325_200_000), number),
        ended: UnixMillis(1_797_325_200_000 + i64::try_from(number % 5).unwrap()),
        bank: BankId::parse("dva").unwrap(),
        guide: GuideId::parse("dva-c03").unwrap(),
        all: (right, 65),
        scored: (right.min(50), 50),
        band: (100, 1000),
        seconds: 1,
        expired: number.is_multiple_of(3),
        before: number.is_multiple_of(7).then_some(right / 2),
    }
}

fn results() -> impl Strategy<Value = Vec<ResultV1>> {
    prop::collection::btree_set(0_u64..60, 0..40)
        .prop_map(|set| merge_results(&[], &set.into_iter().map(result).collect::<Vec<_>>(), 200))
}

fn backup() -> impl Strategy<Value = Backup> {
    let archive = prop::collection::btree_map("(form|attempt)/[0-9a-f]{19}", ".{0,40}", 0..6);
    (results(), archive, any::<bool>()).prop_map(|(results, archive, keys_off)| {
        let settings = SettingsV1 { keys_off, ..SettingsV1::default() };
        Backup::new(settings, results, None, archive.into_iter().collect())
    })
}

fn form(length: u32, entropy: u64) -> Form {
    let bank = Bank::of(160);
    let spec = DrawSpec {
        guide: crate::support::bank::guide("dva-c03"),
        length,
        topics: Vec::new(),
        seed: Seed::from_entropy(entropy),
        pool: Pool::Open,
        only: None,
    };
    let selection = draw(&bank.index, &spec, None).unwrap();
    let (_, guide) = bank.index.guide(&spec.guide).unwrap();
    Form::assemble(bank.shelf(), guide, &[], spec.seed, false, &selection).unwrap()
}

/// A chunk that opens gives each record that its table names, or none.
fn check_any<T: Record>(part: Part, print: Fingerprint, bytes: &[u8]) {
    if let Ok(records) = Records::<T>::open(part, print, bytes) {
        for number in records.numbers().take(100).collect::<Vec<_>>() {
            assert!(records.get(number).is_none_or(|record| record.number() == number));
        }
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn one_changed_sign_never_gives_another_record(
        content in ".{0,60}", sequence in 1_u64..1_000_000, place in any::<prop::sample::Index>(), sign in any::<char>(),
    ) {
        let (older, newer) = (encode(sequence - 1, "older"), encode(sequence, &content));
        let mut signs: Vec<char> = newer.chars().collect();
        let at = place.index(signs.len());
        prop_assume!(signs[at] != sign);
        signs[at] = sign;
        let changed: String = signs.into_iter().collect();
        let found = choose([Some(&changed), Some(&older)]);
        let served = found.content.clone().map(|(_, text)| text);
        // A figure of the checksum may be written in another way that means the same: then the content is whole.
        let whole = served.as_deref() == Some(content.as_str()) && found.damaged.is_empty();
        let noticed = served.as_deref() == Some("older") && (found.newer || found.damaged == [changed.clone()]);
        prop_assert!(whole || noticed, "{} gave {:?}", changed, found);
        prop_assert_eq!(choose([Some(&older), Some(&changed)]).content, found.content);
    }

    #[test]
    fn a_torn_write_is_noticed_and_the_older_slot_serves(content in ".{1,60}", cut in any::<prop::sample::Index>()) {
        let (older, newer) = (encode(41, "older"), encode(42, &content));
        let ends: Vec<usize> = newer.char_indices().map(|(at, _)| at).collect();
        let torn = &newer[..ends[cut.index(ends.len())]];
        let found = choose([Some(torn), Some(&older)]);
        prop_assert_eq!(found.content, Some((41, "older".to_owned())), "{}", torn);
        prop_assert_eq!(found.damaged, [torn.to_owned()]);
    }

    #[test]
    fn any_two_texts_in_the_slots_are_judged(a in ".{0,60}", b in "[0-9]{1,3}\\.[0-9]{1,4}\\.[0-9a-f]{16}\\..{0,20}") {
        let found = choose([Some(&a), Some(&b)]);
        prop_assert!(found.content.is_none() && found.damaged.len() + usize::from(found.newer) >= 1);
    }

    #[test]
    fn histories_merge_in_any_order_and_any_number_of_times(a in exposures(), b in exposures(), c in exposures()) {
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
        prop_assert_eq!(merged(&a, &a), a.clone());
        prop_assert_eq!(merged(&merged(&a, &b), &b), merged(&a, &b));
        prop_assert!(merged(&a, &b).len() >= a.len().max(b.len()), "nothing is lost");
    }

    #[test]
    fn a_history_reads_as_it_was_written(history in exposures()) {
        prop_assert_eq!(read_exposures(&write_exposures(&history)), (history, 0));
    }

    #[test]
    fn any_text_is_read_as_a_history(text in "[0-9rwntuo.;-]{0,200}|.{0,60}") {
        let (history, torn) = read_exposures(&text);
        let rows = text.split(';').filter(|row| !row.is_empty()).count();
        let read = history.len() + history.objections.iter().count();
        prop_assert!(read + torn <= rows && (rows == 0 || read + torn > 0));
        prop_assert_eq!(read_exposures(&write_exposures(&history)), (history, 0));
    }

    #[test]
    fn results_merge_in_any_order_and_twice_is_once(a in results(), b in results(), most in 1_usize..60) {
        let joined = merge_results(&a, &b, most);
        prop_assert_eq!(&joined, &merge_results(&b, &a, most));
        prop_assert_eq!(&joined, &merge_results(&joined, &b, most));
        prop_assert!(joined.len() <= most);
        prop_assert!(joined.windows(2).all(|two| two[0].ended >= two[1].ended), "newest first");
        let kept_all = joined.len() < most;
        prop_assert!(!kept_all || a.iter().chain(&b).all(|result| joined.contains(result)));
    }

    #[test]
    fn a_backup_reads_as_it_was_written(backup in backup()) {
        let text = backup.to_text();
        prop_assert_eq!(Backup::parse(&text), Ok(backup.clone()));
        prop_assert_eq!(Backup::parse(&text).unwrap().to_text(), text);
    }

    #[test]
    fn a_backup_cut_short_is_refused(backup in backup(), cut in any::<prop::sample::Index>()) {
        let text = backup.to_text();
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        prop_assert!(Backup::parse(&text[..ends[cut.index(ends.len())]]).is_err());
    }

    #[test]
    fn any_text_is_a_backup_a_catalogue_or_a_key_or_refused(text in ".{0,120}|[\\[\\]{}\":,a-z0-9]{0,120}") {
        prop_assert!(Backup::parse(&text).is_err());
        prop_assert!(Catalogue::parse(&text).is_err());
        if let Some(key) = ArchiveKey::parse(&text) {
            prop_assert_eq!(key.to_string(), text);
        }
    }

    #[test]
    fn any_bytes_are_a_paper_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), text in ".{0,60}") {
        let _ = Form::from_record(&text);
        if let Some(form) = Form::from_record(&Base64UrlUnpadded::encode_string(&bytes)) {
            prop_assert_eq!(Form::from_record(&form.to_record()), Some(form));
        }
    }

    #[test]
    fn any_bytes_are_a_part_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let bank = Bank::of(2);
        let print = bank.entry.fingerprint;
        prop_assert_eq!(decode_index(print, &bytes), Err(PartFault::Unreadable));
        for part in Bank::parts() {
            let mut headed = bank.part(part);
            headed.truncate(17);
            headed.extend(&bytes);
            // Any answer will do, but one there must be.
            let _ = decode_index(print, &headed);
            check_any::<Question>(part, print, &headed);
            check_any::<Reasons>(part, print, &headed);
        }
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_paper_comes_back_from_its_record(length in 1_u32..=65, entropy in any::<u64>()) {
        let form = form(length, entropy);
        prop_assert_eq!(Form::from_record(&form.to_record()), Some(form));
    }

    #[test]
    fn an_altered_paper_is_sound_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let record = form(10, 3).to_record();
        let mut bytes = Base64UrlUnpadded::decode_vec(&record).unwrap();
        for (place, byte) in changes {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(form) = Form::from_record(&Base64UrlUnpadded::encode_string(&bytes)) {
            for item in &form.items {
                let options: Vec<_> = item.question.options.iter().map(|choice| choice.id).collect();
                let mut order = item.order.clone();
                order.sort_unstable();
                prop_assert_eq!(order, options);
                prop_assert!(item.question.wanted() > 0);
                prop_assert!(item.domain.is_none_or(|domain| usize::from(domain) < form.guide.domains.len()));
            }
        }
    }
}

#[test]
fn a_paper_with_an_option_twice_is_refused() {
    let mut form = form(3, 1);
    let item = std::rc::Rc::make_mut(&mut form.items[0]);
    item.question.options[1].id = item.question.options[0].id;
    item.order = item.question.options.iter().map(|choice| choice.id).collect();
    assert_eq!(Form::from_record(&form.to_record()), None);
}

#[test]
fn a_sitting_goes_only_on_its_own_paper() {
    let (one, other) = (std::rc::Rc::new(form(10, 1)), std::rc::Rc::new(form(10, 2)));
    let id = SittingId::parse("019aa0b1c2d0000abcd").unwrap();
    let sitting = invigil_engine::sitting::Sitting::start(id, one, None, UnixMillis(5));
    let stored = SittingV1::from_sitting(&sitting, UnixMillis(5), invigil_engine::time::DurationMs(0));
    assert_eq!(stored.on_form(other), None);
}

#[test]
fn absurd_numbers_in_a_guide_overflow_nothing() {
    let mut bank = Bank::of(60);
    let guide = &mut bank.index.guides[1];
    guide.format.minutes = invigil_engine::time::Minutes(i32::MAX);
    guide.format.extra_minutes = invigil_engine::time::Minutes(i32::MAX);
    for domain in &mut guide.domains {
        domain.weight = u32::MAX;
    }
    guide.quotas.difficulty = [u32::MAX; 3];
    guide.quotas.multiple_most = u32::MAX;
    for cell in bank.index.entries.iter_mut().flat_map(|entry| &mut entry.cells) {
        cell.task = Some(u8::MAX);
    }
    bank.release();
    let mut shell = crate::support::shell::Shell::fresh(&crate::support::shell::Site::of(bank));
    shell.visit("#/setup");
    assert!(shell.setup().most > 20);
    shell.send(invigil_engine::app::Event::SetupStarted);
    let _ = shell.view();
}

#[test]
fn writes_take_turns_and_reading_takes_the_newer() {
    for sequence in 0..6_u64 {
        let text = encode(sequence, "x");
        let both =
            if Slot::of(sequence) == Slot::A { [Some(text.as_str()), None] } else { [None, Some(&*text)] };
        assert_eq!(choose(both).content, Some((sequence, "x".to_owned())));
    }
}
