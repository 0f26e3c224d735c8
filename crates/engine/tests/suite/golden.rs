//! Golden files of every stored form, version 1: what lies on learners' devices must be readable for ever, mean the
//! same, and be written the same. With `BLESS=1` the files are written anew: only before a first release.

use crate::support::bank::{Bank, guide, topic_id};
use crate::support::{blessed, cases};
use invigil_engine::bank::wire::{Part, Record, Records, decode_index, encode_chunk, encode_index};
use invigil_engine::bank::{Catalogue, Change, Question};
use invigil_engine::draw::{DrawSpec, Pool, draw};
use invigil_engine::exposure::{Exposure, Exposures, FirstAnswer, Latest, SeenIn};
use invigil_engine::form::Form;
use invigil_engine::ids::{BankId, Fingerprint, GuideId, OptionSet, Position, QuestionNumber, SittingId};
use invigil_engine::look::Look;
use invigil_engine::objection::Objection;
use invigil_engine::packed::Packed;
use invigil_engine::review::Review;
use invigil_engine::rich_text::{Block, Href, RichText, Span, Style, Token, TokenKind};
use invigil_engine::seed::Seed;
use invigil_engine::sitting::{
    Act, Confidence, LogEntry, NoteEdit, SentenceSet, Sitting, read_log, write_log,
};
use invigil_engine::store::backup::Backup;
use invigil_engine::store::history::{read_exposures, write_exposures};
use invigil_engine::store::v1::{ResultV1, SettingsV1, SittingV1, Theme};
use invigil_engine::store::{Json, choose, encode};
use invigil_engine::time::{Date, DurationMs, Minutes, UnixMillis};
use proptest::prelude::*;
use std::fmt::Debug;
use std::rc::Rc;

const PRINT: Fingerprint = Fingerprint(0x0123_4567_89ab_cdef);

/// A golden file decodes to the value, and the value is written as the golden file has it.
#[track_caller]
fn check<T: PartialEq + Debug>(
    name: &str,
    value: &T,
    write: impl Fn(&T) -> Vec<u8>,
    read: impl Fn(&[u8]) -> Option<T>,
) {
    let golden = blessed(name, &write(value));
    let decoded = read(&golden).unwrap_or_else(|| panic!("{name} cannot be read"));
    assert_eq!(&decoded, value, "{name} has another meaning");
    assert_eq!(write(&decoded), golden, "{name} is written in another way");
}

