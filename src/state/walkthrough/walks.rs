//! The walkthroughs as data: their steps, what completes each step, and where it is done.

use domain::Id;
use strum::{AsRefStr, EnumIter, EnumString};

/// A walkthrough. Its name is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, EnumIter, EnumString, AsRefStr)]
#[strum(serialize_all = "lowercase")]
pub enum Walk {
    /// W&B's guide *Create a custom registry*.
    #[default]
    Registry,
    /// Log an artifact, create a collection, link the version.
    Link,
    /// Protect an alias, and move it from version to version.
    Promote,
    /// Tag and describe, find it again, unlink.
    Label,
}

/// A step. Walkthroughs share steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumIter)]
pub enum Step {
    Visit,
    Open,
    Name,
    Describe,
    Visibility,
    Accept,
    AddTypes,
    Create,
    Return,
    Select,
    Gear,
    Restrict,
    AddMember,
    NameMember,
    Confirm,
    ChooseProject,
    OpenLog,
    Log,
    ChooseRegistry,
    OpenCreateCollection,
    CreateCollection,
    OpenLink,
    Link,
    ViewVersion,
    Protect,
    ChooseCollection,
    GiveAlias,
    MoveAlias,
    Promotions,
    TagCollection,
    DescribeCollection,
    TagVersion,
    Search,
    Unlink,
}

/// The kind of a step's subject. The later kinds are within the earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, AsRefStr)]
#[strum(serialize_all = "lowercase")]
pub enum Kind {
    Project,
    Registry,
    Collection,
}

/// A page, or a dialog over a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Landing,
    CreateRegistry,
    Registry,
    Settings,
    AddMember,
    Promotions,
    CreateCollection,
    Collection,
    LinkVersion,
    LinkedVersion,
    Projects,
    Project,
    LogArtifact,
    Version,
}

/// The condition that completes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// The page is visible, of the walkthrough's own subject if the page has one.
    Reach(Place),
    /// The page of any subject is visible. That becomes the walkthrough's own, until something was done with it.
    Choose(Place),
    /// A field of a form has its value. An optional one is skipped by the next step.
    Fill { is_optional: bool },
    /// An action was applied. The page makes it needless: what exists there will do.
    Act { instead: Option<Place> },
}

/// A step with what completes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The place where it is done; `None` if it can be done everywhere.
    pub place: Option<Place>,
    pub goal: Goal,
    /// The subject that this step and the next ones choose or make. Without the subject the walkthrough goes back here.
    pub begins: Option<Kind>,
}

/// The ids of the subjects that a page has, or that a walkthrough has chosen or made.
pub type Subjects = std::collections::BTreeMap<Kind, Id>;

/// A visible page with its subjects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visible {
    pub place: Place,
    pub subjects: Subjects,
}

impl Place {
    /// The page that this one is over or below.
    fn within(self) -> Option<Self> {
        Some(match self {
            Self::CreateRegistry => Self::Landing,
            Self::Settings | Self::Promotions | Self::CreateCollection | Self::Collection => Self::Registry,
            Self::AddMember => Self::Settings,
            Self::LinkVersion | Self::LinkedVersion => Self::Collection,
            Self::Project => Self::Projects,
            Self::LogArtifact => Self::Project,
            Self::Landing | Self::Registry | Self::Projects | Self::Version => return None,
        })
    }

    /// Whether the other page is this one, or the one that this one is over or below.
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        std::iter::successors(Some(self), |place| place.within()).any(|place| place == other)
    }

    /// The kind of subject that the page shows.
    #[must_use]
    pub fn subject(self) -> Option<Kind> {
        match self {
            Self::Landing | Self::CreateRegistry | Self::Projects | Self::Version => None,
            Self::Registry | Self::Settings | Self::AddMember | Self::Promotions | Self::CreateCollection => {
                Some(Kind::Registry)
            }
            Self::Collection | Self::LinkVersion | Self::LinkedVersion => Some(Kind::Collection),
            Self::Project | Self::LogArtifact => Some(Kind::Project),
        }
    }
}

const REGISTRY: [Step; 15] = [
    Step::Visit,
    Step::Open,
    Step::Name,
    Step::Describe,
    Step::Visibility,
    Step::Accept,
    Step::AddTypes,
    Step::Create,
    Step::Return,
    Step::Select,
    Step::Gear,
    Step::Restrict,
    Step::AddMember,
    Step::NameMember,
    Step::Confirm,
];

