//! A shell that plays the browser: it carries out effects on a device that outlives it, under two clocks that
//! part when a test says so, and answers with events in an order that a test can choose.

pub(crate) use super::device::{Device, Site};
use super::{mix, tools};
use invigil_engine::Env;
use invigil_engine::app::replay::Recorder;
use invigil_engine::app::{Announcement, Claim, Effect, Event, Model, Notice, Qr, update};
use invigil_engine::form::Form;
use invigil_engine::packed::Packed as _;
use invigil_engine::route::Route;
use invigil_engine::sitting::Sitting;
use invigil_engine::store::{LocalRecord, Slot, StorageFault};
use invigil_engine::study::{Plan, Study, StudyInput};
use invigil_engine::time::{Date, Millis, Minutes, UnixMillis};
use invigil_engine::view::{PageView, View, view};
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};

pub(crate) const SECOND: i64 = 1000;
pub(crate) const MINUTE: i64 = 60 * SECOND;
pub(crate) const HOUR: i64 = 60 * MINUTE;

/// 2026-12-15, 09:00 UTC: the newer guide is in use.
const START: i64 = 1_797_325_200_000;

/// Each page is a tab of its own.
static TABS: AtomicU64 = AtomicU64::new(1);

/// In which order what was asked for arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Arrival {
    AsAsked,
    SiteFirst,
    ArchiveFirst,
}

impl Arrival {
    pub(crate) const ALL: [Self; 3] = [Self::AsAsked, Self::SiteFirst, Self::ArchiveFirst];
}

/// A page in a browser.
pub(crate) struct Shell {
    pub(crate) model: Model,
    pub(crate) device: Device,
    pub(crate) site: Site,
    pub(crate) wall: i64,
    mono: i64,
    entropy: u64,
    pub(crate) tab: u64,
    history: Vec<String>,
    here: usize,
    waiting: VecDeque<Event>,
    arrival: Arrival,
    pub(crate) said: Vec<Announcement>,
    pub(crate) downloads: Vec<(String, String)>,
    pub(crate) copied: Vec<Route>,
    pub(crate) copied_texts: Vec<String>,
    pub(crate) updates: u32,
    pub(crate) persisted: u32,
    /// The mark of the document.
    pub(crate) dressed: Option<String>,
    pub(crate) printed: u32,
    /// What the tool that reckons answers; none as if it could not be had.
    pub(crate) study: Option<Study>,
    /// What it was asked.
    pub(crate) asked_to_study: Vec<StudyInput>,
    /// Plans that were handed out as calendars.
    pub(crate) calendars: Vec<(Plan, Date)>,
    /// Other files that were handed out.
    pub(crate) files: Vec<(String, String)>,
    /// Whether the tools of sharing cannot be had.
    pub(crate) no_tools: bool,
    /// The questions that each search was told to look through.
    pub(crate) looked_for: Vec<Vec<u32>>,
    recorder: Recorder,
    /// The record of all that happened, as a report of a fault would hold it.
    pub(crate) record: Vec<u8>,
}

impl Shell {
    /// A device that was never here opens the home page.
    pub(crate) fn fresh(site: &Site) -> Self {
        Self::open(Device::default(), site, START, "#/")
    }

    /// A page opens at an address.
    pub(crate) fn open(device: Device, site: &Site, wall: i64, fragment: &str) -> Self {
        Self::open_in(device, site, wall, fragment, Arrival::AsAsked)
    }

    /// A page opens, and what it asks for arrives in some order. No other one is open.
    pub(crate) fn open_in(
        mut device: Device,
        site: &Site,
        wall: i64,
        fragment: &str,
        arrival: Arrival,
    ) -> Self {
        device.locks.clear();
        Self::open_tab(device, site, wall, fragment, arrival)
    }

    /// Another tab opens while this one is open.
    pub(crate) fn beside(&self, fragment: &str) -> Self {
        Self::open_tab(self.device.clone(), &self.site, self.wall, fragment, Arrival::AsAsked)
    }

    fn open_tab(device: Device, site: &Site, wall: i64, fragment: &str, arrival: Arrival) -> Self {
        let mut shell = Self {
            model: Model::default(),
            device,
            site: site.clone(),
            wall,
            mono: 40,
            entropy: mix(u64::try_from(wall).unwrap()),
            tab: TABS.fetch_add(1, Ordering::Relaxed),
            history: vec![fragment.to_owned()],
            here: 0,
            waiting: VecDeque::new(),
            arrival,
            said: Vec::new(),
            downloads: Vec::new(),
            copied: Vec::new(),
            copied_texts: Vec::new(),
            updates: 0,
            persisted: 0,
            dressed: None,
            printed: 0,
            study: Some(Study::default()),
            asked_to_study: Vec::new(),
            calendars: Vec::new(),
            files: Vec::new(),
            no_tools: false,
            looked_for: Vec::new(),
            recorder: Recorder::default(),
            record: Vec::new(),
        };
        let stored = match shell.device.local_fault {
            // A full storage can be read.
            Some(StorageFault::Full) | None => Ok(shell
                .device
                .local
                .iter()
                .map(|((record, slot), text)| (*record, *slot, text.clone()))
                .collect()),
            Some(fault) => Err(fault),
        };
        shell.send(Event::Opened { stored, fragment: fragment.to_owned() });
        shell
    }

