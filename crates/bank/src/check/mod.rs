//! The rules of a bank. Each has a stable code, and `docs/question-format.md` says why it is one.

mod aims;
mod bank;
pub(crate) mod craft;
pub(crate) mod cues;
pub(crate) mod form;
mod identity;
mod options;
mod review;
mod sources;
mod spelling;
mod stale;
mod texts;
mod twins;

pub(crate) use sources::HOSTS;

use crate::diagnostic::Diagnostic;
use crate::load::BankSources;
use crate::release;

/// Checks a bank as far as it could be read.
pub fn check(bank: &BankSources) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    bank::check(bank, &mut found);
    aims::check(bank, &mut found);
    identity::check(bank, &mut found);
    sources::check(bank, &mut found);
    for question in &bank.questions {
        texts::check(question, &mut found);
        form::check(question, &mut found);
        options::check(question, &mut found);
        craft::check(question, &mut found);
        spelling::check(question, &mut found);
    }
    release::check(bank, &mut found);
    review::check(bank, &mut found);
    stale::check(bank, &mut found);
    twins::check(bank, &mut found);
    cues::check(bank, &mut found);
    found
}
