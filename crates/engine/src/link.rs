//! The exam link: a paper as readable, editable text, `bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=65&min=130`.
//!
//! Every byte of a link is untrusted: reading is total, bounded, and says what is wrong.

use crate::draw::MAX_LENGTH;
use crate::ids::{BankId, GuideId, QuestionNumber, TopicId};
use crate::seed::Seed;
use crate::time::Minutes;
use std::fmt;

mod numbers;

/// The longest link that is read, in bytes.
pub const MAX_LINK: usize = 4096;
/// The longest time limit, in minutes: a full exam at ten times the usual time.
pub const MAX_MINUTES: i32 = 1600;
const MAX_TOPICS: usize = 100;

/// What an exam link says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExamLink {
    /// The bank.
    pub bank: BankId,
    /// The guide.
    pub guide: GuideId,
    /// The bank's content when the link was made, shortened; none in a link written by hand.
    pub fingerprint: Option<String>,
    /// The version of the draw.
    pub draw: u32,
    /// The seed.
    pub seed: Seed,
    /// Time allowed; none for no limit.
    pub limit: Option<Minutes>,
    /// Whether each question's reasons are shown as soon as its answer is checked.
    pub reveals: bool,
    /// The paper.
    pub paper: Paper,
    /// What its sender calls it; may be empty.
    pub title: String,
    /// A line from its sender; may be empty.
    pub line: String,
}

/// The longest title of a link or a paper, in characters.
pub const MAX_TITLE: usize = 80;
/// The longest line from a sender, in characters.
pub const MAX_LINE: usize = 200;

/// How a link describes its paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paper {
    /// By length and topics: the seed draws the questions.
    Drawn {
        /// How many questions.
        length: u32,
        /// Only these topics; all when empty.
        topics: Vec<TopicId>,
    },
    /// By the questions' numbers, rising: the seed only orders them.
    Listed(Vec<QuestionNumber>),
}

/// Why a text is no exam link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// Longer than any link is.
    TooLong,
    /// A part that every link has is not there.
    Missing(&'static str),
    /// A part cannot be read; a link that a messenger cut short often ends in one.
    Malformed(&'static str),
    /// A part stands there twice.
    Repeated(&'static str),
    /// A number is out of its bounds.
    OutOfRange {
        /// The part.
        part: &'static str,
        /// The least that is allowed.
        least: u32,
        /// The most that is allowed.
        most: u32,
    },
}

/// The parts that a link may have; others are for versions to come, and are passed over.
const PARTS: [&str; 12] =
    ["bank", "guide", "fp", "draw", "seed", "n", "topics", "q", "min", "way", "title", "line"];

impl ExamLink {
    /// Whether its paper is drawn from all topics, or names its questions.
    pub fn is_of_all_topics(&self) -> bool {
        match &self.paper {
            Paper::Drawn { topics, .. } => topics.is_empty(),
            Paper::Listed(_) => true,
        }
    }

    /// Reads the text behind `#/exam?`.
    ///
    /// # Errors
    /// The first fault found.
    pub fn parse(query: &str) -> Result<Self, LinkFault> {
        if query.len() > MAX_LINK {
            return Err(LinkFault::TooLong);
        }
        let parts = Parts::read(query)?;
        let needed = |part: &'static str| parts.get(part).ok_or(LinkFault::Missing(part));
        let bank = BankId::parse(needed("bank")?).ok_or(LinkFault::Malformed("bank"))?;
        let guide = GuideId::parse(needed("guide")?).ok_or(LinkFault::Malformed("guide"))?;
        let seed = Seed::parse(needed("seed")?).ok_or(LinkFault::Malformed("seed"))?;
        let draw =
            parts.get("draw").map_or(Ok(crate::draw::DRAW_VERSION), |text| number("draw", text, 0, 999))?;
        let fingerprint = parts.get("fp").map(read_fingerprint).transpose()?;
        let limit = match needed("min")? {
            "none" => None,
            text => Some(read_minutes(text)?),
        };
        let paper = match parts.get("q") {
            Some(text) => Paper::Listed(read_list(text, parts.get("n"))?),
            None => Paper::Drawn {
                length: number("n", needed("n")?, 1, MAX_LENGTH)?,
                topics: parts.get("topics").map_or(Ok(Vec::new()), read_topics)?,
            },
        };
        // Ways of later versions are sat as this one can.
        let reveals = parts.get("way") == Some("reveal");
        // Words of a sender are shown as text; what is too long of them, or no text, is left out.
        let words = |part, most| parts.get(part).map_or_else(String::new, |words| clean(words, most));
        let (title, line) = (words("title", MAX_TITLE), words("line", MAX_LINE));
        Ok(Self { bank, guide, fingerprint, draw, seed, limit, reveals, paper, title, line })
    }

    /// How many questions the paper has.
    pub fn length(&self) -> u32 {
        match &self.paper {
            Paper::Drawn { length, .. } => *length,
            Paper::Listed(numbers) => u32::try_from(numbers.len()).unwrap_or(u32::MAX),
        }
    }
}

impl fmt::Display for ExamLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "bank={}&guide={}", self.bank, self.guide)?;
        if let Some(fingerprint) = &self.fingerprint {
            write!(f, "&fp={fingerprint}")?;
        }
        // Before what makes the paper: a link that was cut in its words has none.
        for (part, words) in [("title", &self.title), ("line", &self.line)] {
            if !words.is_empty() {
                write!(f, "&{part}={}", escape(words))?;
            }
        }
        write!(f, "&draw={}&seed={}&n={}", self.draw, self.seed, self.length())?;
        match self.limit {
            Some(limit) => write!(f, "&min={}", limit.0)?,
            None => f.write_str("&min=none")?,
        }
        if self.reveals {
            f.write_str("&way=reveal")?;
        }
        match &self.paper {
            Paper::Drawn { topics, .. } if topics.is_empty() => {}
            Paper::Drawn { topics, .. } => {
                let names: Vec<&str> = topics.iter().map(TopicId::as_str).collect();
                write!(f, "&topics={}", names.join(","))?;
            }
            Paper::Listed(listed) => write!(f, "&q={}", numbers::pack(listed))?,
        }
        Ok(())
    }
}

