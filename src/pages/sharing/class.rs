//! A class: codes in, figures out.

use super::{file_field, heading, hint, part, paste_form, send, sheet};
use crate::app::Dispatch;
use crate::components::{
    Bar, Choice, El, bar_chart, button, div, el, fact, fold, para, row, select, table_box, table_head,
};
use crate::text;
use invigil_engine::app::{SharingEvent, Ungraded};
use invigil_engine::ids::OptionId;
use invigil_engine::share::class::{
    AcrossReport, ClassForm, ClassInput, ClassItem, ClassPerson, ClassReport, Estimate, FormReport,
    ItemReport, PersonReport, Table,
};
use invigil_engine::share::packet::PacketFault;
use invigil_engine::view::ClassView;
use yew::Callback;

/// The page of a class.
pub(in crate::pages) fn class(view: &ClassView, dispatch: &Dispatch) -> El {
    sheet("class", "sharing class")
        .add(heading(text::CLASS_TITLE))
        .add(div("p", "lead").text(text::CLASS_LEAD))
        .add(taking(view, dispatch))
        .add(state(view, dispatch))
        .add_if(view.failed.then(|| el("p").attr("role", "alert").text(text::CLASS_FAILED)))
        .add_if(
            view.input
                .as_ref()
                .zip(view.report.as_ref())
                .map(|(input, report)| figures(view, input, report, dispatch)),
        )
}

fn taking(view: &ClassView, dispatch: &Dispatch) -> El {
    div("div", "taking card")
        .hidden(view.reading.is_some())
        .add(paste_form("codes", text::CLASS_FIELD, text::CLASS_TAKE, dispatch, SharingEvent::CodesGiven))
        .add(file_field(text::CLASS_FILES, ".txt,.csv,.md,text/*", dispatch, SharingEvent::CodesGiven))
}

/// How far it is, and what was not taken in.
fn state(view: &ClassView, dispatch: &Dispatch) -> El {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let reading = view.reading.map(|(read, total)| {
        div("div", "reading")
            .add(
                div("p", "hint").attr("role", "status").words(text::class_reading(count(read), count(total))),
            )
            .add(el("progress").set("max", total.to_string()).set("value", read.to_string()))
            .add(button(dispatch, send(SharingEvent::ReadingStopped), "button", text::CLASS_STOP))
    });
    let mut lines = Vec::new();
    if view.twice > 0 {
        lines.push(text::class_twice(count(view.twice)));
    }
    if view.too_many > 0 {
        lines.push(text::class_too_many(count(view.too_many)));
    }
    for (fault, number) in &view.refused {
        lines.push([text::class_refused(*number), refusal(*fault)].join(" "));
    }
    for (title, why, people) in &view.waiting {
        lines.push(match why {
            Ungraded::NoKey | Ungraded::NotYet => text::class_no_key(title, count(*people)),
            Ungraded::NoPaper | Ungraded::OtherPaper | Ungraded::OtherRelease => {
                text::class_no_paper(title, count(*people))
            }
        });
    }
    if view.other_release > 0 {
        lines.push(text::class_other_release(count(view.other_release)));
    }
    let people =
        if view.people == 0 { text::CLASS_NOBODY.to_owned() } else { text::class_people(count(view.people)) };
    let clear =
        || row(vec![button(dispatch, send(SharingEvent::ClassCleared), "button small", text::CLASS_CLEAR)]);
    div("div", "class-state")
        .add_if(reading)
        .add(div("p", "class-people").attr("role", "status").words(people))
        .add(div("ul", "notes-of-class").list(lines.into_iter().map(|words| el("li").words(words)).collect()))
        .add(hint(text::CLASS_PROVES.to_owned()))
        .add_if((view.people > 0).then(clear))
}

fn refusal(fault: PacketFault) -> String {
    match fault {
        PacketFault::Cut(..) => text::CODE_CUT_NOTHING.to_owned(),
        fault => text::packet_fault(fault),
    }
}

