//! The commands of the question bank, and the seam to its compiler: questions in, files and
//! diagnostics out.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use invigil_bank::{Compiled, CompiledNotes, Date, Diagnostic, NotesReport, Output, StudyGuide};

use crate::args::Arguments;
use crate::failure::{During as _, Failure, Outcome};
use crate::project::Project;

fn questions(project: &Project) -> std::path::PathBuf {
    project.root.join("questions")
}

fn notes(project: &Project) -> std::path::PathBuf {
    project.root.join("notes")
}

/// The step of the build: the banks as the app loads them, as paths below the staging folder, and their study guides.
pub(crate) fn stage(project: &Project, staging: &Path) -> Outcome<(Vec<String>, Vec<CompiledNotes>)> {
    let compiled = invigil_bank::compile_site(&questions(project), Some(&notes(project)), None);
    // A build is no review: it says what stops it, and `cargo xtask bank` says the rest.
    for error in compiled.diagnostics.iter().filter(|found| found.is_error()) {
        eprintln!("{error}");
    }
    verdict(&compiled.diagnostics)?;
    let written = compiled.outputs.iter().map(|output| write(staging, output)).collect::<Outcome<_>>()?;
    Ok((written, compiled.notes.into_iter().map(|guide| guide.compiled).collect()))
}

fn write(staging: &Path, output: &Output) -> Outcome<String> {
    let path = staging.join(&output.path);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).during("create the folder", folder)?;
    }
    fs::write(&path, &output.bytes).during("write", &path)?;
    Ok(output.path.clone())
}

/// `cargo xtask bank [check|number|seal|format|release|report|schema]…`, in the order given.
pub(crate) fn run(project: &Project, arguments: &Arguments) -> Outcome {
    let today = match arguments.value("--today") {
        Some(day) => {
            Date::parse(day).ok_or_else(|| Failure::new(format!("'{day}' is no day such as 2026-12-01")))?
        }
        None => today(),
    };
    let acts = arguments.words();
    if acts.is_empty() {
        return check_on(project, today);
    }
    for act in acts {
        match act.as_str() {
            "number" => number(project)?,
            "seal" => seal(project)?,
            "format" => format(project)?,
            "release" => release(project, today)?,
            "report" => report(project)?,
            "schema" => schema(project)?,
            _ => check_on(project, today)?,
        }
    }
    Ok(())
}

/// `cargo xtask notes check`: the rules of the study guide, then its figures.
pub(crate) fn notes_check(project: &Project, held: bool) -> Outcome {
    let compiled = invigil_bank::compile_site(&questions(project), Some(&notes(project)), None);
    let of_notes = |found: &&Diagnostic| found.is_error() || found.code.starts_with("E-notes");
    let found: Vec<Diagnostic> = compiled.diagnostics.iter().filter(of_notes).cloned().collect();
    say(&found);
    verdict(&found)?;
    for StudyGuide { sources, bank, compiled } in &compiled.notes {
        print!("{}", NotesReport::of(sources, bank, compiled, held));
    }
    Ok(())
}

/// All rules, then the figures.
pub(crate) fn check(project: &Project) -> Outcome {
    check_on(project, today())
}

fn check_on(project: &Project, today: Date) -> Outcome {
    let compiled = invigil_bank::compile_site(&questions(project), Some(&notes(project)), Some(today));
    let Compiled { outputs, mut diagnostics, reports, .. } = compiled;
    let page = fs::read_to_string(report_page(project)).ok();
    diagnostics.extend(invigil_bank::page_drift(&reports, page.as_deref()));
    say(&diagnostics);
    for report in &reports {
        print!("{report}");
    }
    verdict(&diagnostics)?;
    let bytes: usize = outputs.iter().map(|output| output.bytes.len()).sum();
    println!("bank: no errors, {} warnings; compiles to {bytes} bytes", diagnostics.len());
    Ok(())
}

