//! Puts content-hashed names, integrity and the release into index.html.

use crate::failure::{Failure, Outcome};
use crate::stage::html::{self, Tag};

/// A staged file that the page names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Asset {
    pub(crate) name: String,
    pub(crate) integrity: String,
}

/// The files that the page cannot start without.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Assets {
    pub(crate) boot: Asset,
    pub(crate) glue: Asset,
    pub(crate) wasm: Asset,
    /// The second part of the WebAssembly, where it is split.
    pub(crate) rest: Option<Asset>,
    pub(crate) styles: Part,
    /// The styles that arrive with the second part, where they are a file of their own.
    pub(crate) late: Option<Asset>,
    /// What else the page runs, each with the name it has in index.html.
    pub(crate) scripts: Vec<(String, Part)>,
    pub(crate) tools: Tools,
}

/// Styles or a script that the page needs before it can be painted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// In a file of its own.
    Beside(Asset),
    /// In the page, which then waits for no second file; the policy admits what hashes to this.
    Inside { text: String, integrity: String },
}

impl Default for Part {
    fn default() -> Self {
        Self::Beside(Asset::default())
    }
}

/// The second module, which is loaded when one of its tools is first used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tools {
    pub(crate) worker: Asset,
    pub(crate) module: Asset,
}

/// The names that Trunk gave, as they stand in the page's start script.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TrunkNames {
    pub(crate) boot: String,
    pub(crate) glue: String,
    pub(crate) wasm: String,
}

/// Reads the start script that `pattern_script` in Trunk.toml wrote.
pub(crate) fn trunk_names(page: &str) -> Outcome<TrunkNames> {
    let scripts: Vec<Tag> =
        html::tags(page).into_iter().map(|(_, tag)| tag).filter(is_start_script).collect();
    let [script] = scripts.as_slice() else {
        return Err(Failure::new(format!(
            "index.html has {} start scripts and needs one: a <link data-trunk rel=\"rust\"> in it, and pattern_script in Trunk.toml",
            scripts.len()
        )));
    };
    let name = |attribute: &str| {
        let address = script.get(attribute).unwrap_or_default();
        let name = address.rsplit('/').next().unwrap_or_default();
        if name.is_empty() {
            return Err(Failure::new(format!(
                "the start script has no {attribute}: see pattern_script in Trunk.toml"
            )));
        }
        Ok(name.to_owned())
    };
    Ok(TrunkNames { boot: name("src")?, glue: name("data-js")?, wasm: name("data-wasm")? })
}

/// The scripts of the page besides the start script, by the names that index.html gives them.
pub(crate) fn other_scripts(page: &str) -> Vec<String> {
    html::tags(page).into_iter().filter_map(|(_, tag)| other_script(&tag).map(str::to_owned)).collect()
}

/// The files that a first visit loads before the app is alive, as a finished page names them.
pub(crate) fn first_load(page: &str) -> Outcome<Vec<String>> {
    let names = trunk_names(page)?;
    let sheets = html::tags(page).into_iter().map(|(_, tag)| tag);
    let sheets = sheets.filter(|tag| tag.name == "link" && tag.get("rel") == Some("stylesheet"));
    let sheets = sheets.filter_map(|tag| tag.get("href").map(str::to_owned));
    let first = [names.wasm, names.glue, "index.html".into()].into_iter();
    Ok(first.chain(sheets).chain([names.boot]).chain(other_scripts(page)).collect())
}

/// What arrives behind the first load, as a finished page names it: the second part of the WebAssembly and its styles.
pub(crate) fn rest(page: &str) -> Vec<String> {
    ["data-rest", "data-styles"].into_iter().filter_map(|attribute| named(page, attribute)).collect()
}

/// The second module, as a finished page names it.
pub(crate) fn tools(page: &str) -> Option<String> {
    named(page, "data-tools-wasm")
}