fn figures(view: &ClassView, input: &ClassInput, report: &ClassReport, dispatch: &Dispatch) -> El {
    let block = div("div", "class-figures");
    let shown = input.forms.get(view.form).zip(report.forms.get(view.form));
    let left_out = || el("p").words(text::class_left_out(report.left_out));
    block
        .add_if((report.left_out > 0).then(left_out))
        .add_if((input.forms.len() > 1).then(|| forms(view, input, dispatch)))
        .add_if(shown.map(|(form, figures)| {
            div("div", "class-form")
                .key(&form.id)
                .add(whole(form, figures))
                .add(questions(form, figures))
                .add(heat(view.form, form, figures, input, report, dispatch))
        }))
        .add_if((!report.across.is_empty()).then(|| across(&report.across)))
        .add(tables(view, dispatch))
}

fn forms(view: &ClassView, input: &ClassInput, dispatch: &Dispatch) -> El {
    let choices = input.forms.iter().enumerate();
    let choices = choices.map(|(place, form)| (place.to_string(), form.title.clone(), place == view.form));
    let dispatch = dispatch.clone();
    let chosen = Callback::from(move |value: String| {
        if let Ok(place) = value.parse() {
            dispatch.emit(send(SharingEvent::FormChosen(place)));
        }
    });
    select("form", text::FORM_CHOOSE, choices.collect(), chosen)
}

/// Thousandths as percent.
fn percent(value: i32) -> String {
    text::percent(u32::try_from((value.max(0) + 5) / 10).unwrap_or(0))
}

/// Thousandths with two decimals and a sign of its own.
fn decimal(value: i32) -> String {
    let hundredths = (value.abs() + 5) / 10;
    let sign = if value < 0 && hundredths > 0 { "−" } else { "" };
    text::decimal(sign, hundredths.unsigned_abs())
}

fn interval(estimate: Estimate, written: fn(i32) -> String) -> String {
    text::form_interval(&written(estimate.low), &written(estimate.high))
}

fn or_nothing(words: Option<String>) -> String {
    words.unwrap_or_else(|| text::FORM_NOTHING.to_owned())
}

fn whole(form: &ClassForm, figures: &FormReport) -> El {
    // Below zero a reliability says no more than zero does.
    let positive = |one: Estimate| Estimate { low: one.low.max(0), ..one };
    let kr20 = figures.kr20.map(|one| {
        [decimal(one.value), " (".to_owned(), interval(positive(one), decimal), ")".to_owned()].concat()
    });
    let facts = vec![
        fact(text::ACROSS_PEOPLE, text::figures(figures.people)),
        fact(text::FACT_QUESTIONS, text::figures(figures.counted)),
        fact(text::FORM_MEAN, percent(figures.mean)),
        fact(text::FORM_SPREAD, or_nothing(figures.spread.map(percent))),
        fact(text::FORM_KR20, or_nothing(kr20)),
        fact(text::FORM_ERROR, or_nothing(figures.error.map(percent))),
    ];
    let most = figures.tenths.iter().copied().max().unwrap_or(0).max(1);
    let tenths = || (0_u32..).zip(&figures.tenths).map(|(tenth, people)| (tenth * 10, *people));
    let bars = tenths().map(|(from, people)| Bar {
        height: people * 100 / most,
        above: text::figures(people),
        below: text::figures(from),
    });
    let lines = tenths().map(|(from, people)| {
        let name = el("th").attr("scope", "row").words(text::form_tenth(from, from + 10));
        el("tr").add(name).add(el("td").words(text::figures(people)))
    });
    let table = div("table", "figures")
        .add(table_head(&[text::SHARE_RIGHT, text::ACROSS_PEOPLE]))
        .add(el("tbody").list(lines.collect()));
    part("form-title", text::FORM_TITLE)
        .add(div("p", "form-name").words(form.title.clone()))
        .add(div("dl", "facts").list(facts))
        .add_if((figures.people < 100).then(|| hint(text::FORM_FEW.to_owned())))
        .add(el("h3").text(text::FORM_SCORES))
        .add(bar_chart(text::FORM_TENTHS, &bars.collect::<Vec<_>>()))
        .add(fold("fold", text::AS_TABLE.to_owned()).add(table))
}

