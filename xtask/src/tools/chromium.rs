//! Finds the system's Chromium and its driver, or installs Debian's packages where that is possible.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::project;

/// The binary first: Debian's /usr/bin/chromium is a shell wrapper.
const BROWSERS: &[&str] = &["/usr/lib/chromium/chromium"];
const BROWSER_NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const PACKAGES: &[&str] = &["chromium", "chromium-driver"];

/// A browser and the program that drives it.
#[derive(Debug)]
pub(crate) struct Chromium {
    pub(crate) program: PathBuf,
    pub(crate) driver: PathBuf,
}

/// What is there, or what could be installed.
pub(crate) fn ensure() -> Outcome<Chromium> {
    if let Some(found) = find()? {
        return Ok(found);
    }
    install()?;
    find()?.ok_or_else(|| Failure::new("Chromium is not where Debian's packages put it: name it in CHROMIUM"))
}

fn find() -> Outcome<Option<Chromium>> {
    let program = named("CHROMIUM")?
        .or_else(|| BROWSERS.iter().map(PathBuf::from).find(|path| project::is_program(path)))
        .or_else(|| BROWSER_NAMES.iter().find_map(|name| project::find_on_path(name)));
    let driver = named("CHROMEDRIVER")?.or_else(|| project::find_on_path("chromedriver"));
    Ok(program.zip(driver).map(|(program, driver)| Chromium { program, driver }))
}

/// A program that the user names in a variable. A wrong name is said, not passed over.
fn named(variable: &str) -> Outcome<Option<PathBuf>> {
    let Some(path) = env::var_os(variable).map(PathBuf::from) else { return Ok(None) };
    if project::is_program(&path) {
        return Ok(Some(path));
    }
    Err(Failure::new(format!("{variable} names {}, which is no program", path.display())))
}

fn install() -> Outcome {
    let packages = PACKAGES.join(" ");
    let by_hand = format!(
        "there is no Chromium with chromedriver. Debian: `apt-get install {packages}`. Elsewhere install Chrome or \
         Chromium and the chromedriver of its version, and name their programs in CHROMIUM and CHROMEDRIVER"
    );
    let Some(apt) = project::find_on_path("apt-get").filter(|_| is_root()) else {
        return Err(Failure::new(by_hand));
    };
    println!("Installing {packages} with apt-get …");
    let get = |arguments: &[&str]| {
        process::run(Command::new(&apt).args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
    };
    let install = [&["install", "--yes", "--quiet", "--no-install-recommends"], PACKAGES].concat();
    get(&["update", "--quiet"])
        .and_then(|()| get(&install))
        .map_err(|failure| Failure::new(format!("{failure}: {by_hand}")))
}

fn is_root() -> bool {
    process::ask(Path::new("id"), "-u").is_some_and(|answer| answer.trim() == "0")
}
