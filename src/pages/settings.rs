//! Settings: appearance, the exam's day, keys, backup, erasing.

use super::heading;
use super::home::ExamDayField;
use super::setup::Choice;
use crate::browser::{files, moment};
use crate::components::{Send, use_dispatch};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::store::v1::Theme;
use invigil_engine::view::SettingsView;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct SettingsProps {
    /// What is shown.
    pub(crate) view: Rc<SettingsView>,
}

/// The settings page.
#[component]
pub(crate) fn Settings(props: &SettingsProps) -> Html {
    let view = &props.view;
    let theme = |theme: Theme, name: &'static str| {
        html! {
            <Choice kind="radio" name="theme" label={name} hint="" checked={view.theme == theme} event={Event::ThemeChosen(theme)} />
        }
    };
    html! {
        <section class="settings">
            { heading(text::SETTINGS_TITLE) }
            <fieldset>
                <legend>{ text::THEME }</legend>
                <div class="choices chips">
                    { theme(Theme::Auto, text::THEME_AUTO) }
                    { theme(Theme::Light, text::THEME_LIGHT) }
                    { theme(Theme::Dark, text::THEME_DARK) }
                </div>
            </fieldset>
            <ExamDayField exam={view.exam} />
            <fieldset>
                <legend>{ text::SETUP_GUIDE }</legend>
                <div class="choices">
                    <Choice kind="radio" name="guide" label={text::GUIDE_BY_DAY} hint="" checked={!view.guide_by_hand} event={Event::GuideChosen(None)} />
                    { for view.guides.iter().map(|guide| html! {
                        <Choice
                            key={guide.id.as_str()} kind="radio" name="guide" label={guide.title.clone()} hint=""
                            checked={view.guide_by_hand && guide.chosen} event={Event::GuideChosen(Some(guide.id.clone()))}
                        />
                    }) }
                </div>
            </fieldset>
            <Choice kind="checkbox" name="keys" label={text::KEYS_OFF} hint="" checked={view.keys_off} event={Event::KeysTurnedOff(!view.keys_off)} />
            <section class="card">
                <h2>{ text::BACKUP_TITLE }</h2>
                <p>{ text::BACKUP_LEAD }</p>
                <p class="hint">
                    { view.backup.map_or_else(|| text::BACKUP_NEVER.to_owned(), |at| text::backup_last(&moment::day(at))) }
                </p>
                <div class="row">
                    <Send event={Event::BackupAsked} class="button primary">{ text::BACKUP_MAKE }</Send>
                    <Restore />
                </div>
            </section>
            <section class="card card-danger">
                <h2>{ text::ERASE_TITLE }</h2>
                <p>{ text::ERASE_LEAD }</p>
                <p><Send event={Event::EraseAsked} class="button danger">{ text::ERASE }</Send></p>
            </section>
        </section>
    }
}

/// Chooses a backup file.
#[component]
fn Restore() -> Html {
    let dispatch = use_dispatch();
    let onchange = use_callback(dispatch, |event: yew::events::Event, dispatch| {
        let field: HtmlInputElement = event.target_unchecked_into();
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