fn questions(form: &ClassForm, figures: &FormReport) -> El {
    let lines = (1_u32..).zip(form.items.iter().zip(&figures.items));
    let lines = lines.map(|(number, (item, report))| question(number, item, report));
    let table = div("table", "figures class-questions")
        .add(table_head(&[
            text::QUESTION,
            text::QUESTION_FACILITY,
            text::QUESTION_DISCRIMINATION,
            text::QUESTION_OPTIONS,
            text::QUESTION_LOOK,
        ]))
        .add(el("tbody").list(lines.collect()));
    part("questions-title", text::QUESTIONS_TITLE)
        .add(para(text::QUESTIONS_LEAD))
        .add(named_box(text::QUESTIONS_TITLE).add(table))
}

fn question(number: u32, item: &ClassItem, report: &ItemReport) -> El {
    let option = |(place, chosen): (u8, u32)| {
        let share = percent(thousandths(chosen, report.asked));
        let letter = letter(place);
        let is_key = OptionId::from_index(place).is_some_and(|option| item.key.contains(option));
        let words = if is_key {
            text::question_option_key(&letter, &share)
        } else {
            text::question_option(&letter, &share)
        };
        div("li", if is_key { "option-key" } else { "option-other" }).words(words)
    };
    let options = (0..).zip(report.options.iter().map(|option| option.chosen)).map(option);
    let warnings = report.warnings.iter().map(|warning| el("li").words(text::item_warning(*warning)));
    let discrimination = report.discrimination;
    el("tr")
        .add(
            el("th")
                .attr("scope", "row")
                .words(text::figures(number))
                .text(" ")
                .add(div("span", "hint").words(item.about.clone()))
                .add_if((!item.scored).then(|| div("span", "tag").text(text::QUESTION_NOT_COUNTED))),
        )
        .add(
            el("td")
                .words(percent(report.facility.value))
                .add(div("div", "hint").words(interval(report.facility, percent))),
        )
        .add(
            el("td")
                .words(or_nothing(discrimination.map(|one| decimal(one.value))))
                .add_if(discrimination.map(|one| div("div", "hint").words(interval(one, decimal)))),
        )
        .add(el("td").add(div("ul", "plain-list").list(options.collect())))
        .add(el("td").add(div("ul", "plain-list").list(warnings.collect())))
}

fn thousandths(part: u32, whole: u32) -> i32 {
    let share = u64::from(part) * 1000 / u64::from(whole.max(1));
    i32::try_from(share).unwrap_or(0)
}

fn letter(place: u8) -> String {
    char::from(b'A'.saturating_add(place)).to_string()
}

/// Persons by domains: the shares as figures on tiles of eleven shades.
fn heat(
    shown: usize,
    form: &ClassForm,
    figures: &FormReport,
    input: &ClassInput,
    report: &ClassReport,
    dispatch: &Dispatch,
) -> El {
    let domains = (0..)
        .zip(&form.domains)
        .filter(|(place, _)| figures.domains.get(*place).is_some_and(Option::is_some));
    let domains: Vec<(usize, &String)> = domains.collect();
    let mut head = vec![
        el("th").attr("scope", "col").text(text::HEAT_PERSON),
        el("th").attr("scope", "col").text(text::HEAT_SCORE),
    ];
    head.extend(domains.iter().map(|(_, title)| el("th").attr("scope", "col").words((*title).clone())));
    head.push(el("th").attr("scope", "col").add(div("span", "visually-hidden").text(text::HEAT_LEAVE_OUT)));
    let all = || {
        let cells = domains.iter().filter_map(|(place, _)| figures.domains.get(*place).copied().flatten());
        el("tr")
            .add(el("th").attr("scope", "row").text(text::HEAT_ALL))
            .add(cell(figures.mean, percent(figures.mean)))
            .list(cells.map(|one| cell(one.value, percent(one.value))).collect())
            .add(el("td"))
    };
    let people = input.people.iter().zip(&report.people).enumerate();
    let of_form = people.filter(|(_, (person, _))| usize::from(person.form) == shown);
    let lines =
        of_form.map(|(place, (person, scores))| self::person(place, person, scores, &domains, dispatch));
    let mut rows = vec![all()];
    rows.extend(lines);
    let table =
        div("table", "figures heat").add(el("thead").add(el("tr").list(head))).add(el("tbody").list(rows));
    part("heat-title", text::HEAT_TITLE).add(named_box(text::HEAT_TITLE).add(table))
}

