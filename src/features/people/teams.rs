//! The teams of the organization, each with its members.

use std::cmp::Reverse;
use std::rc::Rc;

use domain::{AccountId, Action, FoldKey, Grantee, Permission, PersonId, Team, TeamAction, TeamId, TeamRole};
use workspace::About;
use yew::prelude::*;

use super::controls::{LiveSelect, RoleChoice, row_button};
use super::query::{Part, PeopleQuery};
use super::text::PeopleText;
use super::{Directory, PART_TITLE};
use crate::i18n::Catalog;
use crate::routes::Route;
use crate::ui::{
    Kind, PAGE_ROWS, PageRange, PagerWords, Turn, avatar, bdi, button_with_reason, empty_list, icon, pager, prose,
    show_all_button, table,
};
use crate::widgets::denials::objection;
use crate::widgets::history::RecentChanges;

/// The id of the reason why the account cannot add, rename or remove teams.
const DENIED: &str = "add-team-denied";

const ROLES: [TeamRole; 3] = [TeamRole::Admin, TeamRole::Member, TeamRole::Viewer];

/// The separator of a team and a role in addresses.
pub const BEFORE_ROLE: &str = ":";

/// The options for a role.
pub fn role_choices(text: &Catalog) -> Vec<RoleChoice> {
    ROLES.iter().map(|role| ((*role).into(), (text.terms.team_role)(*role))).collect()
}

/// The teams of a page. They share a limited number of rows, and hidden members are counted.
pub(super) fn teams(directory: &Directory) -> Html {
    let (view, words) = (&directory.view, PeopleText::of(directory.text().language));
    let found = FoldKey::of(directory.query.find.trim());
    let is_shown = |team: &&Rc<Team>| directory.query.find.is_empty() || team.name.key() == found;
    let mut teams: Vec<&Rc<Team>> = view.teams.iter().filter(is_shown).collect();
    teams.sort_by_cached_key(|team| team.name.as_str().to_ascii_lowercase());
    let range = PageRange::of_rows(directory.query.page, teams.len(), directory.is_printing);
    let page_words = PagerWords::of((words.part)(Part::Teams), range, directory.text());
    let show = directory.show.reform(|()| PeopleQuery::part_of(Part::Teams));
    let mut left = PAGE_ROWS;
    let mut rows_of = |team: &Team| {
        let size = team.people.len() + team.service_accounts.len();
        let rows = if directory.is_printing || directory.query.all == team.id.0.as_str() {
            PageRange::of_rows(directory.query.rows, size, directory.is_printing)
        } else {
            PageRange { pages: 1, ..PageRange::of(None, left.max(1), size.min(left)) }
        };
        left = left.saturating_sub(rows.end - rows.start);
        rows
    };
    html! {
        <section class="section" aria-labelledby={PART_TITLE}>
            <div class="section-head">
                <h2 id={PART_TITLE} tabindex="-1">{ (words.part)(Part::Teams) }</h2>
                { button_with_reason("add-team", words.add_team, directory.denied.as_deref(), &directory.opening("add", None, "")) }
            </div>
            if view.teams.is_empty() {
                { empty_list("people", words.no_teams, words.teams_lead) }
            } else {
                <p class="muted">{ words.teams_lead }</p>
                { pager(range, &page_words, &Turn::Link(&|page| directory.query.page_href(page))) }
                for listed in range.slice(&teams) {
                    { team(directory, listed, rows_of(listed)) }
                }
                if view.teams.len() > teams.len() {
                    { show_all_button((words.show_all)(view.teams.len()), ".team h3".to_owned(), show) }
                }
            }
        </section>
    }
}

