//! The keys: what each one does, where, and how it is changed.

use super::{heading, hint, sheet};
use crate::app::Dispatch;
use crate::components::{Choice, El, Kept, button, button_if, div, el, para};
use crate::text;
use invigil_engine::app::Event;
use invigil_engine::keys::{Command, KeyMap, Row};
use invigil_engine::view::KeysView;
use web_sys::KeyboardEvent;
use yew::Callback;

/// The page of the keys.
pub(crate) fn keys(view: &KeysView, dispatch: &Dispatch) -> El {
    let waits = view.change.waits();
    let rows = view.keys.rows().map(|(row, key)| self::row(row, key, waits, dispatch));
    let digits = line(text::KEYS_DIGITS, text::KEYS_OPTION.to_owned(), text::KEYS_AT_QUESTION);
    let told = div("p", "told").attr("role", "status").words(text::key_change(view.change));
    let changed = view.keys.to_text().is_some();
    sheet("keys", "keys-page")
        .add(heading(text::KEYS_TITLE))
        .add(div("p", "lead").text(text::KEYS_LEAD))
        .add(switch(view.off).row(dispatch))
        .add(told)
        .add(div("ul", "key-rows").list(std::iter::once(digits.key("digits")).chain(rows).collect()))
        .add(el("p").add(button_if(dispatch, Event::KeysReset, "button", text::KEYS_RESET, changed)))
        .add(para(text::KEYS_FIXED))
}

/// The switch that turns single keys off.
pub(super) fn switch(off: bool) -> Choice {
    Choice {
        kind: "checkbox",
        name: "keys",
        label: text::KEYS_OFF.to_owned(),
        hint: String::new(),
        checked: off,
        event: Event::KeysTurnedOff(!off),
    }
}

/// The keys in short, beside a question; none when they are turned off.
pub(super) fn help(keys: Option<KeyMap>) -> El {
    let fold = div("details", "fold keys-fold").add(el("summary").attr("id", "keys").text(text::KEYS_TITLE));
    fold.node(HELP.with(|help| help.of(keys, |keys| in_short(*keys))))
}

thread_local! {
    static HELP: Kept<Option<KeyMap>> = const { Kept::new() };
}

fn in_short(keys: Option<KeyMap>) -> El {
    let Some(keys) = keys else { return hint(text::KEYS_ARE_OFF.to_owned()) };
    let entry = |key: String, act: &'static str| {
        el("div").add(el("dt").add(el("kbd").words(key))).add(el("dd").text(act))
    };
    let named =
        keys.rows().filter_map(|(row, key)| Some(entry(key?.to_string(), text::command(row.command))));
    let digits = entry(text::KEYS_DIGITS.to_owned(), text::KEYS_OPTION);
    div("dl", "keys").list(std::iter::once(digits).chain(named).collect())
}

fn line(key: &str, name: String, place: &'static str) -> El {
    el("li")
        .add(el("kbd").words(key.to_owned()))
        .add(el("span").words(name).add(div("span", "hint").text(place)))
}

/// A command with its key, and the button that waits for another.
fn row(row: &'static Row, key: Option<char>, waits: Option<Command>, dispatch: &Dispatch) -> El {
    let waiting = waits == Some(row.command);
    let name = text::command(row.command);
    let wanted = Event::KeyWanted((!waiting).then_some(row.command));
    let (words, spoken) = if waiting {
        (text::KEY_PRESS, text::key_press_for(name))
    } else {
        (text::KEY_CHANGE, text::key_change_for(name))
    };
    let mut change = button(dispatch, wanted, "button small", words)
        .set("aria-label", spoken)
        .attr("aria-pressed", if waiting { "true" } else { "false" });
    if waiting {
        change = change.pressed(listen(dispatch));
    }
    let key = key.map_or_else(|| text::KEY_NONE.to_owned(), |key| key.to_string());
    line(&key, name.to_owned(), text::place(row.place)).add(change).key(name)
}

/// Takes every key for the command that waits, but the one that moves on.
fn listen(dispatch: &Dispatch) -> Callback<KeyboardEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: KeyboardEvent| {
        let key = crate::keys::sign(&event);
        event.stop_propagation();
        if key != "Tab" {
            event.prevent_default();
        }
        let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
        dispatch.emit(match key.as_str() {
            "Escape" => Event::KeyWanted(None),
            _ if modified => Event::KeyGiven("Control".to_owned()),
            _ => Event::KeyGiven(key),
        });
    })
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests;
