//! The words: every fault and message has a sentence of its own, and times read as people say them.

use super::{
    announcement, choose_hint, clock, draw_fault, duration, link_fault, minutes, notice, notice_is_alert,
    spoken_time, time_used,
};
use invigil_engine::app::{Announcement, FetchFault, Notice, PaperFault};
use invigil_engine::bank::wire::PartFault;
use invigil_engine::draw::DrawError;
use invigil_engine::ids::{GuideId, QuestionNumber, TopicId};
use invigil_engine::link::LinkFault;
use invigil_engine::store::backup::BackupFault;
use invigil_engine::store::check::Checked;
use invigil_engine::store::{LocalRecord, StorageFault};
use invigil_engine::time::{DurationMs, Minutes};
use std::collections::BTreeSet;
use wasm_bindgen_test::wasm_bindgen_test;

/// Each text is a sentence, and no two are the same.
#[track_caller]
fn check_sentences(texts: &[String]) {
    for text in texts {
        assert!(
            text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()),
            "begins as a sentence: {text}"
        );
        assert!(text.ends_with('.'), "ends in a full stop: {text}");
        assert_eq!(text.trim(), text);
        assert!(!text.contains("  ") && !text.contains('\n'), "one space between words: {text:?}");
    }
    let different: BTreeSet<&String> = texts.iter().collect();
    assert_eq!(different.len(), texts.len(), "each says something of its own: {texts:#?}");
}

const RECORDS: [LocalRecord; 3] = LocalRecord::ALL;
const STORAGE: [StorageFault; 3] = [StorageFault::Denied, StorageFault::Full, StorageFault::Broken];

fn notices() -> Vec<Notice> {
    let mut all = vec![
        Notice::TornLog(2),
        Notice::PaperLost,
        Notice::BankMissing(FetchFault::Unreachable),
        Notice::BankMissing(FetchFault::Missing),
        Notice::BankUnusable(PartFault::Unreadable),
        Notice::BankUnusable(PartFault::Newer),
        Notice::BankUnusable(PartFault::Mismatch),
        Notice::CatalogueUnusable,
        Notice::Away(DurationMs(125_000)),
        Notice::ClockSetBack,
        Notice::ExpiredWhileAway,
        Notice::LinkSent,
        Notice::NoLinkInText,
        Notice::UpdateDeferred,
        Notice::Checked(Checked { sound: 0, aside: 0, broken: Vec::new() }),
        Notice::Checked(Checked { sound: 12, aside: 0, broken: Vec::new() }),
        Notice::Checked(Checked { sound: 12, aside: 2, broken: vec!["form/1".to_owned()] }),
        Notice::NotChecked,
        Notice::BackupMade,
        Notice::BackupPartial,
        Notice::BackupNotMade,
        Notice::FileNotMade,
        Notice::BackupMerged(0),
        Notice::BackupMerged(1),
        Notice::BackupMerged(7),
        Notice::BackupRefused(BackupFault::Unreadable { line: 3, column: 14 }),
        Notice::BackupRefused(BackupFault::NotABackup),
        Notice::BackupRefused(BackupFault::Newer),
        Notice::BackupRefused(BackupFault::TooLarge),
        Notice::Erased,
    ];
    all.extend(STORAGE.map(Notice::NotKept));
    all.extend(RECORDS.map(Notice::Damaged));
    all.extend(RECORDS.map(Notice::Newer));
    all
}

#[wasm_bindgen_test]
fn every_message_is_a_sentence() {
    check_sentences(&notices().iter().map(notice).collect::<Vec<_>>());
    let by_hand = notice(&Notice::LinkNotSent("#/about".to_owned()));
    assert!(by_hand.ends_with(':'), "the link follows: {by_hand}");
}

#[wasm_bindgen_test]
fn what_goes_wrong_interrupts_and_what_was_wanted_does_not() {
    for told in notices() {
        let wanted = matches!(
            told,
            Notice::LinkSent
                | Notice::UpdateDeferred
                | Notice::BackupMade
                | Notice::BackupMerged(_)
                | Notice::Erased
        ) || matches!(&told, Notice::Checked(found) if found.broken.is_empty());
        assert_eq!(notice_is_alert(&told), !wanted, "{told:?}");
    }
}

#[wasm_bindgen_test]
fn a_count_agrees_with_its_noun() {
    for (told, words) in [
        (Notice::TornLog(1), "1 entry of the exam's log could not be read."),
        (Notice::TornLog(2), "2 entries of the exam's log could not be read."),
        (Notice::BackupMerged(1), "1 result was added."),
        (Notice::BackupMerged(2), "2 results were added."),
    ] {
        assert!(notice(&told).contains(words), "{}", notice(&told));
    }
}

