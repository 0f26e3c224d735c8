//! The figures as a page of the documents, written by the command and held against the bank.

use super::BankReport;
use crate::coverage::FactCounts;
use crate::diagnostic::{Diagnostic, Place};
use crate::review::{GUESSED_MOST, Outcome, ReviewReport};
use std::fmt::{self, Write};

/// The page for all banks of a site.
pub fn page(reports: &[BankReport]) -> String {
    let mut text = String::from(
        "# The banks in figures\n\
         Written by `cargo xtask bank report` from the sources; change those, not this page. The rules and the words \
         are explained in [question-format.md](question-format.md).\n",
    );
    for report in reports {
        // A String takes all that is written.
        let _ = bank(&mut text, report);
    }
    text
}

/// Says when the page is not what the command would write; `stored` is none where it cannot be read.
pub fn page_drift(reports: &[BankReport], stored: Option<&str>) -> Option<Diagnostic> {
    let drifted = stored != Some(page(reports).as_str());
    drifted.then(|| {
        let advice = "run `cargo xtask bank report`, and commit the page with the questions";
        Place::file("../docs/bank-report.md").says(
            "W-report",
            "the page of figures is not up to date",
            advice,
        )
    })
}

fn bank(text: &mut String, report: &BankReport) -> fmt::Result {
    let BankReport { title, folder, version, questions, sealed, .. } = report;
    writeln!(text, "\n## {title}")?;
    writeln!(
        text,
        "Bank `{folder}`, version {version}: {questions} questions, {sealed} of them kept for mock exams.\n"
    )?;
    writeln!(text, "| | |\n| --- | --- |")?;
    for (what, counts) in &report.counts {
        let counts: Vec<String> =
            counts.iter().map(|(name, n)| format!("{name} {n} ({})", percent(*n, *questions))).collect();
        writeln!(text, "| {what} | {} |", counts.join(", "))?;
    }
    let (references, opened) = report.references;
    writeln!(text, "| references | {references}, {opened} of them opened when verified |")?;
    if let Some((oldest, newest)) = &report.verified {
        writeln!(text, "| verified | {oldest} to {newest} |")?;
    }
    let (stem, option) = (report.lengths.stem, report.lengths.option);
    writeln!(text, "| words of a stem | median {}, most {} |", stem.0, stem.1)?;
    writeln!(text, "| signs of an option | median {}, most {} |", option.0, option.1)?;
    coverage(text, report)?;
    guides(text, report)?;
    cues(text, report)?;
    review(text, report)?;
    topics(text, report)
}

fn coverage(text: &mut String, report: &BankReport) -> fmt::Result {
    writeln!(
        text,
        "\n### Coverage\n| | all | asked | left to the study guide | open |\n| --- | ---: | ---: | ---: | ---: |"
    )?;
    for (what, facts) in
        [("facts of the study notes", &report.notes_facts), ("other facts", &report.exam_facts)]
    {
        let FactCounts { asked, left, all } = facts;
        writeln!(text, "| {what} | {all} | {asked} | {left} | {} |", all - asked - left)?;
    }
    let all: usize = report.objectives.iter().sum();
    let [none, one, two, three, more] = report.objectives;
    writeln!(
        text,
        "\n{all} objectives: {none} without a question, {one} with one, {two} with two, {three} with three, {more} with more."
    )
}

fn guides(text: &mut String, report: &BankReport) -> fmt::Result {
    for guide in &report.guides {
        writeln!(text, "\n### {}", guide.title)?;
        if let Some(forms) = report.forms.iter().find(|forms| forms.guide == guide.guide) {
            writeln!(
                text,
                "Full forms that can be drawn one after another with no question twice: {} from the open questions, {} from the sealed ones, {} if all were one pool.\n",
                forms.open, forms.sealed, forms.together
            )?;
        }
        writeln!(text, "| domain or task | open | sealed | seats |\n| --- | ---: | ---: | ---: |")?;
        for domain in &guide.domains {
            writeln!(
                text,
                "| **{} {}** | {} | {} | {} |",
                domain.domain, domain.title, domain.questions, domain.sealed, domain.seats
            )?;
            for (id, title, questions) in &domain.tasks {
                writeln!(text, "| {id} {title} | {questions} in all | | |")?;
            }
        }
    }
    Ok(())
}

