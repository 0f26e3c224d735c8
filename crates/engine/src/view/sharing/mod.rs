//! The pages of sharing: the link page, and results that were sent.

mod papers;

pub use papers::{ClassView, DeskView, OwnPaper, OwnPaperView, TwinView};
pub(in crate::view) use papers::{class, desk, own_paper, own_twin, twin};

use super::result::{Comparison, ResultView, Sharing, comparison, result};
use super::{ConfirmView, PageView, SetupView, choosing, no_bank};
use crate::Env;
use crate::app::sharing::{OpenedCode, share_link};
use crate::app::{Made, Model, QrState, Ungraded};
use crate::bank::Tier;
use crate::ids::{QuestionNumber, TopicId};
use crate::link::ExamLink;
use crate::route::Route;
use crate::share::handed::Handed;
use crate::share::packet::{Opened, PacketFault};
use crate::sitting::Sitting;
use std::rc::Rc;

/// An address to be sent, and its QR code where that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The route, as text.
    pub route: String,
    /// Its QR code; none while it is not wanted.
    pub qr: Option<QrState>,
}

impl Address {
    fn of(model: &Model, route: &Route) -> Self {
        let route = route.to_string();
        let qr =
            model.sharing.qr.as_ref().filter(|(known, _)| *known == route).map(|(_, state)| state.clone());
        Self { route, qr }
    }
}

/// The link page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareView {
    /// What the set-up page shows.
    pub setup: Rc<SetupView>,
    /// The title, as typed.
    pub title: String,
    /// The line, as typed.
    pub line: String,
    /// Questions chosen by hand; none where they are drawn.
    pub by_hand: Option<HandView>,
    /// The link; none where the choices make no exam.
    pub address: Option<Address>,
    /// The paper to be printed.
    pub twin: Option<String>,
    /// What its receiver will see.
    pub confirm: Option<ConfirmView>,
}

/// Questions that are chosen by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandView {
    /// How many.
    pub count: u32,
    /// The topics: title, and how many of its questions are chosen.
    pub topics: Vec<(TopicId, String, u32)>,
    /// The topic that is open.
    pub open: Option<TopicId>,
    /// Its questions: how they begin, and whether they are chosen.
    pub questions: Vec<(QuestionNumber, String, bool)>,
}

/// One or two results that were sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedView {
    /// They.
    pub sides: Vec<SharedSide>,
    /// What two say beside each other.
    pub comparison: Option<Box<Comparison>>,
    /// Their address.
    pub address: Address,
}

/// A result that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedSide {
    /// The name under which it was sent; may be empty.
    pub name: String,
    /// The address of it alone.
    pub route: String,
    /// The address of its exam, if it is of a bank.
    pub exam: Option<String>,
    /// How far it is.
    pub is: SharedState,
}

/// How far a result is that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SharedState {
    /// It is being opened.
    Opening,
    /// The tool that opens it could not be had.
    NotHad,
    /// Its code cannot be used.
    Refused(PacketFault),
    /// It is the code of a paper.
    IsPaper,
    /// It cannot be graded: the title of its paper, and why.
    Ungraded(String, Ungraded),
    /// It, and how many answers were changed.
    Graded(Rc<ResultView>, u32),
}

/// The answers to an assignment, which were handed in and are to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedInView {
    /// The title of the paper.
    pub title: String,
    /// Questions, and how many of them have no answer.
    pub questions: u32,
    /// Those without an answer.
    pub unanswered: u32,
    /// How it is sent.
    pub send: SendView,
}

/// A result on its way to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendView {
    /// The name under which it is sent.
    pub name: String,
    /// The code; none while it was not asked for.
    pub made: Option<Made>,
    /// Its address, once there.
    pub address: Option<Address>,
}

pub(super) fn share(model: &Model, env: &Env) -> PageView {
    let Some(setup) = choosing::setup(model, env) else { return no_bank(model) };
    let link = share_link(model);
    let route = |link: &ExamLink| Route::Exam(Box::new(link.clone()));
    PageView::Share(Rc::new(ShareView {
        setup,
        title: model.sharing.title.clone(),
        line: model.sharing.line.clone(),
        by_hand: model.sharing.by_hand.as_deref().and_then(|chosen| by_hand(model, chosen)),
        address: link.as_ref().map(|link| Address::of(model, &route(link))),
        twin: link.as_ref().map(|link| Route::Twin(Box::new(link.clone())).to_string()),
        confirm: link.as_ref().and_then(|link| choosing::confirm(model, link)),
    }))
}