/// The file that an attribute of the start script names.
fn named(page: &str, attribute: &str) -> Option<String> {
    let script = html::tags(page).into_iter().map(|(_, tag)| tag).find(is_start_script)?;
    script.get(attribute).and_then(|address| address.rsplit('/').next()).map(str::to_owned)
}

/// The page as it is served. `release` may be empty where only the rest of the page matters.
pub(crate) fn finish(page: &str, assets: &Assets, release: &str) -> Outcome<String> {
    let mut sheets = 0;
    let finished = html::rewrite(page, |tag| {
        if is_start_script(tag) {
            return Some(start(tag, assets, release));
        }
        if is_sheet(tag) {
            sheets += 1;
            return Some(match &assets.styles {
                Part::Beside(file) => {
                    tag.clone().with("href", &file.name).with("integrity", &file.integrity).to_html()
                }
                Part::Inside { text, .. } => format!("<style>{text}</style>"),
            });
        }
        if let Some(policy) = policy(tag) {
            let scripts = assets.scripts.iter().map(|(_, script)| script);
            let policy = admitting(policy, "style-src 'self'", [&assets.styles]);
            let policy = admitting(&policy, "script-src 'self'", scripts);
            return Some(tag.clone().with("content", &policy).to_html());
        }
        if let Some((_, script)) =
            other_script(tag).and_then(|name| assets.scripts.iter().find(|(old, _)| old == name))
        {
            return Some(match script {
                Part::Beside(file) => {
                    let src = format!("./{}", file.name);
                    tag.clone().with("src", &src).with("integrity", &file.integrity).to_html()
                }
                // The page has the end of the element.
                Part::Inside { text, .. } => format!("<script>{text}"),
            });
        }
        // Preloads are written with the start script; one of Trunk's would name a file that has gone.
        matches!(tag.get("rel"), Some("preload" | "modulepreload")).then(String::new)
    });
    if sheets != 1 {
        return Err(Failure::new(format!(
            "index.html names the style sheet {sheets} times and must once: <link rel=\"stylesheet\" href=\"app.css\">"
        )));
    }
    Ok(finished)
}

fn is_start_script(tag: &Tag) -> bool {
    tag.name == "script" && tag.get("data-wasm").is_some()
}

/// The file that a script tag names, unless it is the start script.
fn other_script(tag: &Tag) -> Option<&str> {
    let source = tag.get("src").filter(|_| tag.name == "script" && !is_start_script(tag))?;
    source.rsplit('/').next()
}

/// The policy, with the hashes of those parts that are in the page beside what a rule of it admits.
fn admitting<'a>(policy: &str, rule: &str, parts: impl IntoIterator<Item = &'a Part>) -> String {
    let hashes = parts.into_iter().filter_map(|part| match part {
        Part::Inside { integrity, .. } => Some(format!(" '{integrity}'")),
        Part::Beside(_) => None,
    });
    policy.replace(rule, &format!("{rule}{}", hashes.collect::<String>()))
}

/// The page's policy, if this is the tag that holds it.
fn policy(tag: &Tag) -> Option<&str> {
    let is_policy = tag.name == "meta" && tag.get("http-equiv") == Some("Content-Security-Policy");
    tag.get("content").filter(|_| is_policy)
}

fn is_sheet(tag: &Tag) -> bool {
    tag.name == "link" && tag.get("rel") == Some("stylesheet") && tag.get("href") == Some("app.css")
}

