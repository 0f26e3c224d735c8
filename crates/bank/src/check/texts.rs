//! Every text of a question: there, in the Markdown subset, and true in whatever order the options
//! are shown.

use crate::diagnostic::{Diagnostic, Place};
use crate::load::Found;
use crate::markdown::{Setting, parse};
use crate::source::QuestionSource;
use crate::words::names_a_position;

/// A reason below this many signs says nothing.
const WHY_LEAST: usize = 25;

pub(super) fn check(question: &Found<QuestionSource>, found: &mut Vec<Diagnostic>) {
    let (value, place) = (&question.value, &question.place);
    text(place, "the stem", &value.stem, Setting::Stem, found);
    text(place, "the takeaway", &value.takeaway, Setting::Line, found);
    if let Some(change) = &value.changed {
        text(place, "what was", &change.was, Setting::Reason, found);
        text(place, "what is", &change.is, Setting::Reason, found);
    }
    for option in &value.options {
        let place = question.place_of(&option.id);
        text(&place, &format!("option {}", option.id), &option.text, Setting::Line, found);
        why(&place, &option.id, &option.why, found);
    }
}

/// A text, with what its Markdown has that the subset lacks.
fn text(place: &Place, name: &str, markdown: &str, setting: Setting, found: &mut Vec<Diagnostic>) {
    if markdown.trim().is_empty() {
        found.push(place.says("E-blank", format!("{name} is empty"), "write it"));
        return;
    }
    for fault in parse(markdown, setting).1 {
        let row = if fault.line > 0 { format!(", its line {}", fault.line + 1) } else { String::new() };
        found.push(place.says("E-markdown", format!("{name}{row}: {}", fault.message), fault.advice));
    }
}

fn why(place: &Place, option: &str, markdown: &str, found: &mut Vec<Diagnostic>) {
    let signs = markdown.trim().chars().count();
    if signs < WHY_LEAST {
        let message = format!("the reason of option {option} is missing or says nothing");
        let advice = "say what makes it right, or where it would be right and what it mistakes here";
        found.push(place.says("E-why-short", message, advice));
    }
    if signs > 0 {
        text(place, &format!("the reason of option {option}"), markdown, Setting::Reason, found);
    }
    if let Some(words) = names_a_position(markdown) {
        let message = format!("the reason of option {option} says '{words}'");
        let advice = "options are shuffled: name what the option says, not where it stands";
        found.push(place.says("E-why-position", message, advice));
    }
}
