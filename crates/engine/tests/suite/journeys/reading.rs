//! The study guide: pages arrive when they are read, a search shows only what was seen, and a section is practised.

use super::SHORT;
use crate::support::bank::Bank;
use crate::support::shell::{Device, MINUTE, Shell, Site};
use invigil_engine::app::{Event, Finder, LimitOrder};
use invigil_engine::ids::QuestionNumber;
use invigil_engine::notes::{
    ChangeRow, LimitRow, NoteBlock, NoteEntry, NoteKind, NotePage, NoteSection, NotesIndex,
};
use invigil_engine::packed::Packed as _;
use invigil_engine::rich_text::{Block, Span, Style};
use invigil_engine::time::Date;
use invigil_engine::view::{NoteView, NotesView, PageView};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn spans(words: &str) -> Vec<Span> {
    vec![Span { text: words.to_owned(), style: Style::Plain }]
}

fn block(words: &str, anchor: &str) -> NoteBlock {
    NoteBlock { block: Block::Paragraph(spans(words)), anchors: vec![anchor.to_owned()] }
}

fn page(title: &str, questions: Vec<QuestionNumber>) -> NotePage {
    NotePage {
        title: title.to_owned(),
        lead: block("What it is.", "f-1"),
        sections: vec![NoteSection {
            anchor: "use".to_owned(),
            title: "Use".to_owned(),
            blocks: vec![block("How it is used.", "f-2")],
            questions,
        }],
        references: Vec::new(),
        checked: Date::parse("2026-11-28").unwrap(),
        facts: (2, 1),
        related: vec![1],
    }
}

fn entry(name: &str, kind: NoteKind) -> NoteEntry {
    NoteEntry {
        kind,
        name: name.to_owned(),
        title: format!("Page {name}"),
        summary: String::new(),
        services: Vec::new(),
        address: format!("notes/{name}"),
    }
}

fn row(page: u16, what: &str) -> LimitRow {
    LimitRow { page, anchor: "use".to_owned(), cells: [spans(what), spans("1"), spans("2")] }
}

/// A site whose bank has two topics with pages, and a comparison.
fn site() -> Site {
    let bank = Bank::usual();
    let home = bank.entry.notes.clone().unwrap();
    let open = bank.index.entries.iter().filter(|entry| !entry.sealed).map(|entry| entry.number);
    let practised: Vec<QuestionNumber> = open.take(4).collect();
    let first = practised[0];
    let index = NotesIndex {
        pages: vec![
            entry("queues", NoteKind::Topic),
            entry("topics", NoteKind::Topic),
            entry("compare/both", NoteKind::Comparison),
        ],
        guides: Vec::new(),
        limits: "notes/limits".to_owned(),
        changes: "notes/changes".to_owned(),
        search: ("notes/search".to_owned(), "notes/search-questions".to_owned()),
        taught: vec![(first, (1, "f-2".to_owned()))],
    };
    let limits = vec![row(0, "Wait"), row(1, "Message size"), row(1, "age of messages")];
    let change = |since: &str| ChangeRow {
        page: 0,
        anchor: "f-1".to_owned(),
        since: since.to_owned(),
        words: spans("New."),
    };
    let changes = vec![change("2025"), change("corrected")];
    let file = |address: &str, bytes: Vec<u8>| (address.to_owned(), bytes);
    let notes = vec![
        file(&home, index.to_bytes()),
        file("notes/queues", page("Page queues", practised).to_bytes()),
        file("notes/topics", page("Page topics", Vec::new()).to_bytes()),
        file("notes/compare/both", page("Page compare/both", Vec::new()).to_bytes()),
        file("notes/limits", limits.to_bytes()),
        file("notes/changes", changes.to_bytes()),
        file("notes/search", Vec::new()),
        file("notes/search-questions", Vec::new()),
    ];
    Site { notes, ..Site::of(bank) }
}

#[track_caller]
fn shown(shell: &Shell) -> NotesView {
    match shell.view().page {
        PageView::Notes(view) => (*view).clone(),
        other => panic!("no page of the study guide: {other:?}"),
    }
}

#[track_caller]
fn read(shell: &Shell) -> NoteView {
    match shown(shell) {
        NotesView::Page(view) => view,
        other => panic!("nothing to read: {other:?}"),
    }
}

fn opened(fragment: &str) -> Shell {
    let mut shell = Shell::fresh(&site());
    shell.visit(fragment);
    shell
}

