//! Makes scripts and styles smaller, in the release profile and where the minifier is installed.

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::failure::{Failure, Outcome};
use crate::project::Project;
use crate::tools::esbuild;

/// What a text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    /// A script or a module.
    Js,
    /// A style sheet.
    Css,
}

/// A text without what only people need; the same text where there is no minifier.
pub(crate) fn run(project: &Project, text: Vec<u8>, language: Language) -> Outcome<Vec<u8>> {
    let Some(program) = esbuild::find(project) else { return Ok(text) };
    let loader = match language {
        Language::Js => "--loader=js",
        Language::Css => "--loader=css",
    };
    let mut command = Command::new(program);
    // Nothing is bundled or renamed at the top level: what other files import stays, and what nothing uses goes.
    command.args(["--minify", "--tree-shaking=true", "--target=es2022", "--log-level=warning", loader]);
    if language == Language::Js {
        command.arg("--format=esm");
    }
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(|error| not_run(&error))?;
    let input = child.stdin.take();
    // Written from a thread of its own: both pipes could be full at once.
    let writer = std::thread::spawn(move || input.map_or(Ok(()), |mut input| input.write_all(&text)));
    let output = child.wait_with_output().map_err(|error| not_run(&error))?;
    let written = writer.join().is_ok_and(|result| result.is_ok());
    if !output.status.success() || !written || output.stdout.is_empty() {
        return Err(Failure::new(format!(
            "esbuild could not minify a {language:?} file ({})",
            output.status
        )));
    }
    Ok(output.stdout)
}

fn not_run(error: &std::io::Error) -> Failure {
    Failure::new(format!("esbuild did not run: {error}"))
}
