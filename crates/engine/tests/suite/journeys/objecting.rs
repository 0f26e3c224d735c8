//! 'I think this is wrong': an objection keeps a question out of the learner's draws until it is lifted.

use super::{SHORT, at_work, site};
use crate::support::shell::{Device, MINUTE, Shell};
use invigil_engine::app::{Event, Notice, Pick, SetupChange, SetupPart};
use invigil_engine::ids::{Position, QuestionNumber};
use invigil_engine::store::backup::Backup;
use invigil_engine::store::history::read_exposures;
use invigil_engine::view::ResultItem;

const FIRST: Position = Position(0);

/// A device on whose result page a question was objected to.
fn objecting() -> (Shell, QuestionNumber) {
    let mut shell = at_work(SHORT);
    shell.answer_right();
    shell.submit();
    shell.send(Event::ReasonsOpened(FIRST));
    shell.send(Event::ObjectionRaised(FIRST, "  The second option works too.\n".to_owned()));
    let number = shell.result().items[0].item.question.number;
    (shell, number)
}

#[track_caller]
fn first(shell: &Shell) -> ResultItem {
    shell.result().items[0].clone()
}

/// The numbers of the exam that the set-up page starts now with the seed of the short link.
fn numbers_of_setup(shell: &mut Shell, unseen_first: bool) -> Vec<u32> {
    shell.visit("#/setup");
    for change in [
        SetupChange::Length(10),
        SetupChange::Seed("K7Q2M9XA4T".to_owned()),
        SetupChange::Pick(if unseen_first { Pick::UnseenFirst } else { Pick::Any }),
    ] {
        shell.send(Event::SetupChanged(change));
    }
    shell.send(Event::SetupStarted);
    let numbers = shell.sitting().form.items.iter().map(|item| item.question.number.0).collect();
    shell.submit();
    numbers
}

#[test]
fn an_objection_is_kept_with_its_reason_on_the_page_and_without_it_later() {
    let (shell, number) = objecting();
    let objection = first(&shell).objection.unwrap();
    assert_eq!((objection.reason.as_str(), objection.at.0), ("The second option works too.", shell.wall));
    assert_eq!(objection.issues, None, "the synthetic bank names no place for reports");
    assert!(shell.result().items[1..].iter().all(|item| item.objection.is_none()));

    let shell = shell.killed(MINUTE);
    let later = first(&shell).objection.unwrap();
    assert_eq!((later.reason.as_str(), later.at), ("", objection.at));
    let stored = &shell.device.archive["exposures/dva"];
    assert!(read_exposures(stored).0.objections.against(number).is_some(), "{stored}");
}

#[test]
fn what_is_objected_to_is_in_no_draw_of_the_learner() {
    let (mut shell, number) = objecting();
    let drawn = numbers_of_setup(&mut shell, false);
    assert!(!drawn.contains(&number.0), "{number:?} in {drawn:?}");
    assert_eq!(drawn.len(), 10, "another one takes its place");
    for _ in 0..40 {
        shell.visit("#/");
        shell.send(Event::QuickStarted);
        assert!(shell.sitting().form.items.iter().all(|item| item.question.number != number));
        shell.submit();
    }
    let personal = numbers_of_setup(&mut shell, true);
    assert!(!personal.contains(&number.0));
}

#[test]
fn without_objections_the_seed_gives_its_own_paper_and_lifting_gives_it_back() {
    let mut fresh = Shell::fresh(&site());
    let own = numbers_of_setup(&mut fresh, false);
    let (mut shell, number) = objecting();
    assert!(own.contains(&number.0), "the short link has the same seed");
    assert_ne!(numbers_of_setup(&mut shell, false), own);
    // The last word counts, although the clock was set back before it.
    shell.set_clock(-MINUTE);
    shell.send(Event::ObjectionLifted(number));
    assert_eq!(numbers_of_setup(&mut shell, false), own);
    shell.visit("#/bank");
    assert_eq!(shell.bank().objections, []);
}

#[test]
fn the_set_up_page_counts_anew_what_is_objected_to_while_it_is_open() {
    let (mut shell, number) = objecting();
    shell.visit("#/setup");
    shell.send(Event::SetupChanged(SetupChange::Opened(SetupPart::Topics, true)));
    let questions =
        |shell: &Shell| shell.setup().topics.iter().map(|topic| topic.questions).collect::<Vec<_>>();
    let without = questions(&shell);
    assert_eq!(shell.setup(), shell.setup(), "nothing happened");
    shell.pass(MINUTE);
    shell.send(Event::ObjectionLifted(number));
    let with = questions(&shell);
    let sum = |counts: &[u32]| counts.iter().sum::<u32>();
    assert_eq!(sum(&with), sum(&without) + 1);
}

