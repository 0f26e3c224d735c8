//! What a result tells beside its grade: pace, changed answers, domains, notes, filters, and the page on paper.

use super::{MOCK, SHORT, at_work};
use crate::support::shell::{MINUTE, SECOND, Shell};
use invigil_engine::app::{Event, Filter, ToolUse};
use invigil_engine::conduct::{Change, changes, pace};
use invigil_engine::form::Form;
use invigil_engine::grade::Score;
use invigil_engine::ids::{Position, SittingId};
use invigil_engine::sitting::{Confidence, Sitting, read_log};
use invigil_engine::time::{DurationMs, Minutes, UnixMillis};
use invigil_engine::view::Mark;
use std::rc::Rc;

/// An exam with a log of its own, on the paper of a link.
fn told(link: &str, limit: Option<i32>, log: &str) -> Sitting {
    let form = at_work(link).form();
    on(form, limit, log)
}

/// An exam with a log of its own, on a paper.
pub(super) fn on(form: Rc<Form>, limit: Option<i32>, log: &str) -> Sitting {
    let id = SittingId::new(UnixMillis(1_797_325_200_000), 7);
    Sitting::replay(id, form, limit.map(Minutes), UnixMillis(1_797_325_200_000), read_log(log).0)
}

#[test]
fn the_pace_is_the_time_at_which_each_new_question_was_left() {
    #[track_caller]
    fn check(limit: Option<i32>, log: &str, passed: &[i64], late: Option<u32>) {
        let pace = pace(&told(SHORT, limit, log));
        let found: Vec<i64> = pace.passed.iter().map(|time| time.0 / SECOND).collect();
        assert_eq!((found.as_slice(), pace.late), (passed, late), "{log}");
        assert_eq!(
            pace.even,
            DurationMs(2 * MINUTE),
            "ten questions in twenty minutes, and the exam's own pace"
        );
    }
    // Ten questions, each left after a minute, the last one with the paper.
    let steady = (0..10).map(|at| format!("v{at}@{}", at * MINUTE)).collect::<Vec<_>>().join(";");
    let minutes: Vec<i64> = (1..=10).map(|at| at * 60).collect();
    check(Some(20), &format!("{steady};s@600000"), &minutes, Some(0));
    check(None, &format!("{steady};s@600000"), &minutes, None);
    // Going back is time on the way to the next new question.
    check(None, "v0@0;v1@10000;v0@20000;v1@30000;v2@40000;v2@45000;s@50000", &[10, 20, 50], None);
    // A log that ends without an end, and one that tells of questions that the paper does not have.
    check(None, "v0@0;v99@3000;a0=a@9000", &[9], None);
    check(None, "", &[], None);
}

#[test]
fn time_is_short_when_less_than_half_of_an_even_share_is_left() {
    #[track_caller]
    fn check(log: &str, late: u32) {
        assert_eq!(pace(&told(SHORT, Some(20), log)).late, Some(late), "{log}");
    }
    // Nine questions unopened want 9 minutes at half an even share: 11 minutes may pass, and not one second more.
    check("v0@0;v1@660000;s@661000", 0);
    check("v0@0;v1@661000;s@662000", 9);
    // It stays so for all that come after, however fast they are answered.
    check("v0@0;v1@661000;v2@662000;v3@663000;v4@664000;s@700000", 9);
    check("v0@0;v1@300000;v2@900000;s@901000", 8);
    // What was never opened when time was over came late; what was handed in unseen did not.
    check("v0@0;v1@1000;e@1200000", 8);
    check("v0@0;v1@1000;s@1200000", 0);
}

/// A sitting in which one question was answered with these letters in turn; `key` and `wrong` stand for its own.
#[track_caller]
fn check_changed(answers: &[&str], expected: Option<Change>) {
    let form = at_work(SHORT).form();
    let place = form.items.iter().position(|item| item.question.wanted() == 1).unwrap();
    let item = &form.items[place];
    let key = item.question.key().letters();
    let wrong: Vec<String> =
        item.order.iter().map(|option| option.letter().to_string()).filter(|letter| *letter != key).collect();
    let letters = |name: &&str| match *name {
        "key" => key.clone(),
        "one" => wrong[0].clone(),
        "other" => wrong[1].clone(),
        other => other.to_owned(),
    };
    let log: Vec<String> =
        answers.iter().zip(1..).map(|(name, at)| format!("a{place}={}@{at}000", letters(name))).collect();
    let found =
        changes(&on(Rc::clone(&form), None, &format!("{};s@90000;a{place}={key}@91000", log.join(";"))));
    assert_eq!(found[place], expected, "{answers:?}");
    assert_eq!(found.iter().flatten().count(), usize::from(expected.is_some()));
}

