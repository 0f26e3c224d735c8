//! Compiles the messages of the language that `INVIGIL_LOCALE` names, or English, to Rust.

#![expect(clippy::disallowed_macros, reason = "a build script speaks to cargo by its standard output")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

const LOCALE: &str = "INVIGIL_LOCALE";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=messages");
    println!("cargo::rerun-if-env-changed={LOCALE}");
    keep_texts_apart();
    let locale = env::var(LOCALE).unwrap_or_else(|_| invigil_messages::SOURCE.to_owned());
    match invigil_messages::compile(Path::new("messages"), &locale) {
        Ok(source) => write(&source),
        Err(faults) => {
            for fault in faults {
                println!("cargo::error=messages/{fault}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Lets the linker keep each constant as a segment of its own in the build that is split: so the stage step sees where a
/// text begins and ends, and can give it to the part that has use for it (`xtask/src/stage/split/texts.rs`).
fn keep_texts_apart() {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    if is("CARGO_CFG_TARGET_ARCH", "wasm32") && is("PROFILE", "release") {
        println!("cargo::rustc-link-arg-bins=--no-merge-data-segments");
    }
}

fn write(source: &str) -> ExitCode {
    let file = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("messages.rs");
    match fs::write(&file, source) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={}: {error}", file.display());
            ExitCode::FAILURE
        }
    }
}
