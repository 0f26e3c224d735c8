//! A bank that corrects a key: past attempts are graded again, and say so.

use super::{SHORT, at_work, site};
use crate::support::bank::Bank;
use crate::support::shell::{HOUR, Shell, Site};
use invigil_engine::app::{Event, Notice};
use invigil_engine::ids::QuestionNumber;
use invigil_engine::store::StorageFault;
use invigil_engine::store::v1::ResultV1;

/// An attempt whose first question was answered right, and the number of that question.
fn attempt() -> (Shell, QuestionNumber, ResultV1) {
    let mut shell = at_work(SHORT);
    shell.answer_right();
    let number = shell.sitting().form.items[0].question.number;
    shell.submit();
    shell.visit("#/");
    let result = shell.home().results[0].result.clone();
    assert_eq!((result.scored.0, result.before), (1, None));
    (shell, number, result)
}

/// The same device, some time later, with another release of the bank.
fn later(shell: Shell, bank: Bank, at: &str) -> Shell {
    Shell::open(shell.device, &Site::of(bank), shell.wall + HOUR, at)
}

fn newest(shell: &Shell) -> ResultV1 {
    shell.home().results[0].result.clone()
}

#[test]
fn a_corrected_key_changes_a_past_result_and_says_so() {
    let (shell, number, before) = attempt();
    let shell = later(shell, Bank::usual().corrected(number), "#/");
    let now = newest(&shell);
    assert_eq!((now.scored.0, now.before), (0, Some(1)));
    assert_eq!((now.id, now.ended, now.seconds), (before.id, before.ended, before.seconds));
    assert!(now.band.0 <= before.band.0);
    shell.told(&Notice::Regraded(1));

    // It is told once, and stays so.
    let shell = later(shell, Bank::usual().corrected(number), "#/");
    assert!(shell.notices().is_empty());
    assert_eq!((newest(&shell).scored.0, newest(&shell).before), (0, Some(1)));
}

#[test]
fn the_result_page_shows_both_keys() {
    let (shell, number, before) = attempt();
    let at = format!("#/attempt/{}", before.id);
    let shell = later(shell, Bank::usual().corrected(number), &at);
    let result = shell.result();
    assert_eq!(result.before.map(|score| score.right), Some(1));
    assert_eq!((result.grade.scored.right, result.items[0].right), (0, false));
    let question = &result.items[0].item.question;
    let old = result.items[0].old_key.unwrap();
    assert_ne!(question.key(), old);
    assert_eq!(result.items[0].chosen, old, "what was right then is still what was chosen");
    assert!(result.items[1..].iter().all(|item| item.old_key.is_none()));
}

#[test]
fn an_attempt_that_chose_the_corrected_key_gains() {
    let mut shell = at_work(SHORT);
    let number = shell.sitting().form.items[0].question.number;
    let corrected = Bank::usual().corrected(number);
    let key = corrected.question(number).key();
    for option in shell.question().item.question.options.iter().map(|choice| choice.id) {
        if key.contains(option) {
            shell.send(Event::OptionChosen(option));
        }
    }
    shell.submit();
    shell.visit("#/");
    assert_eq!(newest(&shell).scored.0, 0);
    let shell = later(shell, corrected, "#/");
    assert_eq!((newest(&shell).scored.0, newest(&shell).before), (1, Some(0)));
}

#[test]
fn other_words_change_no_grade() {
    let (shell, number, _) = attempt();
    let shell = later(shell, Bank::usual().revised(number), "#/");
    assert_eq!((newest(&shell).scored.0, newest(&shell).before), (1, None));
    assert!(shell.notices().is_empty());
    // Nor does a correction of words and key at once: it is another question.
    let shell = later(shell, Bank::usual().revised(number).corrected(number), "#/");
    assert_eq!(newest(&shell).before, None);
}

#[test]
fn a_key_that_is_put_back_gives_the_first_grade_again() {
    let (shell, number, _) = attempt();
    let shell = later(shell, Bank::usual().corrected(number), "#/");
    let options = u32::try_from(Bank::usual().question(number).options.len()).unwrap();
    let round = (1..=options).fold(Bank::usual(), |bank, _| bank.corrected(number));
    let shell = later(shell, round, "#/");
    assert_eq!((newest(&shell).scored.0, newest(&shell).before), (1, None), "the first key is right again");
}

#[test]
fn an_archive_that_fails_is_tried_again_at_the_next_start() {
    let (mut shell, number, _) = attempt();
    shell.device.archive_fault = Some(StorageFault::Broken);
    let mut shell = later(shell, Bank::usual().corrected(number), "#/");
    assert_eq!(newest(&shell).before, None);
    shell.device.archive_fault = None;
    let shell = later(shell, Bank::usual().corrected(number), "#/");
    assert_eq!(newest(&shell).before, Some(1));
}

#[test]
fn what_a_backup_brings_is_graded_by_todays_keys_too() {
    let (mut shell, number, _) = attempt();
    let file = shell.backup();
    let mut other = Shell::fresh(&Site::of(Bank::usual().corrected(number)));
    other.send(Event::BackupChosen(file));
    let other = later(other, Bank::usual().corrected(number), "#/");
    assert_eq!((newest(&other).scored.0, newest(&other).before), (0, Some(1)));
}

#[test]
fn without_results_nothing_is_read() {
    let shell = Shell::fresh(&site());
    let shell = later(shell, Bank::usual(), "#/");
    assert!(shell.notices().is_empty() && shell.device.local.is_empty(), "nothing was written either");
}
