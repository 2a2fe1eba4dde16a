//! **Save as a scenario**: the current organization as a file that others begin with.

use domain::{Description, Id, OrganizationName, TextFault};
use interchange::file_name;
use serde::{Deserialize, Serialize};
use workspace::Setup;
use yew::prelude::*;
use yew_router::Routable;

use super::save_page::use_saving;
use super::scenario_text::ScenarioText;
use crate::forms::form::{Fields, Form, FormKey, FormName, use_form};
use crate::forms::summary::{Problem, Summary};
use crate::i18n::Language;
use crate::i18n::terms::fault::Subject;
use crate::page::use_page;
use crate::platform::{clock, dom, file, random};
use crate::routes::Route;
use crate::state::{ChangeError, ViewRef, WorkspaceError};
use crate::ui::{Combobox, TextField, icon};
use crate::widgets::accounts::{account_with, choices};

const NAME: &str = "scenario-name";
const TEXT: &str = "scenario-text";
const ACTING: &str = "scenario-acting";
const PAGE: &str = "scenario-page";

/// The fields, with the texts as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct ScenarioFields {
    name: String,
    text: String,
    /// The id of the account that acts first; the acting account's if it is empty.
    acting: String,
    /// A link to the page that opens.
    page: String,
    walkthrough: bool,
}

impl Fields for ScenarioFields {}

/// The faults of the fields.
#[derive(Clone, Debug, Default, PartialEq)]
struct Faults {
    name: Option<TextFault>,
    text: Option<TextFault>,
    is_page_wrong: bool,
}

impl ScenarioFields {
    /// The setup without its id and without the account that acts first.
    fn parse(&self) -> Result<Setup, Faults> {
        let (name, text) = (OrganizationName::parse(&self.name), Description::parse(&self.text));
        match (name, text, page_of_link(&self.page)) {
            (Ok(name), Ok(text), Some(page)) => Ok(Setup {
                id: String::new(),
                name: name.to_string(),
                text: text.to_string(),
                acting: String::new(),
                page,
                walkthrough: self.walkthrough,
            }),
            (name, text, page) => Err(Faults { name: name.err(), text: text.err(), is_page_wrong: page.is_none() }),
        }
    }
}

/// The address behind `#` of a pasted link. Nothing typed means the landing page; `None` means that it is no link.
fn page_of_link(link: &str) -> Option<String> {
    let link = link.trim();
    if link.is_empty() {
        return Some(String::new());
    }
    let (_, path) = link.split_once('#')?;
    let route = Route::recognize(path.split('?').next()?)?;
    (path.starts_with('/') && route != Route::NothingHere).then(|| format!("#{path}"))
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
}

