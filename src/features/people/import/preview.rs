//! The preview: a row for each person, service account and team, filtered by what happens to it, with fields to correct what is
//! faulty.

use interchange::directory::{Choices, Column, Difference, Fault, Plan, Reason, Row, Status, Value};
use yew::prelude::*;

use super::super::text::PeopleText;
use super::text::ImportText;
use crate::i18n::{Catalog, intl};
use crate::platform::dom;
use crate::ui::{PAGE_ROWS, PageRange, PagerWords, Turn, bdi, icon, pager, prose, table};

/// The callbacks of the preview.
#[derive(Clone, PartialEq)]
pub struct Events {
    /// Filters by a status, or shows all rows.
    pub on_filter: Callback<Option<Status>>,
    /// Turns to another page, from 1.
    pub on_turn: Callback<usize>,
    /// Corrects the text of a line's column.
    pub on_correct: Callback<(usize, Column, String)>,
    /// Corrects a line as a whole.
    pub on_correct_line: Callback<(usize, String)>,
}

/// The content of the preview.
pub struct Preview<'a> {
    pub plan: &'a Plan,
    pub choices: &'a Choices,
    pub filter: Option<Status>,
    pub page: usize,
    pub text: &'a Catalog,
}

/// The filter and the table.
pub fn preview(preview: &Preview<'_>, events: &Events) -> Html {
    let Preview { plan, filter, text, .. } = preview;
    let words = ImportText::of(text.language);
    let people_text = PeopleText::of(text.language);
    let is_shown = |row: &&Row| {
        filter.is_none_or(|status| row.is(status) || (status == Status::Faulty && is_corrected(row, preview.choices)))
    };
    let rows: Vec<&Row> = plan.rows.iter().filter(is_shown).collect();
    let range = PageRange::of(Some(preview.page), PAGE_ROWS, rows.len());
    let columns = [words.line, people_text.name, words.kind, words.outcome];
    html! {
        <>
            { filters(preview, events) }
            { pager(range, &PagerWords::of(words.preview, range, text), &Turn::Press(&events.on_turn)) }
            if rows.is_empty() {
                <p class="muted">{ words.no_rows }</p>
            } else {
                { table(words.preview, "blocks import-preview", &columns, html! {
                    for row in range.slice(&rows) {
                        { shown_row(row, preview, events) }
                    }
                }) }
            }
        </>
    }
}

/// Whether a text of the row's lines was corrected. Its field stays, so that it keeps the focus while it is typed into.
fn is_corrected(row: &Row, choices: &Choices) -> bool {
    let is_line_corrected =
        |line: &usize| choices.lines.contains_key(line) || !corrected_columns(*line, choices).is_empty();
    choices.has_corrections() && !row.is_created && row.lines.iter().any(is_line_corrected)
}

fn corrected_columns(line: usize, choices: &Choices) -> Vec<Column> {
    let range = (line, Column::Kind)..=(line, Column::Teams);
    choices.corrections.range(range).map(|((_, column), _)| *column).collect()
}

fn filters(preview: &Preview<'_>, events: &Events) -> Html {
    let (plan, text) = (preview.plan, preview.text);
    let words = ImportText::of(text.language);
    let counts =
        Status::ALL.into_iter().zip(plan.counts()).map(|(status, count)| (Some(status), (words.status)(status), count));
    let all = std::iter::once((None, words.all_rows, plan.rows.len()));
    html! {
        <div class="button-row import-filter" role="group" aria-label={words.filter}>
            for (status, label, count) in all.chain(counts) {
                if count > 0 || status == preview.filter || status.is_none() {
                    <button
                        type="button"
                        class="button"
                        aria-pressed={if status == preview.filter { "true" } else { "false" }}
                        onclick={events.on_filter.reform(move |_: MouseEvent| status)}
                    >
                        { label }{ " " }<span class="muted">{ intl::number(text.language, count) }</span>
                    </button>
                }
            }
        </div>
    }
}

fn shown_row(row: &Row, preview: &Preview<'_>, events: &Events) -> Html {
    let text = preview.text;
    let words = ImportText::of(text.language);
    let lines = line_numbers(&row.lines);
    // The name is no key of a line, because it changes while it is corrected.
    let key = match row.lines.first() {
        Some(line) if !row.is_created => format!("line {line} {:?}", row.kind),
        Some(_) => format!("created {}", row.account),
        None => row.account.clone(),
    };
    let status = Status::ALL.into_iter().find(|status| row.is(*status)).unwrap_or(Status::Exists);
    html! {
        <tr {key} data-status={row.is(Status::Faulty).then_some("faulty")}>
            <td class="number" data-label={(!lines.is_empty()).then_some(words.line)}>{ lines }</td>
            <th scope="row">
                if !row.name.is_empty() {
                    { bdi(&row.name) }{ " " }
                }
                <span class="muted">
                    if row.is_proposed {
                        { prose(&(words.proposed_name)(&row.account)) }
                    } else {
                        { bdi(&row.account) }
                    }
                </span>
                if !row.email.is_empty() {
                    <span class="muted small email">{ bdi(&row.email) }</span>
                }
            </th>
            <td data-label={row.kind.map(|_| words.kind)}>{ row.kind.map(words.kind_named).unwrap_or_default() }</td>
            <td data-label={words.outcome}>
                <span>{ (words.outcome_named)(status, row.joins.len()) }</span>
                if let Some(role) = row.role {
                    <p class="muted small">{ (words.new_role)(text.role_of_list(role)) }</p>
                }
                if !row.joins.is_empty() {
                    <p class="muted small">{ prose(&joins(row, text)) }</p>
                }
                for difference in &row.differences {
                    <p class="small">{ prose(&difference_of(difference, text)) }</p>
                }
                // The text that creates a team is corrected in the row of its line.
                if !row.is_created {
                    { corrections(row, preview, events) }
                }
            </td>
        </tr>
    }
}

