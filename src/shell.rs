//! Carries out the engine's effects, and answers with events.

use crate::app::Dispatch;
use crate::browser::{address, archive, fetch, files, local, page, sharing, signals};
use crate::text;
use invigil_engine::app::{Effect, Event, FetchFault};
use wasm_bindgen_futures::spawn_local;

/// The one file of the site whose name is the same in all releases.
const CATALOGUE: &str = "catalogue.json";

/// Carries out an effect. `Announce` and `Focus` belong to the page and are the root component's.
pub(crate) fn run(effect: Effect, dispatch: &Dispatch) {
    match effect {
        Effect::SaveLocal { record, slot, text } => {
            dispatch.emit(Event::LocalSaved(record, local::write(record, slot, &text)));
        }
        Effect::RemoveLocal(record) => local::remove(record),
        Effect::SetAside { record, text } => local::set_aside(record, &text),
        Effect::Download { name, text } => {
            dispatch.emit(Event::Downloaded(files::download(&name, &text).is_ok()));
        }
        Effect::Navigate { route, replace } => address::go(&route, replace),
        Effect::ApplyTheme(theme) => {
            local::write_theme(theme);
            page::apply_theme(theme);
        }
        Effect::ApplyUpdate => signals::apply_update(),
        Effect::Announce(_) | Effect::Focus(_) => {}
        slow => {
            let dispatch = dispatch.clone();
            spawn_local(async move {
                if let Some(event) = answer(slow).await {
                    dispatch.emit(event);
                }
            });
        }
    }
}

/// Does what takes time, and tells what came of it. All of it is one future, with one place for each kind of
/// waiting: each one of its own costs the app up to a kilobyte.
async fn answer(effect: Effect) -> Option<Event> {
    let fetched = match &effect {
        Effect::FetchCatalogue => Some((CATALOGUE, true)),
        Effect::FetchPart(_, address) | Effect::FetchReport(address) => Some((address.as_str(), false)),
        _ => None,
    };
    if let Some((address, fresh)) = fetched {
        let bytes = fetch::bytes(address, fresh).await;
        if let Effect::FetchPart(part, _) = effect {
            return Some(Event::PartFetched(part, bytes));
        }
        let text = bytes.and_then(|bytes| String::from_utf8(bytes).map_err(|_| FetchFault::Missing));
        return Some(if fresh { Event::CatalogueFetched(text) } else { Event::ReportFetched(text) });
    }
    let copied = match &effect {
        Effect::CopyText(text) => Some((text.clone(), Event::TextCopied as fn(bool) -> Event)),
        Effect::CopyLink(route) => Some((address::of(route), Event::LinkSent as fn(bool) -> Event)),
        _ => None,
    };
    if let Some((text, done)) = copied {
        return Some(done(sharing::copy(&text).await));
    }
    Some(match effect {
        Effect::SaveArchive(key, text) => {
            let result = archive::write(&key.to_string(), &text).await;
            Event::ArchiveSaved(key, result)
        }
        Effect::Load(key) => {
            let result = archive::read(&key.to_string()).await;
            Event::Loaded(key, result)
        }
        Effect::Dump => Event::Dumped(archive::read_all().await),
        Effect::EraseAll => {
            let archive = archive::erase().await;
            Event::EraseDone(local::erase().and(archive))
        }
        Effect::Persist => {
            archive::persist().await;
            return None;
        }
        Effect::ShareLink(route) => {
            Event::LinkSent(sharing::share(text::SHARE_TITLE, &address::of(&route)).await?)
        }
        _ => return None,
    })
}
