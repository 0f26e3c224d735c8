//! Which banks a site offers and where their parts lie; no bank's name stands in code.

use crate::ids::{BankId, Fingerprint};
use serde::{Deserialize, Serialize};

/// The banks of a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    /// Version of this form; 1.
    pub format: u32,
    /// The banks, the first one being offered first.
    pub banks: Vec<CatalogueEntry>,
}

/// One bank and the addresses of its compiled parts, relative to the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
        let catalogue: Self = serde_json::from_str(text).map_err(|error| error.to_string())?;
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
