//! Reads message files, and makes of Fluent's syntax what the app can say: terms are put in their places, and a choice
//! within a sentence becomes a choice between sentences.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{
    CallArguments, Comment, Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::{parser, unicode};

use crate::Fault;
use crate::language::{Body, Form, Key, Kind, Language, Message, Parameter, Piece};

/// The terms of a language, by name.
type Terms = BTreeMap<String, Body>;

/// All files of a language's folder, in the order of their names.
pub(crate) fn language(messages: &Path, name: &str) -> Result<Language, Vec<Fault>> {
    let fault = |what: String| vec![Fault { file: name.to_owned(), line: 0, message: String::new(), what }];
    let is_plain = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let folder = messages.join(name);
    let files = files(&folder).map_err(|error| fault(format!("is no language: {error}")))?;
    if !is_plain || files.is_empty() {
        return Err(fault("is no language: its folder holds no file that ends in .ftl".to_owned()));
    }
    let mut texts = Vec::new();
    for path in files {
        let file = format!("{name}/{}", path.file_name().unwrap_or_default().to_string_lossy());
        let text =
            fs::read_to_string(&path).map_err(|error| fault(format!("{file} cannot be read: {error}")))?;
        texts.push((file, text));
    }
    parse(name, &texts)
}

fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// A language from the names and texts of its files.
pub(crate) fn parse(folder: &str, files: &[(String, String)]) -> Result<Language, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut read = Vec::new();
    for (file, text) in files {
        let resource = parser::parse(text.as_str()).unwrap_or_else(|(resource, errors)| {
            faults.extend(errors.iter().map(|error| Fault {
                file: file.clone(),
                line: line_at(text, error.slice.as_ref().map_or(error.pos.start, |slice| slice.start)),
                message: String::new(),
                what: format!("is no Fluent: {}", error.to_string().to_lowercase()),
            }));
            resource
        });
        read.push(Source { file, text, body: resource.body });
    }
    let mut terms = Terms::new();
    for source in &read {
        faults.extend(source.terms(&mut terms));
    }
    let mut language = Language { folder: folder.to_owned(), messages: Vec::new(), facts: Vec::new() };
    for source in &read {
        let kept =
            if Language::holds_facts(source.file) { &mut language.facts } else { &mut language.messages };
        faults.extend(source.messages(&terms, kept));
    }
    if faults.is_empty() { Ok(language) } else { Err(faults) }
}

/// A file, read.
struct Source<'a> {
    file: &'a str,
    text: &'a str,
    body: Vec<Entry<&'a str>>,
}

impl Source<'_> {
    fn terms(&self, terms: &mut Terms) -> Vec<Fault> {
        let mut faults = Vec::new();
        for entry in &self.body {
            let Entry::Term(term) = entry else { continue };
            let id = format!("-{}", term.id.name);
            match body(&term.value, terms) {
                Ok(body) => drop(terms.insert(id, body)),
                Err(what) => faults.push(self.fault(&id, what)),
            }
        }
        faults
    }

    fn messages(&self, terms: &Terms, kept: &mut Vec<Message>) -> Vec<Fault> {
        let mut faults = Vec::new();
        for entry in &self.body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name;
            if !message.attributes.is_empty() {
                faults.push(self.fault(id, "has attributes, which the app cannot use: make each a message"));
            }
            let Some(value) = &message.value else { continue };
            let made = parameters(message.comment.as_ref())
                .and_then(|parameters| Ok((parameters, body(value, terms)?)));
            match made {
                Ok((parameters, body)) => kept.push(Message {
                    id: id.to_owned(),
                    file: self.file.to_owned(),
                    line: self.line_of(id),
                    parameters,
                    body,
                }),
                Err(what) => faults.push(self.fault(id, what)),
            }
        }
        faults
    }

    fn fault(&self, id: &str, what: impl Into<String>) -> Fault {
        Fault {
            file: self.file.to_owned(),
            line: self.line_of(id),
            message: id.to_owned(),
            what: what.into(),
        }
    }

    /// The parser keeps no places, but an id begins its line.
    fn line_of(&self, id: &str) -> usize {
        let begins =
            |line: &str| line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('='));
        self.text.lines().position(begins).map_or(0, |line| line + 1)
    }
}

fn line_at(text: &str, place: usize) -> usize {
    text.bytes().take(place).filter(|byte| *byte == b'\n').count() + 1
}

/// The arguments that the comment of a message declares: `$count (Number): how many there are`.
fn parameters(comment: Option<&Comment<&str>>) -> Result<Vec<Parameter>, String> {
    let lines = comment.into_iter().flat_map(|comment| &comment.content);
    lines.filter_map(|line| line.trim().strip_prefix('$')).map(parameter).collect()
}

fn parameter(line: &str) -> Result<Parameter, String> {
    let is_name = |c: char| c.is_ascii_lowercase() || c == '-';
    let (name, rest) = line.split_at(line.find(|c| !is_name(c)).unwrap_or(line.len()));
    let kind = if rest.starts_with(" (Number)") {
        Kind::Number
    } else if rest.starts_with(" (Text)") {
        Kind::Text
    } else {
        return Err(format!("the comment must say what ${name} is: “${name} (Number): …” or (Text)"));
    };
    Ok(Parameter { name: name.to_owned(), kind })
}

