//! Every command that a person or CI runs: `cargo xtask --help` lists them.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "clippy.toml forbids what does not work in a browser; these commands run on a machine"
)]

mod args;
mod bank;
mod bench;
mod ci;
mod dist;
mod failure;
mod licences;
mod lighthouse;
mod lockfile;
mod process;
mod project;
mod replay;
mod serve;
mod shots;
mod simulate;
mod site;
mod size;
mod stage;
mod test;
mod tools;

use std::process::ExitCode;

use args::{Arguments, Request};
use failure::{Failure, Outcome};
use project::Project;

fn main() -> ExitCode {
    let line: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match args::parse(&line) {
        Ok(Request::Help(text)) => {
            println!("{text}");
            Ok(())
        }
        Ok(Request::Run { command, arguments }) => run(command, &arguments),
        Err(reason) => Err(Failure::new(reason)),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.is_said() {
                eprintln!("error: {failure}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run(command: &str, arguments: &Arguments) -> Outcome {
    let project = Project::locate()?;
    match command {
        "serve" => serve::run(&project, arguments),
        "stage" => stage::run(&project),
        "bank" => bank::run(&project, arguments),
        "notes" => bank::notes_check(&project, arguments.has("--held")),
        "test" => test::run(&project, arguments.words()),
        "ci" => ci::run(&project, arguments.has("--static")),
        "size" => size::run(&project),
        "shots" => shots::run(&project, arguments.value("--only")),
        "bench" => bench::run(&project),
        "lighthouse" => lighthouse::run(&project),
        "replay" => replay::run(&project, arguments.value("--report")),
        "simulate" => simulate::run(&project, arguments),
        "dist" => dist::run(&project, arguments.value("--out"), arguments.value("--site-url")),
        other => Err(Failure::new(format!("'{other}' is offered but nothing runs it"))),
    }
}
