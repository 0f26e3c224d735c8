//! A paper of one's own: what its code holds, and the form that it is sat on.

use super::draft::{Draft, DraftQuestion, Format};
use crate::bank::{Blueprint, Choice, ExamFormat, Kind, Question, Quotas, Reasons, Topic, Why};
use crate::form::{Form, FormItem};
use crate::ids::{BankId, Fingerprint, GuideId, OptionId, OptionSet, QuestionNumber, TopicId};
use crate::packed::{Packed as _, packed_fields};
use crate::seed::Seed;
use crate::time::{Date, Minutes};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use std::rc::Rc;

/// The most questions that a paper of one's own may have.
pub const MAX_QUESTIONS: usize = 200;
/// The longest text of a paper of one's own, in bytes.
pub const MAX_TEXT: usize = 400_000;

/// What the code of a paper holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperPacket {
    /// Its title.
    pub title: String,
    /// A line from the sender; may be empty.
    pub line: String,
    /// Time allowed, in minutes; none for no limit.
    pub minutes: Option<u32>,
    /// Whether each question's reasons are shown as soon as its answer is checked; only with the key.
    pub reveals: bool,
    /// For an assignment, whose key is with its sender: how many options each question wants. Empty with the key.
    pub wanted: Vec<u8>,
    /// The questions, in Markdown as `crates/formats` writes it; without their key in an assignment.
    pub text: String,
}

/// A paper that came out of its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedPaper {
    /// What its code holds.
    pub packet: PaperPacket,
    /// The same for a paper and for its assignment: a hash of the questions without their key.
    pub fingerprint: Fingerprint,
    /// Its questions.
    pub draft: Draft,
}

/// What is to become a paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperOrder {
    /// What the questions are written in; found out when none is given.
    pub format: Option<Format>,
    /// The questions as text.
    pub text: String,
    /// The paper's title.
    pub title: String,
    /// A line from the sender.
    pub line: String,
    /// Time allowed.
    pub minutes: Option<u32>,
    /// Whether reasons are shown as it goes.
    pub reveals: bool,
}

/// What became of it: of the questions that can be asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MadePaper {
    /// The code with the key.
    pub keyed: String,
    /// The code without it.
    pub assignment: String,
    /// The questions in Markdown, key and reasons and all.
    pub markdown: String,
    /// How many questions.
    pub questions: u32,
}

packed_fields! {
    PaperPacket { title, line, minutes, reveals, wanted, text }
    OpenedPaper { packet, fingerprint, draft }
    PaperOrder { format, text, title, line, minutes, reveals }
    MadePaper { keyed, assignment, markdown, questions }
}

impl PaperOrder {
    /// As text for the archive and for backups: [packed](crate::packed) in base64url.
    pub fn to_record(&self) -> String {
        Base64UrlUnpadded::encode_string(&self.to_bytes())
    }

    /// Reads what [`PaperOrder::to_record`] wrote; `None` for anything else.
    pub fn from_record(text: &str) -> Option<Self> {
        Self::from_bytes(&Base64UrlUnpadded::decode_vec(text).ok()?)
            .filter(|order| order.text.len() <= MAX_TEXT)
    }
}

/// The bank of papers of one's own; no bank of a site has this name.
pub const OWN_BANK: &str = "own-paper";
/// The bank of assignments: papers of one's own whose key is not at hand.
pub const ASSIGNED_BANK: &str = "assignment";

impl Form {
    /// Whether it is a paper of somebody's own, and not of a bank.
    pub fn is_own(&self) -> bool {
        [OWN_BANK, ASSIGNED_BANK].contains(&self.bank.as_str())
    }

    /// Whether its key is elsewhere, so that nothing can be graded: the options that count as right are only as many as
    /// each question wants.
    pub fn awaits_its_key(&self) -> bool {
        self.bank.as_str() == ASSIGNED_BANK
    }
}

