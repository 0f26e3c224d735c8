//! The second module: its tools are run by the start script, in a worker that begins when one is first used.

use super::signals::send;
use gloo::events::EventListener;
use invigil_engine::app::ShareTool;
use js_sys::{Array, Promise, Uint8Array};
use std::cell::Cell;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::CustomEvent;

/// A tool, by the number that `crates/tools` gives it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Tool {
    /// Reads all that is stored.
    Check = 0,
    /// Takes what is searched.
    Load = 1,
    /// Searches it.
    Find = 2,
    /// Reckons what a history says.
    Study = 3,
    /// Writes a plan as a calendar.
    Calendar = 4,
}

/// What has the number of a tool.
pub(crate) trait Numbered {
    /// It.
    fn number(&self) -> u32;
}

impl Numbered for Tool {
    fn number(&self) -> u32 {
        *self as u32
    }
}

impl Numbered for ShareTool {
    fn number(&self) -> u32 {
        *self as u32
    }
}

thread_local! {
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

/// Runs a tool; none when it could not be had, or refuses its input.
pub(crate) async fn run(tool: impl Numbered, input: &[u8]) -> Option<Vec<u8>> {
    let number = tool.number();
    let turn = ASKED.with(|asked| asked.replace(asked.get() + 1));
    let answered = format!("invigil:tool-{turn}");
    let mut heard = None;
    let answer = Promise::new(&mut |resolve, _| {
        heard = web_sys::window().map(|window| {
            EventListener::once(&window, answered.clone(), move |event| {
                let output = event.dyn_ref::<CustomEvent>().map_or(JsValue::NULL, CustomEvent::detail);
                let _ = resolve.call1(&JsValue::NULL, &output);
            })
        });
    });
    let order = Array::of3(&answered.into(), &number.into(), &Uint8Array::from(input).into());
    send("invigil:tool", &order.into());
    let output = JsFuture::from(answer).await.ok()?;
    output.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}