#[test]
fn a_friends_link_is_sat_as_it_is() {
    let (mut shell, number) = objecting();
    shell.sit(SHORT);
    assert!(shell.sitting().form.items.iter().any(|item| item.question.number == number));
}

#[test]
fn objections_are_listed_with_the_bank_and_lifted_there() {
    let (mut shell, number) = objecting();
    shell.visit("#/bank");
    let listed: Vec<QuestionNumber> = shell.bank().objections.iter().map(|(number, _)| *number).collect();
    assert_eq!(listed, [number]);
    shell.pass(MINUTE);
    shell.send(Event::ObjectionLifted(number));
    assert_eq!(shell.bank().objections, []);
    // To lift what does not stand does nothing.
    let before = shell.device.archive.clone();
    shell.send(Event::ObjectionLifted(number));
    shell.send(Event::ObjectionLifted(QuestionNumber(999_999)));
    assert_eq!(shell.device.archive, before);
}

#[test]
fn a_backup_carries_objections_and_the_later_word_counts() {
    let (mut shell, number) = objecting();
    let objected = shell.backup();
    assert!(Backup::parse(&objected).is_ok());
    shell.pass(MINUTE);
    shell.send(Event::ObjectionLifted(number));
    let lifted = shell.backup();
    for order in [[&objected, &lifted], [&lifted, &objected]] {
        let mut other = Shell::fresh(&site());
        for file in order {
            other.send(Event::BackupChosen(file.clone()));
        }
        other.visit("#/bank");
        assert_eq!(other.bank().objections, [], "lifted last, whatever came first");
    }
    let mut other = Shell::fresh(&site());
    other.send(Event::BackupChosen(objected));
    other.visit("#/bank");
    assert_eq!(other.bank().objections.len(), 1);
}

#[test]
fn a_report_is_copied_and_that_is_told() {
    let (mut shell, _) = objecting();
    shell.send(Event::ReportCopyAsked("Question 3, revision 1: …".to_owned()));
    assert_eq!(shell.copied_texts, ["Question 3, revision 1: …"]);
    shell.told(&Notice::TextCopied);
    shell.send(Event::TextCopied(false));
    shell.told(&Notice::TextNotCopied);
}

#[test]
fn the_report_on_the_bank_is_fetched_once_and_its_absence_is_told() {
    let mut site = site();
    let mut shell = Shell::open(Device::default(), &site, 1_797_325_200_000, "#/bank");
    assert!(matches!(shell.bank().report, Some(Err(_))), "the site has none");
    site.report = Some(
        r#"{"sections": [{"title": "Cues", "lead": "", "head": ["cue", "hit"], "rows": [["longest", ".26"]]}]}"#.to_owned(),
    );
    shell.site = site.clone();
    shell.visit("#/about");
    shell.visit("#/bank");
    let report = shell.bank().report.clone().unwrap().unwrap();
    assert_eq!(report.sections[0].rows, [["longest", ".26"]]);
    for broken in [
        "",
        "{}",
        r#"{"sections": [{"lead": "no title"}]}"#,
        r#"{"sections": [{"title": "x", "rows": [[1]]}]}"#,
    ] {
        site.report = Some(broken.to_owned());
        let shell = Shell::open(Device::default(), &site, 1_797_325_200_000, "#/bank");
        let report = shell.bank().report.clone();
        assert!(matches!(report, Some(Err(_))) || broken == "{}", "{broken}: {report:?}");
    }
}

#[test]
fn all_reasons_are_opened_at_once_and_remembered_as_seen() {
    let mut shell = at_work(SHORT);
    shell.answer_right();
    shell.go(1);
    shell.submit();
    let closed = shell.result().items.iter().map(|item| item.position).collect();
    shell.send(Event::AllReasonsOpened(closed));
    assert!(shell.result().items.iter().all(|item| item.open));
    let seen = read_exposures(&shell.device.archive["exposures/dva"]).0;
    assert_eq!(seen.iter().filter(|(_, row)| row.reasons.is_some()).count(), 2, "of those that were visited");
}
