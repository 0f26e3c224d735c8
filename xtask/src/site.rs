//! Builds the site with Trunk, with the tools in place, and knows whether the last build is still good.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest as _, Sha256};

use crate::failure::{During, Outcome};
use crate::process;
use crate::project::Project;
use crate::stage::{LOCALE, hex};
use crate::tools::{self, binaryen, esbuild};

/// All that a build is made of, below the root of the repository.
const INPUTS: &[&str] = &[
    ".cargo",
    "build.rs",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "crates",
    "index.html",
    "messages",
    "notes",
    "questions",
    "rust-toolchain.toml",
    "src",
    "styles",
    "web",
    "xtask",
];

/// How much LLVM copies calls into their callers: at its own measure for `opt-level = "z"`, 5, the app is 2.8 KB larger
/// in brotli, and at 50 as large again.
const SMALLEST: &str = "-C llvm-args=-inline-threshold=25";

/// Trunk, ready to run: every tool is installed, and it finds them.
pub(crate) fn trunk(project: &Project) -> Outcome<Command> {
    tools::ensure_wasm_target(project)?;
    tools::wasm_bindgen(project)?.ensure(project)?;
    let mut command = Command::new(tools::trunk().ensure(project)?);
    binaryen::ensure(project);
    esbuild::ensure(project);
    command.current_dir(&project.root).env("PATH", tools::path(project)?);
    command.env("CARGO_TARGET_DIR", &project.target);
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", format!("{SMALLEST} {}", remapped_paths()));
    // The cache may be elsewhere for this call; the hook must look in the same place.
    command.env("INVIGIL_CACHE", &project.cache);
    // What went wrong is said in words; a trace of Trunk's own code would push them off the screen.
    command.env_remove("RUST_BACKTRACE");
    // Trunk takes only `true` and `false` here, where others take any value.
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}

/// Flags that keep the folders of this machine out of the texts of panics: they are no reader's business, and bytes.
fn remapped_paths() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let sources = home.map(|home| home.join("registry").join("src"));
    let folders = sources.and_then(|sources| fs::read_dir(sources).ok()).into_iter().flatten();
    let mut paths: Vec<PathBuf> = folders.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.sort();
    let flags =
        paths.iter().filter_map(|path| path.to_str()).filter(|path| !path.contains(char::is_whitespace));
    flags.map(|path| format!("--remap-path-prefix={path}/=")).collect::<Vec<_>>().join(" ")
}

/// The release build, made now if anything has changed since the last one.
pub(crate) fn release(project: &Project) -> Outcome<PathBuf> {
    kept(project, "release", |command| command.arg("--release"))
}

/// A build in another locale, in the development profile, which takes a fifth of the time.
pub(crate) fn in_locale(project: &Project, locale: &str) -> Outcome<PathBuf> {
    kept(project, &format!("pseudo/{locale}"), |command| command.env(LOCALE, locale))
}

/// The site of that name, built now if anything has changed since the last time.
fn kept(project: &Project, name: &str, settings: impl Fn(&mut Command) -> &mut Command) -> Outcome<PathBuf> {
    let site = project.site(name);
    let stamp = project.site(&format!("{name}.inputs"));
    let inputs = inputs(project)?;
    let is_fresh =
        site.join("index.html").is_file() && fs::read_to_string(&stamp).is_ok_and(|old| old == inputs);
    if is_fresh {
        return Ok(site);
    }
    println!("Building the site, {name} …");
    // A build that fails half-way must not pass for a good one later.
    let _ = fs::remove_file(&stamp);
    fs::create_dir_all(&site).during("create the folder", &site)?;
    let mut command = trunk(project)?;
    command.args(["build", "--dist"]).arg(&site).env_remove(LOCALE);
    process::run(settings(&mut command))?;
    fs::write(&stamp, inputs).during("write", &stamp)?;
    Ok(site)
}

/// A digest over the names and contents of everything that the build reads, and over the tools that are used.
fn inputs(project: &Project) -> Outcome<String> {
    let mut digest = Sha256::new();
    for input in INPUTS {
        add(&mut digest, &project.root.join(input))?;
    }
    for helper in [binaryen::find(project), esbuild::find(project)] {
        digest.update(helper.map(|path| path.display().to_string()).unwrap_or_default());
        digest.update([0]);
    }
    Ok(hex(&digest.finalize()))
}

fn add(digest: &mut Sha256, path: &Path) -> Outcome {
    if path.is_dir() {
        let entries = fs::read_dir(path).during("read the folder", path)?;
        let mut below: Vec<_> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
        below.sort();
        return below.iter().try_for_each(|path| add(digest, path));
    }
    if path.is_file() {
        let content = fs::read(path).during("read", path)?;
        digest.update(path.as_os_str().as_encoded_bytes());
        digest.update(content.len().to_le_bytes());
        digest.update(&content);
    }
    Ok(())
}
