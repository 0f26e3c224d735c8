//! A class: codes are taken in, matched with their forms, and reckoned. Nothing of it leaves the machine, or is kept.

use super::super::{Model, Notice};
use super::opened::{Ungraded, codes_in, form_of};
use super::{Order, ShareTool, Table, ask};
use crate::Env;
use crate::form::{Form, FormItem};
use crate::ids::Fingerprint;
use crate::link::ExamLink;
use crate::packed::Packed as _;
use crate::route::Route;
use crate::share::class::{ClassForm, ClassInput, ClassItem, ClassPerson, ClassReport, MOST_HANDED};
use crate::share::handed::{Handed, HandedPaper};
use crate::share::packet::{Opened, PacketFault};
use std::rc::Rc;

/// So many codes are read at a time: in between the page shows how far it is, and can be stopped.
const BATCH: usize = 50;

/// A class, as far as it was taken in.
#[derive(Clone, Debug, Default)]
pub(crate) struct Class {
    /// Codes that wait to be read, the next one last.
    queue: Vec<String>,
    pub(crate) reading: bool,
    pub(crate) read: usize,
    pub(crate) total: usize,
    /// What was handed in, in the order in which it came.
    pub(crate) people: Vec<Rc<Handed>>,
    /// Papers of somebody's own with their key.
    papers: Vec<(Fingerprint, Rc<Form>)>,
    /// Codes of papers that came inside results, one of each, and have not been opened.
    codes: Vec<(Fingerprint, String)>,
    /// Why codes were refused.
    pub(crate) refused: Vec<PacketFault>,
    /// Codes that came more than once.
    pub(crate) twice: usize,
    /// Codes that were left out, since a class has at most a thousand.
    pub(crate) too_many: usize,
    /// What is reckoned, and for each of its people the place in `people`.
    pub(crate) input: Option<Rc<ClassInput>>,
    pub(crate) places: Vec<usize>,
    pub(crate) report: Option<Rc<ClassReport>>,
    pub(crate) failed: bool,
    /// People whose paper is not known here, by the title of the paper.
    pub(crate) waiting: Vec<(String, Ungraded, usize)>,
    /// People who sat with another release of the bank than this one.
    pub(crate) other_release: usize,
    pub(crate) names: bool,
    pub(crate) form: usize,
}

pub(super) fn given(model: &mut Model, text: &str, env: &Env) {
    let class = &mut model.sharing.class;
    let codes: Vec<String> = codes_in(text).map(str::to_owned).collect();
    if codes.is_empty() {
        model.tell(Notice::NoCodeInText);
        return;
    }
    if !class.reading && class.queue.is_empty() {
        (class.read, class.total) = (0, 0);
        class.refused.clear();
        class.twice = 0;
        class.too_many = 0;
    }
    class.total += codes.len();
    class.queue.splice(0..0, codes.into_iter().rev());
    read_more(model, env);
}

fn read_more(model: &mut Model, env: &Env) {
    let class = &mut model.sharing.class;
    if class.reading {
        return;
    }
    if class.queue.is_empty() {
        settle(model, env);
        return;
    }
    class.reading = true;
    let rest = class.queue.len().saturating_sub(BATCH);
    let mut batch = class.queue.split_off(rest);
    batch.reverse();
    ask(model, ShareTool::Open, batch.to_bytes(), Order::Read);
}

pub(super) fn stopped(model: &mut Model, env: &Env) {
    let class = &mut model.sharing.class;
    class.total -= class.queue.len().min(class.total);
    class.queue.clear();
    if !class.reading {
        settle(model, env);
    }
}

pub(super) fn read(model: &mut Model, output: Option<Vec<u8>>, env: &Env) {
    let class = &mut model.sharing.class;
    class.reading = false;
    let Some(read) = output.and_then(|bytes| Vec::<Opened>::from_bytes(&bytes)) else {
        class.queue.clear();
        class.failed = true;
        model.tell(Notice::ToolMissing);
        return;
    };
    class.read += read.len();
    class.failed = false;
    for opened in read {
        class.take(opened);
    }
    read_more(model, env);
}

