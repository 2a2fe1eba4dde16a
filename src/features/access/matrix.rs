//! The roles of all accounts in all registries, and the filtering, sorting and grouping of rows. Pure. Accounts and
//! registries are indices into the view.

use std::cell::LazyCell;
use std::cmp::Reverse;
use std::ops::Deref;
use std::rc::Rc;

use domain::{RegistryRoles, Role, View};

/// The role of each account in each registry, computed once for a view on first use.
pub struct Matrix {
    /// The roles in each registry of the view.
    roles: LazyCell<Vec<RegistryRoles>, Box<dyn FnOnce() -> Vec<RegistryRoles>>>,
    pub account_count: usize,
}

impl Matrix {
    pub fn of(view: impl Deref<Target = View> + 'static) -> Self {
        let account_count = view.people.len() + view.service_accounts.len();
        let find = move || {
            let roles = view.role_matrix();
            view.registries.iter().map(|registry_view| roles.roles_in(registry_view)).collect()
        };
        Self { roles: LazyCell::new(Box::new(find)), account_count }
    }

    pub fn role(&self, registry: usize, account: usize) -> Option<Role> {
        self.roles.get(registry)?.get(account)
    }

    /// Counts for each account the registries in which it has at least the role `least_role`, and finds its highest role.
    /// Roles that need no row are shared by many registries, so each distinct set of them is added once; only roles
    /// from rows are visited one by one.
    fn tallies(&self, registries: &[usize], least_role: Option<Role>) -> Vec<Tally> {
        let mut tallies = vec![Tally::default(); self.account_count];
        let mut shared: Vec<(&Rc<[Option<Role>]>, usize)> = Vec::new();
        for roles in registries.iter().filter_map(|registry| self.roles.get(*registry)) {
            let all = roles.base_roles();
            match shared.iter_mut().find(|(other, _)| Rc::ptr_eq(other, all)) {
                Some((_, times)) => *times += 1,
                None => shared.push((all, 1)),
            }
            for (account, role) in roles.row_roles() {
                let is_new = is_sufficient(*role, least_role)
                    && !is_sufficient(all.get(*account).copied().flatten(), least_role);
                if let Some(tally) = tallies.get_mut(*account) {
                    tally.add(*role, least_role, usize::from(is_new));
                }
            }
        }
        for (all, times) in shared {
            for (role, tally) in all.iter().zip(&mut tallies) {
                tally.add(*role, least_role, if is_sufficient(*role, least_role) { times } else { 0 });
            }
        }
        tallies
    }
}

/// An account's roles in several registries.
#[derive(Clone, Copy, Default)]
struct Tally {
    /// The number of registries with a sufficient role.
    count: usize,
    /// The highest sufficient role.
    highest: Option<Role>,
}

impl Tally {
    fn add(&mut self, role: Option<Role>, least_role: Option<Role>, times: usize) {
        self.count += times;
        self.highest = self.highest.max(role.filter(|_| is_sufficient(role, least_role)));
    }
}

/// Whether the role is at least `least_role`. No role is never sufficient.
fn is_sufficient(role: Option<Role>, least_role: Option<Role>) -> bool {
    role.is_some() && role >= least_role
}

/// The order of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// By name.
    Name,
    /// By the number of registries with a role.
    Count,
    /// By highest role, then by number of registries.
    Highest,
    /// By role in this registry.
    In(usize),
}

/// The selection of a query.
pub struct Selection {
    /// The filtered accounts, by name.
    pub accounts: Vec<usize>,
    /// The filtered registries, in order.
    pub registries: Vec<usize>,
    /// The lowest sufficient role.
    pub least_role: Option<Role>,
    pub sort: Sort,
    pub reversed: bool,
    /// The accounts of each team, if the rows are grouped.
    pub teams: Option<Vec<Vec<usize>>>,
}

/// A row of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    pub account: usize,
    /// The position of the team; one past the last team for an account without a team. 0 without grouping.
    pub group: usize,
}

/// The contents of the table.
pub struct TableContent {
    pub registries: Vec<usize>,
    /// The accounts, each once.
    pub accounts: Vec<usize>,
    /// The rows. With grouping, an account has a row in each of its teams.
    pub lines: Vec<Line>,
    least_role: Option<Role>,
}

