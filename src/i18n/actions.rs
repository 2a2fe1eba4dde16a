//! What was done, in words.

use registry::Action;

use super::Language::{English, Korean};
use super::prose::{isolate, particle};
use super::{Catalog, terms};
use crate::browser::intl::number;
use crate::store::Deed;

/// The words.
pub struct Text {
    /// What was done to one, or to several in one place: what it was, and to whom.
    pub did: fn(&Action, &Whom, &str) -> String,
    /// So many other changes.
    pub and_more: fn(usize) -> String,
    /// What came out of a list: so many people, service accounts and teams are new.
    pub imported: fn([usize; 3]) -> String,
}

/// Whom something was done to: the names of the first, and how many others there are.
pub struct Whom<'a> {
    names: Vec<&'a str>,
    more: usize,
}

impl Whom<'_> {
    fn listed(&self) -> Vec<String> {
        self.names.iter().map(|name| isolate(name)).collect()
    }

    fn in_english(&self) -> String {
        let mut listed = self.listed();
        match (self.more, listed.pop()) {
            (0, Some(last)) if listed.is_empty() => last,
            (0, Some(last)) => format!("{} and {last}", listed.join(", ")),
            (1, Some(last)) => format!("{}, {last} and 1 other", listed.join(", ")),
            (more, Some(last)) => format!("{}, {last} and {more} others", listed.join(", ")),
            (_, None) => String::new(),
        }
    }

    /// With the particle that follows the last of them.
    fn in_korean(&self, after_consonant: &str, after_vowel: &str) -> String {
        if self.more > 0 {
            return format!("{} 외 {}명{after_consonant}", self.listed().join(", "), self.more);
        }
        let mut listed = self.listed();
        listed.pop();
        listed.extend(self.names.last().map(|name| particle(name, after_consonant, after_vowel)));
        listed.join(", ")
    }
}

impl Catalog {
    /// What was done, in at most two sentences.
    #[must_use]
    pub fn did(&self, deeds: &[Deed]) -> String {
        const NAMED: usize = 3;
        const SENTENCES: usize = 2;
        let mut sentences = Vec::new();
        let mut rest = deeds;
        while let (Some(first), true) = (rest.first(), sentences.len() < SENTENCES) {
            let alike = rest.iter().take_while(|deed| deed.is_like(first)).count();
            let names = rest.iter().take(alike.min(NAMED)).map(|deed| &*deed.whom).collect();
            let whom = Whom { names, more: alike.saturating_sub(NAMED) };
            sentences.push((self.actions.did)(&first.action, &whom, &first.place));
            rest = rest.get(alike..).unwrap_or_default();
        }
        if !rest.is_empty() {
            sentences.push((self.actions.and_more)(rest.len()));
        }
        sentences.join(" ")
    }
}

