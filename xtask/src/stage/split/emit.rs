//! Writes the two modules.

use std::collections::HashMap;
use std::fmt;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, DataCountSection, DataSection, ElementSection, Elements, EntityType, ExportKind,
    ExportSection, Function, FunctionSection, GlobalSection, ImportSection, Instruction, MemorySection,
    Module as Out, StartSection, TableSection, TypeSection,
};

use super::Plan;
use super::image::Segment;
use super::read::Module;
use crate::failure::{Failure, Outcome};

/// The name under which the rest imports the first part.
const FIRST: &str = "p";

/// New numbers of functions; all else keeps its number.
struct Renumber(HashMap<u32, u32>);

/// A function of the one module is used by the other, and not handed over.
#[derive(Debug)]
struct Lost(u32);

impl fmt::Display for Lost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the function {} is used where it is not", self.0)
    }
}

impl std::error::Error for Lost {}

impl Reencode for Renumber {
    type Error = Lost;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Lost>> {
        self.0.get(&function).copied().ok_or(Error::UserError(Lost(function)))
    }
}

fn unwritten(error: &Error<Lost>) -> Failure {
    Failure::new(format!("the WebAssembly cannot be split: {error}"))
}

/// The first part: without the bodies of the rest, with stubs for the gates, and with its own data.
pub(super) fn first(module: &Module, plan: &Plan, data: &[Segment]) -> Outcome<Vec<u8>> {
    let stays = |function: &u32| !plan.late.contains(function) || plan.is_gate(*function);
    let kept: Vec<u32> = (module.imported..module.functions()).filter(stays).collect();
    let mut renumber = Renumber((0..module.imported).chain(kept.iter().copied()).zip(0..).collect());
    let mut out = Out::new();
    out.section(&types(module, &mut renumber)?);
    let mut imports = ImportSection::new();
    for import in &module.imports {
        let kind = renumber.entity_type(import.ty).map_err(|error| unwritten(&error))?;
        imports.import(import.module, import.name, kind);
    }
    out.section(&imports);
    out.section(&functions(module, &kept)?);
    out.section(&tables(module, plan, &mut renumber)?);
    let mut memories = MemorySection::new();
    for memory in &module.memories {
        memories.memory(renumber.memory_type(*memory).map_err(|error| unwritten(&error))?);
    }
    out.section(&memories);
    let mut globals = GlobalSection::new();
    if let Some(section) = &module.globals {
        renumber.parse_global_section(&mut globals, section.clone()).map_err(|error| unwritten(&error))?;
    }
    out.section(&globals);
    out.section(&exports(module, plan, &mut renumber)?);
    if let Some(start) = module.start {
        let function_index = renumber.function_index(start).map_err(|error| unwritten(&error))?;
        out.section(&StartSection { function_index });
    }
    let early = module.slots.iter().copied().filter(|(_, function)| !plan.late.contains(function));
    out.section(&slots(early, &mut renumber)?);
    if module.data_count.is_some() {
        out.section(&DataCountSection { count: u32::try_from(data.len()).unwrap_or(u32::MAX) });
    }
    let mut code = CodeSection::new();
    for function in kept {
        if let Some((_, slot)) = plan.gates.iter().find(|(gate, _)| *gate == function) {
            code.function(&stub(module, function, *slot)?);
        } else {
            let body = module.body(function)?.clone();
            renumber.parse_function_body(&mut code, body).map_err(|error| unwritten(&error))?;
        }
    }
    out.section(&code);
    out.section(&segments(data));
    Ok(out.finish())
}

/// The rest: its functions and data, on the memory, the tables and the globals of the first part.
pub(super) fn rest(module: &Module, plan: &Plan, data: &[Segment]) -> Outcome<Vec<u8>> {
    let mut renumber = Renumber(plan.shared.iter().chain(&plan.late).copied().zip(0..).collect());
    let mut out = Out::new();
    out.section(&types(module, &mut renumber)?);
    let mut imports = ImportSection::new();
    for (place, memory) in module.memories.iter().enumerate() {
        let kind = renumber.memory_type(*memory).map_err(|error| unwritten(&error))?;
        imports.import(FIRST, &format!("m{place}"), kind);
    }
    for (place, table) in tables_of(module, plan, &mut renumber)?.into_iter().enumerate() {
        imports.import(FIRST, &format!("t{place}"), table);
    }
    for (place, global) in module.globals.iter().flat_map(Clone::clone).enumerate() {
        let global = global.map_err(|error| unwritten(&error.into()))?;
        let kind = renumber.global_type(global.ty).map_err(|error| unwritten(&error))?;
        imports.import(FIRST, &format!("g{place}"), kind);
    }
    for (place, function) in plan.shared.iter().enumerate() {
        imports.import(FIRST, &place.to_string(), EntityType::Function(module.type_of(*function)?));
    }
    out.section(&imports);
    let late: Vec<u32> = plan.late.iter().copied().collect();
    out.section(&functions(module, &late)?);
    let late_slots = module.slots.iter().copied().filter(|(_, function)| plan.late.contains(function));
    let gates = plan.gates.iter().map(|(gate, slot)| (*slot, *gate));
    out.section(&slots(late_slots.chain(gates), &mut renumber)?);
    let mut code = CodeSection::new();
    for function in late {
        let body = module.body(function)?.clone();
        renumber.parse_function_body(&mut code, body).map_err(|error| unwritten(&error))?;
    }
    out.section(&code);
    out.section(&segments(data));
    Ok(out.finish())
}

