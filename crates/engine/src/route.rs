//! Addresses inside the app: the part of the URL behind `#`, so that no server ever sees them.
//!
//! Total both ways: every text is some route, and every route has a text that reads as itself.

use crate::ids::{Position, SittingId};
use crate::link::{ExamLink, LinkFault, MAX_LINK};
use crate::rich_text::NoteLink;
use crate::share::packet::MAX_CODE;
use std::fmt;

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The home page.
    Home,
    /// Choosing an exam.
    Setup,
    /// The confirm page of an exam link.
    Exam(Box<ExamLink>),
    /// An exam link with a fault, and its text.
    BadLink(LinkFault, String),
    /// The running sitting at a question; at the current one when none is named.
    Sitting(Option<Position>),
    /// The review before submitting.
    Review,
    /// The result of an attempt.
    Attempt(SittingId),
    /// Two attempts side by side.
    Compare(SittingId, SittingId),
    /// All results.
    History,
    /// Settings.
    Settings,
    /// The keys.
    Keys,
    /// About the app.
    About,
    /// About the bank.
    Bank,
    /// Practice: drills, the plan, and how ready the learner is.
    Practice,
    /// The link page: an exam, with words, as a link.
    Share,
    /// Results that somebody sent, one or two, as codes.
    Shared(Vec<String>),
    /// A paper of somebody's own, as its code.
    OwnPaper(String),
    /// Papers of one's own in the making.
    Papers,
    /// A class.
    Class,
    /// The paper of an exam link, to be printed.
    Twin(Box<ExamLink>),
    /// A paper of somebody's own, to be printed.
    OwnTwin(String),
    /// The study guide; behind it the page, and the anchor on it.
    Notes(String),
    /// No page; the text.
    NotFound(String),
}

impl Route {
    /// Reads the fragment of a URL, with or without its `#`.
    pub fn parse(fragment: &str) -> Self {
        let text = fragment.strip_prefix('#').unwrap_or(fragment);
        let path = text.strip_prefix('/').unwrap_or(text);
        if let Some(query) = path.strip_prefix("exam?") {
            return match ExamLink::parse(query) {
                Ok(link) => Self::Exam(Box::new(link)),
                Err(fault) => Self::BadLink(fault, query.chars().take(KEPT_OF_LINK).collect()),
            };
        }
        if let Some(query) = path.strip_prefix("print?") {
            return match ExamLink::parse(query) {
                Ok(link) => Self::Twin(Box::new(link)),
                Err(fault) => Self::BadLink(fault, query.chars().take(KEPT_OF_LINK).collect()),
            };
        }
        match path {
            "" => Self::Home,
            "setup" => Self::Setup,
            "sitting" => Self::Sitting(None),
            "sitting/review" => Self::Review,
            "history" => Self::History,
            "settings" => Self::Settings,
            "keys" => Self::Keys,
            "about" => Self::About,
            "bank" => Self::Bank,
            "practice" => Self::Practice,
            "share" => Self::Share,
            "papers" => Self::Papers,
            "class" => Self::Class,
            "notes" => Self::Notes(String::new()),
            other => Self::parse_deep(other).unwrap_or_else(|| Self::NotFound(shorten(other))),
        }
    }

    fn parse_deep(path: &str) -> Option<Self> {
        let (page, rest) = path.split_once('/')?;
        match page {
            "notes" => NoteLink::parse(rest).map(|_| Self::Notes(rest.to_owned())),
            "result" => {
                let codes: Vec<&str> = rest.split('/').collect();
                let two = (1..=2).contains(&codes.len()) && codes.iter().all(|code| is_code(code));
                two.then(|| Self::Shared(codes.into_iter().map(str::to_owned).collect()))
            }
            "paper" => is_code(rest).then(|| Self::OwnPaper(rest.to_owned())),
            "print" => is_code(rest).then(|| Self::OwnTwin(rest.to_owned())),
            "attempt" => SittingId::parse(rest).map(Self::Attempt),
            "compare" => {
                let (first, second) = rest.split_once('/')?;
                Some(Self::Compare(SittingId::parse(first)?, SittingId::parse(second)?))
            }
            "sitting" if rest.len() <= 3 && rest.bytes().all(|b| b.is_ascii_digit()) => {
                let position = rest.parse::<u16>().ok()?.checked_sub(1)?;
                Some(Self::Sitting(Some(Position(position))))
            }
            _ => None,
        }
    }
}

