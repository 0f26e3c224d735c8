//! The sources of a bank as people write them: JSON, each file checked against a schema that is
//! generated from these types. The compiled form is the engine's and is not written by hand.

mod bank;
mod question;
mod release;
mod review;

pub use bank::{
    Aims, BankFile, CatalogueFile, Confidence, DomainSource, ExamFormatSource, Fact, GuideSource, GuidesFile,
    Left, NumbersFile, ObjectiveSource, ObjectivesFile, QuotasSource, Stale, TaskSource, TopicSource,
    TopicsFile, Verdict,
};
pub use question::{
    ChangeSource, DifficultyName, KindName, LevelName, OptionOrder, OptionSource, QuestionSource,
    ReferenceSource, TierName, TopicFile, Verified,
};
pub use release::{Release, ReleasesFile};
pub use review::{Attack, AttackVerdict, BlindAnswer, GuessedAnswer, Planted};