    /// The browser is killed, and the page opened again later at the address where it was.
    pub(crate) fn killed(self, away: i64) -> Self {
        let at = self.address().to_owned();
        self.killed_to(away, &at)
    }

    /// The browser is killed, and the page opened again later at another address.
    pub(crate) fn killed_to(self, away: i64, fragment: &str) -> Self {
        Self::open(self.device, &self.site, self.wall + away, fragment)
    }

    pub(crate) fn env(&self) -> Env {
        Env {
            now: UnixMillis(self.wall),
            utc_offset: Minutes(60),
            monotonic: Millis(self.mono),
            entropy: self.entropy,
        }
    }

    /// Something happens, and all that follows from it.
    pub(crate) fn send(&mut self, event: Event) {
        self.send_alone(event);
        while let Some(answer) = self.next_answer() {
            self.send_alone(answer);
        }
    }

    /// Something happens, and what it asks for does not arrive yet.
    pub(crate) fn send_alone(&mut self, event: Event) {
        self.entropy = mix(self.entropy);
        let env = self.env();
        self.record.extend(self.recorder.record(&event, &env));
        for effect in update(&mut self.model, event, &env) {
            self.run(effect);
        }
    }

    fn next_answer(&mut self) -> Option<Event> {
        let is_site = |event: &Event| {
            matches!(
                event,
                Event::CatalogueFetched(_)
                    | Event::PartFetched(..)
                    | Event::ReportFetched(_)
                    | Event::NotesFetched(..)
            )
        };
        let place = match self.arrival {
            Arrival::AsAsked => None,
            Arrival::SiteFirst => self.waiting.iter().position(is_site),
            Arrival::ArchiveFirst => self.waiting.iter().position(|event| !is_site(event)),
        };
        self.waiting.remove(place.unwrap_or(0))
    }

    fn run(&mut self, effect: Effect) {
        let answer = match effect {
            Effect::SaveLocal { record, slot, text } => {
                Event::LocalSaved(record, self.write_local(record, slot, text))
            }
            Effect::RemoveLocal(record) => {
                self.device.local.retain(|(known, _), _| *known != record);
                self.device.archive.remove(&record.journal_key());
                return;
            }
            Effect::Journal { record, sequence, text } => {
                let result = self.device.journal(record, &text);
                Event::Journalled { record, sequence, result }
            }
            Effect::ReadJournal => Event::JournalRead(self.device.journals()),
            Effect::Own { claim: Claim::WhenLeft, .. } => return,
            Effect::Own { id, claim } => {
                let take = claim == Claim::Take;
                let holder = *self.device.locks.get(&id).filter(|_| !take).unwrap_or(&self.tab);
                self.device.locks.insert(id.clone(), holder);
                Event::Owned(id, holder == self.tab)
            }
            Effect::Disown(id) => {
                self.device.locks.retain(|known, holder| *known != id || *holder != self.tab);
                return;
            }
            Effect::SetAside { record, text } => return self.device.aside.push((record, text)),
            Effect::SaveArchive(key, text) => {
                let result = self.device.archive_fault.map_or(Ok(()), Err);
                if result.is_ok() {
                    self.device.archive.insert(key.to_string(), text);
                }
                Event::ArchiveSaved(key, result)
            }
            Effect::Load(key) => {
                let result = match self.device.archive_fault {
                    Some(StorageFault::Full) | None => Ok(self.device.archive.get(&key.to_string()).cloned()),
                    Some(fault) => Err(fault),
                };
                Event::Loaded(key, result)
            }
            Effect::Dump => Event::Dumped(match self.device.archive_fault {
                Some(StorageFault::Full) | None => Ok(self.device.archive.clone().into_iter().collect()),
                Some(fault) => Err(fault),
            }),
            Effect::EraseAll => {
                let result = self.device.local_fault.or(self.device.archive_fault).map_or(Ok(()), Err);
                if result.is_ok() {
                    self.device = Device::default();
                }
                Event::EraseDone(result)
            }
            Effect::FetchCatalogue => Event::CatalogueFetched(self.site.served_catalogue()),
            Effect::FetchPart(part, address) => {
                Event::PartFetched(part, self.site.served_part(part, &address))
            }
            Effect::CopyLink(route) | Effect::ShareLink(route) => {
                self.copied.push(route);
                Event::LinkSent(true)
            }
            Effect::FetchReport(address) => Event::ReportFetched(self.site.served_report(&address)),
            Effect::FetchNotes(file, address) => Event::NotesFetched(file, self.site.served_notes(&address)),
            Effect::LoadSearch { pages, questions } => Event::SearchLoaded(
                self.site.served_notes(&pages).and(self.site.served_notes(&questions)).is_ok(),
            ),
            Effect::Search { turn, seen, .. } => {
                self.looked_for.push(seen);
                Event::SearchAnswered(turn, Some(self.site.found()))
            }
            Effect::Study { turn, input } => {
                self.asked_to_study.push(StudyInput::from_bytes(&input).expect("an input"));
                Event::Studied(turn, self.study.as_ref().map(Study::to_bytes))
            }
            Effect::Calendar { plan, exam, .. } => {
                self.calendars.push((plan, exam));
                Event::FileMade(true)
            }
            Effect::ShareTool { turn, tool, input } => {
                Event::ToolAnswered(turn, tools::work(tool, &input).filter(|_| !self.no_tools))
            }
            Effect::Qr { turn, .. } => Event::ToolAnswered(turn, Some(Some(Qr::default()).to_bytes())),
            Effect::HandFile { name, text } => {
                self.files.push((name, text));
                Event::FileMade(true)
            }
            Effect::CopyText(text) => {
                self.copied_texts.push(text);
                Event::TextCopied(true)
            }
            Effect::Navigate { route, replace } => self.navigate(&route, replace),
            Effect::Download { name, text } => {
                self.downloads.push((name, text));
                Event::Downloaded(true)
            }
            other => return self.note(&other),
        };
        self.waiting.push_back(answer);
    }

