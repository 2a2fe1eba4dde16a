//! Everything that the page says, in English and Korean: one typed catalogue a page, so that a missing text does not
//! compile. It knows the domain's reasons, and finds the words for them.

pub mod about;
pub mod access;
pub mod actions;
pub mod assumptions;
pub mod consequences;
pub mod create;
pub mod data;
pub mod fault;
pub mod frame;
pub mod guide;
pub mod import;
pub mod landing;
pub mod notice;
pub mod people;
pub mod present;
pub mod prose;
pub mod refusal;
pub mod registry;
pub mod removal;
pub mod settings;
pub mod terms;
pub mod walkthrough;
pub mod welcome;

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// American English.
    English,
    /// Korean.
    Korean,
}

impl Language {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::English, Self::Korean];

    /// The language tag, as in `html lang`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Korean => "ko",
        }
    }

    /// What the language calls itself.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Korean => "한국어",
        }
    }

    /// The language of a tag such as `ko-KR`, if it is one of the page's.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// A text, with another one in brackets after it.
    #[must_use]
    pub fn bracketed(self, text: &str, inside: &str) -> String {
        match self {
            Self::English => format!("{text} ({inside})"),
            Self::Korean => format!("{text}({inside})"),
        }
    }

    /// What the page says in it.
    #[must_use]
    pub fn catalog(self) -> &'static Catalog {
        match self {
            Self::English => &ENGLISH,
            Self::Korean => &KOREAN,
        }
    }
}

/// Everything that the page says in one language.
pub struct Catalog {
    /// Which language.
    pub language: Language,
    /// The terms of the domain.
    pub terms: terms::Text,
    /// The frame around every page.
    pub frame: frame::Text,
    /// What is told after something was done, or was not.
    pub notice: notice::Text,
    /// What was done.
    pub actions: actions::Text,
    /// What is wrong with a text.
    pub fault: fault::Text,
    /// Why something is refused.
    pub refusal: refusal::Text,
    /// First visit, and starting over.
    pub welcome: welcome::Text,
    /// The registries.
    pub landing: landing::Text,
    /// The dialog that creates one.
    pub create: create::Text,
    /// What an intent would change, and where roles come from.
    pub consequences: consequences::Text,
    /// One registry.
    pub registry: registry::Text,
    /// The settings of one registry.
    pub settings: settings::Text,
    /// People & teams.
    pub people: people::Text,
    /// Two people side by side.
    pub present: present::Text,
    /// What is asked about before it is done there.
    pub removal: removal::Text,
    /// Who has which role where.
    pub access: access::Text,
    /// Lists in and out.
    pub import: import::Text,
    /// The guide.
    pub guide: guide::Text,
    /// What Registrar had to decide.
    pub assumptions: &'static [assumptions::Subject],
    /// The walkthrough.
    pub walkthrough: walkthrough::Text,
    /// Where the data is.
    pub data: data::Text,
    /// What Registrar is.
    pub about: about::Text,
}

static ENGLISH: Catalog = Catalog {
    language: Language::English,
    terms: terms::ENGLISH,
    frame: frame::ENGLISH,
    notice: notice::ENGLISH,
    actions: actions::ENGLISH,
    fault: fault::ENGLISH,
    refusal: refusal::ENGLISH,
    welcome: welcome::ENGLISH,
    landing: landing::ENGLISH,
    create: create::ENGLISH,
    consequences: consequences::ENGLISH,
    registry: registry::ENGLISH,
    settings: settings::ENGLISH,
    people: people::ENGLISH,
    present: present::ENGLISH,
    removal: removal::ENGLISH,
    access: access::ENGLISH,
    import: import::ENGLISH,
    guide: guide::ENGLISH,
    assumptions: &assumptions::ENGLISH,
    walkthrough: walkthrough::ENGLISH,
    data: data::ENGLISH,
    about: about::ENGLISH,
};

static KOREAN: Catalog = Catalog {
    language: Language::Korean,
    terms: terms::KOREAN,
    frame: frame::KOREAN,
    notice: notice::KOREAN,
    actions: actions::KOREAN,
    fault: fault::KOREAN,
    refusal: refusal::KOREAN,
    welcome: welcome::KOREAN,
    landing: landing::KOREAN,
    create: create::KOREAN,
    consequences: consequences::KOREAN,
    registry: registry::KOREAN,
    settings: settings::KOREAN,
    people: people::KOREAN,
    present: present::KOREAN,
    removal: removal::KOREAN,
    access: access::KOREAN,
    import: import::KOREAN,
    guide: guide::KOREAN,
    assumptions: &assumptions::KOREAN,
    walkthrough: walkthrough::KOREAN,
    data: data::KOREAN,
    about: about::KOREAN,
};
