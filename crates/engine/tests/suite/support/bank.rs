//! A synthetic bank, made by rule: two guides like the real ones, and questions of every sort in every domain.

use super::mix;
use invigil_engine::bank::wire::{Part, encode_chunks, encode_index};
use invigil_engine::bank::{
    BankIndex, Blueprint, Catalogue, CatalogueEntry, Cell, Choice, Chunks, Difficulty, Domain, Entry,
    ExamFormat, Kind, Level, Objective, Question, Quotas, Reasons, Reference, Shelf, Task, Tier, Topic, Why,
};
use invigil_engine::ids::{
    BankId, DomainId, Fingerprint, GuideId, ObjectiveId, OptionId, QuestionNumber, TaskId, TopicId,
};
use invigil_engine::rich_text::{Href, RichText};
use invigil_engine::store::Json as _;
use invigil_engine::time::{Date, Minutes};

/// Questions of the usual bank.
pub(crate) const QUESTIONS: u32 = 320;
const TOPICS: u32 = 40;
/// Objectives a topic.
const OBJECTIVES: u32 = 3;
/// Topics a chunk.
const CHUNK: u32 = 10;
/// Chunks of questions.
pub(crate) const CHUNKS: u16 = 4;

/// A compiled bank with its catalogue entry.
#[derive(Clone, Debug)]
pub(crate) struct Bank {
    pub(crate) entry: CatalogueEntry,
    pub(crate) index: BankIndex,
    pub(crate) questions: Vec<Question>,
    pub(crate) reasons: Vec<Reasons>,
    chunks: Chunks,
}

impl Bank {
    /// A bank of so many questions; a larger one begins with the same questions as a smaller one.
    pub(crate) fn of(count: u32) -> Self {
        let questions: Vec<Question> = (0..count).map(question).collect();
        let mut entries: Vec<Entry> = (0..count).map(entry).collect();
        for entry in &mut entries {
            entry.enemies.retain(|enemy| questions.iter().any(|question| question.number == *enemy));
        }
        let index = BankIndex {
            id: BankId::parse("dva").unwrap(),
            title: "Synthetic developer bank".to_owned(),
            version: "1".to_owned(),
            licence: "CC-BY-SA-4.0".to_owned(),
            issues: None,
            guides: vec![c02(), c03()],
            topics: (0..TOPICS).map(topic).collect(),
            topic_chunks: (0..TOPICS).map(|topic| u16::try_from(topic / CHUNK).unwrap()).collect(),
            objectives: (0..TOPICS * OBJECTIVES).map(objective).collect(),
            entries,
        };
        let reasons = questions.iter().map(reasons).collect();
        let entry = catalogue_entry(Fingerprint(0));
        let mut bank = Self { entry, index, questions, reasons, chunks: Chunks::default() };
        bank.release();
        bank
    }

    /// The usual bank.
    pub(crate) fn usual() -> Self {
        Self::of(QUESTIONS)
    }

    /// Gives the bank the fingerprint of its content, as a build does.
    pub(crate) fn release(&mut self) {
        let none = Fingerprint(0);
        let mut content = encode_index(none, &self.index);
        content.extend(encode_chunks(Part::Questions, none, &self.index, &self.questions).concat());
        content.extend(encode_chunks(Part::Reasons, none, &self.index, &self.reasons).concat());
        self.entry = catalogue_entry(Fingerprint::of(&content));
        self.chunks = Chunks::none_of(CHUNKS);
        for part in Self::parts().into_iter().skip(1) {
            let bytes = self.part(part);
            self.chunks.take(part, self.entry.fingerprint, &bytes).unwrap();
        }
    }

    /// The same bank with another question in place of one: a new revision of the same number.
    pub(crate) fn revised(mut self, number: QuestionNumber) -> Self {
        let place = self.questions.iter().position(|question| question.number == number).unwrap();
        self.questions[place].revision += 1;
        self.questions[place].stem = RichText::plain("Asked in other words?");
        self.reasons[place].revision += 1;
        self.index.entries[place].revision += 1;
        self.release();
        self
    }

    /// The same bank with the key of a question corrected: the next option is right, and nothing else changed.
    pub(crate) fn corrected(mut self, number: QuestionNumber) -> Self {
        let place = self.questions.iter().position(|question| question.number == number).unwrap();
        let options = &mut self.questions[place].options;
        let right: Vec<bool> = options.iter().map(|option| option.correct).collect();
        for (at, option) in options.iter_mut().enumerate() {
            option.correct = right[(at + right.len() - 1) % right.len()];
        }
        self.questions[place].revision += 1;
        self.reasons[place].revision += 1;
        self.index.entries[place].revision += 1;
        self.release();
        self
    }