fn person(
    place: usize,
    person: &ClassPerson,
    scores: &PersonReport,
    domains: &[(usize, &String)],
    dispatch: &Dispatch,
) -> El {
    let number = u32::try_from(place + 1).unwrap_or(u32::MAX);
    let name =
        if person.handed.name.is_empty() { text::heat_nameless(number) } else { person.handed.name.clone() };
    let cells = domains.iter().map(|(domain, _)| match scores.domains.get(*domain) {
        Some((right, asked)) if *asked > 0 => cell(thousandths(*right, *asked), text::of(*right, *asked)),
        _ => el("td").text(text::FORM_NOTHING),
    });
    let leave =
        button(dispatch, send(SharingEvent::PersonLeftOut(place)), "button small", text::HEAT_LEAVE_OUT)
            .set("aria-label", text::named_state(text::HEAT_LEAVE_OUT, &name));
    el("tr")
        .key(&place.to_string())
        .add(el("th").attr("scope", "row").words(name))
        .add(cell(thousandths(scores.right, scores.counted), text::of(scores.right, scores.counted)))
        .list(cells.collect())
        .add(el("td").add(leave))
}

/// The box in which the table of a part scrolls.
fn named_box(title: &str) -> El {
    table_box().set("aria-label", text::named_state(text::TABLE, title))
}

/// A share on its shade.
fn cell(share: i32, words: String) -> El {
    let shades = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
    let ground =
        usize::try_from(share.max(0) / 100).ok().and_then(|tenth| shades.get(tenth)).copied().unwrap_or("10");
    div("td", "heat-cell").attr("data-shade", ground).words(words)
}

fn across(all: &[AcrossReport]) -> El {
    let line = |one: &AcrossReport| {
        el("tr")
            .key(&one.id)
            .add(
                el("th")
                    .attr("scope", "row")
                    .words(one.id.clone())
                    .text(" ")
                    .add(div("span", "hint").words(one.about.clone())),
            )
            .add(el("td").words(text::figures(one.forms)))
            .add(el("td").words(text::figures(one.asked)))
            .add(
                el("td")
                    .words(percent(one.facility.value))
                    .add(div("div", "hint").words(interval(one.facility, percent))),
            )
    };
    let table = div("table", "figures")
        .add(table_head(&[text::QUESTION, text::ACROSS_PAPERS, text::ACROSS_PEOPLE, text::QUESTION_FACILITY]))
        .add(el("tbody").list(all.iter().map(line).collect()));
    part("across-title", text::ACROSS_TITLE)
        .add(para(text::ACROSS_LEAD))
        .add(named_box(text::ACROSS_TITLE).add(table))
}

fn tables(view: &ClassView, dispatch: &Dispatch) -> El {
    let names = Choice {
        kind: "checkbox",
        name: "names",
        label: text::TABLES_NAMES.to_owned(),
        hint: String::new(),
        checked: view.names,
        event: send(SharingEvent::NamesWanted(!view.names)),
    };
    let file = |table: Table, name: &'static str| {
        button(dispatch, send(SharingEvent::TableAsked(table)), "button", name)
    };
    part("tables-title", text::TABLES_TITLE)
        .add(para(text::TABLES_LEAD))
        .add(div("div", "choices").add(names.row(dispatch)))
        .add(row(vec![
            file(Table::AnswersCsv, text::TABLES_ANSWERS_CSV),
            file(Table::AnswersJsonLines, text::TABLES_ANSWERS_JSON),
            file(Table::QuestionsCsv, text::TABLES_QUESTIONS_CSV),
            file(Table::QuestionsJsonLines, text::TABLES_QUESTIONS_JSON),
        ]))
}
