//! The figures as tables: what the page of the documents and the app's page about the bank both show.

use super::BankReport;
use crate::coverage::FactCounts;
use crate::review::{GUESSED_MOST, Outcome, ReviewReport, RoundReport};
use crate::words::ratio;
use invigil_engine::store::json::Json as _;
use serde::Serialize;

/// A part of the report: what is to be said first, and a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Section {
    /// The heads of the columns.
    pub(super) head: Vec<String>,
    /// A sentence or two; may be empty.
    pub(super) lead: String,
    /// The rows, each as long as the head.
    pub(super) rows: Vec<Vec<String>>,
    /// Its title.
    pub(super) title: String,
}

/// The whole report, in the form that the app reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Report {
    releases: Vec<serde_json::Value>,
    sections: Vec<Section>,
}

/// The report of a bank as compact JSON, for the app.
pub(crate) fn json(report: &BankReport) -> String {
    let releases = report.releases.iter();
    let releases = releases.filter_map(|release| serde_json::from_str(&release.to_json()).ok()).collect();
    serde_json::to_string(&Report { sections: sections(report), releases }).unwrap_or_default()
}

/// All sections, in order.
pub(super) fn sections(report: &BankReport) -> Vec<Section> {
    let mut sections = vec![questions(report), coverage(report)];
    sections.extend(guides(report));
    sections.extend([cues(report), review(report), topics(report)]);
    sections
}

fn section(title: &str, lead: String, head: &[&str], rows: Vec<Vec<String>>) -> Section {
    let head = head.iter().map(|name| (*name).to_owned()).collect();
    Section { head, lead, rows, title: title.to_owned() }
}

fn row(cells: &[&dyn ToString]) -> Vec<String> {
    cells.iter().map(|cell| cell.to_string()).collect()
}

fn questions(report: &BankReport) -> Section {
    let BankReport { version, questions, sealed, .. } = report;
    let lead = format!("Version {version}: {questions} questions, {sealed} of them kept for mock exams.");
    let counts = report.counts.iter().map(|(what, counts)| {
        let share =
            |(name, n): &(String, usize)| format!("{name} {n} ({:.0} %)", 100.0 * ratio(*n, *questions));
        row(&[what, &counts.iter().map(share).collect::<Vec<_>>().join(", ")])
    });
    let mut rows: Vec<Vec<String>> = counts.collect();
    let (references, opened) = report.references;
    rows.push(row(&[&"references", &format!("{references}, {opened} of them opened when verified")]));
    if let Some((oldest, newest)) = &report.verified {
        rows.push(row(&[&"verified", &format!("{oldest} to {newest}")]));
    }
    let (stem, option) = (report.lengths.stem, report.lengths.option);
    rows.push(row(&[&"words of a stem", &format!("median {}, most {}", stem.0, stem.1)]));
    rows.push(row(&[&"signs of an option", &format!("median {}, most {}", option.0, option.1)]));
    section("Questions", lead, &["of", "figures"], rows)
}

fn coverage(report: &BankReport) -> Section {
    let [none, one, two, three, more] = report.objectives;
    let all: usize = report.objectives.iter().sum();
    let lead = format!(
        "{all} objectives: {none} without a question, {one} with one, {two} with two, {three} with three, \
         {more} with more."
    );
    let facts = |what: &str, facts: &FactCounts| {
        let FactCounts { asked, left, all } = facts;
        row(&[&what, all, asked, left, &(all - asked - left)])
    };
    let rows = vec![facts("of the study notes", &report.notes_facts), facts("others", &report.exam_facts)];
    section("Coverage", lead, &["facts", "all", "asked", "left to the study guide", "open"], rows)
}

