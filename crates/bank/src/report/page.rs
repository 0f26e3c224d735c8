//! The figures as a page of the documents, written by the command and held against the bank.

use super::BankReport;
use super::sections::{Section, sections};
use crate::diagnostic::{Diagnostic, Place};
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
        let _ = write!(text, "\n## {} (`{}`)\n", report.title, report.folder);
        for section in sections(report) {
            let _ = write_section(&mut text, &section);
        }
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

fn write_section(text: &mut String, section: &Section) -> fmt::Result {
    let Section { head, lead, rows, title } = section;
    writeln!(text, "\n### {title}")?;
    if !lead.is_empty() {
        writeln!(text, "{lead}\n")?;
    }
    if rows.is_empty() {
        return Ok(());
    }
    let rules: Vec<&str> =
        (0..head.len()).map(|column| if is_numeric(rows, column) { "---:" } else { "---" }).collect();
    writeln!(text, "| {} |\n| {} |", head.join(" | "), rules.join(" | "))?;
    rows.iter().try_for_each(|row| writeln!(text, "| {} |", row.join(" | ")))
}

/// Whether a column holds nothing but figures, and so stands to the right.
fn is_numeric(rows: &[Vec<String>], column: usize) -> bool {
    let figure = |cell: &String| cell.chars().all(|sign| sign.is_ascii_digit() || "+-.".contains(sign));
    rows.iter().filter_map(|row| row.get(column)).all(figure)
}
