//! Codes that an address holds: a paper, or one result or two, graded again here.

use super::super::{Effect, Model, Notice, starting};
use super::{Order, ShareTool, ask};
use crate::form::Form;
use crate::packed::Packed as _;
use crate::route::Route;
use crate::share::handed::{Handed, HandedPaper};
use crate::share::packet::{Opened, PacketFault};
use crate::sitting::Sitting;
use std::rc::Rc;

/// A code of the address.
#[derive(Clone, Debug)]
pub(crate) struct OpenedCode {
    pub(crate) code: String,
    /// What it holds; none while it is being opened.
    pub(crate) is: Option<Opened>,
    /// Whether the tool that opens it could not be had.
    pub(crate) failed: bool,
    /// For answers: the sitting that they tell of, or why there is none.
    pub(crate) sitting: Result<Rc<Sitting>, Ungraded>,
}

/// Why answers are not graded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ungraded {
    /// Their bank or paper has not arrived yet.
    NotYet,
    /// The site has no such bank, or cannot draw the paper.
    NoPaper,
    /// Their paper is an assignment: who set it has the key.
    NoKey,
    /// They are not of this paper.
    OtherPaper,
    /// Another release of the bank than this one drew their paper, and this one draws other questions.
    OtherRelease,
}

impl OpenedCode {
    fn new(code: String) -> Self {
        Self { code, is: None, failed: false, sitting: Err(Ungraded::NotYet) }
    }

    /// The code of the paper that came inside.
    fn inner(&self) -> Option<&str> {
        match &self.handed()?.paper {
            HandedPaper::Own(_, _, code) if !code.is_empty() => Some(code),
            _ => None,
        }
    }

    /// The sitting of these answers on a paper of somebody's own, if it is theirs and has its key.
    fn graded_on(&self, form: &Rc<Form>) -> Result<Rc<Sitting>, Ungraded> {
        match self.handed().map(|handed| (handed, &handed.paper)) {
            Some((handed, HandedPaper::Own(_, print, _)))
                if *print == form.fingerprint && !form.awaits_its_key() =>
            {
                handed.sitting(form).map(Rc::new).ok_or(Ungraded::OtherPaper)
            }
            _ => Err(Ungraded::NoKey),
        }
    }

    pub(crate) fn handed(&self) -> Option<&Handed> {
        match &self.is {
            Some(Opened::Handed(handed)) => Some(handed),
            _ => None,
        }
    }
}

/// The codes of the address are opened, unless they are.
pub(super) fn wanted(model: &mut Model, codes: &[String]) {
    let known: Vec<&String> = model.sharing.opened.iter().map(|opened| &opened.code).collect();
    let whole = model.sharing.opened.iter().all(|opened| !opened.failed);
    if whole && known.iter().copied().eq(codes.iter()) {
        settle(model);
        return;
    }
    model.filter = super::super::Filter::All;
    model.domain = None;
    model.reasons_open.clear();
    model.sharing.opened = codes.iter().cloned().map(OpenedCode::new).collect();
    ask(model, ShareTool::Open, codes.to_vec().to_bytes(), Order::Open(codes.to_vec()));
}

/// Whether these are still the codes of the address.
fn are_shown(model: &Model, codes: &[String]) -> bool {
    model.sharing.opened.iter().map(|opened| &opened.code).eq(codes)
}

pub(super) fn answered(model: &mut Model, codes: &[String], output: Option<Vec<u8>>) {
    if !are_shown(model, codes) {
        return;
    }
    let read = output.and_then(|bytes| Vec::<Opened>::from_bytes(&bytes));
    let opened = &mut model.sharing.opened;
    match read.filter(|read| read.len() == opened.len()) {
        Some(read) => {
            for (opened, is) in opened.iter_mut().zip(read) {
                opened.is = Some(is);
                opened.sitting = Err(Ungraded::NotYet);
            }
        }
        None => opened.iter_mut().for_each(|opened| opened.failed = opened.is.is_none()),
    }
    // A result of somebody's own paper has the paper's code inside.
    let inner: Vec<String> =
        model.sharing.opened.iter().filter_map(OpenedCode::inner).map(str::to_owned).collect();
    if !inner.is_empty() {
        ask(model, ShareTool::Open, inner.to_bytes(), Order::Inner(codes.to_vec()));
    }
    settle(model);
}

