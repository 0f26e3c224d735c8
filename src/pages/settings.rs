//! Settings: appearance, the exam's day, keys, backup, erasing.

use super::home::exam_day_field;
use super::setup::group;
use super::{display, heading, hint, keys, sheet};
use crate::app::Dispatch;
use crate::browser::{files, moment};
use crate::components::{Choice, El, button, div, el, field_of, para, row};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::route::Route;
use invigil_engine::view::SettingsView;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// The settings page.
pub(crate) fn settings(view: &SettingsView, dispatch: &Dispatch) -> El {
    let last =
        view.backup.map_or_else(|| text::BACKUP_NEVER.to_owned(), |at| text::backup_last(&moment::day(at)));
    let make = button(dispatch, Event::BackupAsked, "button primary", text::BACKUP_MAKE);
    let check = button(dispatch, Event::CheckAsked, "button", text::CHECK_STORED);
    let backup = div("section", "card")
        .add(el("h2").text(text::BACKUP_TITLE))
        .add(para(text::BACKUP_LEAD))
        .add(hint(last))
        .add(hint(text::BACKUP_IPHONE.to_owned()))
        .add(row(vec![make, restore(dispatch), check]));
    let erase = div("section", "card card-danger")
        .add(el("h2").text(text::ERASE_TITLE))
        .add(para(text::ERASE_LEAD))
        .add(el("p").add(button(dispatch, Event::EraseAsked, "button danger", text::ERASE)));
    sheet("settings", "settings")
        .add(heading(text::SETTINGS_TITLE))
        .list(display::choices(view.theme, view.look, dispatch))
        .add(exam_day_field(view.exam, dispatch))
        .add(group(text::SETUP_GUIDE, "choices", guides(view), dispatch))
        .add(keys::switch(view.keys_off).row(dispatch))
        .add(el("p").add(div("a", "way").set("href", Route::Keys.to_string()).text(text::KEYS_MORE)))
        .add(backup)
        .add(erase)
}

fn radio(name: &'static str, label: String, checked: bool, event: Event) -> Choice {
    Choice { kind: "radio", name, label, hint: String::new(), checked, event }
}

fn guides(view: &SettingsView) -> Vec<Choice> {
    let by_day = text::GUIDE_BY_DAY.to_owned();
    let mut choices = vec![radio("guide", by_day, !view.guide_by_hand, Event::GuideChosen(None))];
    for guide in &view.guides {
        let event = Event::GuideChosen(Some(guide.id.clone()));
        choices.push(radio("guide", guide.title.clone(), view.guide_by_hand && guide.chosen, event));
    }
    choices
}

/// Chooses a backup file.
fn restore(dispatch: &Dispatch) -> El {
    let dispatch = dispatch.clone();
    let chosen = Callback::from(move |event: web_sys::Event| {
        let Some(field) = field_of(&event) else { return };
        let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
        let dispatch = dispatch.clone();
        spawn_local(async move {
            dispatch.emit(files::read(file).await.map_or(Event::BackupTooLarge, Event::BackupChosen));
            // The same file can be chosen again.
            field.set_value("");
        });
    });
    let field = div("input", "visually-hidden").attr("type", "file").attr("accept", ".json,application/json");
    div("label", "button file").text(text::BACKUP_RESTORE).add(field.change(chosen))
}
