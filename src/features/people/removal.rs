//! The confirmations of removals and lower roles.

mod text;

use domain::{
    AccountId, Action, Grantee, OrganizationAction, OrganizationRole, PersonAction, PersonId, ServiceAccountAction,
    ServiceAccountId, TeamAction, TeamId, TeamRole, View,
};

use self::text::RemovalText;
use super::organization::default_role_named;
use super::query::{Part, PeopleQuery};
use super::teams;
use super::text::PeopleText;
use crate::i18n::Catalog;

/// A confirmation.
pub struct Confirmation {
    /// The heading.
    pub title: String,
    /// The note besides the consequences for registries.
    pub lead: String,
    /// The action after confirmation.
    pub action: Action,
    /// The label of the button.
    pub confirm: &'static str,
}

/// The confirmation of the address, if any.
pub fn confirmation(view: &View, part: Part, query: &PeopleQuery, text: &'static Catalog) -> Option<Confirmation> {
    let words = RemovalText::of(text.language);
    let id = query.about();
    let name_of = |grantee: Grantee| view.name_of(&grantee).unwrap_or(text.registry.removed_account).to_owned();
    let is_self = *view.account.id() == id;
    let person = PersonId(id.clone());
    let confirmation = match (part, query.open.as_str()) {
        (Part::People, "remove") => {
            let name = name_of(Grantee::Person(person.clone()));
            Confirmation {
                title: (words.remove_title)(&name),
                lead: (words.remove_person_lead)(&name, is_self),
                action: Action::Person(PersonAction::Remove(person)),
                confirm: words.remove_person,
            }
        }
        (Part::People, "role") => {
            let name = name_of(Grantee::Person(person.clone()));
            let role = query.to.parse().ok()?;
            Confirmation {
                title: (words.demote_title)(&name, (text.terms.organization_role)(role)),
                lead: {
                    let lead = match view.people.get(&person)?.role {
                        OrganizationRole::Admin => (words.demote_lead)(&name, is_self),
                        // Team admins can create registries even as Viewers.
                        _ if view.is_team_administrator(&person) => String::new(),
                        OrganizationRole::Member | OrganizationRole::Viewer => (words.viewer_lead)(&name),
                    };
                    let note = match role {
                        OrganizationRole::Viewer => PeopleText::of(text.language).viewer_note,
                        OrganizationRole::Member | OrganizationRole::Admin => "",
                    };
                    [lead.as_str(), note].join(" ").trim().to_owned()
                },
                action: Action::Person(PersonAction::SetRole { person, role }),
                confirm: words.change_role,
            }
        }
        (Part::ServiceAccounts, "remove") => {
            let account = ServiceAccountId(id);
            let name = name_of(Grantee::ServiceAccount(account.clone()));
            Confirmation {
                title: (words.remove_title)(&name),
                lead: (words.remove_person_lead)(&name, is_self),
                action: Action::ServiceAccount(ServiceAccountAction::Remove(account)),
                confirm: words.remove_service_account,
            }
        }
        (Part::Teams, "remove") => {
            let team = TeamId(id);
            let name = name_of(Grantee::Team(team.clone()));
            Confirmation {
                title: (words.remove_team_title)(&name),
                lead: (words.remove_team_lead)(&name),
                action: Action::Team(TeamAction::Remove(team)),
                confirm: words.remove_a_team,
            }
        }
        (Part::Teams, "leave") => {
            let team = TeamId(domain::Id::from_text(&query.to));
            let team_name = name_of(Grantee::Team(team.clone()));
            let member = view.people.get(&person).map_or_else(
                || AccountId::ServiceAccount(ServiceAccountId(id)),
                |person| AccountId::Person(person.id.clone()),
            );
            let name = name_of(Grantee::from(member.clone()));
            Confirmation {
                title: (words.leave_title)(&name, &team_name),
                lead: if is_self { words.this_is_you.to_owned() } else { String::new() },
                action: match member {
                    AccountId::Person(person) => Action::Team(TeamAction::RemovePerson { team, person }),
                    AccountId::ServiceAccount(service_account) => {
                        Action::Team(TeamAction::RemoveServiceAccount { team, service_account })
                    }
                },
                confirm: words.leave,
            }
        }
        (Part::Teams, "team-role") => {
            let (team, role) = query.to.rsplit_once(teams::BEFORE_ROLE)?;
            let (team, role) = (TeamId(domain::Id::from_text(team)), role.parse().ok()?);
            let (name, team_name) = (name_of(Grantee::Person(person.clone())), name_of(Grantee::Team(team.clone())));
            let known = view.teams.get(&team).and_then(|team| team.people.get(&person));
            let lead =
                if known == Some(&TeamRole::Admin) { (words.team_lead)(&name, &team_name) } else { String::new() };
            Confirmation {
                title: (words.team_title)(&name, (text.terms.team_role)(role), &team_name),
                lead: if is_self { [words.this_is_you, &lead].join(" ") } else { lead },
                action: Action::Team(TeamAction::SetRole { team, person, role }),
                confirm: words.change_role,
            }
        }
        (Part::Organization, "default-role") => {
            let role = default_role_named(&query.to)?;
            Confirmation {
                title: (words.default_role_title)((text.terms.role)(role.role())),
                lead: words.default_role_lead.to_owned(),
                action: Action::Organization(OrganizationAction::SetDefaultRole(role)),
                confirm: words.change_default_role,
            }
        }
        _ => return None,
    };
    Some(confirmation)
}
