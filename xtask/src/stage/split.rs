//! Splits the app's WebAssembly in two: what the first page needs to come alive, and the rest, which is loaded at once
//! after it.
//!
//! The app enters the rest through a few functions only, its gates ([`GATES`]), and only when the start script has told
//! that the rest is there (`src/app.rs`). What is reached through no other way than a gate goes into the second module.
//! Both share memory, table and globals, so values pass between them freely: a gate is a stub in the first module that
//! calls through a slot of the table, and the second module fills the slots when it is instantiated.

mod emit;
mod read;

use std::collections::BTreeSet;

use crate::failure::{Failure, Outcome};
use read::Module;

/// The functions through which the first part calls the rest. None of them may be inlined.
pub(crate) const GATES: &[&str] = &[
    "invigil_engine::app::update",
    "invigil_engine::view::view",
    "invigil_engine::view::is_same",
    "invigil::pages::whole",
    "invigil::shell::late::run",
    "invigil::shell::late::record",
];

/// Functions that are called through the table alone, and made by the rest alone: closures of its pages, and what waits.
const MADE_LATE: &[&str] = &[
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
    "invigil::pages::sitting::",
    "invigil::shell::late::",
];

/// What a closure is called by when whoever calls it gives it away.
const STEP_TO_CLOSURE: &str = "core::ops::function::FnOnce::call_once";

/// The two modules.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) first: Vec<u8>,
    pub(crate) rest: Vec<u8>,
}

/// Splits a module whose functions have names.
pub(crate) fn split(wasm: &[u8]) -> Outcome<Parts> {
    split_at(wasm, GATES, MADE_LATE)
}

fn split_at(wasm: &[u8], gates: &[&str], made_late: &[&str]) -> Outcome<Parts> {
    let module = Module::read(wasm)?;
    let plan = Plan::of(&module, gates, made_late)?;
    Ok(Parts { first: emit::first(&module, &plan)?, rest: emit::rest(&module, &plan)? })
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
        let is_step =
            |function: u32| module.name(function).is_some_and(|name| name.starts_with(STEP_TO_CLOSURE));
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
