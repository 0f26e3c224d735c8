//! Reads Cargo.lock: which version of a package the project has settled on.

use std::fs;
use std::path::Path;

use crate::failure::{During, Failure, Outcome};

/// The version of `package` in the lock file at `path`.
pub(crate) fn locked_version(path: &Path, package: &str) -> Outcome<String> {
    let text = fs::read_to_string(path).during("read", path)?;
    version_of(&text, package).map(str::to_owned).map_err(|reason| {
        Failure::new(format!(
            "{}: {reason}. Run `cargo update --workspace` if it is out of date.",
            path.display()
        ))
    })
}

/// Cargo writes this file itself, a field to a line, so no TOML parser is needed.
fn version_of<'a>(lock: &'a str, package: &str) -> Result<&'a str, String> {
    let mut versions =
        lock.split("[[package]]").skip(1).filter(|entry| field(entry, "name") == Some(package));
    let first = versions.next().ok_or_else(|| format!("no package {package}"))?;
    if versions.next().is_some() {
        return Err(format!("more than one version of {package}"));
    }
    field(first, "version").ok_or_else(|| format!("{package} has no version"))
}

fn field<'a>(entry: &'a str, name: &str) -> Option<&'a str> {
    entry.lines().find_map(|line| {
        let value = line.strip_prefix(name)?.trim_start().strip_prefix('=')?.trim();
        value.strip_prefix('"')?.strip_suffix('"')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n\
        source = \"registry\"\ndependencies = [\n \"cfg-if\",\n]\n\n[[package]]\nname = \"wasm-bindgen-macro\"\n\
        version = \"0.2.1\"\n\n[[package]]\nname = \"twice\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"twice\"\n\
        version = \"2.0.0\"\n\n[[package]]\nname = \"bare\"\n";

    #[track_caller]
    fn check(lock: &str, package: &str, expected: Result<&str, &str>) {
        assert_eq!(version_of(lock, package), expected.map_err(str::to_owned));
    }

    #[test]
    fn versions_are_read() {
        check(LOCK, "wasm-bindgen", Ok("0.2.129"));
        check(LOCK, "wasm-bindgen-macro", Ok("0.2.1"));
        check(LOCK, "wasm", Err("no package wasm"));
        check(LOCK, "twice", Err("more than one version of twice"));
        check(LOCK, "bare", Err("bare has no version"));
        check("", "yew", Err("no package yew"));
    }
}
