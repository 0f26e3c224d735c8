//! Puts the words of a language where the page itself says them: before the app runs, and after it has stopped. In the
//! sources stands the id of a message, as `{{home-title}}`.

use std::collections::BTreeSet;
use std::env;

use invigil_messages::{Page, SOURCE};

use crate::failure::{Failure, Outcome};
use crate::project::Project;

/// Names the locale of a build, as it does for the app itself (`build.rs`).
pub(crate) const LOCALE: &str = "INVIGIL_LOCALE";

/// The words of a build, and which of them were used.
pub(super) struct Words {
    page: Page,
    used: BTreeSet<String>,
}

impl Words {
    /// The words of the locale that the environment names.
    pub(super) fn of(project: &Project) -> Outcome<Self> {
        let locale = env::var(LOCALE).unwrap_or_else(|_| SOURCE.to_owned());
        let page = invigil_messages::page(&project.root.join("messages"), &locale).map_err(|faults| {
            let lines: Vec<String> = faults.iter().map(|fault| format!("messages/{fault}")).collect();
            Failure::new(lines.join("\n"))
        })?;
        Ok(Self { page, used: BTreeSet::new() })
    }

    /// Puts them into a page.
    pub(super) fn in_html(&mut self, html: &str) -> Outcome<String> {
        self.put(html, |words| {
            words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
        })
    }

    /// Puts them into texts in double quotes, of a script or of JSON.
    pub(super) fn in_quotes(&mut self, source: &str) -> Outcome<String> {
        self.put(source, |words| words.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
    }

    fn put(&mut self, source: &str, escaped: impl Fn(&str) -> String) -> Outcome<String> {
        let mut result = String::with_capacity(source.len());
        let mut rest = source;
        while let Some((before, (id, after))) =
            rest.split_once("{{").and_then(|(before, from)| Some((before, from.split_once("}}")?)))
        {
            let words = match id {
                "tag" => Some(self.page.locale.tag.as_str()),
                "direction" => Some(self.page.locale.direction.name()),
                id => self.page.words.get(id).map(String::as_str),
            };
            let words = words.ok_or_else(|| {
                Failure::new(format!(
                    "the page asks for the message {id}, and there is none without arguments"
                ))
            })?;
            self.used.insert(id.to_owned());
            result.push_str(before);
            result.push_str(&escaped(words));
            rest = after;
        }
        result.push_str(rest);
        Ok(result)
    }

    /// That nothing is translated which nobody reads.
    pub(super) fn all_used(&self) -> Outcome {
        let unused: Vec<&str> = self.page.own.difference(&self.used).map(String::as_str).collect();
        if unused.is_empty() {
            return Ok(());
        }
        Err(Failure::new(format!("page.ftl has messages that the page does not use: {}", unused.join(", "))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use invigil_messages::{Direction, Locale};

    fn words() -> Words {
        let locale = Locale { tag: "he".into(), direction: Direction::Rtl, usual: "he-IL".into() };
        let words = [("app", "Invigil"), ("odd", "a \"b\" <c> & \\ d\ne")];
        let words = words.map(|(id, words)| (id.to_owned(), words.to_owned())).into();
        Words { page: Page { locale, words, own: ["odd".to_owned()].into() }, used: BTreeSet::new() }
    }

    #[test]
    fn ids_become_words_as_their_place_asks_for() {
        for (html, expected) in [
            ("", ""),
            ("<p>{{app}}</p>", "<p>Invigil</p>"),
            ("<html lang=\"{{tag}}\" dir=\"{{direction}}\">", "<html lang=\"he\" dir=\"rtl\">"),
            ("{{odd}}", "a &quot;b&quot; &lt;c&gt; &amp; \\ d\ne"),
            ("a { b } {{ c", "a { b } {{ c"),
        ] {
            assert_eq!(words().in_html(html).as_deref(), Ok(expected));
        }
        assert_eq!(words().in_quotes("[\"{{odd}}\"]").as_deref(), Ok(r#"["a \"b\" <c> & \\ d\ne"]"#));
        assert!(words().in_html("{{gone}}").is_err());
    }

    #[test]
    fn a_message_that_nobody_reads_is_found() {
        let mut words = words();
        assert!(words.all_used().is_err());
        assert!(words.in_html("{{odd}}").is_ok());
        assert_eq!(words.all_used(), Ok(()));
    }
}
