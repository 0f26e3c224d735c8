//! Splits the app's WebAssembly in two: what the first page needs to come alive, and the rest, which is loaded at once
//! after it.
//!
//! The app enters the rest through a few functions only, its gates ([`GATES`]), and only when the start script has told
//! that the rest is there (`src/app.rs`). What is reached through no other way than a gate goes into the second module.
//! Both share memory, table and globals, so values pass between them freely: a gate is a stub in the first module that
//! calls through a slot of the table, and the second module fills the slots when it is instantiated. With them it fills
//! the memory of the texts that nothing in the first part names.

mod addresses;
mod emit;
mod image;
mod objects;
mod read;
mod texts;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::failure::{Failure, Outcome};
use image::Image;
pub(crate) use objects::Objects;
use read::Module;

/// The functions through which the first part calls the rest. None of them may be inlined.
pub(crate) const GATES: &[&str] = &[
    "invigil_engine::app::update",
    "invigil_engine::view::view",
    "invigil_engine::view::is_same",
    "invigil::pages::whole",
    "invigil::app::drawn::focus_on",
    "invigil::app::drawn::settle_whole",
    "invigil::components::clock::show_left",
    "invigil::shell::late::run",
    "invigil::shell::late::record",
];

/// Functions that are called through the table alone, and made by the rest alone: closures of its pages, and what waits.
const MADE_LATE: &[&str] = &[
    "invigil::app::drawn::settle_whole::",
    "invigil::browser::address::arrive",
    "invigil::browser::tools::",
    "invigil::pages::bank::",
    "invigil::pages::compare::",
    "invigil::pages::confirm::",
    "invigil::pages::display::",
    "invigil::pages::history::",
    "invigil::pages::keys::",
    "invigil::pages::notes::",
    "invigil::pages::objection::",
    "invigil::pages::practice::",
    "invigil::pages::result::",
    "invigil::pages::review::",
    "invigil::pages::settings::",
    "invigil::pages::setup::",
    "invigil::pages::sharing::",
    "invigil::pages::sitting::",
    "invigil::shell::late::",
];

/// What a closure is called by when whoever calls it gives it away, in Rust and from JavaScript.
const STEPS_TO_CLOSURE: &[&str] = &["core::ops::function::FnOnce::call_once", "::into_fn_mut::{{closure}}"];

/// The two modules, and how many bytes of texts went into the second.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) first: Vec<u8>,
    pub(crate) rest: Vec<u8>,
    pub(crate) texts: usize,
}

/// Splits a module whose functions have names, with the objects that its data was made of.
pub(crate) fn split(wasm: &[u8], objects: &Objects) -> Outcome<Parts> {
    split_at(wasm, objects, GATES, MADE_LATE)
}

fn split_at(wasm: &[u8], objects: &Objects, gates: &[&str], made_late: &[&str]) -> Outcome<Parts> {
    let module = Module::read(wasm)?;
    let plan = Plan::of(&module, gates, made_late)?;
    let image = Image::read(module.data.as_ref())?;
    let late = texts::late(&module, &plan.late, objects, &image);
    let first = emit::first(&module, &plan, &image.without(&late))?;
    names_none(&first, &late)?;
    let moved = image.only(&late);
    let texts = moved.iter().map(|(_, bytes)| bytes.len()).sum();
    Ok(Parts { first, rest: emit::rest(&module, &plan, &moved)?, texts })
}

/// Makes sure that no function of the first part names a place that the second fills.
fn names_none(first: &[u8], late: &[Range<u32>]) -> Outcome {
    let first = Module::read(first)?;
    let numbers = (first.imported..first.functions()).flat_map(|function| first.numbers(function));
    let is_late = |number: &&u32| late.iter().any(|range| range.contains(number));
    match numbers.into_iter().find(is_late) {
        Some(address) => Err(Failure::new(format!(
            "the first part names the address {address}, which the second fills: see xtask/src/stage/split/texts.rs"
        ))),
        None => Ok(()),
    }
}

/// Which function goes where; numbers are those of the whole module.
#[derive(Debug)]
struct Plan {
    /// Functions of the rest, gates among them.
    late: BTreeSet<u32>,
    /// The gates, each with its slot of the table.
    gates: Vec<(u32, u32)>,
    /// Functions of the first part that the rest calls.
    shared: Vec<u32>,
}

impl Plan {
    fn of(module: &Module, gates: &[&str], made_late: &[&str]) -> Outcome<Self> {
        let gates = gates.iter().map(|gate| find(module, gate)).collect::<Outcome<Vec<u32>>>()?;
        let is_made_late = |function: u32| {
            module.name(function).is_some_and(|name| made_late.iter().any(|part| name.contains(part)))
        };
        // Beside each closure the table has a step to it, whose name does not say whose it is.
        let is_step = |function: u32| {
            module.name(function).is_some_and(|name| STEPS_TO_CLOSURE.iter().any(|step| name.contains(step)))
        };
        let is_late = |function: &&u32| {
            is_made_late(**function)
                || (is_step(**function) && module.calls(**function).into_iter().any(is_made_late))
        };
        let in_table = module.slots.iter().map(|(_, function)| function).filter(|one| !is_late(one));
        // Everything that is reached without passing a gate.
        let mut early: BTreeSet<u32> = (0..module.imported).collect();
        let mut open: Vec<u32> = module.roots.iter().chain(in_table).copied().collect();
        while let Some(function) = open.pop() {
            if !gates.contains(&function) && early.insert(function) {
                open.extend(module.calls(function));
            } else if function < module.imported {
                early.insert(function);
            }
        }
        let late: BTreeSet<u32> = (0..module.functions()).filter(|one| !early.contains(one)).collect();
        let called: BTreeSet<u32> = late.iter().flat_map(|one| module.calls(*one)).collect();
        let shared = called.into_iter().filter(|one| !late.contains(one)).collect();
        let first_slot = module.table_size();
        Ok(Self { gates: gates.into_iter().zip(first_slot..).collect(), late, shared })
    }

    fn is_gate(&self, function: u32) -> bool {
        self.gates.iter().any(|(gate, _)| *gate == function)
    }
}

fn find(module: &Module, gate: &str) -> Outcome<u32> {
    // Behind the name stands a hash of the compiler's.
    let is_it =
        |name: &str| name.strip_prefix(gate).is_some_and(|rest| rest.is_empty() || rest.starts_with("::h"));
    let found: Vec<u32> =
        (module.imported..module.functions()).filter(|one| module.name(*one).is_some_and(is_it)).collect();
    match found.as_slice() {
        [one] => Ok(*one),
        all => Err(Failure::new(format!(
            "{} functions are called {gate} where one should be: it must not be generic, and never be inlined",
            all.len()
        ))),
    }
}

#[cfg(test)]
mod tests;
