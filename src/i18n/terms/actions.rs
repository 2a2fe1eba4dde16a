//! Completed actions as sentences.

use std::borrow::Borrow;
use std::rc::Rc;

use domain::{
    Action, CollectionAction, OrganizationAction, PersonAction, ProjectAction, RegistryAction, ServiceAccountAction,
    TeamAction, VersionAction,
};

use crate::i18n::Language::{English, Korean};
use crate::i18n::intl::number;
use crate::i18n::prose::{isolate, particle, plain};
use crate::i18n::{Catalog, terms};
use crate::state::CompletedAction;

pub struct ActionsText {
    /// A sentence about one kind of action, its targets and the team or registry it happened in.
    pub sentence: fn(&Action, &TargetNames, &str) -> String,
    /// The number of changes that the sentences leave out.
    pub and_more: fn(usize) -> String,
    /// The numbers of imported people, service accounts and teams.
    pub imported: fn([usize; 3]) -> String,
}

/// The targets of similar actions: the first names and the number of the others.
pub struct TargetNames<'a> {
    names: Vec<&'a str>,
    more: usize,
    others_are_people: bool,
}

impl TargetNames<'_> {
    fn listed(&self) -> Vec<String> {
        self.names.iter().map(|name| isolate(name)).collect()
    }

    fn in_english(&self) -> String {
        let mut listed = self.listed();
        match (self.more, listed.pop()) {
            (0, Some(last)) if listed.is_empty() => last,
            (0, Some(last)) => format!("{} and {last}", listed.join(", ")),
            (1, Some(last)) => format!("{}, {last} and 1 other", listed.join(", ")),
            (more, Some(last)) => {
                format!("{}, {last} and {} others", listed.join(", "), number(English, more))
            }
            (_, None) => String::new(),
        }
    }

    fn in_korean(&self) -> String {
        let listed = self.listed().join(", ");
        match self.more {
            0 => listed,
            more => format!("{listed} 외 {}{}", number(Korean, more), if self.others_are_people { "명" } else { "개" }),
        }
    }

    /// The list with the particle after its last word.
    fn with_particle(&self, after_consonant: &str, after_vowel: &str) -> String {
        if self.more > 0 {
            return self.in_korean() + if self.others_are_people { after_consonant } else { after_vowel };
        }
        let mut listed = self.listed();
        listed.pop();
        listed.extend(self.names.last().map(|name| particle(name, after_consonant, after_vowel)));
        listed.join(", ")
    }
}

impl Catalog {
    /// Completed actions in at most two sentences and a count of the others, which are not looked at.
    #[must_use]
    pub fn summarize_actions<A: Borrow<CompletedAction>>(&self, completed: impl ExactSizeIterator<Item = A>) -> String {
        const NAMED: usize = 3;
        const SENTENCES: usize = 2;
        let mut sentences = Vec::new();
        let mut rest = completed.peekable();
        while sentences.len() < SENTENCES
            && let Some(first) = rest.next()
        {
            let first: &CompletedAction = first.borrow();
            let mut named = vec![Rc::clone(&first.target)];
            let (mut more, mut others_are_people) = (0, true);
            while let Some(alike) = rest.next_if(|next| next.borrow().is_similar_to(first)) {
                if named.len() < NAMED {
                    named.push(Rc::clone(&alike.borrow().target));
                } else {
                    more += 1;
                    others_are_people &= alike.borrow().targets_person();
                }
            }
            let targets = TargetNames { names: named.iter().map(|name| &**name).collect(), more, others_are_people };
            sentences.push((self.actions.sentence)(&first.action, &targets, &first.container));
        }
        if rest.len() > 0 {
            sentences.push((self.actions.and_more)(rest.len()));
        }
        sentences.join(" ")
    }
}

