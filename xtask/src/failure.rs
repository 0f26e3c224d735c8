//! What a command says when it cannot go on: one message for a person, with what to do about it.

use std::fmt;
use std::path::Path;

/// The result of a step.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// Why a step stopped, in words that say what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure(String);

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// A failure whose report has been printed already, where nothing may follow it.
    pub(crate) fn said() -> Self {
        Self(String::new())
    }

    pub(crate) fn is_said(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Puts the act and its place before the operating system's own words.
pub(crate) trait During<T> {
    /// `act` reads after "could not": `read`, `write`, `create the folder`.
    fn during(self, act: &str, path: &Path) -> Outcome<T>;
}

impl<T, E: fmt::Display> During<T> for Result<T, E> {
    fn during(self, act: &str, path: &Path) -> Outcome<T> {
        self.map_err(|error| Failure::new(format!("could not {act} {}: {error}", path.display())))
    }
}
