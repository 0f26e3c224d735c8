//! The archive: long records by key in IndexedDB, each write in a transaction of its own that asks to be
//! on the disk before it is called done.

use super::address::scope;
use super::local::fault;
use invigil_engine::store::StorageFault;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

const STORE: &str = "records";

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
    Ok(database)
}

fn reading(database: &IdbDatabase) -> Result<IdbObjectStore, StorageFault> {
    let transaction = database
        .transaction_with_str_and_mode(STORE, IdbTransactionMode::Readonly)
        .map_err(|error| fault(&error))?;
    transaction.object_store(STORE).map_err(|error| fault(&error))
}

/// A transaction that is complete only when its data are on the disk. web-sys has no name for the
/// option yet, so the method is called by hand.
fn strict(database: &IdbDatabase) -> Result<IdbTransaction, StorageFault> {
    let options = Object::new();
    let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
    let method = Reflect::get(database, &"transaction".into()).map_err(|error| fault(&error))?;
    let method: Function = method.dyn_into().map_err(|_| StorageFault::Broken)?;
    let made = method.call3(database, &STORE.into(), &"readwrite".into(), &options);
    made.map_err(|error| fault(&error))?.dyn_into().map_err(|_| StorageFault::Broken)
}

/// Reads a record.
pub(crate) async fn read(key: &str) -> Result<Option<String>, StorageFault> {
    let database = open().await?;
    let request = reading(&database)?.get(&key.into()).map_err(|error| fault(&error))?;
    let value = done(&request).await;
    database.close();
    Ok(value?.as_string())
}

/// Writes a record.
pub(crate) async fn write(key: &str, text: &str) -> Result<(), StorageFault> {
    let database = open().await?;
    let transaction = strict(&database)?;
    let store = transaction.object_store(STORE).map_err(|error| fault(&error))?;
    store.put_with_key(&text.into(), &key.into()).map_err(|error| fault(&error))?;
    let result = committed(&transaction).await;
    database.close();
    result
}

/// Reads all records.
pub(crate) async fn read_all() -> Result<Vec<(String, String)>, StorageFault> {
    let database = open().await?;
    let store = reading(&database)?;
    let keys = store.get_all_keys().map_err(|error| fault(&error))?;
    let values = store.get_all().map_err(|error| fault(&error))?;
    // Both requests belong to one transaction, so they tell of one moment.
    let keys = done(&keys).await?;
    let values = done(&values).await?;
    database.close();
    let texts = |list: JsValue| Array::from(&list).iter().map(|item| item.as_string()).collect::<Vec<_>>();
    Ok(texts(keys).into_iter().zip(texts(values)).filter_map(|(key, value)| Some((key?, value?))).collect())
}

/// Deletes the whole archive.
pub(crate) async fn erase() -> Result<(), StorageFault> {
    let window = web_sys::window().ok_or(StorageFault::Broken)?;
    let Some(factory) = window.indexed_db().ok().flatten() else { return Ok(()) };
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
