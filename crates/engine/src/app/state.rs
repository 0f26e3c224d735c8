//! How far things are: the states of the model's parts.

use super::owner::Owner;
use crate::bank::Report;
use crate::ids::SittingId;
use crate::sitting::{ExamClock, Sitting};
use crate::store::StorageFault;
use crate::store::v1::SittingV1;
use crate::time::Millis;
use std::rc::Rc;

/// Whether the archive gave the history with the bank. Until then nothing may be written over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HistoryRead {
    /// Not yet.
    NotYet,
    /// Not yet, and something was added that is to be written then.
    Owed,
    /// It did.
    Yes,
}

/// Whether the learner said that the exam is to be left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Leaving {
    /// Not, so who comes away from it is asked.
    #[default]
    NotSaid,
    /// By the button for it.
    Said,
}

/// Who told of the sitting that is being restored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FoundBy {
    /// What is stored: nobody may be at work on it.
    Storage,
    /// Another tab, which is at work on it.
    Neighbour,
}

/// Whether the journals were read. Until then nobody knows whether an exam runs, so none begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum JournalState {
    /// Not yet; with the moment since when it is waited for.
    Asked(Option<Millis>),
    /// They were, or the browser did not give them.
    Read,
}

/// How far the report on the bank is.
#[derive(Clone, Debug)]
pub(crate) enum ReportRead {
    /// It is on its way.
    Asked,
    /// It did not arrive, or cannot be read, or there is none.
    Missing,
    /// It.
    Here(Rc<Report>),
}

/// Where the page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// In a window of its own, or in a frame of its own site.
    Own,
    /// In a frame of another site: no exam is sat there.
    Foreign,
}

/// Whether this release is on the device whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offline {
    /// Not yet, or not known.
    NotYet,
    /// It is.
    Ready,
    /// It could not be stored.
    Failed,
}

/// The sitting at work.
#[derive(Clone, Debug)]
pub(crate) enum Running {
    /// None.
    None,
    /// One was found at the start, and its paper is being looked for.
    Restoring(Box<SittingV1>),
    /// One whose paper was not found: its record is kept, and set aside when another exam begins.
    Lost(Box<SittingV1>),
    /// One.
    Yes(Box<AtWork>),
}

/// A sitting and its clock.
#[derive(Clone, Debug)]
pub(crate) struct AtWork {
    pub(crate) sitting: Sitting,
    pub(crate) clock: ExamClock,
    /// How many tabs have owned it, up to the one that wrote last.
    pub(super) epoch: u32,
    pub(crate) owner: Owner,
}

impl AtWork {
    /// Whether another tab owns it.
    pub(crate) fn is_elsewhere(&self) -> bool {
        self.owner == Owner::Elsewhere
    }
}

/// The attempt on the result page.
#[derive(Clone, Debug)]
pub(crate) enum Shown {
    /// None.
    None,
    /// Its records are being looked for.
    Looking {
        /// Which attempt.
        id: SittingId,
        /// Its log, once found.
        stored: Option<Box<SittingV1>>,
    },
    /// It.
    Attempt(Box<Sitting>),
    /// It is not on this device, or its paper is gone.
    Gone(SittingId),
}

impl Shown {
    /// Which attempt is shown, looked for or missed.
    pub(crate) fn id(&self) -> Option<&SittingId> {
        match self {
            Self::None => None,
            Self::Looking { id, .. } | Self::Gone(id) => Some(id),
            Self::Attempt(sitting) => Some(&sitting.id),
        }
    }
}

/// Where the running sitting is kept, with all that was done in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// On the disk: not even a browser that is killed loses it.
    Safely,
    /// It is on its way to the disk.
    NotYet,
    /// In local storage alone, which browsers write late.
    Loosely,
    /// Nowhere.
    Nowhere(StorageFault),
}

/// An open dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Hand in?
    Submit,
    /// Erase everything?
    Erase,
    /// The exam goes on while one is elsewhere: leave it?
    Leave,
}
