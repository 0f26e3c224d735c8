//! A class: codes are taken in, matched with their forms, and reckoned. Nothing of it leaves the machine, or is kept.

use super::super::{Model, Notice};
use super::opened::{Ungraded, codes_in, form_of};
use super::{Order, ShareTool, ask};
use crate::Env;
use crate::form::{Form, FormItem};
use crate::ids::Fingerprint;
use crate::link::ExamLink;
use crate::packed::Packed as _;
use crate::route::Route;
use crate::share::class::{ClassForm, ClassInput, ClassItem, ClassPerson, ClassReport, MOST_HANDED, Table};
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
    pub(crate) people: Vec<Taken>,
    /// Papers of somebody's own with their key, which were given here.
    papers: Vec<Rc<Form>>,
    /// Papers that came inside results.
    inner: Vec<Inner>,
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

/// What somebody handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Taken {
    /// It, without the paper that came inside.
    handed: Rc<Handed>,
    /// What the code of that paper hashes to.
    carried: Option<Fingerprint>,
}

/// A paper that came inside results: it grades those that it came in, since anybody can put a key in.
#[derive(Clone, Debug)]
struct Inner {
    hash: Fingerprint,
    /// Its code, until it was asked for.
    code: Option<String>,
    form: Option<Rc<Form>>,
}

/// So many papers that came inside are opened; a class sits few.
const MOST_INNER: usize = 50;

/// All of it is forgotten, and what is still being read comes back to nothing.
pub(super) fn cleared(model: &mut Model) {
    model.sharing.class = Class::default();
    let of_class =
        |order: &Order| matches!(order, Order::Read | Order::Papers(_) | Order::Class | Order::Table(_));
    model.sharing.orders.retain(|(_, order)| !of_class(order));
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
        // Who was taken in before is reckoned all the same.
        settle(model, env);
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
        let code = match &mut handed.paper {
            HandedPaper::Own(_, _, code) => std::mem::take(code),
            HandedPaper::Exam(_) => String::new(),
        };
        let carried = (!code.is_empty()).then(|| Fingerprint::of(code.as_bytes()));
        let taken = Taken { handed: Rc::new(handed), carried };
        if self.people.contains(&taken) {
            self.twice += 1;
        } else if self.people.len() >= MOST_HANDED {
            self.too_many += 1;
        } else {
            self.people.push(taken);
            if let Some(hash) = carried
                && self.inner.len() < MOST_INNER
                && !self.inner.iter().any(|inner| inner.hash == hash)
            {
                self.inner.push(Inner { hash, code: Some(code), form: None });
            }
        }
    }

    /// A paper with its key; of one without, nothing can be graded. The one that came last is meant.
    fn take_paper(&mut self, form: Option<Form>) {
        let Some(form) = form.filter(|form| !form.awaits_its_key()) else { return };
        self.papers.retain(|known| known.fingerprint != form.fingerprint);
        self.papers.push(Rc::new(form));
        self.papers.truncate(MOST_HANDED);
    }

    /// The paper of answers: the one that was given here, else the one that came inside them.
    fn paper(&self, print: Fingerprint, carried: Option<Fingerprint>) -> Option<&Rc<Form>> {
        let given = self.papers.iter().find(|form| form.fingerprint == print);
        let inside = || {
            let inner = self.inner.iter().find(|inner| Some(inner.hash) == carried)?;
            inner.form.as_ref().filter(|form| form.fingerprint == print)
        };
        given.or_else(inside)
    }
}

/// Papers that came inside results, in the order in which they were asked for.
pub(super) fn papers_read(model: &mut Model, hashes: &[Fingerprint], output: Option<Vec<u8>>, env: &Env) {
    let read = output.and_then(|bytes| Vec::<Opened>::from_bytes(&bytes)).unwrap_or_default();
    for (hash, opened) in hashes.iter().zip(read) {
        let form = match opened {
            Opened::Paper(paper) => paper.form().filter(|form| !form.awaits_its_key()).map(Rc::new),
            _ => None,
        };
        if let Some(inner) = model.sharing.class.inner.iter_mut().find(|inner| inner.hash == *hash) {
            inner.form = form;
        }
    }
    settle(model, env);
}

