//! `cargo xtask size`: the bytes that a first visit loads before the app is alive, against their budget.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

use crate::failure::{During, Failure, Outcome};
use crate::project::Project;
use crate::site;
use crate::stage;

/// What WebAssembly, glue, page, styles and start script may weigh together, in brotli bytes: what a first visit loads
/// before the home page is alive. A bare Yew page is about 50 KB. It goes up only with a decision that says for what
/// (`docs/adr/0009-the-code-comes-in-two-parts.md`), and never above 110 KB.
const BUDGET: usize = 104 * 1024;
/// What the second part of the WebAssembly and its styles may weigh, which arrive behind the first.
const BUDGET_OF_REST: usize = 189 * 1024;

/// What the second module may weigh, which is loaded when one of its tools is first used.
const BUDGET_OF_TOOLS: usize = 145 * 1024;

/// One file's weight in the three forms that hosts send.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

pub(crate) fn run(project: &Project) -> Outcome {
    let site = site::release(project)?;
    let [first, rest, tools] = print(&site)?;
    judge("the first load", first.brotli, BUDGET)?;
    judge("the rest", rest.brotli, BUDGET_OF_REST)?;
    judge("the module of tools", tools.brotli, BUDGET_OF_TOOLS)
}

fn judge(what: &str, brotli: usize, budget: usize) -> Outcome {
    if brotli > budget {
        return Err(Failure::new(format!(
            "{what} weighs {brotli} bytes in brotli, {} over its budget of {budget}: find what grew, or move what the home \
             page does not need behind a gate (xtask/src/stage/split.rs) or into styles/late/",
            brotli - budget
        )));
    }
    println!(
        "size: {what} is within its budget of {budget} bytes in brotli, with {} to spare",
        budget - brotli
    );
    Ok(())
}

/// Prints the table of a built site and returns its last line.
pub(crate) fn print_sizes(site: &Path) -> Outcome {
    print(site).map(|_| ())
}

/// Prints the files of a site, and gives the weight of the first load, of the rest, and of the module of tools.
fn print(site: &Path) -> Outcome<[Weight; 3]> {
    let index = site.join("index.html");
    let page = fs::read_to_string(&index).during("read", &index)?;
    println!("{:<34} {:>9} {:>9} {:>9}", "file", "raw", "gzip", "brotli");
    let first = print_files(site, stage::first_load(&page)?)?;
    print_line("first load together", first);
    let rest = print_files(site, stage::rest(&page))?;
    print_line("the rest together", rest);
    let tools = print_files(site, stage::tools(&page))?;
    Ok([first, rest, tools])
}

/// Prints a line a file, and gives what they weigh together.
fn print_files(site: &Path, names: impl IntoIterator<Item = String>) -> Outcome<Weight> {
    let mut total = Weight::default();
    for name in names {
        let file = site.join(&name);
        let weight = weigh(&fs::read(&file).during("read", &file)?)?;
        print_line(&name, weight);
        total.raw += weight.raw;
        total.gzip += weight.gzip;
        total.brotli += weight.brotli;
    }
    Ok(total)
}

fn print_line(name: &str, weight: Weight) {
    println!("{name:<34} {:>9} {:>9} {:>9}", weight.raw, weight.gzip, weight.brotli);
}

fn weigh(content: &[u8]) -> Outcome<Weight> {
    let failed = |error: std::io::Error| Failure::new(format!("could not compress: {error}"));
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(content).map_err(failed)?;
    let gzip = gzip.finish().map_err(failed)?;
    // What hosts use for files that they compress once: the best quality and the standard window.
    let settings =
        BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut brotli = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut brotli, &settings).map_err(failed)?;
    Ok(Weight { raw: content.len(), gzip: gzip.len(), brotli: brotli.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_weighed_in_three_forms() {
        let weight = weigh("exam ".repeat(1000).as_bytes()).expect("memory does not fail");
        assert_eq!(weight.raw, 5000);
        assert!(weight.brotli > 5 && weight.brotli < weight.gzip && weight.gzip < 100, "{weight:?}");
        // An empty file is a gzip header and trailer of 20 bytes, and a single byte of brotli.
        assert_eq!(weigh(b"").expect("memory does not fail"), Weight { raw: 0, gzip: 20, brotli: 1 });
    }

    #[test]
    fn the_budget_fails() {
        assert_eq!(judge("it", 1000, 1000), Ok(()));
        let error = judge("it", 1001, 1000).expect_err("over the budget");
        assert!(error.to_string().contains("bytes in brotli, 1 over its budget of"), "{error}");
    }
}
