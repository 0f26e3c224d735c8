//! Reads and rewrites the tags of a page: enough HTML for index.html, no more.

use std::fmt::Write as _;
use std::ops::Range;

/// A start tag and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag {
    pub(crate) name: String,
    /// In order; a value is kept as it is written in the page, without its quotes.
    attributes: Vec<(String, Option<String>)>,
}

impl Tag {
    pub(crate) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), attributes: Vec::new() }
    }

    pub(crate) fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == attribute)?.1.as_deref()
    }

    pub(crate) fn set(&mut self, attribute: &str, value: &str) {
        match self.attributes.iter_mut().find(|(name, _)| name == attribute) {
            Some(found) => found.1 = Some(value.to_owned()),
            None => self.attributes.push((attribute.to_owned(), Some(value.to_owned()))),
        }
    }

    /// The same tag with one attribute more.
    pub(crate) fn with(mut self, attribute: &str, value: &str) -> Self {
        self.set(attribute, value);
        self
    }

    pub(crate) fn to_html(&self) -> String {
        let mut html = format!("<{}", self.name);
        for (name, value) in &self.attributes {
            let _ = match value {
                Some(value) if value.contains('"') => write!(html, " {name}='{value}'"),
                Some(value) => write!(html, " {name}=\"{value}\""),
                None => write!(html, " {name}"),
            };
        }
        html.push('>');
        html
    }
}

/// Changes every tag that `change` wants changed: what it returns is written in the tag's place.
pub(crate) fn rewrite(html: &str, mut change: impl FnMut(&Tag) -> Option<String>) -> String {
    let mut result = String::with_capacity(html.len());
    let mut done = 0;
    for (range, tag) in tags(html) {
        let Some(replacement) = change(&tag) else { continue };
        result.push_str(html.get(done..range.start).unwrap_or_default());
        result.push_str(&replacement);
        done = range.end;
    }
    result.push_str(html.get(done..).unwrap_or_default());
    result
}

/// All start tags of a page in order. Comments, end tags and the text of scripts are skipped.
pub(crate) fn tags(html: &str) -> Vec<(Range<usize>, Tag)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = find_from(html, at, "<") {
        let rest = html.get(start..).unwrap_or_default();
        if rest.starts_with("<!--") {
            at = find_from(html, start, "-->").map_or(html.len(), |end| end + 3);
            continue;
        }
        let Some((length, tag)) = read_tag(rest) else {
            at = start + 1;
            continue;
        };
        at = start + length;
        if matches!(tag.name.as_str(), "script" | "style" | "title" | "textarea") {
            at = find_from(html, at, &format!("</{}", tag.name)).unwrap_or(html.len());
        }
        found.push((start..start + length, tag));
    }
    found
}

/// The page without comments and without the indentation of its lines.
pub(crate) fn compact(html: &str) -> String {
    let mut without = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!--") {
        without.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    without.push_str(rest);
    let lines = without.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.fold(String::new(), |page, line| page + line + "\n")
}

fn find_from(text: &str, from: usize, what: &str) -> Option<usize> {
    Some(from + text.get(from..)?.find(what)?)
}

/// A start tag at the beginning of `text`, and its length.
fn read_tag(text: &str) -> Option<(usize, Tag)> {
    let inner = text.strip_prefix('<')?;
    if !inner.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    let name_end = inner.find(|c: char| c.is_whitespace() || c == '>' || c == '/')?;
    let (name, mut rest) = inner.split_at(name_end);
    let mut tag = Tag::new(&name.to_ascii_lowercase());
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return Some((text.len() - after.len(), tag));
        }
        let name_end = rest.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/' | '='))?;
        let (name, after) = rest.split_at(name_end);
        let (value, after) = read_value(after)?;
        tag.attributes.push((name.to_ascii_lowercase(), value.map(str::to_owned)));
        rest = after;
    }
}

/// The value behind an attribute's name, if any, and what follows it.
fn read_value(text: &str) -> Option<(Option<&str>, &str)> {
    let Some(after) = text.trim_start().strip_prefix('=') else {
        return Some((None, text));
    };
    let after = after.trim_start();
    for quote in ['"', '\''] {
        if let Some(inner) = after.strip_prefix(quote) {
            let (value, rest) = inner.split_once(quote)?;
            return Some((Some(value), rest));
        }
    }
    let end = after.find(|c: char| c.is_whitespace() || c == '>')?;
    let (value, rest) = after.split_at(end);
    Some((Some(value), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_tags(html: &str, expected: &[&str]) {
        let found: Vec<_> = tags(html).iter().map(|(_, tag)| tag.to_html()).collect();
        assert_eq!(found, expected);
        for (range, _) in tags(html) {
            let text = html.get(range).unwrap_or_default();
            assert!(text.starts_with('<') && text.ends_with('>'), "whole tag: {text}");
        }
    }

    #[test]
    fn tags_are_found() {
        check_tags("", &[]);
        check_tags("plain < text", &[]);
        check_tags("<!doctype html><p>x</p>", &["<p>"]);
        check_tags("<link rel=icon href='a.png'>", &["<link rel=\"icon\" href=\"a.png\">"]);
        check_tags("<a href = \"#/\"  hidden>", &["<a href=\"#/\" hidden>"]);
        check_tags("<br/><img src=a />", &["<br>", "<img src=\"a\">"]);
        check_tags("<p title='say \"a > b\"'>", &["<p title='say \"a > b\"'>"]);
        check_tags("<!-- <p> --><i>", &["<i>"]);
        check_tags("<script>if (a<b) '<p>'</script><i>", &["<script>", "<i>"]);
        check_tags("<LINK REL=\"x\">", &["<link rel=\"x\">"]);
        check_tags("<p class", &[]);
        check_tags("<p\n  id=a\n  hidden\n>", &["<p id=\"a\" hidden>"]);
    }

    #[test]
    fn only_the_wanted_tags_change() {
        let html = "<!-- <b> -->\n<b id=1>x</b> <i>y</i><b>";
        let changed = rewrite(html, |tag| (tag.name == "b").then(|| tag.clone().with("id", "2").to_html()));
        assert_eq!(changed, "<!-- <b> -->\n<b id=\"2\">x</b> <i>y</i><b id=\"2\">");
        assert_eq!(rewrite(html, |_| None), html);
        assert_eq!(rewrite("<p><i></p>", |tag| (tag.name == "i").then(String::new)), "<p></p>");
    }

    #[test]
    fn comments_and_indentation_go() {
        assert_eq!(compact("<p>\n  <!-- why\n  so -->\n    a b\n\n</p>"), "<p>\na b\n</p>\n");
        assert_eq!(compact("a<!-- x -->b<!-- never closed"), "ab\n");
    }
}