impl Class {
    fn take(&mut self, opened: Opened) {
        match opened {
            Opened::Paper(paper) => self.take_paper(paper.form()),
            Opened::Refused(fault) => self.refused.push(fault),
            Opened::Handed(handed) => self.take_handed(Rc::unwrap_or_clone(handed)),
        }
    }

    fn take_handed(&mut self, mut handed: Handed) {
        if let HandedPaper::Own(_, print, code) = &mut handed.paper {
            // The same in all results of a paper: one is enough.
            let code = std::mem::take(code);
            if !code.is_empty()
                && self.paper(*print).is_none()
                && !self.codes.iter().any(|(known, _)| known == print)
            {
                self.codes.push((*print, code));
            }
        }
        if self.people.iter().any(|known| **known == handed) {
            self.twice += 1;
        } else if self.people.len() >= MOST_HANDED {
            self.too_many += 1;
        } else {
            self.people.push(Rc::new(handed));
        }
    }

    /// A paper with its key; of one without, nothing can be graded.
    fn take_paper(&mut self, form: Option<Form>) {
        let Some(form) = form.filter(|form| !form.awaits_its_key()) else { return };
        if !self.papers.iter().any(|(known, _)| *known == form.fingerprint) {
            self.papers.push((form.fingerprint, Rc::new(form)));
        }
    }

    fn paper(&self, fingerprint: Fingerprint) -> Option<&Rc<Form>> {
        self.papers.iter().find(|(known, _)| *known == fingerprint).map(|(_, form)| form)
    }
}

/// Papers that came inside results.
pub(super) fn papers_read(model: &mut Model, output: Option<Vec<u8>>, env: &Env) {
    let read = output.and_then(|bytes| Vec::<Opened>::from_bytes(&bytes)).unwrap_or_default();
    let some = !read.is_empty();
    for opened in read {
        if let Opened::Paper(paper) = opened {
            model.sharing.class.take_paper(paper.form());
        }
    }
    if some {
        settle(model, env);
    }
}

/// All codes are read: those whose form is known are reckoned.
pub(super) fn settle(model: &mut Model, _env: &Env) {
    if model.sharing.class.people.is_empty() || model.sharing.class.reading {
        return;
    }
    if ask_for_papers(model) {
        return;
    }
    let mut input = ClassInput::default();
    let mut found: Vec<(String, Result<usize, Ungraded>)> = Vec::new();
    let (mut places, mut waiting, mut other_release) =
        (Vec::new(), Vec::<(String, Ungraded, usize)>::new(), 0);
    let people = model.sharing.class.people.clone();
    for (place, handed) in people.iter().enumerate() {
        let (id, title) = name_of(handed);
        let known = found.iter().find(|(known, _)| *known == id).map(|(_, form)| *form);
        let form = known.unwrap_or_else(|| {
            let form = form_for(model, handed).map(|form| {
                input.forms.push(class_form(&id, &title, &form));
                input.forms.len() - 1
            });
            found.push((id.clone(), form));
            form
        });
        match form {
            Ok(form) => {
                other_release += usize::from(is_of_other_release(model, handed));
                places.push(place);
                let form = u16::try_from(form).unwrap_or(u16::MAX);
                input.people.push(ClassPerson { form, handed: Handed::clone(handed) });
            }
            Err(why) => match waiting.iter_mut().find(|(known, reason, _)| *known == title && *reason == why)
            {
                Some((_, _, count)) => *count += 1,
                None => waiting.push((title, why, 1)),
            },
        }
    }
    let class = &mut model.sharing.class;
    class.places = places;
    class.waiting = waiting;
    class.other_release = other_release;
    class.form = class.form.min(input.forms.len().saturating_sub(1));
    let bytes = input.to_bytes();
    class.report = None;
    class.input = Some(Rc::new(input));
    ask(model, ShareTool::Class, bytes, Order::Class);
}

