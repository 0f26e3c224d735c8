//! What is wrong with a source, where, and what to do about it.

use std::fmt;

/// Whether the bank can be used as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The bank is not compiled until it is mended.
    Error,
    /// Worth a look; nothing stops.
    Warning,
}

/// What is wrong with a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether it stops the build.
    pub severity: Severity,
    /// A stable name such as `E-key-count`; `docs/question-format.md` lists them.
    pub code: &'static str,
    /// The file, as a path below the folder of questions.
    pub file: String,
    /// 1 for the first line; none when the whole file or bank is meant.
    pub line: Option<u32>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub advice: String,
}

/// A place in the sources that diagnostics point to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, as a path below the folder of questions.
    pub file: String,
    /// 1 for the first line; none when the whole file is meant.
    pub line: Option<u32>,
}

impl Place {
    /// A whole file.
    pub(crate) fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), line: None }
    }

    /// A line of the same file.
    pub(crate) fn at(&self, line: u32) -> Self {
        Self { file: self.file.clone(), line: Some(line) }
    }

    /// A diagnostic at this place; the code's first letter is its severity.
    pub(crate) fn says(
        &self,
        code: &'static str,
        message: impl Into<String>,
        advice: impl Into<String>,
    ) -> Diagnostic {
        let severity = if code.starts_with("E-") { Severity::Error } else { Severity::Warning };
        Diagnostic {
            severity,
            code,
            file: self.file.clone(),
            line: self.line,
            message: message.into(),
            advice: advice.into(),
        }
    }
}

impl Diagnostic {
    /// Whether it stops the build.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{severity}[{}] {}", self.code, self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.message)?;
        if self.advice.is_empty() { Ok(()) } else { write!(f, "\n    {}", self.advice) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &'static str, line: Option<u32>, advice: &str, expected: &str) {
        let place = Place { file: "dva/topics/sqs.json".into(), line };
        assert_eq!(place.says(code, "no reason for option b", advice).to_string(), expected);
    }

    #[test]
    fn a_diagnostic_names_its_place_and_advice() {
        check(
            "E-why-short",
            Some(7),
            "write why it is wrong",
            "error[E-why-short] dva/topics/sqs.json:7: no reason for option b\n    write why it is wrong",
        );
        check("W-echo", None, "", "warning[W-echo] dva/topics/sqs.json: no reason for option b");
    }
}
