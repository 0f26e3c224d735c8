//! Carries out the engine's effects, and answers with events.

mod late;

use crate::app::Dispatch;
use crate::browser::{archive, fetch, local, page};
use invigil_engine::app::{Effect, Event, FetchFault};
use wasm_bindgen_futures::spawn_local;

/// The one file of the site whose name is the same in all releases.
const CATALOGUE: &str = "catalogue.json";

/// Carries out an effect, and gives what came of it if that is known at once; else it is told later. `Announce` and `Focus`
/// belong to the page and are the root component's.
pub(crate) fn run(effect: Effect, dispatch: &Dispatch) -> Option<Event> {
    match effect {
        // What `app::open` asks for, before the second part of the code is there.
        Effect::SetAside { record, text } => local::set_aside(record, &text),
        Effect::ApplyTheme(theme, look) => {
            let mark = look.mark(theme);
            local::write_theme(&mark);
            page::apply_theme(&mark);
        }
        Effect::FetchCatalogue | Effect::ReadJournal | Effect::Load(_) => {
            let dispatch = dispatch.clone();
            spawn_local(async move {
                if let Some(event) = answer(effect).await {
                    dispatch.emit(event);
                }
            });
        }
        later => return late::run(later, dispatch),
    }
    None
}

pub(crate) use late::record;

async fn answer(effect: Effect) -> Option<Event> {
    Some(match effect {
        Effect::FetchCatalogue => {
            let bytes = fetch::bytes(CATALOGUE, true).await;
            Event::CatalogueFetched(bytes.and_then(text))
        }
        Effect::ReadJournal => Event::JournalRead(archive::journals().await),
        Effect::Load(key) => {
            let result = archive::read(&key.to_string()).await;
            Event::Loaded(key, result)
        }
        _ => return None,
    })
}

/// A file of the site that is text.
fn text(bytes: Vec<u8>) -> Result<String, FetchFault> {
    String::from_utf8(bytes).map_err(|_| FetchFault::Missing)
}