pub static ENGLISH: ActionsText = ActionsText {
    sentence: |action, targets, container| {
        let (targets, container) = (targets.in_english(), isolate(container));
        match action {
            Action::Person(action) => match action {
                PersonAction::Add(_) => format!("Added {targets} to the organization."),
                PersonAction::Edit { name: Some(name), .. } if isolate(name.as_str()) != targets => {
                    format!("{targets} is now {}.", isolate(name.as_str()))
                }
                PersonAction::Edit { .. } => format!("Changed the details of {targets}."),
                PersonAction::SetRole { role, .. } => {
                    format!("{targets} is now {} of the organization.", (terms::ENGLISH.organization_role)(*role))
                }
                PersonAction::Remove(_) => format!("Removed {targets} from the organization."),
            },
            Action::ServiceAccount(action) => match action {
                ServiceAccountAction::Add(_) => format!("Added {targets} to the organization."),
                ServiceAccountAction::Remove(_) => format!("Removed {targets} from the organization."),
                ServiceAccountAction::Rename { name, .. } => {
                    format!("{targets} is now called {}.", isolate(name.as_str()))
                }
            },
            Action::Team(action) => match action {
                TeamAction::Rename { name, .. } => format!("{targets} is now called {}.", isolate(name.as_str())),
                TeamAction::Add(_) => format!("Added the team {targets}."),
                TeamAction::Remove(_) => format!("Removed the team {targets}."),
                TeamAction::AddPerson { .. } | TeamAction::AddServiceAccount { .. } => {
                    format!("Added {targets} to {container}.")
                }
                TeamAction::SetRole { role, .. } => {
                    format!("{targets} is now {} in {container}.", (terms::ENGLISH.team_role)(*role))
                }
                TeamAction::RemovePerson { .. } | TeamAction::RemoveServiceAccount { .. } => {
                    format!("Removed {targets} from {container}.")
                }
            },
            Action::Organization(action) => match action {
                OrganizationAction::Rename(name) => {
                    format!("The organization is now called {}.", isolate(name.as_str()))
                }
                OrganizationAction::SetDefaultRole(role) => {
                    format!("The default role is now {}.", (terms::ENGLISH.role)(role.role()))
                }
                OrganizationAction::SetRestrictedStays(true) => {
                    "Restricted registries stay restricted from now on.".to_owned()
                }
                OrganizationAction::SetRestrictedStays(false) => {
                    "Restricted registries can be opened again from now on.".to_owned()
                }
            },
            Action::Registry(action) => match action {
                RegistryAction::AddMember { role, .. } => {
                    format!("Added {targets} to {container} as {}.", (terms::ENGLISH.role)(*role))
                }
                RegistryAction::SetMemberRole { role, .. } => {
                    format!("{targets} is now {} in {container}.", (terms::ENGLISH.role)(*role))
                }
                RegistryAction::RemoveMember { .. } => format!("Removed {targets} from {container}."),
                RegistryAction::Create(_) => format!("Registry {targets} was created."),
                RegistryAction::Rename { name, .. } => format!("{container} is now called {}.", isolate(name.as_str())),
                RegistryAction::Describe { .. } => format!("Saved the description of {container}."),
                RegistryAction::SetVisibility { visibility, .. } => {
                    format!("The visibility of {container} is now {}.", (terms::ENGLISH.visibility)(*visibility))
                }
                RegistryAction::AcceptAllTypes(_) => format!("{container} now accepts all types."),
                RegistryAction::SpecifyTypes { .. } => format!("{container} now accepts specified types only."),
                RegistryAction::AddTypes { .. } => format!("{container} now accepts more types."),
                RegistryAction::RemoveType { artifact_type, .. } => {
                    format!("{container} no longer accepts {}.", isolate(artifact_type.as_str()))
                }
                RegistryAction::SetOwner { .. } => format!("{targets} is now the owner of {container}."),
                RegistryAction::ProtectAlias { .. } => format!("Protected the alias {targets} in {container}."),
                RegistryAction::UnprotectAlias { .. } => {
                    format!("The alias {targets} is no longer protected in {container}.")
                }
                RegistryAction::Delete(_) => format!("Deleted the registry {container}."),
            },
            Action::Project(action) => match action {
                ProjectAction::Create { .. } => format!("Created the project {targets} in {container}."),
                ProjectAction::Rename { name, .. } => format!("{targets} is now called {}.", isolate(name.as_str())),
                ProjectAction::Delete(_) => format!("Deleted the project {targets}."),
            },
            Action::Version(action) => match action {
                VersionAction::Log(_) => format!("Logged {targets} in {container}."),
                VersionAction::Edit { .. } => format!("Saved the details of {targets}."),
                VersionAction::AddTags { .. } => format!("Added tags to {targets}."),
                VersionAction::RemoveTags { .. } => format!("Removed tags from {targets}."),
                VersionAction::AddAlias { alias, .. } => {
                    format!("{targets} now has the alias {}.", isolate(alias.as_str()))
                }
                VersionAction::RemoveAlias { alias, .. } => {
                    format!("Removed the alias {} from {targets}.", isolate(alias.as_str()))
                }
                VersionAction::Delete(_) => format!("Deleted {targets}."),
            },
            Action::Collection(action) => match action {
                CollectionAction::Create(_) => format!("Created the collection {targets} in {container}."),
                CollectionAction::Edit { name: Some(name), .. } if isolate(name.as_str()) != targets => {
                    format!("{targets} is now called {}.", isolate(name.as_str()))
                }
                CollectionAction::Edit { .. } => format!("Saved the details of {targets}."),
                CollectionAction::AddTags { .. } => format!("Added tags to {targets}."),
                CollectionAction::RemoveTags { .. } => format!("Removed tags from {targets}."),
                CollectionAction::Delete(_) => format!("Deleted the collection {targets}."),
                CollectionAction::Link { .. } => format!("Linked {targets} to {container}."),
                CollectionAction::Unlink(_) => format!("Unlinked {targets}."),
            },
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

pub static KOREAN: ActionsText = ActionsText {
    sentence: |action, targets, container| {
        let object = || targets.with_particle("을", "를");
        let subject = || targets.with_particle("이", "가");
        let of = || isolate(targets.names.first().copied().unwrap_or_default());
        let renamed = |name: &str| particle(name, "으로", "로");
        let at = isolate(container);
        match action {
            Action::Person(action) => match action {
                PersonAction::Add(_) => format!("조직에 {} 추가했습니다.", object()),
                PersonAction::Edit { name: Some(name), .. } if targets.names.first() != Some(&name.as_str()) => {
                    format!("{}의 이름을 {} 바꿨습니다.", of(), renamed(name.as_str()))
                }
                PersonAction::Edit { .. } => format!("{}의 정보를 바꿨습니다.", of()),
                PersonAction::SetRole { role, .. } => {
                    let role = renamed((terms::KOREAN.organization_role)(*role));
                    format!("{}의 조직 역할을 {role} 바꿨습니다.", targets.in_korean())
                }
                PersonAction::Remove(_) => format!("조직에서 {} 제거했습니다.", object()),
            },
            Action::ServiceAccount(action) => match action {
                ServiceAccountAction::Add(_) => format!("조직에 {} 추가했습니다.", object()),
                ServiceAccountAction::Remove(_) => format!("조직에서 {} 제거했습니다.", object()),
                ServiceAccountAction::Rename { name, .. } => {
                    format!("{}의 이름을 {} 바꿨습니다.", of(), renamed(name.as_str()))
                }
            },
            Action::Team(action) => match action {
                TeamAction::Rename { name, .. } => format!("{}의 이름을 {} 바꿨습니다.", of(), renamed(name.as_str())),
                TeamAction::Add(_) => format!("{} 팀을 추가했습니다.", targets.in_korean()),
                TeamAction::Remove(_) => format!("{} 팀을 제거했습니다.", targets.in_korean()),
                TeamAction::AddPerson { .. } | TeamAction::AddServiceAccount { .. } => {
                    format!("{at}에 {} 추가했습니다.", object())
                }
                TeamAction::SetRole { role, .. } => {
                    let role = renamed((terms::KOREAN.team_role)(*role));
                    format!("{at}에서 {}의 역할을 {role} 바꿨습니다.", targets.in_korean())
                }
                TeamAction::RemovePerson { .. } | TeamAction::RemoveServiceAccount { .. } => {
                    format!("{at}에서 {} 제거했습니다.", object())
                }
            },
            Action::Organization(action) => match action {
                OrganizationAction::Rename(name) => format!("조직의 이름을 {} 바꿨습니다.", renamed(name.as_str())),
                OrganizationAction::SetDefaultRole(role) => {
                    format!("기본 역할을 {} 바꿨습니다.", renamed((terms::KOREAN.role)(role.role())))
                }
                OrganizationAction::SetRestrictedStays(true) => {
                    "이제 제한된 레지스트리를 다시 공개할 수 없습니다.".to_owned()
                }
                OrganizationAction::SetRestrictedStays(false) => {
                    "이제 제한된 레지스트리를 다시 공개할 수 있습니다.".to_owned()
                }
            },
            Action::Registry(action) => match action {
                RegistryAction::AddMember { role, .. } => {
                    format!("{at}에 {} {} 역할로 추가했습니다.", object(), (terms::KOREAN.role)(*role))
                }
                RegistryAction::SetMemberRole { role, .. } => {
                    let role = renamed((terms::KOREAN.role)(*role));
                    format!("{at}에서 {}의 역할을 {role} 바꿨습니다.", targets.in_korean())
                }
                RegistryAction::RemoveMember { .. } => format!("{at}에서 {} 제거했습니다.", object()),
                RegistryAction::Create(_) => format!("{} 레지스트리를 만들었습니다.", targets.in_korean()),
                RegistryAction::Rename { name, .. } => format!("{at}의 이름을 {} 바꿨습니다.", renamed(name.as_str())),
                RegistryAction::Describe { .. } => format!("{at}의 설명을 저장했습니다."),
                RegistryAction::SetVisibility { visibility, .. } => {
                    let visibility = (terms::KOREAN.visibility)(*visibility);
                    format!("{at}의 공개 범위를 {} 바꿨습니다.", renamed(visibility))
                }
                RegistryAction::AcceptAllTypes(_) => format!("이제 {at}에서 모든 유형을 받습니다."),
                RegistryAction::SpecifyTypes { .. } => format!("이제 {at}에서 지정한 유형만 받습니다."),
                RegistryAction::AddTypes { .. } => format!("{at}에서 받는 유형을 추가했습니다."),
                RegistryAction::RemoveType { artifact_type, .. } => {
                    format!("{at}에서 {} 유형을 뺐습니다.", isolate(artifact_type.as_str()))
                }
                RegistryAction::SetOwner { .. } => format!("{} 이제 {at}의 소유자입니다.", subject()),
                RegistryAction::ProtectAlias { .. } => format!("{at}에서 {} 별칭을 보호합니다.", targets.in_korean()),
                RegistryAction::UnprotectAlias { .. } => {
                    format!("이제 {at}에서 {} 별칭을 보호하지 않습니다.", targets.in_korean())
                }
                RegistryAction::Delete(_) => format!("{at} 레지스트리를 삭제했습니다."),
            },
            Action::Project(action) => match action {
                ProjectAction::Create { .. } => format!("{at}에 {} 프로젝트를 만들었습니다.", targets.in_korean()),
                ProjectAction::Rename { name, .. } => {
                    format!("{}의 이름을 {} 바꿨습니다.", of(), renamed(name.as_str()))
                }
                ProjectAction::Delete(_) => format!("{} 프로젝트를 삭제했습니다.", targets.in_korean()),
            },
            Action::Version(action) => match action {
                VersionAction::Log(_) => format!("{at}에 {} 기록했습니다.", object()),
                VersionAction::Edit { .. } => format!("{}의 정보를 저장했습니다.", targets.in_korean()),
                VersionAction::AddTags { .. } => format!("{}에 태그를 붙였습니다.", targets.in_korean()),
                VersionAction::RemoveTags { .. } => format!("{}에서 태그를 뗐습니다.", targets.in_korean()),
                VersionAction::AddAlias { alias, .. } => {
                    format!("{}에 {} 별칭을 붙였습니다.", targets.in_korean(), isolate(alias.as_str()))
                }
                VersionAction::RemoveAlias { alias, .. } => {
                    format!("{}에서 {} 별칭을 뗐습니다.", targets.in_korean(), isolate(alias.as_str()))
                }
                VersionAction::Delete(_) => format!("{} 삭제했습니다.", object()),
            },
            Action::Collection(action) => match action {
                CollectionAction::Create(_) => format!("{at}에 {} 컬렉션을 만들었습니다.", targets.in_korean()),
                CollectionAction::Edit { name: Some(name), .. } if targets.names.first() != Some(&name.as_str()) => {
                    format!("{}의 이름을 {} 바꿨습니다.", of(), renamed(name.as_str()))
                }
                CollectionAction::Edit { .. } => format!("{}의 정보를 저장했습니다.", targets.in_korean()),
                CollectionAction::AddTags { .. } => format!("{}에 태그를 붙였습니다.", targets.in_korean()),
                CollectionAction::RemoveTags { .. } => format!("{}에서 태그를 뗐습니다.", targets.in_korean()),
                CollectionAction::Delete(_) => format!("{} 컬렉션을 삭제했습니다.", targets.in_korean()),
                CollectionAction::Link { .. } => format!("{at}에 {} 링크했습니다.", object()),
                CollectionAction::Unlink(_) => format!("{}의 링크를 해제했습니다.", targets.in_korean()),
            },
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
            plain(&format!("{} 가져왔습니다.", particle(&parts.join(", "), "을", "를")))
        }
    },
};

#[cfg(test)]
mod tests;
