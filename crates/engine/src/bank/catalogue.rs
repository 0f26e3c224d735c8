//! Which banks a site offers and where their parts lie; no bank's name stands in code.

use crate::ids::{BankId, Fingerprint};
use crate::store::json::{Json, Object, Place, Value, list, quoted, read_count, read_list, read_text};

/// The banks of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    /// Version of this form; 2.
    pub format: u32,
    /// The banks, the first one being offered first.
    pub banks: Vec<CatalogueEntry>,
}

/// Why a catalogue cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CatalogueFault {
    /// No JSON, from this place on.
    Unreadable(Place),
    /// A part is missing or of another kind.
    Incomplete,
    /// Of another form than [`Catalogue::FORMAT`].
    OtherFormat(u32),
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
    /// Addresses of the chunks of questions, in order.
    pub questions: Vec<String>,
    /// Addresses of their reasons.
    pub reasons: Vec<String>,
    /// Address of the report on the bank's quality.
    pub report: Option<String>,
    /// Address of the index of its study guide.
    pub notes: Option<String>,
}

impl Catalogue {
    /// The version of the form that is written.
    pub const FORMAT: u32 = 2;

    /// Reads a catalogue.
    ///
    /// # Errors
    /// What is wrong with it; another form is refused.
    pub fn parse(text: &str) -> Result<Self, CatalogueFault> {
        let tree = Value::parse(text).map_err(CatalogueFault::Unreadable)?;
        let catalogue = Self::from_json(&tree).ok_or(CatalogueFault::Incomplete)?;
        if catalogue.format != Self::FORMAT {
            return Err(CatalogueFault::OtherFormat(catalogue.format));
        }
        Ok(catalogue)
    }

    /// A bank by its id.
    pub fn bank(&self, id: &BankId) -> Option<&CatalogueEntry> {
        self.banks.iter().find(|bank| &bank.id == id)
    }
}

impl Json for Catalogue {
    fn to_json(&self) -> String {
        Object::new().json("banks", &self.banks.to_json()).whole("format", i64::from(self.format)).done()
    }

    fn from_json(tree: &Value) -> Option<Self> {
        Some(Self {
            format: read_count(tree, "format")?,
            banks: read_list(tree, "banks", CatalogueEntry::from_json)?,
        })
    }
}

impl Json for CatalogueEntry {
    fn to_json(&self) -> String {
        Object::new()
            .json("fingerprint", &self.fingerprint.0.to_string())
            .text("id", self.id.as_str())
            .text("index", &self.index)
            .text_if("notes", self.notes.as_deref())
            .json("questions", &list(&self.questions, |address| quoted(address)))
            .json("reasons", &list(&self.reasons, |address| quoted(address)))
            .text_if("report", self.report.as_deref())
            .text("title", &self.title)
            .done()
    }

    fn from_json(tree: &Value) -> Option<Self> {
        let text = |name: &str| read_text(tree, name).map(str::to_owned);
        let texts = |name: &str| read_list(tree, name, |address| address.as_str().map(str::to_owned));
        Some(Self {
            id: BankId::parse(read_text(tree, "id")?)?,
            title: text("title")?,
            fingerprint: Fingerprint(tree.get("fingerprint")?.as_count()?),
            index: text("index")?,
            questions: texts("questions")?,
            reasons: texts("reasons")?,
            report: text("report"),
            notes: text("notes"),
        })
    }
}
