//! What learners do at the page of a shell.

use super::shell::Shell;
use invigil_engine::app::Event;
use invigil_engine::ids::{OptionId, Position, SittingId};
use invigil_engine::store::ArchiveKey;
use std::rc::Rc;

impl Shell {
    /// Starts the exam of a link from its confirm page.
    pub(crate) fn sit(&mut self, link: &str) {
        self.visit(link);
        assert_eq!(self.confirm().fault, None, "{link}");
        self.send(Event::LinkStarted);
    }

    pub(crate) fn go(&mut self, place: u16) {
        self.send(Event::QuestionOpened(Position(place)));
    }

    pub(crate) fn choose(&mut self, letter: char) {
        self.send(Event::OptionChosen(OptionId::from_letter(letter).unwrap()));
    }

    /// Answers the question that is shown with its key.
    pub(crate) fn answer_right(&mut self) {
        let question = self.question();
        for option in question.item.question.key().iter() {
            self.send(Event::OptionChosen(option));
        }
    }

    /// Answers the question that is shown with as many options as it wants, but not with its key.
    pub(crate) fn answer_wrong(&mut self) {
        let item = Rc::clone(&self.question().item);
        let key = item.question.key();
        let wrong = item.order.iter().filter(|option| !key.contains(**option));
        let right = item.order.iter().filter(|option| key.contains(**option));
        let wanted = usize::try_from(item.question.wanted()).unwrap();
        for option in wrong.chain(right).take(wanted) {
            self.send(Event::OptionChosen(*option));
        }
    }

    pub(crate) fn submit(&mut self) -> SittingId {
        let id = self.sitting().id.clone();
        self.send(Event::SubmitAsked);
        self.send(Event::SubmitConfirmed);
        id
    }

    /// The text of the newest backup.
    pub(crate) fn backup(&mut self) -> String {
        self.send(Event::BackupAsked);
        self.downloads.last().expect("a download").1.clone()
    }

    /// Loses a record of the archive, as a browser that clears storage does.
    pub(crate) fn lose(&mut self, key: &ArchiveKey) {
        assert!(self.device.archive.remove(&key.to_string()).is_some(), "{key} was there");
    }
}
