//! Sharing without a server: exam links with words, results and papers as codes, and a class.
//!
//! Codes, QR codes, formats and figures are made by the module of tools; here is what is asked of it and what its answers
//! change. Nothing of this is kept but the paper in the making.

mod class;
mod desk;
mod link;
mod opened;
mod own;

pub(crate) use class::Class;
pub(crate) use desk::Desk;
pub(crate) use link::share_link;
pub(crate) use opened::OpenedCode;
pub use opened::Ungraded;
pub(super) use opened::codes_in;

use super::{Effect, Model};
use crate::Env;
use crate::ids::{Fingerprint, QuestionNumber, SittingId, TopicId};
use crate::packed::{Packed as _, packed_fields, packed_variants};
use crate::route::Route;
use crate::share::class::Table;
use crate::share::draft::Format;

/// What a learner or a teacher does on the pages of sharing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SharingEvent {
    /// The title of the link was typed.
    TitleTyped(String),
    /// The line to its receiver was typed.
    LineTyped(String),
    /// Questions are chosen by hand, or drawn again.
    ByHand(bool),
    /// The questions of a topic are to be shown, to choose from.
    TopicOpened(Option<TopicId>),
    /// A question was chosen by hand, or no longer.
    Picked(QuestionNumber, bool),
    /// The name under which a result is sent was typed.
    NameTyped(String),
    /// The code of the shown result is wanted.
    HandAsked,
    /// A text with another result, to stand beside the one that is shown.
    BesidePasted(String),
    /// A text with the paper that a shown result was sat on, key and all.
    KeyPasted(String),
    /// The paper of the address is to be sat.
    PaperStarted,
    /// The QR code of an address is wanted, or no longer.
    QrAsked(Option<String>),
    /// An address of the page is wanted on the clipboard.
    CopyAsked(String),
    /// An address of the page is to be handed to the system.
    ShareAsked(String),
    /// The questions of a paper in the making were typed.
    Written(String),
    /// A file with questions was chosen; what it holds is added to what is there.
    FileRead(String),
    /// The format of the questions was chosen; none to find it out.
    FormatChosen(Option<Format>),
    /// All questions are to be written anew in Markdown.
    TidyAsked,
    /// The title of the paper was typed.
    PaperTitled(String),
    /// The line to its receiver was typed.
    PaperLined(String),
    /// Its time was chosen.
    PaperTimed(Option<u32>),
    /// Whether its reasons are shown as it goes.
    PaperReveals(bool),
    /// The links of the paper are wanted.
    MakeAsked,
    /// The questions are wanted as a file.
    FileAsked(Format),
    /// Texts with codes of a class.
    CodesGiven(String),
    /// Reading them is to stop.
    ReadingStopped,
    /// The answers of somebody are left out.
    PersonLeftOut(usize),
    /// All that was taken in is forgotten.
    ClassCleared,
    /// Names are to stand in the tables of the class.
    NamesWanted(bool),
    /// A table of the class is wanted as a file.
    TableAsked(Table),
    /// The form that is shown.
    FormChosen(usize),
}

impl SharingEvent {
    /// The same without what was typed, pasted or read from a file.
    pub(super) fn without_words(&self) -> Self {
        let none = String::new();
        match self {
            Self::NameTyped(_) => Self::NameTyped(none),
            Self::BesidePasted(_) => Self::BesidePasted(none),
            Self::KeyPasted(_) => Self::KeyPasted(none),
            Self::Written(_) => Self::Written(none),
            Self::FileRead(_) => Self::FileRead(none),
            Self::CodesGiven(_) => Self::CodesGiven(none),
            other => other.clone(),
        }
    }
}

/// A tool that is asked; its number is that of `crates/tools`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareTool {
    /// Reads questions: format and text in, [`crate::share::draft::Draft`] out.
    Draft = 5,
    /// Makes the codes of a paper: [`crate::share::paper::PaperOrder`] in, [`crate::share::paper::MadePaper`] out.
    Make = 6,
    /// Makes the code of a result: [`crate::share::handed::Handed`] and the form, if it is one's own, in; text out.
    Hand = 7,
    /// Opens codes: texts in, as many [`crate::share::packet::Opened`] out.
    Open = 8,
    /// Makes a QR code: a text in, [`Qr`] out.
    Qr = 9,
    /// Reckons what a class says: [`crate::share::class::ClassInput`] in, [`crate::share::class::ClassReport`] out.
    Class = 10,
    /// Writes a table of it: the same, which one, and whether with names in; text out.
    Table = 11,
    /// Writes questions in a format: an order and the format in; text out.
    Write = 12,
}

