//! Parts a table into its cells, by the rules of RFC 4180.

/// A line of a table, which may take more than one of its text.
#[derive(Debug, Default)]
pub(super) struct Record {
    /// Where it begins, from 0.
    pub(super) line: usize,
    pub(super) lines: usize,
    pub(super) cells: Vec<String>,
}

/// More cells than any line of questions has; further ones are passed.
const MOST_CELLS: usize = 64;

/// What may part cells; the first of those that do as well as each other.
pub(super) const SEPARATORS: [char; 4] = ['\t', ';', ',', '|'];

/// Records that say something, of so many at most.
pub(super) fn records(text: &str, separator: char, most: usize) -> Vec<Record> {
    let mut reader = Reader { rest: text, separator, line: 0, unclosed: false };
    let mut out = Vec::new();
    while !reader.rest.is_empty() && out.len() < most {
        let record = reader.record();
        if record.cells.iter().any(|cell| !crate::text::trim(cell).is_empty()) {
            out.push(record);
        }
    }
    out
}

/// What parts the cells: what makes as many of them in the most records.
pub(super) fn separator(text: &str) -> Option<char> {
    /// So many records show it.
    const SAMPLE: usize = 40;
    let score = |separator: &char| {
        let records = records(text, *separator, SAMPLE);
        let width = |record: &Record| record.cells.len();
        let alike = |count: usize| records.iter().filter(|record| width(record) == count).count();
        let best =
            records.iter().map(width).filter(|count| *count > 1).map(|count| (alike(count), count)).max()?;
        Some((best.0 * 100 / records.len().max(1), best.1))
    };
    let scores = SEPARATORS.iter().filter_map(|separator| Some((score(separator)?, *separator)));
    scores.rev().max_by_key(|(score, _)| *score).map(|(_, separator)| separator)
}

struct Reader<'a> {
    rest: &'a str,
    separator: char,
    line: usize,
    /// Whether a quote was met that nothing closes: then no other is.
    unclosed: bool,
}

impl Reader<'_> {
    fn record(&mut self) -> Record {
        let mut record = Record { line: self.line, ..Record::default() };
        loop {
            let cell = self.cell();
            if record.cells.len() < MOST_CELLS {
                record.cells.push(cell);
            }
            let mut signs = self.rest.chars();
            let sign = signs.next();
            self.rest = signs.as_str();
            if sign != Some(self.separator) {
                break;
            }
        }
        self.line += 1;
        record.lines = self.line - record.line;
        record
    }

    /// A cell; what ends it is left.
    fn cell(&mut self) -> String {
        let mut cell = self.quoted().unwrap_or_default();
        let end = self.rest.find([self.separator, '\n']).unwrap_or(self.rest.len());
        let (bare, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        cell.push_str(bare);
        self.rest = rest;
        cell
    }

    /// What stands between quotes, in which two are one.
    fn quoted(&mut self) -> Option<String> {
        let mut rest = self.rest.trim_start_matches(' ').strip_prefix('"').filter(|_| !self.unclosed)?;
        let mut cell = String::new();
        loop {
            let Some((inside, behind)) = rest.split_once('"') else {
                self.unclosed = true;
                return None;
            };
            cell.push_str(inside);
            rest = behind;
            match behind.strip_prefix('"') {
                Some(more) => {
                    cell.push('"');
                    rest = more;
                }
                None => break,
            }
        }
        self.line += cell.bytes().filter(|byte| *byte == b'\n').count();
        self.rest = rest;
        Some(cell)
    }
}