fn guides(report: &BankReport) -> Vec<Section> {
    let guides = report.guides.iter().map(|guide| {
        let mut rows = Vec::new();
        for domain in &guide.domains {
            let name = format!("{} {}", domain.domain, domain.title);
            rows.push(row(&[&name, &domain.questions, &domain.sealed, &domain.seats]));
            let tasks = domain.tasks.iter();
            rows.extend(tasks.map(|(id, title, n)| row(&[&format!("{id} {title}"), &format!("{n} in all"), &"", &""])));
        }
        let forms = report.forms.iter().find(|forms| forms.guide == guide.guide);
        let lead = forms.map_or(String::new(), |forms| {
            format!(
                "Full forms that can be drawn one after another with no question twice: {} from the open questions, \
                 {} from those kept for mock exams, {} if all were one pool.",
                forms.open, forms.sealed, forms.together
            )
        });
        section(&guide.title, lead, &["domain or task", "open", "kept", "seats"], rows)
    });
    guides.collect()
}

fn cues(report: &BankReport) -> Section {
    let passes = report.guesser.as_ref().map_or(String::new(), |guesser| {
        let (cue, wanted, scored) = (&guesser.cue, guesser.wanted, guesser.scored);
        format!(
            " Who follows the best of them, '{cue}', gets {wanted} of {scored} right {}.",
            chance(guesser.passes)
        )
    });
    let lead = format!(
        "Each cue is a guesser who knows nothing and goes by looks; the last one weighs all of them. z is the distance \
         from chance in standard errors; p is adjusted for the number of cues (Holm), and .05 or less stops the \
         build.{passes}"
    );
    let rows = report.cues.iter().map(|cue| {
        let p = cue.holm.map_or("too few".to_owned(), |p| format!("{p:.3}"));
        let (hit, chance) = (format!("{:.3}", cue.hit), format!("{:.3}", cue.chance));
        row(&[&cue.name, &cue.questions, &hit, &chance, &format!("{:+.2}", cue.z), &p])
    });
    let head = ["cue", "questions", "hits", "chance", "z", "p"];
    section("Can keys be guessed by their looks?", lead, &head, rows.collect())
}

/// A small chance in words.
fn chance(of: f64) -> String {
    if of < 1e-6 {
        return "less than once in a million times".to_owned();
    }
    format!("about once in {:.0} times", 1.0 / of)
}

fn review(report: &BankReport) -> Section {
    let ReviewReport { rounds, blind: [never, once, twice], guessed, attacked, planted } = &report.review;
    let all = report.questions;
    let guessed = guessed.as_ref().map_or(" Guessing from the options alone is not yet tried.".to_owned(), |guessed| {
        format!(
            " From the options alone, without the stem, {:.3} of {} keys were guessed; chance gives {:.3} (z {:+.1}), \
             and at most {:.2} is aimed at.",
            guessed.hit,
            guessed.questions,
            guessed.chance,
            guessed.z,
            f64::from(GUESSED_MOST) / 100.0
        )
    });
    let planted = planted.map_or(
        " No faults were planted yet, so it is not known how many a reading finds.".to_owned(),
        |(planted, found)| format!(" Of {planted} planted faults {found} were found."),
    );
    let lead = format!(
        "No certified human has reviewed the questions. What follows are readings by others than the authors; an \
         answer counts only while the question is as it was read. Keys found without being seen: by two readings or \
         more {twice}, by one {once}, by none {never} of {all}.{guessed} An adversary has attacked {attacked} of \
         {all}.{planted}"
    );
    let rows = rounds.iter().map(|round| row(&[&round.name, &round.lines, &round.current, &outcome(round)]));
    let head = ["record", "lines", "current", "outcome of the current ones"];
    section("Reviews", lead, &head, rows.collect())
}

/// What came of a round, in words.
pub(super) fn outcome(round: &RoundReport) -> String {
    match round.outcome {
        Outcome::Agreed(agreed) => format!("{agreed} agree with the key"),
        Outcome::Verdicts([stands, mended, dropped]) => {
            format!("{stands} stand, {mended} mended, {dropped} dropped")
        }
        Outcome::Found(planted, found) => format!("{found} of {planted} planted faults found"),
    }
}

fn topics(report: &BankReport) -> Section {
    let rows = report.topics.iter().map(|topic| {
        let notes = if topic.notes { "yes" } else { "" };
        row(&[&topic.title, &topic.questions, &topic.sealed, &topic.objectives, &notes])
    });
    let head = ["topic", "questions", "kept", "objectives", "of the study notes"];
    section("Topics", String::new(), &head, rows.collect())
}
