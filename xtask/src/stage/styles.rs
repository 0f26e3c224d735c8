//! Joins the files of styles/ in the order of their names: what the first page needs into one sheet, and what only later
//! pages need, in styles/late/, into a second, which comes after the first.

use std::fs;
use std::path::Path;

use crate::failure::{During, Failure, Outcome};

/// The folder of what only later pages need, below that of all styles.
pub(crate) const LATE: &str = "late";

/// The sheet of a folder. In the release profile it comes without comments and indentation.
pub(crate) fn join(folder: &Path, release: bool) -> Outcome<String> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).during("read the folder", folder)? {
        let path = entry.during("read the folder", folder)?.path();
        if path.extension().is_some_and(|extension| extension == "css") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(Failure::new(format!("there is no .css file in {}", folder.display())));
    }
    let mut sheet = String::new();
    for file in files {
        let text = fs::read_to_string(&file).during("read", &file)?;
        sheet.push_str(text.trim_end());
        sheet.push('\n');
    }
    Ok(if release { compact(&sheet) } else { sheet })
}

/// The sheet without comments and without the indentation of its lines; strings stay as they are.
pub(super) fn compact(sheet: &str) -> String {
    let mut result = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(next) = rest.find(['"', '\'', '/']) {
        let (before, from) = rest.split_at(next);
        result.push_str(before);
        if let Some(comment) = from.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        let length = if from.starts_with('/') { 1 } else { string_length(from) };
        let (kept, after) = from.split_at(length);
        result.push_str(kept);
        rest = after;
    }
    result.push_str(rest);
    let lines = result.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.fold(String::new(), |sheet, line| sheet + line + "\n")
}

/// The length of the quoted string that `text` begins with.
fn string_length(text: &str) -> usize {
    let mut characters = text.char_indices();
    let Some((_, quote)) = characters.next() else { return 0 };
    while let Some((at, character)) = characters.next() {
        if character == '\\' {
            characters.next();
        } else if character == quote {
            return at + character.len_utf8();
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sheet: &str, expected: &str) {
        assert_eq!(compact(sheet), expected);
    }

    #[test]
    fn comments_and_indentation_go_and_strings_stay() {
        check("", "");
        check("/* why */\na {\n  color: red;\n}\n", "a {\ncolor: red;\n}\n");
        check("a { b: 1 /* x */ }", "a { b: 1  }\n");
        check("a::before { content: '/* kept */' }", "a::before { content: '/* kept */' }\n");
        check(r#"a { content: "\"/*" } /* b */"#, "a { content: \"\\\"/*\" }\n");
        check("a { grid-area: 1 / 2 }", "a { grid-area: 1 / 2 }\n");
        check("a {} /* never closed", "a {}\n");
        check("a { content: 'never closed", "a { content: 'never closed\n");
    }
}
