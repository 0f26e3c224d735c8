//! `cargo xtask dist`: the release build in a folder that any static host can serve.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{During, Failure, Outcome};
use crate::project::Project;
use crate::site;
use crate::size;

pub(crate) fn run(project: &Project, out: Option<&str>) -> Outcome {
    let out = project.root.join(out.map_or_else(|| PathBuf::from("dist"), PathBuf::from));
    check_replaceable(&out)?;
    let site = site::release(project)?;
    if out.exists() {
        fs::remove_dir_all(&out).during("replace", &out)?;
    }
    let files = copy(&site, &out)?;
    size::print_sizes(&out)?;
    println!();
    println!(
        "{files} files are in {}. Upload all of them to any static host, at its root or in any",
        out.display()
    );
    println!("folder. It must serve .wasm as application/wasm, and should compress it.");
    Ok(())
}

/// Only an empty folder or an earlier build is replaced, whatever `--out` says.
fn check_replaceable(out: &Path) -> Outcome {
    if !out.exists() || (out.join("index.html").is_file() && out.join("sw.js").is_file()) {
        return Ok(());
    }
    let is_empty = fs::read_dir(out).during("read the folder", out)?.next().is_none();
    if is_empty {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{} holds something else than a build of this site: empty it, or choose another folder with --out",
        out.display()
    )))
}

fn copy(from: &Path, to: &Path) -> Outcome<usize> {
    fs::create_dir_all(to).during("create the folder", to)?;
    let mut files = 0;
    for entry in fs::read_dir(from).during("read the folder", from)? {
        let entry = entry.during("read the folder", from)?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            files += copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target).during("write", &target)?;
            files += 1;
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_a_build_is_replaced() {
        let folder = std::env::temp_dir().join(format!("invigil-dist-test-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        assert_eq!(check_replaceable(&folder), Ok(()), "nothing there");
        fs::create_dir_all(&folder).expect("a temporary folder");
        assert_eq!(check_replaceable(&folder), Ok(()), "empty");
        fs::write(folder.join("index.html"), "mine").expect("a temporary file");
        assert!(check_replaceable(&folder).is_err(), "a page of somebody's");
        fs::write(folder.join("sw.js"), "").expect("a temporary file");
        assert_eq!(check_replaceable(&folder), Ok(()), "a build");
        fs::remove_dir_all(&folder).expect("the temporary folder");
    }
}
