//! People & teams: the organization's directory and settings. All accounts see the same controls, disabled with a reason if
//! the account lacks the permission.

mod accounts;
mod controls;
mod details;
mod directory;
mod entry;
mod import;
mod join;
mod organization;
mod query;
mod removal;
mod teams;
pub mod text;

use std::rc::Rc;

use domain::{Action, Permission, Person, Team};
use yew::prelude::*;

use self::directory::{FilterEntry, Press, find};
use self::entry::{Entry, EntryForm};
use self::import::Import;
use self::join::Join;
use self::organization::Settings;
use self::query::{Part, PeopleQuery};
use self::text::PeopleText;
use crate::forms::consequences::Confirm;
use crate::forms::form::{FormKey, FormName};
use crate::i18n::Catalog;
use crate::page::{Page, use_page};
use crate::platform::clock::next_task;
use crate::platform::{dom, history};
use crate::routes::use_live_query;
use crate::state::{ChangeError, Notice, ViewRef};
use crate::ui::deferred::use_deferred;
use crate::ui::{icon, prose, use_printing};
use crate::widgets::denials::{change_error, objection};
use crate::widgets::head::Head;
pub use details::account_page;

/// The id of the part's heading.
const PART_TITLE: &str = "part-title";

/// The selector of the link or heading that the address asks to find.
const FOUND: &str = "#found-person, .team h3";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
}

/// A callback for a press in a person's row.
type Pressed = Callback<(Rc<Person>, Press)>;

/// The shared values of all parts.
struct Directory {
    page: Page,
    view: ViewRef,
    query: PeopleQuery,
    /// Whether all rows are rendered, for print.
    is_printing: bool,
    /// The reason why the account cannot change the directory, if so.
    denied: Option<String>,
    /// Replaces the query, for a filter or more rows.
    show: Callback<PeopleQuery>,
    /// Opens a dialog.
    open: Callback<PeopleQuery>,
    /// Dispatches actions without a dialog.
    act: Callback<Vec<Action>>,
    press: Pressed,
}

impl Directory {
    fn text(&self) -> &'static Catalog {
        self.page.text()
    }

    /// Opens a dialog over the current part.
    fn opening(&self, open: &'static str, id: Option<&domain::Id>, to: &str) -> Callback<()> {
        let query = self.query.opening(open, id, to);
        self.open.reform(move |()| query.clone())
    }
}

#[component]
pub fn People(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = PeopleText::of(text.language);
    let (query, set_query) = use_live_query::<PeopleQuery>();
    let failed = use_state_eq(|| None::<ChangeError>);
    use_effect_with((*query).clone(), {
        let failed = failed.setter();
        move |_| failed.set(None)
    });
    let part = query.show;
    let has_part = use_deferred();
    let known = use_mut_ref(Vec::<FilterEntry>::new);
    let is_printing = use_printing();
    let found = use_memo(
        (props.view.clone(), page.language, query.closed(), has_part, is_printing),
        |(view, language, query, ..)| {
            let is_shown = part == Part::People && has_part;
            is_shown.then(|| find(view, *language, query, is_printing, &mut known.borrow_mut()))
        },
    );
    // The callback stays the same while the page is shown, because a new one would render all rows again.
    let latest = use_mut_ref(Pressed::noop);
    let press = use_callback((), {
        let latest = Rc::clone(&latest);
        move |pressed, ()| {
            let now = latest.borrow().clone();
            now.emit(pressed);
        }
    });
    let is_open = !query.open.is_empty();
    use_focus_after_dialog(is_open);
    use_focus_on_found(&query, has_part);
    use_focus_on_imported(&query, has_part);
    let show = Callback::from(move |next: PeopleQuery| {
        set_query.emit(next.clone());
        history::replace_throttled(&next.href());
    });
    let open = Callback::from(|next: PeopleQuery| history::open_on_top(&next.href()));
    let close = {
        let below = query.closed().href();
        Callback::from(move |()| history::close(&below))
    };
    let act = {
        let (store, view, failed) = (page.store.clone(), props.view.clone(), failed.clone());
        Callback::from(move |actions: Vec<Action>| failed.set(store.dispatch_and_notify(&view, &actions).err()))
    };
    let directory = Directory {
        view: props.view.clone(),
        query: (*query).clone(),
        is_printing,
        denied: objection(&props.view, &Permission::ManageDirectory, text),
        show,
        open,
        act,
        press,
        page: page.clone(),
    };
    *latest.borrow_mut() = {
        let (query, open, act) = (directory.query.clone(), directory.open.clone(), directory.act.clone());
        Callback::from(move |(person, press)| directory::handle_press(&query, &open, &act, &person, press))
    };
    let shown = match part {
        _ if !has_part => html! {},
        Part::People => found.as_ref().as_ref().map(|found| directory::people(&directory, found)).unwrap_or_default(),
        Part::ServiceAccounts => accounts::service_accounts(&directory),
        Part::Teams => teams::teams(&directory),
        Part::Organization => html! {
            <Settings
                key={FormKey::new(&page, FormName::OrganizationName, "").as_key()}
                view={props.view.clone()}
                denied={directory.denied.clone()}
                open={directory.open.clone()}
                act={directory.act.clone()}
            />
        },
        Part::Import => {
            let key = FormKey::new(&page, FormName::Import, "").as_key();
            html! { <Import {key} view={props.view.clone()} denied={directory.denied.clone()} /> }
        }
    };
    html! {
        <>
            <Head title={words.title} lead={words.lead} />
            <nav class="tabs" aria-label={words.parts}>
                <ul>
                    for part in Part::ALL {
                        <li>
                            <a href={PeopleQuery::part_of(part).href()} aria-current={(query.show == part).then_some("page")}>
                                { (words.part)(part) }
                            </a>
                        </li>
                    }
                </ul>
            </nav>
            <p class="problem" role="alert">
                if let Some(error) = &*failed {
                    { icon("warning") }<span>{ prose(&change_error(&props.view, error, text)) }</span>
                }
            </p>
            { shown }
            if is_open {
                { dialog(&directory, part, &close) }
            }
        </>
    }
}

