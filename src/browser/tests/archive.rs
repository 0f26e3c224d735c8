//! The archive: records, two acts at once, a neighbour's database, a browser without one.

use crate::browser::archive::{erase, journal, journals, read, read_all, remove, write};
use crate::testing::{At, Without, both};
use invigil_engine::store::{JournalFault, LocalRecord, StorageFault, encode};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::DomException;

fn record(key: &str, words: &str) -> (String, String) {
    (key.to_owned(), words.to_owned())
}

#[wasm_bindgen_test]
async fn what_is_written_is_read_until_it_is_written_over_or_erased() {
    erase().await.unwrap();
    assert_eq!(read("form/s1").await, Ok(None), "a key that was never written");
    assert_eq!(read_all().await, Ok(Vec::new()));

    for words in ["one", "", "ü 🦀 \u{0}", &"long ".repeat(200_000)] {
        write("form/s1", words).await.unwrap();
        assert_eq!(read("form/s1").await, Ok(Some(words.to_owned())));
    }
    write("form/s1", "over").await.unwrap();
    write("attempt/s0", "two").await.unwrap();
    write("exposures/dva", "three").await.unwrap();
    // The browser gives keys in their own order.
    let all = [record("attempt/s0", "two"), record("exposures/dva", "three"), record("form/s1", "over")];
    assert_eq!(read_all().await.unwrap(), all);

    erase().await.unwrap();
    assert_eq!(read("form/s1").await, Ok(None));
    assert_eq!(read_all().await, Ok(Vec::new()));
    erase().await.unwrap();
}

#[wasm_bindgen_test]
async fn two_connections_at_once_lose_nothing() {
    erase().await.unwrap();
    let results = both(write("form/a", "1"), write("form/b", "2")).await;
    assert_eq!(results, [Ok(()), Ok(())]);
    assert_eq!(read_all().await.unwrap(), [record("form/a", "1"), record("form/b", "2")]);

    let same = both(write("form/a", "left"), write("form/a", "right")).await;
    assert_eq!(same, [Ok(()), Ok(())]);
    let last = read("form/a").await.unwrap();
    assert!(matches!(last.as_deref(), Some("left" | "right")), "{last:?}");
    erase().await.unwrap();
}

#[wasm_bindgen_test]
async fn erasing_while_another_connection_reads_ends_and_leaves_nothing() {
    erase().await.unwrap();
    write("form/a", "1").await.unwrap();
    let reading = async { read_all().await.map(|_| ()) };
    let results = both(reading, erase()).await;
    assert_eq!(results, [Ok(()), Ok(())]);
    assert_eq!(read_all().await, Ok(Vec::new()));
}

#[wasm_bindgen_test]
async fn copies_of_the_app_have_archives_of_their_own() {
    {
        let _at = At::path("/b/index.html");
        erase().await.unwrap();
        write("form/s", "of b").await.unwrap();
    }
    {
        let _at = At::path("/a/index.html");
        erase().await.unwrap();
        assert_eq!(read("form/s").await, Ok(None));
        write("form/s", "of a").await.unwrap();
        erase().await.unwrap();
    }
    let _at = At::path("/b/");
    assert_eq!(read("form/s").await, Ok(Some("of b".to_owned())), "a neighbour's erasing leaves it");
    erase().await.unwrap();
}

#[wasm_bindgen_test]
async fn a_journal_is_written_only_by_who_may() {
    let _at = At::path("/journal/");
    erase().await.unwrap();
    let record = LocalRecord::Settings;
    let text = |number: u64| encode(number, "{}");
    assert_eq!(journal(record, &text(1)).await, Ok(()));
    // Asked for at once, done in order.
    let (first, second) = (text(2), text(3));
    let answers =
        both(async move { journal(record, &first).await }, async move { journal(record, &second).await });
    assert_eq!(answers.await, [Ok(()), Ok(())]);
    assert_eq!(journals().await, Ok(vec![(record, text(3))]));
    let newer = "2.9.of a newer version";
    write(&record.journal_key(), newer).await.unwrap();
    assert_eq!(journal(record, &text(4)).await, Err(JournalFault::Superseded));
    assert_eq!(read(&record.journal_key()).await, Ok(Some(newer.to_owned())), "it is left as it is");
    remove(&record.journal_key()).await.unwrap();
    assert_eq!(journals().await, Ok(Vec::new()));
    erase().await.unwrap();
}

#[wasm_bindgen_test]
async fn a_browser_without_databases_is_a_fault_and_no_panic() {
    type Answer = fn() -> Result<JsValue, JsValue>;
    let ways: [Answer; 3] = [
        || Ok(JsValue::UNDEFINED),
        || Ok(JsValue::NULL),
        || Err(DomException::new_with_message_and_name("no", "SecurityError").unwrap().into()),
    ];
    // The connection of the test before this one is still open.
    erase().await.unwrap();
    for answer in ways {
        let _without = Without::facility("indexedDB", answer);
        assert_eq!(read("form/s").await, Err(StorageFault::Denied));
        assert_eq!(write("form/s", "x").await, Err(StorageFault::Denied));
        assert_eq!(read_all().await, Err(StorageFault::Denied));
        assert_eq!(erase().await, Ok(()), "there is nothing to erase");
    }
}

/// The browser's transactions, with a note of each kind, durability and end; or each taken back after its first act.
struct Watched {
    databases: Object,
    transaction: JsValue,
}

impl Watched {
    fn with(body: &str, notes: &Array) -> Self {
        let window = web_sys::window().unwrap();
        let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap();
        let databases: Object = get(&get(&window, "IDBDatabase"), "prototype").unchecked_into();
        let transaction = get(&databases, "transaction");
        let body = format!(
            "return function (...args) {{ const made = transaction.apply(this, args); {body}; return made; }}"
        );
        let watched = Function::new_with_args("transaction, notes", &body)
            .call2(&JsValue::NULL, &transaction, notes)
            .unwrap();
        Reflect::set(&databases, &"transaction".into(), &watched).unwrap();
        Self { databases, transaction }
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        Reflect::set(&self.databases, &"transaction".into(), &self.transaction).unwrap();
    }
}

#[wasm_bindgen_test]
async fn a_write_is_done_when_it_is_on_the_disk() {
    let notes = Array::new();
    let body = "notes.push(`${args[1]} ${args[2]?.durability}`); \
        made.addEventListener('complete', () => notes.push('complete'))";
    let _watched = Watched::with(body, &notes);
    write("form/a", "1").await.unwrap();
    assert_eq!(notes.join(", "), "readwrite strict, complete");
}

#[wasm_bindgen_test]
async fn a_write_that_the_browser_takes_back_is_a_fault() {
    erase().await.unwrap();
    write("form/a", "before").await.unwrap();
    {
        let _watched = Watched::with("queueMicrotask(() => made.abort())", &Array::new());
        assert!(write("form/a", "after").await.is_err());
    }
    assert_eq!(read("form/a").await, Ok(Some("before".to_owned())));
    erase().await.unwrap();
}