/// A team with a page of its members.
fn team(directory: &Directory, team: &Team, rows: PageRange) -> Html {
    let (view, text) = (&directory.view, directory.text());
    let words = PeopleText::of(text.language);
    let (id, name) = (&team.id.0, team.name.as_str());
    let title = format!("team-{id}");
    let reason = objection(view, &Permission::ManageTeam(team.id.clone()), text);
    let reason_id = format!("team-{id}-denied");
    let denied = reason.as_ref().map(|_| reason_id.as_str());
    let directory_denied = directory.denied.as_ref().map(|_| DENIED);
    let mut people: Vec<(&PersonId, TeamRole)> = team.people.iter().map(|(person, role)| (person, *role)).collect();
    people.sort_by_key(|(_, role)| Reverse(*role));
    let service_accounts = team.service_accounts.iter().map(|id| (AccountId::ServiceAccount(id.clone()), None));
    let members = people.into_iter().map(|(id, role)| (AccountId::Person(id.clone()), Some(role)));
    let size = team.people.len() + team.service_accounts.len();
    let show = directory.show.reform({
        let next = PeopleQuery { all: id.to_string(), rows: None, ..directory.query.clone() };
        move |()| next.clone()
    });
    let rows_href = |page| PeopleQuery { rows: Some(page), ..directory.query.closed() }.href();
    let rows_words = PagerWords::of(&(words.team_table)(name), rows, text);
    let columns = [words.name, words.team_role, words.actions];
    html! {
        <section key={id.to_string()} class="team" aria-labelledby={title.clone()}>
            <div class="section-head">
                <h3 id={title} tabindex="-1">{ avatar(Kind::Team, name) }{ bdi(name) }</h3>
                <p class="muted small">{ (words.size)(team.people.len(), team.service_accounts.len()) }</p>
                <div class="section-actions">
                    { row_button(words.add_to_team, (words.add_to_team_of)(name), denied, &directory.opening("join", Some(id), "")) }
                    { row_button(words.rename, (words.rename_team)(name), directory_denied, &directory.opening("edit", Some(id), "")) }
                    { row_button(words.remove, (words.remove_team)(name), directory_denied, &directory.opening("remove", Some(id), "")) }
                </div>
            </div>
            if let Some(reason) = &reason {
                <p class="denied" id={reason_id.clone()}>{ icon("info") }<span>{ prose(reason) }</span></p>
            }
            if size == 0 {
                <p class="muted">{ words.empty_team }</p>
            } else if rows.all > 0 {
                { pager(rows, &rows_words, &Turn::Link(&rows_href)) }
                { table(&(words.team_table)(name), "", &columns, html! {
                    for (account, role) in members.chain(service_accounts).skip(rows.start).take(rows.end - rows.start) {
                        { member(directory, team, &account, role, denied) }
                    }
                }) }
            }
            if size > rows.all {
                { show_all_button((words.show_members)(size, name), format!("[id=\"team-{id}\"]"), show) }
            }
            <RecentChanges view={view.clone()} about={About::Account(id.clone())} />
        </section>
    }
}

fn member(
    directory: &Directory,
    team: &Team,
    account: &AccountId,
    role: Option<TeamRole>,
    denied: Option<&str>,
) -> Html {
    let (view, text) = (&directory.view, directory.text());
    let words = PeopleText::of(text.language);
    let name = view.name_of(&Grantee::from(account.clone())).unwrap_or_default();
    let (kind, username) = match account {
        AccountId::Person(id) => (Kind::Person, view.people.get(id).map_or("", |person| person.username.as_str())),
        AccountId::ServiceAccount(_) => (Kind::ServiceAccount, text.terms.service_account),
    };
    let leave = directory.opening("leave", Some(account.id()), team.id.0.as_str());
    html! {
        <tr key={account.id().to_string()}>
            <th scope="row">
                <span class="person">
                    { avatar(kind, name) }
                    <span>
                        <a href={Route::of_account(view, account).href()}>{ bdi(name) }</a>
                        <span class="muted small">{ bdi(username) }</span>
                    </span>
                </span>
            </th>
            <td>
                if let (Some(role), AccountId::Person(person)) = (role, account) {
                    { LiveSelect {
                        label: Some((words.team_role_of)(name, team.name.as_str())),
                        id: None,
                        choices: &role_choices(text),
                        value: role.into(),
                        described: denied.map(str::to_owned),
                        is_denied: denied.is_some(),
                        on_choose: on_choose_role(directory, &team.id, person, role),
                    }.show() }
                }
            </td>
            <td class="actions">
                { row_button(words.remove, (words.remove_from_team)(name, team.name.as_str()), denied, &leave) }
            </td>
        </tr>
    }
}

/// Handles a chosen role. A lower role needs confirmation, a higher role takes effect immediately.
fn on_choose_role(directory: &Directory, team: &TeamId, person: &PersonId, old: TeamRole) -> Callback<&'static str> {
    let (act, open, query) = (directory.act.clone(), directory.open.clone(), directory.query.clone());
    let (team, person) = (team.clone(), person.clone());
    Callback::from(move |name: &'static str| match name.parse().ok() {
        Some(role) if role < old => {
            open.emit(query.opening("team-role", Some(&person.0), &[team.0.as_str(), name].join(BEFORE_ROLE)));
        }
        Some(role) => {
            act.emit(vec![Action::Team(TeamAction::SetRole { team: team.clone(), person: person.clone(), role })])
        }
        None => {}
    })
}
