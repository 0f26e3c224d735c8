//! Holds messages against what they declare, and a translation against English.

use std::collections::BTreeSet;

use crate::Fault;
use crate::emit::MARKS;
use crate::language::{Body, Key, Kind, Language, Message, Parameter};

/// The categories of plurals that Unicode has, for all languages.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Words of Rust, which cannot name a function or a parameter.
const RESERVED: [&str; 18] = [
    "as", "box", "dyn", "else", "fn", "for", "if", "in", "let", "loop", "match", "move", "mut", "pub", "ref",
    "type", "use", "where",
];

/// The source, if each of its messages uses what it declares, as it declares it.
pub(crate) fn source(language: &Language) -> Result<Language, Vec<Fault>> {
    let mut faults = twice(language);
    for message in &language.messages {
        faults.extend(name(message));
        faults.extend(against(message, &message.parameters));
    }
    if faults.is_empty() { Ok(language.clone()) } else { Err(faults) }
}

/// A translation with the parameters of the source, in their order, if it says all that the source says.
pub(crate) fn translation(source: &Language, translation: Language) -> Result<Language, Vec<Fault>> {
    let mut faults = twice(&translation);
    let mut messages = Vec::new();
    for wanted in &source.messages {
        let Some(found) = translation.messages.iter().find(|message| message.id == wanted.id) else {
            let place = Message { file: translation.folder.clone(), line: 0, ..wanted.clone() };
            faults
                .push(place.fault(format!("is missing; English has it in {}:{}", wanted.file, wanted.line)));
            continue;
        };
        faults.extend(against(found, &wanted.parameters));
        messages.push(Message { parameters: wanted.parameters.clone(), ..found.clone() });
    }
    for message in &translation.messages {
        if !source.messages.iter().any(|wanted| wanted.id == message.id) {
            faults.push(message.fault("is no message of English"));
        }
    }
    if faults.is_empty() { Ok(Language { messages, ..translation }) } else { Err(faults) }
}

fn twice(language: &Language) -> Vec<Fault> {
    let mut seen = BTreeSet::new();
    let again = |message: &&Message| !seen.insert(message.id.clone());
    language.messages.iter().filter(again).map(|message| message.fault("stands twice")).collect()
}

fn name(message: &Message) -> Vec<Fault> {
    let plain = |name: &str| {
        name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    let usable = |name: &str| plain(name) && !RESERVED.contains(&name);
    let names =
        std::iter::once(&message.id).chain(message.parameters.iter().map(|parameter| &parameter.name));
    names
        .filter(|name| !usable(name))
        .map(|name| {
            message.fault(format!("“{name}” cannot be a name in Rust: small letters, digits and hyphens"))
        })
        .collect()
}

/// Whether a message uses the parameters, all of them, each as its kind allows.
fn against(message: &Message, parameters: &[Parameter]) -> Vec<Fault> {
    let mut uses = Vec::new();
    message.body.uses(&mut uses);
    let mut faults = Vec::new();
    let kind = |name: &str| parameters.iter().find(|one| one.name == name).map(|one| one.kind);
    let mut told = BTreeSet::new();
    for (name, as_number) in &uses {
        match kind(name) {
            _ if !told.insert((name, as_number)) => {}
            None => faults.push(message.fault(format!(
                "uses ${name}, which is no argument of it: the comment above it in English declares them"
            ))),
            Some(Kind::Text) if *as_number => {
                faults.push(message.fault(format!("uses ${name} as a number, and it is a text")));
            }
            Some(_) => {}
        }
    }
    if told.len() > MARKS.len() {
        faults.push(message.fault("has more arguments than a message can have"));
    }
    if message.body.has_control_characters() {
        faults.push(message.fault("has a control character in its words"));
    }
    for parameter in parameters {
        if !uses.iter().any(|(name, _)| *name == parameter.name) {
            faults.push(message.fault(format!("does not use its argument ${}", parameter.name)));
        }
    }
    categories(message, &message.body, parameters, &mut faults);
    faults
}

/// A number is chosen by categories that exist: a misspelt one would never be chosen.
fn categories(message: &Message, body: &Body, parameters: &[Parameter], faults: &mut Vec<Fault>) {
    let Body::Choice { by, arms, otherwise } = body else { return };
    let is_number = parameters.iter().any(|one| one.name == *by && one.kind == Kind::Number);
    for (key, body) in arms {
        if let Key::Word(word) = key
            && is_number
            && !CATEGORIES.contains(&word.as_str())
        {
            faults.push(message.fault(format!("chooses by [{word}], which is no category of plurals")));
        }
        categories(message, body, parameters, faults);
    }
    categories(message, otherwise, parameters, faults);
}
