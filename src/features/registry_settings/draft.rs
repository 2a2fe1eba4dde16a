//! The draft of a registry's settings: its stored values, and the actions that save the changes.

use domain::{Action, Description, Registry, RegistryAction, RegistryName, Visibility};
use yew::AttrValue;

use crate::forms::form::Edits;
use crate::forms::registry::draft::{Problems, RegistryDraft};

/// The stored values of the fields.
pub fn stored(registry: &Registry) -> RegistryDraft {
    RegistryDraft {
        name: registry.name().to_string(),
        description: registry.description().to_string(),
        restricted: registry.visibility() == Visibility::Restricted,
        specify: !registry.accepts().is_all(),
        saved: registry.accepts().saved().iter().map(ToString::to_string).collect(),
        ..RegistryDraft::default()
    }
}

impl Edits<RegistryDraft> {
    /// Whether the stored value of each changed field has changed since: name, description, visibility
    /// and types.
    pub fn changed_elsewhere(&self, registry: &Registry) -> [bool; 4] {
        let stored = stored(registry);
        [
            self.base.name != stored.name,
            self.base.description != stored.description,
            self.base.restricted != stored.restricted,
            self.base.specify != stored.specify,
        ]
    }

    /// The unsaved changes, for copying by hand: name, description and types.
    pub fn unsaved(&self) -> [Option<AttrValue>; 3] {
        let of = |base: &str, current: &str| (base != current).then(|| AttrValue::from(current.to_owned()));
        let mut types = self.current.types.clone();
        types.extend(Some(self.current.typing.clone()).filter(|typing| !typing.is_empty()));
        [
            of(&self.base.name, &self.current.name),
            of(&self.base.description, &self.current.description),
            of("", &types.join(", ")),
        ]
    }

    /// The actions that save only the changes, as one intent. The visibility is last, because it can remove the
    /// access that the other actions need.
    ///
    /// # Errors
    /// All problems of the fields.
    pub fn actions(&self, registry: &Registry) -> Result<Vec<Action>, Problems> {
        let id = || registry.id().clone();
        let current = &self.current;
        let was = stored(registry);
        let mut problems = Problems::default();
        let mut actions = Vec::new();
        if current.name != was.name {
            match RegistryName::parse(&current.name) {
                Ok(name) if name == *registry.name() => {}
                Ok(name) => actions.push(Action::Registry(RegistryAction::Rename { registry: id(), name })),
                Err(fault) => problems.name = Some(fault),
            }
        }
        if current.description != was.description {
            match Description::parse(&current.description) {
                Ok(description) if description == *registry.description() => {}
                Ok(description) => {
                    actions.push(Action::Registry(RegistryAction::Describe { registry: id(), description }))
                }
                Err(fault) => problems.description = Some(fault),
            }
        }
        if !current.specify {
            if was.specify {
                actions.push(Action::Registry(RegistryAction::AcceptAllTypes(id())));
            }
        } else if let Some(mut types) = current.added_types(&mut problems) {
            let accepts = registry.accepts();
            types.retain(|added| !accepts.has_saved(added));
            problems.no_types = types.is_empty() && accepts.saved().is_empty();
            if !was.specify {
                actions.push(Action::Registry(RegistryAction::SpecifyTypes { registry: id(), types }));
            } else if !types.is_empty() {
                actions.push(Action::Registry(RegistryAction::AddTypes { registry: id(), types }));
            }
        }
        if current.restricted != was.restricted {
            actions.push(Action::Registry(RegistryAction::SetVisibility {
                registry: id(),
                visibility: current.visibility(),
            }));
        }
        if problems == Problems::default() { Ok(actions) } else { Err(problems) }
    }
}

#[cfg(test)]
mod tests {
    use domain::{
        AccountId, AccountName, ArtifactType, Email, Founding, Id, OrganizationName, PersonId, PersonName, RegistryId,
        TextFault, found_organization, replay,
    };

    use super::*;

