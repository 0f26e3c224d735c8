//! A form: one exam paper, whole, so that no update of a bank can change a sitting or lose an attempt.
//!
//! It is also what is kept of a paper, packed, as [`Form::to_record`] writes it; a
//! golden file holds the bytes.

use crate::bank::{Blueprint, Question, Reasons, Shelf, Topic};
use crate::draw::{self, Selection};
use crate::ids::{BankId, Fingerprint, OptionId, Position, QuestionNumber, TopicId};
use crate::link::{ExamLink, Paper};
use crate::order::sorted;
use crate::packed::{Packed as _, packed_fields};
use crate::seed::Seed;
use crate::time::Minutes;
use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// One exam paper: the ordered questions and option orders that a blueprint, a bank and a seed give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// The bank.
    pub bank: BankId,
    /// The bank's content at the time.
    pub fingerprint: Fingerprint,
    /// The version of the draw.
    pub draw: u32,
    /// The guide, whole.
    pub guide: Blueprint,
    /// The topics that the draw was limited to; empty for all.
    pub topics: Vec<TopicId>,
    /// The seed of the draw, and of the orders.
    pub seed: Seed,
    /// Whether the paper is described by its questions and not by its seed.
    pub listed: bool,
    /// The questions, in order.
    pub items: Vec<Rc<FormItem>>,
}

/// A question in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormItem {
    /// The question.
    pub question: Question,
    /// Its reasons.
    pub reasons: Reasons,
    /// Its options in the order in which they are shown.
    pub order: Vec<OptionId>,
    /// Its topic.
    pub topic: Topic,
    /// Index of its domain in the guide; none when the guide does not ask it.
    pub domain: Option<u8>,
    /// Whether it counts.
    pub scored: bool,
}

packed_fields! {
    Form { bank, fingerprint, draw, guide, topics, seed, listed, items }
    FormItem { question, reasons, order, topic, domain, scored }
}

fn item(bank: Shelf, drawn: draw::Drawn, seed: Seed) -> Option<FormItem> {
    let entry = bank.index.entry(drawn.number)?;
    let (question, reasons) = bank.question(drawn.number)?;
    Some(FormItem {
        order: draw::option_order(&question, seed),
        question,
        reasons,
        topic: bank.index.topic_of(entry)?.clone(),
        domain: drawn.domain,
        scored: drawn.scored,
    })
}

impl Form {
    /// Puts a paper together from what was drawn.
    ///
    /// # Errors
    /// The first question that has not arrived, or cannot be read.
    pub fn assemble(
        shelf: Shelf,
        guide: &Blueprint,
        topics: &[TopicId],
        seed: Seed,
        listed: bool,
        selection: &Selection,
    ) -> Result<Self, QuestionNumber> {
        let items =
            selection.items.iter().map(|drawn| item(shelf, *drawn, seed).map(Rc::new).ok_or(drawn.number));
        Ok(Self {
            bank: shelf.entry.id.clone(),
            fingerprint: shelf.entry.fingerprint,
            draw: draw::DRAW_VERSION,
            guide: guide.clone(),
            topics: topics.to_vec(),
            seed,
            listed,
            items: items.collect::<Result<_, _>>()?,
        })
    }

    /// How many questions it has.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether it has no question; only a damaged record does.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The question at a place.
    pub fn item(&self, position: Position) -> Option<&Rc<FormItem>> {
        self.items.get(position.index())
    }

    /// The link that opens the same paper on another device.
    pub fn link(&self, limit: Option<Minutes>, reveals: bool) -> ExamLink {
        let paper = if self.listed {
            let numbers: Vec<QuestionNumber> = self.items.iter().map(|item| item.question.number).collect();
            Paper::Listed(sorted(&numbers, |number| [u64::from(number.0), 0, 0]))
        } else {
            Paper::Drawn {
                length: u32::try_from(self.len()).unwrap_or(u32::MAX),
                topics: self.topics.clone(),
            }
        };
        ExamLink {
            bank: self.bank.clone(),
            guide: self.guide.id.clone(),
            fingerprint: Some(self.fingerprint.short()),
            draw: self.draw,
            seed: self.seed,
            limit,
            reveals,
            paper,
            title: String::new(),
            line: String::new(),
        }
    }

    /// The paper as text for the archive and for backups: [packed](crate::packed) in base64url.
    pub fn to_record(&self) -> String {
        Base64UrlUnpadded::encode_string(&self.to_bytes())
    }

    /// Reads what [`Form::to_record`] wrote; `None` for anything else.
    pub fn from_record(text: &str) -> Option<Self> {
        let bytes = Base64UrlUnpadded::decode_vec(text).ok()?;
        Self::from_bytes(&bytes).filter(Self::is_sound)
    }

    /// Whether the parts of a paper from outside agree with each other.
    fn is_sound(&self) -> bool {
        let domains = self.guide.domains.len();
        let fits = |item: &Rc<FormItem>| {
            let shown: Vec<OptionId> = item.question.options.iter().map(|choice| choice.id).collect();
            item.order.len() == shown.len()
                && shown.iter().all(|option| item.order.contains(option))
                && shown.is_sorted_by(|one, next| one < next)
                && item.question.wanted() > 0
                && item.domain.is_none_or(|domain| usize::from(domain) < domains)
        };
        let format = &self.guide.format;
        let scale = format.scale_low <= format.pass && format.pass <= format.scale_high;
        scale && !self.items.is_empty() && self.items.len() <= 200 && self.items.iter().all(fits)
    }
}