/// The start script, and before it what it will ask for, so that all of it loads at once. A preloaded module is
/// checked here, and `import()` takes the module that was. The WebAssembly is checked when the script fetches it
/// from the preload, where browsers ignore the attribute and warn about it.
fn start(tag: &Tag, assets: &Assets, release: &str) -> String {
    let glue = format!("./{}", assets.glue.name);
    let wasm = format!("./{}", assets.wasm.name);
    let link = |rel: &str, href: &str| Tag::new("link").with("rel", rel).with("href", href);
    let load_glue = link("modulepreload", &glue).with("integrity", &assets.glue.integrity);
    // Without `crossorigin` the fetch would not match, and the file would load twice.
    let load_wasm = link("preload", &wasm)
        .with("as", "fetch")
        .with("type", "application/wasm")
        .with("crossorigin", "anonymous");
    let script = tag
        .clone()
        .with("src", &format!("./{}", assets.boot.name))
        .with("integrity", &assets.boot.integrity)
        .with("data-js", &glue)
        .with("data-js-integrity", &assets.glue.integrity)
        .with("data-wasm", &wasm)
        .with("data-wasm-integrity", &assets.wasm.integrity);
    let behind = [("data-rest", &assets.rest), ("data-styles", &assets.late)];
    let script = behind.into_iter().fold(script, |script, (attribute, file)| match file {
        Some(file) => script
            .with(attribute, &format!("./{}", file.name))
            .with(&format!("{attribute}-integrity"), &file.integrity),
        None => script,
    });
    let script = script
        .with("data-tools", &format!("./{}", assets.tools.worker.name))
        .with("data-tools-wasm", &format!("./{}", assets.tools.module.name))
        .with("data-tools-integrity", &assets.tools.module.integrity)
        .with("data-release", release);
    format!("{}\n{}\n{}", load_wasm.to_html(), load_glue.to_html(), script.to_html())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str =
        r#"<script type="module" src="./boot.js" data-js="./a-1.js" data-wasm="./a-1_bg.wasm"></script>"#;
    const SHEET: &str = r#"<link rel="stylesheet" href="app.css">"#;

    fn asset(name: &str) -> Asset {
        Asset { name: name.into(), integrity: format!("sha384-{name}") }
    }

    fn assets() -> Assets {
        Assets {
            boot: asset("b.js"),
            glue: asset("g.js"),
            wasm: asset("w.wasm"),
            tools: Tools { worker: asset("t.js"), module: asset("t.wasm") },
            rest: None,
            styles: Part::Beside(asset("s.css")),
            late: None,
            scripts: vec![("early.js".into(), Part::Beside(asset("e.js")))],
        }
    }

    #[track_caller]
    fn check_finish(page: &str, expected: &str) {
        assert_eq!(finish(page, &assets(), "r1").as_deref(), Ok(expected));
    }

    #[test]
    fn the_page_names_what_was_staged() {
        let start = "<link rel=\"preload\" href=\"./w.wasm\" as=\"fetch\" type=\"application/wasm\" \
            crossorigin=\"anonymous\">\n<link rel=\"modulepreload\" href=\"./g.js\" integrity=\"sha384-g.js\">\n\
            <script type=\"module\" src=\"./b.js\" data-js=\"./g.js\" data-wasm=\"./w.wasm\" integrity=\"sha384-b.js\" \
            data-js-integrity=\"sha384-g.js\" data-wasm-integrity=\"sha384-w.wasm\" data-tools=\"./t.js\" \
            data-tools-wasm=\"./t.wasm\" data-tools-integrity=\"sha384-t.wasm\" data-release=\"r1\"></script>";
        let sheet = "<link rel=\"stylesheet\" href=\"s.css\" integrity=\"sha384-s.css\">";
        check_finish(&format!("{SHEET}{SCRIPT}"), &format!("{sheet}{start}"));
        check_finish(&format!("{SCRIPT}<p>{SHEET}"), &format!("{start}<p>{sheet}"));
        check_finish(
            &format!("{SHEET}<link rel=\"preload\" href=\"./a-1_bg.wasm\"><link rel=icon href=i>{SCRIPT}"),
            &format!("{sheet}<link rel=icon href=i>{start}"),
        );
    }

    #[test]
    fn what_is_in_the_page_is_named_by_its_policy() {
        let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self' 'x'; style-src 'self'\">";
        let inside =
            |text: &str, integrity: &str| Part::Inside { text: text.into(), integrity: integrity.into() };
        let scripts = vec![("early.js".to_owned(), inside("go()", "sha384-e"))];
        let assets = Assets { styles: inside("p{top:0}", "sha384-s"), scripts, ..assets() };
        let page = format!("{policy}<script src=\"early.js\"></script>{SHEET}{SCRIPT}");
        let page = finish(&page, &assets, "r1").unwrap_or_default();
        let expected = "content=\"script-src 'self' 'sha384-e' 'x'; style-src 'self' 'sha384-s'\">\
            <script>go()</script><style>p{top:0}</style><link";
        assert!(page.contains(expected), "{page}");
        assert_eq!(
            first_load(&page),
            Ok(["w.wasm", "g.js", "index.html", "b.js"].map(str::to_owned).to_vec())
        );
    }

    #[test]
    fn other_scripts_are_checked_too() {
        let page = format!("{SHEET}<script src=\"early.js\"></script>{SCRIPT}");
        assert_eq!(other_scripts(&page), ["early.js"]);
        let finished = finish(&page, &assets(), "r1").unwrap_or_default();
        assert!(
            finished.contains("<script src=\"./e.js\" integrity=\"sha384-e.js\"></script>"),
            "{finished}"
        );
        assert!(first_load(&finished).is_ok_and(|files| files.contains(&"e.js".to_owned())));
    }

    #[test]
    fn a_finished_page_names_its_first_load() {
        let page = finish(&format!("{SHEET}{SCRIPT}"), &assets(), "r1").and_then(|page| first_load(&page));
        let expected = ["w.wasm", "g.js", "index.html", "s.css", "b.js"].map(str::to_owned);
        assert_eq!(page, Ok(expected.to_vec()));
    }

    #[test]
    fn the_second_part_is_named_and_is_no_part_of_the_first_load() {
        let page = format!("{SHEET}{SCRIPT}");
        let split = Assets { rest: Some(asset("r.wasm")), late: Some(asset("l.css")), ..assets() };
        let finished = finish(&page, &split, "r1").unwrap_or_default();
        assert!(
            finished.contains(
                "data-rest=\"./r.wasm\" data-rest-integrity=\"sha384-r.wasm\" \
                 data-styles=\"./l.css\" data-styles-integrity=\"sha384-l.css\""
            ),
            "{finished}"
        );
        assert_eq!(rest(&finished), ["r.wasm", "l.css"]);
        let first = ["w.wasm", "g.js", "index.html", "s.css", "b.js"].map(str::to_owned);
        assert_eq!(first_load(&finished), Ok(first.to_vec()));
        let whole = finish(&page, &assets(), "r1").unwrap_or_default();
        assert_eq!(rest(&whole), [""; 0]);
    }

    #[test]
    fn the_release_changes_nothing_else() {
        let page = format!("{SHEET}{SCRIPT}");
        let (one, two) = (finish(&page, &assets(), "r1"), finish(&page, &assets(), "r2"));
        assert_eq!(one.map(|page| page.replace("\"r1\"", "\"r2\"")), two);
    }

    #[test]
    fn a_page_that_cannot_start_is_refused() {
        assert!(finish(SCRIPT, &assets(), "r").is_err());
        assert!(finish(&format!("{SHEET}{SHEET}{SCRIPT}"), &assets(), "r").is_err());
        assert!(trunk_names(SHEET).is_err());
        assert!(trunk_names(&format!("{SCRIPT}{SCRIPT}")).is_err());
        assert!(trunk_names("<script src='./boot.js' data-wasm='./w.wasm'>").is_err());
    }

    #[test]
    fn names_are_read_from_any_base() {
        let expected =
            TrunkNames { boot: "boot.js".into(), glue: "a-1.js".into(), wasm: "a-1_bg.wasm".into() };
        assert_eq!(trunk_names(SCRIPT).as_ref(), Ok(&expected));
        assert_eq!(trunk_names(&SCRIPT.replace("./", "/any/folder/")).as_ref(), Ok(&expected));
    }
}
