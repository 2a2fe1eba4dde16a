//! Refusals in words: the reason, the people who have the permission, and a remedy.

use domain::{ArtifactType, DenialReason, Holder, Missing, Refusal, RegistryName, Role, TeamRole, UniqueField};

use crate::i18n::Language::{English, Korean};
use crate::i18n::intl::number;
use crate::i18n::prose::isolate;
use crate::i18n::terms;

pub struct RefusalText {
    /// The reason for a denial, and a remedy.
    pub denied: fn(DenialReason) -> (String, &'static str),
    /// The people with the permission: the first names and the number of the others. The names may be empty.
    pub capable: fn(&str, usize) -> String,
    /// The field whose value is taken, and the registry that holds it if the account can see it.
    pub taken: fn(UniqueField, Option<&RegistryName>) -> String,
    pub missing: fn(Missing) -> &'static str,
    pub in_team_already: &'static str,
    /// The role of a member who is already listed.
    pub listed_already: fn(Role) -> String,
    pub service_account_role: &'static str,
    /// The names of the registries that would lose their last admin.
    pub last_registry_admin: fn(&str) -> String,
    pub last_organization_admin: &'static str,
    pub would_lose_access: &'static str,
    pub restricted_stays: &'static str,
    pub type_stays: fn(&str) -> String,
    pub all_types_accepted: &'static str,
    pub no_types: &'static str,
    pub all_types_unavailable: &'static str,
    pub owner_not_listed: &'static str,
    /// A type, and those that the registry accepts.
    pub type_not_accepted: fn(&str, &str) -> String,
    /// The types of the artifact and of the collection.
    pub wrong_type: fn(&str, &str) -> String,
    /// The types of the version and of the artifact.
    pub other_type: fn(&str, &str) -> String,
    pub reserved_type: fn(&str) -> String,
    pub managed_alias: fn(&str) -> String,
    pub protected_alias: &'static str,
    /// A version and the protected alias that it carries, as a sentence with a space before it.
    pub carries: fn(&str, &str) -> String,
    pub personal_account: &'static str,
}

impl RefusalText {
    /// The reason for a refusal, without the people who have the permission.
    #[must_use]
    pub fn short_reason(&self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::Missing(missing) => (self.missing)(*missing).to_owned(),
            Refusal::Denied(denial) => {
                let (reason, remedy) = (self.denied)(denial.reason);
                format!("{reason}{remedy}")
            }
            Refusal::Taken { field, holder } => (self.taken)(*field, holder.as_ref()),
            Refusal::InTeamAlready => self.in_team_already.to_owned(),
            Refusal::ListedAlready(role) => (self.listed_already)(*role),
            Refusal::ServiceAccountRole => self.service_account_role.to_owned(),
            Refusal::LastRegistryAdmin(registries) => {
                let names: Vec<String> = registries.iter().map(|name| isolate(name.as_str())).collect();
                (self.last_registry_admin)(&names.join(", "))
            }
            Refusal::LastOrganizationAdmin => self.last_organization_admin.to_owned(),
            Refusal::WouldLoseAccess => self.would_lose_access.to_owned(),
            Refusal::RestrictedStays => self.restricted_stays.to_owned(),
            Refusal::TypeStays(artifact_type) => (self.type_stays)(artifact_type.as_str()),
            Refusal::AllTypesAccepted => self.all_types_accepted.to_owned(),
            Refusal::NoTypes => self.no_types.to_owned(),
            Refusal::AllTypesUnavailable => self.all_types_unavailable.to_owned(),
            Refusal::OwnerNotListed => self.owner_not_listed.to_owned(),
            Refusal::TypeNotAccepted { artifact_type, accepts } => {
                let accepts: Vec<String> = accepts.iter().map(|one| isolate(one.as_str())).collect();
                (self.type_not_accepted)(artifact_type.as_str(), &accepts.join(", "))
            }
            Refusal::WrongType { artifact_type, collection_type } => {
                self.types(self.wrong_type, artifact_type, collection_type)
            }
            Refusal::OtherType { artifact_type, has } => self.types(self.other_type, artifact_type, has),
            Refusal::ReservedType(artifact_type) => (self.reserved_type)(artifact_type.as_str()),
            Refusal::ManagedAlias(alias) => (self.managed_alias)(alias.as_str()),
            Refusal::ProtectedAlias(holders) => format!("{}{}", self.protected_alias, self.holders(holders)),
            Refusal::PersonalAccount => self.personal_account.to_owned(),
        }
    }

