//! The query of *Will it link?*: the version as it is reached, and where it would be linked.

use domain::{LinkId, VersionId, VersionRef, View};
use serde::{Deserialize, Serialize};

use super::Route;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WillLinkQuery {
    /// The id of the link through which the version is reached, instead of its project.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub link: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub project: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub artifact: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub version: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub registry: String,
    /// The name of the collection, as typed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub collection: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub aliases: String,
}

impl WillLinkQuery {
    /// The query for a version as it is reached, without a registry.
    #[must_use]
    pub fn about(view: &View, version: &VersionRef) -> Self {
        match version {
            VersionRef::Linked(LinkId(id)) => Self { link: id.to_string(), ..Self::default() },
            VersionRef::Source(VersionId(id)) => {
                let artifact = view.catalog().version(version).map(|version_view| version_view.artifact.clone());
                Self {
                    version: id.to_string(),
                    project: artifact.as_ref().map(|one| one.project.to_string()).unwrap_or_default(),
                    artifact: artifact.map(|one| one.id.to_string()).unwrap_or_default(),
                    ..Self::default()
                }
            }
        }
    }

    /// The address of the page.
    #[must_use]
    pub fn href(&self) -> String {
        Route::WillLink.href_with(self)
    }
}
