//! Splitting, on a module in small.

mod moved;

use super::*;
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    Function, FunctionSection, GlobalSection, GlobalType, ImportSection, Instruction, MemorySection,
    MemoryType, NameMap, NameSection, RefType, TableSection, TableType, TypeSection, ValType,
};
use wasmparser::{ExternalKind, Parser, Payload, Validator};

/// A module as the app's, in small: 0 `js` is imported; 1 `main` is exported and calls the gate and 3; 2 `gate` calls 3,
/// 4 and `js`; 3 `both`; 4 `late`; 5 `early closure` and 6 `late closure` are called through the table alone, and 6
/// calls 4.
fn module(names: &[(u32, &str)]) -> Vec<u8> {
    module_with(names, &[(0, ".rodata", b"words")], &[], &[])
}

/// The same with other data, each with its address and section, and with what `main` and `late` do with it.
fn module_with(
    names: &[(u32, &str)],
    objects: &[(u32, &str, &[u8])],
    early: &[Instruction],
    late: &[Instruction],
) -> Vec<u8> {
    let mut out = wasm_encoder::Module::new();
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32, ValType::I64], [ValType::I32]);
    types.ty().function([], []);
    out.section(&types);
    let mut imports = ImportSection::new();
    imports.import("a", "$", EntityType::Function(1));
    out.section(&imports);
    let mut functions = FunctionSection::new();
    for kind in [1, 0, 1, 1, 1, 1] {
        functions.function(kind);
    }
    out.section(&functions);
    let mut tables = TableSection::new();
    let kind = |size| TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum: size,
        maximum: Some(size),
        shared: false,
    };
    tables.table(kind(4));
    out.section(&tables);
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    out.section(&memories);
    let mut globals = GlobalSection::new();
    globals.global(
        GlobalType { val_type: ValType::I32, mutable: true, shared: false },
        &ConstExpr::i32_const(1024),
    );
    out.section(&globals);
    let mut exports = ExportSection::new();
    exports.export("main", ExportKind::Func, 1).export("memory", ExportKind::Memory, 0);
    out.section(&exports);
    let mut elements = ElementSection::new();
    elements.active(None, &ConstExpr::i32_const(1), Elements::Functions([5, 6, 3].as_slice().into()));
    out.section(&elements);
    let mut code = CodeSection::new();
    let calls: [&[u32]; 6] = [&[3], &[3, 4, 0], &[], &[], &[], &[4]];
    for (place, called) in calls.iter().enumerate() {
        let mut body = Function::new([]);
        if place == 0 {
            body.instruction(&Instruction::I32Const(7)).instruction(&Instruction::I64Const(8));
            body.instruction(&Instruction::Call(2)).instruction(&Instruction::Drop);
        }
        for function in *called {
            body.instruction(&Instruction::Call(*function));
        }
        match place {
            0 => early.iter().for_each(|one| do_and_drop(&mut body, one)),
            1 => {
                body.instruction(&Instruction::GlobalGet(0));
            }
            3 => late.iter().for_each(|one| do_and_drop(&mut body, one)),
            _ => {}
        }
        body.instruction(&Instruction::End);
        code.function(&body);
    }
    out.section(&code);
    let mut data = DataSection::new();
    let mut sections = NameMap::new();
    for ((address, section, bytes), place) in objects.iter().zip(0..) {
        data.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes.iter().copied());
        sections.append(place, section);
    }
    out.section(&data);
    let mut map = NameMap::new();
    for (function, name) in names {
        map.append(*function, name);
    }
    let mut section = NameSection::new();
    section.functions(&map);
    section.data(&sections);
    out.section(&section);
    out.finish()
}

/// An instruction with the values that it takes, and without those that it gives.
fn do_and_drop(body: &mut Function, instruction: &Instruction) {
    let (takes, gives) = match instruction {
        Instruction::I32Load8U(_) => (1, true),
        Instruction::I32Store(_) => (2, false),
        _ => (0, true),
    };
    for _ in 0..takes {
        body.instruction(&Instruction::I32Const(0));
    }
    body.instruction(instruction);
    if gives {
        body.instruction(&Instruction::Drop);
    }
}

const NAMES: [(u32, &str); 6] = [
    (1, "main"),
    (2, "app::gate::h0123456789abcdef"),
    (3, "both"),
    (4, "late"),
    (5, "<home::{{closure}} as FnOnce>::call_once"),
    (6, "<pages::result::{{closure}} as FnOnce>::call_once"),
];

