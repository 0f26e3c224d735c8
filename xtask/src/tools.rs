//! Gets the pinned tools that a command needs, once, into the cache folder.

pub(crate) mod binaryen;
pub(crate) mod browsers;
pub(crate) mod chromium;
mod debian;
pub(crate) mod esbuild;
mod npm;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use crate::failure::{Failure, Outcome};
use crate::lockfile;
use crate::process;
use crate::project::{self, Project};

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// A program that cargo installs from source.
pub(crate) struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
}

/// 0.22 needs rustc 1.96; see rust-toolchain.toml.
pub(crate) fn trunk() -> Tool {
    Tool { package: "trunk", program: "trunk", version: "0.21.14".into() }
}

/// Checks licences, sources and doubles of all dependencies; see deny.toml.
pub(crate) fn cargo_deny() -> Tool {
    Tool { package: "cargo-deny", program: "cargo-deny", version: "0.20.2".into() }
}

/// The command-line tool must equal the library, so the lock file decides.
pub(crate) fn wasm_bindgen(project: &Project) -> Outcome<Tool> {
    let version = lockfile::locked_version(&project.lockfile(), "wasm-bindgen")?;
    Ok(Tool { package: "wasm-bindgen-cli", program: "wasm-bindgen", version })
}

impl Tool {
    /// The program, installed first if it is nowhere in this version.
    pub(crate) fn ensure(&self, project: &Project) -> Outcome<PathBuf> {
        let own = project.tools().join("bin").join(self.program);
        let places = [Some(own.clone()), project::find_on_path(self.program)];
        if let Some(found) = places.into_iter().flatten().find(|program| self.is_right(program)) {
            return Ok(found);
        }
        self.install(project)?;
        if self.is_right(&own) {
            return Ok(own);
        }
        Err(Failure::new(format!("{} is not version {} after its installation", own.display(), self.version)))
    }

    fn is_right(&self, program: &PathBuf) -> bool {
        project::is_program(program)
            && process::ask(program, "--version").is_some_and(|answer| names_version(&answer, &self.version))
    }

    fn install(&self, project: &Project) -> Outcome {
        println!(
            "Compiling {} {} into {}: once, and it takes some minutes. Cargo shows how far it is.",
            self.package,
            self.version,
            project.tools().display()
        );
        let start = Instant::now();
        let mut command = cargo(project);
        command.args(["install", "--locked", "--force", "--root"]).arg(project.tools());
        command.args(["--version", &self.version, self.package]);
        command.env("CARGO_TARGET_DIR", project.cache.join("target-tools"));
        process::run(&mut command).map_err(|failure| {
            Failure::new(format!(
                "{failure}. Compiling {} needs the network, a C compiler and pkg-config: on Debian and Ubuntu \
                 `apt-get install build-essential pkg-config`; then run this again",
                self.package
            ))
        })?;
        println!("{} {} is ready, after {} s.", self.package, self.version, start.elapsed().as_secs());
        Ok(())
    }
}

/// Cargo, in the repository and with the compiled code in the cache.
pub(crate) fn cargo(project: &Project) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(&project.root).env("CARGO_TARGET_DIR", &project.target);
    command
}

/// Adds the compiler's part for WebAssembly where it is missing.
pub(crate) fn ensure_wasm_target(project: &Project) -> Outcome {
    let mut rustc = Command::new("rustc");
    rustc.current_dir(&project.root).args(["--print", "sysroot"]);
    let sysroot = PathBuf::from(process::read(&mut rustc)?.trim());
    if sysroot.join("lib").join("rustlib").join(WASM_TARGET).join("lib").is_dir() {
        return Ok(());
    }
    let Some(rustup) = project::find_on_path("rustup") else {
        return Err(Failure::new(format!(
            "this Rust cannot compile for {WASM_TARGET}, and there is no rustup to add it: install rustup from \
             https://rustup.rs, or your distribution's package for that target"
        )));
    };
    println!("Adding {WASM_TARGET} to the Rust toolchain …");
    process::run(Command::new(rustup).current_dir(&project.root).args(["target", "add", WASM_TARGET]))
}

/// PATH with the project's tools first.
pub(crate) fn path(project: &Project) -> Outcome<OsString> {
    let rest = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(project.tools().join("bin")).chain(env::split_paths(&rest));
    env::join_paths(folders)
        .map_err(|error| Failure::new(format!("PATH cannot hold the folder of tools: {error}")))
}

fn names_version(answer: &str, version: &str) -> bool {
    answer.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')')).any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_exact_version_is_right() {
        for (answer, expected) in [
            ("trunk 0.21.14\n", true),
            ("trunk 0.21.140", false),
            ("trunk 0.21.1", false),
            ("tool 0.21.14 (abcdef 2026-01-01)", true),
            ("", false),
        ] {
            assert_eq!(names_version(answer, "0.21.14"), expected, "{answer}");
        }
    }
}
