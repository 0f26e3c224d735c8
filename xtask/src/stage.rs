//! Finishes a build of Trunk's, as its `post_build` hook: smaller WebAssembly and scripts, styles, banks, licences, content-hashed
//! names, integrity, and the service worker that knows them all. Each is a step in a file of its own.

mod digest;
mod html;
mod minify;
mod names;
mod notes;
mod page;
mod release;
mod split;
mod styles;
pub(crate) mod tools;
mod wasm_opt;
mod words;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::bank;
use crate::failure::{During, Failure, Outcome};
use crate::licences;
use crate::project::Project;
pub(crate) use digest::hex;
use minify::Language;
pub(crate) use notes::FOLDER as NOTES;
use page::{Asset, Assets, Part, Tools, TrunkNames};
pub(crate) use page::{first_load, rest, tools};
pub(crate) use words::LOCALE;
use words::Words;

/// What Trunk says about the build.
struct Build {
    staging: PathBuf,
    release: bool,
}

impl Build {
    fn from_environment() -> Outcome<Self> {
        let Some(staging) = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
            return Err(Failure::new(
                "`stage` is called by Trunk in the middle of a build: run `cargo xtask serve` or `cargo xtask dist`",
            ));
        };
        let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
        Ok(Self { staging, release })
    }
}

pub(crate) fn run(project: &Project) -> Outcome {
    let build = Build::from_environment()?;
    let index = build.staging.join("index.html");
    let (source, mut words) = put_words(project, &build.staging, &index)?;
    let source = if build.release { html::compact(&source) } else { source };
    let names = page::trunk_names(&source)?;
    let rest = if build.release { make_small(project, &build.staging, &names)? } else { None };
    let mut assets = name_by_content(project, &build, &names, page::other_scripts(&source))?;
    if let Some(rest) = rest {
        let part = asset(&rest, "invigil-rest", "wasm");
        write(&build.staging.join(&part.name), &rest)?;
        assets.rest = Some(part);
    }
    assets.tools = tools::stage(project, &build)?;
    let (banks, guides) = bank::stage(project, &build.staging)?;
    // One folder of plain pages: those of the bank that is offered first.
    if let Some(guide) = guides.first() {
        notes::stage(project, &build.staging, &mut words, guide)?;
    }
    words.all_used()?;
    licences::write(project, &build.staging.join("licences.txt"))?;
    drop_sources(&build.staging.join("icons"))?;

    let files = release::list(&build.staging)?;
    let id = release::id(&files, &page::finish(&source, &assets, "")?);
    let finished = page::finish(&source, &assets, &id)?;
    let worker = build.staging.join("sw.js");
    let template = fs::read_to_string(&worker).during("read", &worker)?;
    write(&worker, release::stamp(&template, &files, &finished, &id)?.as_bytes())?;
    write(&index, finished.as_bytes())?;
    println!("stage: release {id}, {} files, {} of them of banks", files.len() + 2, banks.len());
    Ok(())
}

/// The parts of the start script that stand behind `boot.js` in its file.
const BEHIND_BOOT: [&str; 2] = ["boot-failed.js", "boot-installed.js"];

/// Puts the words of the build's language into the scripts and the manifest, and into the page, which is returned.
fn put_words(project: &Project, staging: &Path, index: &Path) -> Outcome<(String, Words)> {
    let mut words = Words::of(project)?;
    join_boot(project, &staging.join("boot.js"))?;
    for file in ["boot.js", "manifest.webmanifest"].map(|name| staging.join(name)) {
        let source = fs::read_to_string(&file).during("read", &file)?;
        write(&file, words.in_quotes(&source)?.as_bytes())?;
    }
    let page = words.in_html(&fs::read_to_string(index).during("read", index)?)?;
    Ok((page, words))
}

/// Puts behind the start script what is a thing of its own to read, and no request of its own.
fn join_boot(project: &Project, boot: &Path) -> Outcome {
    let mut script = fs::read_to_string(boot).during("read", boot)?;
    for part in BEHIND_BOOT.map(|name| project.root.join("web").join(name)) {
        script.push('\n');
        script.push_str(&fs::read_to_string(&part).during("read", &part)?);
    }
    write(boot, script.as_bytes())
}

