//! The figures as the command prints them.

use super::sections::outcome;
use super::{BankReport, Guesser};
use crate::coverage::FactCounts;
use crate::forms::FormCount;
use crate::review::ReviewReport;
use std::fmt;

impl fmt::Display for BankReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "bank {}: {} questions, {} of them sealed", self.folder, self.questions, self.sealed)?;
        for (what, counts) in &self.counts {
            row(f, what, &list(counts.iter().map(|(name, n)| format!("{name} {n}"))))?;
        }
        row(
            f,
            "topics",
            &list(self.topics.iter().map(|topic| format!("{} {}", topic.topic, topic.questions))),
        )?;
        let [none, one, two, three, more] = self.objectives;
        let all: usize = self.objectives.iter().sum();
        row(f, "objectives", &format!("{all}, {} of them with three questions or more", three + more))?;
        row(f, "", &format!("without any {none}, with one {one}, with two {two}"))?;
        for (what, facts) in [("of the notes", &self.notes_facts), ("of the exam", &self.exam_facts)] {
            let FactCounts { asked, left, all } = facts;
            row(f, "facts", &format!("{what} {all}: {asked} asked, {left} left to the guide"))?;
        }
        for guide in &self.guides {
            let domains = guide.domains.iter();
            let counts = domains.map(|d| format!("{}: {} for {} seats", d.domain, d.questions, d.seats));
            row(f, &guide.guide, &list(counts))?;
        }
        for FormCount { guide, open, sealed, together } in &self.forms {
            let drawn = format!("{open} open, {sealed} sealed, {together} as one pool");
            row(f, "forms", &format!("of {guide} with no question twice: {drawn}"))?;
        }
        let (references, opened) = self.references;
        row(f, "references", &format!("{references}, {opened} of them opened when verified"))?;
        if let Some((oldest, newest)) = &self.verified {
            row(f, "verified", &format!("{oldest} to {newest}"))?;
        }
        for cue in &self.cues {
            let few = if cue.holm.is_none() { ", too few to judge" } else { "" };
            writeln!(f, "  cue {:<16} {cue}{few}", cue.name)?;
        }
        if let Some(Guesser { cue, wanted, scored, passes, .. }) = &self.guesser {
            row(
                f,
                "guesser",
                &format!("with '{cue}' reaches {wanted} of {scored} with a chance of {passes:.1e}"),
            )?;
        }
        review(f, &self.review)
    }
}

fn review(f: &mut fmt::Formatter<'_>, review: &ReviewReport) -> fmt::Result {
    for round in &review.rounds {
        let (lines, current) = (round.lines, round.current);
        let outcome = outcome(round);
        row(f, "review", &format!("{}: {lines} lines, {current} of them current, {outcome}", round.name))?;
    }
    let [never, once, twice] = review.blind;
    row(f, "blind", &format!("solved twice or more {twice}, once {once}, never {never}, as they are now"))?;
    if let Some(guessed) = &review.guessed {
        let (hit, chance) = (guessed.hit, guessed.chance);
        row(f, "options only", &format!("hits {hit:.3}, chance {chance:.3}, z {:+.1}", guessed.z))?;
    }
    Ok(())
}

fn row(f: &mut fmt::Formatter<'_>, name: &str, text: &str) -> fmt::Result {
    writeln!(f, "  {name:<12} {text}")
}

fn list(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}