const LINK: [Step; 9] = [
    Step::ChooseProject,
    Step::OpenLog,
    Step::Log,
    Step::ChooseRegistry,
    Step::OpenCreateCollection,
    Step::CreateCollection,
    Step::OpenLink,
    Step::Link,
    Step::ViewVersion,
];

const PROMOTE: [Step; 8] = [
    Step::ChooseRegistry,
    Step::Gear,
    Step::Protect,
    Step::ChooseCollection,
    Step::ViewVersion,
    Step::GiveAlias,
    Step::MoveAlias,
    Step::Promotions,
];

const LABEL: [Step; 8] = [
    Step::ChooseRegistry,
    Step::ChooseCollection,
    Step::TagCollection,
    Step::DescribeCollection,
    Step::ViewVersion,
    Step::TagVersion,
    Step::Search,
    Step::Unlink,
];

impl Walk {
    /// The steps in order.
    #[must_use]
    pub fn steps(self) -> &'static [Step] {
        match self {
            Self::Registry => &REGISTRY,
            Self::Link => &LINK,
            Self::Promote => &PROMOTE,
            Self::Label => &LABEL,
        }
    }

    /// The number of the last step. The last three steps of the first walkthrough are the parts of the guide's thirteenth.
    #[must_use]
    pub fn last_number(self) -> usize {
        match self {
            Self::Registry => 13,
            Self::Link | Self::Promote | Self::Label => self.steps().len(),
        }
    }

    /// The number of a step; 0 if it is not part of the walkthrough.
    #[must_use]
    pub fn number(self, step: Step) -> usize {
        self.position(step).map_or(0, |position| (position + 1).min(self.last_number()))
    }

    pub(super) fn position(self, step: Step) -> Option<usize> {
        self.steps().iter().position(|one| *one == step)
    }
}

impl Step {
    #[must_use]
    pub fn rule(self) -> Rule {
        let rule = |place, goal| Rule { place: Some(place), goal, begins: None };
        let beginning = |kind, rule| Rule { begins: Some(kind), ..rule };
        let (act, fill) = (Goal::Act { instead: None }, Goal::Fill { is_optional: false });
        let instead = |place| Goal::Act { instead: Some(place) };
        match self {
            Self::Visit | Self::Return => rule(Place::Landing, Goal::Reach(Place::Landing)),
            Self::Open => beginning(Kind::Registry, rule(Place::Landing, Goal::Reach(Place::CreateRegistry))),
            Self::Name | Self::Visibility | Self::Accept | Self::AddTypes => rule(Place::CreateRegistry, fill),
            Self::Describe => rule(Place::CreateRegistry, Goal::Fill { is_optional: true }),
            Self::Create => rule(Place::CreateRegistry, act),
            Self::Select => rule(Place::Landing, Goal::Reach(Place::Registry)),
            Self::Gear => rule(Place::Registry, Goal::Reach(Place::Settings)),
            Self::Restrict | Self::Protect => rule(Place::Settings, act),
            Self::AddMember => rule(Place::Settings, Goal::Reach(Place::AddMember)),
            Self::NameMember => rule(Place::AddMember, fill),
            Self::Confirm => rule(Place::AddMember, act),
            Self::ChooseProject => beginning(Kind::Project, rule(Place::Projects, Goal::Choose(Place::Project))),
            Self::OpenLog => rule(Place::Project, Goal::Reach(Place::LogArtifact)),
            Self::Log => rule(Place::LogArtifact, instead(Place::Version)),
            Self::ChooseRegistry => beginning(Kind::Registry, rule(Place::Landing, Goal::Choose(Place::Registry))),
            Self::OpenCreateCollection => {
                beginning(Kind::Collection, rule(Place::Registry, Goal::Reach(Place::CreateCollection)))
            }
            Self::CreateCollection => rule(Place::CreateCollection, instead(Place::Collection)),
            Self::OpenLink => rule(Place::Collection, Goal::Reach(Place::LinkVersion)),
            Self::Link => rule(Place::LinkVersion, act),
            Self::ViewVersion => rule(Place::Collection, Goal::Reach(Place::LinkedVersion)),
            Self::ChooseCollection => {
                beginning(Kind::Collection, rule(Place::Registry, Goal::Choose(Place::Collection)))
            }
            Self::GiveAlias | Self::MoveAlias | Self::TagVersion | Self::Unlink => rule(Place::LinkedVersion, act),
            Self::Promotions => rule(Place::Registry, Goal::Reach(Place::Promotions)),
            Self::TagCollection | Self::DescribeCollection => rule(Place::Collection, act),
            Self::Search => Rule { place: None, goal: act, begins: None },
        }
    }
}
