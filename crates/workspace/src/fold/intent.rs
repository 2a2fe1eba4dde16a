//! The content of a record: what it asks for, and its application. It decides no outcome.

use domain::stored::{self, DecodedEntry};
use domain::{
    Action, CheckpointName, Founding, GrantTimes, Id, Missing, Organization, PersonId, Refusal, VersionRef, approve,
    carry_out, found_organization, replay,
};
use journal::{Record, RecordId};

use super::stored::{AboutLog, read as read_about_log};

/// The intent of a record.
#[derive(Debug)]
pub enum Intent {
    Found(Founding),
    Act(Vec<Action>),
    /// Take back other records.
    Undo(Vec<RecordId>),
    /// Name the state.
    Checkpoint(CheckpointName),
}

impl Intent {
    /// The intent of a record, or nothing if this program does not understand it.
    pub fn read(record: &Record) -> Option<Self> {
        if let [raw] = record.actions.as_slice() {
            return match stored::read(raw.get()) {
                Some(DecodedEntry::Founding(founding)) => Some(Self::Found(founding)),
                Some(DecodedEntry::Action(action)) => Some(Self::Act(vec![action])),
                None => match read_about_log(raw.get())? {
                    AboutLog::Undo(records) => Some(Self::Undo(records)),
                    AboutLog::Checkpoint(name) => Some(Self::Checkpoint(name)),
                },
            };
        }
        let action = |raw: &journal::Payload| match stored::read(raw.get())? {
            DecodedEntry::Founding(_) => None,
            DecodedEntry::Action(action) => Some(action),
        };
        record.actions.iter().map(action).collect::<Option<_>>().map(Self::Act)
    }

    /// Whether it changes the organization by itself.
    pub fn is_change(&self) -> bool {
        matches!(self, Self::Found(_) | Self::Act(_))
    }
}

/// The author and the time of an intent.
#[derive(Clone, Debug)]
pub struct Origin {
    pub record: RecordId,
    /// The id of the acting account.
    pub by: Id,
    /// UTC milliseconds since 1970.
    pub at: i64,
}

impl Origin {
    pub fn of(record: &Record) -> Self {
        Self { record: record.id, by: Id::from_text(&record.by), at: record.at }
    }

    /// Applies the intent to the state before it: after a review, or without one if it was reviewed against this state.
    pub fn attempt(
        &self,
        organization: &mut Option<Organization>,
        intent: &Intent,
        is_reviewed: bool,
    ) -> Result<(), Refusal> {
        let missing = Refusal::Missing(Missing::Actor);
        match (intent, organization) {
            (Intent::Found(founding), empty @ None) => {
                *empty = Some(found_organization(founding, Id::new(&self.record.to_string(), 0), self.at));
                Ok(())
            }
            (Intent::Act(actions), Some(organization)) => {
                let actor = organization.account(&self.by).ok_or(missing)?;
                let record = self.record.to_string();
                match actions.as_slice() {
                    actions if is_reviewed => replay(organization, &actor, actions, &record, self.at),
                    // A copy would copy the members of a changed team or registry too.
                    [action] => approve(organization, &actor, action)?.apply(Id::new(&record, 0), self.at),
                    actions => {
                        let next = carry_out(organization, &actor, actions, &record, self.at);
                        *organization = next.map_err(|(_, refusal)| refusal)?;
                    }
                }
                Ok(())
            }
            (Intent::Checkpoint(_), Some(_)) => Ok(()),
            (Intent::Found(_), Some(_)) | (Intent::Act(_) | Intent::Checkpoint(_), None) => Err(missing),
            // The fold itself takes back records.
            (Intent::Undo(_), _) => Ok(()),
        }
    }

    /// The numbers in a state of the versions and links that the intent made, by the positions of their actions.
    pub fn numbers_made(&self, intent: &Intent, state: Option<&Organization>) -> Vec<(usize, u32)> {
        let (Intent::Act(actions), Some(state)) = (intent, state) else { return Vec::new() };
        let number = |(at, action): (usize, &Action)| {
            let number = match action.version_made(|| Id::new(&self.record.to_string(), at))? {
                VersionRef::Source(id) => state.version(&id)?.number,
                VersionRef::Linked(id) => state.link(&id)?.number,
            };
            Some((at, number))
        };
        actions.iter().enumerate().filter_map(number).collect()
    }

    /// Notes the times of the grants of an applied intent.
    pub fn note_times(&self, intent: &Intent, times: &mut GrantTimes) {
        let record = self.record.to_string();
        match intent {
            Intent::Found(_) => times.take_founding(PersonId(Id::new(&record, 0)), self.at),
            Intent::Act(actions) => times.take(&self.by, actions, &record, self.at),
            Intent::Undo(_) | Intent::Checkpoint(_) => {}
        }
    }
}
