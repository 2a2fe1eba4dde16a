//! The names and texts of the demo that are shown, in each language. Whatever addresses and scripts name is not here.

/// A language of the demo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// American English.
    English,
    /// Korean.
    Korean,
}

/// The shown names and texts in one language.
pub struct Text {
    /// The name of the scenario.
    pub name: &'static str,
    pub organization: &'static str,
    pub founder: &'static str,
    /// The names of the people, in the order of their usernames.
    pub people: [&'static str; 11],
    /// The descriptions of the registries, in their order.
    pub descriptions: [&'static str; 6],
}

impl Text {
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::Korean => &KOREAN,
        }
    }
}

static ENGLISH: Text = Text {
    name: "Demo organization",
    organization: "Lighthouse Labs",
    founder: "Ada Okafor",
    people: [
        "한지우",
        "Mina Park",
        "김서준",
        "Priya Raman",
        "Tomasz Zieliński",
        "Yuki Tanaka",
        "Lucía Fernández",
        "Omar Haddad",
        "Sofia Lindqvist",
        "Chidi Eze",
        "Noa Levi",
    ],
    descriptions: [
        "Models in production. Only versions that passed the release review are linked here.",
        "Frozen test sets and benchmarks. Reports must cite the version they used.",
        "Red-team findings and the models they cover.",
        "Training checkpoints of the vision team, kept for 30 days.",
        "Recordings and transcripts for training Korean voice recognition.",
        "Sandbox. Don’t depend on anything here.",
    ],
};

static KOREAN: Text = Text {
    name: "데모 조직",
    organization: "라이트하우스 연구소",
    founder: "아다 오카포",
    people: [
        "한지우",
        "박민아",
        "김서준",
        "프리야 라만",
        "토마시 지엘린스키",
        "다나카 유키",
        "루시아 페르난데스",
        "오마르 하다드",
        "소피아 린드크비스트",
        "치디 에제",
        "노아 레비",
    ],
    descriptions: [
        "운영 중인 모델입니다. 출시 검토를 통과한 버전만 연결합니다.",
        "고정된 테스트 세트와 벤치마크입니다. 보고서에는 사용한 버전을 밝혀야 합니다.",
        "레드팀 점검 결과와 해당 모델입니다.",
        "비전 팀의 학습 체크포인트이며 30일 동안 보관합니다.",
        "한국어 음성 인식 학습에 쓰는 녹음과 전사 자료입니다.",
        "자유롭게 시험하는 곳입니다. 여기 있는 것에 의존하지 마세요.",
    ],
};