#[track_caller]
fn check_json<T>(name: &str, value: &T)
where
    T: PartialEq + Debug + Json,
{
    check(name, value, |value| value.to_json().into_bytes(), |bytes| T::parse_json(text(bytes)));
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn span(text: &str, style: Style) -> Span {
    Span { text: text.to_owned(), style }
}

/// A text with every block and every style.
fn every_block() -> RichText {
    let href = Href::parse("https://docs.aws.amazon.com/").unwrap();
    let token = |kind, text: &str| Token { kind, text: text.to_owned() };
    RichText(vec![
        Block::Paragraph(vec![
            span("Plain, ", Style::Plain),
            span("strong", Style::Strong),
            span("stressed", Style::Emphasis),
            span("code()", Style::Code),
            span("a link", Style::Link(href)),
        ]),
        Block::Heading { level: 3, anchor: "limits".to_owned(), spans: vec![span("Limits", Style::Plain)] },
        Block::List { ordered: true, items: vec![vec![span("one", Style::Plain)], vec![]] },
        Block::Code {
            language: "json".to_owned(),
            tokens: vec![
                token(TokenKind::Plain, "{ "),
                token(TokenKind::Name, "\"a\""),
                token(TokenKind::Text, "\"ä\""),
                token(TokenKind::Number, "1"),
                token(TokenKind::Keyword, "true"),
                token(TokenKind::Comment, "// no"),
            ],
        },
        Block::Table {
            header: vec![vec![span("h", Style::Strong)]],
            rows: vec![vec![vec![span("c", Style::Plain)]]],
        },
    ])
}

/// A small bank that has every variant of every type.
fn bank() -> Bank {
    let mut bank = Bank::of(48);
    bank.questions[0].stem = every_block();
    bank.reasons[0].changed = Some(Change {
        was: RichText::plain("Six."),
        is: RichText::plain("Fifteen."),
        since: "2026-03".to_owned(),
    });
    bank.index.issues = Href::parse("https://example.org/issues");
    bank
}

fn form() -> Form {
    let bank = bank();
    let spec = DrawSpec {
        guide: guide("dva-c02"),
        length: 4,
        topics: (0..40).map(topic_id).collect(),
        seed: Seed::parse("K7Q2M9XA4T").unwrap(),
        pool: Pool::Open,
        only: None,
    };
    let selection = draw(&bank.index, &spec, None).unwrap();
    let (_, guide) = bank.index.guide(&spec.guide).unwrap();
    let form = Form::assemble(bank.shelf(), guide, &spec.topics, spec.seed, false, &selection).unwrap();
    // The files are of the first release, whose draw was called version 0, and of its bank.
    let fingerprint = Fingerprint(14_339_409_649_911_534_026);
    Form { draw: 0, fingerprint, ..form }
}

fn sitting() -> Sitting {
    let id = SittingId::parse("1a278ee1a8013704279").unwrap();
    let started = UnixMillis(1_797_325_200_000);
    let mut sitting = Sitting::start(id, Rc::new(form()), Some(Minutes(8)), started);
    let place = Position;
    let answer = |at: u16, letters: &str| Act::Answered(place(at), OptionSet::from_letters(letters).unwrap());
    for (at, act) in [
        (5_000, answer(0, "c")),
        (9_000, Act::Flagged(place(0), true)),
        (12_000, Act::Visited(place(2))),
        (15_000, answer(2, "a")),
        (16_000, answer(2, "")),
        (40_000, Act::ClockJumped(-7_200_000)),
        (60_000, Act::Reopened(DurationMs(20_000))),
        (61_000, Act::Unknown("n2=later".to_owned())),
        (70_000, Act::Submitted),
    ] {
        sitting.record(DurationMs(at), act);
    }
    sitting
}

fn stored_sitting() -> SittingV1 {
    SittingV1::from_sitting(&sitting(), UnixMillis(1_797_325_270_000), DurationMs(70_000))
}

fn settings() -> SettingsV1 {
    SettingsV1 {
        theme: Theme::Dark,
        exam: Date::parse("2027-01-15"),
        guide: GuideId::parse("dva-c03"),
        backup: Some(UnixMillis(1_797_325_200_000)),
        keys_off: true,
        graded: None,
        ..SettingsV1::default()
    }
}

/// Settings with the parts that came later: a golden file of their own.
/// With the latest answers, an objection, and each answer as it was given.
fn later_exposures() -> Exposures {
    let mut exposures = exposures();
    let at = UnixMillis(1_797_411_600_000);
    exposures.add_latest(QuestionNumber(8), Latest { at, answer: FirstAnswer::Right });
    exposures.objections.add(QuestionNumber(9), Objection { at, revision: 2, stands: true });
    exposures.bookmarks.add(QuestionNumber(7), Objection { at, revision: 2, stands: false });
    let review = Review {
        at,
        number: QuestionNumber(8),
        revision: 2,
        chosen: OptionSet::from_letters("bd").unwrap(),
        answer: FirstAnswer::Right,
        seen_in: SeenIn::Revealed,
        confidence: Some(Confidence::Fairly),
        spent: DurationMs(48_200),
    };
    exposures.reviews.add(&review);
    let missed = Review { chosen: OptionSet::EMPTY, answer: FirstAnswer::None, confidence: None, ..review };
    exposures.reviews.add(&Review { number: QuestionNumber(9), seen_in: SeenIn::Timed, ..missed });
    exposures
}

fn later_settings() -> SettingsV1 {
    SettingsV1 {
        look: Look::parse("size-130 wide contrast plain no-clock"),
        keys: Some("next=j flag=g".to_owned()),
        inside_told: true,
        outcomes: Some("2026-12-04.f.690.45;2027-01-15.p.-.-".to_owned()),
        ..settings()
    }
}

fn results() -> Vec<ResultV1> {
    let of = |id: &str, expired| ResultV1 {
        id: SittingId::parse(id).unwrap(),
        ended: UnixMillis(1_797_325_270_000),
        bank: BankId::parse("dva").unwrap(),
        guide: GuideId::parse("dva-c02").unwrap(),
        all: (41, 65),
        scored: (33, 50),
        band: (658, 707),
        seconds: 7_711,
        expired,
        before: None,
    };
    vec![of("1a278ee1a8013704279", false), of("1a278ee1a8013704280", true)]
}

fn exposures() -> Exposures {
    let mut exposures = Exposures::default();
    let answers = [FirstAnswer::Right, FirstAnswer::Wrong, FirstAnswer::None];
    for (number, answer) in (7..).zip(answers) {
        let seen = Exposure {
            first: UnixMillis(1_797_325_200_000),
            revision: 2,
            answer,
            seen_in: if number == 7 { SeenIn::Timed } else { SeenIn::Untimed },
            last: UnixMillis(1_797_411_600_000),
            reasons: (number == 8).then_some(UnixMillis(1_797_325_280_000)),
        };
        exposures.add(QuestionNumber(number), seen);
    }
    exposures
}

#[test]
fn settings_v1() {
    check_json("settings-v1.json", &settings());
    check_json("settings-v1-later.json", &later_settings());
    let empty = SettingsV1::parse_json("{}").unwrap();
    assert_eq!(empty, SettingsV1::default(), "what a release before did not write has its default");
}

#[test]
fn results_v1() {
    check_json("results-v1.json", &results());
}

#[test]
fn sitting_v1() {
    check_json("sitting-v1.json", &stored_sitting());
    let golden = blessed("sitting-v1.json", stored_sitting().to_json().as_bytes());
    let stored = SittingV1::parse_json(text(&golden)).unwrap();
    assert_eq!(stored.on_form(Rc::new(form())), Some((sitting(), 0)));
}

/// The acts that came after the first release: what a candidate marks beside the answers.
#[test]
fn marks_v1() {
    let edit = |old: &str, new: &str| NoteEdit::between(old, new).unwrap();
    let place = Position;
    let acts = [
        Act::StruckOut(place(0), OptionSet::from_letters("bd").unwrap()),
        Act::StruckOut(place(0), OptionSet::EMPTY),
        Act::Highlighted(place(1), SentenceSet(1 << 63 | 5)),
        Act::Noted(place(2), edit("", "50% @ 9;\nwhy?")),
        Act::Noted(place(2), edit("50% @ 9;\nwhy?", "50% @ 9;\nwhy not, \u{1f600}?")),
        Act::Judged(place(3), Some(Confidence::Guess)),
        Act::Judged(place(3), Some(Confidence::Fairly)),
        Act::Judged(place(3), Some(Confidence::Certain)),
        Act::Judged(place(3), None),
    ];
    let log: Vec<_> = (1..).zip(acts).map(|(at, act)| LogEntry { at: DurationMs(at * 1000), act }).collect();
    let read = |bytes: &[u8]| Some(read_log(text(bytes))).filter(|(_, torn)| *torn == 0).map(|(log, _)| log);
    check("marks-v1.txt", &log, |log| write_log(log).into_bytes(), read);
}

#[test]
fn exposures_v1() {
    let read =
        |bytes: &[u8]| Some(read_exposures(text(bytes))).filter(|(_, torn)| *torn == 0).map(|(e, _)| e);
    check("exposures-v1.txt", &exposures(), |value| write_exposures(value).into_bytes(), read);
    check("exposures-v1-later.txt", &later_exposures(), |value| write_exposures(value).into_bytes(), read);
}

#[test]
fn form_v1() {
    let read = |bytes: &[u8]| Form::from_record(text(bytes));
    check("form-v1.txt", &form(), |form| form.to_record().into_bytes(), read);
}

#[test]
fn backup_v1() {
    let archive = [
        ("attempt/1a278ee1a8013704279".to_owned(), stored_sitting().to_json()),
        ("exposures/dva".to_owned(), write_exposures(&exposures())),
        ("form/1a278ee1a8013704279".to_owned(), form().to_record()),
    ];
    let backup = Backup::new(settings(), results(), Some(stored_sitting()), archive.into_iter().collect());
    let read = |bytes: &[u8]| Backup::parse(text(bytes)).ok();
    check("backup-v1.json", &backup, |backup| backup.to_text().into_bytes(), read);
}

#[test]
fn slot_v1() {
    let record = (42, "{\"theme\":\"dark\"}".to_owned());
    let read = |bytes: &[u8]| choose([Some(text(bytes)), None]).content;
    check("slot-v1.txt", &record, |(number, content)| encode(*number, content).into_bytes(), read);
}

#[test]
fn catalogue_v2() {
    let mut bank = bank();
    // The first release had no reports and no study guides, and a site may still have none.
    (bank.entry.report, bank.entry.notes) = (None, None);
    let catalogue = Catalogue::parse(&bank.catalogue()).unwrap();
    let read = |bytes: &[u8]| Catalogue::parse(text(bytes)).ok();
    check("catalogue-v2.json", &catalogue, |value| value.to_json().into_bytes(), read);
}

#[test]
fn the_compiled_parts_v2() {
    let bank = bank();
    assert_eq!(bank.part(Part::Index)[..7], *b"INVG\x02\x00i", "format 2");
    check("index-v2.bin", &bank.index, |v| encode_index(PRINT, v), |b| decode_index(PRINT, b).ok());
    check_chunk("questions-v2.bin", Part::Questions(3), &bank.questions);
    check_chunk("reasons-v2.bin", Part::Reasons(3), &bank.reasons);
}

/// A chunk that holds all of these.
#[track_caller]
fn check_chunk<T: Record + Clone + PartialEq + Debug>(name: &str, part: Part, records: &Vec<T>) {
    let write = |records: &Vec<T>| encode_chunk(part, PRINT, &records.iter().collect::<Vec<_>>());
    let read = |bytes: &[u8]| {
        let chunk = Records::<T>::open(part, PRINT, bytes).ok()?;
        chunk.numbers().map(|number| chunk.get(number)).collect::<Option<Vec<_>>>()
    };
    check(name, records, write, read);
}

/// The packed form is postcard's, to the byte.
#[track_caller]
fn check_packed<T>(value: &T)
where
    T: Packed + PartialEq + Debug + serde::Serialize + serde::de::DeserializeOwned,
{
    let bytes = value.to_bytes();
    assert_eq!(bytes, postcard::to_allocvec(value).unwrap());
    assert_eq!(T::from_bytes(&bytes).as_ref(), Some(value));
    for end in 0..bytes.len() {
        assert_eq!(T::from_bytes(&bytes[..end]), None, "cut at {end}");
    }
}

#[test]
fn packed_is_the_wire_format_of_postcard() {
    let bank = bank();
    check_packed(&form());
    check_packed(&bank.index);
    check_packed(&bank.questions);
    check_packed(&bank.reasons);
    for number in [0, 1, 127, 128, 16_383, 16_384, u64::from(u32::MAX), u64::MAX - 1, u64::MAX] {
        check_packed(&number);
    }
    for number in [0, -1, 1, 63, -64, 64, -65, i32::MAX, i32::MIN] {
        check_packed(&Minutes(number));
    }
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn what_postcard_reads_is_read_the_same(place in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = bank().questions[0].to_bytes();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        let read = Question::from_bytes(&bytes);
        if let Ok((value, [])) = postcard::take_from_bytes::<Question>(&bytes) {
            prop_assert_eq!(read, Some(value));
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(prop_oneof![0_u8..8, any::<u8>()], 0..60)) {
        let read = RichText::from_bytes(&bytes);
        if let Ok((value, [])) = postcard::take_from_bytes::<RichText>(&bytes) {
            prop_assert_eq!(&read, &Some(value));
        }
        if let Some(text) = read {
            prop_assert_eq!(RichText::from_bytes(&text.to_bytes()), Some(text));
        }
    }
}