    pub(crate) fn shelf(&self) -> Shelf<'_> {
        Shelf { entry: &self.entry, index: &self.index, chunks: &self.chunks }
    }

    pub(crate) fn catalogue(&self) -> String {
        let catalogue = Catalogue { format: Catalogue::FORMAT, banks: vec![self.entry.clone()] };
        catalogue.to_json()
    }

    pub(crate) fn part(&self, part: Part) -> Vec<u8> {
        let (print, index) = (self.entry.fingerprint, &self.index);
        let (chunk, mut chunks) = match part {
            Part::Index => return encode_index(print, index),
            Part::Questions(chunk) => (chunk, encode_chunks(Part::Questions, print, index, &self.questions)),
            Part::Reasons(chunk) => (chunk, encode_chunks(Part::Reasons, print, index, &self.reasons)),
        };
        chunks.swap_remove(usize::from(chunk))
    }

    /// All parts, the index first.
    pub(crate) fn parts() -> Vec<Part> {
        let chunks = (0..CHUNKS).flat_map(|chunk| [Part::Questions(chunk), Part::Reasons(chunk)]);
        std::iter::once(Part::Index).chain(chunks).collect()
    }

    /// The parts that hold a question and its reasons.
    pub(crate) fn parts_of(&self, number: QuestionNumber) -> [Part; 2] {
        let chunk = self.index.entry(number).and_then(|entry| self.index.chunk_of(entry)).unwrap();
        [Part::Questions(chunk), Part::Reasons(chunk)]
    }

    /// A question by its number.
    pub(crate) fn question(&self, number: QuestionNumber) -> &Question {
        self.questions.iter().find(|question| question.number == number).unwrap()
    }
}

pub(crate) fn guide(id: &str) -> GuideId {
    GuideId::parse(id).unwrap()
}

pub(crate) fn topic_id(number: u32) -> TopicId {
    TopicId::parse(&format!("topic-{number:02}")).unwrap()
}

/// The number of the question that stands at a place of the bank: gaps are where questions were retired.
pub(crate) fn number(place: u32) -> QuestionNumber {
    QuestionNumber(3 + place * 2 + place / 7)
}

fn catalogue_entry(fingerprint: Fingerprint) -> CatalogueEntry {
    let part = |name: &str| format!("banks/dva/{name}-{}.bin", fingerprint.short());
    CatalogueEntry {
        id: BankId::parse("dva").unwrap(),
        title: "Synthetic developer bank".to_owned(),
        fingerprint,
        index: part("index"),
        questions: (0..CHUNKS).map(|chunk| part(&format!("questions-{chunk}"))).collect(),
        reasons: (0..CHUNKS).map(|chunk| part(&format!("reasons-{chunk}"))).collect(),
        report: Some(part("report")),
        notes: Some(part("notes")),
    }
}

fn topic(number: u32) -> Topic {
    Topic { id: topic_id(number), title: format!("Topic {number}") }
}

fn objective(number: u32) -> Objective {
    Objective {
        id: ObjectiveId::parse(&format!("objective-{number}")).unwrap(),
        title: format!("Do the thing {number}"),
        topic: u16::try_from(number / OBJECTIVES).unwrap(),
    }
}

fn domains(weights: [u32; 4], tasks: [u32; 4]) -> Vec<Domain> {
    let task = |domain: usize, task: u32| Task {
        id: TaskId::parse(&format!("{}.{task}", domain + 1)).unwrap(),
        title: format!("Task {}.{task}", domain + 1),
    };
    let made = weights.into_iter().zip(tasks).enumerate().map(|(place, (weight, count))| Domain {
        id: DomainId::parse(&(place + 1).to_string()).unwrap(),
        title: format!("Domain {}", place + 1),
        weight,
        tasks: (1..=count).map(|number| task(place, number)).collect(),
    });
    made.collect()
}

fn format() -> ExamFormat {
    ExamFormat {
        questions: 65,
        scored: 50,
        minutes: Minutes(130),
        extra_minutes: Minutes(30),
        scale_low: 100,
        scale_high: 1000,
        pass: 720,
        raw_cuts: vec![67, 70, 73],
    }
}

/// The tasks of each domain of the older guide.
const C02_TASKS: [u32; 4] = [3, 3, 4, 3];

fn c02() -> Blueprint {
    Blueprint {
        id: guide("dva-c02"),
        title: "Developer, C02".to_owned(),
        used_from: None,
        used_until: Date::parse("2026-11-30"),
        domains: domains([32, 26, 24, 18], C02_TASKS),
        format: format(),
        quotas: Quotas { difficulty: [25, 50, 25], multiple_least: 10, multiple_most: 20 },
    }
}

