//! JSON Schemas of the source files, generated from their types so that an editor helps an author
//! with the same rules that the reader has.

use crate::source::{
    BankFile, CatalogueFile, Fact, GuidesFile, Left, NumbersFile, ObjectivesFile, ReleasesFile, Stale,
    TopicFile, TopicsFile,
};
use schemars::{JsonSchema, schema_for};

/// A schema file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schema {
    /// Its path below the folder of questions.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// All schemas.
pub fn schemas() -> Vec<Schema> {
    vec![
        schema::<BankFile>("bank"),
        schema::<CatalogueFile>("catalogue"),
        schema::<Fact>("fact"),
        schema::<GuidesFile>("guides"),
        schema::<Left>("left"),
        schema::<NumbersFile>("numbers"),
        schema::<ObjectivesFile>("objectives"),
        schema::<ReleasesFile>("releases"),
        schema::<Stale>("stale"),
        schema::<TopicFile>("topic"),
        schema::<TopicsFile>("topics"),
    ]
}

fn schema<T: JsonSchema>(name: &str) -> Schema {
    let mut text = serde_json::to_string_pretty(&schema_for!(T)).unwrap_or_default();
    text.push('\n');
    Schema { path: format!("schema/{name}.schema.json"), text }
}