    /// A registry after these actions.
    fn registry(types: &str, actions: &[Action]) -> Result<Registry, TextFault> {
        let founder = Founding {
            organization: OrganizationName::parse("Lab")?,
            name: PersonName::parse("Ada")?,
            username: AccountName::parse("ada")?,
            email: Email::parse("ada@lab.example")?,
        };
        let by = AccountId::Person(PersonId(Id::from_text("ada")));
        let mut lab = found_organization(&founder, Id::from_text("ada"), 0);
        let form = RegistryDraft {
            name: "R".into(),
            specify: !types.is_empty(),
            typing: types.into(),
            ..RegistryDraft::default()
        };
        let create = RegistryAction::Create(form.parse().map_err(|_| TextFault::Empty)?);
        replay(&mut lab, &by, &[&[create.into()], actions].concat(), "r", 0);
        lab.registry(&id()).map(|registry| (**registry).clone()).ok_or(TextFault::Empty)
    }

    fn id() -> RegistryId {
        RegistryId(Id::new("r", 0))
    }

    fn renamed(name: &str) -> Result<Action, TextFault> {
        Ok(Action::Registry(RegistryAction::Rename { registry: id(), name: RegistryName::parse(name)? }))
    }

    #[test]
    fn unchanged_fields_follow_the_stored_values_and_changed_fields_stay() -> Result<(), TextFault> {
        let mut edits = Edits::begin(stored(&registry("model", &[])?));
        edits.edit(&stored(&registry("model", &[])?), |draft| draft.description = "mine".into());
        let next = registry("model, report", &[renamed("Q")?])?;
        let shown = edits.rebased(&stored(&next));
        assert_eq!((shown.current.name.as_str(), shown.current.description.as_str()), ("Q", "mine"));
        assert_eq!(shown.changed_elsewhere(&next), [false; 4]);
        let described =
            Action::Registry(RegistryAction::Describe { registry: id(), description: Description::parse("theirs")? });
        let next = registry("model", &[described])?;
        assert_eq!(edits.rebased(&stored(&next)).changed_elsewhere(&next), [false, true, false, false]);
        Ok(())
    }

    #[test]
    fn a_field_with_the_newly_stored_value_is_unchanged() -> Result<(), TextFault> {
        let mut edits = Edits::begin(stored(&registry("model", &[])?));
        edits.edit(&stored(&registry("model", &[])?), |draft| {
            draft.name = "Q".into();
            draft.types.push("report".into());
        });
        let shown = edits.rebased(&stored(&registry("model, report", &[renamed("Q")?])?));
        assert!(!shown.is_touched());
        Ok(())
    }

    #[test]
    fn only_changed_fields_are_stored_and_the_visibility_last() -> Result<(), TextFault> {
        let registry = registry("model", &[])?;
        let mut edits = Edits::begin(stored(&registry));
        edits.edit(&stored(&registry), |draft| {
            draft.name = " R ".into();
            draft.restricted = true;
            draft.typing = "model, report".into();
        });
        let types = vec![ArtifactType::parse("report")?];
        let visibility = Visibility::Restricted;
        let expected = [
            Action::Registry(RegistryAction::AddTypes { registry: id(), types }),
            Action::Registry(RegistryAction::SetVisibility { registry: id(), visibility }),
        ];
        assert_eq!(edits.actions(&registry), Ok(expected.to_vec()));
        Ok(())
    }

    #[test]
    fn all_types_store_no_type_and_specify_types_needs_one() -> Result<(), TextFault> {
        let open = registry("", &[])?;
        let mut edits = Edits::begin(stored(&open));
        edits.edit(&stored(&open), |draft| draft.specify = true);
        assert_eq!(edits.actions(&open), Err(Problems { no_types: true, ..Problems::default() }));
        let closed = registry("model", &[])?;
        let mut edits = Edits::begin(stored(&closed));
        edits.edit(&stored(&closed), |draft| {
            draft.typing = "report".into();
            draft.specify = false;
        });
        assert_eq!(edits.actions(&closed), Ok(vec![Action::Registry(RegistryAction::AcceptAllTypes(id()))]));
        Ok(())
    }
}