/// A QR code: dark and light squares, and how long the text in it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Qr {
    /// Squares on a side.
    pub side: u32,
    /// For each row the runs of squares, light first.
    pub rows: Vec<Vec<u32>>,
    /// Characters of the text.
    pub length: u32,
}

packed_fields!(Qr { side, rows, length });

packed_variants!(SharingEvent, Self::HandAsked, {
    0 => TitleTyped(text),
    1 => LineTyped(text),
    2 => ByHand(on),
    3 => TopicOpened(topic),
    4 => Picked(number, on),
    5 => NameTyped(text),
    6 => HandAsked,
    7 => BesidePasted(text),
    8 => KeyPasted(text),
    9 => PaperStarted,
    10 => QrAsked(route),
    11 => CopyAsked(route),
    12 => ShareAsked(route),
    13 => Written(text),
    14 => FileRead(text),
    15 => FormatChosen(format),
    16 => TidyAsked,
    17 => PaperTitled(text),
    18 => PaperLined(text),
    19 => PaperTimed(minutes),
    20 => PaperReveals(on),
    21 => MakeAsked,
    22 => FileAsked(format),
    23 => CodesGiven(text),
    24 => ReadingStopped,
    25 => PersonLeftOut(place),
    26 => ClassCleared,
    27 => NamesWanted(on),
    28 => TableAsked(table),
    29 => FormChosen(place),
});

/// What an answer of a tool is for.
#[derive(Clone, Debug)]
enum Order {
    /// The QR code of an address.
    Qr(String),
    /// The code of an attempt.
    Hand(SittingId),
    /// These codes, which were those of the address.
    Open(Vec<String>),
    /// The papers that came inside them.
    Inner(Vec<String>),
    /// The paper that a shown result was sat on.
    Key,
    /// The questions of the paper in the making, as they are.
    Draft,
    /// The links of the paper in the making, as it was after so many changes.
    Make(u32),
    /// The paper in the making, written anew, as it was after so many changes.
    Tidy(u32),
    /// The paper in the making, as a file of a name.
    File(String),
    /// Codes of a class.
    Read,
    /// Papers that came inside codes of a class, by what their codes hash to.
    Papers(Vec<Fingerprint>),
    /// What the class says.
    Class,
    /// A table of it, as a file of a name.
    Table(String),
}

/// What is at hand on the pages of sharing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sharing {
    turn: u32,
    orders: Vec<(u32, Order)>,
    /// The words of the link.
    pub(crate) title: String,
    pub(crate) line: String,
    /// Questions chosen by hand, rising; none where they are drawn.
    pub(crate) by_hand: Option<Vec<QuestionNumber>>,
    /// The topic whose questions are shown to choose from.
    pub(crate) topic: Option<TopicId>,
    /// The address whose QR code is shown, and it; none while it is made or could not be.
    pub(crate) qr: Option<(String, QrState)>,
    /// The address that is being sent.
    pub(super) sent: Option<Route>,
    /// The name under which results are sent.
    pub(crate) name: String,
    /// The attempt whose code was wanted, and it.
    pub(crate) handed: Option<(SittingId, Made)>,
    /// The codes of the address.
    pub(crate) opened: Vec<OpenedCode>,
    pub(crate) desk: Desk,
    pub(crate) class: Class,
}

/// A QR code on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QrState {
    /// It is being made.
    Asked,
    /// The text is too long for one, or the tool could not be had.
    NotHad,
    /// It.
    Here(Qr),
}

/// A code on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// It is being made.
    Asked,
    /// The tool could not be had.
    NotHad,
    /// It.
    Here(String),
}

pub(super) fn happened(model: &mut Model, event: SharingEvent, env: &Env) {
    match event {
        SharingEvent::TitleTyped(text) => link::titled(model, &text),
        SharingEvent::LineTyped(text) => link::lined(model, &text),
        SharingEvent::ByHand(on) => link::by_hand(model, on),
        SharingEvent::TopicOpened(topic) => model.sharing.topic = topic,
        SharingEvent::Picked(number, on) => link::picked(model, number, on),
        SharingEvent::NameTyped(text) => own::named(model, &text),
        SharingEvent::HandAsked => own::hand_wanted(model),
        SharingEvent::BesidePasted(text) => opened::beside(model, &text),
        SharingEvent::KeyPasted(text) => opened::key_given(model, text),
        SharingEvent::PaperStarted => own::paper_started(model, env),
        SharingEvent::QrAsked(route) => qr_wanted(model, route),
        SharingEvent::CopyAsked(route) => send(model, &route, Effect::CopyLink),
        SharingEvent::ShareAsked(route) => send(model, &route, Effect::ShareLink),
        SharingEvent::CodesGiven(text) => class::given(model, &text, env),
        SharingEvent::ReadingStopped => class::stopped(model, env),
        SharingEvent::PersonLeftOut(place) => class::left_out(model, place, env),
        SharingEvent::ClassCleared => class::cleared(model),
        SharingEvent::NamesWanted(on) => model.sharing.class.names = on,
        SharingEvent::TableAsked(table) => class::table_wanted(model, table),
        SharingEvent::FormChosen(place) => model.sharing.class.form = place,
        of_desk => desk::happened(model, of_desk),
    }
}