/// The parts of a link by name.
struct Parts(Vec<(&'static str, String)>);

impl Parts {
    fn read(query: &str) -> Result<Self, LinkFault> {
        let mut parts: Vec<(&'static str, String)> = Vec::new();
        for pair in query.split('&') {
            let Some((name, value)) = pair.split_once('=') else { continue };
            let Some(name) = PARTS.into_iter().find(|part| *part == name) else { continue };
            if parts.iter().any(|(known, _)| *known == name) {
                return Err(LinkFault::Repeated(name));
            }
            parts.push((name, unescape(value).ok_or(LinkFault::Malformed(name))?));
        }
        Ok(Self(parts))
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }
}

/// A line of text from outside: without signs that are no text or turn the text around them, and not longer than it
/// may be.
pub fn clean(text: &str, most: usize) -> String {
    let hidden = |c: &char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let line: String =
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !hidden(c)).collect();
    line.trim().chars().take(most).collect::<String>().trim_end().to_owned()
}

/// Text as a part of a link: all but letters and digits with a percent sign, as every messenger leaves it whole.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' {
            escaped.push(char::from(byte));
        } else {
            let digit =
                |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0').to_ascii_uppercase();
            escaped.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    escaped
}

/// Undoes the percent signs that a messenger may have put in.
fn unescape(text: &str) -> Option<String> {
    let mut plain = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            plain.push(byte);
            continue;
        }
        let mut digit = || char::from(bytes.next()?).to_digit(16);
        let value = digit()? * 16 + digit()?;
        plain.push(u8::try_from(value).ok()?);
    }
    String::from_utf8(plain).ok()
}

fn number(part: &'static str, text: &str, least: u32, most: u32) -> Result<u32, LinkFault> {
    if text.is_empty() || text.len() > 9 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(LinkFault::Malformed(part));
    }
    let value = text.parse().map_err(|_| LinkFault::Malformed(part))?;
    if (least..=most).contains(&value) { Ok(value) } else { Err(LinkFault::OutOfRange { part, least, most }) }
}

fn read_minutes(text: &str) -> Result<Minutes, LinkFault> {
    let most = u32::try_from(MAX_MINUTES).unwrap_or(0);
    let minutes = number("min", text, 1, most)?;
    Ok(Minutes(i32::try_from(minutes).unwrap_or(MAX_MINUTES)))
}

fn read_fingerprint(text: &str) -> Result<String, LinkFault> {
    let plain = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
    if plain { Ok(text.to_owned()) } else { Err(LinkFault::Malformed("fp")) }
}