/// Whether a text may be a code; what is wrong with one is told when it is opened.
fn is_code(text: &str) -> bool {
    (1..=MAX_CODE).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic() && b != b'/')
}

/// So much is kept of a faulty link that it reads as the same fault: one that is too long stays so.
const KEPT_OF_LINK: usize = MAX_LINK + 1;

/// Keeps what is shown of a text that is no route short.
fn shorten(text: &str) -> String {
    text.chars().take(200).collect()
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("#/"),
            Self::Setup => f.write_str("#/setup"),
            Self::Exam(link) => write!(f, "#/exam?{link}"),
            Self::BadLink(_, query) => write!(f, "#/exam?{query}"),
            Self::Sitting(None) => f.write_str("#/sitting"),
            Self::Sitting(Some(position)) => write!(f, "#/sitting/{}", position.ordinal()),
            Self::Review => f.write_str("#/sitting/review"),
            Self::Attempt(id) => write!(f, "#/attempt/{id}"),
            Self::Compare(first, second) => write!(f, "#/compare/{first}/{second}"),
            Self::History => f.write_str("#/history"),
            Self::Settings => f.write_str("#/settings"),
            Self::Keys => f.write_str("#/keys"),
            Self::About => f.write_str("#/about"),
            Self::Bank => f.write_str("#/bank"),
            Self::Practice => f.write_str("#/practice"),
            Self::Share => f.write_str("#/share"),
            Self::Shared(codes) => write!(f, "#/result/{}", codes.join("/")),
            Self::OwnPaper(code) => write!(f, "#/paper/{code}"),
            Self::Papers => f.write_str("#/papers"),
            Self::Class => f.write_str("#/class"),
            Self::Twin(link) => write!(f, "#/print?{link}"),
            Self::OwnTwin(code) => write!(f, "#/print/{code}"),
            Self::Notes(page) if page.is_empty() => f.write_str("#/notes"),
            Self::Notes(page) => write!(f, "#/notes/{page}"),
            Self::NotFound(path) => write!(f, "#/{path}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(fragment: &str, expected: &str) {
        let route = Route::parse(fragment);
        assert_eq!(route.to_string(), expected);
        assert_eq!(Route::parse(expected), route, "reads as itself");
    }

    #[test]
    fn every_text_is_a_route_and_every_route_a_text() {
        check("", "#/");
        check("#", "#/");
        check("#/", "#/");
        check("#setup", "#/setup");
        check("#/sitting/12", "#/sitting/12");
        check("#/attempt/019aa0b1c2d0000abcd", "#/attempt/019aa0b1c2d0000abcd");
        check("#/history", "#/history");
        check("#/keys", "#/keys");
        check("#/practice", "#/practice");
        check("#/notes", "#/notes");
        check("#/notes/sqs/sqs-007", "#/notes/sqs/sqs-007");
        assert_eq!(Route::parse("#/notes/compare/queues"), Route::Notes("compare/queues".to_owned()));
        for page in [
            "#/share",
            "#/papers",
            "#/class",
            "#/result/a1dAAAA",
            "#/result/a1dAAAA/a1dBBBB",
            "#/paper/p1dAAAA",
        ] {
            check(page, page);
            assert!(!matches!(Route::parse(page), Route::NotFound(_)), "{page}");
        }
        check("#/print/p1dAAAA", "#/print/p1dAAAA");
        let twin = "#/print?bank=dva&guide=dva-c03&draw=1&seed=K7Q2M9XA4T&n=65&min=130";
        check(twin, twin);
        let two = "#/compare/019aa0b1c2d0000abcd/019aa0b1c2d0000abce";
        check(two, two);
        assert!(matches!(Route::parse(two), Route::Compare(..)));
        for odd in [
            "#/nowhere",
            "#/sitting/0",
            "#/sitting/1000",
            "#/attempt/..",
            "#/attempt/",
            "#/notes/Ä",
            "#/compare/019aa0b1c2d0000abcd",
            "#/compare/a/b",
            "#/result/",
            "#/result/a/b/c",
            "#/paper/ä",
            "#/ä/%00",
        ] {
            check(odd, odd);
            assert!(matches!(Route::parse(odd), Route::NotFound(_)), "{odd}");
        }
        check("#/exam?bank=x", "#/exam?bank=x");
        assert!(matches!(Route::parse("#/exam?bank=x"), Route::BadLink(LinkFault::Missing("guide"), _)));
    }
}
