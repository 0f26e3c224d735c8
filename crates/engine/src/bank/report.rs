//! What is known of a bank's quality, as tables to be shown: figures that the bank's own check has measured.

use crate::store::json::{Json, Object, Value, list, quoted, read_list, read_text};

/// The report of a bank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Its parts, in order.
    pub sections: Vec<Section>,
}

/// A part of a report: a sentence or two, and a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Its title.
    pub title: String,
    /// What is to be said first.
    pub lead: String,
    /// The heads of the columns; none where there is no table.
    pub head: Vec<String>,
    /// The rows, each as long as the head.
    pub rows: Vec<Vec<String>>,
}

impl Report {
    /// Reads a report.
    pub fn parse(text: &str) -> Option<Self> {
        Self::parse_json(text)
    }
}

impl Json for Report {
    fn to_json(&self) -> String {
        Object::new().json("sections", &self.sections.to_json()).done()
    }

    fn from_json(tree: &Value) -> Option<Self> {
        Some(Self { sections: read_list(tree, "sections", Section::from_json)? })
    }
}

fn words(texts: &[String]) -> String {
    list(texts, |text| quoted(text))
}

fn word(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

impl Json for Section {
    fn to_json(&self) -> String {
        Object::new()
            .json("head", &words(&self.head))
            .text("lead", &self.lead)
            .json("rows", &list(&self.rows, |row| words(row)))
            .text("title", &self.title)
            .done()
    }

    fn from_json(tree: &Value) -> Option<Self> {
        let row = |value: &Value| value.as_list()?.iter().map(word).collect::<Option<Vec<String>>>();
        Some(Self {
            title: read_text(tree, "title")?.to_owned(),
            lead: read_text(tree, "lead").unwrap_or_default().to_owned(),
            head: read_list(tree, "head", word)?,
            rows: read_list(tree, "rows", row)?,
        })
    }
}
