//! `cargo xtask bench`: figures beside their references in one run, natively and in the browser. docs/performance.md keeps
//! a table of them with the machine named.

mod class;

use std::hint::black_box;
use std::process::Command;
use std::rc::Rc;
use std::time::{Duration, Instant};

use invigil_engine::bank::wire::{Part, Records, encode_chunk};
use invigil_engine::bank::{BankIndex, Question, Tier};
use invigil_engine::draw::{DrawSpec, Pool, draw};
use invigil_engine::exposure::{Exposure, Exposures, FirstAnswer, SeenIn};
use invigil_engine::ids::{Fingerprint, OptionSet, QuestionNumber};
use invigil_engine::packed::Packed as _;
use invigil_engine::review::Review;
use invigil_engine::seed::Seed;
use invigil_engine::store::history::write_exposures;
use invigil_engine::study::StudyInput;
use invigil_engine::time::{DurationMs, Minutes, UnixMillis};

use crate::failure::{During as _, Failure, Outcome};
use crate::process;
use crate::project::{self, Project};
use crate::site;
use crate::test::corrected::{Bank, compiled};
use crate::tools::chromium;

const TURNS: usize = 9;

pub(crate) fn run(project: &Project) -> Outcome {
    if cfg!(debug_assertions) {
        // Unoptimised code says nothing about what a learner has.
        let mut optimised = Command::new(env!("CARGO"));
        optimised.args(["run", "--quiet", "--release", "--package", "xtask", "--", "bench"]);
        return process::run(optimised.current_dir(&project.root));
    }
    let bank = compiled(project)
        .ok_or_else(|| Failure::new("the bank cannot be compiled: see `cargo xtask bank`"))?;
    println!("| what | Invigil | reference | ratio |\n| --- | --- | --- | --- |");
    opening(&bank);
    drawing(&bank.index);
    studying(project, &bank.index)?;
    class::taking_in(project, &bank.index)?;
    in_the_browser(project)
}

fn opening(bank: &Bank) {
    let print = Fingerprint(1);
    let mut questions = Vec::new();
    for (number, question) in (1..=10_000).zip(bank.questions.iter().cycle()) {
        questions.push(invigil_engine::bank::Question { number: QuestionNumber(number), ..question.clone() });
    }
    let chunks: Vec<Vec<u8>> = questions
        .chunks(64)
        .map(|chunk| encode_chunk(Part::Questions(0), print, &chunk.iter().collect::<Vec<_>>()))
        .collect();
    let Ok(json) = serde_json::to_vec(&questions) else { return };
    let [mut ours, mut parse, mut copy] = [const { Vec::new() }; 3];
    for _ in 0..TURNS {
        ours.push(timed(|| opened(black_box(&chunks))));
        parse.push(timed(|| serde_json::from_slice::<serde_json::Value>(black_box(&json)).is_ok()));
        copy.push(timed(|| black_box(chunks.clone()).len()));
    }
    row(
        "10,000 questions opened and 65 read, natively",
        median(ours.clone()),
        median(parse),
        "parsing the same as JSON",
    );
    row("10,000 questions opened and 65 read, natively", median(ours), median(copy), "copying the bytes");
}

/// Opens all chunks, and reads a form's questions.
fn opened(chunks: &[Vec<u8>]) -> usize {
    let open = |bytes: &Vec<u8>| Records::<Question>::open(Part::Questions(0), Fingerprint(1), bytes).ok();
    let opened: Vec<_> = chunks.iter().filter_map(open).collect();
    let numbers = (1..=10_000).step_by(154).map(QuestionNumber);
    numbers.filter_map(|number| opened.get(place_of(number))?.get(number)).count()
}

/// The chunk of a question of the large bank.
fn place_of(number: QuestionNumber) -> usize {
    usize::try_from((number.0 - 1) / 64).unwrap_or(usize::MAX)
}