/// The papers that came inside: each grades the result that it came in, and no other.
pub(super) fn inner_answered(model: &mut Model, codes: &[String], output: Option<Vec<u8>>) {
    if !are_shown(model, codes) {
        return;
    }
    let mut read = output.and_then(|bytes| Vec::<Opened>::from_bytes(&bytes)).unwrap_or_default().into_iter();
    for opened in &mut model.sharing.opened {
        if opened.inner().is_none() {
            continue;
        }
        let form = match read.next() {
            Some(Opened::Paper(paper)) => paper.form(),
            _ => None,
        };
        opened.sitting = form.map_or(Err(Ungraded::NoKey), |form| opened.graded_on(&Rc::new(form)));
    }
}

/// Grades what can be graded with what is here.
pub(super) fn settle(model: &mut Model) {
    let mut opened = std::mem::take(&mut model.sharing.opened);
    for opened in &mut opened {
        // Papers of somebody's own are graded when their key comes.
        let waits = matches!(opened.sitting, Err(Ungraded::NotYet | Ungraded::NoPaper));
        if let (Some(Opened::Handed(handed)), true) = (&opened.is, waits) {
            opened.sitting = graded(model, handed);
        }
    }
    model.sharing.opened = opened;
}

fn graded(model: &Model, handed: &Handed) -> Result<Rc<Sitting>, Ungraded> {
    let form = form_of(model, handed)?;
    handed.sitting(&form).map(Rc::new).ok_or(Ungraded::OtherRelease)
}

/// The form on which answers were given, as far as it is known here.
pub(super) fn form_of(model: &Model, handed: &Handed) -> Result<Rc<Form>, Ungraded> {
    let Some(link) = handed.link() else {
        let HandedPaper::Own(_, _, code) = &handed.paper else { return Err(Ungraded::NoPaper) };
        return Err(if code.is_empty() { Ungraded::NoKey } else { Ungraded::NotYet });
    };
    let Some(shelf) = model.bank.whole() else {
        return Err(if model.bank.failed { Ungraded::NoPaper } else { Ungraded::NotYet });
    };
    starting::form_of(shelf, &link).map(Rc::new).ok_or(Ungraded::NoPaper)
}

/// A text with another result.
pub(super) fn beside(model: &mut Model, text: &str) {
    let Route::Shared(codes) = &model.route else { return };
    match (codes.first(), codes_in(text).find(|code| code.starts_with('a'))) {
        (Some(first), Some(code)) => {
            let route = Route::Shared(vec![first.clone(), code.to_owned()]);
            model.then(Effect::Navigate { route, replace: false });
        }
        _ => model.tell(Notice::NoCodeInText),
    }
}

/// A text with the paper, key and all.
pub(super) fn key_given(model: &mut Model, text: String) {
    let code = codes_in(&text).find(|code| code.starts_with('p')).map(str::to_owned);
    ask(model, ShareTool::Open, vec![code.unwrap_or(text)].to_bytes(), Order::Key);
}

pub(super) fn key_answered(model: &mut Model, output: Option<Vec<u8>>) {
    let opened = output
        .and_then(|bytes| Vec::<Opened>::from_bytes(&bytes))
        .and_then(|opened| opened.into_iter().next());
    match opened {
        None => model.tell(Notice::ToolMissing),
        Some(Opened::Refused(fault)) => model.tell(Notice::CodeRefused(fault)),
        Some(Opened::Handed(_)) => model.tell(Notice::CodeRefused(PacketFault::NotACode)),
        Some(Opened::Paper(paper)) => {
            let form = paper.form().map(Rc::new);
            let mut fits = false;
            for opened in &mut model.sharing.opened {
                match form.as_ref().map(|form| opened.graded_on(form)) {
                    None | Some(Err(Ungraded::NoKey)) => {}
                    Some(graded) => {
                        opened.sitting = graded;
                        fits = true;
                    }
                }
            }
            if !fits {
                model.tell(Notice::OtherPaper);
            }
        }
    }
}

/// What may be codes in a text: words of their signs that begin as one.
pub(in crate::app) fn codes_in(text: &str) -> impl Iterator<Item = &str> {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    text.split(move |c| !is_sign(c)).filter(|word| {
        let mut signs = word.bytes();
        let begins = [signs.next(), signs.next()];
        matches!(begins, [Some(b'a' | b'p'), Some(b'0'..=b'9')]) && word.len() >= 12
    })
}
