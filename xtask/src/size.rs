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

/// What WebAssembly, glue, page, styles and start script should weigh together, in brotli bytes: a bare Yew page is
/// about 50 KB. It is not reached yet; see `docs/adr/0009-the-size-budget.md`.
const AIM: usize = 110 * 1024;
/// What they may weigh: what they did when the last byte was won. It only ever goes down.
const BUDGET: usize = 142 * 1024;

/// One file's weight in the three forms that hosts send.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

pub(crate) fn run(project: &Project) -> Outcome {
    let site = site::release(project)?;
    let total = print(&site)?;
    judge(total.brotli)
}

fn judge(brotli: usize) -> Outcome {
    if brotli > BUDGET {
        return Err(Failure::new(format!(
            "the app weighs {brotli} bytes in brotli, {} over its budget of {BUDGET}: find what grew, or move what few \
             need out of the first load",
            brotli - BUDGET
        )));
    }
    println!("size: within the budget of {BUDGET} bytes in brotli, with {} to spare", BUDGET - brotli);
    if brotli > AIM {
        println!("size: the aim is {AIM} bytes, and {} are to be won yet", brotli - AIM);
    }
    Ok(())
}

/// Prints the table of a built site and returns its last line.
pub(crate) fn print_sizes(site: &Path) -> Outcome {
    print(site).map(|_| ())
}

fn print(site: &Path) -> Outcome<Weight> {
    let index = site.join("index.html");
    let page = fs::read_to_string(&index).during("read", &index)?;
    let mut total = Weight::default();
    println!("{:<34} {:>9} {:>9} {:>9}", "file", "raw", "gzip", "brotli");
    for name in stage::first_load(&page)? {
        let file = site.join(&name);
        let weight = weigh(&fs::read(&file).during("read", &file)?)?;
        print_line(&name, weight);
        total.raw += weight.raw;
        total.gzip += weight.gzip;
        total.brotli += weight.brotli;
    }
    print_line("together", total);
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
        assert_eq!(judge(BUDGET), Ok(()));
        let error = judge(BUDGET + 1).expect_err("over the budget");
        assert!(error.to_string().contains("bytes in brotli, 1 over its budget of"), "{error}");
    }
}