fn cues(text: &mut String, report: &BankReport) -> fmt::Result {
    writeln!(
        text,
        "\n### Can keys be guessed by their looks?\n\
         Each cue is a guesser who knows nothing. *z* is the distance from chance in standard errors, *p* is adjusted for \
         the number of cues (Holm); a cue with p of .05 or less stops the build.\n\n\
         | cue | questions | hits | chance | z | p |\n| --- | ---: | ---: | ---: | ---: | ---: |"
    )?;
    for cue in &report.cues {
        let p = cue.holm.map_or("too few".to_owned(), |p| format!("{p:.3}"));
        writeln!(
            text,
            "| {} | {} | {:.3} | {:.3} | {:+.2} | {p} |",
            cue.name, cue.questions, cue.hit, cue.chance, cue.z
        )?;
    }
    if let Some(guesser) = &report.guesser {
        writeln!(
            text,
            "\nWho follows the best of them, '{}', reaches {} of {} with a chance of {:.1e}.",
            guesser.cue, guesser.wanted, guesser.scored, guesser.passes
        )?;
    }
    Ok(())
}

fn review(text: &mut String, report: &BankReport) -> fmt::Result {
    let ReviewReport { rounds, blind: [never, once, twice], guessed, attacked, .. } = &report.review;
    let all = report.questions;
    writeln!(
        text,
        "\n### Reviews\n**No certified human has reviewed the questions.** What follows are readings by others than the \
         authors; an answer counts only while the question is as it was read.\n"
    )?;
    writeln!(
        text,
        "Keys found blind, without being seen: by two readings or more {twice}, by one {once}, by none {never} of {all}."
    )?;
    match guessed {
        Some(guessed) => writeln!(
            text,
            "Keys guessed from the options alone, without the stem: {:.3} of {} questions of one key; chance gives {:.3} (z {:+.1}), the aim is at most {:.2}.",
            guessed.hit,
            guessed.questions,
            guessed.chance,
            guessed.z,
            f64::from(GUESSED_MOST) / 100.0
        )?,
        None => writeln!(text, "Keys guessed from the options alone: not yet tried.")?,
    }
    writeln!(text, "Questions that an adversary has attacked: {attacked} of {all}.")?;
    match report.review.planted {
        Some((planted, found)) => writeln!(text, "Of {planted} planted faults {found} were found.")?,
        None => writeln!(text, "No faults were planted yet, so it is not known how many a reading finds.")?,
    }
    if rounds.is_empty() {
        return Ok(());
    }
    writeln!(
        text,
        "\n| record | lines | current | outcome of the current ones |\n| --- | ---: | ---: | --- |"
    )?;
    for round in rounds {
        let outcome = match round.outcome {
            Outcome::Agreed(agreed) => format!("{agreed} agree with the key"),
            Outcome::Verdicts([stands, mended, dropped]) => {
                format!("{stands} stand, {mended} mended, {dropped} dropped")
            }
            Outcome::Found(planted, found) => format!("{found} of {planted} found"),
        };
        writeln!(text, "| {} | {} | {} | {outcome} |", round.name, round.lines, round.current)?;
    }
    Ok(())
}

fn topics(text: &mut String, report: &BankReport) -> fmt::Result {
    writeln!(
        text,
        "\n### Topics\n| topic | of the study notes | questions | sealed | objectives |\n| --- | --- | ---: | ---: | ---: |"
    )?;
    for topic in &report.topics {
        let notes = if topic.notes { "yes" } else { "" };
        writeln!(
            text,
            "| {} | {notes} | {} | {} | {} |",
            topic.title, topic.questions, topic.sealed, topic.objectives
        )?;
    }
    Ok(())
}

fn percent(part: usize, whole: usize) -> String {
    format!("{:.0} %", 100.0 * crate::words::ratio(part, whole))
}