fn by_hand(model: &Model, chosen: &[QuestionNumber]) -> Option<HandView> {
    let index = model.bank.index.as_deref()?;
    let (guide, _) = index.guide(model.draft.guide.as_ref()?)?;
    let asked = || {
        let open = index.entries.iter().filter(|entry| !entry.sealed && entry.tier == Tier::Exam);
        open.filter(move |entry| entry.cell(guide).is_some())
    };
    let is_chosen = |number: &QuestionNumber| chosen.binary_search(number).is_ok();
    let topic = |topic: &crate::bank::Topic| {
        let of_topic =
            || asked().filter(|entry| index.topic_of(entry).is_some_and(|known| known.id == topic.id));
        let count = of_topic().filter(|entry| is_chosen(&entry.number)).count();
        let some = of_topic().next().is_some();
        some.then(|| (topic.id.clone(), topic.title.clone(), u32::try_from(count).unwrap_or(0)))
    };
    let open = model.sharing.topic.clone();
    let of_open =
        asked().filter(|entry| index.topic_of(entry).is_some_and(|known| Some(&known.id) == open.as_ref()));
    let shelf = model.bank.shelf()?;
    let question = |number: QuestionNumber| {
        let words = shelf.question(number).map_or_else(String::new, |(question, _)| question.stem.words());
        (number, words, is_chosen(&number))
    };
    Some(HandView {
        count: u32::try_from(chosen.len()).unwrap_or(u32::MAX),
        topics: index.topics.iter().filter_map(topic).collect(),
        questions: of_open.map(|entry| question(entry.number)).collect(),
        open,
    })
}

pub(super) fn shared(model: &Model) -> PageView {
    let sides: Vec<SharedSide> = model.sharing.opened.iter().map(|opened| side(model, opened)).collect();
    let pair = match model.sharing.opened.as_slice() {
        [first, second] => first.sitting.as_ref().ok().zip(second.sitting.as_ref().ok()),
        _ => None,
    };
    let comparison =
        pair.map(|(first, second)| Box::new(comparison(&[first, second].map(|one| Sitting::clone(one)))));
    PageView::Shared(Rc::new(SharedView { sides, comparison, address: Address::of(model, &model.route) }))
}

fn side(model: &Model, opened: &OpenedCode) -> SharedSide {
    let is = match (&opened.is, &opened.sitting) {
        (None, _) if opened.failed => SharedState::NotHad,
        (None, _) => SharedState::Opening,
        (Some(Opened::Refused(fault)), _) => SharedState::Refused(*fault),
        (Some(Opened::Paper(_)), _) => SharedState::IsPaper,
        (Some(Opened::Handed(handed)), Ok(sitting)) => {
            SharedState::Graded(Rc::new(theirs(model, sitting)), handed.changed)
        }
        (Some(Opened::Handed(handed)), Err(why)) => {
            SharedState::Ungraded(handed.paper.title().to_owned(), *why)
        }
    };
    SharedSide {
        name: opened.handed().map_or_else(String::new, |handed| handed.name.clone()),
        route: Route::Shared(vec![opened.code.clone()]).to_string(),
        exam: opened.handed().and_then(Handed::link).map(|link| Route::Exam(Box::new(link)).to_string()),
        is,
    }
}

/// The result of somebody else: nothing on it is the learner's own.
fn theirs(model: &Model, sitting: &Sitting) -> ResultView {
    let view = result(sitting, model);
    ResultView { next: None, earlier: None, may_go_on: false, sharing: Sharing::Theirs, ..view }
}

pub(super) fn handed_in(model: &Model, sitting: &Sitting) -> HandedInView {
    let unanswered = sitting.positions().filter(|position| sitting.answer(*position).is_empty()).count();
    HandedInView {
        title: sitting.form.guide.title.clone(),
        questions: u32::try_from(sitting.form.len()).unwrap_or(u32::MAX),
        unanswered: u32::try_from(unanswered).unwrap_or(u32::MAX),
        send: send(model, sitting),
    }
}

/// How the shown attempt is sent.
pub(super) fn send(model: &Model, sitting: &Sitting) -> SendView {
    let made =
        model.sharing.handed.as_ref().filter(|(id, _)| *id == sitting.id).map(|(_, made)| made.clone());
    let address = match &made {
        Some(Made::Here(code)) => Some(Address::of(model, &Route::Shared(vec![code.clone()]))),
        _ => None,
    };
    SendView { name: model.sharing.name.clone(), made, address }
}
