//! The parts of the import: the format, how the file was read, what the import does, and the button.

use interchange::directory::{Choices, Column, Field, Plan, Status};
use interchange::encoding::Encoding;
use yew::prelude::*;

use super::access::AccessChanges;
use super::planning::{Inputs, Planned};
use super::preview::{Events, Preview};
use super::source::{Content, Source};
use super::text::{EXAMPLE, ImportText};
use super::{Settings, options, preview, reading};
use crate::i18n::Catalog;
use crate::state::ViewRef;
use crate::ui::{icon, prose};

/// The description of the format.
pub fn format(text: &Catalog, template: &Callback<MouseEvent>) -> Html {
    let words = ImportText::of(text.language);
    html! {
        <details>
            <summary>{ words.format }</summary>
            <ul class="format-rules">
                for rule in words.format_rules {
                    <li>{ rule }</li>
                }
            </ul>
            <pre class="raw" tabindex="0" lang="en">{ EXAMPLE }</pre>
            <div class="button-row">
                <button type="button" class="button" onclick={template}>{ icon("download") }{ words.template }</button>
            </div>
        </details>
    }
}

/// The file, its encoding, its columns, and what was left out.
pub fn how_it_was_read(
    inputs: &Inputs,
    source: &Source,
    planned: Option<&Planned>,
    settings: &Settings,
    set: &Callback<Settings>,
    on_encoding: &Callback<Encoding>,
    text: &Catalog,
) -> Html {
    let words = ImportText::of(text.language);
    let content: &Content = &inputs.content;
    let on_map = {
        let (mapping, settings) = (inputs.mapping.clone(), settings.clone());
        set.reform(move |(column, field): (usize, Option<Field>)| {
            let mut mapping = mapping.clone();
            mapping.set(column, field);
            Settings { mapping: Some(mapping), ..settings.clone() }
        })
    };
    let shows_columns = settings.shows_columns.unwrap_or_else(|| reading::has_doubtful_columns(content));
    let on_toggle = {
        let settings = settings.clone();
        set.reform(move |shows_columns| Settings { shows_columns: Some(shows_columns), ..settings.clone() })
    };
    html! {
        <>
            if let Some(file) = &source.file {
                <p class="muted">{ prose(&(words.from_file)(file)) }</p>
                { reading::encoding(content, on_encoding, text) }
            }
            <ul class="format-rules">
                for remark in reading::remarks(content, &inputs.mapping, planned.map(|planned| &*planned.plan), text) {
                    <li>{ prose(&remark) }</li>
                }
            </ul>
            { reading::mapping_step(content, &inputs.mapping, shows_columns, &on_toggle, &on_map, text) }
        </>
    }
}

/// The summary, the choices and the rows.
pub fn outcome(planned: &Planned, settings: &Settings, set: &Callback<Settings>, text: &Catalog) -> Html {
    let plan = &*planned.plan;
    let is_damaged = planned.inputs.content.decoded.is_damaged;
    let on_choose = {
        let settings = settings.clone();
        set.reform(move |choices: Choices| Settings { choices, ..settings.clone() })
    };
    let events = Events {
        on_filter: {
            let settings = settings.clone();
            set.reform(move |status| Settings { filter: Some(status), page: 1, ..settings.clone() })
        },
        on_turn: {
            let settings = settings.clone();
            set.reform(move |page| Settings { page, ..settings.clone() })
        },
        on_correct: {
            let settings = settings.clone();
            set.reform(move |(line, column, correction): (usize, Column, String)| {
                let mut next = settings.clone();
                next.choices.correct(line, column, correction);
                next
            })
        },
        on_correct_line: {
            let settings = settings.clone();
            set.reform(move |(line, correction): (usize, String)| {
                let mut next = settings.clone();
                next.choices.lines.insert(line, correction);
                next
            })
        },
    };
    // Problems are shown first, and stay while they are corrected.
    let has_problems = plan.faulty_lines > 0 || settings.choices.has_corrections();
    let filter = settings.filter.unwrap_or(has_problems.then_some(Status::Faulty));
    let preview = Preview { plan, choices: &settings.choices, filter, page: settings.page, text };
    html! {
        <>
            <div role="status">{ summary(plan, text) }</div>
            { options::options(plan, &settings.choices, is_damaged, &on_choose, text) }
            if !plan.rows.is_empty() {
                { preview::preview(&preview, &events) }
            }
        </>
    }
}

fn summary(plan: &Plan, text: &Catalog) -> Html {
    let words = ImportText::of(text.language);
    let counts = [plan.people.len(), plan.service_accounts.len(), plan.teams.len(), plan.memberships.len()];
    let faults = match plan.faulty_lines {
        0 => None,
        lines if plan.is_blocked() => Some((words.faults)(lines)),
        lines => Some((words.faults_left_out)(lines)),
    };
    html! {
        <>
            if let Some(faults) = faults {
                <div class="error-summary"><p>{ icon("warning") }<strong>{ faults }</strong></p></div>
            }
            <p>
                <strong>
                    if counts.iter().any(|count| *count > 0) {
                        { (words.adds)(counts) }
                    } else {
                        { words.adds_nothing }
                    }
                    if !plan.updates.is_empty() {
                        { " " }{ (words.updates)(plan.updates.len()) }
                    }
                </strong>
            </p>
        </>
    }
}

/// The changes of access, and the button.
pub fn footer(planned: &Planned, view: &ViewRef, is_denied: bool, import: &Callback<Planned>, text: &Catalog) -> Html {
    let words = ImportText::of(text.language);
    let plan = &planned.plan;
    if plan.is_empty() {
        return html! {};
    }
    let is_blocked = plan.is_blocked();
    let onclick = {
        let planned = planned.clone();
        import.reform(move |_: MouseEvent| planned.clone())
    };
    html! {
        <>
            if !is_blocked {
                <AccessChanges view={view.clone()} planned={planned.clone()} />
            }
            <div class="explained">
                <button
                    type="button"
                    class="button button-primary"
                    aria-disabled={(is_denied || is_blocked).then_some("true")}
                    aria-describedby={if is_denied { "import-note import-denied" } else { "import-note" }}
                    {onclick}
                >
                    { words.button }
                </button>
                <p class="muted small" id="import-note">
                    { if is_blocked { words.blocked } else { words.all_or_nothing } }
                </p>
            </div>
        </>
    }
}