/// All codes are read: those whose form is known are reckoned.
pub(super) fn settle(model: &mut Model, _env: &Env) {
    if model.sharing.class.people.is_empty() || model.sharing.class.reading {
        return;
    }
    if ask_for_papers(model) {
        return;
    }
    let (mut input, mut found, mut waiting) = (ClassInput::default(), Vec::new(), Vec::new());
    let (mut places, mut other_release) = (Vec::new(), 0);
    for (place, taken) in model.sharing.class.people.clone().iter().enumerate() {
        match form_among(model, &mut found, taken, &mut input) {
            Ok(form) => {
                other_release += usize::from(is_of_other_release(model, &taken.handed));
                places.push(place);
                input.people.push(ClassPerson { form, handed: Handed::clone(&taken.handed) });
            }
            Err((title, why)) => wait(&mut waiting, title, why),
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
    // What was asked before is of other people.
    model.sharing.orders.retain(|(_, order)| !matches!(order, Order::Class));
    ask(model, ShareTool::Class, bytes, Order::Class);
}

/// One more person waits for a paper.
fn wait(waiting: &mut Vec<(String, Ungraded, usize)>, title: String, why: Ungraded) {
    match waiting.iter_mut().find(|(known, reason, _)| *known == title && *reason == why) {
        Some((_, _, count)) => *count += 1,
        None => waiting.push((title, why, 1)),
    }
}

/// A form that answers name: drawn once, and in the input once somebody's answers are of it.
struct Known {
    id: String,
    title: String,
    form: Result<Rc<Form>, Ungraded>,
    place: Option<u16>,
}

/// The place in the input of the form of these answers; else its title, and why they cannot be graded.
fn form_among(
    model: &Model,
    found: &mut Vec<Known>,
    taken: &Taken,
    input: &mut ClassInput,
) -> Result<u16, (String, Ungraded)> {
    let (id, title) = name_of(model, taken);
    let at = found.iter().position(|known| known.id == id).unwrap_or_else(|| {
        found.push(Known { id, title: title.clone(), form: form_for(model, taken), place: None });
        found.len() - 1
    });
    let Some(known) = found.get_mut(at) else { return Err((title, Ungraded::NoPaper)) };
    let form = match &known.form {
        // Another release of the bank may draw other questions.
        Ok(form) if !taken.handed.is_of(form) => return Err((title, Ungraded::OtherRelease)),
        Ok(form) => form,
        Err(why) => return Err((title, *why)),
    };
    Ok(*known.place.get_or_insert_with(|| {
        input.forms.push(class_form(&known.id, &known.title, form));
        u16::try_from(input.forms.len() - 1).unwrap_or(u16::MAX)
    }))
}

/// Papers that came inside results are opened; whether there were any. Each is asked for once.
fn ask_for_papers(model: &mut Model) -> bool {
    let inner = &mut model.sharing.class.inner;
    let wanted: Vec<(Fingerprint, String)> =
        inner.iter_mut().filter_map(|inner| Some((inner.hash, inner.code.take()?))).collect();
    let (hashes, codes): (Vec<Fingerprint>, Vec<String>) = wanted.into_iter().unzip();
    let any = !codes.is_empty();
    if any {
        ask(model, ShareTool::Open, codes.to_bytes(), Order::Papers(hashes));
    }
    any
}

/// What names the form of answers for ever, and what it is called.
fn name_of(model: &Model, taken: &Taken) -> (String, String) {
    match &taken.handed.paper {
        HandedPaper::Own(title, print, _) => {
            let given = model.sharing.class.papers.iter().any(|form| form.fingerprint == *print);
            // Papers that came inside are the same only if all of them is.
            let inside = taken
                .carried
                .filter(|_| !given)
                .map_or_else(String::new, |hash| format!("/{}", hash.short()));
            (format!("own-paper:{}{inside}", print.short()), title.clone())
        }
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

fn form_for(model: &Model, taken: &Taken) -> Result<Rc<Form>, Ungraded> {
    match &taken.handed.paper {
        HandedPaper::Own(_, print, _) => {
            model.sharing.class.paper(*print, taken.carried).cloned().ok_or(Ungraded::NoKey)
        }
        HandedPaper::Exam(_) => form_of(model, &taken.handed),
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
