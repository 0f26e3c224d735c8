//! The component tests: compiled to WebAssembly and run in a headless Chromium through its driver.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::failure::{During, Failure, Outcome};
use crate::process;
use crate::project::Project;
use crate::test::count::Count;
use crate::tools::{self, chromium};

pub(crate) fn run(project: &Project) -> Outcome<Count> {
    let packages = packages(project)?;
    if packages.is_empty() {
        return Err(Failure::new("no package of the workspace depends on wasm-bindgen-test"));
    }
    tools::ensure_wasm_target(project)?;
    tools::wasm_bindgen(project)?.ensure(project)?;
    let browser = chromium::ensure()?;
    let mut command = tools::cargo(project);
    command.args(["test", "--locked", "--no-fail-fast", "--tests", "--target", "wasm32-unknown-unknown"]);
    for package in &packages {
        command.args(["--package", package]);
    }
    command.env("PATH", tools::path(project)?);
    command.env("CHROMEDRIVER", &browser.driver);
    command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(project, &browser.program)?);
    let (output, ended_well) = process::run_and_read(&mut command)?;
    Ok(Count::of_cargo(&output).judged(ended_well))
}

/// The packages that have tests for a browser.
fn packages(project: &Project) -> Outcome<Vec<String>> {
    let mut command = tools::cargo(project);
    command.args(["metadata", "--format-version", "1", "--locked", "--no-deps"]);
    let metadata: Value = serde_json::from_str(&process::read(&mut command)?)
        .map_err(|error| Failure::new(format!("cargo's metadata cannot be read: {error}")))?;
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let is_named = |value: &Value, name: &str| value.get("name").and_then(Value::as_str) == Some(name);
    Ok(list(metadata.get("packages").unwrap_or(&Value::Null))
        .iter()
        .filter(|package| {
            list(package.get("dependencies").unwrap_or(&Value::Null))
                .iter()
                .any(|dependency| is_named(dependency, "wasm-bindgen-test"))
        })
        .filter_map(|package| package.get("name")?.as_str().map(str::to_owned))
        .collect())
}

/// webdriver.json with the browser that was found, as a file of its own.
fn capabilities(project: &Project, browser: &Path) -> Outcome<PathBuf> {
    let source = project.root.join("webdriver.json");
    let text = fs::read_to_string(&source).during("read", &source)?;
    let adapted = with_browser(&text, browser).during("read", &source)?;
    let file = project.root.join("target").join("webdriver.json");
    fs::create_dir_all(project.root.join("target")).during("create the folder of", &file)?;
    fs::write(&file, adapted).during("write", &file)?;
    Ok(file)
}

fn with_browser(capabilities: &str, browser: &Path) -> Result<String, String> {
    let mut value: Value = serde_json::from_str(capabilities).map_err(|error| error.to_string())?;
    let Some(options) = value.get_mut("goog:chromeOptions").and_then(Value::as_object_mut) else {
        return Err("it has no goog:chromeOptions".into());
    };
    options.insert("binary".into(), browser.display().to_string().into());
    Ok(value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_that_was_found_is_named() {
        let named = |text| with_browser(text, Path::new("/opt/c"));
        assert_eq!(
            named(r#"{"goog:chromeOptions":{"args":["a"],"binary":"/usr/bin/x"}}"#).as_deref(),
            Ok(r#"{"goog:chromeOptions":{"args":["a"],"binary":"/opt/c"}}"#)
        );
        assert!(named("{}").is_err());
        assert!(named("not json").is_err());
    }
}
