//! The records that mention a subject.

use std::collections::{BTreeSet, HashMap};

use domain::{Action, Grantee, Id, PersonId, Subject};

use super::places::Places;
use crate::fold::intent::Intent;
use crate::fold::taken::{Taken, with_taken_back};

/// The positions of the records that mention something, whoever may see them.
#[derive(Default)]
pub(crate) struct Mentions {
    subjects: HashMap<Subject, Vec<usize>>,
    authors: HashMap<Id, Vec<usize>>,
}

impl Mentions {
    /// Takes in the record at a position, except for its actions.
    pub fn take(&mut self, position: usize, log: &[Taken], places: &Places) {
        let Some(taken) = log.get(position) else { return };
        self.authors.entry(taken.origin.by.clone()).or_default().push(position);
        if !matches!(taken.intent, Some(Intent::Act(_))) {
            visit_subjects(log, places, position, &|_, _| true, &mut |subject| self.mention(subject, position));
        }
    }

    /// Takes in an action of the record at a position, whose object is in its place.
    pub fn take_action(&mut self, position: usize, action: &Action, made: &Id, places: &Places) {
        visit_subjects_of(action, made, places, &mut |subject| self.mention(subject, position));
    }

    fn mention(&mut self, subject: Subject, position: usize) {
        let positions = self.subjects.entry(subject).or_insert_with(|| Vec::with_capacity(1));
        if positions.last() != Some(&position) {
            positions.push(position);
        }
    }

    /// The positions of the records that mention one of the subjects, or whose author is this one, the newest first.
    pub fn of(&self, subjects: &[Subject], author: Option<&Id>) -> impl Iterator<Item = usize> + use<> {
        let by_subject = subjects.iter().filter_map(|subject| self.subjects.get(subject));
        let by_author = author.and_then(|id| self.authors.get(id));
        let positions: BTreeSet<usize> = by_subject.chain(by_author).flatten().copied().collect();
        positions.into_iter().rev()
    }
}

/// Visits the subjects of the record at a position, with what contains them: of its actions as far as they are wanted, and of
/// the records that it takes back. Some come more than once.
pub fn visit_subjects(
    log: &[Taken],
    places: &Places,
    position: usize,
    is_wanted: &dyn Fn(usize, usize) -> bool,
    visit: &mut dyn FnMut(Subject),
) {
    for position in with_taken_back(log, position) {
        let Some(taken) = log.get(position) else { continue };
        let record = taken.origin.record.to_string();
        match &taken.intent {
            Some(Intent::Found(_)) => visit(Subject::Grantee(Grantee::Person(PersonId(Id::new(&record, 0))))),
            Some(Intent::Act(actions)) => {
                let wanted = actions.iter().enumerate().filter(|(at, _)| is_wanted(position, *at));
                wanted.for_each(|(at, action)| visit_subjects_of(action, &Id::new(&record, at), places, visit));
            }
            Some(Intent::Undo(_) | Intent::Checkpoint(_)) | None => {}
        }
    }
}

fn visit_subjects_of(action: &Action, made: &Id, places: &Places, visit: &mut dyn FnMut(Subject)) {
    for subject in action.subjects(made) {
        places.containers(&subject).for_each(&mut *visit);
        visit(subject);
    }
}