/// In English.
pub const ENGLISH: Text = Text {
    did: |action, whom, place| {
        let (whom, place) = (whom.in_english(), isolate(place));
        match action {
            Action::AddPerson(_) | Action::AddServiceAccount(_) => format!("Added {whom} to the organization."),
            Action::EditPerson { name, .. } if isolate(name.as_str()) == whom => {
                format!("Changed the details of {whom}.")
            }
            Action::EditPerson { name, .. } => format!("{whom} is now {}.", isolate(name.as_str())),
            Action::SetOrganizationRole { role, .. } => {
                format!("{whom} is now {} of the organization.", (terms::ENGLISH.organization_role)(*role))
            }
            Action::RemovePerson(_) | Action::RemoveServiceAccount(_) => {
                format!("Removed {whom} from the organization.")
            }
            Action::RenameServiceAccount { name, .. } | Action::RenameTeam { name, .. } => {
                format!("{whom} is now called {}.", isolate(name.as_str()))
            }
            Action::AddTeam(_) => format!("Added the team {whom}."),
            Action::RemoveTeam(_) => format!("Removed the team {whom}."),
            Action::AddPersonToTeam { .. } | Action::AddServiceAccountToTeam { .. } => {
                format!("Added {whom} to {place}.")
            }
            Action::AddMember { role, .. } => format!("Added {whom} to {place} as {}.", (terms::ENGLISH.role)(*role)),
            Action::SetTeamRole { role, .. } => {
                format!("{whom} is now {} in {place}.", (terms::ENGLISH.team_role)(*role))
            }
            Action::SetMemberRole { role, .. } => format!("{whom} is now {} in {place}.", (terms::ENGLISH.role)(*role)),
            Action::RemovePersonFromTeam { .. }
            | Action::RemoveServiceAccountFromTeam { .. }
            | Action::RemoveMember { .. } => format!("Removed {whom} from {place}."),
            Action::RenameOrganization(name) => format!("The organization is now called {}.", isolate(name.as_str())),
            Action::SetDefaultRole(role) => {
                format!("The default role is now {}.", (terms::ENGLISH.role)(role.role()))
            }
            Action::SetRestrictedStays(true) => "Restricted registries stay restricted from now on.".to_owned(),
            Action::SetRestrictedStays(false) => "Restricted registries can be opened again from now on.".to_owned(),
            Action::CreateRegistry(_) => format!("Registry {whom} was created."),
            Action::RenameRegistry { name, .. } => format!("{place} is now called {}.", isolate(name.as_str())),
            Action::DescribeRegistry { .. } => format!("Saved the description of {place}."),
            Action::SetVisibility { visibility, .. } => {
                format!("The visibility of {place} is now {}.", (terms::ENGLISH.visibility)(*visibility))
            }
            Action::AcceptAllTypes(_) => format!("{place} now accepts all types."),
            Action::SpecifyTypes { .. } => format!("{place} now accepts specified types only."),
            Action::AddTypes { .. } => format!("{place} now accepts more types."),
            Action::RemoveType { artifact_type, .. } => {
                format!("{place} no longer accepts {}.", isolate(artifact_type.as_str()))
            }
            Action::SetOwner { .. } => format!("{whom} is now the owner of {place}."),
            Action::DeleteRegistry(_) => format!("Deleted the registry {place}."),
        }
    },
    and_more: |count| match count {
        1 => "And 1 other change.".to_owned(),
        count => format!("And {} other changes.", number(English, count)),
    },
    imported: |[people, service_accounts, teams]| {
        let count = |count: usize, one: &str, many: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            count => Some(format!("{} {many}", number(English, count))),
        };
        let parts = [
            count(people, "person", "people"),
            count(service_accounts, "service account", "service accounts"),
            count(teams, "team", "teams"),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() { "The list was imported.".to_owned() } else { format!("Imported {}.", parts.join(", ")) }
    },
};

/// In Korean.
pub const KOREAN: Text = Text {
    did: |action, whom, place| {
        let object = || whom.in_korean("을", "를");
        let subject = || whom.in_korean("이", "가");
        let of = || isolate(whom.names.first().copied().unwrap_or_default());
        let renamed = |name: &str| particle(name, "으로", "로");
        let at = isolate(place);
        match action {
            Action::AddPerson(_) | Action::AddServiceAccount(_) => format!("조직에 {} 추가했습니다.", object()),
            Action::EditPerson { name, .. } if whom.names.first() == Some(&name.as_str()) => {
                format!("{}의 정보를 바꿨습니다.", of())
            }
            Action::EditPerson { name, .. } => format!("{}의 이름을 {} 바꿨습니다.", of(), renamed(name.as_str())),
            Action::SetOrganizationRole { role, .. } => {
                format!("{} 이제 조직의 {}입니다.", subject(), (terms::KOREAN.organization_role)(*role))
            }
            Action::RemovePerson(_) | Action::RemoveServiceAccount(_) => format!("조직에서 {} 뺐습니다.", object()),
            Action::RenameServiceAccount { name, .. } | Action::RenameTeam { name, .. } => {
                format!("{}의 이름을 {} 바꿨습니다.", of(), renamed(name.as_str()))
            }
            Action::AddTeam(_) => format!("팀 {} 추가했습니다.", object()),
            Action::RemoveTeam(_) => format!("팀 {} 없앴습니다.", object()),
            Action::AddPersonToTeam { .. } | Action::AddServiceAccountToTeam { .. } => {
                format!("{at}에 {} 추가했습니다.", object())
            }
            Action::AddMember { role, .. } => {
                format!("{at}에 {} {} 역할로 추가했습니다.", object(), (terms::KOREAN.role)(*role))
            }
            Action::SetTeamRole { role, .. } => {
                format!("{at}에서 {} 이제 {}입니다.", subject(), (terms::KOREAN.team_role)(*role))
            }
            Action::SetMemberRole { role, .. } => {
                format!("{at}에서 {} 이제 {}입니다.", subject(), (terms::KOREAN.role)(*role))
            }
            Action::RemovePersonFromTeam { .. }
            | Action::RemoveServiceAccountFromTeam { .. }
            | Action::RemoveMember { .. } => format!("{at}에서 {} 뺐습니다.", object()),
            Action::RenameOrganization(name) => format!("조직의 이름을 {} 바꿨습니다.", renamed(name.as_str())),
            Action::SetDefaultRole(role) => {
                format!("기본 역할을 {} 바꿨습니다.", renamed((terms::KOREAN.role)(role.role())))
            }
            Action::SetRestrictedStays(true) => "이제 제한된 레지스트리를 다시 공개할 수 없습니다.".to_owned(),
            Action::SetRestrictedStays(false) => "이제 제한된 레지스트리를 다시 공개할 수 있습니다.".to_owned(),
            Action::CreateRegistry(_) => format!("레지스트리 {} 만들었습니다.", object()),
            Action::RenameRegistry { name, .. } => format!("{at}의 이름을 {} 바꿨습니다.", renamed(name.as_str())),
            Action::DescribeRegistry { .. } => format!("{at}의 설명을 저장했습니다."),
            Action::SetVisibility { visibility, .. } => {
                let visibility = (terms::KOREAN.visibility)(*visibility);
                format!("{at}의 공개 범위를 {} 바꿨습니다.", renamed(visibility))
            }
            Action::AcceptAllTypes(_) => format!("이제 {at}에서 모든 유형을 받습니다."),
            Action::SpecifyTypes { .. } => format!("이제 {at}에서 지정한 유형만 받습니다."),
            Action::AddTypes { .. } => format!("{at}에서 받는 유형을 추가했습니다."),
            Action::RemoveType { artifact_type, .. } => {
                format!("{at}에서 {} 뺐습니다.", particle(artifact_type.as_str(), "을", "를"))
            }
            Action::SetOwner { .. } => format!("{} 이제 {at}의 소유자입니다.", subject()),
            Action::DeleteRegistry(_) => format!("레지스트리 {} 삭제했습니다.", particle(place, "을", "를")),
        }
    },
    and_more: |count| format!("그 밖에 {}가지를 바꿨습니다.", number(Korean, count)),
    imported: |[people, service_accounts, teams]| {
        let parts = [
            (people, format!("사람 {}명", number(Korean, people))),
            (service_accounts, format!("서비스 계정 {}개", number(Korean, service_accounts))),
            (teams, format!("팀 {}개", number(Korean, teams))),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, part)| part).collect();
        if parts.is_empty() {
            "목록을 가져왔습니다.".to_owned()
        } else {
            format!("가져왔습니다: {}.", parts.join(", "))
        }
    },
};

