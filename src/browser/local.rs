//! Small records in the browser's local storage, which may be denied, full, or emptied at any time.

use super::address::scope;
use invigil_engine::store::{LocalRecord, Slot, StorageFault};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DomException, Storage};

fn storage() -> Result<Storage, StorageFault> {
    let window = web_sys::window().ok_or(StorageFault::Broken)?;
    window.local_storage().ok().flatten().ok_or(StorageFault::Denied)
}

/// What begins every name of this copy of the app.
fn prefix() -> String {
    format!("{}invigil.", scope())
}

fn key(record: LocalRecord, slot: Slot) -> String {
    format!("{}{}.{}", prefix(), record.name(), slot.name())
}

/// Why a write was refused.
pub(super) fn fault(error: &JsValue) -> StorageFault {
    match error.dyn_ref::<DomException>().map(DomException::name).as_deref() {
        Some("QuotaExceededError") => StorageFault::Full,
        Some("SecurityError" | "InvalidStateError" | "NotAllowedError") => StorageFault::Denied,
        _ => StorageFault::Broken,
    }
}

/// All that is there at the start.
pub(crate) fn read_all() -> Result<Vec<(LocalRecord, Slot, String)>, StorageFault> {
    let storage = storage()?;
    let mut found = Vec::new();
    for record in LocalRecord::ALL {
        for slot in Slot::BOTH {
            if let Some(text) = storage.get_item(&key(record, slot)).map_err(|error| fault(&error))? {
                found.push((record, slot, text));
            }
        }
    }
    Ok(found)
}

/// Writes a slot.
pub(crate) fn write(record: LocalRecord, slot: Slot, text: &str) -> Result<(), StorageFault> {
    storage()?.set_item(&key(record, slot), text).map_err(|error| fault(&error))
}

/// Removes both slots of a record.
pub(crate) fn remove(record: LocalRecord) {
    let Ok(storage) = storage() else { return };
    for slot in Slot::BOTH {
        // A slot that cannot be removed now is found again, and handled, at the next start.
        let _ = storage.remove_item(&key(record, slot));
    }
}

/// Moves a damaged text from its slot to a name of its own. Without room it stays where it lies, and is found again
/// at the next start, unless its slot is written before.
pub(crate) fn set_aside(record: LocalRecord, text: &str) {
    let Ok(storage) = storage() else { return };
    let held = |name: &str| storage.get_item(name).ok().flatten();
    let mut at = super::moment::now().now.0;
    let mut name = aside(record, at);
    // Both slots may be damaged, and are set aside in the same millisecond.
    while held(&name).is_some() {
        at += 1;
        name = aside(record, at);
    }
    if storage.set_item(&name, text).is_err() {
        return;
    }
    for slot in Slot::BOTH.map(|slot| key(record, slot)) {
        if held(&slot).as_deref() == Some(text) {
            // If it stays, it is set aside once more at the next start.
            let _ = storage.remove_item(&slot);
        }
    }
}

fn aside(record: LocalRecord, at: i64) -> String {
    format!("{}bad.{}.{at}", prefix(), record.name())
}

/// The look lies under a name of its own, so that the start script can dress the page before the app is there.
pub(crate) fn write_theme(mark: &str) {
    let Ok(storage) = storage() else { return };
    let name = format!("{}theme", prefix());
    // The look is kept in the settings too; this copy only spares a flash.
    let _ = if mark == "system" { storage.remove_item(&name) } else { storage.set_item(&name, mark) };
}

/// Removes everything of this copy of the app, and nothing of its neighbours.
pub(crate) fn erase() -> Result<(), StorageFault> {
    let storage = storage()?;
    let prefix = prefix();
    let count = storage.length().map_err(|error| fault(&error))?;
    let names: Vec<String> = (0..count).filter_map(|place| storage.key(place).ok().flatten()).collect();
    for name in names.iter().filter(|name| name.starts_with(&prefix)) {
        storage.remove_item(name).map_err(|error| fault(&error))?;
    }
    Ok(())
}
