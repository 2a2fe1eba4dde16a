//! The differences between W&B in 2026 and the guide that Registrar follows. Each fact is one sentence or two with its sources.

use crate::i18n::Language;

/// The facts, each with its sources.
pub fn facts(language: Language) -> &'static [[&'static str; 2]] {
    language.pick(&ENGLISH, &KOREAN)
}

static ENGLISH: [[&str; 2]; 8] = [
    [
        "Multi-tenant W&B has been CoreWeave Forge since September 30, 2026. The Registry and its documentation moved to addresses \
         there. api.wandb.ai and the Python package wandb stay.",
        "W&B’s documentation, 2026.",
    ],
    ["Dedicated and Self-Managed W&B are unchanged.", "W&B’s documentation, 2026."],
    [
        "To add members: Registry access → Add access → Include users and teams. On the page that Registrar follows: Registry \
         members and roles → Add member → Add new member.",
        "W&B’s newest page about access, and its page about registry members and roles, 2026.",
    ],
    [
        "Access to the Registry is an entitlement of its own. A person without it has no access, whatever their roles.",
        "W&B’s documentation for server 0.83, 2026. Registrar gives it to everyone.",
    ],
    ["Weave prompts can be linked to a registry.", "W&B’s documentation for server 0.83, 2026."],
    ["Search has the modes Basic and Advanced.", "W&B’s documentation for server 0.82, 2026."],
    [
        "Registries can have icons and stars, and search suggests results while you type.",
        "W&B’s documentation for server 0.78, 2026.",
    ],
    ["The role is written Restricted viewer. Registrar keeps Restricted Viewer.", "W&B’s documentation of June 2026."],
];

static KOREAN: [[&str; 2]; 8] = [
    [
        "멀티 테넌트 W&B는 2026년 9월 30일부터 CoreWeave Forge입니다. 레지스트리와 그 문서의 주소가 Forge로 옮겨졌습니다. \
         api.wandb.ai와 Python 패키지 wandb는 그대로입니다.",
        "2026년 W&B 문서.",
    ],
    ["Dedicated와 Self-Managed W&B는 그대로입니다.", "2026년 W&B 문서."],
    [
        "멤버 추가: Registry access → Add access → Include users and teams. Registrar가 따르는 페이지에서는 Registry members \
         and roles → Add member → Add new member입니다.",
        "2026년 W&B의 최신 접근 권한 페이지와 레지스트리 멤버 및 역할 페이지.",
    ],
    [
        "레지스트리를 사용할 자격이 따로 있습니다. 자격이 없으면 역할과 관계없이 접근할 수 없습니다.",
        "2026년 W&B 문서, 서버 0.83. Registrar에서는 모두에게 자격이 있습니다.",
    ],
    ["Weave 프롬프트를 레지스트리에 연결할 수 있습니다.", "2026년 W&B 문서, 서버 0.83."],
    ["검색에 Basic과 Advanced 방식이 있습니다.", "2026년 W&B 문서, 서버 0.82."],
    ["레지스트리에 아이콘과 별표를 달 수 있고, 입력하는 동안 검색 결과가 제안됩니다.", "2026년 W&B 문서, 서버 0.78."],
    ["역할을 Restricted viewer로 표기합니다. Registrar는 Restricted Viewer 표기를 유지합니다.", "2026년 6월 W&B 문서."],
];

#[cfg(test)]
mod tests {
    use super::{ENGLISH, KOREAN};

    #[test]
    fn each_fact_has_its_sources() {
        for [fact, sources] in ENGLISH.iter().chain(&KOREAN) {
            assert!(fact.ends_with('.') && sources.ends_with('.'), "{fact} {sources}");
            assert!(sources.contains("2026"), "{sources}");
        }
    }
}