#[component]
pub fn SaveScenario(props: &Props) -> Html {
    let page = use_page();
    let (text, view, store) = (page.text(), &props.view, page.store.clone());
    let words = ScenarioText::of(text.language);
    let key = FormKey::new(&page, FormName::Scenario, "");
    let form: Form<ScenarioFields, WorkspaceError> = use_form(key, ScenarioFields::default());
    let fields = form.fields();
    let choices = use_callback((view.clone(), page.language), |(), (view, language): &(ViewRef, Language)| {
        choices(view, language.catalog())
    });
    let acting = account_with(view, &Id::from_text(&fields.acting)).unwrap_or_else(|| view.account.clone());
    let setup = {
        let (form, view, acting) = (form.clone(), view.clone(), acting.clone());
        move || {
            let setup = form.fields().parse().ok()?;
            let acting = view.reference_to_account(&acting).to_owned();
            Some(Setup { id: random::token().to_string(), acting, ..setup })
        }
    };
    let onsubmit = {
        let (form, setup, store) = (form.clone(), setup.clone(), store.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let result = setup().ok_or(None).and_then(|setup| {
                let name = file_name("scenario", &setup.name, &clock::today(), "json");
                let text = store.scenario_text(setup).map_err(Some)?;
                file::download(&name, &text).map_err(|_| Some(WorkspaceError::Change(ChangeError::NotPersisted)))
            });
            form.handle_result(result);
        })
    };
    let saving = use_saving();
    let status = saving.status(&page);
    let save_as_page = {
        let form = form.clone();
        Callback::from(move |_: MouseEvent| match setup() {
            None => {
                form.handle_result::<()>(Err(None));
            }
            Some(setup) => {
                let (store, form) = (store.clone(), form.clone());
                saving.begin(async move { store.save_scenario_as_page(setup).await.inspect(|_| form.discard()) });
            }
        })
    };
    let faults = fields.parse().err().filter(|_| form.attempt().count > 0).unwrap_or_default();
    let explained = |fault: &Option<TextFault>, subject| {
        fault.as_ref().map(|fault| (text.fault.explain)(subject, fault)).unwrap_or_default()
    };
    let name_problem = explained(&faults.name, Subject::ScenarioName);
    let text_problem = explained(&faults.text, Subject::Description);
    let page_problem = if faults.is_page_wrong { words.page_problem } else { "" };
    let fields_with_problems = [(NAME, &*name_problem), (TEXT, &*text_problem), (PAGE, page_problem)];
    let mut problems: Vec<Problem> = fields_with_problems
        .into_iter()
        .filter(|(_, problem)| !problem.is_empty())
        .map(|(field, problem)| Problem { field, text: problem.to_owned() })
        .collect();
    problems.extend(form.attempt().error.iter().map(|error| Problem { field: "", text: text.workspace_error(error) }));
    let edit = |change: fn(&mut ScenarioFields, String)| {
        let form = form.clone();
        Callback::from(move |value: String| form.edit(|fields| change(fields, value)))
    };
    let onchange = {
        let form = form.clone();
        Callback::from(move |event: Event| {
            form.edit(|fields| fields.walkthrough = dom::is_checked(&event));
        })
    };
    html! {
        <section class="section" aria-labelledby="scenario-title">
            <div class="section-head"><h2 id="scenario-title">{ words.title }</h2></div>
            <p class="muted">{ words.lead }</p>
            <details open={form.is_touched()}>
                <summary>{ words.prepare }</summary>
                <form class="scenario-form" {onsubmit} novalidate=true>
                    <Summary title={(text.common.problems)(problems.len())} {problems} attempt={form.attempt().count} />
                    <TextField
                        id={NAME}
                        label={words.name}
                        value={fields.name.clone()}
                        required=true
                        problem={name_problem}
                        on_input={edit(|fields, value| fields.name = value)}
                    />
                    <TextField
                        id={TEXT}
                        label={words.text}
                        hint={words.text_hint}
                        value={fields.text.clone()}
                        multiline=true
                        problem={text_problem}
                        on_input={edit(|fields, value| fields.text = value)}
                    />
                    <Combobox
                        id={ACTING}
                        label={words.acting}
                        list_label={text.common.accounts}
                        {choices}
                        value={acting.id().to_string()}
                        name={view.name_of(&acting.clone().into()).unwrap_or_default().to_owned()}
                        more_text={Callback::from(text.common.more)}
                        empty_text={text.common.no_match}
                        on_choose={edit(|fields, value| fields.acting = value).reform(|id: AttrValue| id.to_string())}
                    />
                    <TextField
                        id={PAGE}
                        label={words.page}
                        hint={words.page_hint}
                        value={fields.page.clone()}
                        problem={page_problem}
                        on_input={edit(|fields, value| fields.page = value)}
                    />
                    <label class="check">
                        <input type="checkbox" checked={fields.walkthrough} {onchange} />{ words.walkthrough }
                    </label>
                    <div class="button-row">
                        <button type="submit" class="button button-primary">{ icon("download") }{ words.save }</button>
                        <button type="button" class="button" onclick={save_as_page}>
                            { icon("download") }{ words.save_as_page }
                        </button>
                    </div>
                </form>
            </details>
            { status }
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::page_of_link;

    #[test]
    fn a_pasted_link_names_the_page_that_opens() {
        for (link, page) in [
            ("", Some("")),
            ("  ", Some("")),
            ("https://demo.example/app/#/registry/Models", Some("#/registry/Models")),
            ("#/access?role=admin", Some("#/access?role=admin")),
            (" #/people/mina.park ", Some("#/people/mina.park")),
            ("#/nowhere", None),
            ("#registry", None),
            ("https://demo.example/", None),
            ("Models", None),
        ] {
            assert_eq!(page_of_link(link).as_deref(), page, "{link}");
        }
    }
}
