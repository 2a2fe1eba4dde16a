//! The decisions on points where W&B's guide, documentation and client say nothing or contradict each other. Each is
//! one sentence with its sources.

use crate::i18n::Language;

/// A heading, and for each assumption its sentence and its sources.
pub type Subject = (&'static str, &'static [[&'static str; 2]]);

pub fn subjects(language: Language) -> &'static [Subject] {
    language.pick(&ENGLISH, &KOREAN)
}

static ENGLISH: [Subject; 6] = [
    (
        "Names",
        &[
            [
                "Usernames, service accounts and teams share their names: no two of them are called the same.",
                "The documentation does not say whether a team may be called like a person. Members are added by either, so a \
                 shared name would be ambiguous.",
            ],
            [
                "A registry’s name has at least one visible character, and no control character of any kind.",
                "The client forbids / \\ # ? % : and line ends, and says nothing of other control characters.",
            ],
            [
                "No two registries differ only by upper and lower case, or by characters that nobody sees. The names and types of \
                 the core registries are taken too.",
                "The documentation asks for a unique name, and does not say how names are compared.",
            ],
            [
                "A name that begins with wandb-registry- is refused, with the advice to leave that out.",
                "The client puts this prefix before every name by itself.",
            ],
            [
                "A description has at most 10,000 characters.",
                "The guide calls it optional. No limit is named anywhere.",
            ],
            [
                "Usernames, service accounts and teams have 1 to 128 of the letters a to z, digits, -, _ and ., and are compared \
                 without regard to case; so are email addresses.",
                "The sources show such names, and give no rule for them.",
            ],
        ],
    ),
    (
        "Accepted artifact types",
        &[
            [
                "A registry accepts the type job, and types that begin with wandb-, with a note.",
                "The client logs no artifacts of these types. Whether a registry may list them is not said.",
            ],
            [
                "A type is compared exactly, and adding one twice changes nothing.",
                "The client treats types as plain text. What adding one twice does is not said.",
            ],
        ],
    ),
    (
        "Visibility",
        &[
            [
                "The form that creates a registry begins with Organization.",
                "The guide has the person choose, and names no default.",
            ],
            [
                "Admins of the organization may set the visibility as well.",
                "The guide names team administrators and registry administrators. The documentation gives organization admins \
                 the role Admin in every registry.",
            ],
            [
                "A team administrator may set it for the custom registries that they can access, and for no others.",
                "The guide sets no limit. But nobody should change what they cannot see.",
            ],
            [
                "Whoever creates a registry becomes its admin and owner, whatever its visibility.",
                "The guide says so of the admin of a Restricted registry only. Without this, only organization admins could \
                 configure an open one.",
            ],
            [
                "Whoever restricts a registry must still have access afterwards.",
                "No source says what happens to somebody who would lock themselves out.",
            ],
            [
                "A Restricted registry may become open again, unless the organization decides that restricted registries stay \
                 restricted.",
                "The guide allows a change during or after creation. An earlier comparison of registry types knew only the way to \
                 Restricted.",
            ],
            [
                "A registry that somebody cannot access is absent everywhere: from lists, counts, search and its own address.",
                "The guide says that only invited members can access it, and not what others notice.",
            ],
        ],
    ),
    (
        "Members and roles",
        &[
            [
                "Who is listed already is not added again, and the refusal tells the role that they have.",
                "The documentation does not say what adding somebody twice does.",
            ],
            [
                "When several are added together, all of them are added or none, and each fault is named.",
                "The guide adds one email or username. The form for several is ours.",
            ],
            [
                "The role that everybody has in an open registry follows the organization’s setting as it is now; roles given \
                 before stay.",
                "The documentation names Restricted Viewer for the cloud and newer servers, Viewer for older ones, and not what a \
                 change does.",
            ],
            [
                "The highest of all roles counts: a lower one of one’s own takes nothing away.",
                "The documentation says this of teams and people. For the role that everybody has it is our reading.",
            ],
            [
                "A role in a team gives no role in a registry, unless the team is a member of it.",
                "The documentation says both in different places. What team administrators may do is as the guide says.",
            ],
            [
                "A service account becomes Member through a team that is Member or Admin, never Admin; a team with a lower role \
                 gives it nothing.",
                "The documentation gives service accounts Member or Admin only. The rest follows from that.",
            ],
            [
                "A custom registry always keeps an admin who is a person, by the own role or through a team.",
                "The documentation does not say what becomes of a registry that nobody administers.",
            ],
            [
                "Before a team, a person or a role is taken away, the consequences for every registry are shown.",
                "The documentation says what is lost, and shows nothing beforehand.",
            ],
            [
                "The organization role Viewer can be chosen.",
                "W&B deprecated it in 2026, and its SCIM makes a Member of a Viewer. The guide and earlier documentation have it.",
            ],
            [
                "Any person who is listed can be made the owner by an admin.",
                "The documentation knows an owner without further permissions, and not how one is chosen.",
            ],
            [
                "If the owner leaves, the acting admin becomes owner if listed, else the admin who was listed first.",
                "No source names a successor.",
            ],
        ],
    ),
    (
        "Permissions",
        &[
            [
                "Organization Admins and Members may create registries; Viewers only as team administrators; service accounts \
                 never.",
                "The documentation lists creating a registry among the permissions inside one, which cannot be meant.",
            ],
            [
                "Only admins edit the accepted artifact types.",
                "The documentation lists the same thing twice under two names: once for Member, once for Admin only.",
            ],
            [
                "Who may edit a description may edit the name, and the other way around.",
                "The documentation names the description of a collection, and the name of a registry.",
            ],
            [
                "Tagging a linked version takes the same role as tagging a collection.",
                "The documentation names the tags of collections only.",
            ],
            [
                "Removing members and naming an owner take the role that changing roles takes.",
                "The documentation names adding members and changing their roles.",
            ],
            [
                "Organization admins manage people, service accounts, teams and settings. A team’s admins manage its members.",
                "The documentation describes the roles, without one table for all of it.",
            ],
        ],
    ),
    (
        "Deleting",
        &[[
            "Organization admins may delete any custom registry.",
            "The documentation names team administrators, and registry admins for registries that they created.",
        ]],
    ),
];

static KOREAN: [Subject; 6] = [
    (
        "이름",
        &[
            [
                "사용자 이름, 서비스 계정, 팀의 이름은 서로 겹칠 수 없습니다.",
                "팀 이름이 사용자 이름과 같아도 되는지 문서에 나와 있지 않습니다. 멤버를 이름으로 추가하므로 같으면 구별할 수 없습니다.",
            ],
            [
                "레지스트리 이름에는 눈에 보이는 문자가 하나 이상 있어야 하고, 제어 문자는 쓸 수 없습니다.",
                "클라이언트는 / \\ # ? % : 와 줄바꿈을 금지하지만 다른 제어 문자는 언급하지 않습니다.",
            ],
            [
                "대소문자나 보이지 않는 문자만 다른 이름은 같은 이름으로 봅니다. 코어 레지스트리의 이름과 유형도 쓸 수 없습니다.",
                "문서는 이름이 고유해야 한다고만 하고, 어떻게 비교하는지는 말하지 않습니다.",
            ],
            [
                "wandb-registry-로 시작하는 이름은 받지 않고, 그 부분을 빼라고 안내합니다.",
                "클라이언트가 모든 이름 앞에 이 접두사를 자동으로 붙입니다.",
            ],
            [
                "설명은 10,000자까지 쓸 수 있습니다.",
                "가이드에는 선택 사항이라고만 되어 있고, 길이 제한은 어디에도 없습니다.",
            ],
            [
                "사용자 이름, 서비스 계정, 팀 이름은 영문자, 숫자, -, _, .만 쓸 수 있고 1~128자이며 대소문자를 구별하지 않습니다. 이메일 주소도 \
                 대소문자를 구별하지 않습니다.",
                "예시는 있지만 규칙은 나와 있지 않습니다.",
            ],
        ],
    ),
    (
        "허용 아티팩트 유형",
        &[
            [
                "job과 wandb-로 시작하는 유형도 안내와 함께 받습니다.",
                "클라이언트는 이런 유형의 아티팩트를 로깅하지 않습니다. 레지스트리가 받을 수 있는지는 나와 있지 않습니다.",
            ],
            [
                "유형은 글자 그대로 비교하며, 같은 유형을 두 번 추가해도 달라지지 않습니다.",
                "클라이언트는 유형을 단순한 텍스트로 다룹니다. 두 번 추가하면 어떻게 되는지는 나와 있지 않습니다.",
            ],
        ],
    ),
    (
        "공개 범위",
        &[
            [
                "레지스트리를 만드는 양식에는 ‘조직’이 기본으로 선택되어 있습니다.",
                "가이드는 직접 고르게 하며 기본값을 말하지 않습니다.",
            ],
            [
                "조직 관리자도 공개 범위를 정할 수 있습니다.",
                "가이드는 팀 관리자와 레지스트리 관리자를 언급합니다. 문서에 따르면 조직 관리자는 모든 레지스트리의 관리자입니다.",
            ],
            [
                "팀 관리자는 접근할 수 있는 커스텀 레지스트리의 공개 범위만 정할 수 있습니다.",
                "가이드에는 제한이 없습니다. 하지만 볼 수 없는 것을 바꿀 수 있어서는 안 됩니다.",
            ],
            [
                "공개 범위가 무엇이든 레지스트리를 만든 사람이 관리자이자 소유자가 됩니다.",
                "가이드는 제한된 레지스트리의 관리자에 대해서만 그렇게 말합니다. 그렇지 않으면 공개된 레지스트리는 조직 관리자만 설정할 수 있게 됩니다.",
            ],
            [
                "레지스트리를 제한하는 사람은 그 뒤에도 접근할 수 있어야 합니다.",
                "스스로 접근을 잃게 되는 경우는 어디에도 나와 있지 않습니다.",
            ],
            [
                "제한된 레지스트리는 다시 공개할 수 있습니다. 단, 조직이 다시 공개하지 않기로 정할 수 있습니다.",
                "가이드에 따르면 만들 때나 만든 뒤에 바꿀 수 있습니다. 예전의 레지스트리 종류 비교에는 제한하는 쪽만 있었습니다.",
            ],
            [
                "접근할 수 없는 레지스트리는 목록, 개수, 검색, 그 주소까지 어디에도 나타나지 않습니다.",
                "가이드는 초대받은 멤버만 접근할 수 있다고 할 뿐, 다른 사람에게 무엇이 보이는지는 말하지 않습니다.",
            ],
        ],
    ),
    (
        "멤버와 역할",
        &[
            [
                "이미 등록된 멤버는 다시 추가하지 않고, 지금 역할을 알려 줍니다.",
                "같은 사람을 두 번 추가하면 어떻게 되는지 문서에 나와 있지 않습니다.",
            ],
            [
                "여럿을 함께 추가하면 모두 추가하거나 아무도 추가하지 않으며, 문제를 하나하나 알려 줍니다.",
                "가이드는 이메일이나 사용자 이름 하나를 추가합니다. 여럿을 받는 양식은 Registrar가 추가한 것입니다.",
            ],
            [
                "공개된 레지스트리에서 모든 사람이 갖는 역할은 지금의 조직 설정을 따르며, 이미 준 역할은 그대로입니다.",
                "문서에 따르면 클라우드와 새 서버에서는 제한된 뷰어, 예전 서버에서는 뷰어입니다. 설정을 바꾸면 어떻게 되는지는 나와 있지 않습니다.",
            ],
            [
                "여러 역할 가운데 가장 높은 역할이 적용됩니다. 자신의 낮은 역할이 다른 역할을 깎지 않습니다.",
                "문서는 팀과 사람에 대해 그렇게 말합니다. 모든 사람이 갖는 역할에도 같다고 보았습니다.",
            ],
            [
                "팀이 레지스트리의 멤버가 아니면, 팀 안의 역할은 레지스트리의 역할을 주지 않습니다.",
                "문서에는 두 가지 설명이 다 있습니다. 팀 관리자가 할 수 있는 일은 가이드를 따릅니다.",
            ],
            [
                "서비스 계정은 멤버나 관리자 역할인 팀을 통해 멤버가 되며 관리자는 되지 않습니다. 더 낮은 역할의 팀은 아무것도 주지 않습니다.",
                "문서에 따르면 서비스 계정은 멤버나 관리자만 될 수 있습니다. 나머지는 이를 바탕으로 정했습니다.",
            ],
            [
                "커스텀 레지스트리에는 자신의 역할이나 팀을 통해 관리자인 사람이 언제나 한 명은 있습니다.",
                "관리자가 없는 레지스트리가 어떻게 되는지 문서에 나와 있지 않습니다.",
            ],
            [
                "팀이나 사람, 역할을 없애기 전에 모든 레지스트리에서 무엇이 달라지는지 보여 줍니다.",
                "문서는 무엇을 잃는지 말하지만 미리 보여 주지는 않습니다.",
            ],
            [
                "조직 역할 ‘뷰어’를 선택할 수 있습니다.",
                "W&B는 2026년에 이 역할의 사용을 중단했고, SCIM은 뷰어를 멤버로 바꿉니다. 가이드와 이전 문서에는 있는 역할입니다.",
            ],
            [
                "등록된 사람이면 누구든 관리자가 소유자로 지정할 수 있습니다.",
                "문서에는 다른 권한이 없는 소유자가 있지만 어떻게 정하는지는 나와 있지 않습니다.",
            ],
            [
                "소유자가 빠지면 그 변경을 한 관리자가 소유자가 되고, 그 관리자가 등록되어 있지 않으면 가장 먼저 등록된 관리자가 됩니다.",
                "누가 이어받는지는 어디에도 나와 있지 않습니다.",
            ],
        ],
    ),
    (
        "권한",
        &[
            [
                "레지스트리는 조직의 관리자와 멤버가 만들 수 있고, 뷰어는 팀 관리자일 때만 만들 수 있습니다. 서비스 계정은 만들 수 없습니다.",
                "문서에는 레지스트리 만들기가 레지스트리 안의 권한으로 올라 있는데, 그런 뜻일 수 없습니다.",
            ],
            [
                "허용 아티팩트 유형은 관리자만 편집합니다.",
                "문서에는 같은 권한이 두 이름으로 올라 있습니다. 하나는 멤버, 하나는 관리자만 가집니다.",
            ],
            [
                "설명을 편집할 수 있으면 이름도, 이름을 편집할 수 있으면 설명도 편집할 수 있습니다.",
                "문서는 컬렉션은 설명만, 레지스트리는 이름만 언급합니다.",
            ],
            [
                "연결된 버전에 태그를 다는 데에는 컬렉션에 태그를 다는 것과 같은 역할이 필요합니다.",
                "문서는 컬렉션의 태그만 언급합니다.",
            ],
            [
                "멤버를 제거하거나 소유자를 지정하는 데에는 역할을 바꾸는 것과 같은 역할이 필요합니다.",
                "문서는 멤버 추가와 역할 변경만 언급합니다.",
            ],
            [
                "사람, 서비스 계정, 팀, 설정은 조직 관리자가 관리하고, 팀의 멤버는 팀 관리자도 관리합니다.",
                "문서는 역할을 설명하지만 이를 모두 담은 표는 없습니다.",
            ],
        ],
    ),
    (
        "삭제",
        &[[
            "조직 관리자는 모든 커스텀 레지스트리를 삭제할 수 있습니다.",
            "문서는 팀 관리자, 그리고 자신이 만든 레지스트리의 관리자를 언급합니다.",
        ]],
    ),
];

#[cfg(test)]
mod tests {
    use super::{ENGLISH, KOREAN, Subject};

    #[test]
    fn both_languages_have_the_same_assumptions_each_with_its_sources() {
        let shape = |subjects: &[Subject]| subjects.iter().map(|(_, all)| all.len()).collect::<Vec<_>>();
        assert_eq!(shape(&ENGLISH), shape(&KOREAN));
        assert!(shape(&ENGLISH).iter().sum::<usize>() >= 30);
        for [say, sources] in ENGLISH.iter().chain(&KOREAN).flat_map(|(_, all)| *all) {
            assert!(say.ends_with('.') && sources.ends_with('.'), "{say} {sources}");
        }
    }
}
