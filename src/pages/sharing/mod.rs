//! The pages of sharing, and what they have in common: an address that can be sent, and a result on its way to somebody.

pub(super) mod class;
pub(super) mod desk;
pub(super) mod link;
pub(super) mod own;
pub(super) mod sent;
#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests;
pub(super) mod twin;

use super::{heading, hint, sheet};
use crate::app::Dispatch;
use crate::browser::{address, files, sharing};
use crate::components::{El, button, div, el, field_of, row};
use crate::text;
use invigil_engine::app::{Event, Made, QrState, SharingEvent};
use invigil_engine::route::Route;
use invigil_engine::view::{Address, SendView};
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::Callback;

fn send(event: SharingEvent) -> Event {
    Event::Sharing(event)
}

/// A section with its title.
fn part(id: &'static str, title: &'static str) -> El {
    div("section", "card").attr("aria-labelledby", id).add(el("h2").attr("id", id).text(title))
}

/// A line of text that is typed.
fn line_field(
    label: &'static str,
    value: &str,
    most: &'static str,
    dispatch: &Dispatch,
    typed: fn(String) -> SharingEvent,
) -> El {
    let dispatch = dispatch.clone();
    let typed = Callback::from(move |event: web_sys::InputEvent| {
        if let Some(field) = field_of(&event) {
            dispatch.emit(send(typed(field.value())));
        }
    });
    let field =
        div("input", "field").attr("type", "text").attr("maxlength", most).attr("autocomplete", "off");
    div("label", "labelled").add(el("span").text(label)).add(field.value(value.to_owned()).typed(typed))
}

/// A field for pasted text with its button: what it holds is sent when the button is pressed.
fn paste_form(
    id: &'static str,
    label: &'static str,
    press: &'static str,
    dispatch: &Dispatch,
    pasted: fn(String) -> SharingEvent,
) -> El {
    let dispatch = dispatch.clone();
    let given = Callback::from(move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let field = crate::browser::page::document().and_then(|document| document.get_element_by_id(id));
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
            dispatch.emit(send(pasted(field.value())));
            field.set_value("");
        }
    });
    let field = div("textarea", "field").attr("id", id).attr("rows", "3").attr("spellcheck", "false");
    div("form", "pasting")
        .submitted(given)
        .add(div("label", "labelled").attr("for", id).add(el("span").text(label)))
        .add(field)
        .add(div("button", "button").attr("type", "submit").text(press))
}

/// A field for files, on which they can be dropped: each is read as text and sent.
fn file_field(
    label: &'static str,
    accept: &'static str,
    dispatch: &Dispatch,
    read: fn(String) -> SharingEvent,
) -> El {
    let dispatch = dispatch.clone();
    let chosen = Callback::from(move |event: web_sys::Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(list) = field.as_ref().and_then(HtmlInputElement::files) else { return };
        let files: Vec<web_sys::File> = (0..list.length()).filter_map(|place| list.get(place)).collect();
        let dispatch = dispatch.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let mut all = Vec::new();
            for file in files {
                all.extend(files::read(file).await);
            }
            if !all.is_empty() {
                dispatch.emit(send(read(all.join("\n\n"))));
            }
        });
        if let Some(field) = field {
            // The same file can be chosen again.
            field.set_value("");
        }
    });
    let field = div("input", "drop").attr("type", "file").attr("multiple", "").attr("accept", accept);
    div("label", "labelled").add(el("span").text(label)).add(field.change(chosen))
}

/// An address that can be sent: it, what it fits into, and its QR code.
fn address_box(view: &Address, dispatch: &Dispatch) -> El {
    let whole = address::of(&Route::parse(&view.route));
    let length = u32::try_from(whole.chars().count()).unwrap_or(u32::MAX);
    let field = div("input", "field address").attr("type", "text").attr("readonly", "");
    let route = |make: fn(String) -> SharingEvent| send(make(view.route.clone()));
    let mut ways = vec![button(dispatch, route(SharingEvent::CopyAsked), "button", text::COPY_THIS)];
    if sharing::can_share() {
        ways.push(button(dispatch, route(SharingEvent::ShareAsked), "button", text::SHARE_THIS));
    }
    let (wanted, name) = match view.qr {
        None => (Some(view.route.clone()), text::QR_SHOW),
        Some(_) => (None, text::QR_HIDE),
    };
    ways.push(button(dispatch, send(SharingEvent::QrAsked(wanted)), "button", name));
    div("div", "address-box")
        .add(div("label", "labelled").add(el("span").text(text::ADDRESS_LABEL)).add(field.value(whole)))
        .add(hint(text::address_size(length)))
        .add(row(ways))
        .add_if(view.qr.as_ref().map(qr))
}

/// A QR code, as one path of an image.
fn qr(state: &QrState) -> El {
    let code = match state {
        QrState::Asked => return hint(text::QR_MAKING.to_owned()),
        QrState::NotHad => return hint(text::QR_NOT_HAD.to_owned()),
        QrState::Here(code) => code,
    };
    // Four light squares stand around it, as the standard asks.
    let side = code.side + 8;
    let mut path = String::new();
    for (y, runs) in (4_u32..).zip(&code.rows) {
        let (mut x, mut dark) = (4_u32, false);
        for run in runs {
            if dark && *run > 0 {
                path.extend(["M", &x.to_string(), " ", &y.to_string(), "h", &run.to_string(), "v1h-"]);
                path.extend([&run.to_string(), "z"].map(str::to_owned));
            }
            x += run;
            dark = !dark;
        }
    }
    let box_of = ["0 0 ", &side.to_string(), " ", &side.to_string()].concat();
    let light =
        el("rect").attr("class", "qr-light").set("width", side.to_string()).set("height", side.to_string());
    div("svg", "qr")
        .attr("role", "img")
        .attr("aria-label", text::QR_SAYS)
        .set("viewBox", box_of)
        .add(light)
        .add(el("path").attr("class", "qr-dark").set("d", path))
}

/// How a result is sent: under a name, as a link.
pub(super) fn send_part(view: &SendView, dispatch: &Dispatch) -> El {
    let section = part("send-title", text::SEND_TITLE)
        .add(el("p").text(text::SEND_LEAD).text(" ").text(text::SEND_PROVES_NOTHING))
        .add(line_field(text::SEND_NAME, &view.name, "60", dispatch, SharingEvent::NameTyped));
    match (&view.made, &view.address) {
        (Some(Made::Here(_)), Some(address)) => section.add(address_box(address, dispatch)),
        (Some(Made::Asked), _) => section.add(hint(text::SEND_MAKING.to_owned())),
        (Some(Made::NotHad), _) => section.add(el("p").attr("role", "alert").text(text::SEND_NOT_HAD)),
        _ => section.add(row(vec![button(
            dispatch,
            send(SharingEvent::HandAsked),
            "button primary",
            text::SEND_MAKE,
        )])),
    }
}