#[test]
fn a_changed_answer_is_the_first_whole_one_beside_the_last() {
    check_changed(&["one", "key"], Some(Change::Gained));
    check_changed(&["key", "one"], Some(Change::Lost));
    check_changed(&["one", "other"], Some(Change::Neither));
    check_changed(&["one", "key", "other"], Some(Change::Neither));
    check_changed(&["key", "one", ""], Some(Change::Lost));
    // Back to the first one, answered once, not at all, and with letters that the question does not have.
    check_changed(&["one", "key", "one"], None);
    check_changed(&["key"], None);
    check_changed(&["one"], None);
    check_changed(&[], None);
    check_changed(&["h", "key"], None);
    check_changed(&["ab", "one"], None);
}

#[test]
fn of_several_options_half_an_answer_is_none() {
    let form = at_work(MOCK).form();
    let place = form.items.iter().position(|item| item.question.wanted() == 2).unwrap();
    let item = &form.items[place];
    let key = item.question.key();
    let [first, second] = [0, 1].map(|at| key.iter().nth(at).unwrap().letter());
    let wrong = item.order.iter().find(|option| !key.contains(**option)).unwrap().letter();
    let pair = |one: char, two: char| {
        let mut letters = [one, two];
        letters.sort_unstable();
        letters.iter().collect::<String>()
    };
    let log = |answers: &[String]| {
        let acts: Vec<String> = answers.iter().map(|letters| format!("a{place}={letters}@1000")).collect();
        changes(&on(Rc::clone(&form), None, &acts.join(";")))[place]
    };
    let (half, whole, other) = (first.to_string(), pair(first, second), pair(first, wrong));
    assert_eq!(log(&[half.clone(), whole.clone()]), None, "on the way to the key");
    assert_eq!(log(&[half.clone(), other.clone(), half.clone(), whole.clone()]), Some(Change::Gained));
    assert_eq!(log(&[whole, half]), Some(Change::Lost), "handed in half");
}

#[test]
fn the_result_counts_what_was_changed_and_shows_those_questions() {
    let mut shell = at_work(SHORT);
    shell.answer_wrong();
    shell.answer_right();
    shell.go(4);
    shell.answer_right();
    shell.submit();
    let single = shell.result().items[0].item.question.wanted() == 1;
    let result = shell.result();
    assert_eq!(result.changes.gained, u32::from(single));
    shell.send(Event::FilterChosen(Filter::Changed));
    let shown: Vec<Position> = shell.result().items.iter().map(|item| item.position).collect();
    assert_eq!(shown.len(), usize::try_from(result.changes.all()).unwrap());
    assert!(shell.result().items.iter().all(|item| item.changed == Some(Change::Gained)));
}

#[test]
fn the_pace_has_a_mark_at_each_quarter_of_the_paper() {
    let mut shell = at_work(SHORT);
    for place in 0..10 {
        shell.go(place);
        shell.answer_right();
        shell.pass(30 * SECOND);
    }
    shell.submit();
    let view = &shell.result().pace;
    let mark = |questions: u32, seconds: i64| Mark {
        questions,
        passed: DurationMs(seconds * SECOND),
        even: DurationMs(i64::from(questions) * 2 * MINUTE),
    };
    assert_eq!(view.marks, [mark(3, 90), mark(5, 150), mark(8, 240), mark(10, 300)]);
    assert_eq!((view.questions, view.pace.late), (10, Some(0)));
    // A question alone is all quarters at once.
    let mut shell = at_work("#/exam?bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=1&min=2");
    shell.submit();
    assert_eq!(shell.result().pace.marks.len(), 1);
}

#[test]
fn domains_say_whether_they_meet_the_mark_where_they_had_questions_enough() {
    let mut shell = at_work(MOCK);
    let domain_of = |shell: &Shell, at: u16| shell.sitting().form.items[usize::from(at)].domain;
    for at in 0..65 {
        if domain_of(&shell, at) != Some(1) {
            shell.go(at);
            shell.answer_right();
        }
    }
    shell.submit();
    let result = shell.result();
    let found: Vec<(u32, bool, u32, u32)> = result
        .domains
        .iter()
        .map(|domain| {
            let verdict = domain.verdict.unwrap();
            (domain.score.total, verdict.meets, verdict.interval.low, verdict.interval.high)
        })
        .collect();
    // z² is 3.8416: all of n leave n/(n + z²) below, none of n leave z²/(n + z²) above.
    assert_eq!(
        found,
        [(15, true, 7961, 10_000), (13, false, 0, 2281), (11, true, 7412, 10_000), (11, true, 7412, 10_000)]
    );
    assert_eq!(result.unscored.total, 15);
    assert!(!result.short);

    // Ten questions leave each domain too few to say anything of it, and five have no band.
    let mut shell = at_work(SHORT);
    shell.submit();
    assert!(shell.result().short && shell.result().domains.iter().all(|domain| domain.verdict.is_none()));
}

