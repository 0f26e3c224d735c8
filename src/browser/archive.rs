//! The archive: long records and journals by key in IndexedDB, each write in a transaction of its own that asks to be
//! on the disk before it is called done. The transactions of one page happen in the order in which they were asked for.

use super::address::scope;
use super::local::fault;
use invigil_engine::store::journal::admit;
use invigil_engine::store::{JournalFault, LocalRecord, StorageFault};
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction};

const STORE: &str = "records";

thread_local! {
    /// The connection, opened once: opening takes longer than a write.
    static OPEN: RefCell<Option<IdbDatabase>> = const { RefCell::new(None) };
}

fn name() -> String {
    format!("{}invigil", scope())
}

/// Waits for a request. The events of IndexedDB fire once, and the closures live until then.
async fn done(request: &IdbRequest) -> Result<JsValue, StorageFault> {
    let promise = Promise::new(&mut |resolve: Function, reject: Function| {
        let answered = request.clone();
        let success = Closure::once_into_js(move || {
            let _ = resolve.call1(&JsValue::NULL, &answered.result().unwrap_or(JsValue::UNDEFINED));
        });
        let failed = request.clone();
        let error = Closure::once_into_js(move || {
            let why = failed.error().ok().flatten().map_or(JsValue::UNDEFINED, JsValue::from);
            let _ = reject.call1(&JsValue::NULL, &why);
        });
        request.set_onsuccess(success.dyn_ref());
        request.set_onerror(error.dyn_ref());
    });
    JsFuture::from(promise).await.map_err(|error| fault(&error))
}

/// Waits until a transaction is on the disk, or has failed.
async fn committed(transaction: &IdbTransaction) -> Result<(), StorageFault> {
    let promise = Promise::new(&mut |resolve: Function, reject: Function| {
        let complete = Closure::once_into_js(move || {
            let _ = resolve.call0(&JsValue::NULL);
        });
        let aborted = transaction.clone();
        let abort = Closure::once_into_js(move || {
            let why = aborted.error().map_or(JsValue::UNDEFINED, JsValue::from);
            let _ = reject.call1(&JsValue::NULL, &why);
        });
        transaction.set_oncomplete(complete.dyn_ref());
        transaction.set_onabort(abort.dyn_ref());
    });
    JsFuture::from(promise).await.map(|_| ()).map_err(|error| fault(&error))
}

async fn open() -> Result<IdbDatabase, StorageFault> {
    let window = web_sys::window().ok_or(StorageFault::Broken)?;
    let factory = window.indexed_db().ok().flatten().ok_or(StorageFault::Denied)?;
    let request = factory.open_with_u32(&name(), 1).map_err(|error| fault(&error))?;
    let opening = request.clone();
    let upgrade = Closure::once_into_js(move || {
        let database = opening.result().ok().and_then(|database| database.dyn_into::<IdbDatabase>().ok());
        if let Some(database) = database {
            // A store that cannot be made shows as a fault of the first transaction.
            let _ = database.create_object_store(STORE);
        }
    });
    request.set_onupgradeneeded(upgrade.dyn_ref());
    let database = done(&request).await?.dyn_into::<IdbDatabase>().map_err(|_| StorageFault::Broken)?;
    // Another tab that erases everything must not wait for this one.
    let holding = database.clone();
    let release = Closure::<dyn FnMut()>::new(move || holding.close()).into_js_value();
    database.set_onversionchange(release.dyn_ref());
    OPEN.set(Some(database.clone()));
    Ok(database)
}

/// A transaction over the records. One that writes is complete only when its data are on the disk: web-sys has no name
/// for that option yet, so the method is called by hand.
fn begin(database: &IdbDatabase, mode: &str) -> Result<IdbTransaction, StorageFault> {
    let options = Object::new();
    let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
    let method = Reflect::get(database, &"transaction".into()).map_err(|error| fault(&error))?;
    let method: Function = method.dyn_into().map_err(|_| StorageFault::Broken)?;
    let begun = method.call3(database, &STORE.into(), &mode.into(), &options);
    begun.map_err(|error| fault(&error))?.dyn_into().map_err(|_| StorageFault::Broken)
}

