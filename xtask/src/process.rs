//! Runs other programs: with their output shown as it comes, read quietly, or shown and read at once.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use crate::failure::{Failure, Outcome};

/// Runs to the end with everything shown. An exit code other than 0 is a failure.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!("`{}` failed ({status})", words(command))))
}

/// The standard output of a program that ran well.
pub(crate) fn read(command: &mut Command) -> Outcome<String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| not_started(command, &error))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(Failure::new(format!("`{}` failed ({})", words(command), output.status)))
}

/// What a program answers to a question such as `--version`; nothing if it cannot be asked.
pub(crate) fn ask(program: impl AsRef<OsStr>, question: &str) -> Option<String> {
    let output = Command::new(program).arg(question).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs with everything shown line by line, and keeps the standard output for counting.
/// The flag says whether the program ended well.
pub(crate) fn run_and_read(command: &mut Command) -> Outcome<(String, bool)> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| not_started(command, &error))?;
    let mut kept = String::new();
    if let Some(stdout) = child.stdout.take() {
        let mut screen = std::io::stdout();
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line.map_err(|error| Failure::new(format!("lost its output: {error}")))?;
            let line = String::from_utf8_lossy(&line);
            // A closed screen must not stop a test run.
            let _ = writeln!(screen, "{line}");
            kept.push_str(&line);
            kept.push('\n');
        }
    }
    let status = child.wait().map_err(|error| not_started(command, &error))?;
    Ok((kept, status.success()))
}

/// The command as one would type it.
pub(crate) fn words(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    std::iter::once(name)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    let program = command.get_program().to_string_lossy();
    Failure::new(format!("could not run {program}: {error}. Is it installed and on PATH?"))
}
