//! Takes a line without faults into the plan.

use std::collections::BTreeMap;

use domain::{
    AccountId, AccountName, Action, Email, NewPerson, OrganizationRole, Person, PersonAction, ServiceAccountAction,
    TeamAction, TeamRole,
};

use super::super::existing::{Entity, name_key};
use super::super::line::Entry;
use super::super::plan::{Difference, Member, Membership, Row, Value};
use super::super::{Column, Kind};
use super::account::{Identity, NamedTeam, NamedTeams};
use super::{Account, Planner, Target};

impl Planner<'_> {
    /// Adds the line's account, or finds it, and adds its memberships.
    pub(super) fn commit(&mut self, index: usize, entry: &Entry, identity: Identity, teams: NamedTeams) {
        let Some(kind) = entry.kind else { return };
        let position = match identity {
            Identity::Earlier(position) => Some(position),
            Identity::Existing(existing) => self.add_existing(index, kind, entry, existing),
            Identity::New(account, is_proposed) => self.add_new(index, kind, entry, account, is_proposed),
        };
        let Some(position) = position else { return };
        self.complete(position, entry);
        for (team, role) in teams {
            let team = match team {
                NamedTeam::Known(team) => Some(team),
                NamedTeam::Missing(name, key) => {
                    if !self.teams.contains_key(&key) {
                        let row = Row {
                            lines: vec![entry.line],
                            kind: Some(Kind::Team),
                            account: name.to_string(),
                            is_new: true,
                            is_created: true,
                            ..Row::default()
                        };
                        self.rows.push((2 * index + 1, row));
                        self.add_new_team(name, key.clone());
                    }
                    self.teams.get(&key).cloned()
                }
            };
            if let Some(team) = team {
                self.add_membership(position, team.position, &team.name, role);
            }
        }
    }

    fn add_existing(&mut self, index: usize, kind: Kind, entry: &Entry, existing: usize) -> Option<usize> {
        let entity = self.directory.get(existing)?;
        let mut row = Row { kind: Some(kind), account: entity.account().to_string(), ..Row::default() };
        if let Entity::Person(person) = entity {
            row.name = person.name.to_string();
            row.email = person.email.to_string();
        }
        let account = Some(entity.account().clone());
        let email = if let Entity::Person(person) = entity { Some(person.email.key()) } else { None };
        let position = self.add_file_account(index, entry, row, account, Target::Existing(existing));
        // A later line may name the person by the address only.
        if let Some(email) = email {
            self.by_email.entry(email).or_insert(position);
        }
        Some(position)
    }

    fn add_new(
        &mut self,
        index: usize,
        kind: Kind,
        entry: &Entry,
        account: AccountName,
        is_proposed: bool,
    ) -> Option<usize> {
        let mut row =
            Row { kind: Some(kind), account: account.to_string(), is_proposed, is_new: true, ..Row::default() };
        let target = if kind == Kind::Person {
            let (name, email) = entry.name.clone().zip(entry.email.clone())?;
            row.name = name.to_string();
            row.email = email.to_string();
            let role = entry.role.unwrap_or(OrganizationRole::Member);
            row.role = Some(as_team_role(role));
            self.plan.people.push(NewPerson { name, username: account.clone(), email, role });
            self.plan.people.len() - 1
        } else {
            self.plan.service_accounts.push(account.clone());
            self.plan.service_accounts.len() - 1
        };
        Some(self.add_file_account(index, entry, row, Some(account), Target::New(target)))
    }

    fn add_file_account(
        &mut self,
        index: usize,
        entry: &Entry,
        row: Row,
        account: Option<AccountName>,
        target: Target,
    ) -> usize {
        let position = self.accounts.len();
        if let Some(account) = &account {
            self.by_account.insert(account.key(), position);
        }
        let kind = row.kind.unwrap_or(Kind::Person);
        self.rows.push((2 * index, row));
        self.accounts.push(Account {
            kind,
            target,
            row: self.rows.len() - 1,
            line: entry.line,
            account: entry.account.clone(),
            name: None,
            email: None,
            role: None,
            teams: BTreeMap::new(),
        });
        position
    }

    /// Takes what the line says of the account and no earlier line has said.
    fn complete(&mut self, position: usize, entry: &Entry) {
        if let Some(email) = &entry.email {
            self.by_email.entry(email.key()).or_insert(position);
        }
        let Some(account) = self.accounts.get_mut(position) else { return };
        if account.account.is_none() {
            account.account.clone_from(&entry.account);
        }
        let name = entry.name.clone().filter(|_| account.name.is_none());
        let email = entry.email.clone().filter(|_| account.email.is_none());
        let role = entry.role.filter(|_| account.role.is_none());
        account.name = account.name.take().or_else(|| name.clone());
        account.email = account.email.take().or_else(|| email.clone());
        account.role = account.role.or(role);
        let (target, row) = (account.target, account.row);
        if let Some((_, row)) = self.rows.get_mut(row) {
            row.lines.push(entry.line);
        }
        match target {
            Target::New(new) => {
                if let (Some(role), Some(person), Kind::Person) =
                    (role, self.plan.people.get_mut(new), entry.kind.unwrap_or(Kind::Person))
                {
                    person.role = role;
                    if let Some((_, row)) = self.rows.get_mut(row) {
                        row.role = Some(as_team_role(role));
                    }
                }
            }
            Target::Existing(existing) => match self.directory.get(existing) {
                Some(Entity::Person(person)) => {
                    let account = entry.account.clone();
                    self.compare_person(row, person, account, name.map(|name| name.to_string()), email, role);
                }
                Some(Entity::ServiceAccount(known)) => {
                    if let Some(account) = entry.account.clone().filter(|account| *account != known.name)
                        && self.add_difference(row, Column::Name, text(&known.name), text(&account))
                    {
                        let id = known.id.clone();
                        let rename = ServiceAccountAction::Rename { service_account: id, name: account };
                        self.plan.updates.push(rename.into());
                    }
                }
                // Teams are planned apart.
                Some(Entity::Team(..)) | None => {}
            },
        }
    }

    /// Adds the differences of a person.
    fn compare_person(
        &mut self,
        row: usize,
        person: &Person,
        account: Option<AccountName>,
        name: Option<String>,
        email: Option<Email>,
        role: Option<OrganizationRole>,
    ) {
        let name = name.filter(|name| name_key(name) != name_key(person.name.as_str()));
        let name =
            name.filter(|name| self.add_difference(row, Column::Name, text(&person.name), Value::Text(name.clone())));
        let name = name.and_then(|name| domain::PersonName::parse(&name).ok());
        let username = account
            .filter(|account| *account != person.username)
            .filter(|account| self.add_difference(row, Column::Username, text(&person.username), text(account)));
        let email = email
            .filter(|email| *email != person.email)
            .filter(|email| self.add_difference(row, Column::Email, text(&person.email), text(email)));
        if name.is_some() || username.is_some() || email.is_some() {
            let edit = PersonAction::Edit { person: person.id.clone(), name, username, email };
            self.plan.updates.push(edit.into());
        }
        let role = role.filter(|role| *role != person.role).filter(|role| {
            let [current, file] = [person.role, *role].map(|role| Value::Role(as_team_role(role)));
            self.add_difference(row, Column::Role, current, file)
        });
        if let Some(role) = role {
            let update = Action::from(PersonAction::SetRole { person: person.id.clone(), role });
            if self.view.account == AccountId::Person(person.id.clone()) {
                self.own_role_update = Some(update);
            } else {
                self.role_updates.push(update);
            }
        }
    }

    /// Adds a difference that no earlier line has. Returns whether the import takes the file's value.
    fn add_difference(&mut self, row: usize, column: Column, current: Value, file: Value) -> bool {
        let is_taken = self.choices.updates.contains(&column);
        let Some((_, row)) = self.rows.get_mut(row) else { return false };
        if row.differences.iter().any(|known| known.column == column) {
            return false;
        }
        row.differences.push(Difference { column, team: None, current, file, is_taken });
        is_taken
    }

    /// Adds a membership, or the difference of an existing one. An empty role means Member for a new member of the team, and
    /// matches any role of an existing one.
    fn add_membership(&mut self, position: usize, team: usize, name: &AccountName, role: Option<TeamRole>) {
        let Some(team_ref) = self.team_ref(team) else { return };
        let current_team = self.directory.team(team);
        let Some(account) = self.accounts.get_mut(position) else { return };
        account.teams.insert(team, role);
        let (target, kind, row) = (account.target, account.kind, account.row);
        let shown_role = (kind == Kind::Person).then(|| role.unwrap_or(TeamRole::Member));
        let role_or_member = role.unwrap_or(TeamRole::Member);
        let member = match target {
            Target::New(index) if kind == Kind::Person => Member::NewPerson(index, role_or_member),
            Target::New(index) => Member::NewServiceAccount(index),
            Target::Existing(existing) => match self.directory.get(existing) {
                Some(Entity::Person(person)) => {
                    let current = current_team.as_ref().and_then(|team| team.people.get(&person.id)).copied();
                    match (current, role, current_team) {
                        (None, ..) => Member::Person(person.id.clone(), role_or_member),
                        (Some(current), Some(role), Some(team)) if current != role => {
                            let is_taken = self.choices.updates.contains(&Column::Teams);
                            if let Some((_, row)) = self.rows.get_mut(row) {
                                row.differences.push(Difference {
                                    column: Column::Teams,
                                    team: Some(name.clone()),
                                    current: Value::Role(current),
                                    file: Value::Role(role),
                                    is_taken,
                                });
                            }
                            if is_taken {
                                let person = person.id.clone();
                                let update = TeamAction::SetRole { team: team.id.clone(), person, role };
                                self.plan.updates.push(update.into());
                            }
                            return;
                        }
                        _ => return,
                    }
                }
                Some(Entity::ServiceAccount(account)) => {
                    if current_team.is_some_and(|team| team.service_accounts.contains(&account.id)) {
                        return;
                    }
                    Member::ServiceAccount(account.id.clone())
                }
                // A team is no member of a team.
                Some(Entity::Team(..)) | None => return,
            },
        };
        self.plan.memberships.push(Membership { team: team_ref, member });
        if let Some((_, row)) = self.rows.get_mut(row) {
            row.joins.push((name.clone(), shown_role));
        }
    }
}

fn text(value: &impl ToString) -> Value {
    Value::Text(value.to_string())
}

fn as_team_role(role: OrganizationRole) -> TeamRole {
    match role {
        OrganizationRole::Admin => TeamRole::Admin,
        OrganizationRole::Member => TeamRole::Member,
        OrganizationRole::Viewer => TeamRole::Viewer,
    }
}