/// `3`, `3, 5` or `3–7`.
fn line_numbers(lines: &[usize]) -> String {
    match lines {
        [first, .., last] if last - first + 1 == lines.len() => format!("{first}–{last}"),
        lines if lines.len() > 4 => {
            let first: Vec<String> = lines.iter().take(4).map(usize::to_string).collect();
            format!("{} …", first.join(", "))
        }
        lines => lines.iter().map(usize::to_string).collect::<Vec<_>>().join(", "),
    }
}

fn joins(row: &Row, text: &Catalog) -> String {
    let words = ImportText::of(text.language);
    let joins =
        row.joins.iter().map(|(team, role)| (words.joins)(team.as_str(), role.map(|role| text.role_of_list(role))));
    joins.collect::<Vec<_>>().join(", ")
}

fn difference_of(difference: &Difference, text: &Catalog) -> String {
    let words = ImportText::of(text.language);
    let value = |value: &Value| match value {
        Value::Text(text) => text.clone(),
        Value::Role(role) => text.role_of_list(*role).to_owned(),
    };
    let what = match &difference.team {
        Some(team) => (words.role_in_team)(team.as_str()),
        None => (words.column)(difference.column).to_owned(),
    };
    (words.difference)(&what, &value(&difference.current), &value(&difference.file), difference.is_taken)
}

/// The faults of the row, with a field for each faulty or corrected text.
fn corrections(row: &Row, preview: &Preview<'_>, events: &Events) -> Html {
    let choices = preview.choices;
    let words = ImportText::of(preview.text.language);
    let mut fields: Vec<(usize, Column)> = Vec::new();
    for line in &row.lines {
        fields.extend(corrected_columns(*line, choices).into_iter().map(|column| (*line, column)));
    }
    for fault in &row.faults {
        fields.extend(fault.column.map(|column| (fault.line, column)));
        // The holder of a taken address may be the same person under another username.
        if fault.column == Some(Column::Email) && matches!(fault.reason, Reason::Taken(_)) {
            fields.push((fault.line, Column::Username));
        }
    }
    fields.sort_unstable();
    fields.dedup();
    let is_whole = |line: &&usize| {
        choices.lines.contains_key(line)
            || row.faults.iter().any(|fault| fault.line == **line && fault.column.is_none())
    };
    html! {
        <>
            for line in row.lines.iter().filter(is_whole) {
                { correction(row, *line, None, preview, events, words) }
            }
            for (line, column) in fields {
                { correction(row, line, Some(column), preview, events, words) }
            }
        </>
    }
}

fn correction(
    row: &Row,
    line: usize,
    column: Option<Column>,
    preview: &Preview<'_>,
    events: &Events,
    words: &ImportText,
) -> Html {
    let text = preview.text;
    let faults: Vec<&Fault> = row.faults.iter().filter(|fault| (fault.line, fault.column) == (line, column)).collect();
    let choices = preview.choices;
    let correction = match column {
        Some(column) => choices.correction(line, column),
        None => choices.lines.get(&line).map(String::as_str),
    };
    let unchanged = || if column == Some(Column::Username) { row.account.as_str() } else { "" };
    let value = correction.or(faults.first().map(|fault| fault.text.as_str())).unwrap_or_else(unchanged).to_owned();
    let id = format!("import-{line}-{}", column.map_or("line", Column::header));
    let problem = format!("{id}-problem");
    let is_faulty = !faults.is_empty();
    let oninput = match column {
        Some(column) => events.on_correct.reform(move |event: InputEvent| (line, column, dom::field_value(&event))),
        None => events.on_correct_line.reform(move |event: InputEvent| (line, dom::field_value(&event))),
    };
    let label =
        column.map_or_else(|| (words.whole_line)(line), |column| (words.correction)(line, (words.column)(column)));
    html! {
        <div class="field" key={id.clone()} data-invalid={is_faulty.then_some("true")}>
            <label for={id.clone()} class="small">{ label }</label>
            <input
                id={id.clone()}
                type="text"
                dir="auto"
                autocomplete="off"
                spellcheck="false"
                {value}
                aria-invalid={is_faulty.then_some("true")}
                aria-describedby={problem.clone()}
                {oninput}
            />
            <div id={problem} aria-live="polite">
                for fault in faults {
                    <p class="problem">{ icon("warning") }<span>{ prose(&text.fault_of_list(fault, row.kind)) }</span></p>
                }
                if !is_faulty && correction.is_some() {
                    <p class="field-note">{ icon("check") }<span>{ words.corrected }</span></p>
                }
            </div>
        </div>
    }
}
