//! The pages, one to a file: a view in, elements out.

mod about;
mod confirm;
mod history;
mod home;
mod plain;
mod result;
mod review;
mod settings;
mod setup;
mod sitting;

use invigil_engine::view::PageView;
use std::rc::Rc;
use yew::prelude::*;

/// The page of a view.
pub(crate) fn page_of(page: &PageView) -> Html {
    match page {
        PageView::Home(view) => html! { <home::Home view={Rc::clone(view)} /> },
        PageView::Setup(view) => html! { <setup::Setup view={Rc::clone(view)} /> },
        PageView::Confirm(view) => html! { <confirm::Confirm view={Rc::clone(view)} /> },
        PageView::BadLink(fault) => html! { <confirm::BadLink fault={fault.clone()} /> },
        PageView::Sitting(view) => html! { <sitting::Sitting view={Rc::clone(view)} /> },
        PageView::Review(view) => html! { <review::Review view={Rc::clone(view)} /> },
        PageView::NoSitting(last) => html! { <plain::NoSitting last={last.clone()} /> },
        PageView::Result(view) => {
            html! { <result::ResultPage key={view.id.as_str()} view={Rc::clone(view)} /> }
        }
        PageView::NoAttempt => html! { <plain::NoAttempt /> },
        PageView::History(rows) => html! { <history::History rows={Rc::clone(rows)} /> },
        PageView::Settings(view) => html! { <settings::Settings view={Rc::clone(view)} /> },
        PageView::About(view) => html! { <about::About view={Rc::clone(view)} /> },
        PageView::Waiting => html! { <plain::Waiting /> },
        PageView::NotFound(path) => html! { <plain::NotFound path={path.clone()} /> },
    }
}

/// The heading of a page, to which the focus goes when the page opens.
pub(crate) fn heading(text: impl Into<AttrValue>) -> Html {
    html! { <h1 id="page-heading" tabindex="-1">{ text.into() }</h1> }
}
