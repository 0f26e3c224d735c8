//! Which texts move, on the module in small.

use super::*;
use wasm_encoder::{MemArg, MemArgTarget};
use wasmparser::{DataKind, Operator};

/// Three texts with room between them.
const TEXTS: &[(u32, &str, &[u8])] = &[
    (2000, ".rodata..Lanon.1", b"Begin the exam"),
    (2040, ".rodata..Lanon.2", b"Your results"),
    (2080, ".rodata..Lanon.3", b"Nothing was found"),
];

/// What the second part puts into memory when its functions name `late` and those of the first part `early`.
fn moved(data: &[(u32, &str, &[u8])], early: &[Instruction], late: &[Instruction]) -> Vec<(u32, String)> {
    let wasm = module_with(&NAMES, data, early, late);
    let Parts { first, rest, texts } =
        split_small(&wasm, &["app::gate"], &["pages::result::"]).expect("it can be split");
    for part in [&first, &rest] {
        Validator::new().validate_all(part).expect("a sound module");
    }
    let whole = memory(&[&wasm]);
    assert_eq!(memory(&[&first, &rest]), whole, "both parts together hold all");
    let moved = segments(&rest);
    assert_eq!(moved.iter().map(|(_, bytes)| bytes.len()).sum::<usize>(), texts);
    for (address, bytes) in &moved {
        let place = usize::try_from(*address).expect("a small address");
        let first = memory(&[&first]);
        assert!(first.iter().skip(place).take(bytes.len()).all(|byte| *byte == 0), "it is in one part alone");
    }
    moved.into_iter().map(|(address, bytes)| (address, String::from_utf8(bytes).expect("a text"))).collect()
}

fn segments(wasm: &[u8]) -> Vec<(u32, Vec<u8>)> {
    let of = |data: wasmparser::Data| {
        let DataKind::Active { offset_expr, .. } = &data.kind else { panic!("{data:?}") };
        let Ok(Operator::I32Const { value }) = offset_expr.get_operators_reader().read() else {
            panic!("{data:?}")
        };
        (value.cast_unsigned(), data.data.to_vec())
    };
    let sections =
        Parser::new(0).parse_all(wasm).filter_map(|payload| match payload.expect("it can be read") {
            Payload::DataSection(section) => Some(section),
            _ => None,
        });
    sections.flatten().map(|data| of(data.expect("data"))).collect()
}

/// What modules put into memory, one after the other.
fn memory(modules: &[&Vec<u8>]) -> Vec<u8> {
    let mut memory = vec![0; 4096];
    for (address, bytes) in modules.iter().flat_map(|wasm| segments(wasm)) {
        let place = usize::try_from(address).expect("a small address");
        memory[place..place + bytes.len()].copy_from_slice(&bytes);
    }
    memory
}

fn at(address: i32) -> Instruction<'static> {
    Instruction::I32Const(address)
}

#[test]
fn a_text_that_late_functions_alone_name_is_late() {
    assert_eq!(moved(TEXTS, &[at(2000)], &[at(2000), at(2080)]), [(2080, "Nothing was found".to_owned())]);
    assert_eq!(moved(TEXTS, &[], &[]), [], "what nobody names stays");
    let touching = [TEXTS, &[(2014, ".rodata..Lanon.4", b" again")]].concat();
    let both = [(2000, "Begin the exam again".to_owned())];
    assert_eq!(moved(&touching, &[], &[at(2000), at(2014)]), both, "what touches is one piece");
    // One past the end of the first, or the start of the second.
    assert_eq!(moved(&touching, &[at(2014)], &[at(2000), at(2014)]), []);
}

