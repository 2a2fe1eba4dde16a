//! The words of the page about Registrar.

use crate::i18n::Language;

pub struct AboutText {
    pub title: &'static str,
    /// The version, and the number of the build if it has one.
    pub version: fn(&str, Option<&str>) -> String,
    pub introduction: &'static str,
    pub not_title: &'static str,
    pub not_affiliated: &'static str,
    pub not_protection: &'static str,
    pub data_title: &'static str,
    pub data: &'static str,
    pub licenses_title: &'static str,
    pub license: &'static str,
    pub built_with: &'static str,
    pub package: &'static str,
    pub license_column: &'static str,
}

impl AboutText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: AboutText = AboutText {
    title: "About Registrar",
    version: |version, build| match build {
        None => format!("Version {version}"),
        Some(build) => format!("Version {version}, build {build}"),
    },
    introduction: "Registrar shows an ML organization’s registries of artifacts: who may see each of them, which artifact types it \
           accepts, who holds which role, and where each role comes from. It is made to learn and demonstrate how registries \
           are set up, and to rehearse that for a real organization.",
    not_title: "What it is not",
    not_affiliated: "Registrar is not affiliated with Weights & Biases. It follows the published rules of their registry, and \
                     talks to none of their services.",
    not_protection: "It is a rehearsal, not protection: whoever can use this browser can read everything that is stored in it, \
                     whatever Registrar shows to whom.",
    data_title: "Where the data is",
    data: "In this browser’s local storage, and nowhere else. The page makes no request to any other site, and works without \
           a network once it is loaded.",
    licenses_title: "Licenses",
    license: "Registrar may be used under the MIT License or the Apache License 2.0, as you choose.",
    built_with: "It is built with these packages, and what they build on:",
    package: "Package",
    license_column: "License",
};

pub static KOREAN: AboutText = AboutText {
    title: "Registrar 정보",
    version: |version, build| match build {
        None => format!("버전 {version}"),
        Some(build) => format!("버전 {version}, 빌드 {build}"),
    },
    introduction: "Registrar는 ML 조직의 아티팩트 레지스트리를 보여 줍니다. 레지스트리마다 누가 볼 수 있는지, 어떤 아티팩트 유형을 받는지, 누가 \
           어떤 역할을 가지며 그 역할이 어디에서 오는지 알 수 있습니다. 레지스트리를 꾸리는 방법을 배우고 시연하며, 실제 조직에 적용하기 \
           전에 연습해 보기 위해 만들었습니다.",
    not_title: "유의 사항",
    not_affiliated: "Registrar는 Weights & Biases와 관련이 없습니다. Weights & Biases가 공개한 레지스트리 규칙을 따르지만, \
                     Weights & Biases의 어떤 서비스와도 통신하지 않습니다.",
    not_protection: "연습을 위한 것이지 보호 장치가 아닙니다. Registrar가 누구에게 무엇을 보여 주든, 이 브라우저를 쓸 수 있는 사람은 저장된 \
                     내용을 모두 읽을 수 있습니다.",
    data_title: "데이터가 있는 곳",
    data: "이 브라우저의 로컬 저장소에만 있습니다. 이 페이지는 다른 사이트에 아무것도 요청하지 않으며, 한 번 불러오면 네트워크 없이도 \
           작동합니다.",
    licenses_title: "라이선스",
    license: "Registrar는 MIT 라이선스와 Apache 라이선스 2.0 중 원하는 것을 골라 쓸 수 있습니다.",
    built_with: "다음 패키지와 그 바탕이 되는 패키지로 만들었습니다.",
    package: "패키지",
    license_column: "라이선스",
};