/// Makes WebAssembly and glue smaller, and takes out of the WebAssembly what the first page does not need: the second
/// part, if there is one.
fn make_small(project: &Project, staging: &Path, names: &TrunkNames) -> Outcome<Option<Vec<u8>>> {
    let wasm = staging.join(&names.wasm);
    let objects = split::Objects::of(&fs::read(&wasm).during("read", &wasm)?)?;
    let Some(short) = wasm_opt::run(project, &wasm)? else { return Ok(None) };
    let glue = staging.join(&names.glue);
    let source = fs::read_to_string(&glue).during("read", &glue)?;
    write(&glue, short.apply(&source)?.as_bytes())?;
    let parts = split::split(&fs::read(&wasm).during("read", &wasm)?, &objects)?;
    write(&wasm, &parts.first)?;
    let [first, rest] = [&parts.first, &parts.rest].map(Vec::len);
    println!(
        "stage: the WebAssembly is split into {first} and {rest} bytes, {} of texts in the second",
        parts.texts
    );
    Ok(Some(parts.rest))
}

/// Gives each part of the app the hash of its final content as its name, so that no cache can mix two releases.
fn name_by_content(
    project: &Project,
    build: &Build,
    names: &TrunkNames,
    scripts: Vec<String>,
) -> Outcome<Assets> {
    let staging = &build.staging;
    let script = |content: Vec<u8>| {
        if build.release { minify::run(project, content, Language::Js) } else { Ok(content) }
    };
    let wasm = rename(staging, &names.wasm, "invigil", "wasm", Ok)?;
    let glue = rename(staging, &names.glue, "invigil", "js", |content| {
        // The glue names the WebAssembly file as its default, and offers a start that blocks, which nothing calls.
        let glue = String::from_utf8_lossy(&content).replace(&names.wasm, &wasm.name);
        script(glue.replace("export { initSync, ", "export { ").into_bytes())
    })?;
    let boot = rename(staging, &names.boot, "boot", "js", script)?;
    let scripts = scripts
        .into_iter()
        .map(|name| {
            let (stem, path) = (name.trim_end_matches(".js"), staging.join(&name));
            if !build.release {
                let file = rename(staging, &name, stem, "js", script)?;
                return Ok((name, Part::Beside(file)));
            }
            let text = script(fs::read(&path).during("read", &path)?)?;
            fs::remove_file(&path).during("remove", &path)?;
            Ok((name, inside(&text)))
        })
        .collect::<Outcome<Vec<_>>>()?;
    let (styles, late) = put_styles(project, build)?;
    Ok(Assets { boot, glue, wasm, rest: None, styles, late, scripts, tools: Tools::default() })
}

/// The styles that the page is painted with, and those that arrive behind; a build for development has one sheet.
fn put_styles(project: &Project, build: &Build) -> Outcome<(Part, Option<Asset>)> {
    let folder = project.root.join("styles");
    let first = styles::join(&folder, build.release)?;
    let late = styles::join(&folder.join(styles::LATE), build.release)?;
    let put = |sheet: &[u8], stem: &str| -> Outcome<Asset> {
        let styles = asset(sheet, stem, "css");
        write(&build.staging.join(&styles.name), sheet)?;
        Ok(styles)
    };
    if !build.release {
        return Ok((Part::Beside(put((first + &late).as_bytes(), "app")?), None));
    }
    let small = |sheet: String| minify::run(project, sheet.into_bytes(), Language::Css);
    Ok((inside(&small(first)?), Some(put(&small(late)?, "late")?)))
}

/// A part that is written into the page.
fn inside(content: &[u8]) -> Part {
    let text = String::from_utf8_lossy(content).trim().to_owned();
    Part::Inside { integrity: digest::integrity(text.as_bytes()), text }
}

fn rename(
    staging: &Path,
    old: &str,
    stem: &str,
    extension: &str,
    change: impl Fn(Vec<u8>) -> Outcome<Vec<u8>>,
) -> Outcome<Asset> {
    let path = staging.join(old);
    let content = change(fs::read(&path).during("read", &path)?)?;
    let asset = asset(&content, stem, extension);
    fs::remove_file(&path).during("replace", &path)?;
    write(&staging.join(&asset.name), &content)?;
    Ok(asset)
}

fn asset(content: &[u8], stem: &str, extension: &str) -> Asset {
    Asset {
        name: format!("{stem}-{}.{extension}", digest::short_name(content)),
        integrity: digest::integrity(content),
    }
}

/// Trunk copies the whole folder of icons; what draws them is not part of the page.
fn drop_sources(icons: &Path) -> Outcome {
    if !icons.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(icons).during("read the folder", icons)? {
        let path = entry.during("read the folder", icons)?.path();
        let is_image = path.extension().is_some_and(|extension| extension == "png" || extension == "svg");
        if path.is_file() && !is_image {
            fs::remove_file(&path).during("remove", &path)?;
        }
    }
    Ok(())
}

fn write(path: &Path, content: &[u8]) -> Outcome {
    fs::write(path, content).during("write", path)
}