    fn types(&self, sentence: fn(&str, &str) -> String, one: &ArtifactType, other: &ArtifactType) -> String {
        sentence(one.as_str(), other.as_str())
    }

    /// The first versions that carry protected aliases, as sentences with spaces before them.
    #[must_use]
    pub fn holders(&self, holders: &[Holder]) -> String {
        const NAMED: usize = 3;
        holders.iter().take(NAMED).map(|holder| (self.carries)(&holder.version, holder.alias.as_str())).collect()
    }
}

pub static ENGLISH: RefusalText = RefusalText {
    denied: |because| match because {
        DenialReason::ServiceAccount => {
            ("Service accounts do not create registries, and manage no people, teams or settings.".to_owned(), "")
        }
        DenialReason::OrganizationViewer => (
            "Viewers of the organization cannot create registries.".to_owned(),
            " An organization admin can make you a Member, or a team can make you its administrator.",
        ),
        DenialReason::NoOrganizationAdmin => ("Only admins of the organization may do this.".to_owned(), ""),
        DenialReason::NoTeamAdmin => ("Only admins of the organization or of this team may do this.".to_owned(), ""),
        DenialReason::NoAccess => ("There is nothing here that you can see.".to_owned(), ""),
        DenialReason::CoreRegistry => ("Fixed in a core registry: nobody can change that.".to_owned(), ""),
        DenialReason::RoleTooLow { has, needs } => {
            let role = terms::ENGLISH.role;
            let reason = format!("You are {} in this registry. This takes {}.", role(has), role(needs));
            (reason, " An admin of the registry can give you a higher role.")
        }
        DenialReason::NotCreator => (
            "Admins of a registry can delete it only if they created it.".to_owned(),
            " Whoever created it, a team administrator or an organization admin can.",
        ),
        DenialReason::NoTeamMember => (
            "Only people and service accounts of the team may do this.".to_owned(),
            " An admin of the team can add you.",
        ),
        DenialReason::TeamRoleTooLow { has, needs } => {
            let role = terms::ENGLISH.team_role;
            let reason = format!("You are {} of this team. This takes {}.", role(has), role(needs));
            (reason, " An admin of the team can give you a higher role.")
        }
        DenialReason::ProtectedAlias => (
            "A protected alias is in use here, so only an admin of the registry or of the organization may do this."
                .to_owned(),
            "",
        ),
    },
    capable: |names, more| match (names, more) {
        ("", _) => String::new(),
        (names, 0) => format!(" {names} could."),
        (names, 1) => format!(" {names} and 1 other could."),
        (names, more) => format!(" {names} and {} others could.", number(English, more)),
    },
    taken: |field, holder| match (field, holder) {
        (UniqueField::RegistryName, Some(name)) => {
            format!(
                "This name is taken by the registry {}. Upper and lower case make no difference.",
                isolate(name.as_str())
            )
        }
        (UniqueField::RegistryName, None) => "This name is taken by a registry that you cannot see.".to_owned(),
        (UniqueField::AccountName, _) => {
            "This name is taken by a person, service account or team. Upper and lower case make no difference."
                .to_owned()
        }
        (UniqueField::Email, _) => "Somebody has this email address already.".to_owned(),
        (UniqueField::ProjectName, _) => {
            "This name is taken by a project of the team. Upper and lower case make no difference.".to_owned()
        }
        (UniqueField::CollectionName, _) => "This name is taken by a collection of the registry.".to_owned(),
    },
    missing: |missing| match missing {
        Missing::Actor => "Whoever you act as is not in the organization any more.",
        Missing::Account => "Nobody in the organization has this username, email or name.",
        Missing::Person => "This person is not in the organization any more.",
        Missing::ServiceAccount => "This service account is not there any more.",
        Missing::Team => "This team is not there any more.",
        Missing::Registry => "There is no such registry that you can see.",
        Missing::Member => "Not listed in this registry any more.",
        Missing::TeamMember => "Not in this team any more.",
        Missing::ArtifactType => "The registry has no such type.",
        Missing::Organization => "This is not the name of the organization.",
        Missing::Project => "There is no such project that you can see.",
        Missing::Artifact => "The project has no such artifact.",
        Missing::Version => "There is no such version that you can see.",
        Missing::Collection => "There is no such collection that you can see.",
        Missing::Alias => "The version does not have this alias.",
        Missing::Tag => "There is no such tag to remove.",
        Missing::ProtectedAlias => "The registry does not protect this alias.",
    },
    in_team_already: "Already in this team.",
    listed_already: |role| {
        format!("Already listed, as {}. Change the role in the table instead.", (terms::ENGLISH.role)(role))
    },
    service_account_role: "A service account can only be Member or Admin.",
    last_registry_admin: |names| {
        format!(
            "{names} would be left without an admin. At least one person must be Admin by their own row or through a team: \
             make somebody else Admin first."
        )
    },
    last_organization_admin: "The organization would be left without an admin. Make somebody else Admin first.",
    would_lose_access: "You would lose your own access to this registry. Have an admin add you as a member first.",
    restricted_stays: "In this organization, restricted registries stay restricted. An organization admin can change that \
                       under People & teams.",
    type_stays: |name| format!("The type {} is saved, and a saved type is never removed.", isolate(name)),
    all_types_accepted: "All types are accepted. Choose Specify types first, then add types.",
    no_types: "Add at least one type.",
    all_types_unavailable: "A core registry cannot accept all types.",
    owner_not_listed: "Only a person who is listed in the registry can become its owner.",
    type_not_accepted: |artifact_type, accepts| {
        format!("The registry does not accept the type {}. It accepts {accepts}.", isolate(artifact_type))
    },
    wrong_type: |artifact_type, collection_type| {
        format!(
            "The artifact is of the type {}, and the collection of the type {}.",
            isolate(artifact_type),
            isolate(collection_type)
        )
    },
    other_type: |artifact_type, has| {
        format!("The artifact of this name is of the type {}, not {}.", isolate(has), isolate(artifact_type))
    },
    reserved_type: |name| format!("W&B keeps the type {} for itself.", isolate(name)),
    managed_alias: |alias| format!("{} is managed: nobody sets or removes it.", isolate(alias)),
    protected_alias: "A link to this carries a protected alias, so nobody can delete it. Move the alias first, or unlink the version.",
    carries: |version, alias| format!(" {} carries {}.", isolate(version), isolate(alias)),
    personal_account: "Artifacts of a personal account cannot be linked. Log the artifact in a project of a team.",
};