#[cfg(test)]
mod tests {
    use registry::{AccountName, Id, OrganizationName, RegistryId, Role};

    use super::*;
    use crate::i18n::Language;
    use crate::i18n::prose::plain;

    fn added(whom: &str, place: &str) -> Deed {
        let id = Id::from_text("x");
        let member = registry::Grantee::Person(registry::PersonId(id.clone()));
        let action = Action::AddMember { registry: RegistryId(id), member, role: Role::Member };
        Deed { action, whom: whom.into(), place: place.into() }
    }

    fn with_names(action: Action, whom: &str) -> Deed {
        Deed { action, whom: whom.into(), place: "".into() }
    }

    #[track_caller]
    fn check_said(deeds: &[Deed], english: &str, korean: &str) {
        assert_eq!(plain(&Language::English.catalog().did(deeds)), english);
        assert_eq!(plain(&Language::Korean.catalog().did(deeds)), korean);
    }

    #[test]
    fn the_same_done_to_several_is_one_sentence() {
        check_said(&[added("Mina", "R")], "Added Mina to R as Member.", "R에 Mina를 멤버 역할로 추가했습니다.");
        check_said(
            &[added("Mina", "R"), added("한지우", "R")],
            "Added Mina and 한지우 to R as Member.",
            "R에 Mina, 한지우를 멤버 역할로 추가했습니다.",
        );
        let five = ["a", "b", "c", "d", "e"].map(|name| added(name, "R"));
        check_said(
            &five,
            "Added a, b, c and 2 others to R as Member.",
            "R에 a, b, c 외 2명을 멤버 역할로 추가했습니다.",
        );
    }

    #[test]
    fn what_is_different_is_told_apart() {
        let renamed = OrganizationName::parse("Lab").map(Action::RenameOrganization);
        let team = AccountName::parse("vision").map(Action::AddTeam);
        let (Ok(renamed), Ok(team)) = (renamed, team) else { unreachable!("both are names") };
        let deeds = [with_names(renamed, ""), with_names(team, "vision"), added("Mina", "R"), added("Yuki", "S")];
        check_said(
            &deeds,
            "The organization is now called Lab. Added the team vision. And 2 other changes.",
            "조직의 이름을 Lab으로 바꿨습니다. 팀 vision을 추가했습니다. 그 밖에 2가지를 바꿨습니다.",
        );
    }
}