impl OpenedPaper {
    /// The form on which it is sat: its questions that can be asked, in its order, with options as they were written.
    ///
    /// None without such a question.
    pub fn form(&self) -> Option<Form> {
        let assigned = !self.packet.wanted.is_empty();
        let bank = BankId::parse(if assigned { ASSIGNED_BANK } else { OWN_BANK })?;
        let asked: Vec<&DraftQuestion> = self
            .draft
            .questions
            .iter()
            .filter(|question| question.can_be_asked())
            .take(MAX_QUESTIONS)
            .collect();
        let domains = domains(&asked);
        let items = (1..).zip(&asked).map(|(number, question)| item(number, question, &domains, assigned));
        let items: Vec<Rc<FormItem>> = items.collect::<Option<_>>()?;
        let count = u32::try_from(items.len()).ok().filter(|count| *count > 0)?;
        let minutes = self.packet.minutes.and_then(|minutes| i32::try_from(minutes).ok());
        let format = ExamFormat {
            questions: count,
            scored: count,
            minutes: Minutes(minutes.unwrap_or_default()),
            extra_minutes: Minutes(0),
            scale_low: 0,
            scale_high: 100,
            pass: 70,
            raw_cuts: vec![70],
        };
        let guide = Blueprint {
            id: GuideId::parse(bank.as_str())?,
            title: self.packet.title.clone(),
            used_from: None,
            used_until: None,
            domains,
            format,
            quotas: Quotas { difficulty: [0, 100, 0], multiple_least: 0, multiple_most: 100 },
        };
        Some(Form {
            bank,
            fingerprint: self.fingerprint,
            draw: crate::draw::DRAW_VERSION,
            guide,
            topics: Vec::new(),
            seed: Seed::from_entropy(self.fingerprint.0),
            listed: true,
            items,
        })
    }
}

/// The subjects that the questions name, in their order: the domains of the paper.
fn domains(asked: &[&DraftQuestion]) -> Vec<crate::bank::Domain> {
    let mut titles: Vec<&str> = Vec::new();
    for question in asked {
        if !question.topic.is_empty() && !titles.contains(&question.topic.as_str()) && titles.len() < 100 {
            titles.push(&question.topic);
        }
    }
    let domain = |(place, title): (usize, &&str)| {
        Some(crate::bank::Domain {
            id: crate::ids::DomainId::parse(&(place + 1).to_string())?,
            title: (*title).to_owned(),
            weight: 0,
            tasks: Vec::new(),
        })
    };
    titles.iter().enumerate().filter_map(domain).collect()
}

fn item(
    number: u32,
    read: &DraftQuestion,
    domains: &[crate::bank::Domain],
    assigned: bool,
) -> Option<Rc<FormItem>> {
    let number = QuestionNumber(number);
    let letters = (0..).map_while(OptionId::from_index);
    // Of an assignment the first options stand for the number that is wanted.
    let right = |place: usize, option: bool| if assigned { place < usize::from(read.wanted) } else { option };
    let options: Vec<Choice> = letters
        .zip(read.options.iter().enumerate())
        .map(|(id, (place, option))| Choice {
            id,
            text: option.text.clone(),
            correct: right(place, option.correct),
        })
        .collect();
    let whys = options.iter().zip(&read.options);
    let whys = whys.map(|(choice, option)| Why {
        option: choice.id,
        text: option.reason.clone(),
        misconception: None,
    });
    let reasons = Reasons {
        number,
        revision: 1,
        whys: whys.collect(),
        takeaway: read.explanation.clone(),
        references: Vec::new(),
        verified: Date::from_days(0),
        verified_source: String::new(),
        changed: None,
    };
    let key: OptionSet = options.iter().filter(|choice| choice.correct).map(|choice| choice.id).collect();
    let kind = if key.len() > 1 { Kind::Multiple } else { Kind::Single };
    let order = options.iter().map(|choice| choice.id).collect();
    let question =
        Question { number, revision: 1, kind, fixed_order: true, stem: read.stem.clone(), options };
    let place = domains.iter().position(|domain| domain.title == read.topic);
    let topic = Topic { id: TopicId::parse("own")?, title: read.topic.clone() };
    (!key.is_empty()).then(|| {
        Rc::new(FormItem {
            question,
            reasons,
            order,
            topic,
            domain: place.and_then(|place| u8::try_from(place).ok()),
            scored: true,
        })
    })
}