#[wasm_bindgen_test]
fn every_fault_of_a_link_is_a_sentence_that_names_the_part() {
    let parts = ["bank", "guide", "seed", "n", "min", "topics", "q", "fp", "draw"];
    let faults = parts.iter().flat_map(|part| {
        let range = LinkFault::OutOfRange { part, least: 1, most: 200 };
        [LinkFault::Missing(part), LinkFault::Malformed(part), LinkFault::Repeated(part), range]
    });
    let texts: Vec<String> = faults.map(|fault| link_fault(&fault)).collect();
    for (text, part) in
        texts.chunks(4).zip(parts).flat_map(|(texts, part)| texts.iter().map(move |t| (t, part)))
    {
        assert!(text.contains(&format!("({part})")), "{part} in: {text}");
    }
    check_sentences(&texts);
    check_sentences(&[link_fault(&LinkFault::TooLong)]);
}

#[wasm_bindgen_test]
fn every_reason_why_an_exam_cannot_be_sat_is_a_sentence() {
    let number = QuestionNumber(417);
    let faults = [
        PaperFault::UnknownBank,
        PaperFault::NewerDraw,
        PaperFault::Draw(DrawError::UnknownGuide(GuideId::parse("dva-c09").unwrap())),
        PaperFault::Draw(DrawError::UnknownTopic(TopicId::parse("no-such-topic").unwrap())),
        PaperFault::Draw(DrawError::UnknownQuestion(number)),
        PaperFault::Draw(DrawError::SealedQuestion(number)),
        PaperFault::Draw(DrawError::Repeated(number)),
        PaperFault::Draw(DrawError::TooFew { available: 12, wanted: 65 }),
    ];
    let texts: Vec<String> = faults.iter().map(draw_fault).collect();
    check_sentences(&texts);
    assert_eq!(texts.iter().filter(|text| text.contains("417")).count(), 3, "the question is named");
    assert!(texts.iter().any(|text| text.contains("no-such-topic")));
    assert!(texts.iter().any(|text| text.contains("65") && text.contains("12")));
}

#[wasm_bindgen_test]
fn a_clock_rounds_up_and_never_goes_below_zero() {
    for (left, words) in [
        (0, "00:00"),
        (-1, "00:00"),
        (i64::MIN, "00:00"),
        (1, "00:01"),
        (1000, "00:01"),
        (1001, "00:02"),
        (59_000, "00:59"),
        (59_001, "01:00"),
        (570_000, "09:30"),
        (3_599_000, "59:59"),
        (3_599_001, "1:00:00"),
        (7_147_000, "1:59:07"),
        (7_800_000, "2:10:00"),
        (96_000_000, "26:40:00"),
    ] {
        assert_eq!(clock(DurationMs(left)), words, "{left} ms");
    }
}

#[wasm_bindgen_test]
fn time_left_is_said_in_whole_minutes() {
    for (left, words) in [
        (0, "0 minutes left"),
        (-60_000, "0 minutes left"),
        (1, "1 minute left"),
        (60_000, "1 minute left"),
        (60_001, "2 minutes left"),
        (3_540_000, "59 minutes left"),
        (3_600_000, "1 hour left"),
        (3_660_000, "1 hour 1 minute left"),
        (5_400_000, "1 hour 30 minutes left"),
        (7_260_000, "2 hours 1 minute left"),
        (7_800_000, "2 hours 10 minutes left"),
    ] {
        assert_eq!(spoken_time(DurationMs(left)), words, "{left} ms");
    }
}

#[wasm_bindgen_test]
fn spans_and_limits_read_as_people_say_them() {
    for (span, words) in [
        (0, "0 s"),
        (59_999, "59 s"),
        (60_000, "1 min 00 s"),
        (250_000, "4 min 10 s"),
        (3_600_000, "1 h 00 min"),
        (3_900_000, "1 h 05 min"),
    ] {
        assert_eq!(duration(DurationMs(span)), words);
    }
    for (limit, words) in [(None, "no time limit"), (Some(1), "1 minute"), (Some(130), "130 minutes")] {
        assert_eq!(minutes(limit.map(Minutes)), words);
    }
    for (limit, words) in [(None, "8 s, no time limit"), (Some(130), "8 s of 130 minutes")] {
        assert_eq!(time_used(DurationMs(8_000), limit.map(Minutes)), words);
    }
}

#[wasm_bindgen_test]
fn who_has_chosen_enough_reads_how_to_choose_another() {
    for (wanted, chosen, words) in [
        (1, 0, "Choose one option."),
        (1, 1, "Choose one option."),
        (2, 0, "0 of 2 chosen."),
        (2, 1, "1 of 2 chosen."),
        (2, 2, "2 of 2 chosen. To choose another, unselect one first."),
    ] {
        assert_eq!(choose_hint(wanted, chosen), words);
    }
}

#[wasm_bindgen_test]
fn what_is_announced_is_never_silent_and_never_the_same() {
    let all = [
        Announcement::MinutesLeft(1),
        Announcement::MinutesLeft(10),
        Announcement::HalfTime,
        Announcement::Flagged(true),
        Announcement::Flagged(false),
        Announcement::UnselectFirst(2),
        Announcement::TimeOver,
    ];
    let texts: BTreeSet<String> = all.into_iter().map(announcement).collect();
    assert_eq!(texts.len(), all.len());
    assert!(texts.iter().all(|text| text.len() > 5));
    assert!(texts.contains("1 minute left"));
}