/// The dialog of the address, or nothing if it is unknown.
fn dialog(directory: &Directory, part: Part, on_close: &Callback<()>) -> Html {
    let (view, query, text) = (&directory.view, &directory.query, directory.text());
    if let Some(entry) = Entry::of(part, query) {
        let key = entry.key(&directory.page).as_key();
        return html! { <EntryForm {key} view={view.clone()} {entry} {on_close} /> };
    }
    if (part, query.open.as_str()) == (Part::Teams, "join") {
        let team = domain::TeamId(query.about());
        let key = join::key(&directory.page, &team).as_key();
        return html! { <Join {key} view={view.clone()} {team} {on_close} /> };
    }
    let Some(confirmation) = removal::confirmation(view, part, query, text) else { return html! {} };
    let actions: Rc<[Action]> = Rc::new([confirmation.action]);
    let on_done = {
        let (store, view, actions) = (directory.page.store.clone(), view.clone(), Rc::clone(&actions));
        on_close.reform(move |()| store.notify(Notice::completed(&view, &actions)))
    };
    html! {
        <Confirm
            view={view.clone()}
            title={confirmation.title}
            lead={confirmation.lead}
            {actions}
            confirm={confirmation.confirm}
            required_text=""
            {on_close}
            {on_done}
        />
    }
}

/// Moves the focus to the part's heading if a dialog closed and the previously focused element is gone.
#[hook]
fn use_focus_after_dialog(is_open: bool) {
    let was_open = use_mut_ref(|| false);
    use_effect_with(is_open, move |is_open| {
        let was_open = was_open.replace(*is_open);
        if was_open && !is_open && !dom::has_focus() {
            dom::focus(PART_TITLE);
        }
    });
}

/// Opens the part of teams at a team.
pub fn show_team(team: &Team) {
    let query = PeopleQuery { find: team.name.to_string(), ..PeopleQuery::part_of(Part::Teams) };
    history::push(&query.href());
}

/// Moves the focus to the person or team of the address.
#[hook]
fn use_focus_on_found(query: &PeopleQuery, has_part: bool) {
    use_effect_with((query.find.clone(), has_part), |(find, has_part)| {
        // This runs after the frame has moved the focus to the heading of a new page.
        let next = (*has_part && !find.is_empty()).then(|| next_task(|| dom::focus_first(FOUND)));
        move || drop(next)
    });
}

/// Moves the focus to the heading of the people after an import, whose button has disappeared.
#[hook]
fn use_focus_on_imported(query: &PeopleQuery, has_part: bool) {
    use_effect_with((query.imported.clone(), has_part), |(imported, has_part)| {
        let next = (*has_part && !imported.is_empty()).then(|| next_task(|| dom::focus(PART_TITLE)));
        move || drop(next)
    });
}
