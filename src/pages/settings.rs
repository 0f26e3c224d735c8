//! Settings: appearance, the exam's day, keys, backup, erasing.

use super::heading;
use super::home::{exam_day_field, field_of};
use super::setup::group;
use crate::app::Dispatch;
use crate::browser::{files, moment};
use crate::components::{Choice, button};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::store::v1::Theme;
use invigil_engine::view::SettingsView;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The settings page.
pub(crate) fn settings(view: &SettingsView, dispatch: &Dispatch) -> Html {
    let backup =
        view.backup.map_or_else(|| text::BACKUP_NEVER.to_owned(), |at| text::backup_last(&moment::day(at)));
    html! {
        <section key="settings" class="settings">
            { heading(text::SETTINGS_TITLE) }
            { group(text::THEME, "choices chips", themes(view), dispatch) }
            { exam_day_field(view.exam, dispatch) }
            { group(text::SETUP_GUIDE, "choices", guides(view), dispatch) }
            { keys(view).row(dispatch) }
            <section class="card">
                <h2>{ text::BACKUP_TITLE }</h2>
                <p>{ text::BACKUP_LEAD }</p>
                <p class="hint">{ backup }</p>
                <div class="row">
                    { button(dispatch, Event::BackupAsked, "button primary", text::BACKUP_MAKE) }
                    { restore(dispatch) }
                </div>
            </section>
            <section class="card card-danger">
                <h2>{ text::ERASE_TITLE }</h2>
                <p>{ text::ERASE_LEAD }</p>
                <p>{ button(dispatch, Event::EraseAsked, "button danger", text::ERASE) }</p>
            </section>
        </section>
    }
}

fn themes(view: &SettingsView) -> impl Iterator<Item = Choice> {
    let chosen = view.theme;
    let themes =
        [(Theme::Auto, text::THEME_AUTO), (Theme::Light, text::THEME_LIGHT), (Theme::Dark, text::THEME_DARK)];
    themes.into_iter().map(move |(theme, name)| Choice {
        kind: "radio",
        name: "theme",
        label: name.into(),
        hint: "".into(),
        checked: theme == chosen,
        event: Event::ThemeChosen(theme),
    })
}

fn guides(view: &SettingsView) -> impl Iterator<Item = Choice> {
    let choice = |label: AttrValue, checked: bool, event: Event| Choice {
        kind: "radio",
        name: "guide",
        label,
        hint: "".into(),
        checked,
        event,
    };
    let by_day = choice(text::GUIDE_BY_DAY.into(), !view.guide_by_hand, Event::GuideChosen(None));
    let by_hand = view.guides.iter().map(move |guide| {
        let event = Event::GuideChosen(Some(guide.id.clone()));
        choice(guide.title.clone().into(), view.guide_by_hand && guide.chosen, event)
    });
    std::iter::once(by_day).chain(by_hand)
}

fn keys(view: &SettingsView) -> Choice {
    Choice {
        kind: "checkbox",
        name: "keys",
        label: text::KEYS_OFF.into(),
        hint: "".into(),
        checked: view.keys_off,
        event: Event::KeysTurnedOff(!view.keys_off),
    }
}

/// Chooses a backup file.
fn restore(dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: yew::events::Event| {
        let Some(field) = field_of(&event) else { return };
        let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
        let dispatch = dispatch.clone();
        spawn_local(async move {
            dispatch.emit(Event::BackupChosen(files::read(file).await));
            // The same file can be chosen again.
            field.set_value("");
        });
    });
    html! {
        <label class="button file">
            { text::BACKUP_RESTORE }
            <input class="visually-hidden" type="file" accept=".json,application/json" {onchange} />
        </label>
    }
}
