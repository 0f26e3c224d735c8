//! Small records: both slots, a neighbour's keys, a full storage, a denied one.

use crate::browser::local::{erase, read_all, remove, set_aside, write, write_theme};
use crate::testing::{At, Without};
use invigil_engine::store::{LocalRecord, Slot, StorageFault};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{DomException, Storage};

/// The storage of the origin, empty now.
fn empty() -> Storage {
    let storage = web_sys::window().unwrap().local_storage().unwrap().unwrap();
    storage.clear().unwrap();
    storage
}

fn names(storage: &Storage) -> Vec<String> {
    let mut names: Vec<String> =
        (0..storage.length().unwrap()).map(|at| storage.key(at).unwrap().unwrap()).collect();
    names.sort();
    names
}

#[track_caller]
fn check_name(path: &str, record: LocalRecord, slot: Slot, name: &str) {
    let storage = empty();
    let _at = At::path(path);
    write(record, slot, "text").unwrap();
    assert_eq!(names(&storage), [name], "{path}");
    assert_eq!(read_all().unwrap(), [(record, slot, "text".to_owned())], "{path}");
}

#[wasm_bindgen_test]
fn every_slot_has_a_name_that_begins_with_the_folder() {
    check_name("/", LocalRecord::Settings, Slot::A, "/invigil.settings.a");
    check_name("/", LocalRecord::Settings, Slot::B, "/invigil.settings.b");
    check_name("/index.html", LocalRecord::Results, Slot::A, "/invigil.results.a");
    check_name("/a/b/index.html", LocalRecord::Results, Slot::B, "/a/b/invigil.results.b");
    check_name("/a/b/", LocalRecord::Sitting, Slot::A, "/a/b/invigil.sitting.a");
    check_name("/a/", LocalRecord::Sitting, Slot::B, "/a/invigil.sitting.b");
}

#[wasm_bindgen_test]
fn a_slot_is_read_as_it_was_written_last_and_no_other_is_touched() {
    empty();
    for record in LocalRecord::ALL {
        for slot in Slot::BOTH {
            write(record, slot, &format!("{} {}", record.name(), slot.name())).unwrap();
        }
    }
    let texts = ["", "1.2.x.{\"a\":\"ü 🦀 \\u0000\"}", "\u{0}\u{ffff}", "{}"];
    for text in texts {
        write(LocalRecord::Results, Slot::B, text).unwrap();
        let found = read_all().unwrap();
        assert_eq!(found.len(), 6);
        for (record, slot, read) in found {
            let expected = if (record, slot) == (LocalRecord::Results, Slot::B) {
                text.to_owned()
            } else {
                format!("{} {}", record.name(), slot.name())
            };
            assert_eq!(read, expected);
        }
    }
}

#[wasm_bindgen_test]
fn removing_a_record_takes_both_its_slots_and_nothing_else() {
    empty();
    for record in LocalRecord::ALL {
        for slot in Slot::BOTH {
            write(record, slot, "x").unwrap();
        }
    }
    remove(LocalRecord::Sitting);
    let left: Vec<_> = read_all().unwrap().into_iter().map(|(record, slot, _)| (record, slot)).collect();
    let expected: Vec<_> = [LocalRecord::Settings, LocalRecord::Results]
        .into_iter()
        .flat_map(|record| Slot::BOTH.map(|slot| (record, slot)))
        .collect();
    assert_eq!(left, expected);
}

#[wasm_bindgen_test]
fn erasing_takes_all_of_this_copy_and_nothing_of_its_neighbours() {
    let storage = empty();
    let neighbours = [
        "/a/b/invigil.results.a",
        "/invigil.results.a",
        "/a/other.results.a",
        "/a/invigilx",
        "/b/invigil.theme",
        "invigil.results.a",
        "theme",
    ];
    for name in neighbours {
        storage.set_item(name, "a neighbour's").unwrap();
    }
    let _at = At::path("/a/index.html");
    for record in LocalRecord::ALL {
        for slot in Slot::BOTH {
            write(record, slot, "x").unwrap();
        }
    }
    write_theme("dark");
    set_aside(LocalRecord::Results, "torn");
    assert_eq!(names(&storage).len(), neighbours.len() + 8);
    erase().unwrap();
    let mut expected: Vec<String> = neighbours.iter().map(|name| (*name).to_owned()).collect();
    expected.sort();
    assert_eq!(names(&storage), expected);
}