fn segments(data: &[Segment]) -> DataSection {
    let mut section = DataSection::new();
    for (address, bytes) in data {
        section.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes.iter().copied());
    }
    section
}

fn types(module: &Module, renumber: &mut Renumber) -> Outcome<TypeSection> {
    let mut section = TypeSection::new();
    for kind in &module.types {
        let kind = renumber.func_type(kind.clone()).map_err(|error| unwritten(&error))?;
        section.ty().func_type(&kind);
    }
    Ok(section)
}

fn functions(module: &Module, all: &[u32]) -> Outcome<FunctionSection> {
    let mut section = FunctionSection::new();
    for function in all {
        section.function(module.type_of(*function)?);
    }
    Ok(section)
}

/// The tables, the first one with a slot more for each gate.
fn tables_of(module: &Module, plan: &Plan, renumber: &mut Renumber) -> Outcome<Vec<wasm_encoder::TableType>> {
    let more = u64::try_from(plan.gates.len()).unwrap_or(u64::MAX);
    let widened = module.tables.iter().enumerate().map(|(place, table)| {
        let mut kind = renumber.table_type(table.ty).map_err(|error| unwritten(&error))?;
        if place == 0 {
            kind.minimum += more;
            kind.maximum = kind.maximum.map(|most| most + more);
        }
        Ok(kind)
    });
    widened.collect()
}

fn tables(module: &Module, plan: &Plan, renumber: &mut Renumber) -> Outcome<TableSection> {
    let mut section = TableSection::new();
    for kind in tables_of(module, plan, renumber)? {
        section.table(kind);
    }
    Ok(section)
}

/// What the module exported, and what the rest imports.
fn exports(module: &Module, plan: &Plan, renumber: &mut Renumber) -> Outcome<ExportSection> {
    let mut section = ExportSection::new();
    for export in &module.exports {
        let kind = renumber.export_kind(export.kind).map_err(|error| unwritten(&error))?;
        let index = renumber.external_index(export.kind, export.index).map_err(|error| unwritten(&error))?;
        section.export(export.name, kind, index);
    }
    let globals = module.globals.as_ref().map_or(0, wasmparser::SectionLimited::count);
    let counted = |count: usize| 0..u32::try_from(count).unwrap_or(u32::MAX);
    for place in counted(module.memories.len()) {
        section.export(&format!("m{place}"), ExportKind::Memory, place);
    }
    for place in counted(module.tables.len()) {
        section.export(&format!("t{place}"), ExportKind::Table, place);
    }
    for place in 0..globals {
        section.export(&format!("g{place}"), ExportKind::Global, place);
    }
    for (place, function) in plan.shared.iter().enumerate() {
        let index = renumber.function_index(*function).map_err(|error| unwritten(&error))?;
        section.export(&place.to_string(), ExportKind::Func, index);
    }
    Ok(section)
}

/// Slots of the table, a segment for each run without a gap.
fn slots(filled: impl Iterator<Item = (u32, u32)>, renumber: &mut Renumber) -> Outcome<ElementSection> {
    let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
    for (slot, function) in filled {
        let function = renumber.function_index(function).map_err(|error| unwritten(&error))?;
        match runs.last_mut() {
            Some((start, run))
                if start.checked_add(u32::try_from(run.len()).unwrap_or(u32::MAX)) == Some(slot) =>
            {
                run.push(function);
            }
            _ => runs.push((slot, vec![function])),
        }
    }
    let mut section = ElementSection::new();
    for (start, run) in runs {
        section.active(None, &ConstExpr::i32_const(start.cast_signed()), Elements::Functions(run.into()));
    }
    Ok(section)
}

/// A gate of the first part: it hands its values on to the function in the slot.
fn stub(module: &Module, function: u32, slot: u32) -> Outcome<Function> {
    let mut body = Function::new([]);
    for parameter in 0..module.parameters(function)? {
        body.instruction(&Instruction::LocalGet(parameter));
    }
    body.instruction(&Instruction::I32Const(slot.cast_signed()));
    body.instruction(&Instruction::CallIndirect { type_index: module.type_of(function)?, table_index: 0 });
    body.instruction(&Instruction::End);
    Ok(body)
}
