//! The cells of a table, one after another, as comma-separated values or as JSON.

use std::fmt::Write as _;
use std::slice::Iter;

/// Rows being written. Each has a cell a column, in their order; a cell beyond the last column is not written.
pub(super) struct Rows {
    /// What is written.
    pub(super) text: String,
    json: bool,
    columns: &'static [&'static str],
    left: Iter<'static, &'static str>,
}

impl Rows {
    /// No rows yet, as comma-separated values below a line with the names of the columns.
    pub(super) fn csv(columns: &'static [&'static str]) -> Self {
        Self { text: columns.join(",") + "\n", json: false, columns, left: columns.iter() }
    }

    /// No rows yet, as JSON of which each line is an object.
    pub(super) fn json_lines(columns: &'static [&'static str]) -> Self {
        Self { text: String::new(), json: true, columns, left: columns.iter() }
    }

    /// Ends a row.
    pub(super) fn end(&mut self) {
        self.text.push_str(if self.json { "}\n" } else { "\n" });
        self.left = self.columns.iter();
    }

    /// A text; none is an empty cell, as an empty text is in comma-separated values.
    pub(super) fn text(&mut self, cell: Option<&str>) {
        let Some(cell) = self.cell(cell) else { return };
        if self.json {
            quote_json(&mut self.text, cell);
        } else {
            quote_csv(&mut self.text, cell);
        }
    }

    /// A number that counts.
    pub(super) fn whole(&mut self, cell: Option<u32>) {
        let Some(number) = self.cell(cell) else { return };
        self.text.push_str(&number.to_string());
    }

    /// A figure in thousandths, as a decimal with three places.
    pub(super) fn thousandths(&mut self, cell: Option<i32>) {
        let Some(figure) = self.cell(cell) else { return };
        let (sign, size) = (if figure < 0 { "-" } else { "" }, figure.unsigned_abs());
        // Writing to a text cannot fail.
        let _ = write!(self.text, "{sign}{}.{:03}", size / 1000, size % 1000);
    }

    /// A yes or no.
    pub(super) fn flag(&mut self, cell: bool) {
        if let Some(yes) = self.cell(Some(cell)) {
            self.text.push_str(if yes { "true" } else { "false" });
        }
    }

    /// Begins the next cell; what is to be written in it, unless that is nothing.
    fn cell<T>(&mut self, cell: Option<T>) -> Option<T> {
        let first = self.left.len() == self.columns.len();
        let name = self.left.next()?;
        match (self.json, first) {
            (true, true) => self.text.push_str("{\""),
            (true, false) => self.text.push_str(",\""),
            (false, true) => {}
            (false, false) => self.text.push(','),
        }
        if self.json {
            self.text.push_str(name);
            self.text.push_str(if cell.is_some() { "\":" } else { "\":null" });
        }
        cell
    }
}

/// A text as a cell: quoted where a sign of its own would end it, and with an apostrophe before it where a spreadsheet
/// would take it for a formula.
///
/// Source: RFC 4180; OWASP, "CSV Injection", for the signs.
fn quote_csv(out: &mut String, cell: &str) {
    let bytes = cell.as_bytes();
    let quoted = bytes.iter().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r'));
    if quoted {
        out.push('"');
    }
    if matches!(bytes.first(), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r')) {
        out.push('\'');
    }
    if quoted {
        // Each quote twice.
        out.extend(cell.chars().flat_map(|sign| std::iter::repeat_n(sign, if sign == '"' { 2 } else { 1 })));
        out.push('"');
    } else {
        out.push_str(cell);
    }
}

/// A text in quotes: these, the backslash, and control characters escaped.
fn quote_json(out: &mut String, cell: &str) {
    out.push('"');
    if cell.bytes().all(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
        out.push_str(cell);
    } else {
        cell.chars().for_each(|sign| escape_json(out, sign));
    }
    out.push('"');
}

fn escape_json(out: &mut String, sign: char) {
    match sign {
        '"' | '\\' => out.extend(['\\', sign]),
        '\0'..='\x1f' => {
            let digit = |shift: u32| char::from_digit(u32::from(sign) >> shift & 15, 16).unwrap_or('0');
            out.extend(['\\', 'u', '0', '0', digit(4), digit(0)]);
        }
        _ => out.push(sign),
    }
}