#[test]
fn what_there_is_to_read_is_shown_and_pages_arrive_one_by_one() {
    let mut shell = opened("#/notes");
    assert!(matches!(shown(&shell), NotesView::Index(index) if index.pages.len() == 3));
    shell.visit("#/notes/queues");
    let view = read(&shell);
    assert_eq!((view.page.title.as_str(), view.anchor.as_str()), ("Page queues", ""));
    assert_eq!(view.beside[0], None);
    assert_eq!(view.beside[1].as_ref().unwrap().path, "topics");
    assert_eq!(view.related[0].path, "topics");
    shell.visit("#/notes/topics/f-2");
    assert_eq!(read(&shell).anchor, "f-2");
    assert_eq!(read(&shell).beside[1], None, "a comparison does not follow a topic");
    shell.visit("#/notes/compare/both/use");
    assert_eq!((read(&shell).name.as_str(), read(&shell).anchor.as_str()), ("compare/both", "use"));
    shell.visit("#/notes/nothing");
    assert!(matches!(shown(&shell), NotesView::Nowhere));
}

#[test]
fn a_page_that_an_address_opens_waits_for_the_index() {
    let shell = Shell::open(Device::default(), &site(), 1_797_325_200_000, "#/notes/queues/use");
    assert_eq!(read(&shell).anchor, "use");
}

#[test]
fn a_page_that_does_not_arrive_is_told_and_asked_for_again() {
    let whole = site();
    let mut broken = whole.clone();
    broken.notes.retain(|(address, _)| address != "notes/queues");
    let mut shell = Shell::fresh(&broken);
    shell.visit("#/notes/queues");
    assert!(matches!(shown(&shell), NotesView::Missing));
    shell.site = whole;
    shell.visit("#/notes");
    shell.visit("#/notes/queues");
    assert_eq!(read(&shell).name, "queues");
}

#[test]
fn a_bank_without_a_study_guide_says_so() {
    let mut bank = Bank::usual();
    bank.entry.notes = None;
    let mut shell = Shell::fresh(&Site::of(bank));
    shell.visit("#/notes");
    assert!(matches!(shown(&shell), NotesView::NoGuide));
}