/// A tool answered; nothing when it could not be had, or refused.
pub(super) fn answered(model: &mut Model, turn: u32, output: Option<Vec<u8>>, env: &Env) {
    let orders = &mut model.sharing.orders;
    let Some(place) = orders.iter().position(|(known, _)| *known == turn) else { return };
    let (_, order) = orders.remove(place);
    match order {
        Order::Qr(route) => qr_made(model, &route, output),
        Order::Hand(id) => own::handed(model, &id, output),
        Order::Open(codes) => opened::answered(model, &codes, output),
        Order::Inner(codes) => opened::inner_answered(model, &codes, output),
        Order::Key => opened::key_answered(model, output),
        Order::Draft => desk::drafted(model, output),
        Order::Make(change) => desk::made(model, change, output),
        Order::Tidy(change) => desk::tidied(model, change, output),
        Order::File(name) | Order::Table(name) => written(model, name, output),
        Order::Read => class::read(model, output, env),
        Order::Papers(hashes) => class::papers_read(model, &hashes, output, env),
        Order::Class => class::reckoned(model, output),
    }
}

/// Asks a tool.
fn ask(model: &mut Model, tool: ShareTool, input: Vec<u8>, order: Order) {
    let turn = next_turn(model, order);
    model.then(Effect::ShareTool { turn, tool, input });
}

fn next_turn(model: &mut Model, order: Order) -> u32 {
    let sharing = &mut model.sharing;
    sharing.turn = sharing.turn.wrapping_add(1);
    sharing.orders.push((sharing.turn, order));
    sharing.turn
}

/// A file was written by a tool: it is handed to the learner.
fn written(model: &mut Model, name: String, output: Option<Vec<u8>>) {
    match output.and_then(|bytes| String::from_bytes(&bytes)) {
        Some(text) => model.then(Effect::HandFile { name, text }),
        None => model.tell(super::Notice::ToolMissing),
    }
}

/// Sends an address in some way.
fn send(model: &mut Model, route: &str, way: fn(Route) -> Effect) {
    let route = Route::parse(route);
    model.sharing.sent = Some(route.clone());
    model.then(way(route));
}

fn qr_wanted(model: &mut Model, route: Option<String>) {
    model.sharing.qr = route.clone().map(|route| (route, QrState::Asked));
    if let Some(route) = route {
        let turn = next_turn(model, Order::Qr(route.clone()));
        model.then(Effect::Qr { turn, route: Route::parse(&route) });
    }
}

fn qr_made(model: &mut Model, route: &str, output: Option<Vec<u8>>) {
    if let Some((wanted, state)) = &mut model.sharing.qr
        && wanted == route
    {
        let qr = output.and_then(|bytes| Option::<Qr>::from_bytes(&bytes)).flatten();
        *state = qr.map_or(QrState::NotHad, QrState::Here);
    }
}

/// The address changed to one of these pages.
pub(super) fn routed(model: &mut Model, env: &Env) {
    let codes = match &model.route {
        Route::Shared(codes) => codes.clone(),
        Route::OwnPaper(code) | Route::OwnTwin(code) => vec![code.clone()],
        _ => Vec::new(),
    };
    if !codes.is_empty() {
        opened::wanted(model, &codes);
    }
    match &model.route {
        Route::Papers => desk::opened(model),
        Route::Class => class::settle(model, env),
        // What is printed leads back to what is sat.
        Route::Twin(link) => {
            let exam = Route::Exam(link.clone()).to_string();
            qr_wanted(model, Some(exam));
        }
        Route::OwnTwin(code) => {
            let paper = Route::OwnPaper(code.clone()).to_string();
            qr_wanted(model, Some(paper));
        }
        _ => {}
    }
}

/// The bank is there: what waited for it goes on.
pub(super) fn bank_arrived(model: &mut Model, env: &Env) {
    opened::settle(model);
    if model.route == Route::Class {
        class::settle(model, env);
    }
}

pub(super) fn desk_loaded(model: &mut Model, text: Option<&str>) {
    desk::loaded(model, text);
}
