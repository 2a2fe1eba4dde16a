//! The choices of an import: what is left out, created and updated, and what the words of roles mean.

use interchange::directory::{Choices, Plan};
use yew::prelude::*;

use super::super::controls;
use super::super::teams::role_choices;
use super::text::ImportText;
use crate::i18n::Catalog;
use crate::platform::dom;
use crate::ui::{SelectField, SelectOption, prose};

/// The choices that apply to the plan. A choice that was made stays visible.
///
/// `is_damaged` says whether bytes of the file itself could not be read: their names are read in another encoding, not kept.
pub fn options(
    plan: &Plan,
    choices: &Choices,
    is_damaged: bool,
    on_choose: &Callback<Choices>,
    text: &Catalog,
) -> Html {
    let words = ImportText::of(text.language);
    let missing: Vec<String> = plan.missing_teams.keys().cloned().collect();
    let unknown = choices.role_words(plan.unknown_roles.keys());
    let has_faults = plan.faulty_lines > 0 || choices.leaves_out_faulty;
    let has_doubtful = (plan.doubtful_names > 0 && !is_damaged) || choices.keeps_doubtful_names;
    if !has_faults && !has_doubtful && missing.is_empty() && plan.differences.is_empty() && unknown.is_empty() {
        return html! {};
    }
    let change = |change: fn(&mut Choices, bool)| {
        let choices = choices.clone();
        on_choose.reform(move |event: Event| {
            let mut next = choices.clone();
            change(&mut next, dom::is_checked(&event));
            next
        })
    };
    html! {
        <fieldset class="fieldset">
            <legend>{ words.choices }</legend>
            if has_faults {
                { checkbox(
                    choices.leaves_out_faulty,
                    &(words.leave_out)(plan.faulty_lines),
                    change(|choices, is_chosen| choices.leaves_out_faulty = is_chosen),
                ) }
            }
            if has_doubtful {
                { checkbox(
                    choices.keeps_doubtful_names,
                    &(words.keep_doubtful)(plan.doubtful_names),
                    change(|choices, is_chosen| choices.keeps_doubtful_names = is_chosen),
                ) }
            }
            if !missing.is_empty() {
                { checkbox(
                    choices.creates_teams,
                    &(words.create_teams)(&missing),
                    change(|choices, is_chosen| choices.creates_teams = is_chosen),
                ) }
            }
            for (key, word) in unknown {
                { role_of_word(&key, word, choices, on_choose, text) }
            }
            if !plan.differences.is_empty() {
                { updates(plan, choices, on_choose, words) }
            }
        </fieldset>
    }
}

fn checkbox(is_chosen: bool, label: &str, onchange: Callback<Event>) -> Html {
    html! {
        <label class="check"><input type="checkbox" checked={is_chosen} {onchange} /><span>{ prose(label) }</span></label>
    }
}

fn updates(plan: &Plan, choices: &Choices, on_choose: &Callback<Choices>, words: &ImportText) -> Html {
    html! {
        <fieldset class="fieldset">
            <legend>{ words.update }</legend>
            for (column, count) in &plan.differences {
                { checkbox(choices.updates.contains(column), &(words.update_column)(*column, *count), {
                    let (choices, column) = (choices.clone(), *column);
                    on_choose.reform(move |event: Event| {
                        let mut next = choices.clone();
                        if dom::is_checked(&event) {
                            next.updates.insert(column);
                        } else {
                            next.updates.remove(&column);
                        }
                        next
                    })
                }) }
            }
        </fieldset>
    }
}

fn role_of_word(key: &str, word: &str, choices: &Choices, on_choose: &Callback<Choices>, text: &Catalog) -> Html {
    let words = ImportText::of(text.language);
    let role = choices.role(word);
    let none = SelectOption { value: "", label: words.no_role.into() };
    let options: Vec<_> = std::iter::once(none).chain(controls::options(role_choices(text))).collect();
    let on_choose = {
        let (choices, word) = (choices.clone(), word.to_owned());
        on_choose.reform(move |chosen: String| {
            let mut next = choices.clone();
            next.set_role(&word, chosen.parse().ok());
            next
        })
    };
    html! {
        <SelectField
            key={key.to_owned()}
            // An id has no blanks.
            id={format!("import-role-{}", key.replace(char::is_whitespace, "-"))}
            label={crate::i18n::prose::plain(&(words.role_of_word)(word))}
            {options}
            value={role.map_or("", Into::into)}
            {on_choose}
        />
    }
}
