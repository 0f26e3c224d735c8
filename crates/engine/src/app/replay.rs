//! What happened since the page opened, as bytes from which it can be played again: each event with its moment.
//!
//! A fault of the app can be told and not shown: a report that holds this record makes it happen once more, natively.
//! Files of the bank are not in it, only what they hash to: who plays the record has the bank.

use super::{
    Area, Event, FetchFault, Filter, LimitOrder, Model, NotesFile, Pick, SetupChange, SetupPart, TimeChoice,
    open, update,
};
use crate::Env;
use crate::bank::wire::Part;
use crate::ids::{Fingerprint, Position, SittingId};
use crate::packed::{Packed, Unpacking, packed_choice, packed_fields, packed_text, packed_variants};
use crate::sitting::Way;
use crate::store::v1::Theme;
use crate::store::{ArchiveKey, JournalFault, LocalRecord, Slot, StorageFault};
use crate::time::{Millis, Minutes, UnixMillis};
use crate::view::view;

/// What a record begins with; the last byte is its version.
const HEAD: &[u8; 5] = b"INVR\x02";

/// Writes the record, a piece an event.
#[derive(Clone, Debug, Default)]
pub struct Recorder {
    before: Option<Env>,
}

impl Recorder {
    /// The piece that tells of an event at its moment, to stand behind those of the events before.
    pub fn record(&mut self, event: &Event, env: &Env) -> Vec<u8> {
        let mut piece = if self.before.is_some() { Vec::new() } else { HEAD.to_vec() };
        let before = self.before.replace(*env).unwrap_or(ORIGIN);
        env.now.0.wrapping_sub(before.now.0).put(&mut piece);
        env.monotonic.0.wrapping_sub(before.monotonic.0).put(&mut piece);
        env.utc_offset.put(&mut piece);
        env.entropy.put(&mut piece);
        match event {
            Event::PartFetched(part, Ok(bytes)) => {
                Event::PartFetched(*part, Ok(Fingerprint::of(bytes).to_bytes())).put(&mut piece);
            }
            Event::NotesFetched(file, Ok(bytes)) => {
                Event::NotesFetched(*file, Ok(Fingerprint::of(bytes).to_bytes())).put(&mut piece);
            }
            // What was typed or pasted on the pages of sharing, and what the tools made of it, is other people's, and long.
            Event::ToolAnswered(turn, output) => {
                Event::ToolAnswered(*turn, output.as_ref().map(|_| Vec::new())).put(&mut piece);
            }
            Event::Sharing(event) => Event::Sharing(event.without_words()).put(&mut piece),
            event => event.put(&mut piece),
        }
        piece
    }
}

const ORIGIN: Env = Env { now: UnixMillis(0), utc_offset: Minutes(0), monotonic: Millis(0), entropy: 0 };

/// The events of a record.
struct Events(Vec<(Event, Env)>);

impl Packed for Events {
    fn put(&self, out: &mut Vec<u8>) {
        let mut recorder = Recorder { before: Some(ORIGIN) };
        for (event, env) in &self.0 {
            out.extend(recorder.record(event, env));
        }
    }

    fn take(from: &mut Unpacking) -> Self {
        let (mut events, mut before) = (Vec::new(), ORIGIN);
        while !from.is_at_end() {
            let (now, monotonic) = (i64::take(from), i64::take(from));
            before = Env {
                now: UnixMillis(before.now.0.wrapping_add(now)),
                monotonic: Millis(before.monotonic.0.wrapping_add(monotonic)),
                utc_offset: Minutes::take(from),
                entropy: u64::take(from),
            };
            events.push((Event::take(from), before));
        }
        Self(events)
    }
}

/// Reads a record; none when it is none, or was cut.
pub fn read(record: &[u8]) -> Option<Vec<(Event, Env)>> {
    Events::from_bytes(record.strip_prefix(HEAD)?).map(|events| events.0)
}

/// The file that a recorded event stands for: what it hashes to.
pub fn file_of(event: &Event) -> Option<Fingerprint> {
    match event {
        Event::PartFetched(_, Ok(hash)) | Event::NotesFetched(_, Ok(hash)) => Fingerprint::from_bytes(hash),
        _ => None,
    }
}

/// The app as a record drives it: what it did, and would have shown.
#[derive(Debug, Default)]
pub struct Player {
    model: Model,
    begun: bool,
}

impl Player {
    /// Plays an event, with the file that it stands for, if it stands for one.
    pub fn play(&mut self, event: Event, file: Option<Vec<u8>>, env: &Env) {
        let event = match (event, file) {
            (Event::PartFetched(part, Ok(_)), Some(bytes)) => Event::PartFetched(part, Ok(bytes)),
            (Event::NotesFetched(file, Ok(_)), Some(bytes)) => Event::NotesFetched(file, Ok(bytes)),
            (event, _) => event,
        };
        match event {
            Event::Opened { stored, fragment } if !self.begun => {
                open(&mut self.model, stored, &fragment);
            }
            event => {
                update(&mut self.model, event, env);
            }
        }
        self.begun = true;
        view(&self.model, env);
    }

    /// The model as it is now.
    pub fn model(&self) -> &Model {
        &self.model
    }
}