#[test]
fn the_mark_of_a_domain_is_the_middle_cut() {
    // Eight of 30 questions or more stand in the first domain; 70 of a hundred is the middle of 67, 70 and 73.
    for (right, of, meets) in [(7, 10, true), (6, 10, false)] {
        let mut shell = at_work("#/exam?bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=33&min=66");
        let items = shell.form().items.clone();
        let first: Vec<u16> = (0..33).filter(|at| items[usize::from(*at)].domain == Some(0)).collect();
        assert_eq!(first.len(), of);
        for at in &first[..right] {
            shell.go(*at);
            shell.answer_right();
        }
        shell.submit();
        assert_eq!(shell.result().domains[0].verdict.unwrap().meets, meets, "{right} of {of}");
    }
}

#[test]
fn filters_count_within_the_chosen_domain_and_say_when_they_are_empty() {
    let mut shell = at_work(MOCK);
    shell.send(Event::FlagToggled);
    shell.answer_right();
    shell.submit();
    let count = |shell: &Shell, filter: Filter| {
        shell.result().filters.iter().find(|(known, _)| *known == filter).unwrap().1
    };
    assert_eq!((count(&shell, Filter::All), count(&shell, Filter::Wrong)), (65, 64));
    assert_eq!((count(&shell, Filter::Flagged), count(&shell, Filter::Unscored)), (1, 15));
    assert_eq!(count(&shell, Filter::Changed), 0);
    let domains: usize = (0..4)
        .map(|domain| {
            shell.send(Event::DomainChosen(Some(domain)));
            let result = shell.result();
            assert!(result.items.iter().all(|item| item.item.domain == Some(domain)));
            assert_eq!(result.items.len(), count(&shell, Filter::All));
            count(&shell, Filter::All)
        })
        .sum();
    assert_eq!(domains, 65, "each question is in one domain");
    shell.send(Event::FilterChosen(Filter::Changed));
    assert!(shell.result().items.is_empty());
    assert_eq!(shell.result().domain, Some(3));
    // Another attempt begins with all of its questions again.
    shell.sit(SHORT);
    shell.submit();
    assert_eq!((shell.result().filter, shell.result().domain), (Filter::All, None));
}

#[test]
fn printing_opens_all_reasons_whatever_is_filtered() {
    let mut shell = at_work(SHORT);
    shell.submit();
    shell.send(Event::FilterChosen(Filter::Flagged));
    shell.send(Event::PrintAsked);
    assert_eq!(shell.printed, 1);
    shell.send(Event::FilterChosen(Filter::All));
    assert!(shell.result().items.iter().all(|item| item.open));
    // Elsewhere there is nothing to print.
    let mut shell = at_work(SHORT);
    shell.send(Event::PrintAsked);
    assert_eq!(shell.printed, 0);
}

#[test]
fn notes_and_confidence_stand_on_the_result_where_they_were_given() {
    let mut shell = at_work(SHORT);
    shell.answer_right();
    shell.send(Event::ToolUsed(ToolUse::Judged(Confidence::Certain)));
    shell.send(Event::ToolUsed(ToolUse::Noted(Position(0), "Read on queues.".to_owned())));
    shell.go(1);
    shell.answer_wrong();
    shell.send(Event::ToolUsed(ToolUse::Judged(Confidence::Certain)));
    shell.go(2);
    shell.send(Event::ToolUsed(ToolUse::Judged(Confidence::Guess)));
    shell.submit();
    let score = |right: u32, total: u32| Score { right, total };
    assert_eq!(
        shell.result().confidence,
        [(Confidence::Guess, score(0, 1)), (Confidence::Certain, score(1, 2))]
    );
    shell.send(Event::FilterChosen(Filter::Noted));
    let notes: Vec<String> = shell.result().items.iter().map(|item| item.note.to_string()).collect();
    assert_eq!(notes, ["Read on queues."]);
    let mut shell = at_work(SHORT);
    shell.submit();
    assert_eq!(shell.result().confidence, [], "nothing is said where nothing was told");
}
