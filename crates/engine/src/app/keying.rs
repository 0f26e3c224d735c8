//! What a key does on the page that is shown, and how keys are changed.

use super::{Announcement, AtWork, Effect, FocusTarget, Model, Running, ToolUse, exam, keep, reading, tools};
use crate::ids::{OptionId, Position};
use crate::keys::{Command, KeyFault, option_of, read};
use crate::route::Route;
use crate::sitting::Sitting;
use crate::store::LocalRecord;

/// How the change of keys stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KeyChange {
    /// Nothing is changed.
    #[default]
    None,
    /// The next key is to be this command's.
    Wanted(Command),
    /// The last one cannot be, for a reason; another is waited for.
    Refused(Command, KeyFault),
    /// It was refused, and none is waited for any more.
    Left(KeyFault),
    /// A command has a new key.
    Done(Command, char),
    /// All keys are as on the first day.
    Reset,
}

impl KeyChange {
    /// The command that waits for its key.
    pub fn waits(self) -> Option<Command> {
        match self {
            Self::Wanted(command) | Self::Refused(command, _) => Some(command),
            _ => None,
        }
    }
}

/// What the next digit does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Digits {
    /// It chooses.
    #[default]
    Choose,
    /// It strikes out.
    Strike,
}

/// The next key that is pressed is to be this command's; or none is wanted any more.
pub(super) fn wanted(model: &mut Model, command: Option<Command>) {
    model.key_change = command.map_or(KeyChange::None, KeyChange::Wanted);
}

/// A key was pressed for the command that waits for one.
pub(super) fn given(model: &mut Model, name: &str) {
    let Some(command) = model.key_change.waits() else { return };
    let given = model.settings.key_map().with(command, name);
    model.key_change = match (given, read(name)) {
        (Ok(map), Ok(key)) => {
            model.settings.keys = map.to_text();
            keep::save(model, LocalRecord::Settings);
            KeyChange::Done(command, key)
        }
        // Shift alone is on its way to a sign.
        (Err(KeyFault::Modifier), _) if name == "Shift" => return,
        // Tab goes on to what comes next on the page, and nothing keeps it.
        (Err(fault), _) | (_, Err(fault)) if name == "Tab" => KeyChange::Left(fault),
        (Err(fault), _) | (_, Err(fault)) => KeyChange::Refused(command, fault),
    };
}

/// Single keys are turned off, or on again.
pub(super) fn turned_off(model: &mut Model, off: bool) {
    model.settings.keys_off = off;
    keep::save(model, LocalRecord::Settings);
}

/// All keys as on the first day.
pub(super) fn reset(model: &mut Model) {
    model.settings.keys = None;
    model.key_change = KeyChange::Reset;
    keep::save(model, LocalRecord::Settings);
}

/// A key was pressed where nothing is typed.
pub(super) fn pressed(model: &mut Model, name: &str) {
    if model.settings.keys_off || model.dialog.is_some() || model.key_change.waits().is_some() {
        return;
    }
    let digits = std::mem::take(&mut model.digits);
    if let Some(place) = option_of(name) {
        at_option(model, place, digits);
        return;
    }
    let command = read(name).ok().and_then(|key| model.settings.key_map().command(key));
    match (command, room(model)) {
        (Some(Command::Time), Room::Question | Room::Review) => tell_time(model),
        (Some(command), Room::Question) => at_question(model, command),
        (Some(Command::Pause), Room::Paused) => exam::pause_toggled(model),
        (Some(Command::Help), Room::Outside) => {
            model.then(Effect::Navigate { route: Route::Keys, replace: false });
        }
        (Some(Command::Search), Room::Outside) => reading::search_wanted(model),
        _ => {}
    }
}

/// Where the learner is.
enum Room {
    Question,
    Paused,
    Review,
    Outside,
}

fn room(model: &Model) -> Room {
    let sitting = model.sitting().filter(|sitting| sitting.ended().is_none());
    let at_work = sitting.is_some();
    match model.route {
        Route::Sitting(_) | Route::Review if sitting.is_some_and(Sitting::is_paused) => Room::Paused,
        Route::Sitting(_) if at_work => Room::Question,
        Route::Review if at_work => Room::Review,
        _ => Room::Outside,
    }
}

/// Chooses or strikes out the option at a place of the page, from 0.
fn at_option(model: &mut Model, place: usize, digits: Digits) {
    let Room::Question = room(model) else { return };
    let Some(sitting) = model.sitting() else { return };
    let item = sitting.form.item(sitting.current());
    let Some(option) = item.and_then(|item| item.order.get(place).copied()) else { return };
    match digits {
        Digits::Choose => exam::option_chosen(model, option),
        Digits::Strike => strike(model, place, option),
    }
}

/// Strikes an option out, or no longer, and says so, since the key has no button that would.
fn strike(model: &mut Model, place: usize, option: OptionId) {
    let current = |model: &Model| {
        let sitting = model.sitting()?;
        let here = sitting.current();
        Some((sitting.struck(here).contains(option), sitting.answer(here).contains(option)))
    };
    let before = current(model);
    tools::used(model, ToolUse::Struck(option));
    let said = match current(model) {
        Some((_, true)) => Announcement::ChosenNotStruck(place),
        now if now == before => return,
        Some((struck, false)) => Announcement::Struck(place, struck),
        None => return,
    };
    model.then(Effect::Announce(said));
}

fn at_question(model: &mut Model, command: Command) {
    let Some(sitting) = model.sitting() else { return };
    let (Position(here), of) = (sitting.current(), sitting.form.len());
    match command {
        Command::Next if usize::from(here) + 1 < of => exam::question_opened(model, Position(here + 1)),
        Command::Next | Command::Review => {
            model.then(Effect::Navigate { route: Route::Review, replace: false });
        }
        Command::Previous => {
            if let Some(before) = here.checked_sub(1) {
                exam::question_opened(model, Position(before));
            }
        }
        Command::Flag => {
            // A button would say so by itself.
            if let Some(on) = exam::flag_toggled(model) {
                model.then(Effect::Announce(Announcement::Flagged(on)));
            }
        }
        Command::Strike => {
            model.digits = Digits::Strike;
            model.then(Effect::Announce(Announcement::StrikeWhich));
        }
        Command::Note => {
            tools::used(model, ToolUse::Opened(true));
            model.then(Effect::Focus(FocusTarget::Note));
        }
        Command::Check => exam::answer_checked(model),
        Command::Pause => exam::pause_toggled(model),
        Command::Time => tell_time(model),
        Command::Navigator => model.then(Effect::Focus(FocusTarget::Navigator)),
        Command::Help => model.then(Effect::Focus(FocusTarget::Keys)),
        Command::Search => {}
    }
}

/// Says how much time is left, on demand.
fn tell_time(model: &mut Model) {
    let Running::Yes(at_work) = &model.running else { return };
    let AtWork { sitting, clock, .. } = &**at_work;
    let left = sitting.limit.map(|limit| limit.duration().0 - clock.elapsed().0);
    model.then(Effect::Announce(Announcement::TimeLeft(
        left.map(|left| crate::time::DurationMs(left.max(0))),
    )));
}
