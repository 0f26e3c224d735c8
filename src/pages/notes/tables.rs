//! What is gathered from all pages: the table of limits, and the list of changes.

use super::super::{heading, sheet};
use super::{href, way_back};
use crate::app::Dispatch;
use crate::components::{El, div, el, field_of, line, para, select, table_box, table_head};
use crate::text;
use invigil_engine::app::{Event, LimitOrder};
use invigil_engine::notes::{ChangeRow, LimitRow};
use invigil_engine::rich_text::Span;
use invigil_engine::view::{LimitsView, PageLink};
use yew::Callback;

pub(super) fn limits(view: &LimitsView, dispatch: &Dispatch) -> El {
    let typing = dispatch.clone();
    let typed = Callback::from(move |event: yew::InputEvent| {
        if let Some(field) = field_of(&event) {
            typing.emit(Event::LimitsFiltered(field.value()));
        }
    });
    let field = div("input", "field")
        .attr("id", "limits-filter")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .value(view.filter.clone())
        .typed(typed);
    let filter =
        div("p", "choose").add(el("label").attr("for", "limits-filter").text(text::LIMITS_FILTER)).add(field);
    let ordering = dispatch.clone();
    let ordered = Callback::from(move |value: String| {
        let order = if value == NAME { LimitOrder::ByName } else { LimitOrder::ByPage };
        ordering.emit(Event::LimitsSorted(order));
    });
    let by_name = view.order == LimitOrder::ByName;
    let orders = vec![
        ("page".to_owned(), text::LIMITS_BY_PAGE.to_owned(), !by_name),
        (NAME.to_owned(), text::LIMITS_BY_NAME.to_owned(), by_name),
    ];
    let names = [text::LIMITS_WHAT, text::LIMITS_DEFAULT, text::LIMITS_LIMIT, text::LIMITS_TOPIC];
    let body = el("tbody").list(view.rows.iter().map(limit).collect());
    let count = text::limits_count(number(view.rows.len()), number(view.all));
    sheet("limits", "notes")
        .add(way_back())
        .add(heading(text::LIMITS_TITLE))
        .add(para(text::LIMITS_LEAD))
        .add(div("div", "notes-tools").add(filter).add(select(
            "limits-order",
            text::LIMITS_ORDER,
            orders,
            ordered,
        )))
        .add(div("p", "hint").attr("role", "status").words(count))
        .add(table_box().add(div("table", "figures limits").add(table_head(&names)).add(body)))
}

/// The value of the order by name.
const NAME: &str = "name";

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn limit((page, row): &(PageLink, LimitRow)) -> El {
    let [what, default, limit] = &row.cells;
    let cell = |spans: &Vec<Span>| line("td", spans);
    let link = el("a").set("href", href(&page.path)).words(page.title.clone());
    el("tr")
        .add(line("th", what).attr("scope", "row"))
        .add(cell(default))
        .add(cell(limit))
        .add(el("td").add(link))
}

pub(super) fn changes(rows: &[(PageLink, ChangeRow)]) -> El {
    let mut years: Vec<(String, Vec<El>)> = Vec::new();
    for (page, row) in rows {
        let year = match row.since.as_str() {
            "corrected" => text::NOTES_CHANGED_CORRECTED.to_owned(),
            "" => text::NOTES_CHANGED_UNDATED.to_owned(),
            since => since.chars().take(4).collect(),
        };
        if years.last().is_none_or(|(known, _)| *known != year) {
            years.push((year, Vec::new()));
        }
        if let Some((_, lines)) = years.last_mut() {
            lines.push(change(page, row));
        }
    }
    let section = |(year, lines): (String, Vec<El>)| {
        el("section").key(&year.clone()).add(el("h2").words(year)).add(div("ul", "notes-list").list(lines))
    };
    sheet("changes", "notes")
        .add(way_back())
        .add(heading(text::NOTES_CHANGED_TITLE))
        .add(para(text::NOTES_CHANGED_LEAD))
        .list(years.into_iter().map(section).collect())
}

fn change(page: &PageLink, row: &ChangeRow) -> El {
    let link = el("a").set("href", href(&page.path)).words(page.title.clone());
    let day = (row.since.len() > 4 && row.since != "corrected")
        .then(|| div("span", "hint").words(row.since.clone()));
    let words = line("p", &row.words);
    el("li").add(el("p").class("change-head").add(link).text(" ").add_if(day)).add(words)
}