fn number(project: &Project) -> Outcome {
    let folder = questions(project);
    let done = invigil_bank::number(&folder).during("number the questions in", &folder)?;
    say(&done.diagnostics);
    verdict(&done.diagnostics)?;
    done.given.iter().for_each(|(id, number)| println!("{id} is question {number}"));
    done.retired.iter().for_each(|number| println!("the number {number} is retired"));
    println!("bank: {} numbers given, {} retired", done.given.len(), done.retired.len());
    Ok(())
}

fn seal(project: &Project) -> Outcome {
    let folder = questions(project);
    let done = invigil_bank::seal(&folder).during("seal questions in", &folder)?;
    say(&done.diagnostics);
    verdict(&done.diagnostics)?;
    done.chosen.iter().for_each(|id| println!("{id} is sealed"));
    println!("bank: {} questions sealed in {} files", done.chosen.len(), done.written.len());
    Ok(())
}

fn format(project: &Project) -> Outcome {
    let folder = questions(project);
    let (written, diagnostics) = invigil_bank::format(&folder).during("lay out the files of", &folder)?;
    say(&diagnostics);
    for file in &written {
        println!("laid out {file}");
    }
    verdict(&diagnostics)
}

/// Adds the present bank to the list of releases.
fn release(project: &Project, today: Date) -> Outcome {
    let folder = questions(project);
    let done = invigil_bank::release(&folder, today).during("release the banks of", &folder)?;
    done.diagnostics.iter().filter(|found| found.is_error()).for_each(|error| eprintln!("{error}"));
    verdict(&done.diagnostics)?;
    done.added.iter().for_each(|(bank, link)| println!("{bank}: released as {link} on {today}"));
    done.known.iter().for_each(|bank| println!("{bank}: is released as it is"));
    Ok(())
}

/// This machine's day, in universal time.
fn today() -> Date {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    invigil_bank::day_after(since)
}

/// Writes the page of figures.
fn report(project: &Project) -> Outcome {
    let Compiled { diagnostics, reports, .. } = invigil_bank::compile(&questions(project));
    // The figures of a bank with errors would mislead.
    diagnostics.iter().filter(|found| found.is_error()).for_each(|error| eprintln!("{error}"));
    verdict(&diagnostics)?;
    let path = report_page(project);
    fs::write(&path, invigil_bank::page(&reports)).during("write", &path)?;
    println!("wrote docs/bank-report.md");
    Ok(())
}

fn report_page(project: &Project) -> std::path::PathBuf {
    project.root.join("docs").join("bank-report.md")
}

fn schema(project: &Project) -> Outcome {
    for schema in invigil_bank::schemas() {
        let output = Output { path: schema.path, bytes: schema.text.into_bytes() };
        println!("wrote {}", write(&questions(project), &output)?);
    }
    Ok(())
}

fn say(diagnostics: &[Diagnostic]) {
    for found in diagnostics {
        eprintln!("{found}");
    }
}

fn verdict(diagnostics: &[Diagnostic]) -> Outcome {
    match diagnostics.iter().filter(|found| found.is_error()).count() {
        0 => Ok(()),
        1 => Err(Failure::new("the questions have 1 error: see above")),
        errors => Err(Failure::new(format!("the questions have {errors} errors: see above"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use invigil_bank::Severity;

    #[track_caller]
    fn check(severities: &[Severity], passes: bool) {
        let diagnostic = |severity: &Severity| Diagnostic {
            severity: *severity,
            code: "E-why-short",
            file: "dva/topics/lambda.json".into(),
            line: Some(7),
            message: "no reason for option b".into(),
            advice: "write it".into(),
        };
        let diagnostics: Vec<Diagnostic> = severities.iter().map(diagnostic).collect();
        assert_eq!(verdict(&diagnostics).is_ok(), passes, "{severities:?}");
    }

    #[test]
    fn only_errors_stop_a_build() {
        check(&[], true);
        check(&[Severity::Warning], true);
        check(&[Severity::Warning, Severity::Error], false);
    }
}
