//! Programs that the system has: named by the user, or installed as Debian's packages where that is possible.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::project;

/// A program that the user names in a variable. A wrong name is said, not passed over.
pub(crate) fn named(variable: &str) -> Outcome<Option<PathBuf>> {
    let Some(path) = env::var_os(variable).map(PathBuf::from) else { return Ok(None) };
    if project::is_program(&path) {
        return Ok(Some(path));
    }
    Err(Failure::new(format!("{variable} names {}, which is no program", path.display())))
}

/// Installs packages with apt-get. `by_hand` is said where this is not root on a Debian machine.
pub(crate) fn install(packages: &[&str], by_hand: &str) -> Outcome {
    let Some(apt) = project::find_on_path("apt-get").filter(|_| is_root()) else {
        return Err(Failure::new(by_hand));
    };
    println!("Installing {} with apt-get …", packages.join(" "));
    let get = |arguments: &[&str]| {
        process::run(Command::new(&apt).args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
    };
    let install = [&["install", "--yes", "--quiet", "--no-install-recommends"], packages].concat();
    get(&["update", "--quiet"])
        .and_then(|()| get(&install))
        .map_err(|failure| Failure::new(format!("{failure}: {by_hand}")))
}

fn is_root() -> bool {
    process::ask(Path::new("id"), "-u").is_some_and(|answer| answer.trim() == "0")
}