packed_fields!(Position { 0 });

packed_choice! {
    LocalRecord { Settings, Results, Sitting }
    Slot { A, B }
    StorageFault { Denied, Full, Broken }
    FetchFault { Unreachable, Missing }
    Theme { Auto, Light, Dark }
    Way { Exam, Untimed, Reveal }
    SetupPart { Areas, Topics }
    Pick { Any, UnseenFirst, Missed }
    LimitOrder { ByPage, ByName }
    Filter { All, Wrong, Flagged, Unscored, Changed, Noted }
}

packed_text!(SittingId, Self::new(UnixMillis(0), 0));
packed_text!(ArchiveKey, Self::Form(SittingId::new(UnixMillis(0), 0)));

packed_variants!(Part, Self::Index, {
    0 => Index,
    1 => Questions(chunk),
    2 => Reasons(chunk),
});

packed_variants!(NotesFile, Self::Index, {
    0 => Index,
    1 => Page(place),
    2 => Limits,
    3 => Changes,
});

packed_variants!(JournalFault, Self::Superseded, {
    0 => Storage(fault),
    1 => Superseded,
});

packed_fields!(Area { domain, task });

packed_variants!(TimeChoice, Self::Usual, {
    0 => Usual,
    1 => Extra,
    2 => Times(quarters),
});

packed_variants!(SetupChange, Self::AllTopics, {
    0 => Guide(guide),
    1 => Length(length),
    2 => Time(time),
    3 => Topic(topic, wanted),
    4 => AllTopics,
    5 => Seed(seed),
    6 => NewSeed,
    7 => Way(way),
    8 => Lasting(minutes),
    9 => Area(area, wanted),
    10 => Pick(pick),
    11 => Opened(part, open),
});

packed_variants!(Event, Self::Ticked, {
    0 => Opened { stored, fragment },
    1 => StoredElsewhere(texts),
    2 => RouteChanged(fragment),
    3 => CatalogueFetched(result),
    4 => PartFetched(part, result),
    5 => ReportFetched(result),
    6 => Loaded(key, result),
    7 => Dumped(result),
    8 => LocalSaved(record, result),
    9 => Journalled { record, sequence, result },
    10 => JournalRead(result),
    11 => Owned(id, here),
    12 => OwnerLost(id),
    13 => ArchiveSaved(key, result),
    14 => EraseDone(result),
    15 => Ticked,
    16 => UpdateReady,
    17 => OfflineReady,
    18 => OfflineFailed,
    19 => UpdateDeferred,
    20 => Framed,
    21 => Hidden,
    22 => Downloaded(done),
    23 => TextCopied(done),
    24 => LinkSent(sent),
    25 => TakeOverAsked,
    26 => AnswersCopyAsked,
    27 => GoOnUntimed,
    28 => ExamDateChosen(day),
    29 => GuideChosen(guide),
    30 => ThemeChosen(theme),
    31 => KeysTurnedOff(off),
    32 => SetupChanged(change),
    33 => QuickStarted,
    34 => SetupStarted,
    35 => LinkStarted,
    36 => OptionChosen(option),
    37 => FlagToggled,
    38 => QuestionOpened(position),
    39 => ReviewOpened,
    40 => SubmitAsked,
    41 => SubmitConfirmed,
    42 => DialogClosed,
    43 => ReasonsOpened(position),
    44 => AllReasonsOpened(positions),
    45 => FilterChosen(filter),
    46 => ObjectionRaised(position, reason),
    47 => ObjectionLifted(number),
    48 => ReportCopyAsked(text),
    49 => LinkPasted(text),
    50 => LinkCopyAsked,
    51 => LinkShareAsked,
    52 => BackupAsked,
    53 => BackupTooLarge,
    54 => BackupChosen(text),
    55 => EraseAsked,
    56 => EraseConfirmed,
    57 => UpdateAccepted,
    58 => NoticeClosed(place),
    59 => CheckAsked,
    60 => Checked(found),
    61 => AnswerChecked,
    62 => PauseToggled,
    63 => InstructionsTurned(page),
    64 => LeaveAsked,
    65 => LeaveConfirmed,
    66 => NotesFetched(file, result),
    67 => SearchLoaded(done),
    68 => SearchTyped(query),
    69 => SearchAnswered(turn, found),
    70 => LimitsFiltered(words),
    71 => LimitsSorted(order),
    72 => PracticeStarted(section),
    73 => Studied(turn, study),
    74 => PracticeChosen(drill),
    75 => OutcomeGiven(outcome),
    76 => LookChanged(change),
    77 => LookFolded(open),
    78 => KeyPressed(key),
    79 => KeyWanted(command),
    80 => KeyGiven(key),
    81 => KeysReset,
    82 => InsideApp,
    83 => CalendarAsked,
    84 => FileMade(done),
    85 => MisconceptionPractised(id),
    86 => ToolUsed(used),
    87 => Bookmarked(position),
    88 => Sharing(event),
    89 => ToolAnswered(turn, output),
    96 => DrillStarted,
    97 => PrintAsked,
    98 => PairChosen(first, second),
    99 => DomainChosen(domain),
});