/// What was set aside.
fn aside(storage: &Storage) -> Vec<String> {
    let names = names(storage).into_iter().filter(|name| name.starts_with("/a/invigil.bad.results."));
    let mut texts: Vec<String> = names.map(|name| storage.get_item(&name).unwrap().unwrap()).collect();
    texts.sort();
    texts
}

#[wasm_bindgen_test]
fn a_damaged_text_moves_whole_to_a_name_of_its_own() {
    #[track_caller]
    fn check(slots: [&str; 2], damaged: &[&str]) {
        let storage = empty();
        let _at = At::path("/a/");
        for (slot, text) in Slot::BOTH.into_iter().zip(slots) {
            write(LocalRecord::Results, slot, text).unwrap();
            write(LocalRecord::Settings, slot, text).unwrap();
        }
        for text in damaged {
            set_aside(LocalRecord::Results, text);
        }
        assert_eq!(aside(&storage), damaged, "each is kept, both of one moment too");
        let left: Vec<_> = read_all()
            .unwrap()
            .into_iter()
            .filter(|(record, ..)| *record == LocalRecord::Results)
            .map(|(.., text)| text)
            .collect();
        let good: Vec<&str> = slots.into_iter().filter(|text| !damaged.contains(text)).collect();
        assert_eq!(left, good, "the next start finds it no more, and the good slot as it was");
        assert_eq!(read_all().unwrap().len(), good.len() + 2, "another record keeps its slots");
    }
    check(["good", "1.7.0000.{\"torn"], &["1.7.0000.{\"torn"]);
    check(["", "good"], &[""]);
    check(["1.7.a", "1.8.b"], &["1.7.a", "1.8.b"]);
    check(["good", "fine"], &["of neither slot"]);
}

#[wasm_bindgen_test]
fn the_same_damage_again_is_kept_beside_the_first() {
    let storage = empty();
    let _at = At::path("/a/");
    for _ in 0..3 {
        set_aside(LocalRecord::Results, "torn");
    }
    assert_eq!(aside(&storage), ["torn", "torn", "torn"]);
}

#[wasm_bindgen_test]
fn the_theme_lies_where_the_start_script_looks() {
    let storage = empty();
    let _at = At::path("/a/");
    let theme = || storage.get_item("/a/invigil.theme").unwrap();
    for (mark, expected) in [
        ("light", Some("light")),
        ("dark size-115 wide", Some("dark size-115 wide")),
        ("system plain", Some("system plain")),
        ("system", None),
    ] {
        write_theme(mark);
        assert_eq!(theme().as_deref(), expected);
    }
}

#[wasm_bindgen_test]
fn a_full_storage_says_so_and_keeps_what_it_holds() {
    let storage = empty();
    write(LocalRecord::Results, Slot::A, "the last good one").unwrap();
    let mut size = 1 << 22;
    let mut count = 0;
    while size > 0 {
        match storage.set_item(&format!("filler.{count}"), &"x".repeat(size)) {
            Ok(()) => count += 1,
            Err(_) => size /= 2,
        }
    }
    assert_eq!(write(LocalRecord::Results, Slot::B, &"y".repeat(100)), Err(StorageFault::Full));
    assert_eq!(
        write(LocalRecord::Results, Slot::A, &"y".repeat(100)),
        Err(StorageFault::Full),
        "a write over an old text that does not fit is refused too"
    );
    set_aside(LocalRecord::Sitting, "no room for this");
    let kept = read_all().unwrap();
    assert_eq!(kept, [(LocalRecord::Results, Slot::A, "the last good one".to_owned())]);
    storage.clear().unwrap();
    assert_eq!(write(LocalRecord::Results, Slot::B, "again"), Ok(()), "with room it writes again");
    storage.clear().unwrap();
}

#[wasm_bindgen_test]
fn a_denied_storage_is_a_fault_and_no_panic() {
    type Answer = fn() -> Result<JsValue, JsValue>;
    let ways: [Answer; 2] = [
        || Err(DomException::new_with_message_and_name("no", "SecurityError").unwrap().into()),
        || Ok(JsValue::NULL),
    ];
    for answer in ways {
        let _without = Without::facility("localStorage", answer);
        assert_eq!(read_all(), Err(StorageFault::Denied));
        assert_eq!(write(LocalRecord::Settings, Slot::A, "x"), Err(StorageFault::Denied));
        assert_eq!(erase(), Err(StorageFault::Denied));
        remove(LocalRecord::Settings);
        set_aside(LocalRecord::Settings, "x");
        write_theme("dark");
    }
    assert!(read_all().is_ok(), "given back, it is there again");
}
