//! A thousand codes of a class, read and reckoned in WebAssembly under Node.

use std::process::Command;

use invigil_engine::bank::{BankIndex, Kind};
use invigil_engine::draw::{DrawSpec, Pool, draw};
use invigil_engine::ids::{Fingerprint, OptionId, OptionSet};
use invigil_engine::packed::Packed as _;
use invigil_engine::seed::Seed;
use invigil_engine::share::class::{ClassForm, ClassInput, ClassItem, ClassPerson, MOST_HANDED};
use invigil_engine::share::handed::{Handed, HandedAnswer, HandedPaper};

use crate::failure::{During as _, Failure, Outcome};
use crate::process;
use crate::project::{self, Project};

/// So many codes are given at a time, as the page gives them.
const BATCH: usize = 50;

pub(super) fn taking_in(project: &Project, index: &BankIndex) -> Outcome {
    let input = class(index).ok_or_else(|| Failure::new("no form can be drawn of the bank"))?;
    let codes: Vec<String> =
        input.people.iter().filter_map(|person| invigil_formats::hand(&person.handed)).collect();
    let batches: Vec<Vec<u8>> = codes.chunks(BATCH).map(|batch| batch.to_vec().to_bytes()).collect();
    let folder = project.target.join("bench");
    let write = |name: &str, bytes: Vec<u8>| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).during("write", &path).map(|()| path)
    };
    let module = crate::stage::tools::compile(project, true, "bench", &["--features", "bench"])?;
    let sizes: Vec<String> = batches.iter().map(|batch| batch.len().to_string()).collect();
    let read = write("codes.bin", batches.concat())?;
    let class = write("class.bin", input.to_bytes())?;
    let node = project::find_on_path("node").ok_or_else(|| Failure::new("there is no node"))?;
    let mut command = Command::new(node);
    command.current_dir(project.root.join("tests").join("e2e")).arg("class.mjs").arg(module);
    process::run(command.arg(read).arg(class).arg(sizes.join(",")))
}

/// A thousand people at a full form of the newest guide, each with answers of their own.
fn class(index: &BankIndex) -> Option<ClassInput> {
    let guide = index.guides.last()?;
    let spec = DrawSpec {
        guide: guide.id.clone(),
        length: guide.format.questions,
        topics: Vec::new(),
        seed: Seed::from_entropy(7),
        pool: Pool::Open,
        only: None,
    };
    let drawn = draw(index, &spec, None).ok()?;
    let items: Vec<ClassItem> = drawn
        .items
        .iter()
        .map(|item| {
            let entry = index.entry(item.number);
            let several = entry.is_some_and(|entry| entry.kind == Kind::Multiple);
            let first = OptionId::from_index(0).map(|option| OptionSet::EMPTY.with(option));
            let key = first.zip(OptionId::from_index(1)).map(
                |(key, other)| {
                    if several { key.with(other) } else { key }
                },
            );
            ClassItem {
                id: format!("dva/{}", item.number.0),
                revision: 1,
                about: String::new(),
                domain: item.domain,
                scored: item.scored,
                options: 4,
                key: key.unwrap_or_default(),
            }
        })
        .collect();
    let query = format!("bank=dva&guide={}&draw=1&seed=K7Q2M9XA4T&n=65&min=130", guide.id);
    let people = (0..MOST_HANDED).map(|place| ClassPerson { form: 0, handed: handed(place, &query, &items) });
    let people = people.collect();
    let domains = guide.domains.iter().map(|domain| domain.title.clone()).collect();
    let form = ClassForm { id: query.clone(), title: "A form".to_owned(), domains, items };
    Some(ClassInput { forms: vec![form], people })
}

/// Answers by a fixed rule: who stands further on is more often right.
fn handed(person: usize, query: &str, items: &[ClassItem]) -> Handed {
    let answer = |(place, item): (usize, &ClassItem)| {
        let lot = (person * 7919 + place * 104_729 + person * place) % 1000;
        let right = lot < 300 + person / 2;
        let option = u8::try_from(lot % 4).ok().and_then(OptionId::from_index);
        let other = option.map(|option| OptionSet::EMPTY.with(option)).unwrap_or_default();
        HandedAnswer {
            chosen: if right { item.key } else { other },
            flagged: lot.is_multiple_of(9),
            visited: true,
            seconds: u32::try_from(20 + lot % 200).unwrap_or(0),
        }
    };
    Handed {
        name: format!("Person {person}"),
        paper: HandedPaper::Exam(query.to_owned()),
        started: 1_797_325_200_000,
        limit: Some(130),
        reveals: false,
        expired: false,
        used: 7_000,
        changed: 3,
        asked: Fingerprint(7),
        answers: items.iter().enumerate().map(answer).collect(),
    }
}
