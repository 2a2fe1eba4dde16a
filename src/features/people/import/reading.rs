//! The reading of the file: its encoding, its columns, and what was left out. All of it can be changed for this file.

use interchange::directory::{Field, Mapping, Plan};
use interchange::encoding::{Certainty, Encoding, Script};
use yew::prelude::*;

use super::source::Content;
use super::text::ImportText;
use crate::i18n::Catalog;
use crate::i18n::prose::{plain, shortened};
use crate::ui::{SelectField, SelectOption, icon, prose};

/// The maximum number of columns that can be mapped by hand, and of names in a remark.
const COLUMNS: usize = 60;

/// The value of the option that leaves a column out.
const LEFT_OUT: &str = "left-out";

/// The name of a field in selects.
fn slug(field: Field) -> &'static str {
    match field {
        Field::Kind => "kind",
        Field::Name => "name",
        Field::FirstName => "first-name",
        Field::LastName => "last-name",
        Field::Username => "username",
        Field::Email => "email",
        Field::Role => "role",
        Field::Teams => "teams",
        Field::TeamRole => "team-role",
        Field::TeamName => "team-name",
        Field::Status => "status",
    }
}

/// The select for the encoding, with how sure a guess is, and with a warning for each other one that the bytes fit.
pub fn encoding(content: &Content, on_choose: &Callback<Encoding>, text: &Catalog) -> Html {
    let words = ImportText::of(text.language);
    let decoded = &content.decoded;
    let label = |encoding: Encoding| match encoding.script() {
        Script::Unicode => encoding.name().into(),
        script => format!("{} · {}", encoding.name(), (words.script)(script)).into(),
    };
    let options = Encoding::ALL.map(|encoding| SelectOption { value: encoding.name(), label: label(encoding) });
    let on_choose = on_choose.clone();
    let on_choose = Callback::from(move |name: String| {
        if let Some(encoding) = Encoding::ALL.into_iter().find(|encoding| encoding.name() == name) {
            on_choose.emit(encoding);
        }
    });
    html! {
        <>
            <SelectField
                id="import-encoding"
                label={words.encoding}
                options={options.to_vec()}
                value={decoded.encoding.name()}
                {on_choose}
            />
            if let Some(sample) = &decoded.sample {
                { note(&(words.guessed)(decoded.encoding.name(), decoded.certainty == Certainty::Likely, sample)) }
            }
            for other in &decoded.others {
                { note(&(words.other_encoding)(other.encoding.name(), &other.here, &other.there)) }
            }
            if decoded.is_damaged {
                { note(words.damaged) }
            }
        </>
    }
}

fn note(sentence: &str) -> Html {
    html! { <p class="field-note">{ icon("warning") }<span>{ prose(sentence) }</span></p> }
}

/// The parts that were left out or understood in another way, one sentence for each.
pub fn remarks(content: &Content, mapping: &Mapping, plan: Option<&Plan>, text: &Catalog) -> Vec<String> {
    let words = ImportText::of(text.language);
    let table = &content.table;
    let mut remarks = Vec::new();
    if table.is_json {
        remarks.push(words.from_json.to_owned());
    }
    if !table.has_header {
        remarks.push(words.no_header.to_owned());
    }
    if mapping.is_usable() && !mapping.missing().is_empty() {
        let names: Vec<&str> = mapping.missing().into_iter().map(words.field).collect();
        let has_people = plan.is_none_or(|plan| plan.rows.iter().any(|row| !row.faults.is_empty()));
        if has_people {
            remarks.push((words.missing_columns)(&names));
        }
    }
    let left_out = left_out_names(content, mapping, words);
    if !left_out.is_empty() {
        remarks.push((words.left_out_columns)(&left_out));
    }
    if !table.titles.is_empty() {
        remarks.push((words.titles)(&table.titles));
    }
    if !table.repeated_headers.is_empty() {
        remarks.push((words.repeated_headers)(&table.repeated_headers));
    }
    if let Some(plan) = plan {
        remarks.extend(plan.meanings.iter().map(|(word, role)| (words.meaning)(word, text.role_of_list(*role))));
        let proposed = plan.rows.iter().filter(|row| row.is_proposed).count();
        if proposed > 0 {
            remarks.push((words.proposed)(proposed));
        }
        let inactive: Vec<String> = plan.inactive().into_iter().map(|name| shortened(name, FITTING)).collect();
        if !inactive.is_empty() {
            remarks.push((words.inactive)(&inactive));
        }
    }
    remarks
}

fn left_out_names(content: &Content, mapping: &Mapping, words: &ImportText) -> Vec<String> {
    let columns = content.table.columns();
    let left_out = content.table.left_out(mapping);
    left_out
        .into_iter()
        .take(COLUMNS)
        .map(|column| column_name(columns.get(column).map(|head| head.name.as_str()), column, words))
        .collect()
}

fn column_name(name: Option<&str>, column: usize, words: &ImportText) -> String {
    match name {
        Some(name) if !name.is_empty() => shortened(name, FITTING),
        _ => (words.column_number)(column + 1),
    }
}

/// Whether a column is unknown or missing, so that a person should look at them.
pub fn has_doubtful_columns(content: &Content) -> bool {
    let guess = &content.guess;
    !content.table.has_header || !guess.missing().is_empty() || !content.table.left_out(guess).is_empty()
}

/// The step in which each column gets its field, behind a button.
pub fn mapping_step(
    content: &Content,
    mapping: &Mapping,
    is_open: bool,
    on_toggle: &Callback<bool>,
    on_map: &Callback<(usize, Option<Field>)>,
    text: &Catalog,
) -> Html {
    let words = ImportText::of(text.language);
    let options = || {
        let left_out = SelectOption { value: LEFT_OUT, label: words.left_out.into() };
        let fields = Field::ALL.map(|field| SelectOption { value: slug(field), label: (words.field)(field).into() });
        let mut options = vec![left_out];
        options.extend(fields);
        options
    };
    html! {
        <div class="mapping">
            <button
                type="button"
                class="button"
                aria-expanded={if is_open { "true" } else { "false" }}
                onclick={on_toggle.reform(move |_: MouseEvent| !is_open)}
            >
                { words.columns }
            </button>
            if is_open {
                <p class="muted small">{ words.columns_lead }</p>
                <div class="mapping-columns">
                    for (column, head) in content.table.columns().into_iter().enumerate().take(COLUMNS) {
                        <SelectField
                            key={column}
                            id={format!("import-column-{column}")}
                            label={column_name(Some(&head.name), column, words)}
                            options={options()}
                            value={mapping.field(column).map_or(LEFT_OUT, slug)}
                            explanation={if head.sample.is_empty() { String::new() } else { plain(&(words.sample)(&shortened(&head.sample, FITTING))) }}
                            on_choose={on_map.reform(move |chosen: String| {
                                (column, Field::ALL.into_iter().find(|field| slug(*field) == chosen))
                            })}
                        />
                    }
                </div>
            }
        </div>
    }
}

/// The number of characters that fit below a select.
const FITTING: usize = 40;