/// Papers of somebody's own whose code came inside results are opened; whether there were any. Each is asked for once.
fn ask_for_papers(model: &mut Model) -> bool {
    let codes = std::mem::take(&mut model.sharing.class.codes);
    let codes: Vec<String> = codes.into_iter().map(|(_, code)| code).collect();
    let any = !codes.is_empty();
    if any {
        ask(model, ShareTool::Open, codes.to_bytes(), Order::Papers);
    }
    any
}

/// What names the form of answers for ever, and what it is called.
fn name_of(handed: &Handed) -> (String, String) {
    match &handed.paper {
        HandedPaper::Own(title, print, _) => (format!("own-paper:{}", print.short()), title.clone()),
        HandedPaper::Exam(query) => match ExamLink::parse(query) {
            // How it was sat, and what its sender called it, is no part of the form.
            Ok(link) => {
                let (title, guide, seed) = (link.title.clone(), link.guide.to_string(), link.seed);
                let bare = ExamLink {
                    limit: None,
                    reveals: false,
                    fingerprint: None,
                    title: String::new(),
                    line: String::new(),
                    ..link
                };
                let title =
                    if title.is_empty() { format!("{guide} · {seed} · {}", bare.length()) } else { title };
                (bare.to_string(), title)
            }
            Err(_) => (query.clone(), String::new()),
        },
    }
}

fn form_for(model: &Model, handed: &Handed) -> Result<Rc<Form>, Ungraded> {
    match &handed.paper {
        HandedPaper::Own(_, print, _) => model.sharing.class.paper(*print).cloned().ok_or(Ungraded::NoKey),
        HandedPaper::Exam(_) => form_of(model, handed),
    }
}

fn is_of_other_release(model: &Model, handed: &Handed) -> bool {
    let print = handed.link().and_then(|link| link.fingerprint);
    let here = model.bank.entry.as_ref().map(|entry| entry.fingerprint.short());
    print.is_some_and(|print| here != Some(print))
}

fn class_form(id: &str, title: &str, form: &Form) -> ClassForm {
    let bank = if form.is_own() { form.fingerprint.short() } else { form.bank.to_string() };
    let item = |item: &Rc<FormItem>| ClassItem {
        id: format!("{bank}/{}", item.question.number.0),
        revision: item.question.revision,
        about: if form.is_own() { item.question.stem.start(60) } else { item.topic.title.clone() },
        domain: item.domain,
        scored: item.scored,
        options: u8::try_from(item.question.options.len()).unwrap_or(u8::MAX),
        key: item.question.key(),
    };
    ClassForm {
        id: id.to_owned(),
        title: title.to_owned(),
        domains: form.guide.domains.iter().map(|domain| domain.title.clone()).collect(),
        items: form.items.iter().map(item).collect(),
    }
}

pub(super) fn reckoned(model: &mut Model, output: Option<Vec<u8>>) {
    let class = &mut model.sharing.class;
    let report = output.and_then(|bytes| ClassReport::from_bytes(&bytes));
    class.failed = report.is_none();
    class.report = report.map(Rc::new);
}

pub(super) fn left_out(model: &mut Model, place: usize, env: &Env) {
    let class = &mut model.sharing.class;
    if let Some(place) = class.places.get(place).copied()
        && place < class.people.len()
    {
        class.people.remove(place);
        class.report = None;
        class.input = None;
        settle(model, env);
    }
}

pub(super) fn table_wanted(model: &mut Model, table: Table) {
    let class = &model.sharing.class;
    let Some(input) = class.input.as_ref().filter(|_| model.route == Route::Class) else { return };
    let name = match table {
        Table::AnswersCsv => "invigil-answers.csv",
        Table::AnswersJsonLines => "invigil-answers.jsonl",
        Table::QuestionsCsv => "invigil-questions.csv",
        Table::QuestionsJsonLines => "invigil-questions.jsonl",
    };
    let bytes = (ClassInput::clone(input), (table, class.names)).to_bytes();
    ask(model, ShareTool::Table, bytes, Order::Table(name.to_owned()));
}