#[test]
fn limits_are_filtered_and_sorted() {
    let mut shell = opened("#/notes/limits");
    let rows = |shell: &Shell| match shown(shell) {
        NotesView::Limits(view) => {
            view.rows.iter().map(|(_, row)| row.cells[0][0].text.clone()).collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(rows(&shell), ["Wait", "Message size", "age of messages"]);
    shell.send(Event::LimitsSorted(LimitOrder::ByName));
    assert_eq!(rows(&shell), ["age of messages", "Message size", "Wait"]);
    shell.send(Event::LimitsFiltered(" MESS  topics".to_owned()));
    assert_eq!(rows(&shell), ["age of messages", "Message size"], "by what it says and by its page");
    shell.send(Event::LimitsFiltered("nothing".to_owned()));
    assert!(rows(&shell).is_empty());
}

#[test]
fn changes_keep_their_order_and_lead_to_their_paragraphs() {
    let NotesView::Changes(rows) = shown(&opened("#/notes/changes")) else { panic!("no changes") };
    assert_eq!(rows[0].0.path, "queues/f-1");
    assert_eq!(rows.iter().map(|(_, row)| row.since.as_str()).collect::<Vec<_>>(), ["2025", "corrected"]);
}

#[test]
fn a_question_leads_to_the_paragraph_that_teaches_it() {
    let whole = site();
    let number = whole.bank.index.entries.iter().find(|entry| !entry.sealed).unwrap().number.0;
    let mut shell = Shell::fresh(&whole);
    shell.visit(&format!("#/notes/question/{number}"));
    assert_eq!(shell.address(), "#/notes/topics/f-2");
    assert_eq!(read(&shell).anchor, "f-2");
    shell.visit("#/notes/question/999999");
    assert!(matches!(shown(&shell), NotesView::Nowhere));
}

#[test]
fn the_reviewed_question_names_its_place_in_the_guide() {
    let mut shell = Shell::fresh(&site());
    shell.sit(SHORT);
    shell.answer_right();
    shell.submit();
    let item = shell.result().items[0].clone();
    let number = item.item.question.number.0;
    assert_eq!(item.taught.unwrap().to_string(), format!("#/notes/question/{number}"));
}

#[test]
fn a_search_shows_what_was_seen_whatever_the_tool_finds() {
    let mut shell = opened("#/notes/search");
    let NotesView::Search(view) = shown(&shell) else { panic!("no search") };
    assert_eq!((view.finder, view.answered), (Finder::Ready, false));
    shell.send(Event::SearchTyped("queue".to_owned()));
    let NotesView::Search(view) = shown(&shell) else { panic!("no search") };
    assert_eq!(view.pages[0].link.path, "topics/f-2");
    assert_eq!(view.questions, [], "nothing was seen yet");

    shell.sit(SHORT);
    shell.answer_right();
    shell.submit();
    let seen: BTreeSet<u32> = shell.result().items.iter().map(|item| item.item.question.number.0).collect();
    shell.visit("#/notes/search");
    shell.send(Event::SearchTyped("queue again".to_owned()));
    let NotesView::Search(view) = shown(&shell) else { panic!("no search") };
    let found: BTreeSet<u32> = view.questions.iter().map(|found| found.number.0).collect();
    assert!(!found.is_empty() && found.is_subset(&seen), "{found:?} of {seen:?}");
    let told: BTreeSet<u32> = shell.looked_for.last().unwrap().iter().copied().collect();
    assert!(told.is_subset(&seen), "the tool is told of no other");

    shell.send(Event::SearchTyped("  ".to_owned()));
    let NotesView::Search(view) = shown(&shell) else { panic!("no search") };
    assert!(!view.answered && view.pages.is_empty());
}

#[test]
fn an_answer_to_an_older_search_is_none_any_more() {
    let mut shell = opened("#/notes/search");
    shell.send_alone(Event::SearchTyped("first".to_owned()));
    shell.send(Event::SearchTyped("second".to_owned()));
    let turn_of_first = 1;
    let before = shell.view();
    shell.send(Event::SearchAnswered(turn_of_first, None));
    assert_eq!(shell.view(), before);
}

#[test]
fn a_search_whose_index_is_missing_is_told_and_tried_again() {
    let whole = site();
    let mut broken = whole.clone();
    broken.notes.retain(|(address, _)| address != "notes/search");
    let mut shell = Shell::fresh(&broken);
    shell.visit("#/notes/search");
    let NotesView::Search(view) = shown(&shell) else { panic!("no search") };
    assert_eq!(view.finder, Finder::Failed);
    shell.site = whole;
    shell.send(Event::SearchTyped("queue".to_owned()));
    let NotesView::Search(view) = shown(&shell) else { panic!("no search") };
    assert!(view.finder == Finder::Ready && view.answered);
}

#[test]
fn a_section_is_practised_without_a_clock_and_with_reasons() {
    let mut shell = opened("#/notes/queues");
    let wanted: BTreeSet<QuestionNumber> = read(&shell).page.sections[0].questions.iter().copied().collect();
    shell.send(Event::PracticeStarted("use".to_owned()));
    let sitting = shell.sitting();
    let drawn: BTreeSet<QuestionNumber> =
        sitting.form.items.iter().map(|item| item.question.number).collect();
    assert!(!drawn.is_empty() && drawn.is_subset(&wanted), "{drawn:?} of {wanted:?}");
    assert!(sitting.limit.is_none() && sitting.reveals);
}

#[test]
fn a_section_without_questions_and_one_that_is_not_there_start_nothing() {
    let mut shell = opened("#/notes/topics");
    shell.send(Event::PracticeStarted("use".to_owned()));
    shell.send(Event::PracticeStarted("nowhere".to_owned()));
    shell.visit("#/notes");
    shell.send(Event::PracticeStarted("use".to_owned()));
    assert!(shell.model.sitting().is_none());
}

#[test]
fn a_slash_opens_the_search_outside_an_exam_only() {
    let mut shell = opened("#/history");
    shell.send(Event::KeyPressed("/".to_owned()));
    assert_eq!(shell.address(), "#/notes/search");
    shell.sit(SHORT);
    let exam = shell.address().to_owned();
    shell.send(Event::KeyPressed("/".to_owned()));
    assert_eq!(shell.address(), exam);
    shell.submit();
    shell.send(Event::KeysTurnedOff(true));
    let here = shell.address().to_owned();
    shell.pass(MINUTE);
    shell.send(Event::KeyPressed("/".to_owned()));
    assert_eq!(shell.address(), here);
}

proptest! {
    #[test]
    fn whatever_bytes_arrive_nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..300), which in 0_usize..5) {
        let mut broken = site();
        let address = ["", "notes/queues", "notes/limits", "notes/changes", "notes/search"][which];
        let home = broken.bank.entry.notes.clone().unwrap();
        let address = if address.is_empty() { home.as_str() } else { address };
        for (known, file) in &mut broken.notes {
            if known == address {
                file.clone_from(&bytes);
            }
        }
        let mut shell = Shell::fresh(&broken);
        for path in ["#/notes", "#/notes/queues/use", "#/notes/limits", "#/notes/changes", "#/notes/search", "#/notes/question/3"] {
            shell.visit(path);
            shell.send(Event::SearchTyped("a".to_owned()));
            shell.send(Event::PracticeStarted("use".to_owned()));
            shell.view();
        }
    }
}