/// A transaction on the connection that is open, or on a new one where the browser closed it.
async fn records(mode: &str) -> Result<(IdbTransaction, IdbObjectStore), StorageFault> {
    let known = OPEN.with_borrow(Clone::clone).and_then(|database| begin(&database, mode).ok());
    let transaction = match known {
        Some(transaction) => transaction,
        None => begin(&open().await?, mode)?,
    };
    let store = transaction.object_store(STORE).map_err(|error| fault(&error))?;
    Ok((transaction, store))
}

const READ: &str = "readonly";
const WRITE: &str = "readwrite";

/// Reads a record.
pub(crate) async fn read(key: &str) -> Result<Option<String>, StorageFault> {
    let (_, store) = records(READ).await?;
    let request = store.get(&key.into()).map_err(|error| fault(&error))?;
    Ok(done(&request).await?.as_string())
}

/// Writes a record.
pub(crate) async fn write(key: &str, text: &str) -> Result<(), StorageFault> {
    let (transaction, store) = records(WRITE).await?;
    store.put_with_key(&text.into(), &key.into()).map_err(|error| fault(&error))?;
    committed(&transaction).await
}

/// Writes a small record to its journal, unless what stands there forbids it. Looking and writing are one transaction, so
/// no other tab comes between.
pub(crate) async fn journal(record: LocalRecord, text: &str) -> Result<(), JournalFault> {
    let key = JsValue::from(record.journal_key());
    let refused = |error: JsValue| JournalFault::Storage(fault(&error));
    let (transaction, store) = records(WRITE).await.map_err(JournalFault::Storage)?;
    let request = store.get(&key).map_err(refused)?;
    let known = done(&request).await.map_err(JournalFault::Storage)?.as_string();
    let text = admit(record, known.as_deref(), text)?;
    store.put_with_key(&text.into(), &key).map_err(refused)?;
    committed(&transaction).await.map_err(JournalFault::Storage)
}

/// Reads the journals that are there.
pub(crate) async fn journals() -> Result<Vec<(LocalRecord, String)>, StorageFault> {
    let mut found = Vec::new();
    for record in LocalRecord::ALL {
        if let Some(text) = read(&record.journal_key()).await? {
            found.push((record, text));
        }
    }
    Ok(found)
}

/// Removes a record.
pub(crate) async fn remove(key: &str) -> Result<(), StorageFault> {
    let (transaction, store) = records(WRITE).await?;
    store.delete(&key.into()).map_err(|error| fault(&error))?;
    committed(&transaction).await
}

/// Reads all records.
pub(crate) async fn read_all() -> Result<Vec<(String, String)>, StorageFault> {
    let (_, store) = records(READ).await?;
    let keys = store.get_all_keys().map_err(|error| fault(&error))?;
    let values = store.get_all().map_err(|error| fault(&error))?;
    // Both requests belong to one transaction, so they tell of one moment.
    let keys = done(&keys).await?;
    let values = done(&values).await?;
    let texts = |list: JsValue| Array::from(&list).iter().map(|item| item.as_string()).collect::<Vec<_>>();
    Ok(texts(keys).into_iter().zip(texts(values)).filter_map(|(key, value)| Some((key?, value?))).collect())
}

/// Deletes the whole archive.
pub(crate) async fn erase() -> Result<(), StorageFault> {
    let window = web_sys::window().ok_or(StorageFault::Broken)?;
    let Some(factory) = window.indexed_db().ok().flatten() else { return Ok(()) };
    if let Some(database) = OPEN.take() {
        database.close();
    }
    let request = factory.delete_database(&name()).map_err(|error| fault(&error))?;
    done(&request).await.map(|_| ())
}

/// Asks the browser not to clear the storage by itself; it may say no, and then nothing is worse than before.
pub(crate) async fn persist() {
    let Some(window) = web_sys::window() else { return };
    if let Ok(promise) = window.navigator().storage().persist() {
        let _ = JsFuture::from(promise).await;
    }
}
