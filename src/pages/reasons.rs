//! Why each option of a question is right or wrong, and where that stands.

use super::hint;
use crate::browser::moment;
use crate::components::{El, div, el, outward, rich};
use crate::text;
use invigil_engine::bank::Reference;
use invigil_engine::ids::OptionId;
use invigil_engine::view::ResultItem;

/// The reasons, beginning from what was chosen, then the key, then the rest, each in the order in which they were seen.
pub(super) fn reasons(item: &ResultItem) -> Vec<El> {
    let key = item.item.question.key();
    let rank = |option: OptionId| (item.chosen.contains(option), key.contains(option));
    let shown = |wanted: fn((bool, bool)) -> bool| {
        item.item.order.iter().copied().enumerate().filter(move |(_, option)| wanted(rank(*option)))
    };
    let chosen = shown(|(chosen, _)| chosen);
    let missed = shown(|(chosen, key)| !chosen && key);
    let others = shown(|(chosen, key)| !chosen && !key);
    let list = chosen.chain(missed).chain(others).map(|(place, option)| reason(item, place, option));
    let reasons = &item.item.reasons;
    let title = |words: &'static str| el("h3").text(words);
    let mut parts = vec![
        div("ol", "reasons").list(list.collect()),
        div("div", "takeaway").add(title(text::TAKEAWAY)).add(rich(&reasons.takeaway)),
    ];
    if let Some(change) = &reasons.changed {
        let line = |name: &'static str| div("div", "change").add(el("strong").text(name));
        parts.push(
            div("div", "changed")
                .add(title(text::CHANGED).text(" ").words(text::since(&change.since)))
                .add(line(text::WAS).add(rich(&change.was)))
                .add(line(text::IS).add(rich(&change.is))),
        );
    }
    if let Some(notes) = &item.taught {
        parts.push(el("p").add(div("a", "way").set("href", notes.to_string()).text(text::NOTES_READ)));
    }
    parts.push(title(text::REFERENCES));
    parts.push(div("ul", "references").list(reasons.references.iter().map(reference).collect()));
    parts.push(hint(text::verified(&moment::date(reasons.verified), &reasons.verified_source)));
    parts.push(hint(text::number(reasons.number.0, reasons.revision)));
    parts
}

fn reference(reference: &Reference) -> El {
    let unopened = || div("span", "hint").text(text::REFERENCE_UNOPENED);
    let link = outward(reference.href.as_str().to_owned()).words(reference.title.clone());
    el("li").add(link).text(" ").add_if((!reference.opened).then(unopened))
}

fn reason(item: &ResultItem, place: usize, option: OptionId) -> El {
    let question = &item.item.question;
    let choice = question.options.iter().find(|choice| choice.id == option);
    let why = item.item.reasons.whys.iter().find(|why| why.option == option);
    let right = choice.is_some_and(|choice| choice.correct);
    let letter =
        div("span", "option-letter").attr("aria-hidden", "true").words(text::option_label(place).into());
    let mut tags = Vec::new();
    if item.chosen.contains(option) {
        tags.push(div("span", "tag tag-yours").text(text::YOUR_ANSWER));
    }
    if right {
        tags.push(div("span", "tag tag-key").text(text::KEY));
    }
    if item.old_key.is_some_and(|key| key.contains(option)) {
        tags.push(div("span", "tag").text(text::KEY_UNTIL_THEN));
    }
    div("li", if right { "reason reason-right" } else { "reason" })
        .add(div("div", "reason-option").add(letter).add_if(choice.map(|choice| rich(&choice.text))))
        .add(div("p", "reason-tags").list(tags))
        .add_if(why.map(|why| rich(&why.text)))
}
