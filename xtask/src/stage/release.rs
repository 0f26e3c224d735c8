//! The list of all files with their integrity, from which the service worker installs a release, and its id.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::failure::{During, Failure, Outcome};
use crate::stage::{NOTES, digest};

/// The service worker is fetched by the browser itself and cannot be in its own list.
const WORKER: &str = "sw.js";
/// The page is listed by the address of the folder: a visit asks for that.
const PAGE: &str = "index.html";

/// Address and integrity of one file.
pub(crate) type Entry = (String, String);

/// Every staged file but the page and the worker, sorted by address.
pub(crate) fn list(staging: &Path) -> Outcome<Vec<Entry>> {
    let mut entries = Vec::new();
    for path in files_below(staging, "")? {
        // The study guide as plain pages is no part of the app.
        if path == WORKER || path == PAGE || path.starts_with(NOTES) {
            continue;
        }
        if !is_plain(&path) {
            return Err(Failure::new(format!(
                "{path} cannot be served: rename it, with letters, digits, '.', '-' and '_' only"
            )));
        }
        let file = staging.join(&path);
        let content = fs::read(&file).during("read", &file)?;
        entries.push((path, digest::integrity(&content)));
    }
    entries.sort();
    Ok(entries)
}

/// The id of a release: what it is made of. The page counts by what it says apart from the id.
pub(crate) fn id(files: &[Entry], page_without_id: &str) -> String {
    let mut all = digest::integrity(page_without_id.as_bytes());
    for (address, integrity) in files {
        let _ = write!(all, "\n{address} {integrity}");
    }
    digest::short_name(all.as_bytes())
}

/// The service worker of this release.
pub(crate) fn stamp(worker: &str, files: &[Entry], page: &str, id: &str) -> Outcome<String> {
    for token in ["__PRECACHE__", "__RELEASE__"] {
        if !worker.contains(token) {
            return Err(Failure::new(format!(
                "web/{WORKER} has no {token}, where the build writes the release"
            )));
        }
    }
    let page = ("./".to_owned(), digest::integrity(page.as_bytes()));
    let all: Vec<&Entry> = std::iter::once(&page).chain(files).collect();
    let json = serde_json::to_string(&all).map_err(|error| Failure::new(error.to_string()))?;
    Ok(worker.replace("__PRECACHE__", &json).replace("__RELEASE__", id))
}

fn files_below(folder: &Path, prefix: &str) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).during("read the folder", folder)? {
        let entry = entry.during("read the folder", folder)?;
        let address = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type().during("read", &entry.path())?.is_dir() {
            found.extend(files_below(&entry.path(), &format!("{address}/"))?);
        } else {
            found.push(address);
        }
    }
    Ok(found)
}

/// Whether a path reads the same as an address, with nothing to escape.
fn is_plain(path: &str) -> bool {
    path.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries() -> Vec<Entry> {
        vec![("a.css".into(), "sha384-a".into()), ("b/c.bin".into(), "sha384-c".into())]
    }

    #[test]
    fn the_worker_gets_the_list_and_the_id() {
        let page = digest::integrity(b"<p>");
        assert_eq!(
            stamp("F = __PRECACHE__; R = '__RELEASE__'", &entries(), "<p>", "id1").as_deref(),
            Ok(format!(
                "F = [[\"./\",\"{page}\"],[\"a.css\",\"sha384-a\"],[\"b/c.bin\",\"sha384-c\"]]; R = 'id1'"
            )
            .as_str())
        );
        assert!(stamp("R = '__RELEASE__'", &entries(), "<p>", "id1").is_err());
        assert!(stamp("F = __PRECACHE__", &entries(), "<p>", "id1").is_err());
    }

    #[test]
    fn the_id_follows_every_byte() {
        let id_of = |files: &[Entry], page| id(files, page);
        let first = id_of(&entries(), "<p>");
        assert_eq!(first, id_of(&entries(), "<p>"));
        assert_eq!(first.len(), 16);
        assert_ne!(first, id_of(&entries(), "<b>"));
        assert_ne!(first, id_of(entries().get(..1).unwrap_or_default(), "<p>"));
        let mut renamed = entries();
        for entry in &mut renamed {
            entry.0.insert(0, 'x');
        }
        assert_ne!(first, id_of(&renamed, "<p>"));
    }

    #[test]
    fn names_that_need_escapes_are_found() {
        for (path, expected) in
            [("a/b-1_c.bin", true), ("a b", false), ("é.png", false), ("a?b", false), ("a%20", false)]
        {
            assert_eq!(is_plain(path), expected, "{path}");
        }
    }
}
