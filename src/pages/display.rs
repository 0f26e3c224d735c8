//! The choices of the look: on the settings page, and in a fold beside a question. What is chosen is seen at once.

use super::setup::group;
use crate::app::Dispatch;
use crate::components::{Choice, El, told_fold};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::look::{Look, LookChange, Size, Switch};
use invigil_engine::store::v1::Theme;

/// All choices.
pub(super) fn choices(theme: Theme, look: Look, dispatch: &Dispatch) -> Vec<El> {
    let size = |size: Size| {
        let event = Event::LookChanged(LookChange::Size(size));
        choice("radio", "size", text::size(size), size == look.size, event)
    };
    let switch = |switch: Switch| {
        let (name, hint) = text::switch(switch);
        let event = Event::LookChanged(LookChange::Switch(switch, !look.has(switch)));
        Choice {
            hint: hint.to_owned(),
            ..choice("checkbox", "switch", name.to_owned(), look.has(switch), event)
        }
    };
    vec![
        group(text::THEME, "choices chips", themes(theme), dispatch),
        group(text::SIZE, "choices chips", Size::ALL.map(size).into(), dispatch),
        group(text::DISPLAY, "choices switches", Switch::ALL.map(switch).into(), dispatch),
    ]
}

/// The fold beside a question; what is in it is made when it is opened.
pub(super) fn fold(look: Option<(Theme, Look)>, dispatch: &Dispatch) -> El {
    let inside = look.map_or_else(Vec::new, |(theme, look)| choices(theme, look, dispatch));
    told_fold("fold display-fold", text::DISPLAY.to_owned(), look.is_some(), dispatch, Event::LookFolded)
        .list(inside)
}

fn choice(kind: &'static str, name: &'static str, label: String, checked: bool, event: Event) -> Choice {
    Choice { kind, name, label, hint: String::new(), checked, event }
}

fn themes(shown: Theme) -> Vec<Choice> {
    let themes =
        [(Theme::Auto, text::THEME_AUTO), (Theme::Light, text::THEME_LIGHT), (Theme::Dark, text::THEME_DARK)];
    let one = |(theme, name): (Theme, &str)| {
        choice("radio", "theme", name.to_owned(), theme == shown, Event::ThemeChosen(theme))
    };
    themes.map(one).into()
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests;
