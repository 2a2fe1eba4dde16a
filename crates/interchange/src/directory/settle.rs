//! What the lines of a file are to each other and to the organization: there already, new, or in conflict. Which teams
//! they name is for `teams`.

use domain::{AccountName, Email, FoldKey, NewPerson, OrganizationRole, View};

use super::line::Entry;
use super::there::{Holder, There};
use super::{Column, Index, Kind, Line, Outcome, Plan, Reason};

/// What a line turned out to describe.
#[derive(Clone, Copy)]
pub(super) enum Found<'a> {
    /// Something in the organization.
    There(Holder<'a>),
    /// Something that is added, at this position among those of its kind.
    New(Kind, usize),
    /// Something that could not be read, or is refused.
    Faulty(Option<Kind>),
}

/// Every line with what it describes.
pub(super) struct Settled<'a> {
    pub there: There<'a>,
    /// What the lines describe, in their order.
    pub found: Vec<Found<'a>>,
    /// The lines by the names in them, the first of each.
    by_name: Index,
    by_email: Index,
    /// Where each line begins in the text.
    lines: Vec<usize>,
}

impl<'a> Settled<'a> {
    /// Settles every line, says at its place what is in conflict, and plans what is new.
    pub fn new(view: &'a View, entries: &mut [Entry], plan: &mut Plan) -> Self {
        let mut settled = Self {
            there: There::new(view),
            found: Vec::with_capacity(entries.len()),
            by_name: Index::new(),
            by_email: Index::new(),
            lines: entries.iter().map(|entry| entry.line).collect(),
        };
        for (place, entry) in entries.iter_mut().enumerate() {
            let holder = settled.settle(entry, place);
            settled.found.push(planned(entry, holder, plan));
        }
        settled
    }

    /// What is called by a name, in the organization or in the file.
    pub fn named(&self, key: &FoldKey) -> Option<Found<'a>> {
        let in_file = || self.found.get(*self.by_name.get(key)?).copied();
        self.there.named(key).map(Found::There).or_else(in_file)
    }

    /// Compares a line with those before it and with the organization. The answer is what holds its name there.
    fn settle(&mut self, entry: &mut Entry, place: usize) -> Option<Holder<'a>> {
        let mut holder = None;
        if let Some(key) = entry.account.as_ref().map(AccountName::key) {
            let column = entry.account_column();
            holder = self.there.named(&key);
            if let Some(line) = first(&mut self.by_name, key, place, &self.lines) {
                entry.fault(column, Reason::Repeated { line });
            } else if let Some(holder) = holder {
                if Some(holder.kind()) != entry.kind {
                    entry.fault(column, Reason::Taken);
                } else if let Some(column) = holder.differs(entry) {
                    entry.fault(column, Reason::Differs);
                }
            }
        }
        if let Some(key) = entry.email.as_ref().map(Email::key) {
            // The email of a person who is there was compared with that person's.
            let taken = holder.is_none() && self.there.has_email(&key);
            if let Some(line) = first(&mut self.by_email, key, place, &self.lines) {
                entry.fault(Column::Email, Reason::Repeated { line });
            } else if taken {
                entry.fault(Column::Email, Reason::Taken);
            }
        }
        holder
    }
}

/// The line that has a key already; if there is none, this one has it.
fn first(index: &mut Index, key: FoldKey, place: usize, lines: &[usize]) -> Option<usize> {
    if let Some(earlier) = index.get(&key) {
        return lines.get(*earlier).copied();
    }
    index.insert(key, place);
    None
}

/// Puts what a line describes into the plan, unless something is wrong with it.
fn planned<'a>(entry: &Entry, holder: Option<Holder<'a>>, plan: &mut Plan) -> Found<'a> {
    let (Some(kind), Some(account), true) = (entry.kind, &entry.account, entry.faults.is_empty()) else {
        return Found::Faulty(entry.kind);
    };
    plan.lines.push(Line {
        line: entry.line,
        kind,
        account: account.clone(),
        name: entry.name.clone(),
        outcome: if holder.is_some() { Outcome::There } else { Outcome::Added },
        memberships: 0,
    });
    if let Some(holder) = holder {
        return Found::There(holder);
    }
    if let (Kind::Person, Some(name), Some(email)) = (kind, &entry.name, &entry.email) {
        plan.people.push(NewPerson {
            name: name.clone(),
            username: account.clone(),
            email: email.clone(),
            role: entry.role.unwrap_or(OrganizationRole::Member),
        });
        return Found::New(kind, plan.people.len() - 1);
    }
    let names = if kind == Kind::Team { &mut plan.teams } else { &mut plan.service_accounts };
    names.push(account.clone());
    Found::New(kind, names.len() - 1)
}
