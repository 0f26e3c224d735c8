//! The effects that only [`invigil_engine::app::update`] asks for: they are carried out in the second part of the code.

use super::text;
use crate::app::Dispatch;
use crate::browser::tools::Tool;
use crate::browser::{address, archive, fetch, files, local, page, sharing, signals, tools};
use gloo::timers::callback::Timeout;
use invigil_engine::Env;
use invigil_engine::app::replay::Recorder;
use invigil_engine::app::{Effect, Event, ShareTool};
use invigil_engine::packed::Packed as _;
use invigil_engine::store::LocalRecord;
use invigil_engine::store::check::{Checked, LOCAL};
use wasm_bindgen_futures::spawn_local;

/// Carries out an effect, and gives what came of it if that is known at once.
// A gate of the app's second part, so it stays a function of its own; see xtask/src/stage/split.rs.
#[inline(never)]
pub(super) fn run(effect: Effect, dispatch: &Dispatch) -> Option<Event> {
    match effect {
        Effect::SaveLocal { record, slot, text } => {
            return Some(Event::LocalSaved(record, local::write(record, slot, &text)));
        }
        Effect::Own { id, claim } => signals::own(id.as_str(), claim),
        Effect::Disown(id) => signals::disown(id.as_str()),
        Effect::Download { name, text } => {
            return Some(Event::Downloaded(files::download(&name, "application/json", &text).is_ok()));
        }
        Effect::HandFile { name, text } => {
            let made = files::download(&name, "text/plain;charset=utf-8", &text).is_ok();
            return Some(Event::FileMade(made));
        }
        Effect::Navigate { route, replace } => {
            address::go(&route, replace);
            // Before the browser tells of it, so that the page that was asked for is in the next frame.
            return Some(Event::RouteChanged(address::fragment()));
        }
        Effect::ApplyUpdate => signals::apply_update(),
        Effect::LookAround if page::is_inside_app() => return Some(Event::InsideApp),
        Effect::LookAround => {}
        // The page is drawn when the event at hand is answered.
        Effect::Print => drop(Timeout::new(0, page::print).forget()),
        slow => {
            if let Effect::RemoveLocal(record) = slow {
                local::remove(record);
            }
            let dispatch = dispatch.clone();
            spawn_local(async move {
                if let Some(event) = answer(slow).await {
                    dispatch.emit(event);
                }
            });
        }
    }
    None
}

/// Puts an event on the record that a report of a fault may hold, with the first one before it.
// A gate of the app's second part, so it stays a function of its own; see xtask/src/stage/split.rs.
#[inline(never)]
pub(crate) fn record(recorder: &mut Recorder, begun: Option<(Event, Env)>, event: &Event, env: &Env) {
    if let Some((begun, then)) = begun {
        signals::did(&recorder.record(&begun, &then));
    }
    signals::did(&recorder.record(event, env));
}

/// Does what takes time, and tells what came of it. All of it is one future, with one place for each kind of
/// waiting: each one of its own costs the app up to a kilobyte.
async fn answer(effect: Effect) -> Option<Event> {
    if let Effect::FetchPart(_, address) | Effect::FetchReport(address) = &effect {
        let bytes = fetch::bytes(address, false).await;
        return Some(match effect {
            Effect::FetchPart(part, _) => Event::PartFetched(part, bytes),
            _ => Event::ReportFetched(bytes.and_then(text)),
        });
    }
    if let Effect::FetchNotes(file, address) = &effect {
        return Some(Event::NotesFetched(*file, fetch::bytes(address, false).await));
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
        Effect::Journal { record, sequence, text } => {
            let result = archive::journal(record, &text).await;
            Event::Journalled { record, sequence, result }
        }
        Effect::RemoveLocal(record) => {
            // What stays is found again, and handled, at the next start.
            let _ = archive::remove(&record.journal_key()).await;
            return None;
        }
        Effect::Dump => Event::Dumped(archive::read_all().await),
        Effect::Check => Event::Checked(check().await),
        Effect::LoadSearch { pages, questions } => Event::SearchLoaded(load_search(&pages, &questions).await),
        Effect::Search { turn, query, seen } => {
            Event::SearchAnswered(turn, tools::run(Tool::Find, &(query, seen).to_bytes()).await)
        }
        Effect::ShareTool { turn, tool, input } => Event::ToolAnswered(turn, tools::run(tool, &input).await),
        Effect::Qr { turn, route } => {
            let input = address::of(&route).to_bytes();
            Event::ToolAnswered(turn, tools::run(ShareTool::Qr, &input).await)
        }
        Effect::Study { turn, input } => Event::Studied(turn, tools::run(Tool::Study, &input).await),
        Effect::Calendar { id, plan, exam, now, today } => {
            use crate::text::{APP, CALENDAR_EXAM, CALENDAR_MOCK, CALENDAR_PRACTICE};
            let words = [&id, APP, CALENDAR_PRACTICE, CALENDAR_MOCK, CALENDAR_EXAM].map(str::to_owned);
            let input = ((plan, exam), (now.0, today.days()), words.to_vec()).to_bytes();
            let made = tools::run(Tool::Calendar, &input).await;
            let done = made
                .and_then(|bytes| String::from_bytes(&bytes))
                .is_some_and(|text| files::download("invigil-plan.ics", "text/calendar", &text).is_ok());
            Event::FileMade(done)
        }
        Effect::EraseAll => {
            let archive = archive::erase().await;
            Event::EraseDone(local::erase().and(archive))
        }
        Effect::Persist => {
            archive::persist().await;
            return None;
        }
        Effect::ShareLink(route) => {
            Event::LinkSent(sharing::share(crate::text::SHARE_TITLE, &address::of(&route)).await?)
        }
        _ => return None,
    })
}

/// Brings what is searched to the tool for it; tells whether it is there.
async fn load_search(pages: &str, questions: &str) -> bool {
    let (Ok(pages), Ok(questions)) = (fetch::bytes(pages, false).await, fetch::bytes(questions, false).await)
    else {
        return false;
    };
    let taken = tools::run(Tool::Load, &(pages, questions).to_bytes()).await;
    taken.and_then(|bytes| bool::from_bytes(&bytes)).unwrap_or(false)
}

/// Has all that is stored looked through by the tool for it.
async fn check() -> Option<Checked> {
    let local = local::read_all().ok()?;
    let name = |record: LocalRecord| format!("{LOCAL}{}", record.name());
    let mut records: Vec<_> = local.into_iter().map(|(record, _, text)| (name(record), text)).collect();
    records.extend(archive::read_all().await.ok()?);
    Checked::from_bytes(&tools::run(Tool::Check, &records.to_bytes()).await?)
}
