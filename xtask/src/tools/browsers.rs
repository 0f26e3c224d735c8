//! Finds the system's Firefox, the driver of `WebKitGTK` and a screen for it, or installs Debian's packages where that is
//! possible.

use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::project;
use crate::tools::debian::{self, named};

/// A program that the tests in other browsers start.
struct Program {
    /// The variable that names it, for the user and for the tests.
    variable: &'static str,
    names: &'static [&'static str],
    package: &'static str,
}

const PROGRAMS: &[Program] = &[
    Program { variable: "FIREFOX", names: &["firefox-esr", "firefox"], package: "firefox-esr" },
    Program { variable: "WEBKITDRIVER", names: &["WebKitWebDriver"], package: "webkit2gtk-driver" },
    Program { variable: "XVFB", names: &["Xvfb"], package: "xvfb" },
];

impl Program {
    fn find(&self) -> Outcome<Option<PathBuf>> {
        Ok(named(self.variable)?.or_else(|| self.names.iter().find_map(|name| project::find_on_path(name))))
    }
}

/// Each program beside the variable that the tests read; what is missing is installed.
pub(crate) fn ensure() -> Outcome<Vec<(&'static str, PathBuf)>> {
    let (found, missing) = look()?;
    if missing.is_empty() {
        return Ok(found);
    }
    let packages: Vec<&str> = missing.iter().map(|program| program.package).collect();
    debian::install(&packages, &by_hand(&missing))?;
    match look()? {
        (found, missing) if missing.is_empty() => Ok(found),
        (_, missing) => Err(Failure::new(by_hand(&missing))),
    }
}

type Found = (Vec<(&'static str, PathBuf)>, Vec<&'static Program>);

fn look() -> Outcome<Found> {
    let mut found = Vec::new();
    let mut missing = Vec::new();
    for program in PROGRAMS {
        match program.find()? {
            Some(path) => found.push((program.variable, path)),
            None => missing.push(program),
        }
    }
    Ok((found, missing))
}

fn by_hand(missing: &[&Program]) -> String {
    let each = |words: fn(&Program) -> &str, between: &str| {
        missing.iter().map(|program| words(program)).collect::<Vec<_>>().join(between)
    };
    format!(
        "there is no {}. Debian: `apt-get install {}`. Elsewhere install what has them, and name the programs in {}",
        each(|program| program.names.first().copied().unwrap_or_default(), ", no "),
        each(|program| program.package, " "),
        each(|program| program.variable, ", "),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_with_its_package() {
        let missing: Vec<&Program> = PROGRAMS.iter().skip(1).collect();
        assert_eq!(
            by_hand(&missing),
            "there is no WebKitWebDriver, no Xvfb. Debian: `apt-get install webkit2gtk-driver xvfb`. Elsewhere install \
             what has them, and name the programs in WEBKITDRIVER, XVFB"
        );
    }
}
