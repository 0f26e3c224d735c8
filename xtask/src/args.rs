//! The command line: which commands exist, what they take, and what to say to anything else.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A command as it is offered.
pub(crate) struct Spec {
    pub(crate) name: &'static str,
    summary: &'static str,
    flags: &'static [Flag],
    /// The words it takes besides flags; none means that it takes no word.
    words: &'static [&'static str],
}

struct Flag {
    name: &'static str,
    /// What stands for the value in the help; none for a switch.
    value: Option<&'static str>,
    summary: &'static str,
}

const fn switch(name: &'static str, summary: &'static str) -> Flag {
    Flag { name, value: None, summary }
}

const fn with_value(name: &'static str, value: &'static str, summary: &'static str) -> Flag {
    Flag { name, value: Some(value), summary }
}

pub(crate) const COMMANDS: &[Spec] = &[
    Spec {
        name: "serve",
        summary: "get the tools, build, and serve on this machine; rebuilds when a file changes",
        flags: &[
            with_value("--port", "PORT", "the port to serve on (8080)"),
            switch("--release", "the optimised build"),
            with_value("--prefix", "/FOLDER/", "serve under a folder, as many hosts do (/)"),
        ],
        words: &[],
    },
    Spec {
        name: "bank",
        summary: "check the questions, number or seal them, lay out their files, note a release, write figures or schemas",
        flags: &[with_value("--today", "DAY", "the day to reckon with (this machine's)")],
        words: &["check", "number", "seal", "format", "release", "report", "schema"],
    },
    Spec {
        name: "notes",
        summary: "check the study guide, and print what it covers and how well it is searched",
        flags: &[switch("--held", "try the queries that were kept back too")],
        words: &["check"],
    },
    Spec {
        name: "test",
        summary: "run the tests, all levels or those named, and count them",
        flags: &[],
        words: &["native", "component", "e2e", "browsers"],
    },
    Spec {
        name: "ci",
        summary: "all that a change must pass: formatting, lints, documents, dependencies, tests, budgets",
        flags: &[switch("--static", "only what runs no test")],
        words: &[],
    },
    Spec {
        name: "size",
        summary: "the bytes that a first visit loads, against their budget",
        flags: &[],
        words: &[],
    },
    Spec {
        name: "shots",
        summary: "pictures of every page and state, at three widths, light and dark, in target/shots",
        flags: &[with_value("--only", "TEXT", "only states with this in their name")],
        words: &[],
    },
    Spec {
        name: "bench",
        summary: "how long things take beside a reference, natively and in the browser",
        flags: &[],
        words: &[],
    },
    Spec {
        name: "lighthouse",
        summary: "Lighthouse's audits of the built site on an emulated phone, against what they must be",
        flags: &[],
        words: &[],
    },
    Spec {
        name: "replay",
        summary: "play the record of a report again, and tell where the app fails",
        flags: &[with_value("--report", "FILE", "the text that `Copy it with the record` gave")],
        words: &[],
    },
    Spec {
        name: "simulate",
        summary: "what the chance of passing is worth, in worlds where the truth is known",
        flags: &[
            switch("--check", "fail where it has become worse than recorded"),
            switch("--record", "record the figures, here and in docs/readiness.md"),
        ],
        words: &[],
    },
    Spec {
        name: "dist",
        summary: "build a folder for any static host",
        flags: &[
            with_value("--out", "FOLDER", "where to put it (dist)"),
            with_value(
                "--site-url",
                "URL",
                "where it will be found: the study notes name it, and a site map is made",
            ),
        ],
        words: &[],
    },
    Spec {
        name: "stage",
        summary: "finish a build of Trunk's: called by Trunk itself, see Trunk.toml",
        flags: &[],
        words: &[],
    },
];

/// A command line that was understood.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Request {
    /// Print this and end well.
    Help(String),
    Run {
        command: &'static str,
        arguments: Arguments,
    },
}

/// The flags and words that came with a command.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    flags: BTreeMap<&'static str, String>,
    words: Vec<String>,
}

impl Arguments {
    pub(crate) fn has(&self, flag: &str) -> bool {
        self.flags.contains_key(flag)
    }

    pub(crate) fn value(&self, flag: &str) -> Option<&str> {
        self.flags.get(flag).map(String::as_str)
    }

    pub(crate) fn words(&self) -> &[String] {
        &self.words
    }
}

/// Understands a command line, without the program's own name.
///
/// # Errors
/// A message that says what exists.
pub(crate) fn parse(line: &[String]) -> Result<Request, String> {
    let Some((first, rest)) = line.split_first() else {
        return Err(format!("which command?\n\n{}", help()));
    };
    if is_help(first) {
        return Ok(Request::Help(help()));
    }
    let Some(spec) = COMMANDS.iter().find(|spec| spec.name == first) else {
        return Err(format!("there is no command '{first}'\n\n{}", help()));
    };
    if rest.iter().any(|word| is_help(word)) {
        return Ok(Request::Help(spec.help()));
    }
    let arguments = spec.read(rest).map_err(|reason| format!("{reason}\n\n{}", spec.help()))?;
    Ok(Request::Run { command: spec.name, arguments })
}

