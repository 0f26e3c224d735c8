//! Which banks a site offers and where their parts lie; no bank's name stands in code.

use crate::ids::{BankId, Fingerprint};
use crate::store::json::{Json, json_forms, list, object, read_count, read_list, read_text};
use serde_json::Value;

/// The banks of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    /// Version of this form; 1.
    pub format: u32,
    /// The banks, the first one being offered first.
    pub banks: Vec<CatalogueEntry>,
}

/// One bank and the addresses of its compiled parts, relative to the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueEntry {
    /// The bank's id.
    pub id: BankId,
    /// Its title.
    pub title: String,
    /// Hash of its content, which each part repeats.
    pub fingerprint: Fingerprint,
    /// Address of the index.
    pub index: String,
    /// Address of the questions.
    pub questions: String,
    /// Address of the reasons.
    pub reasons: String,
}

impl Catalogue {
    /// The version of the form that is written.
    pub const FORMAT: u32 = 1;

    /// Reads a catalogue.
    ///
    /// # Errors
    /// What is wrong with it, for a report; a newer form is refused.
    pub fn parse(text: &str) -> Result<Self, String> {
        let tree: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let catalogue = Self::from_json(&tree).ok_or("a part is missing or of another kind")?;
        if catalogue.format != Self::FORMAT {
            return Err(format!("catalogue format {} is not {}", catalogue.format, Self::FORMAT));
        }
        Ok(catalogue)
    }

    /// A bank by its id.
    pub fn bank(&self, id: &BankId) -> Option<&CatalogueEntry> {
        self.banks.iter().find(|bank| &bank.id == id)
    }
}

json_forms!(Catalogue, CatalogueEntry);

impl Json for Catalogue {
    fn to_json(&self) -> Value {
        object([("format", Value::from(self.format)), ("banks", list(&self.banks, Json::to_json))])
    }

    fn from_json(tree: &Value) -> Option<Self> {
        Some(Self {
            format: read_count(tree, "format")?,
            banks: read_list(tree, "banks", CatalogueEntry::from_json)?,
        })
    }
}

impl Json for CatalogueEntry {
    fn to_json(&self) -> Value {
        object([
            ("id", Value::from(self.id.as_str())),
            ("title", Value::from(self.title.as_str())),
            ("fingerprint", Value::from(self.fingerprint.0)),
            ("index", Value::from(self.index.as_str())),
            ("questions", Value::from(self.questions.as_str())),
            ("reasons", Value::from(self.reasons.as_str())),
        ])
    }

    fn from_json(tree: &Value) -> Option<Self> {
        let text = |name: &str| read_text(tree, name).map(str::to_owned);
        Some(Self {
            id: BankId::parse(read_text(tree, "id")?)?,
            title: text("title")?,
            fingerprint: Fingerprint(tree.get("fingerprint")?.as_u64()?),
            index: text("index")?,
            questions: text("questions")?,
            reasons: text("reasons")?,
        })
    }
}
