//! `cargo xtask dist`: the release build in a folder that any static host can serve.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{During, Failure, Outcome};
use crate::project::Project;
use crate::site;
use crate::size;
use crate::stage::NOTES;

pub(crate) fn run(project: &Project, out: Option<&str>, site_url: Option<&str>) -> Outcome {
    let site_url = site_url.map(site_address).transpose()?;
    let out = project.root.join(out.map_or_else(|| PathBuf::from("dist"), PathBuf::from));
    check_replaceable(&out)?;
    let site = site::release(project)?;
    if out.exists() {
        fs::remove_dir_all(&out).during("replace", &out)?;
    }
    let mut files = copy(&site, &out)?;
    if let Some(address) = site_url {
        files += name_pages(&out, &address)?;
    }
    size::print_sizes(&out)?;
    println!();
    println!(
        "{files} files are in {}. Upload all of them to any static host, at its root or in any",
        out.display()
    );
    println!("folder. It must serve .wasm as application/wasm, and should compress it.");
    Ok(())
}

/// The address at which the site will be found, with a slash at its end.
fn site_address(text: &str) -> Outcome<String> {
    let plain = |sign: char| sign.is_ascii_alphanumeric() || "-._~/:%".contains(sign);
    if text.len() < 2000
        && text.strip_prefix("https://").is_some_and(|rest| !rest.is_empty() && rest.chars().all(plain))
    {
        return Ok(format!("{}/", text.trim_end_matches('/')));
    }
    Err(Failure::new(format!("'{text}' is no address of a site: write it as https://example.org/folder/")))
}

/// Tells search engines where the pages of the study guide belong: each names its own address, and a site map names all.
/// The app's own page is left as it is, since its worker knows it by its hash.
fn name_pages(out: &Path, address: &str) -> Outcome<usize> {
    let mut map = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    map.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    let entry = |page: &str| format!("<url><loc>{address}{page}</loc></url>\n");
    map.push_str(&entry(""));
    for page in pages_below(out, NOTES)? {
        let file = out.join(&page);
        let html = fs::read_to_string(&file).during("read", &file)?;
        let link = format!("  <link rel=\"canonical\" href=\"{address}{page}\">\n  </head>");
        fs::write(&file, html.replacen("</head>", link.trim_start(), 1)).during("write", &file)?;
        map.push_str(&entry(&page));
    }
    map.push_str("</urlset>\n");
    let file = out.join("sitemap.xml");
    fs::write(&file, map).during("write", &file)?;
    Ok(1)
}

/// The HTML pages in a folder of the site, in order.
fn pages_below(out: &Path, folder: &str) -> Outcome<Vec<String>> {
    let mut pages = Vec::new();
    let path = out.join(folder);
    if !path.is_dir() {
        return Ok(pages);
    }
    for entry in fs::read_dir(&path).during("read the folder", &path)? {
        let entry = entry.during("read the folder", &path)?;
        let name = format!("{folder}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            pages.extend(pages_below(out, &format!("{name}/"))?);
        } else if entry.path().extension().is_some_and(|extension| extension == "html") {
            pages.push(name);
        }
    }
    pages.sort();
    Ok(pages)
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
    fn a_site_has_an_https_address() {
        assert_eq!(site_address("https://example.org/app").as_deref(), Ok("https://example.org/app/"));
        assert_eq!(site_address("https://example.org/").as_deref(), Ok("https://example.org/"));
        for wrong in ["", "https://", "http://example.org", "https://a b", "https://a/?q", "https://a/\"><x"]
        {
            assert!(site_address(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn pages_name_their_own_address_and_the_map_names_all() {
        let folder = std::env::temp_dir().join(format!("invigil-map-test-{}", std::process::id()));
        fs::create_dir_all(folder.join("notes/compare")).expect("a temporary folder");
        for page in ["notes/sqs.html", "notes/compare/queues.html"] {
            fs::write(folder.join(page), "<html><head><title>x</title></head></html>").expect("a page");
        }
        assert_eq!(name_pages(&folder, "https://example.org/"), Ok(1));
        let map = fs::read_to_string(folder.join("sitemap.xml")).expect("the map");
        assert_eq!(map.matches("<loc>").count(), 3);
        let page = fs::read_to_string(folder.join("notes/compare/queues.html")).expect("the page");
        assert!(
            page.contains("<link rel=\"canonical\" href=\"https://example.org/notes/compare/queues.html\">")
        );
        fs::remove_dir_all(&folder).expect("the temporary folder");
    }

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
