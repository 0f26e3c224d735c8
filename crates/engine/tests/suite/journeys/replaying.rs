//! The record of a journey, played again, ends where the journey ended.

use super::{MOCK, SHORT, at_work, some_work};
use crate::support::bank::Bank;
use crate::support::shell::{MINUTE, Shell, Site};
use invigil_engine::app::replay::{Player, Recorder, file_of, read};
use invigil_engine::app::{
    Area, Event, FetchFault, Filter, LimitOrder, NotesFile, Pick, SetupChange, SetupPart, TimeChoice, ToolUse,
};
use invigil_engine::bank::wire::Part;
use invigil_engine::ids::{Fingerprint, GuideId, OptionId, Position, QuestionNumber, SittingId, TopicId};
use invigil_engine::keys::Command;
use invigil_engine::look::{LookChange, Size, Switch};
use invigil_engine::sitting::{Confidence, Way};
use invigil_engine::store::check::Checked;
use invigil_engine::store::v1::Theme;
use invigil_engine::store::{ArchiveKey, JournalFault, LocalRecord, Slot, StorageFault};
use invigil_engine::time::{Date, UnixMillis};
use proptest::prelude::*;

#[track_caller]
fn check_played(shell: &Shell) {
    let bank = &shell.site.bank;
    let files: Vec<Vec<u8>> = Bank::parts().into_iter().map(|part| bank.part(part)).collect();
    let mut player = Player::default();
    for (event, env) in read(&shell.record).unwrap() {
        let file = file_of(&event)
            .map(|hash| files.iter().find(|file| Fingerprint::of(file) == hash).unwrap().clone());
        player.play(event, file, &env);
    }
    assert_eq!(format!("{:?}", player.model()), format!("{:?}", shell.model));
}

#[test]
fn an_exam_is_played_again() {
    let mut shell = at_work(MOCK);
    some_work(&mut shell);
    check_played(&shell);
    shell.submit();
    shell.send(Event::AllReasonsOpened(vec![Position(0), Position(3)]));
    shell.send(Event::ObjectionRaised(Position(3), "The second one works too.".to_owned()));
    shell.visit("#/settings");
    shell.send(Event::ExamDateChosen(Date::parse("2026-12-09")));
    check_played(&shell);
}

#[test]
fn what_was_found_at_the_start_is_played_again() {
    let mut shell = at_work(SHORT);
    some_work(&mut shell);
    let mut shell = shell.killed(3 * MINUTE);
    shell.answer_right();
    check_played(&shell);
    let mut shell = shell.killed_to(60 * MINUTE, "#/");
    shell.send(Event::BackupAsked);
    check_played(&shell);
}

#[test]
fn faults_are_played_again() {
    let mut shell =
        Shell::fresh(&Site { part: Some((Part::Index, Err(FetchFault::Missing))), ..super::site() });
    shell.device.break_all(Some(StorageFault::Full));
    shell.visit("#/settings");
    shell.send(Event::ThemeChosen(Theme::Dark));
    check_played(&shell);
}

