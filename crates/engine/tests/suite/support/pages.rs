//! What the page of a shell shows, or that it shows another one.

use super::shell::Shell;
use invigil_engine::view::{
    BankView, ConfirmView, HomeView, PageView, QuestionView, ResultView, ReviewView, SetupView,
};
use std::rc::Rc;

impl Shell {
    #[track_caller]
    pub(crate) fn home(&self) -> Rc<HomeView> {
        match self.view().page {
            PageView::Home(home) => home,
            other => panic!("home is not shown: {other:?}"),
        }
    }

    #[track_caller]
    pub(crate) fn bank(&self) -> Rc<BankView> {
        match self.view().page {
            PageView::Bank(bank) => bank,
            other => panic!("the page about the bank is not shown: {other:?}"),
        }
    }

    #[track_caller]
    pub(crate) fn setup(&self) -> Rc<SetupView> {
        match self.view().page {
            PageView::Setup(setup) => setup,
            other => panic!("the set-up page is not shown: {other:?}"),
        }
    }

    #[track_caller]
    pub(crate) fn confirm(&self) -> Rc<ConfirmView> {
        match self.view().page {
            PageView::Confirm(confirm) => confirm,
            other => panic!("the confirm page is not shown: {other:?}"),
        }
    }

    #[track_caller]
    pub(crate) fn question(&self) -> Rc<QuestionView> {
        match self.view().page {
            PageView::Sitting(sitting) => Rc::clone(&sitting.question),
            other => panic!("no question is shown at {}: {other:?}", self.address()),
        }
    }

    #[track_caller]
    pub(crate) fn review(&self) -> Rc<ReviewView> {
        match self.view().page {
            PageView::Review(review) => review,
            other => panic!("the review is not shown: {other:?}"),
        }
    }

    /// Whether the history knows of no question, objection or bookmark.
    pub(crate) fn model_seen_nothing(&self) -> bool {
        self.device.archived("exposures").iter().all(|key| self.device.archive[key].is_empty())
    }

    #[track_caller]
    pub(crate) fn result(&self) -> Rc<ResultView> {
        match self.view().page {
            PageView::Result(result) => result,
            other => panic!("no result is shown at {}: {other:?}", self.address()),
        }
    }
}
