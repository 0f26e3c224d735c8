//! Questions of one's own as they were read from a text: what is there, and what is wrong with it.

use crate::packed::{packed_choice, packed_fields};
use crate::rich_text::RichText;

/// A way to write questions as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Headings and check boxes, `- [x]`.
    Markdown,
    /// Moodle's GIFT.
    Gift,
    /// Aiken: lettered options, and `ANSWER: C`.
    Aiken,
    /// A table with a line a question, parted by commas, semicolons or tabs.
    Table,
}

/// What was read from a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The format that it was read as.
    pub format: Format,
    /// The title that the text gives itself; may be empty.
    pub title: String,
    /// The questions, in order; those that cannot be asked too.
    pub questions: Vec<DraftQuestion>,
    /// What is to be said of the text as a whole, and of parts of it that are no question.
    pub findings: Vec<Finding>,
}

/// A question as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftQuestion {
    /// The line of the text at which it begins, from 1.
    pub line: u32,
    /// How many lines it takes.
    pub lines: u32,
    /// What is asked.
    pub stem: RichText,
    /// The options, in order.
    pub options: Vec<DraftOption>,
    /// What is said once it was answered; may be empty.
    pub explanation: RichText,
    /// Its subject; may be empty.
    pub topic: String,
    /// How many options are to be chosen, where its key is not given; otherwise as many as are right.
    pub wanted: u8,
    /// What is to be said of it.
    pub findings: Vec<Finding>,
}

/// An option as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftOption {
    /// What it says.
    pub text: RichText,
    /// Whether it is right.
    pub correct: bool,
    /// Why it is right, or what it mistakes; may be empty.
    pub reason: RichText,
}

/// Something to be said of what was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// The line of the text that it is about, from 1; 0 for none.
    pub line: u32,
    /// What it is about, such as the words that were left out; may be empty.
    pub about: String,
}

/// What may be said of what was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingKind {
    // A question that has one of these is not asked.
    /// No option is right.
    NoKey,
    /// Fewer than two options.
    TooFewOptions,
    /// More than eight options.
    TooManyOptions,
    /// All options are right.
    AllRight,
    /// Two options say the same.
    SameOptions,
    /// Nothing is asked.
    NoStem,
    /// The key names an option that is not there.
    KeyBeyond,
    /// It is of a kind that cannot be asked here, such as matching or a number.
    OtherKind,
    /// It is longer than a question may be.
    TooLong,
    // These are said, and nothing stands in the way.
    /// The stem asks for another number of options than are right.
    OtherCount,
    /// Words that are no part of any question, and were left out.
    LeftOut,
    /// Formatting that is not shown: a picture, a table, HTML.
    NotShown,
    /// Weights of options that are not whole: all or nothing is what counts here.
    WeightsDropped,
    /// The text can be read in two ways; this is the other one.
    TwoReadings,
    /// A key of more than one letter, which the format does not have.
    Extension,
    /// It is the same question as an earlier one.
    SameQuestion,
    /// More questions than a paper may have; these were left out.
    TooManyQuestions,
    // What gives a key away, or makes a question worse: the lints of the bank.
    /// The key is much longer than the other options.
    LongestIsKey,
    /// An option is 'all of the above' or 'none of the above'.
    AllOrNoneOfTheAbove,
    /// The stem is negative: 'which is NOT'.
    NegativeStem,
    /// An option has an absolute word, such as 'always' or 'never'.
    AbsoluteWord,
    /// A word of the stem stands in the key and in no other option.
    EchoedWord,
    /// No reason is given for any option, and no explanation.
    NoReasons,
    /// Over the whole paper: the longest option is the key more often than chance would have it.
    LongestOften,
    /// Over the whole paper: the key stands in one place more often than chance would have it.
    OnePlaceOften,
}

impl FindingKind {
    /// Whether a question with it cannot be asked.
    pub fn stands_in_the_way(self) -> bool {
        matches!(
            self,
            Self::NoKey
                | Self::TooFewOptions
                | Self::TooManyOptions
                | Self::AllRight
                | Self::SameOptions
                | Self::NoStem
                | Self::KeyBeyond
                | Self::OtherKind
                | Self::TooLong
        )
    }
}

impl DraftQuestion {
    /// Whether it can be asked.
    pub fn can_be_asked(&self) -> bool {
        !self.findings.iter().any(|finding| finding.kind.stands_in_the_way())
    }
}

packed_choice! {
    Format { Markdown, Gift, Aiken, Table }
    FindingKind {
        NoKey, TooFewOptions, TooManyOptions, AllRight, SameOptions, NoStem, KeyBeyond, OtherKind, TooLong, OtherCount,
        LeftOut, NotShown, WeightsDropped, TwoReadings, Extension, SameQuestion, TooManyQuestions, LongestIsKey,
        AllOrNoneOfTheAbove, NegativeStem, AbsoluteWord, EchoedWord, NoReasons, LongestOften, OnePlaceOften
    }
}

packed_fields! {
    Draft { format, title, questions, findings }
    DraftQuestion { line, lines, stem, options, explanation, topic, wanted, findings }
    DraftOption { text, correct, reason }
    Finding { kind, line, about }
}
