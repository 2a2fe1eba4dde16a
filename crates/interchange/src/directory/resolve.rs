//! Compares the lines with each other and with the organization. Each line is existing, new or faulty. The module `teams`
//! handles memberships.

use domain::{AccountName, Email, FoldKey, NewPerson, OrganizationRole, View};

use super::existing::{Directory, Entity};
use super::line::Entry;
use super::{Column, Index, Kind, Line, Outcome, Plan, Reason};

/// The result for a line.
#[derive(Clone, Copy)]
pub(super) enum Resolved<'a> {
    /// An entity of the organization.
    Existing(Entity<'a>),
    /// A new entity, at this position among the new ones of its kind.
    New(Kind, usize),
    /// The line has a fault.
    Faulty(Option<Kind>),
}

/// The results for all lines.
pub(super) struct ResolvedLines<'a> {
    pub directory: Directory<'a>,
    /// The results in the order of the lines.
    pub results: Vec<Resolved<'a>>,
    /// The first line with each name.
    by_name: Index,
    by_email: Index,
    /// The line number of each line in the text.
    line_numbers: Vec<usize>,
}

impl<'a> ResolvedLines<'a> {
    /// Resolves all lines, adds faults for conflicts, and adds new entities to the plan.
    pub fn new(view: &'a View, entries: &mut [Entry], plan: &mut Plan) -> Self {
        let mut resolved = Self {
            directory: Directory::new(view),
            results: Vec::with_capacity(entries.len()),
            by_name: Index::new(),
            by_email: Index::new(),
            line_numbers: entries.iter().map(|entry| entry.line).collect(),
        };
        for (index, entry) in entries.iter_mut().enumerate() {
            let existing = resolved.compare(entry, index);
            resolved.results.push(add_to_plan(entry, existing, plan));
        }
        resolved
    }

    /// The entity with a name, in the organization or in the file.
    pub fn find(&self, key: &FoldKey) -> Option<Resolved<'a>> {
        let in_file = || self.results.get(*self.by_name.get(key)?).copied();
        self.directory.find(key).map(Resolved::Existing).or_else(in_file)
    }

    /// Compares a line with the earlier lines and with the organization. Returns the organization's entity of the same name.
    fn compare(&mut self, entry: &mut Entry, index: usize) -> Option<Entity<'a>> {
        let mut existing = None;
        if let Some(key) = entry.account.as_ref().map(AccountName::key) {
            let column = entry.account_column();
            existing = self.directory.find(&key);
            if let Some(line) = earlier_line(&mut self.by_name, key, index, &self.line_numbers) {
                entry.add_fault(column, Reason::Repeated { line });
            } else if let Some(existing) = existing {
                if Some(existing.kind()) != entry.kind {
                    entry.add_fault(column, Reason::Taken);
                } else if let Some(column) = existing.differing_column(entry) {
                    entry.add_fault(column, Reason::Differs);
                }
            }
        }
        if let Some(key) = entry.email.as_ref().map(Email::key) {
            // For an existing person, the emails are compared above.
            let is_taken = existing.is_none() && self.directory.has_email(&key);
            if let Some(line) = earlier_line(&mut self.by_email, key, index, &self.line_numbers) {
                entry.add_fault(Column::Email, Reason::Repeated { line });
            } else if is_taken {
                entry.add_fault(Column::Email, Reason::Taken);
            }
        }
        existing
    }
}

/// The number of an earlier line with the same key. Otherwise it records this line.
fn earlier_line(keys: &mut Index, key: FoldKey, index: usize, line_numbers: &[usize]) -> Option<usize> {
    if let Some(earlier) = keys.get(&key) {
        return line_numbers.get(*earlier).copied();
    }
    keys.insert(key, index);
    None
}

/// Adds a line without faults to the plan.
fn add_to_plan<'a>(entry: &Entry, existing: Option<Entity<'a>>, plan: &mut Plan) -> Resolved<'a> {
    let (Some(kind), Some(account), true) = (entry.kind, &entry.account, entry.faults.is_empty()) else {
        return Resolved::Faulty(entry.kind);
    };
    plan.lines.push(Line {
        line: entry.line,
        kind,
        account: account.clone(),
        name: entry.name.clone(),
        outcome: if existing.is_some() { Outcome::Exists } else { Outcome::Added },
        memberships: 0,
    });
    if let Some(existing) = existing {
        return Resolved::Existing(existing);
    }
    if let (Kind::Person, Some(name), Some(email)) = (kind, &entry.name, &entry.email) {
        plan.people.push(NewPerson {
            name: name.clone(),
            username: account.clone(),
            email: email.clone(),
            role: entry.role.unwrap_or(OrganizationRole::Member),
        });
        return Resolved::New(kind, plan.people.len() - 1);
    }
    let names = if kind == Kind::Team { &mut plan.teams } else { &mut plan.service_accounts };
    names.push(account.clone());
    Resolved::New(kind, names.len() - 1)
}