#[test]
fn whatever_may_name_a_text_keeps_it() {
    let check = |early: Instruction, kept: &[u32]| {
        let late = [at(2000), at(2040), at(2080)];
        let moved = moved(TEXTS, std::slice::from_ref(&early), &late);
        let moved: Vec<u32> = moved.into_iter().map(|(start, _)| start).collect();
        let stays = TEXTS.iter().map(|(start, ..)| *start).filter(|start| !moved.contains(start));
        assert_eq!(stays.collect::<Vec<u32>>(), kept, "{early:?}");
    };
    let access = |offset| MemArg { offset, align: 0, target: MemArgTarget::Memory(0), ordering: None };
    check(at(2000), &[2000]);
    check(at(2007), &[2000]);
    check(at(1992), &[2000]);
    check(at(1991), &[]);
    check(at(2014), &[2000]);
    check(at(2022), &[2000]);
    check(at(2023), &[]);
    check(at(2105), &[2080]);
    check(at(7), &[]);
    check(Instruction::I64Const(2080), &[2080]);
    check(Instruction::I64Const(2080 << 32), &[2080]);
    check(Instruction::I64Const((2040 << 32) + 2080), &[2040, 2080]);
    check(Instruction::I32Load8U(access(2080)), &[2080]);
    check(Instruction::I32Store(access(2001)), &[2000]);
}

#[test]
fn a_text_near_two_others_is_kept_by_what_lies_between() {
    let near = [TEXTS, &[(2020, ".rodata..Lanon.4", b"or do not")]].concat();
    let all = [at(2000), at(2020), at(2040)];
    assert_eq!(moved(&near, &[at(2016)], &all), [(2040, "Your results".to_owned())]);
}

#[test]
fn a_table_keeps_the_texts_it_points_to_if_the_first_part_reaches_it() {
    let begin = [(2000, "Begin the exam".to_owned())];
    let table = [2000_u32, 14].map(u32::to_le_bytes).concat();
    let data = [TEXTS, &[(2200, ".rodata..Lanon.4", &table)]].concat();
    assert_eq!(moved(&data, &[at(2200)], &[at(2200)]), []);
    assert_eq!(moved(&data, &[], &[at(2200)]), begin);
    // A loop that counts up to zero starts from the fields of the entry after the last one.
    assert_eq!(moved(&data, &[at(2208 + 13)], &[at(2200)]), []);
    assert_eq!(moved(&data, &[at(2208 + 65)], &[at(2200)]), begin);
    let over = 2200_u32.to_le_bytes();
    let data = [&data[..], &[(2240, ".rodata..Lanon.5", &over)]].concat();
    assert_eq!(moved(&data, &[at(2240)], &[at(2000)]), []);
    assert_eq!(moved(&data, &[], &[at(2240)]), begin);
}

#[test]
fn what_is_not_surely_a_text_stays() {
    let check = |section: &str, bytes: &[u8], moves: bool| {
        let late = moved(&[(2000, section, bytes)], &[], &[at(2000)]);
        assert_eq!(!late.is_empty(), moves, "{section} {bytes:?}");
    };
    check(".rodata..Lanon.1", "Prüfung\nbegonnen".as_bytes(), true);
    check(".rodata..Lanon.1", b"You have \x01 of \x08", true);
    check(".rodata..Lanon.1", b"div", false);
    check(".rodata..Lanon.1", b"a\0b\0", false);
    check(".rodata..Lanon.1", b"\xff\xfe\xff\xfe", false);
    check(".rodata..Lanon.1", b"0123456789abcdef", false);
    check(".rodata..Lanon.1", b"00010203040506070809", false);
    check(".data.counter", b"Written to", false);
    check(".rodata..Lanon.1", b"Never written to", true);
}

#[test]
fn a_first_part_that_names_a_late_place_stops_the_build() {
    let wasm = module_with(&NAMES, TEXTS, &[at(2007)], &[]);
    assert_eq!(names_none(&wasm, &[2040..2052, 2080..2097]), Ok(()));
    let error = names_none(&wasm, &[2000..2014, 2040..2052]).expect_err("it names one");
    assert!(error.to_string().contains("names the address 2007"), "{error}");
}