    fn note(&mut self, effect: &Effect) {
        match effect {
            Effect::Announce(what) => self.said.push(*what),
            Effect::ApplyUpdate => self.updates += 1,
            Effect::Persist => self.persisted += 1,
            Effect::ApplyTheme(theme, look) => self.dressed = Some(look.mark(*theme)),
            Effect::Print => self.printed += 1,
            _ => {}
        }
    }

    fn write_local(&mut self, record: LocalRecord, slot: Slot, text: String) -> Result<(), StorageFault> {
        if let Some(fault) = self.device.local_fault {
            return Err(fault);
        }
        self.device.local.insert((record, slot), text);
        Ok(())
    }

    fn navigate(&mut self, route: &Route, replace: bool) -> Event {
        self.history.truncate(self.here + 1);
        if replace {
            self.history.pop();
        }
        self.history.push(route.to_string());
        self.here = self.history.len() - 1;
        Event::RouteChanged(route.to_string())
    }

    /// The address bar.
    pub(crate) fn address(&self) -> &str {
        &self.history[self.here]
    }

    /// The learner types an address, or follows a link of the page.
    pub(crate) fn visit(&mut self, fragment: &str) {
        self.history.truncate(self.here + 1);
        self.history.push(fragment.to_owned());
        self.here = self.history.len() - 1;
        self.send(Event::RouteChanged(fragment.to_owned()));
    }

    /// The browser's back button, or forward with a positive number.
    pub(crate) fn travel(&mut self, steps: isize) {
        self.here = self.here.checked_add_signed(steps).filter(|here| *here < self.history.len()).unwrap();
        let fragment = self.address().to_owned();
        self.send(Event::RouteChanged(fragment));
    }

    // Time.

    /// Time passes with the page at the front: it ticks at the end.
    pub(crate) fn pass(&mut self, ms: i64) {
        self.wall += ms;
        self.mono += ms;
        self.send(Event::Ticked);
    }

    /// Time passes, and nothing happens in the page yet.
    pub(crate) fn pass_unnoticed(&mut self, ms: i64) {
        self.wall += ms;
        self.mono += ms;
    }

    /// The machine sleeps: the monotonic clock stands still.
    pub(crate) fn sleep(&mut self, ms: i64) {
        self.wall += ms;
        self.send(Event::Ticked);
    }

    /// Someone sets the system clock.
    pub(crate) fn set_clock(&mut self, by: i64) {
        self.wall += by;
        self.send(Event::Ticked);
    }

    // What is shown.

    pub(crate) fn view(&self) -> View {
        view(&self.model, &self.env())
    }

    pub(crate) fn notices(&self) -> Vec<Notice> {
        self.view().frame.notices.to_vec()
    }

    #[track_caller]
    pub(crate) fn told(&self, notice: &Notice) {
        let notices = self.notices();
        assert!(notices.contains(notice), "{notice:?} is not told among {notices:?}");
    }

    #[track_caller]
    pub(crate) fn sitting(&self) -> &Sitting {
        self.model.sitting().expect("a sitting at work")
    }

    pub(crate) fn form(&self) -> Rc<Form> {
        Rc::clone(&self.sitting().form)
    }

    /// Milliseconds left of the running exam, as its clock shows them now.
    #[track_caller]
    pub(crate) fn left(&self) -> i64 {
        let clock = match self.view().page {
            PageView::Sitting(sitting) => sitting.clock,
            PageView::Review(review) => review.clock,
            other => panic!("no clock is shown: {other:?}"),
        };
        clock.expect("a limit").deadline.0 - self.mono
    }
}
