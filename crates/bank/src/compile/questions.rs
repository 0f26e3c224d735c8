//! Compiles single questions: Markdown becomes rich text, names become the engine's types.

use crate::load::{BankSources, Found};
use crate::markdown::{Setting, parse};
use crate::source::{OptionOrder, OptionSource, QuestionSource};
use invigil_engine::bank::{Change, Choice, Question, Reasons, Reference, Why};
use invigil_engine::ids::{OptionId, QuestionNumber};
use invigil_engine::rich_text::{Href, RichText};
use invigil_engine::time::Date;

/// A question with its source.
pub(super) struct Compiled<'a> {
    pub(super) source: &'a QuestionSource,
    pub(super) question: Question,
    pub(super) reasons: Reasons,
}

/// All questions by rising number; none when one does not compile.
pub(super) fn questions(bank: &BankSources) -> Option<Vec<Compiled<'_>>> {
    let mut compiled = bank.questions.iter().map(compile).collect::<Option<Vec<_>>>()?;
    compiled.sort_by_key(|each| each.question.number);
    Some(compiled)
}

fn compile(found: &Found<QuestionSource>) -> Option<Compiled<'_>> {
    let source = &found.value;
    Some(Compiled { source, question: question(source)?, reasons: reasons(source)? })
}

fn question(source: &QuestionSource) -> Option<Question> {
    Some(Question {
        number: QuestionNumber(source.number?),
        revision: source.revision,
        kind: source.kind.into(),
        fixed_order: source.order == Some(OptionOrder::Fixed),
        stem: text(&source.stem, Setting::Stem)?,
        options: source.options.iter().map(choice).collect::<Option<_>>()?,
    })
}

fn choice(option: &OptionSource) -> Option<Choice> {
    Some(Choice { id: letter(option)?, text: text(&option.text, Setting::Line)?, correct: option.correct })
}

fn reasons(source: &QuestionSource) -> Option<Reasons> {
    Some(Reasons {
        number: QuestionNumber(source.number?),
        revision: source.revision,
        whys: source.options.iter().map(why).collect::<Option<_>>()?,
        takeaway: text(&source.takeaway, Setting::Line)?,
        references: source
            .references
            .iter()
            .map(|page| {
                let href = Href::parse(&page.url)?;
                Some(Reference { title: page.title.clone(), href, opened: page.opened })
            })
            .collect::<Option<_>>()?,
        verified: Date::parse(&source.verified.on)?,
        verified_source: source.verified.source.clone(),
        changed: match &source.changed {
            None => None,
            Some(change) => Some(Change {
                was: text(&change.was, Setting::Reason)?,
                is: text(&change.is, Setting::Reason)?,
                since: change.since.clone(),
            }),
        },
    })
}

fn why(option: &OptionSource) -> Option<Why> {
    Some(Why {
        option: letter(option)?,
        text: text(&option.why, Setting::Reason)?,
        misconception: option.misconception.clone(),
    })
}

fn letter(option: &OptionSource) -> Option<OptionId> {
    let mut letters = option.id.chars();
    let letter = OptionId::from_letter(letters.next()?)?;
    letters.next().is_none().then_some(letter)
}

fn text(markdown: &str, setting: Setting) -> Option<RichText> {
    let (text, faults) = parse(markdown, setting);
    faults.is_empty().then_some(text)
}
