//! Writes Rust. A pattern is one text in which a low control character stands for each argument, so that a message costs
//! its words and a call of `fill`, not code for each piece.

use std::fmt::Write as _;

use crate::language::{Body, Direction, Form, Key, Kind, Language, Locale, Message, Piece};

/// What stands for the arguments, in their order. No message has these characters, nor more arguments.
pub(crate) const MARKS: [char; 8] = ['\u{1}', '\u{2}', '\u{3}', '\u{4}', '\u{5}', '\u{6}', '\u{7}', '\u{8}'];

// Around an argument in a language that is written from the right: a name that is not keeps its own order.
const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';

/// The Rust of a language that was checked.
pub(crate) fn rust(locale: &Locale, language: &Language) -> String {
    let mut source = String::new();
    let _ = writeln!(
        source,
        "/// The language of the messages, by whose rules plurals are chosen.\npub(crate) const LANGUAGE: &str = {:?};",
        locale.tag
    );
    let _ = writeln!(
        source,
        "/// Where the reader's browser names no variety of it.\npub(crate) const USUAL_LOCALE: &str = {:?};",
        locale.usual
    );
    for message in language.messages.iter().filter(|message| !message.is_of_the_page()) {
        let _ = write!(source, "\n/// messages/{}:{}\n", message.file, message.line);
        Writer::of(message, locale.direction).write(&mut source);
    }
    source
}

/// What writes one message.
struct Writer<'a> {
    message: &'a Message,
    /// The arguments of its patterns, by the number of their control character.
    arguments: Vec<(&'a str, Form)>,
    isolates: bool,
}

impl<'a> Writer<'a> {
    fn of(message: &'a Message, direction: Direction) -> Self {
        let mut arguments = Vec::new();
        collect(&message.body, &mut arguments);
        Self { message, arguments, isolates: direction == Direction::Rtl }
    }

    fn write(&self, source: &mut String) {
        let id = name(&self.message.id);
        if self.message.parameters.is_empty() {
            let _ = write!(source, "pub(crate) const {}: &str = ", id.to_uppercase());
            self.body(source, &self.message.body, 0);
            source.push_str(";\n");
            return;
        }
        let parameters = self.message.parameters.iter().map(|parameter| {
            let kind = if parameter.kind == Kind::Number { "impl Into<intl::Number>" } else { "&str" };
            format!("{}: {kind}", name(&parameter.name))
        });
        let _ = writeln!(source, "pub(crate) fn {id}({}) -> String {{", joined(parameters));
        for parameter in self.message.parameters.iter().filter(|one| one.kind == Kind::Number) {
            let _ = writeln!(source, "    let {0} = {0}.into();", name(&parameter.name));
        }
        source.push_str("    let pattern = ");
        self.body(source, &self.message.body, 1);
        let arguments = self.arguments.iter().map(|(argument, form)| {
            if self.is_number(argument) {
                format!("intl::Argument::Number({}, intl::Form::{form:?})", name(argument))
            } else {
                format!("intl::Argument::Text({})", name(argument))
            }
        });
        let _ = write!(source, ";\n    intl::fill(pattern, &[{}])\n}}\n", joined(arguments));
    }

    fn is_number(&self, argument: &str) -> bool {
        self.message.parameters.iter().any(|one| one.name == argument && one.kind == Kind::Number)
    }

    /// The pattern that the arguments choose, as an expression.
    fn body(&self, source: &mut String, body: &Body, depth: usize) {
        let (by, arms, otherwise) = match body {
            Body::Pattern(pieces) => {
                let _ = write!(source, "{:?}", self.pattern(pieces));
                return;
            }
            Body::Choice { by, arms, otherwise } => (by, arms.iter(), otherwise),
        };
        if !self.is_number(by) {
            return self.choice(source, &name(by), arms.collect(), depth, |source, depth| {
                self.body(source, otherwise, depth);
            });
        }
        let (exact, plural): (Vec<_>, Vec<_>) = arms.partition(|(key, _)| matches!(key, Key::Exact(_)));
        self.choice(source, &format!("{}.0", name(by)), exact, depth, |source, depth| {
            let by = format!("intl::plural({}).as_str()", name(by));
            self.choice(source, &by, plural.clone(), depth, |source, depth| {
                self.body(source, otherwise, depth);
            });
        });
    }

    fn choice(
        &self,
        source: &mut String,
        by: &str,
        arms: Vec<&(Key, Body)>,
        depth: usize,
        otherwise: impl Fn(&mut String, usize),
    ) {
        if arms.is_empty() {
            return otherwise(source, depth);
        }
        let indent = "    ".repeat(depth);
        let _ = writeln!(source, "match {by} {{");
        for (key, body) in arms {
            let _ = match key {
                Key::Exact(number) => write!(source, "{indent}    {number} => "),
                Key::Word(word) => write!(source, "{indent}    {word:?} => "),
            };
            self.body(source, body, depth + 1);
            source.push_str(",\n");
        }
        let _ = write!(source, "{indent}    _ => ");
        otherwise(source, depth + 1);
        let _ = write!(source, ",\n{indent}}}");
    }

    fn pattern(&self, pieces: &[Piece]) -> String {
        let mut pattern = String::new();
        for piece in pieces {
            match piece {
                Piece::Words(words) => pattern.push_str(words),
                Piece::Argument(argument, form) => {
                    let place = self.arguments.iter().position(|one| *one == (argument.as_str(), *form));
                    let mark = place.and_then(|place| MARKS.get(place)).copied().unwrap_or_default();
                    if self.isolates {
                        pattern.extend([FIRST_STRONG_ISOLATE, mark, POP_ISOLATE]);
                    } else {
                        pattern.push(mark);
                    }
                }
            }
        }
        pattern
    }
}

fn collect<'a>(body: &'a Body, found: &mut Vec<(&'a str, Form)>) {
    match body {
        Body::Pattern(pieces) => {
            for piece in pieces {
                if let Piece::Argument(name, form) = piece
                    && !found.contains(&(name, *form))
                {
                    found.push((name, *form));
                }
            }
        }
        Body::Choice { arms, otherwise, .. } => {
            for (_, body) in arms {
                collect(body, found);
            }
            collect(otherwise, found);
        }
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

/// An id as Rust writes it.
fn name(id: &str) -> String {
    id.replace('-', "_")
}
