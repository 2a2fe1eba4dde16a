//! A scenario that the address asks for: `?demo`, or `?scenario=` with the address of a file on the same origin.
//!
//! Following such an address begins the scenario once. If an organization is open, a dialog asks first. The parameter is
//! taken out of the address when the question is answered, so that a reload goes on with what is open.

mod text;

use workspace::{ReadOnly, Scenario, Setup};
use yew::platform::spawn_local;
use yew::prelude::*;

use self::text::ScenariosText;
use crate::i18n::Catalog;
use crate::page::{Page, use_page};
use crate::platform::fetch::{self, NotFetched};
use crate::platform::{address, history};
use crate::state::{Stage, WorkspaceError, demo_scenario};
use crate::ui::{Dialog, bdi, icon, prose};
use crate::widgets::head::Head;
use crate::widgets::workspaces::text::WorkspacesText;

/// The parameter for the demo organization. It needs no value.
const DEMO: &str = "demo";

/// The parameter for the address of a scenario's file.
const SCENARIO: &str = "scenario";

const TITLE_ID: &str = "scenario-title";

/// The state of the address's request.
#[derive(Clone, PartialEq)]
pub enum Request {
    /// The address asks for nothing, or its request was answered.
    None,
    /// The file is being fetched, or the demo is made in the next task.
    Loading,
    /// An organization is open, and the person chooses.
    Asking(Box<Scenario>),
    /// The scenario cannot begin.
    Failed(Failure),
}

/// The reason why a scenario cannot begin.
#[derive(Clone, PartialEq)]
pub enum Failure {
    /// The parameter is empty.
    NoFile,
    NotFetched(NotFetched),
    Workspace(WorkspaceError),
}

impl Request {
    /// The request of the current address, before it is looked at.
    fn of_address() -> Self {
        let is_asked = [DEMO, SCENARIO].into_iter().any(address::has_query_parameter);
        if is_asked { Self::Loading } else { Self::None }
    }

    /// Whether the page waits for the scenario.
    pub fn is_loading(&self) -> bool {
        *self == Self::Loading
    }
}

/// Follows the request of the address.
#[hook]
pub fn use_request() -> UseStateHandle<Request> {
    let page = use_page();
    let request = use_state_eq(Request::of_address);
    use_effect_with((), {
        let (page, request) = (page.clone(), request.clone());
        move |()| {
            open_first_page(&page);
            if request.is_loading() {
                spawn_local(async move {
                    let next = match requested(&page).await {
                        Err(failure) => Request::Failed(failure),
                        Ok(scenario) if matches!(page.store.model().stage, Stage::FirstVisit) => {
                            begin(&page, &scenario)
                        }
                        Ok(scenario) => Request::Asking(Box::new(scenario)),
                    };
                    request.set(next);
                });
            }
        }
    });
    request
}

/// Opens the first page of a scenario that was saved in this page, unless the address asks for another one.
fn open_first_page(page: &Page) {
    if page.model.health.read_only == Some(ReadOnly::Original)
        && let Some(origin) = &page.model.origin
    {
        open_page_of(&origin.setup);
    }
}

fn open_page_of(setup: &Setup) {
    let is_page_asked = !matches!(history::hash().as_str(), "" | "#" | "#/");
    if !is_page_asked && !setup.page.is_empty() {
        history::replace(&setup.page);
    }
}

/// The scenario that the address asks for.
async fn requested(page: &Page) -> Result<Scenario, Failure> {
    let Some(file) = address::query_parameter(SCENARIO) else {
        // A link to a scenario that names no file is not a link to the demo organization.
        let is_demo = address::has_query_parameter(DEMO);
        let demo = || demo_scenario(page.language.of_demo()).map_err(Failure::Workspace);
        return if is_demo { demo() } else { Err(Failure::NoFile) };
    };
    let text = fetch::text_of(&file, Scenario::MAX_LENGTH).await.map_err(Failure::NotFetched)?;
    Scenario::parse(&text).map_err(|fault| Failure::Workspace(WorkspaceError::Scenario(fault)))
}

/// Begins the scenario, at the address that was asked for or at the page of the scenario.
fn begin(page: &Page, scenario: &Scenario) -> Request {
    match page.store.begin(scenario) {
        Err(error) => Request::Failed(Failure::Workspace(error)),
        Ok(()) => {
            forget_request();
            open_page_of(scenario.setup());
            Request::None
        }
    }
}

/// Takes the request out of the address.
fn forget_request() {
    for name in [DEMO, SCENARIO] {
        if address::has_query_parameter(name) {
            address::set_query_parameter(name, None);
        }
    }
}

/// The page in the place of the welcome page while a scenario is fetched.
pub fn loading(text: &Catalog) -> Html {
    html! { <Head title={ScenariosText::of(text.language).loading} /> }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub request: UseStateHandle<Request>,
}

/// The question whether a scenario begins, or the reason why it cannot.
#[component]
pub fn ScenarioDialog(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = ScenariosText::of(text.language);
    let close = {
        let request = props.request.clone();
        Callback::from(move |()| {
            forget_request();
            request.set(Request::None);
        })
    };
    match &*props.request {
        Request::None | Request::Loading => Html::default(),
        Request::Failed(failure) => {
            let reason = match failure {
                Failure::NoFile => words.no_file.to_owned(),
                Failure::NotFetched(fault) => (words.not_fetched)(*fault).to_owned(),
                Failure::Workspace(error) => text.workspace_error(error),
            };
            html! {
                <Dialog id={TITLE_ID} title={words.failed} close_label={text.common.close} on_close={close.clone()}>
                    <div class="dialog-body"><p role="alert">{ icon("warning") }{ " " }{ reason }</p></div>
                    <div class="dialog-foot">
                        <button type="button" class="button button-primary" onclick={close.reform(|_: MouseEvent| ())}>
                            { text.common.close }
                        </button>
                    </div>
                </Dialog>
            }
        }
        Request::Asking(scenario) => {
            let setup = scenario.setup();
            let open = page.model.view().map(|view| view.organization.to_string());
            let unreadable = || WorkspacesText::of(text.language).unreadable_organization.to_owned();
            let open = open.unwrap_or_else(unreadable);
            let is_replaced = page.store.is_run_untouched()
                && page.model.origin.as_ref().is_some_and(|origin| origin.setup.id == setup.id);
            let onclick = {
                let (page, request, scenario) = (page.clone(), props.request.clone(), scenario.clone());
                Callback::from(move |_: MouseEvent| request.set(begin(&page, &scenario)))
            };
            html! {
                <Dialog id={TITLE_ID} title={(words.title)(&setup.name)} close_label={text.common.close} on_close={close.clone()}>
                    <div class="dialog-body">
                        if !setup.text.is_empty() {
                            <p class="description">{ bdi(&setup.text) }</p>
                        }
                        <p>{ prose(&(if is_replaced { words.replaced } else { words.kept })(&open)) }</p>
                    </div>
                    <div class="dialog-foot">
                        <button type="button" class="button" onclick={close.reform(|_: MouseEvent| ())}>
                            <span>{ prose(&(words.go_on)(&open)) }</span>
                        </button>
                        <button type="button" class="button button-primary" {onclick}>{ words.begin }</button>
                    </div>
                </Dialog>
            }
        }
    }
}