impl TableContent {
    pub fn of(matrix: &Matrix, selection: Selection) -> Self {
        let Selection { accounts, registries, least_role, sort, reversed, teams } = selection;
        // Mostly no count is needed for filtering or sorting. The rendered rows are then counted one by one.
        let all = least_role.is_some() || matches!(sort, Sort::Count | Sort::Highest);
        let tallies = if all { matrix.tallies(&registries, least_role) } else { Vec::new() };
        let tally = |account: usize| tallies.get(account).copied().unwrap_or_default();
        let count_of = |account: usize| tally(account).count;
        let mut accounts: Vec<usize> =
            accounts.into_iter().filter(|account| least_role.is_none() || count_of(*account) > 0).collect();
        let rank = |account: usize| match sort {
            Sort::Name => (None, 0),
            Sort::Count => (None, count_of(account)),
            Sort::Highest => (tally(account).highest, count_of(account)),
            Sort::In(registry) => (matrix.role(registry, account), 0),
        };
        match (sort, reversed) {
            (Sort::Name, false) => {}
            (Sort::Name, true) => accounts.reverse(),
            // The highest values come first, and equal ones stay sorted by name.
            (_, false) => accounts.sort_by_key(|account| Reverse(rank(*account))),
            (_, true) => accounts.sort_by_key(|account| rank(*account)),
        }
        let lines = match teams {
            None => accounts.iter().map(|account| Line { account: *account, group: 0 }).collect(),
            Some(teams) => grouped(&accounts, &teams, matrix.account_count),
        };
        Self { registries, accounts, lines, least_role }
    }

    /// The number of registries in which the account has a sufficient role.
    pub fn count_registries(&self, matrix: &Matrix, account: usize) -> usize {
        self.registries.iter().filter(|registry| self.is_role_sufficient(matrix.role(**registry, account))).count()
    }

    /// The number of accounts with a sufficient role in the registry.
    pub fn count_accounts(&self, matrix: &Matrix, registry: usize) -> usize {
        self.accounts.iter().filter(|account| self.is_role_sufficient(matrix.role(registry, **account))).count()
    }

    pub fn is_role_sufficient(&self, role: Option<Role>) -> bool {
        is_sufficient(role, self.least_role)
    }
}

/// The rows by team, followed by the accounts without a team.
fn grouped(accounts: &[usize], teams: &[Vec<usize>], account_count: usize) -> Vec<Line> {
    let mut has_no_team = vec![true; account_count];
    let mut lines = Vec::new();
    for (group, members) in teams.iter().enumerate() {
        let mut is_member = vec![false; account_count];
        for account in members {
            for (flags, value) in [(&mut is_member, true), (&mut has_no_team, false)] {
                if let Some(flag) = flags.get_mut(*account) {
                    *flag = value;
                }
            }
        }
        let is_in = |account: &&usize| is_member.get(**account) == Some(&true);
        lines.extend(accounts.iter().filter(is_in).map(|account| Line { account: *account, group }));
    }
    let is_without_team = |account: &&usize| has_no_team.get(**account) == Some(&true);
    lines.extend(accounts.iter().filter(is_without_team).map(|account| Line { account: *account, group: teams.len() }));
    lines
}

#[cfg(test)]
mod tests {
    use test_support::demo::demo_view;

    use super::*;
    use Role::Admin;
    use Role::Member;
    use Role::RestrictedViewer;
    use Role::Viewer;

    /// Four accounts in three registries.
    fn matrix() -> Matrix {
        let roles = [
            [Some(Admin), Some(Viewer), Some(Viewer), Some(Member)],
            [Some(Admin), None, Some(Member), None],
            [Some(Admin), Some(Admin), None, None],
        ];
        let roles = move || roles.into_iter().map(RegistryRoles::from_iter).collect();
        Matrix { roles: LazyCell::new(Box::new(roles)), account_count: 4 }
    }

