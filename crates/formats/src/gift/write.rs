//! Writes questions in GIFT, each on the lines between two empty ones, with its words in Markdown.

use super::ESCAPED;
use crate::blocks;
use invigil_engine::rich_text::RichText;
use invigil_engine::share::draft::{Draft, DraftOption, DraftQuestion};

/// Writes the questions of a draft.
pub fn write(draft: &Draft) -> String {
    let mut out = String::new();
    let mut topic = "";
    for question in &draft.questions {
        if question.topic != topic {
            topic = &question.topic;
            out.push_str("$CATEGORY: ");
            if topic.is_empty() {
                out.push_str("$course$/top");
            }
            for sign in topic.chars() {
                out.push(sign);
                if sign == '/' {
                    out.push(sign);
                }
            }
            out.push_str("\n\n");
        }
        put(question, &mut out);
    }
    out
}

fn put(question: &DraftQuestion, out: &mut String) {
    out.push_str("[markdown]");
    words(&question.stem, out);
    out.push_str(" {\n");
    let right = question.options.iter().filter(|option| option.correct).count();
    for option in &question.options {
        out.push_str(mark(option, right));
        words(&option.text, out);
        if !option.reason.0.is_empty() {
            out.push('#');
            words(&option.reason, out);
        }
        out.push('\n');
    }
    if !question.explanation.0.is_empty() {
        out.push_str("####");
        words(&question.explanation, out);
        out.push('\n');
    }
    out.push_str("}\n\n");
}

/// What stands before an option. A wrong one always has its weight, so that `%5%` at its beginning is none.
fn mark(option: &DraftOption, right: usize) -> &'static str {
    match (option.correct, right) {
        (true, 1) => "=",
        (false, 1) => "~%0%",
        (false, _) => "~%-100%",
        // The shares of Moodle's list.
        (true, 2) => "~%50%",
        (true, 3) => "~%33.33333%",
        (true, 4) => "~%25%",
        (true, 5) => "~%20%",
        (true, 6) => "~%16.66667%",
        (true, 7) => "~%14.28571%",
        (true, _) => "~%12.5%",
    }
}

/// Markdown on one line, in which nothing is read as GIFT.
fn words(text: &RichText, out: &mut String) {
    for sign in blocks::write(text).chars() {
        match sign {
            '\n' => out.push_str("\\n"),
            sign if ESCAPED.contains(&sign) && sign != 'n' => {
                out.push('\\');
                out.push(sign);
            }
            sign => out.push(sign),
        }
    }
}
