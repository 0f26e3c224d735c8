//! The authoring side of a question bank: reads the sources, says what is wrong with them and
//! where, and compiles them to the form that the app loads. Nothing of this ships in the app.

mod canonical;
mod check;
mod compile;
mod coverage;
mod diagnostic;
mod forms;
mod highlight;
mod load;
pub mod markdown;
mod notes;
mod numbers;
mod release;
mod report;
mod review;
mod schema;
mod seal;
pub mod source;
mod statistics;
mod words;

pub use canonical::format;
pub use check::check;
pub use check::cues::Cue;
pub use compile::{Compiled, Output, StudyGuide, compile, compile_on, compile_site};
pub use coverage::FactCounts;
pub use diagnostic::{Diagnostic, Severity};
pub use forms::FormCount;
pub use load::{BankSources, Found, Lines, Round, Sources, load};
pub use notes::{CompiledNotes, Head, NotesReport, NotesSources, PageSource, Score, check_notes, load_notes};
pub use numbers::{Numbered, number};
pub use release::{Released, release};
pub use report::{BankReport, DomainCount, Guesser, GuideCount, Lengths, TopicCount, page, page_drift};
pub use review::{GUESSED_MOST, Guessed, Outcome, ReviewReport, RoundReport};
pub use schema::{Schema, schemas};
pub use seal::{Sealing, seal};

pub use invigil_engine::time::Date;

/// The day in universal time, so long after 1970 began.
pub fn day_after(since_1970: std::time::Duration) -> Date {
    let millis = i64::try_from(since_1970.as_millis()).unwrap_or(i64::MAX);
    Date::at(invigil_engine::time::UnixMillis(millis), invigil_engine::time::Minutes(0))
}
