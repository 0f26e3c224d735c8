//! The figures as data for the app: compact JSON, whole numbers only, since that is what the app reads.
//!
//! Shares and p-values are in thousandths, distances in hundredths of a standard error.

use super::{BankReport, Guesser, TopicCount};
use crate::coverage::FactCounts;
use crate::review::{GUESSED_MOST, Outcome, RoundReport};
use serde_json::{Map, Value, json};

/// The version of this form.
const FORMAT: u32 = 1;

/// The figures of a bank as a text.
pub(crate) fn json(report: &BankReport) -> String {
    let counts: Map<String, Value> = report
        .counts
        .iter()
        .map(|(what, counts)| {
            let counts: Vec<Value> = counts.iter().map(|(name, number)| json!([name, number])).collect();
            ((*what).to_owned(), Value::Array(counts))
        })
        .collect();
    let (references, opened) = report.references;
    let (stem, option) = (report.lengths.stem, report.lengths.option);
    json!({
        "format": FORMAT,
        "bank": report.folder,
        "version": report.version,
        "questions": report.questions,
        "sealed": report.sealed,
        "counts": counts,
        "topics": report.topics.iter().map(topic).collect::<Vec<_>>(),
        "guides": guides(report),
        "objectives": report.objectives,
        "facts": { "notes": facts(&report.notes_facts), "exam": facts(&report.exam_facts) },
        "references": { "all": references, "opened": opened },
        "verified": report.verified.as_ref().map(|(oldest, newest)| json!([oldest, newest])),
        "lengths": { "stem_words": [stem.0, stem.1], "option_signs": [option.0, option.1] },
        "cues": cues(report),
        "guesser": report.guesser.as_ref().map(guesser),
        "review": review(report),
    })
    .to_string()
}

fn topic(topic: &TopicCount) -> Value {
    json!({
        "id": topic.topic,
        "title": topic.title,
        "notes": topic.notes,
        "questions": topic.questions,
        "objectives": topic.objectives,
    })
}

fn guides(report: &BankReport) -> Vec<Value> {
    let forms = |id: &str| {
        let forms = report.forms.iter().find(|forms| forms.guide == id);
        forms.map(|forms| json!({"open": forms.open, "sealed": forms.sealed, "together": forms.together}))
    };
    let guides = report.guides.iter().map(|guide| {
        let domains = guide.domains.iter().map(|domain| {
            let tasks = domain.tasks.iter();
            let tasks =
                tasks.map(|(id, title, questions)| json!({"id": id, "title": title, "questions": questions}));
            json!({
                "id": domain.domain,
                "title": domain.title,
                "open": domain.questions,
                "sealed": domain.sealed,
                "seats": domain.seats,
                "tasks": tasks.collect::<Vec<_>>(),
            })
        });
        let domains: Vec<Value> = domains.collect();
        json!({"id": guide.guide, "title": guide.title, "forms": forms(&guide.guide), "domains": domains})
    });
    guides.collect()
}

fn facts(facts: &FactCounts) -> Value {
    json!({"all": facts.all, "asked": facts.asked, "left": facts.left})
}

fn cues(report: &BankReport) -> Vec<Value> {
    let cues = report.cues.iter().map(|cue| {
        json!({
            "name": cue.name,
            "questions": cue.questions,
            "hit": whole(cue.hit, 1000.0),
            "chance": whole(cue.chance, 1000.0),
            "z": whole(cue.z, 100.0),
            "holm": cue.holm.map(|p| whole(p, 1000.0)),
        })
    });
    cues.collect()
}

fn guesser(guesser: &Guesser) -> Value {
    json!({
        "cue": guesser.cue,
        "hit": whole(guesser.hit, 1000.0),
        "wanted": guesser.wanted,
        "scored": guesser.scored,
        "passes_in_a_million": whole(guesser.passes, 1e6),
    })
}

fn review(report: &BankReport) -> Value {
    let review = &report.review;
    let [never, once, twice] = review.blind;
    json!({
        "certified": false,
        "rounds": review.rounds.iter().map(round).collect::<Vec<_>>(),
        "blind": { "never": never, "once": once, "twice": twice },
        "options_only": review.guessed.as_ref().map(|guessed| json!({
            "questions": guessed.questions,
            "hit": whole(guessed.hit, 1000.0),
            "chance": whole(guessed.chance, 1000.0),
            "most": GUESSED_MOST * 10,
            "z": whole(guessed.z, 100.0),
        })),
        "adversary": review.attacked,
        "planted": review.planted.map(|(planted, found)| json!({"planted": planted, "found": found})),
    })
}

fn round(round: &RoundReport) -> Value {
    let outcome = match round.outcome {
        Outcome::Agreed(agreed) => json!({"agreed": agreed}),
        Outcome::Verdicts([stands, mended, dropped]) => {
            json!({"stands": stands, "mended": mended, "dropped": dropped})
        }
        Outcome::Found(planted, found) => json!({"planted": planted, "found": found}),
    };
    json!({
        "name": round.name,
        "kind": round.kind,
        "lines": round.lines,
        "current": round.current,
        "outcome": outcome,
    })
}

/// A share as a whole number of parts.
fn whole(share: f64, parts: f64) -> Value {
    let text = format!("{:.0}", share * parts);
    // No minus before a zero.
    json!(text.parse::<i64>().unwrap_or(0))
}
