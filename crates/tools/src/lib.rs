//! The second module: what few need at once and what takes long, loaded when it is first used and run in a worker.
//!
//! Bytes in, bytes out: the page asks for a length with [`reserve`], writes its input there, names a tool with [`run`], and
//! reads the output. What the bytes are is the business of each tool; see `docs/adr/0012-a-module-of-tools.md`.

#[cfg(feature = "bench")]
pub mod bench;
mod sharing;

use invigil_engine::packed::Packed as _;
use invigil_engine::search::{Found, QuestionIndex, SearchIndex};
use invigil_engine::store::check::check;
use invigil_engine::study::{Plan, StudyInput};
use invigil_engine::time::{Date, UnixMillis};
use invigil_study::schedule::{CalendarTexts, calendar};
use invigil_study::study;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The tools, by their numbers, which never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Reads all that is stored: records as pairs of name and text in, [`invigil_engine::store::check::Checked`] out.
    Check,
    /// Takes in what is searched: the bytes of a [`SearchIndex`] and of a [`QuestionIndex`], which may be none; whether
    /// they could be read out. If not, what was there stays.
    Load,
    /// Asks what was taken in: a query and the numbers of the questions that were seen in, [`Found`] out. Refused while
    /// there is nothing.
    Find,
    /// Reckons what a learner's history says: [`StudyInput`] in, [`invigil_engine::study::Study`] out.
    Study,
    /// Writes a plan as a calendar: the plan and the day of the exam; the moment and the day; an id, and the words of
    /// [`CalendarTexts`] in; the text of the file out.
    Calendar,
    /// Reads questions of one's own: their format, if it is known, and the text in;
    /// [`invigil_engine::share::draft::Draft`] out.
    Draft,
    /// Makes the codes of a paper: [`invigil_engine::share::paper::PaperOrder`] in; the
    /// [`invigil_engine::share::paper::MadePaper`] out, or none.
    Make,
    /// Makes the code of a result: [`invigil_engine::share::handed::Handed`] and the form of somebody's own paper in; text
    /// out.
    Hand,
    /// Opens codes: texts in; as many [`invigil_engine::share::packet::Opened`] out.
    Open,
    /// Makes a QR code: a text in; [`invigil_engine::app::Qr`] out, or none.
    Qr,
    /// Reckons what a class says: [`invigil_engine::share::class::ClassInput`] in;
    /// [`invigil_engine::share::class::ClassReport`] out.
    Class,
    /// Writes a table of a class: the same, which table, and whether with names in; text out.
    Table,
    /// Writes questions in a format: a [`invigil_engine::share::paper::PaperOrder`] and the format in; text out.
    Write,
}

/// What is searched.
struct Searched {
    pages: SearchIndex,
    questions: Option<QuestionIndex>,
}

static SEARCHED: Mutex<Option<Searched>> = Mutex::new(None);

/// How many pages and how many questions an answer has at most.
const MOST: usize = 12;

impl Tool {
    /// All of them, by their numbers.
    const ALL: [Self; 13] = [
        Self::Check,
        Self::Load,
        Self::Find,
        Self::Study,
        Self::Calendar,
        Self::Draft,
        Self::Make,
        Self::Hand,
        Self::Open,
        Self::Qr,
        Self::Class,
        Self::Table,
        Self::Write,
    ];

    fn of(number: u32) -> Option<Self> {
        Self::ALL.get(usize::try_from(number).ok()?).copied()
    }

    /// What a tool makes of its input; nothing of one that it cannot read.
    pub fn work(self, input: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Check => Some(check(&Vec::from_bytes(input)?).to_bytes()),
            Self::Load => {
                let (pages, questions) = <(Vec<u8>, Vec<u8>)>::from_bytes(input)?;
                Some(load(&pages, &questions).is_some().to_bytes())
            }
            Self::Find => {
                let (query, seen) = <(String, Vec<u32>)>::from_bytes(input)?;
                Some(searched().as_ref()?.find(&query, &seen).to_bytes())
            }
            Self::Study => Some(study(&StudyInput::from_bytes(input)?).to_bytes()),
            Self::Calendar => {
                let ((plan, exam), (now, today), words) =
                    <((Plan, Date), (i64, i64), Vec<String>)>::from_bytes(input)?;
                let [id, name, practice, mock, exam_name] = words.as_slice() else { return None };
                let texts = CalendarTexts { id, name, practice, mock, exam: exam_name };
                Some(calendar(&plan, exam, today, UnixMillis(now), &texts).to_bytes())
            }
            Self::Draft => sharing::draft(input),
            Self::Make => sharing::codes(input),
            Self::Hand => sharing::handed(input),
            Self::Open => sharing::opened(input),
            Self::Qr => sharing::qr(input),
            Self::Class => sharing::class(input),
            Self::Table => sharing::class_table(input),
            Self::Write => sharing::written(input),
        }
    }
}

fn searched() -> MutexGuard<'static, Option<Searched>> {
    SEARCHED.lock().unwrap_or_else(PoisonError::into_inner)
}

fn load(pages: &[u8], questions: &[u8]) -> Option<()> {
    let pages = SearchIndex::from_bytes(pages)?;
    let questions = if questions.is_empty() { None } else { Some(QuestionIndex::from_bytes(questions)?) };
    *searched() = Some(Searched { pages, questions });
    Some(())
}

impl Searched {
    fn find(&self, query: &str, seen: &[u32]) -> Found {
        let questions = self.questions.as_ref().map(|questions| questions.find(query, seen, MOST));
        Found { pages: self.pages.find(query, MOST), questions: questions.unwrap_or_default() }
    }
}

/// What [`run`] answers when there is no such tool, or its input cannot be read.
pub const REFUSED: usize = usize::MAX;

/// The input, and after [`run`] the output.
static HELD: Mutex<Vec<u8>> = Mutex::new(Vec::new());

fn held() -> MutexGuard<'static, Vec<u8>> {
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes room for an input of a length, and tells where.
#[expect(unsafe_code, reason = "a fixed name of an export; no other function of this module has it")]
#[unsafe(no_mangle)]
pub extern "C" fn reserve(length: usize) -> *const u8 {
    let mut held = held();
    *held = vec![0; length];
    held.as_ptr()
}

/// Runs a tool on the input, and tells the length of the output, or [`REFUSED`].
#[expect(unsafe_code, reason = "a fixed name of an export; no other function of this module has it")]
#[unsafe(no_mangle)]
pub extern "C" fn run(tool: u32) -> usize {
    let mut held = held();
    let Some(output) = Tool::of(tool).and_then(|tool| tool.work(&held)) else { return REFUSED };
    *held = output;
    held.len()
}

/// Where the output lies.
#[expect(unsafe_code, reason = "a fixed name of an export; no other function of this module has it")]
#[unsafe(no_mangle)]
pub extern "C" fn output() -> *const u8 {
    held().as_ptr()
}
