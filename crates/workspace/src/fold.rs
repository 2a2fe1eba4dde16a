//! The fold: how a log becomes an organization. The same records give the same state in every tab.
//!
//! A record whose author had seen exactly the log before it was reviewed against that very state, and is applied as it
//! is. Any other is reviewed again, permission included, and what is refused then is *overtaken*: it stays in the log
//! and changes nothing. So every state satisfies every rule, also after two tabs acted at once.

use std::rc::Rc;

use domain::stored::{self, DecodedEntry};
use domain::{
    Action, Founding, GrantTimes, Id, Missing, Organization, PersonId, Refusal, carry_out, found_organization, replay,
};
use journal::{Heads, Record, RecordId};

/// The outcome of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was applied.
    Applied,
    /// A concurrent record of another tab comes first, and the rules then refuse this one.
    Overtaken(Refusal),
    /// Its checksum is right and its content is unknown: a newer program wrote it.
    NotUnderstood,
}

/// A record that was acknowledged and then overtaken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overtaken {
    /// The record.
    pub record: RecordId,
    /// The account that acted.
    pub by: Id,
    /// When it was acknowledged: UTC milliseconds since 1970.
    pub at: i64,
    /// Its clock, which tells how much of the log its writer knew.
    pub clock: u64,
    /// Its actions.
    pub actions: Vec<Action>,
    /// The reason of the rules.
    pub refusal: Refusal,
}

/// The intent of a record.
pub(crate) enum Intent {
    Found(Founding),
    Act(Vec<Action>),
}

/// The state after some records.
#[derive(Clone, Default)]
pub(crate) struct Fold {
    pub organization: Option<Organization>,
    pub outcomes: Vec<(RecordId, Outcome)>,
    pub overtaken: Vec<Rc<Overtaken>>,
    heads: Heads,
}

impl Fold {
    /// Takes the next record of the log.
    pub fn take(&mut self, record: &Record) {
        let outcome = match Intent::read(record) {
            None => Outcome::NotUnderstood,
            Some(intent) => match self.attempt(record, &intent) {
                Ok(()) => Outcome::Applied,
                Err(refusal) => {
                    self.note_overtaken(record, intent, &refusal);
                    Outcome::Overtaken(refusal)
                }
            },
        };
        self.heads.advance(record);
        self.outcomes.push((record.id, outcome));
    }

    fn note_overtaken(&mut self, record: &Record, intent: Intent, refusal: &Refusal) {
        if let Intent::Act(actions) = intent {
            let (by, refusal) = (Id::from_text(&record.by), refusal.clone());
            let Record { id, at, clock, .. } = *record;
            self.overtaken.push(Rc::new(Overtaken { record: id, by, at, clock, actions, refusal }));
        }
    }

    fn attempt(&mut self, record: &Record, intent: &Intent) -> Result<(), Refusal> {
        let id = record.id.to_string();
        match (intent, &mut self.organization) {
            (Intent::Found(founding), empty @ None) => {
                *empty = Some(found_organization(founding, Id::new(&id, 0), record.at))
            }
            (Intent::Found(_), Some(_)) | (Intent::Act(_), None) => return Err(Refusal::Missing(Missing::Actor)),
            (Intent::Act(actions), Some(organization)) => {
                let actor = organization.account(&Id::from_text(&record.by)).ok_or(Refusal::Missing(Missing::Actor))?;
                if self.heads.are_parents_of(record) {
                    replay(organization, &actor, actions, &id, record.at);
                } else {
                    let reviewed = carry_out(organization, &actor, actions, &id, record.at);
                    *organization = reviewed.map_err(|(_, refusal)| refusal)?;
                }
            }
        }
        Ok(())
    }
}

impl Intent {
    /// The intent of a record, or nothing if this program does not understand it.
    pub fn read(record: &Record) -> Option<Self> {
        let mut actions = Vec::with_capacity(record.actions.len());
        for raw in &record.actions {
            match stored::read(raw.get())? {
                DecodedEntry::Founding(founding) if record.actions.len() == 1 => return Some(Self::Found(founding)),
                DecodedEntry::Founding(_) => return None,
                DecodedEntry::Action(action) => actions.push(action),
            }
        }
        Some(Self::Act(actions))
    }

    /// Notes the times of the grants of an applied record.
    pub fn note_times(record: &Record, times: &mut GrantTimes) {
        let id = record.id.to_string();
        match Self::read(record) {
            Some(Self::Found(_)) => times.take_founding(PersonId(Id::new(&id, 0)), record.at),
            Some(Self::Act(actions)) => times.take(&Id::from_text(&record.by), &actions, &id, record.at),
            None => {}
        }
    }
}