/// A pattern, in which a choice may stand anywhere, as a choice of whole patterns.
fn body(pattern: &Pattern<&str>, terms: &Terms) -> Result<Body, String> {
    let mut whole = Body::Pattern(Vec::new());
    for element in &pattern.elements {
        let next = match element {
            PatternElement::TextElement { value } => words(*value),
            PatternElement::Placeable { expression } => placed(expression, terms)?,
        };
        whole = joined(whole, &next);
    }
    Ok(whole)
}

fn words(text: impl Into<String>) -> Body {
    Body::Pattern(vec![Piece::Words(text.into())])
}

/// The one and then the other, for every choice within both.
fn joined(first: Body, next: &Body) -> Body {
    match (first, next) {
        (Body::Choice { by, arms, otherwise }, next) => Body::Choice {
            by,
            arms: arms.into_iter().map(|(key, body)| (key, joined(body, next))).collect(),
            otherwise: Box::new(joined(*otherwise, next)),
        },
        (first, Body::Choice { by, arms, otherwise }) => Body::Choice {
            by: by.clone(),
            arms: arms.iter().map(|(key, body)| (key.clone(), joined(first.clone(), body))).collect(),
            otherwise: Box::new(joined(first, otherwise)),
        },
        (Body::Pattern(mut pieces), Body::Pattern(more)) => {
            for piece in more {
                match (pieces.last_mut(), piece) {
                    (Some(Piece::Words(before)), Piece::Words(words)) => before.push_str(words),
                    (_, piece) => pieces.push(piece.clone()),
                }
            }
            Body::Pattern(pieces)
        }
    }
}

fn placed(expression: &Expression<&str>, terms: &Terms) -> Result<Body, String> {
    match expression {
        Expression::Inline(inline) => match inline {
            InlineExpression::StringLiteral { value } => {
                Ok(words(unicode::unescape_unicode_to_string(value)))
            }
            InlineExpression::NumberLiteral { value } => Ok(words(*value)),
            InlineExpression::VariableReference { id } => Ok(argument(id.name, Form::Usual)),
            InlineExpression::FunctionReference { id, arguments } => number(id.name, arguments),
            InlineExpression::TermReference { id, attribute: None, arguments: None } => {
                let name = format!("-{}", id.name);
                terms.get(&name).cloned().ok_or_else(|| format!("names the term {name}, which is not there"))
            }
            InlineExpression::TermReference { .. } => Err("gives arguments to a term".to_owned()),
            InlineExpression::MessageReference { id, .. } => {
                Err(format!("names the message {}: make it a term, or an argument", id.name))
            }
            InlineExpression::Placeable { expression } => placed(expression, terms),
        },
        Expression::Select { selector, variants } => choice(selector, variants, terms),
    }
}

fn argument(name: &str, form: Form) -> Body {
    Body::Pattern(vec![Piece::Argument(name.to_owned(), form)])
}

/// `NUMBER($minutes, minimumIntegerDigits: 2)` and `NUMBER($id, useGrouping: "false")`.
fn number(function: &str, arguments: &CallArguments<&str>) -> Result<Body, String> {
    if function != "NUMBER" {
        return Err(format!("calls {function}, and there is only NUMBER"));
    }
    let [InlineExpression::VariableReference { id }] = arguments.positional.as_slice() else {
        return Err("calls NUMBER with something else than one argument of the message".to_owned());
    };
    let named: Vec<(&str, &str)> = arguments
        .named
        .iter()
        .map(|option| match &option.value {
            InlineExpression::NumberLiteral { value } | InlineExpression::StringLiteral { value } => {
                (option.name.name, *value)
            }
            _ => (option.name.name, ""),
        })
        .collect();
    let form = match named.as_slice() {
        [] => Form::Usual,
        [("useGrouping", "false")] => Form::Plain,
        [("minimumIntegerDigits", "2")] => Form::TwoDigits,
        _ => {
            return Err(
                "calls NUMBER with options that it does not know: it knows useGrouping: \"false\" and \
                        minimumIntegerDigits: 2"
                    .to_owned(),
            );
        }
    };
    Ok(argument(id.name, form))
}

fn choice(
    selector: &InlineExpression<&str>,
    variants: &[Variant<&str>],
    terms: &Terms,
) -> Result<Body, String> {
    let InlineExpression::VariableReference { id } = selector else {
        return Err("chooses by something else than an argument of the message".to_owned());
    };
    let mut arms = Vec::new();
    let mut otherwise = None;
    for variant in variants {
        let body = body(&variant.value, terms)?;
        if variant.default {
            otherwise = Some(body);
            continue;
        }
        let key = match variant.key {
            VariantKey::Identifier { name } => Key::Word(name.to_owned()),
            VariantKey::NumberLiteral { value } => Key::Exact(
                value.parse().map_err(|_| format!("chooses by {value}, which is no whole number"))?,
            ),
        };
        if arms.iter().any(|(other, _)| *other == key) {
            return Err("has two variants for the same case".to_owned());
        }
        arms.push((key, body));
    }
    // Fluent's grammar asks for a default.
    let otherwise = Box::new(otherwise.ok_or("has a choice without a default")?);
    Ok(Body::Choice { by: id.name.to_owned(), arms, otherwise })
}