fn is_help(word: &str) -> bool {
    matches!(word, "help" | "--help" | "-h")
}

impl Spec {
    fn read(&self, line: &[String]) -> Result<Arguments, String> {
        let mut found = Arguments::default();
        let mut line = line.iter();
        while let Some(word) = line.next() {
            if !word.starts_with('-') {
                if !self.words.contains(&word.as_str()) {
                    return Err(format!("'{}' does not know '{word}'", self.name));
                }
                found.words.push(word.clone());
                continue;
            }
            let (name, joined) = word.split_once('=').map_or((word.as_str(), None), |(n, v)| (n, Some(v)));
            let Some(flag) = self.flags.iter().find(|flag| flag.name == name) else {
                return Err(format!("'{}' has no flag '{name}'", self.name));
            };
            let value = match (flag.value, joined) {
                (None, None) => String::new(),
                (None, Some(_)) => return Err(format!("'{name}' takes no value")),
                (Some(_), Some(value)) => value.to_owned(),
                (Some(what), None) => {
                    line.next().cloned().ok_or_else(|| format!("'{name}' needs a value: {name} {what}"))?
                }
            };
            if found.flags.insert(flag.name, value).is_some() {
                return Err(format!("'{name}' is given twice"));
            }
        }
        Ok(found)
    }

    fn help(&self) -> String {
        let mut text = format!("cargo xtask {}", self.name);
        for flag in self.flags {
            let _ = match flag.value {
                Some(value) => write!(text, " [{} {value}]", flag.name),
                None => write!(text, " [{}]", flag.name),
            };
        }
        if let Some(words) = (!self.words.is_empty()).then(|| self.words.join("|")) {
            let _ = write!(text, " [{words}]");
        }
        let _ = write!(text, "\n    {}", self.summary);
        for flag in self.flags {
            let _ = write!(text, "\n    {:<10} {}", flag.name, flag.summary);
        }
        text
    }
}

fn help() -> String {
    let mut text = String::from("cargo xtask COMMAND\n\ncommands:");
    for spec in COMMANDS {
        let _ = write!(text, "\n  {:<10} {}", spec.name, spec.summary);
    }
    text.push_str("\n\n`cargo xtask COMMAND --help` says what a command takes.");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse_line(line: &str) -> Result<Request, String> {
        parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[track_caller]
    fn check(line: &str, command: &str, flags: &[(&str, &str)], words: &[&str]) {
        let Ok(Request::Run { command: found, arguments }) = parse_line(line) else {
            panic!("not understood: {line}: {:?}", parse_line(line));
        };
        assert_eq!(found, command);
        let found: Vec<_> = arguments.flags.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(found, flags);
        assert_eq!(arguments.words(), words);
    }

    #[track_caller]
    fn check_refused(line: &str, reason: &str) {
        let error = parse_line(line).expect_err("must be refused");
        assert_eq!(error.lines().next(), Some(reason));
        assert!(error.contains("cargo xtask"), "says what exists: {error}");
    }

    #[test]
    fn commands_are_understood() {
        check("serve", "serve", &[], &[]);
        check("serve --port 9000", "serve", &[("--port", "9000")], &[]);
        check("serve --release --port=9000", "serve", &[("--port", "9000"), ("--release", "")], &[]);
        check("serve --prefix /a/b/", "serve", &[("--prefix", "/a/b/")], &[]);
        check("test", "test", &[], &[]);
        check("test e2e native", "test", &[], &["e2e", "native"]);
        check("test browsers", "test", &[], &["browsers"]);
        check("bank check", "bank", &[], &["check"]);
        check("bank release --today 2026-12-01", "bank", &[("--today", "2026-12-01")], &["release"]);
        check("ci --static", "ci", &[("--static", "")], &[]);
        check("shots --only result", "shots", &[("--only", "result")], &[]);
        check("simulate --check", "simulate", &[("--check", "")], &[]);
        check("dist --out public", "dist", &[("--out", "public")], &[]);
    }

    #[test]
    fn the_unknown_is_refused() {
        check_refused("", "which command?");
        check_refused("sevre", "there is no command 'sevre'");
        check_refused("--port 1", "there is no command '--port'");
        check_refused("serve --open", "'serve' has no flag '--open'");
        check_refused("serve fast", "'serve' does not know 'fast'");
        check_refused("serve --port", "'--port' needs a value: --port PORT");
        check_refused("serve --release=yes", "'--release' takes no value");
        check_refused("serve --port 1 --port 2", "'--port' is given twice");
        check_refused("test unit", "'test' does not know 'unit'");
        check_refused("size --static", "'size' has no flag '--static'");
    }

    #[test]
    fn help_names_every_command() {
        for line in ["help", "--help", "-h"] {
            let Ok(Request::Help(text)) = parse_line(line) else { panic!("{line} is help") };
            for spec in COMMANDS {
                assert!(text.contains(spec.name) && text.contains(spec.summary), "{} in help", spec.name);
            }
        }
        let Ok(Request::Help(text)) = parse_line("serve --help") else { panic!("help of one command") };
        assert!(text.starts_with("cargo xtask serve [--port PORT] [--release] [--prefix /FOLDER/]"));
    }
}
