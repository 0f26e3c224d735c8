//! Papers and answers in their codes: made, and opened. Whatever a code holds is hostile until it was looked at.

use crate::markdown::{self, Keys};
use crate::packet::{Kind, pack, unpack};
use crate::{lint, read};
use invigil_engine::ids::Fingerprint;
use invigil_engine::packed::Packed as _;
use invigil_engine::share::draft::{Draft, FindingKind};
use invigil_engine::share::handed::{Handed, clean};
use invigil_engine::share::packet::{Opened, PacketFault};
use invigil_engine::share::paper::{
    MAX_QUESTIONS, MAX_TEXT, MadePaper, OpenedPaper, PaperOrder, PaperPacket,
};
use std::rc::Rc;

/// The longest title, in characters: with it, answers are sound.
const MOST_TITLE: usize = 200;
/// The longest line from a sender, in characters.
const MOST_LINE: usize = 500;
/// The longest time, in minutes: that of an exam link, with extra time.
const MOST_MINUTES: u32 = 1600;

/// The codes of a paper: of those of its questions that can be asked. None without one, or when they are too many for a
/// code.
pub fn make(order: &PaperOrder) -> Option<MadePaper> {
    let mut draft = read(&order.text, order.format);
    draft.questions.retain(invigil_engine::share::draft::DraftQuestion::can_be_asked);
    if draft.questions.is_empty() {
        return None;
    }
    let title = tidy(&order.title, MOST_TITLE);
    let title = if title.is_empty() { tidy(&draft.title, MOST_TITLE) } else { title };
    draft.title = String::new();
    let mut packet = PaperPacket {
        title: title.clone(),
        line: tidy(&order.line, MOST_LINE),
        minutes: order.minutes.filter(|minutes| *minutes > 0).map(|minutes| minutes.min(MOST_MINUTES)),
        reveals: order.reveals,
        wanted: Vec::new(),
        text: markdown::write(&draft, Keys::With),
    };
    let keyed = pack_paper(&packet)?;
    packet.reveals = false;
    packet.wanted = draft.questions.iter().map(|question| question.wanted).collect();
    packet.text = markdown::write(&draft, Keys::Without);
    let assignment = pack_paper(&packet)?;
    draft.title = title;
    Some(MadePaper {
        keyed,
        assignment,
        questions: u32::try_from(draft.questions.len()).ok()?,
        markdown: markdown::write(&draft, Keys::With),
    })
}

/// A line as it is sound: twice, since a blank may come to stand at its end when it is cut.
fn tidy(text: &str, most: usize) -> String {
    clean(&clean(text, most), most)
}

fn pack_paper(packet: &PaperPacket) -> Option<String> {
    (packet.text.len() <= MAX_TEXT).then(|| pack(Kind::Paper, &packet.to_bytes())).flatten()
}

/// The code of answers; none of answers that break the rules.
pub fn hand(handed: &Handed) -> Option<String> {
    handed.is_sound().then(|| pack(Kind::Answers, &handed.to_bytes())).flatten()
}

/// What a code holds.
pub fn open(text: &str) -> Opened {
    let opened = unpack(text).and_then(|(kind, content)| match kind {
        Kind::Paper => open_paper(&content).map(|paper| Opened::Paper(Rc::new(paper))),
        Kind::Answers => {
            let handed = Handed::from_bytes(&content).filter(Handed::is_sound);
            handed.map(|handed| Opened::Handed(Rc::new(handed))).ok_or(PacketFault::Unsound)
        }
    });
    opened.unwrap_or_else(Opened::Refused)
}

fn open_paper(content: &[u8]) -> Result<OpenedPaper, PacketFault> {
    let packet = PaperPacket::from_bytes(content).filter(is_sound).ok_or(PacketFault::Unsound)?;
    let mut draft = markdown::read(&packet.text);
    draft.title = String::new();
    lint::lint(&mut draft);
    if !packet.wanted.is_empty() && !assign(&mut draft, &packet.wanted) {
        return Err(PacketFault::Unsound);
    }
    if !draft.questions.iter().any(invigil_engine::share::draft::DraftQuestion::can_be_asked) {
        return Err(PacketFault::Unsound);
    }
    let printed = [&packet.title, "\n", &markdown::write(&draft, Keys::Without)].concat();
    draft.title.clone_from(&packet.title);
    Ok(OpenedPaper { fingerprint: Fingerprint::of(printed.as_bytes()), draft, packet })
}

fn is_sound(packet: &PaperPacket) -> bool {
    let line = |text: &str, most: usize| clean(text, most) == text;
    line(&packet.title, MOST_TITLE)
        && line(&packet.line, MOST_LINE)
        && packet.minutes.is_none_or(|minutes| (1..=MOST_MINUTES).contains(&minutes))
        && packet.text.len() <= MAX_TEXT
        && packet.wanted.len() <= MAX_QUESTIONS
        && (packet.wanted.is_empty() || !packet.reveals)
}

/// Says of each question how many options it wants, since its key is elsewhere; whether that is sound.
fn assign(draft: &mut Draft, wanted: &[u8]) -> bool {
    if draft.questions.len() != wanted.len() {
        return false;
    }
    for (question, wanted) in draft.questions.iter_mut().zip(wanted) {
        question.wanted = *wanted;
        question.findings.retain(|finding| finding.kind != FindingKind::NoKey);
        let keyed = question.options.iter().any(|option| option.correct);
        if keyed || !(1..question.options.len()).contains(&usize::from(*wanted)) {
            return false;
        }
    }
    true
}
