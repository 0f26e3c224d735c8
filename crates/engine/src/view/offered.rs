//! The view of the set-up page, kept as long as what it is made from stays the same: it takes the draw of a paper and
//! the counts of all topics, and is asked for at every chunk of the bank that arrives, and twice a second after.

use super::SetupView;
use crate::app::{Model, SetupDraft};
use crate::bank::{BankIndex, Blueprint};
use crate::exposure::Exposures;
use crate::ids::GuideId;
use std::cell::RefCell;
use std::rc::Rc;

/// The view that was made last, with what it was made from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Offered(RefCell<Option<(Basis, Rc<SetupView>)>>);

/// All that the view is made from, but where the questions are and whether an exam can begin: these are set anew.
#[derive(Clone, Debug)]
struct Basis {
    /// Held, so that no other index can come to lie where it lies.
    index: Rc<BankIndex>,
    guide: GuideId,
    draft: SetupDraft,
    exposures: Exposures,
}

impl Basis {
    fn is(&self, model: &Model, index: &Rc<BankIndex>, guide: &Blueprint) -> bool {
        Rc::ptr_eq(&self.index, index)
            && self.guide == guide.id
            && self.draft == model.draft
            && self.exposures == model.exposures
    }
}

impl Offered {
    /// The view that is kept, if it is made from the same.
    pub(super) fn kept(
        &self,
        model: &Model,
        index: &Rc<BankIndex>,
        guide: &Blueprint,
    ) -> Option<Rc<SetupView>> {
        let kept = self.0.borrow();
        kept.as_ref().filter(|(basis, _)| basis.is(model, index, guide)).map(|(_, view)| Rc::clone(view))
    }

    /// Keeps a view.
    pub(super) fn keep(&self, model: &Model, index: &Rc<BankIndex>, guide: &Blueprint, view: &Rc<SetupView>) {
        let basis = Basis {
            index: Rc::clone(index),
            guide: guide.id.clone(),
            draft: model.draft.clone(),
            exposures: model.exposures.clone(),
        };
        self.0.replace(Some((basis, Rc::clone(view))));
    }
}