fn split_small(wasm: &[u8], gates: &[&str], made_late: &[&str]) -> Outcome<Parts> {
    split_at(wasm, &Objects::of(wasm)?, gates, made_late)
}

fn parts() -> Parts {
    split_small(&module(&NAMES), &["app::gate"], &["pages::result::"]).expect("it can be split")
}

/// Imports as `module.name`, exports, and the number of bodies.
fn outline(wasm: &[u8]) -> (Vec<String>, Vec<(String, ExternalKind)>, u32) {
    let (mut imports, mut exports, mut bodies) = (Vec::new(), Vec::new(), 0);
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.expect("it can be read") {
            Payload::ImportSection(section) => {
                let names = section.into_imports().map(|import| import.expect("an import"));
                imports.extend(names.map(|import| format!("{}.{}", import.module, import.name)));
            }
            Payload::ExportSection(section) => {
                let all = section.into_iter().map(|export| export.expect("an export"));
                exports.extend(all.map(|export| (export.name.to_owned(), export.kind)));
            }
            Payload::CodeSectionStart { count, .. } => bodies = count,
            _ => {}
        }
    }
    (imports, exports, bodies)
}

#[test]
fn both_parts_are_modules_that_fit_together() {
    let Parts { first, rest, .. } = parts();
    for part in [&first, &rest] {
        Validator::new().validate_all(part).expect("a sound module");
    }
    let (needs, ..) = outline(&rest);
    let (_, gives, _) = outline(&first);
    assert!(!needs.is_empty());
    for need in needs {
        let name = need.strip_prefix("p.").expect("the first part alone is needed");
        assert!(gives.iter().any(|(given, _)| given == name), "{need} is not among {gives:?}");
    }
}

#[test]
fn what_only_the_gate_reaches_is_in_the_rest() {
    let Parts { first, rest, .. } = parts();
    // main, the stub of the gate, both, and the early closure.
    assert_eq!(outline(&first).2, 4);
    // The gate, late, and the late closure.
    assert_eq!(outline(&rest).2, 3);
    let functions = outline(&rest).0.len() - 3;
    assert_eq!(functions, 2, "`js` and `both` are handed over, beside memory, table and global");
}

#[test]
fn the_step_to_a_late_closure_is_in_the_rest() {
    let step = (6, "core::ops::function::FnOnce::call_once{{vtable.shim}}::h0123456789abcdef");
    let check = |called: &'static str, first: u32| {
        let names = [NAMES[0], NAMES[1], NAMES[2], (4, called), NAMES[4], step];
        let parts =
            split_small(&module(&names), &["app::gate"], &["pages::result::"]).expect("it can be split");
        assert_eq!(outline(&parts.first).2, first, "{called}");
    };
    check("pages::result::item::{{closure}}", 4);
    check("pages::home::item::{{closure}}", 6);
}

#[test]
fn what_was_exported_is_exported_still() {
    let (imports, exports, _) = outline(&parts().first);
    assert_eq!(imports, ["a.$"]);
    assert_eq!(exports.iter().filter(|(name, _)| name == "main" || name == "memory").count(), 2);
}

#[test]
fn without_late_closures_all_of_the_table_stays() {
    let parts = split_small(&module(&NAMES), &["app::gate"], &[]).expect("it can be split");
    // The late closure stays, and what it calls.
    assert_eq!((outline(&parts.first).2, outline(&parts.rest).2), (6, 1));
}

#[test]
fn a_gate_that_is_lost_or_doubled_stops_the_build() {
    let error = split_small(&module(&NAMES[..1]), &["app::gate"], &[]).expect_err("there is no gate");
    assert!(error.to_string().contains("0 functions are called app::gate"), "{error}");
    let twice = [(2, "app::gate::h1"), (4, "app::gate::h2")];
    assert!(split_small(&module(&twice), &["app::gate"], &[]).is_err());
    // Another function whose name begins so is none.
    let other = [(2, "app::gate"), (4, "app::gate_keeper::h2")];
    assert!(split_small(&module(&other), &["app::gate"], &[]).is_ok());
    assert!(split_small(b"\0asm no module", &["app::gate"], &[]).is_err());
}