fn read_topics(text: &str) -> Result<Vec<TopicId>, LinkFault> {
    let topics: Vec<TopicId> =
        text.split(',').map(TopicId::parse).collect::<Option<_>>().ok_or(LinkFault::Malformed("topics"))?;
    if topics.len() > MAX_TOPICS {
        return Err(LinkFault::TooLong);
    }
    let again = |(place, topic): (usize, &TopicId)| topics.iter().take(place).any(|earlier| earlier == topic);
    if topics.iter().enumerate().any(again) { Err(LinkFault::Repeated("topics")) } else { Ok(topics) }
}

fn read_list(text: &str, count: Option<&str>) -> Result<Vec<QuestionNumber>, LinkFault> {
    let listed = numbers::unpack(text).ok_or(LinkFault::Malformed("q"))?;
    let length = u32::try_from(listed.len()).unwrap_or(u32::MAX);
    if let Some(count) = count
        && number("n", count, 1, MAX_LENGTH)? != length
    {
        return Err(LinkFault::Malformed("q"));
    }
    Ok(listed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, expected: Result<&str, LinkFault>) {
        let read = ExamLink::parse(query).map(|link| link.to_string());
        assert_eq!(read, expected.map(str::to_owned), "{query}");
    }

    const PLAIN: &str = "bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=65&min=130";

    #[test]
    fn a_link_can_be_written_by_hand() {
        check(PLAIN, Ok("bank=dva&guide=dva-c03&draw=1&seed=K7Q2M9XA4T&n=65&min=130"));
        check(
            "min=none&n=5&seed=k7q2m9xa4t&guide=dva-c02&bank=dva&topics=sqs%2Clambda&later=1",
            Ok("bank=dva&guide=dva-c02&draw=1&seed=K7Q2M9XA4T&n=5&min=none&topics=sqs,lambda"),
        );
        let reveal = "bank=dva&guide=dva-c03&draw=1&seed=K7Q2M9XA4T&n=65&min=none&way=reveal";
        check(reveal, Ok(reveal));
        check(
            &format!("{PLAIN}&way=standing"),
            Ok("bank=dva&guide=dva-c03&draw=1&seed=K7Q2M9XA4T&n=65&min=130"),
        );
        check(&format!("{reveal}&way=reveal"), Err(LinkFault::Repeated("way")));
        check(
            "bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=65&min=130&title=Week%203%20%E2%80%93%20SQS&line=Good%20luck!%0A",
            Ok(
                "bank=dva&guide=dva-c03&title=Week%203%20%E2%80%93%20SQS&line=Good%20luck%21&draw=1&seed=K7Q2M9XA4T&n=65&min=130",
            ),
        );
    }

    #[test]
    fn words_of_a_sender_are_a_line_of_text() {
        assert_eq!(clean("  a\tb\u{202e}c \u{feff}", 80), "a bc");
        assert_eq!(clean(&"ä ".repeat(50), 5), "ä ä ä");
    }

    #[test]
    fn a_fault_is_named() {
        let cut = |text: &str| PLAIN.replace(text, "");
        check("", Err(LinkFault::Missing("bank")));
        check(&cut("&min=130"), Err(LinkFault::Missing("min")));
        check(&cut("9XA4T"), Err(LinkFault::Malformed("seed")));
        check(&PLAIN.replace("n=65", "n=0"), Err(LinkFault::OutOfRange { part: "n", least: 1, most: 200 }));
        check(&PLAIN.replace("n=65", "n=9999999999"), Err(LinkFault::Malformed("n")));
        check(
            &PLAIN.replace("130", "1601"),
            Err(LinkFault::OutOfRange { part: "min", least: 1, most: 1600 }),
        );
        check(&format!("{PLAIN}&n=65"), Err(LinkFault::Repeated("n")));
        check(&PLAIN.replace("dva-c03", "<script>"), Err(LinkFault::Malformed("guide")));
        check(&PLAIN.replace("dva-c03", "%zz"), Err(LinkFault::Malformed("guide")));
        check(&format!("{PLAIN}&topics=sqs,,s3"), Err(LinkFault::Malformed("topics")));
        check(&format!("{PLAIN}&topics=sqs,sqs"), Err(LinkFault::Repeated("topics")));
        check(&format!("{PLAIN}&q=!"), Err(LinkFault::Malformed("q")));
        check(&"x".repeat(5000), Err(LinkFault::TooLong));
    }
}
