//! Finds the system's Chromium and its driver, or installs Debian's packages where that is possible.

use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::project;
use crate::tools::debian::{self, named};

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

fn install() -> Outcome {
    let packages = PACKAGES.join(" ");
    debian::install(
        PACKAGES,
        &format!(
            "there is no Chromium with chromedriver. Debian: `apt-get install {packages}`. Elsewhere install Chrome or \
             Chromium and the chromedriver of its version, and name their programs in CHROMIUM and CHROMEDRIVER"
        ),
    )
}