fn c03() -> Blueprint {
    Blueprint {
        id: guide("dva-c03"),
        title: "Developer, C03".to_owned(),
        used_from: Date::parse("2026-12-01"),
        used_until: None,
        domains: domains([30, 26, 22, 22], [0; 4]),
        format: format(),
        quotas: Quotas { difficulty: [20, 55, 25], multiple_least: 10, multiple_most: 20 },
    }
}

/// A number below `bound` that belongs to a question and a purpose.
fn lot(place: u32, purpose: u64, bound: u64) -> u32 {
    u32::try_from(mix(u64::from(place) * 16 + purpose) % bound).unwrap()
}

fn entry(place: u32) -> Entry {
    let objective = place % (TOPICS * OBJECTIVES);
    let difficulty = match lot(place, 1, 10) {
        0..=2 => Difficulty::Easy,
        3..=6 => Difficulty::Medium,
        _ => Difficulty::Hard,
    };
    Entry {
        number: number(place),
        revision: revision(place),
        content: Fingerprint(mix(u64::from(place))),
        objective: u16::try_from(objective).unwrap(),
        kind: kind(place),
        tier: if lot(place, 2, 16) == 0 { Tier::Foundation } else { Tier::Exam },
        level: Level::Apply,
        difficulty,
        sealed: lot(place, 3, 12) == 0,
        enemies: enemies(place),
        cells: cells(place),
    }
}

/// Pairs, told by one side only; triangles; and stars, whose centre has many enemies.
fn enemies(place: u32) -> Vec<QuestionNumber> {
    match place % 23 {
        0 | 6 => vec![number(place + 1)],
        5 => vec![number(place + 1), number(place + 2)],
        11 => (1..=4).map(|step| number(place + step * 3)).collect(),
        _ => Vec::new(),
    }
}

fn cells(place: u32) -> Vec<Cell> {
    let domain = |purpose| match lot(place, purpose, 100) {
        0..=29 => 0_u8,
        30..=55 => 1,
        56..=77 => 2,
        _ => 3,
    };
    let old = domain(4);
    let tasks = C02_TASKS[usize::from(old)];
    let task = u8::try_from(lot(place, 5, u64::from(tasks))).unwrap();
    let in_old = Cell { guide: 0, domain: old, task: Some(task) };
    let in_new = Cell { guide: 1, domain: domain(6), task: None };
    match lot(place, 7, 20) {
        0 => vec![in_old],
        1 | 2 => vec![in_new],
        _ => vec![in_old, in_new],
    }
}

fn kind(place: u32) -> Kind {
    if lot(place, 8, 6) == 0 { Kind::Multiple } else { Kind::Single }
}

fn revision(place: u32) -> u16 {
    u16::try_from(1 + lot(place, 9, 3)).unwrap()
}

fn question(place: u32) -> Question {
    let kind = kind(place);
    let (options, right) = match (kind, lot(place, 10, 2)) {
        (Kind::Single, _) => (4, 1),
        (Kind::Multiple, 0) => (5, 2),
        (Kind::Multiple, _) => (6, 3),
    };
    let first = u8::try_from(lot(place, 11, options)).unwrap();
    let options = u8::try_from(options).unwrap();
    let choice = |letter: u8| Choice {
        id: OptionId::from_index(letter).unwrap(),
        text: RichText::plain(&format!("Option {letter} of {place}")),
        correct: (letter + options - first) % options < right,
    };
    Question {
        number: number(place),
        revision: revision(place),
        kind,
        fixed_order: lot(place, 12, 20) == 0,
        stem: RichText::plain(&format!("What does question {place} ask?")),
        options: (0..options).map(choice).collect(),
    }
}

fn reasons(question: &Question) -> Reasons {
    let why = |choice: &Choice| Why {
        option: choice.id,
        text: RichText::plain(if choice.correct { "It does." } else { "It does not." }),
        misconception: (!choice.correct).then(|| "mistakes-one-for-another".to_owned()),
    };
    Reasons {
        number: question.number,
        revision: question.revision,
        whys: question.options.iter().map(why).collect(),
        takeaway: RichText::plain("Remember this."),
        references: vec![Reference {
            title: "Developer guide".to_owned(),
            href: Href::parse("https://docs.aws.amazon.com/lambda/latest/dg/welcome.html").unwrap(),
            opened: true,
        }],
        verified: Date::parse("2026-11-20").unwrap(),
        verified_source: "the developer guide".to_owned(),
        changed: None,
    }
}
