//! Shortens the names by which WebAssembly and its glue know each other: they are long, unlike each other, and no
//! reader's business.

use serde_json::Value;

use crate::failure::{Failure, Outcome};

/// What wasm-opt called what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Names {
    /// The name of the module that the WebAssembly imports from, and of each import.
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

/// The name that wasm-opt gives to the module that holds all imports.
const MODULE: &str = "a";

impl Names {
    /// Reads what `--minify-imports-and-exports-and-modules` prints.
    pub(crate) fn parse(text: &str) -> Outcome<Self> {
        let told = || Failure::new("wasm-opt does not say which names it shortened: another version of it?");
        let tree: Value = serde_json::from_str(text).map_err(|_| told())?;
        let words = |line: &Value| -> Option<Vec<String>> {
            line.as_array()?.iter().map(|word| word.as_str().map(str::to_owned)).collect()
        };
        let lines = |name: &str| -> Option<Vec<Vec<String>>> {
            tree.get(name)?.as_array()?.iter().map(words).collect()
        };
        let import = |line: Vec<String>| {
            let [module, old, new] = line.try_into().ok()?;
            Some((module, old, new))
        };
        let export = |line: Vec<String>| {
            let [old, new] = line.try_into().ok()?;
            Some((old, new))
        };
        let imports = lines("imports").and_then(|all| all.into_iter().map(import).collect());
        let exports = lines("exports").and_then(|all| all.into_iter().map(export).collect());
        imports.zip(exports).map(|(imports, exports)| Self { imports, exports }).ok_or_else(told)
    }

    /// The glue, by the short names. Each import must stand in it: one that is not found would stop the app.
    pub(crate) fn apply(&self, glue: &str) -> Outcome<String> {
        let mut words = split(glue);
        for (_, old, new) in &self.imports {
            let found = rename(&mut words, old, new, |before, after| {
                after.starts_with(':') && !before.ends_with(['.', '"'])
            });
            if found != 1 {
                return Err(lost(old));
            }
        }
        for (old, new) in &self.exports {
            // What the glue does not use keeps no name at all.
            rename(&mut words, old, new, |before, _| before.ends_with("wasm."));
        }
        let mut glue = words.concat();
        if let Some((module, ..)) = self.imports.first() {
            let quoted = format!("\"{module}\":");
            if glue.matches(&quoted).count() != 1 {
                return Err(lost(module));
            }
            glue = glue.replace(&quoted, &format!("{MODULE}:"));
        }
        Ok(glue)
    }
}

fn lost(name: &str) -> Failure {
    Failure::new(format!("the glue does not name {name} as it used to: see xtask/src/stage/names.rs"))
}

/// A text as identifiers and what stands between them.
fn split(text: &str) -> Vec<String> {
    let is_part = |sign: char| sign.is_ascii_alphanumeric() || sign == '_' || sign == '$';
    let mut words: Vec<String> = Vec::new();
    let mut last = None;
    for sign in text.chars() {
        let part = is_part(sign);
        match words.last_mut() {
            Some(word) if last == Some(part) => word.push(sign),
            _ => words.push(sign.into()),
        }
        last = Some(part);
    }
    words
}

/// Renames an identifier where its surroundings admit it, and counts.
fn rename(words: &mut [String], old: &str, new: &str, admits: impl Fn(&str, &str) -> bool) -> usize {
    let around = |words: &[String], place: usize| {
        // `wasm.` is a word and a sign: both stand before the name.
        let from = place.saturating_sub(2);
        let before = words.get(from..place).unwrap_or_default().concat();
        (before, words.get(place + 1).cloned().unwrap_or_default())
    };
    let mut count = 0;
    for place in 0..words.len() {
        if words.get(place).is_some_and(|word| word == old) {
            let (before, after) = around(words, place);
            if admits(&before, &after) {
                if let Some(word) = words.get_mut(place) {
                    new.clone_into(word);
                }
                count += 1;
            }
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &str = r#"{"imports": [["./x_bg.js", "__wbg_now_1f", "$"], ["./x_bg.js", "__wbg_new_2e", "Aa"]],
        "exports": [["memory", "B"], ["main", "C"]]}"#;

    #[test]
    fn both_sides_get_the_short_names() {
        let glue = "const import0={__wbg_now_1f: function(){ return wasm.memory },\n __wbg_new_2e: f};\
            return {\"./x_bg.js\": import0}; let main = memory.main; wasm.main(0)";
        let short = Names::parse(MAP).and_then(|names| names.apply(glue)).unwrap_or_default();
        let expected = "const import0={$: function(){ return wasm.B },\n Aa: f};\
            return {a: import0}; let main = memory.main; wasm.C(0)";
        assert_eq!(short, expected);
    }

    #[test]
    fn a_name_that_is_lost_stops_the_build() {
        let names = Names::parse(MAP).expect("a map");
        let error = names.apply("{__wbg_now_1f: f, \"./x_bg.js\": i}").expect_err("one import is missing");
        assert!(error.to_string().contains("__wbg_new_2e"), "{error}");
        assert!(names.apply("{__wbg_now_1f: f, __wbg_new_2e: f}").is_err(), "no module");
        assert!(Names::parse("[]").is_err() && Names::parse("").is_err());
    }
}