    fn all(sort: Sort, reversed: bool) -> Selection {
        Selection {
            accounts: vec![0, 1, 2, 3],
            registries: vec![0, 1, 2],
            least_role: None,
            sort,
            reversed,
            teams: None,
        }
    }

    #[track_caller]
    fn check_order(selection: Selection, expected: &[usize]) {
        assert_eq!(TableContent::of(&matrix(), selection).accounts, expected);
    }

    #[test]
    fn rows_are_in_the_order_of_names_counts_roles_or_a_registry() {
        check_order(all(Sort::Name, false), &[0, 1, 2, 3]);
        check_order(all(Sort::Name, true), &[3, 2, 1, 0]);
        check_order(all(Sort::Count, false), &[0, 1, 2, 3]);
        check_order(all(Sort::Count, true), &[3, 1, 2, 0]);
        check_order(all(Sort::Highest, false), &[0, 1, 2, 3]);
        check_order(all(Sort::In(0), false), &[0, 3, 1, 2]);
        check_order(all(Sort::In(1), false), &[0, 2, 1, 3]);
        check_order(all(Sort::In(1), true), &[1, 3, 2, 0]);
    }

    #[test]
    fn a_lowest_role_excludes_lower_ones_and_accounts_without_it() {
        let matrix = matrix();
        let shown = TableContent::of(&matrix, Selection { least_role: Some(Member), ..all(Sort::Count, false) });
        assert_eq!(shown.accounts, [0, 1, 2, 3]);
        assert_eq!([0, 1, 2, 3].map(|account| shown.count_registries(&matrix, account)), [3, 1, 1, 1]);
        assert_eq!([0, 1, 2].map(|registry| shown.count_accounts(&matrix, registry)), [2, 2, 2]);
        check_order(Selection { least_role: Some(Admin), ..all(Sort::Name, false) }, &[0, 1]);
        check_order(Selection { least_role: Some(Admin), registries: vec![1], ..all(Sort::Name, false) }, &[0]);
        check_order(Selection { registries: vec![], ..all(Sort::Name, false) }, &[0, 1, 2, 3]);
    }

    /// The demo organization. Its open registries share the roles that need no row, and its teams give others.
    fn demo() -> Rc<View> {
        Rc::new(demo_view())
    }

    #[test]
    fn tallies_equal_a_count_of_the_cells() {
        let view = demo();
        let matrix = Matrix::of(Rc::clone(&view));
        let all: Vec<usize> = (0..view.registries.len()).collect();
        let some: Vec<usize> = all.iter().copied().step_by(3).collect();
        for registries in [&all, &some, &Vec::new()] {
            for least_role in [None, Some(RestrictedViewer), Some(Viewer), Some(Member), Some(Admin)] {
                for (account, tally) in matrix.tallies(registries, least_role).into_iter().enumerate() {
                    let roles = registries.iter().map(|registry| matrix.role(*registry, account));
                    let roles: Vec<_> = roles.filter(|role| is_sufficient(*role, least_role)).collect();
                    let highest = roles.iter().copied().max().flatten();
                    assert_eq!(
                        (tally.count, tally.highest),
                        (roles.len(), highest),
                        "{account} {least_role:?} {registries:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn in_groups_an_account_stands_in_each_of_its_teams_and_last_those_in_none() {
        let selection = Selection { teams: Some(vec![vec![2, 1], vec![], vec![1, 0]]), ..all(Sort::Name, true) };
        let shown = TableContent::of(&matrix(), selection);
        let lines: Vec<_> = shown.lines.iter().map(|line| (line.group, line.account)).collect();
        assert_eq!(lines, [(0, 2), (0, 1), (2, 1), (2, 0), (3, 3)]);
        assert_eq!(shown.accounts, [3, 2, 1, 0]);
        assert_eq!(shown.count_accounts(&matrix(), 2), 2, "who is in two teams counts once");
    }

    #[test]
    fn a_lower_role_than_the_lowest_is_none() {
        let shown =
            TableContent::of(&matrix(), Selection { least_role: Some(RestrictedViewer), ..all(Sort::Name, false) });
        assert!(!shown.is_role_sufficient(None));
        assert!(shown.is_role_sufficient(Some(RestrictedViewer)));
    }
}
