//! A language as it was read: its messages, each a choice of patterns.

use crate::Fault;

/// Where the three facts of a language stand: its tag, its direction, and its usual region.
const FACTS: &str = "language.ftl";
/// Where the words stand that are in the page itself.
const PAGE: &str = "/page.ftl";

/// All messages of a language, in the order of its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// The folder, which is the language's name in faults.
    pub(crate) folder: String,
    pub(crate) messages: Vec<Message>,
    /// What `language.ftl` holds: no words, but what the build and the browser must know.
    pub(crate) facts: Vec<Message>,
}

/// What the page and the browser need to know of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locale {
    /// The tag that the page names, and by which plurals are chosen.
    pub tag: String,
    /// Which way lines run.
    pub direction: Direction,
    /// How numbers and dates are written for a reader whose browser names no variety of this language.
    pub usual: String,
}

/// Which way lines run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From the left.
    Ltr,
    /// From the right.
    Rtl,
}

impl Direction {
    /// As HTML writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Message {
    pub(crate) id: String,
    pub(crate) file: String,
    pub(crate) line: usize,
    /// In the order of the function's parameters. Of a translation, what its patterns use, in no order.
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Body,
}

/// An argument as it is declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Number,
    Text,
}

/// What a message says: a pattern, or a choice between some.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Body {
    Pattern(Vec<Piece>),
    Choice { by: String, arms: Vec<(Key, Self)>, otherwise: Box<Self> },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    Words(String),
    Argument(String, Form),
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// As it is usual: a text as it is, a number with the marks that group its digits.
    Usual,
    /// For numbers that are names: digits alone.
    Plain,
    /// Two digits at least.
    TwoDigits,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Key {
    /// This number.
    Exact(i64),
    /// A word: a category of plurals for a number, the very text for a text.
    Word(String),
}

impl Message {
    /// Its words, if it has no arguments.
    pub(crate) fn constant(&self) -> Option<String> {
        match &self.body {
            Body::Pattern(pieces) => match pieces.as_slice() {
                [Piece::Words(words)] => Some(words.clone()),
                _ => None,
            },
            Body::Choice { .. } => None,
        }
    }

    /// Whether it stands in the page itself, and so in no function of the app.
    pub(crate) fn is_of_the_page(&self) -> bool {
        self.file.ends_with(PAGE)
    }

    pub(crate) fn fault(&self, what: impl Into<String>) -> Fault {
        Fault { file: self.file.clone(), line: self.line, message: self.id.clone(), what: what.into() }
    }
}

impl Body {
    /// Each argument that is used, and whether it is used as a number must be.
    pub(crate) fn uses(&self, found: &mut Vec<(String, bool)>) {
        match self {
            Self::Pattern(pieces) => {
                for piece in pieces {
                    if let Piece::Argument(name, form) = piece {
                        found.push((name.clone(), *form != Form::Usual));
                    }
                }
            }
            Self::Choice { by, arms, otherwise } => {
                found.push((by.clone(), arms.iter().any(|(key, _)| matches!(key, Key::Exact(_)))));
                for (_, body) in arms {
                    body.uses(found);
                }
                otherwise.uses(found);
            }
        }
    }

    /// Whether its words have characters that no reader sees; a new line is none of them.
    pub(crate) fn has_control_characters(&self) -> bool {
        match self {
            Self::Pattern(pieces) => pieces.iter().any(|piece| match piece {
                Piece::Words(words) => words.chars().any(|c| c.is_control() && c != '\n'),
                Piece::Argument(..) => false,
            }),
            Self::Choice { arms, otherwise, .. } => {
                arms.iter().any(|(_, body)| body.has_control_characters())
                    || otherwise.has_control_characters()
            }
        }
    }

    /// The same choices with other patterns.
    pub(crate) fn with_patterns(self, change: &impl Fn(Vec<Piece>) -> Vec<Piece>) -> Self {
        match self {
            Self::Pattern(pieces) => Self::Pattern(change(pieces)),
            Self::Choice { by, arms, otherwise } => Self::Choice {
                by,
                arms: arms.into_iter().map(|(key, body)| (key, body.with_patterns(change))).collect(),
                otherwise: Box::new(otherwise.with_patterns(change)),
            },
        }
    }
}

impl Language {
    /// The facts of the language.
    pub(crate) fn locale(&self) -> Result<Locale, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut fact = |id: &str| {
            let found = self.facts.iter().find(|message| message.id == id);
            let value = found.and_then(Message::constant);
            if value.is_none() {
                let what = format!("must say {id} in a word, and does not");
                faults.push(Fault { file: self.facts_file(), line: 0, message: id.to_owned(), what });
            }
            value.unwrap_or_default()
        };
        let (tag, direction, usual) = (fact("tag"), fact("direction"), fact("usual"));
        let direction = match direction.as_str() {
            "ltr" => Direction::Ltr,
            "rtl" => Direction::Rtl,
            other => {
                let what = format!("“{other}” is no direction: it is ltr or rtl");
                faults.push(Fault { file: self.facts_file(), line: 0, message: "direction".into(), what });
                Direction::Ltr
            }
        };
        if faults.is_empty() { Ok(Locale { tag, direction, usual }) } else { Err(faults) }
    }

    fn facts_file(&self) -> String {
        format!("{}/{FACTS}", self.folder)
    }

    pub(crate) fn holds_facts(file: &str) -> bool {
        file.ends_with(&format!("/{FACTS}"))
    }
}
