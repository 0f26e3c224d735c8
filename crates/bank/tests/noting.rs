//! The study guide: what its pages must hold, and what they are compiled to.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken assumption in a test is a failed test"
)]

mod support;

use invigil_bank::{Compiled, NotesReport, compile_site};
use invigil_engine::notes::{NoteKind, NotesIndex};
use invigil_engine::packed::Packed as _;
use invigil_engine::search::SearchIndex;
use std::fs;
use support::Folder;

const HEAD: &str = "services = [\"Queues of all kinds\"]\nchecked = \"2026-11-28\"\n\
    references = [{ title = \"One\", url = \"https://docs.aws.amazon.com/one\" }, \
    { title = \"Two\", url = \"https://docs.aws.amazon.com/two\" }]\n";

const QUEUES: &str = "A queue keeps messages. Consumers ask for them. Nothing is pushed. {queues-001}\n\n\
    ## Receiving {#receive}\n\
    A received message is **hidden**, see [rows](tables#exam). {queues-001}\n\n\
    - It comes back unless it is deleted. {queues-002}\n\n\
    ## Limits and defaults {#limits}\n\
    | What | Default | Limit |\n| --- | --- | --- |\n| Retention | four days | - {queues-003} |\n\n\
    ## How it fails {#fails}\n- **Twice**: the work outlasts the hiding. {queues-002, queues-001}\n\n\
    ## How the exam asks {#exam}\n- 'Handled twice': [receiving](#receive). {queues-002}\n";

const TABLES: &str = "A table keeps rows. A row has a key. The key is whole. {tables-001}\n\n\
    ## How it fails {#fails}\n- Half a key finds nothing. {tables-001}\n\n\
    ## How the exam asks {#exam}\n- 'Read one row': by its whole key. {tables-001}\n";

/// A study guide beside the fixture bank, as its author may have changed it.
struct Guide(Folder);

impl Guide {
    fn new() -> Self {
        let guide = Self(Folder::new());
        guide.write("topics/queues", HEAD, QUEUES);
        guide.write("topics/tables", &HEAD.replace("Queues of all kinds", "Tables"), TABLES);
        guide
    }

    fn write(&self, page: &str, head: &str, body: &str) {
        let file = self.0.0.join(format!("notes/tiny/{page}.md"));
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, format!("+++\n{head}+++\n{body}")).unwrap();
    }

    fn compiled(&self) -> Compiled {
        compile_site(&self.0.0, Some(&self.0.0.join("notes")), None)
    }
}

/// The first fault of the study guide when one thing is changed in the page about queues.
#[track_caller]
fn check(from: &str, to: &str, code: &str) {
    let guide = Guide::new();
    let (head, body) = (HEAD.replace(from, to), QUEUES.replace(from, to));
    assert!(head != HEAD || body != QUEUES, "{from} is there");
    guide.write("topics/queues", &head, &body);
    let found: Vec<_> =
        guide.compiled().diagnostics.into_iter().filter(|found| found.code.contains("notes")).collect();
    assert!(found.iter().any(|found| found.code == code), "{from} as {to}: {found:?}");
    assert!(found.iter().all(|found| found.file.starts_with("notes/tiny") && !found.advice.is_empty()));
}

#[test]
fn a_sound_guide_has_no_fault_and_is_compiled() {
    let compiled = Guide::new().compiled();
    let faults: Vec<_> = compiled.diagnostics.iter().filter(|found| found.code.contains("notes")).collect();
    assert!(faults.is_empty(), "{faults:?}");
    let guide = &compiled.notes[0];
    let report = NotesReport::of(&guide.sources, &guide.bank, &guide.compiled, true);
    assert_eq!((report.pages, report.topics, report.facts, report.limits), (2, (2, 2), (4, 4), 1));
    let index = &guide.compiled.index;
    let file = |address: &str| &compiled.outputs.iter().find(|output| output.path == address).unwrap().bytes;
    assert_eq!(index.pages[0].title, "Queues");
    assert_eq!(index.pages[0].summary, "A queue keeps messages.");
    assert_eq!(index.pages[0].kind, NoteKind::Topic);
    assert!(SearchIndex::from_bytes(file(&index.search.0)).unwrap().find("retention", 3)[0].page == 0);
    let at = compiled.outputs.iter().find(|output| output.path.contains("notes-index")).unwrap();
    assert_eq!(NotesIndex::from_bytes(&at.bytes).as_ref(), Some(index), "reads back");
}

