//! The site in the two locales that are made from English, for the end-to-end tests: a word that stands in no message
//! file shows, and so does a box that is too small for another language, or a page that does not mirror.

use std::path::PathBuf;

use crate::failure::Outcome;
use crate::project::Project;
use crate::site;

const LOCALES: [&str; 2] = ["qps", "qps-rtl"];

/// Builds both sites where anything has changed, each in a folder by the name of its locale, and gives the folder of both.
pub(super) fn write(project: &Project) -> Outcome<PathBuf> {
    for locale in LOCALES {
        site::in_locale(project, locale)?;
    }
    Ok(project.site("pseudo"))
}
