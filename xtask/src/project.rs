//! Where things are: the repository, and the cache folder with tools and compiled code that is kept between runs.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};

/// The folders that every command works in.
#[derive(Debug, Clone)]
pub(crate) struct Project {
    /// The root of the repository.
    pub(crate) root: PathBuf,
    /// Tools and compiled code, shared by all clones and kept between runs.
    pub(crate) cache: PathBuf,
    /// Where cargo compiles to.
    pub(crate) target: PathBuf,
}

impl Project {
    /// Finds the folders from the manifest and the environment.
    pub(crate) fn locate() -> Outcome<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let Some(root) = manifest.parent() else {
            return Err(Failure::new("run this as `cargo xtask` inside the repository"));
        };
        let cache = cache_folder(|name| env::var_os(name).map(PathBuf::from))?;
        let target = env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| cache.join("target"), |dir| env::current_dir().unwrap_or_default().join(dir));
        Ok(Self { root: root.to_path_buf(), cache, target })
    }

    /// Where tools are installed; their programs are in `bin` below it.
    pub(crate) fn tools(&self) -> PathBuf {
        self.cache.join("tools")
    }

    /// A built site, by the name of its profile. It belongs to this clone, not to the cache.
    pub(crate) fn site(&self, profile: &str) -> PathBuf {
        self.root.join("target").join("site").join(profile)
    }

    pub(crate) fn lockfile(&self) -> PathBuf {
        self.root.join("Cargo.lock")
    }
}

fn cache_folder(variable: impl Fn(&str) -> Option<PathBuf>) -> Outcome<PathBuf> {
    let set = |name| variable(name).filter(|path: &PathBuf| path.is_absolute());
    if let Some(own) = set("INVIGIL_CACHE") {
        return Ok(own);
    }
    let base = set("XDG_CACHE_HOME").or_else(|| set("HOME").map(|home| home.join(".cache")));
    base.map(|base| base.join("invigil")).ok_or_else(|| {
        Failure::new(
            "no place for the tools: set INVIGIL_CACHE to the full path of a folder that may be written to",
        )
    })
}

/// The program of that name on a list of folders such as PATH.
pub(crate) fn find_in(folders: impl IntoIterator<Item = PathBuf>, program: &str) -> Option<PathBuf> {
    folders.into_iter().map(|folder| folder.join(program)).find(|path| is_program(path))
}

/// The program of that name on PATH.
pub(crate) fn find_on_path(program: &str) -> Option<PathBuf> {
    find_in(env::split_paths(&env::var_os("PATH").unwrap_or_default()), program)
}

#[cfg(unix)]
pub(crate) fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
pub(crate) fn is_program(path: &Path) -> bool {
    path.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(variables: &[(&str, &str)], expected: Option<&str>) {
        let found = cache_folder(|name| {
            variables.iter().find(|(key, _)| *key == name).map(|(_, value)| PathBuf::from(value))
        });
        assert_eq!(found.ok(), expected.map(PathBuf::from));
    }

    #[test]
    fn the_cache_is_found_in_this_order() {
        check(&[("HOME", "/home/a")], Some("/home/a/.cache/invigil"));
        check(&[("HOME", "/home/a"), ("XDG_CACHE_HOME", "/var/c")], Some("/var/c/invigil"));
        check(&[("HOME", "/home/a"), ("XDG_CACHE_HOME", "relative")], Some("/home/a/.cache/invigil"));
        check(&[("HOME", "/home/a"), ("INVIGIL_CACHE", "/mnt/x")], Some("/mnt/x"));
        check(&[], None);
    }
}