pub static KOREAN: RefusalText = RefusalText {
    denied: |because| match because {
        DenialReason::ServiceAccount => {
            ("서비스 계정은 레지스트리를 만들거나 사람, 팀, 설정을 관리할 수 없습니다.".to_owned(), "")
        }
        DenialReason::OrganizationViewer => (
            "조직의 뷰어는 레지스트리를 만들 수 없습니다.".to_owned(),
            " 조직 관리자가 멤버로 바꾸거나 팀에서 팀 관리자로 지정하면 만들 수 있습니다.",
        ),
        DenialReason::NoOrganizationAdmin => ("조직 관리자만 할 수 있습니다.".to_owned(), ""),
        DenialReason::NoTeamAdmin => ("조직 관리자나 이 팀의 관리자만 할 수 있습니다.".to_owned(), ""),
        DenialReason::NoAccess => ("여기에는 볼 수 있는 것이 없습니다.".to_owned(), ""),
        DenialReason::CoreRegistry => ("코어 레지스트리에서는 고정되어 있어 아무도 바꿀 수 없습니다.".to_owned(), ""),
        DenialReason::RoleTooLow { has, needs } => {
            let role = terms::KOREAN.role;
            let or_more = if needs == Role::Admin { "" } else { " 이상의" };
            let reason = format!(
                "이 레지스트리에서 내 역할은 {}입니다. 이 작업에는 {}{or_more} 역할이 필요합니다.",
                role(has),
                role(needs)
            );
            (reason, " 레지스트리 관리자가 더 높은 역할을 줄 수 있습니다.")
        }
        DenialReason::NotCreator => (
            "레지스트리 관리자는 자신이 만든 레지스트리만 삭제할 수 있습니다.".to_owned(),
            " 만든 사람이나 팀 관리자, 조직 관리자가 삭제할 수 있습니다.",
        ),
        DenialReason::NoTeamMember => {
            ("이 팀의 사람과 서비스 계정만 할 수 있습니다.".to_owned(), " 팀 관리자가 팀에 추가할 수 있습니다.")
        }
        DenialReason::TeamRoleTooLow { has, needs } => {
            let role = terms::KOREAN.team_role;
            let or_more = if needs == TeamRole::Admin { "" } else { " 이상의" };
            let reason = format!(
                "이 팀에서 내 역할은 {}입니다. 이 작업에는 {}{or_more} 역할이 필요합니다.",
                role(has),
                role(needs)
            );
            (reason, " 팀 관리자가 더 높은 역할을 줄 수 있습니다.")
        }
        DenialReason::ProtectedAlias => {
            ("보호된 별칭이 쓰이고 있어 레지스트리 관리자나 조직 관리자만 할 수 있습니다.".to_owned(), "")
        }
    },
    capable: |names, more| match (names, more) {
        ("", _) => String::new(),
        (names, 0) => format!(" 할 수 있는 사람: {names}."),
        (names, more) => format!(" 할 수 있는 사람: {names} 외 {}명.", number(Korean, more)),
    },
    taken: |field, holder| match (field, holder) {
        (UniqueField::RegistryName, Some(name)) => {
            format!(
                "{} 레지스트리가 이미 이 이름을 쓰고 있습니다. 대문자와 소문자는 구별하지 않습니다.",
                isolate(name.as_str())
            )
        }
        (UniqueField::RegistryName, None) => "볼 수 없는 레지스트리가 이 이름을 쓰고 있습니다.".to_owned(),
        (UniqueField::AccountName, _) => {
            "다른 사람이나 서비스 계정, 팀이 이 이름을 쓰고 있습니다. 대문자와 소문자는 구별하지 않습니다.".to_owned()
        }
        (UniqueField::Email, _) => "다른 사람이 이 이메일 주소를 쓰고 있습니다.".to_owned(),
        (UniqueField::ProjectName, _) => {
            "팀의 다른 프로젝트가 이 이름을 쓰고 있습니다. 대문자와 소문자는 구별하지 않습니다.".to_owned()
        }
        (UniqueField::CollectionName, _) => "레지스트리의 다른 컬렉션이 이 이름을 쓰고 있습니다.".to_owned(),
    },
    missing: |missing| match missing {
        Missing::Actor => "지금 활동하는 계정이 더 이상 조직에 없습니다.",
        Missing::Account => "조직에 이 사용자 이름이나 이메일, 이름을 쓰는 계정이 없습니다.",
        Missing::Person => "이 사람은 더 이상 조직에 없습니다.",
        Missing::ServiceAccount => "이 서비스 계정은 더 이상 없습니다.",
        Missing::Team => "이 팀은 더 이상 없습니다.",
        Missing::Registry => "볼 수 있는 레지스트리 중에 그런 레지스트리가 없습니다.",
        Missing::Member => "더 이상 이 레지스트리의 멤버가 아닙니다.",
        Missing::TeamMember => "더 이상 이 팀에 없습니다.",
        Missing::ArtifactType => "레지스트리에 그런 유형이 없습니다.",
        Missing::Organization => "조직의 이름이 아닙니다.",
        Missing::Project => "볼 수 있는 프로젝트 중에 그런 프로젝트가 없습니다.",
        Missing::Artifact => "프로젝트에 그런 아티팩트가 없습니다.",
        Missing::Version => "볼 수 있는 버전 중에 그런 버전이 없습니다.",
        Missing::Collection => "볼 수 있는 컬렉션 중에 그런 컬렉션이 없습니다.",
        Missing::Alias => "버전에 이 별칭이 없습니다.",
        Missing::Tag => "뺄 태그가 없습니다.",
        Missing::ProtectedAlias => "레지스트리에서 보호하는 별칭이 아닙니다.",
    },
    in_team_already: "이미 이 팀에 있습니다.",
    listed_already: |role| {
        format!("이미 {} 역할로 등록되어 있습니다. 표에서 역할을 바꾸세요.", (terms::KOREAN.role)(role))
    },
    service_account_role: "서비스 계정은 멤버나 관리자만 될 수 있습니다.",
    last_registry_admin: |names| {
        format!(
            "{names}에 관리자가 남지 않습니다. 직접 등록되었거나 팀을 통해 관리자인 사람이 한 명은 있어야 합니다. 다른 사람을 먼저 관리자로 지정하세요."
        )
    },
    last_organization_admin: "조직에 관리자가 남지 않습니다. 다른 사람을 먼저 관리자로 지정하세요.",
    would_lose_access: "이 레지스트리에 내가 접근할 수 없게 됩니다. 먼저 관리자에게 멤버로 추가해 달라고 하세요.",
    restricted_stays: "이 조직에서는 제한된 레지스트리를 다시 공개할 수 없습니다. 조직 관리자가 ‘사람과 팀’에서 이 설정을 바꿀 수 있습니다.",
    type_stays: |name| format!("{} 유형은 저장되어 있으며, 저장된 유형은 뺄 수 없습니다.", isolate(name)),
    all_types_accepted: "모든 유형을 허용하고 있습니다. 먼저 ‘유형 지정’을 선택한 다음 유형을 추가하세요.",
    no_types: "유형을 하나 이상 추가하세요.",
    all_types_unavailable: "코어 레지스트리는 모든 유형을 받도록 바꿀 수 없습니다.",
    owner_not_listed: "레지스트리에 등록된 사람만 소유자가 될 수 있습니다.",
    type_not_accepted: |artifact_type, accepts| {
        format!("레지스트리에서 {} 유형을 받지 않습니다. 받는 유형: {accepts}.", isolate(artifact_type))
    },
    wrong_type: |artifact_type, collection_type| {
        format!("아티팩트의 유형은 {}이고 컬렉션의 유형은 {}입니다.", isolate(artifact_type), isolate(collection_type))
    },
    other_type: |artifact_type, has| {
        format!("이 이름의 아티팩트는 {} 유형이 아니라 {} 유형입니다.", isolate(artifact_type), isolate(has))
    },
    reserved_type: |name| format!("{} 유형은 W&B가 쓰는 유형입니다.", isolate(name)),
    managed_alias: |alias| format!("{} 별칭은 자동으로 관리되므로 직접 붙이거나 뗄 수 없습니다.", isolate(alias)),
    protected_alias: "이 버전의 링크에 보호된 별칭이 있어 아무도 삭제할 수 없습니다. 먼저 별칭을 옮기거나 링크를 해제하세요.",
    carries: |version, alias| format!(" {}에 {} 별칭이 있습니다.", isolate(version), isolate(alias)),
    personal_account: "개인 계정의 아티팩트는 링크할 수 없습니다. 팀의 프로젝트에 기록하세요.",
};