/// One event of each sort.
#[expect(clippy::too_many_lines, reason = "a line an event")]
fn every_event() -> Vec<Event> {
    let id = SittingId::new(UnixMillis(1_797_325_200_000), 77);
    let texts = vec![(LocalRecord::Results, Slot::B, "{}".to_owned())];
    let guide = GuideId::parse("dva-c03").unwrap();
    vec![
        Event::Opened { stored: Ok(texts.clone()), fragment: "#/".to_owned() },
        Event::Opened { stored: Err(StorageFault::Denied), fragment: String::new() },
        Event::StoredElsewhere(texts),
        Event::RouteChanged("#/setup".to_owned()),
        Event::CatalogueFetched(Ok("{}".to_owned())),
        Event::PartFetched(Part::Reasons(3), Err(FetchFault::Unreachable)),
        Event::ReportFetched(Err(FetchFault::Missing)),
        Event::Loaded(ArchiveKey::Form(id.clone()), Ok(Some("paper".to_owned()))),
        Event::Loaded(ArchiveKey::Attempt(id.clone()), Ok(None)),
        Event::Dumped(Ok(vec![("a".to_owned(), "b".to_owned())])),
        Event::LocalSaved(LocalRecord::Settings, Ok(())),
        Event::Journalled {
            record: LocalRecord::Sitting,
            sequence: 300,
            result: Err(JournalFault::Storage(StorageFault::Full)),
        },
        Event::Journalled {
            record: LocalRecord::Sitting,
            sequence: 301,
            result: Err(JournalFault::Superseded),
        },
        Event::JournalRead(Ok(vec![(LocalRecord::Sitting, "{}".to_owned())])),
        Event::Owned(id.clone(), true),
        Event::OwnerLost(id.clone()),
        Event::ArchiveSaved(ArchiveKey::Attempt(id.clone()), Err(StorageFault::Broken)),
        Event::EraseDone(Ok(())),
        Event::Ticked,
        Event::UpdateReady,
        Event::OfflineReady,
        Event::OfflineFailed,
        Event::UpdateDeferred,
        Event::Framed,
        Event::Hidden,
        Event::Downloaded(true),
        Event::TextCopied(false),
        Event::LinkSent(true),
        Event::TakeOverAsked,
        Event::AnswersCopyAsked,
        Event::GoOnUntimed,
        Event::ExamDateChosen(Date::parse("2026-12-01")),
        Event::GuideChosen(Some(guide.clone())),
        Event::ThemeChosen(Theme::Light),
        Event::KeysTurnedOff(true),
        Event::SetupChanged(SetupChange::Guide(guide)),
        Event::SetupChanged(SetupChange::Length(20)),
        Event::SetupChanged(SetupChange::Time(TimeChoice::Times(40))),
        Event::SetupChanged(SetupChange::Way(Way::Reveal)),
        Event::SetupChanged(SetupChange::Lasting(20)),
        Event::SetupChanged(SetupChange::Area(Area { domain: 1, task: Some(2) }, true)),
        Event::InstructionsTurned(Some(1)),
        Event::SetupChanged(SetupChange::Topic(TopicId::parse("sqs").unwrap(), true)),
        Event::SetupChanged(SetupChange::AllTopics),
        Event::SetupChanged(SetupChange::Seed("K7Q2M9XA4T".to_owned())),
        Event::SetupChanged(SetupChange::NewSeed),
        Event::SetupChanged(SetupChange::Pick(Pick::Missed)),
        Event::SetupChanged(SetupChange::Opened(SetupPart::Topics, true)),
        Event::QuickStarted,
        Event::SetupStarted,
        Event::LinkStarted,
        Event::OptionChosen(OptionId::from_letter('c').unwrap()),
        Event::AnswerChecked,
        Event::PauseToggled,
        Event::LeaveAsked,
        Event::LeaveConfirmed,
        Event::FlagToggled,
        Event::ToolUsed(ToolUse::Opened(true)),
        Event::ToolUsed(ToolUse::Highlighting(true)),
        Event::ToolUsed(ToolUse::Struck(OptionId::from_letter('b').unwrap())),
        Event::ToolUsed(ToolUse::Highlighted(3)),
        Event::ToolUsed(ToolUse::Noted(Position(4), "ask: why?".to_owned())),
        Event::ToolUsed(ToolUse::Judged(Confidence::Fairly)),
        Event::QuestionOpened(Position(64)),
        Event::ReviewOpened,
        Event::SubmitAsked,
        Event::SubmitConfirmed,
        Event::DialogClosed,
        Event::ReasonsOpened(Position(1)),
        Event::AllReasonsOpened(vec![Position(0), Position(200)]),
        Event::FilterChosen(Filter::Flagged),
        Event::FilterChosen(Filter::Changed),
        Event::DomainChosen(Some(3)),
        Event::FilterChosen(Filter::Noted),
        Event::DrillStarted,
        Event::PrintAsked,
        Event::PairChosen(id.clone(), SittingId::new(UnixMillis(1_797_325_200_001), 78)),
        Event::ObjectionRaised(Position(2), "why".to_owned()),
        Event::ObjectionLifted(QuestionNumber(388)),
        Event::ReportCopyAsked("report".to_owned()),
        Event::LinkPasted("#/exam?bank=dva".to_owned()),
        Event::LinkCopyAsked,
        Event::LinkShareAsked,
        Event::BackupAsked,
        Event::BackupTooLarge,
        Event::BackupChosen("{}".to_owned()),
        Event::EraseAsked,
        Event::EraseConfirmed,
        Event::UpdateAccepted,
        Event::NoticeClosed(3),
        Event::CheckAsked,
        Event::Checked(Some(Checked { sound: 212, aside: 1, broken: vec!["form/x".to_owned()] })),
        Event::Checked(None),
        Event::LookChanged(LookChange::Size(Size::Large)),
        Event::LookChanged(LookChange::Switch(Switch::ClockHidden, true)),
        Event::LookFolded(true),
        Event::KeyPressed("n".to_owned()),
        Event::KeyWanted(Some(Command::Time)),
        Event::KeyWanted(None),
        Event::KeyGiven("Tab".to_owned()),
        Event::KeysReset,
        Event::InsideApp,
        Event::NotesFetched(NotesFile::Page(7), Err(FetchFault::Missing)),
        Event::SearchLoaded(true),
        Event::SearchTyped("dlq".to_owned()),
        Event::SearchAnswered(3, Some(vec![1, 2])),
        Event::LimitsFiltered("sqs".to_owned()),
        Event::LimitsSorted(LimitOrder::ByName),
        Event::PracticeStarted("receive".to_owned()),
    ]
}

#[test]
fn every_event_is_read_as_it_was_recorded() {
    let mut recorder = Recorder::default();
    let mut shell = Shell::fresh(&super::site());
    let (mut record, mut expected) = (Vec::new(), Vec::new());
    for (at, event) in (0..).zip(every_event()) {
        shell.wall += at * 977 - 20_000;
        record.extend(recorder.record(&event, &shell.env()));
        expected.push((event, shell.env()));
    }
    assert_eq!(read(&record), Some(expected));
    assert_eq!(read(&record[1..]), None, "no head");
    assert_eq!(read(&record[..record.len() - 1]), None, "cut");
}

proptest! {
    #![proptest_config(crate::support::cases(2_000))]

    #[test]
    fn any_bytes_are_a_record_or_none(bytes in prop::collection::vec(prop_oneof![0_u8..60, any::<u8>()], 0..200)) {
        let mut record = b"INVR\x01".to_vec();
        record.extend(&bytes);
        if let Some(events) = read(&record) {
            let mut player = Player::default();
            for (event, env) in events {
                player.play(event, None, &env);
            }
        }
    }
}
