//! Whole exams through `update`, as a learner goes through them: with a clock that tests set, a device that
//! outlives its pages, and a browser that fails as browsers do.

mod backups;
mod bank;
mod display;
mod elsewhere;
mod exam;
mod handing;
mod journal;
mod keeping;
mod keys;
mod marking;
mod mended;
mod objecting;
mod outcome;
mod practising;
mod reading;
mod regrading;
mod reopening;
mod replaying;
mod sharing;
mod time;
mod trusting;
mod ways;
mod winning;

use crate::support::bank::Bank;
use crate::support::shell::{Shell, Site};
use invigil_engine::app::Kept;
use invigil_engine::view::PageView;

/// A full mock of the newer guide.
const MOCK: &str = "#/exam?bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=65&min=130";
/// Ten questions with twenty minutes.
const SHORT: &str = "#/exam?bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=10&min=20";

fn site() -> Site {
    Site::of(Bank::usual())
}

/// A fresh device at work on a link.
fn at_work(link: &str) -> Shell {
    let mut shell = Shell::fresh(&site());
    shell.sit(link);
    shell
}

/// Some answers, a flag, a move, with time between: what a reload must bring back.
fn some_work(shell: &mut Shell) {
    shell.answer_right();
    shell.pass(30_000);
    shell.go(3);
    shell.answer_wrong();
    shell.send(invigil_engine::app::Event::FlagToggled);
    shell.pass(45_000);
    shell.go(7);
}

/// Where the answers of the exam at work are kept.
#[track_caller]
fn kept(shell: &Shell) -> Kept {
    match shell.view().page {
        PageView::Sitting(view) => view.kept,
        other => panic!("no question is shown: {other:?}"),
    }
}