#[test]
fn each_fact_is_an_anchor_once_and_every_question_is_taught_where_its_fact_stands() {
    let compiled = Guide::new().compiled();
    let notes = &compiled.notes[0].compiled;
    let page = &notes.pages[0];
    let mut anchors: Vec<&str> = page.lead.anchors.iter().map(String::as_str).collect();
    anchors.extend(
        page.sections
            .iter()
            .flat_map(|part| &part.blocks)
            .flat_map(|block| &block.anchors)
            .map(String::as_str),
    );
    anchors.retain(|anchor| !anchor.is_empty());
    assert_eq!(anchors, ["queues-001", "queues-002", "queues-003"]);
    let questions = &compiled.notes[0].bank.questions;
    assert_eq!(notes.index.taught.len(), questions.len());
    for question in questions {
        let number = invigil_engine::ids::QuestionNumber(question.value.number.unwrap());
        let (entry, anchor) = notes.index.teaching(number).unwrap();
        let topic =
            &compiled.notes[0].bank.facts.iter().find(|fact| fact.value.id == anchor).unwrap().value.topic;
        assert_eq!(&entry.name, topic);
    }
}

#[test]
fn sealed_questions_are_not_practised() {
    let compiled = Guide::new().compiled();
    let guide = &compiled.notes[0];
    let sealed = guide.bank.questions.iter().filter(|question| question.value.sealed);
    let sealed: Vec<u32> = sealed.filter_map(|question| question.value.number).collect();
    let practised =
        guide.compiled.pages.iter().flat_map(|page| &page.sections).flat_map(|part| &part.questions);
    assert!(practised.clone().count() > 0);
    assert!(practised.into_iter().all(|number| !sealed.contains(&number.0)));
}

#[test]
fn what_a_page_lacks_is_found() {
    check("{queues-003}", "{queues-001}", "E-notes-coverage");
    check("{queues-002, queues-001}", "{queues-009}", "E-notes-fact");
    check(
        "It comes back unless it is deleted. {queues-002}",
        "It comes back unless it is deleted.",
        "E-notes-fact",
    );
    check("Nothing is pushed. ", "", "E-notes-lead");
    check("tables#exam", "tables#limits", "E-notes-link");
    check("tables#exam", "rows", "E-notes-link");
    check("(#receive)", "(https://example.org/)", "E-notes-link");
    check("| What | Default |", "| What | Usual |", "E-notes-limits");
    check("## How it fails {#fails}", "## Faults {#fails}", "E-notes-section");
    check("## How it fails {#fails}", "### How it fails {#fails}", "E-notes-section");
    check("## How the exam asks {#exam}", "## More {#more}", "E-notes-section");
    check("**hidden**", "**`hidden`**", "E-notes-text");
    check("**hidden**", &"hidden ".repeat(70), "E-notes-long");
    check("services = [\"Queues of all kinds\"]", "services = []", "E-notes-head");
    check("2026-11-28", "yesterday", "E-notes-head");
    check("https://docs.aws.amazon.com/one", "https://example.org/one", "E-notes-head");
    check("checked", "verified", "E-notes-head");
}

#[test]
fn what_changed_stands_where_changes_are_told() {
    let guide = Guide::new();
    guide.0.replace(
        "tiny/facts.jsonl",
        "\"queues-002\", \"topic\": \"queues\", \"note\": null, \"verdict\": \"current\"",
        "\"queues-002\", \"topic\": \"queues\", \"note\": \"it was otherwise\", \"verdict\": \"changed\"",
    );
    let codes =
        |guide: &Guide| guide.compiled().diagnostics.iter().map(|found| found.code).collect::<Vec<_>>();
    assert!(codes(&guide).contains(&"E-notes-changed"));
    let told =
        |item: &str| format!("{QUEUES}\n## Changed since 2019 {{#changed}}\n- {item} {{queues-002}}\n");
    guide.write("topics/queues", HEAD, &told("Since last year: it comes back."));
    assert!(codes(&guide).contains(&"E-notes-changed"), "without a date");
    guide.write("topics/queues", HEAD, &told("**2024-11**: it comes back."));
    let compiled = guide.compiled();
    let row = &compiled.notes[0].compiled.changes[0];
    assert_eq!((row.since.as_str(), row.words[0].text.as_str()), ("2024-11", "It comes back."));
}

#[test]
fn a_number_may_be_left_out_for_a_reason() {
    let left = |reason: &str| {
        let guide = Guide::new();
        guide.0.replace("tiny/facts.jsonl", "for four days", "for 4 days on port 8081");
        let exempt = format!(
            "{HEAD}exempt = [{{ fact = \"queues-003\", number = \"8081\", reason = \"{reason}\" }}]\n"
        );
        guide.write("topics/queues", &exempt, QUEUES);
        guide.compiled().diagnostics.iter().filter(|found| found.code.contains("notes")).count()
    };
    assert_eq!(left("The port is an example."), 0);
    assert_eq!(left("so"), 1);
}

#[test]
fn a_bank_may_lack_a_study_guide() {
    let folder = Folder::new();
    let compiled = compile_site(&folder.0, Some(&folder.0.join("notes")), None);
    assert!(compiled.notes.is_empty() && !compiled.outputs.is_empty());
}