fn drawing(index: &BankIndex) {
    let times = [1_000_u32, 100_000].map(|count| {
        let large = of_size(index, count);
        let Some(guide) = large.guides.last().map(|guide| guide.id.clone()) else { return Vec::new() };
        let spec = |turn: usize| DrawSpec {
            guide: guide.clone(),
            length: 65,
            topics: Vec::new(),
            seed: Seed::from_entropy(u64::try_from(turn).unwrap_or(0)),
            pool: Pool::Open,
            only: None,
        };
        (0..TURNS).map(|turn| timed(|| draw(&large, &spec(turn), None).is_ok())).collect()
    });
    let [small, large] = times.map(median);
    row("65 questions drawn from 100,000", large, small, "from 1,000");
}

/// The bank's own entries over and over, under new numbers.
fn of_size(index: &BankIndex, count: u32) -> BankIndex {
    let entries = (1..=count).zip(index.entries.iter().cycle());
    let entries = entries
        .map(|(number, entry)| invigil_engine::bank::Entry {
            number: QuestionNumber(number),
            enemies: Vec::new(),
            ..entry.clone()
        })
        .collect();
    BankIndex { entries, ..index.clone() }
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let begun = Instant::now();
    black_box(work());
    begun.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn row(what: &str, ours: Duration, reference: Duration, than: &str) {
    let [ours, reference] = [ours, reference].map(|time| time.as_secs_f64() * 1000.0);
    println!("| {what} | {ours:.2} ms | {reference:.2} ms ({than}) | {:.2} |", ours / reference);
}

/// What a long history says, in WebAssembly under Node.
fn studying(project: &Project, index: &BankIndex) -> Outcome {
    let module = crate::stage::tools::compile(project, true, "bench", &["--features", "bench"])?;
    let input = project.target.join("bench").join("study.bin");
    std::fs::write(&input, studied(index).to_bytes()).during("write", &input)?;
    let node = project::find_on_path("node").ok_or_else(|| Failure::new("there is no node"))?;
    let mut command = Command::new(node);
    command.current_dir(project.root.join("tests").join("e2e")).arg("study.mjs").arg(module).arg(input);
    process::run(&mut command)
}

/// Five thousand objectives of two questions each, and an answer to every question over three months.
fn studied(index: &BankIndex) -> StudyInput {
    const OBJECTIVES: u16 = 5_000;
    const NOW: i64 = 1_797_325_200_000;
    let mut large = of_size(index, 10_000);
    let objectives = (0..OBJECTIVES).zip(index.objectives.iter().cycle());
    large.objectives = objectives.map(|(_, objective)| objective.clone()).collect();
    let mut history = Exposures::default();
    for (place, entry) in (0_u16..).zip(&mut large.entries) {
        (entry.objective, entry.tier, entry.sealed) = (place % OBJECTIVES, Tier::Exam, false);
        let at = UnixMillis(NOW - 90 * 86_400_000 + i64::from(place) * 700_000);
        let answer = if place % 10 < 7 { FirstAnswer::Right } else { FirstAnswer::Wrong };
        let (number, revision, seen_in) = (entry.number, entry.revision, SeenIn::Timed);
        history.add(number, Exposure { first: at, revision, answer, seen_in, last: at, reasons: None });
        let (chosen, spent) = (OptionSet::EMPTY, DurationMs(20_000 + i64::from(place % 400) * 100));
        history.reviews.add(&Review {
            at,
            number,
            revision,
            chosen,
            answer,
            seen_in,
            confidence: None,
            spent,
        });
    }
    StudyInput {
        guide: u8::try_from(large.guides.len().saturating_sub(1)).unwrap_or(0),
        index: Rc::new(large),
        now: NOW,
        offset: Minutes(0),
        exam: None,
        history: write_exposures(&history),
    }
}

fn in_the_browser(project: &Project) -> Outcome {
    let node = project::find_on_path("node").ok_or_else(|| {
        Failure::new(
            "there is no node: install Node.js 20 or newer (Debian and Ubuntu: `apt-get install nodejs npm`)",
        )
    })?;
    let browser = chromium::ensure()?;
    let site = site::release(project)?;
    let mut command = Command::new(node);
    command.current_dir(project.root.join("tests").join("e2e")).args(["bench.mjs", "--dist"]).arg(site);
    process::run(command.env("CHROMIUM", browser.program))
}
