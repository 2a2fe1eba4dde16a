//! The matrix: the roles of everybody in every registry, and which of them are shown in which order. Pure; it knows
//! accounts by their places in the view, and registries by theirs.

use std::cell::LazyCell;
use std::cmp::Reverse;
use std::ops::Deref;
use std::rc::Rc;

use domain::{Role, RolesIn, View};

/// Everybody's role in every registry, found once for a view, when one is asked for.
pub struct Matrix {
    /// Those in each registry of the view.
    roles: LazyCell<Vec<RolesIn>, Box<dyn FnOnce() -> Vec<RolesIn>>>,
    /// How many accounts there are.
    pub accounts: usize,
}

impl Matrix {
    /// That of a view.
    pub fn of(view: impl Deref<Target = View> + 'static) -> Self {
        let accounts = view.people.len() + view.service_accounts.len();
        let find = move || {
            let roles = view.roles();
            view.registries.iter().map(|seen| roles.of(seen)).collect()
        };
        Self { roles: LazyCell::new(Box::new(find)), accounts }
    }

    /// The role of an account in a registry.
    pub fn role(&self, registry: usize, place: usize) -> Option<Role> {
        self.roles.get(registry)?.at(place)
    }

    /// In how many of the registries each account has a role that counts, and the highest of these. Of thousands of roles
    /// in thousands of registries, only those that come from rows are looked at for each.
    fn tallies(&self, registries: &[usize], least: Option<Role>) -> Vec<Tally> {
        let mut tallies = vec![Tally::default(); self.accounts];
        let mut shared: Vec<(&Rc<[Option<Role>]>, usize)> = Vec::new();
        for roles in registries.iter().filter_map(|registry| self.roles.get(*registry)) {
            let all = roles.without_rows();
            match shared.iter_mut().find(|(known, _)| Rc::ptr_eq(known, all)) {
                Some((_, times)) => *times += 1,
                None => shared.push((all, 1)),
            }
            for (place, role) in roles.listed() {
                let is_new = counts_as(*role, least) && !counts_as(all.get(*place).copied().flatten(), least);
                if let Some(tally) = tallies.get_mut(*place) {
                    tally.add(*role, least, usize::from(is_new));
                }
            }
        }
        for (all, times) in shared {
            for (role, tally) in all.iter().zip(&mut tallies) {
                tally.add(*role, least, if counts_as(*role, least) { times } else { 0 });
            }
        }
        tallies
    }
}

/// What an account has in several registries.
#[derive(Clone, Copy, Default)]
struct Tally {
    /// In how many it has a role that counts.
    count: usize,
    /// The highest of these roles.
    highest: Option<Role>,
}

impl Tally {
    fn add(&mut self, role: Option<Role>, least: Option<Role>, times: usize) {
        self.count += times;
        self.highest = self.highest.max(role.filter(|_| counts_as(role, least)));
    }
}

/// Whether it is a role, and not lower than the least that counts.
fn counts_as(role: Option<Role>, least: Option<Role>) -> bool {
    role.is_some() && role >= least
}

/// What the rows are in the order of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Names.
    Name,
    /// In how many registries they have a role.
    Count,
    /// Their highest role, then in how many registries they have one.
    Highest,
    /// Their role in a registry.
    In(usize),
}

/// What is asked for.
pub struct Asked {
    /// The accounts that the filter lets through, by name.
    pub places: Vec<usize>,
    /// The registries that the filters let through, in their order.
    pub registries: Vec<usize>,
    /// Lower roles do not count.
    pub least: Option<Role>,
    /// The order.
    pub sort: Sort,
    /// The other way round.
    pub reversed: bool,
    /// The accounts of each team, if the rows are grouped: every place once, in any order.
    pub teams: Option<Vec<Vec<usize>>>,
}

/// A row: an account, and the group that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The place of the account.
    pub place: usize,
    /// The position of its team; after the last, in none; 0 if there are no groups.
    pub group: usize,
}

/// What is shown.
pub struct Shown {
    /// The registries.
    pub registries: Vec<usize>,
    /// The accounts, each once.
    pub places: Vec<usize>,
    /// The rows: in groups an account stands in each of its teams.
    pub lines: Vec<Line>,
    least: Option<Role>,
}

impl Shown {
    /// What comes of it.
    pub fn of(matrix: &Matrix, asked: Asked) -> Self {
        let Asked { places, registries, least, sort, reversed, teams } = asked;
        // Most often nobody asks for all of them: then those of the rows that are drawn are enough.
        let all = least.is_some() || matches!(sort, Sort::Count | Sort::Highest);
        let tallies = if all { matrix.tallies(&registries, least) } else { Vec::new() };
        let tally = |place: usize| tallies.get(place).copied().unwrap_or_default();
        let count_of = |place: usize| tally(place).count;
        let mut places: Vec<usize> =
            places.into_iter().filter(|place| least.is_none() || count_of(*place) > 0).collect();
        let rank = |place: usize| match sort {
            Sort::Name => (None, 0),
            Sort::Count => (None, count_of(place)),
            Sort::Highest => (tally(place).highest, count_of(place)),
            Sort::In(registry) => (matrix.role(registry, place), 0),
        };
        match (sort, reversed) {
            (Sort::Name, false) => {}
            (Sort::Name, true) => places.reverse(),
            // Those with most come first, and who has as much stays in the order of names.
            (_, false) => places.sort_by_key(|place| Reverse(rank(*place))),
            (_, true) => places.sort_by_key(|place| rank(*place)),
        }
        let lines = match teams {
            None => places.iter().map(|place| Line { place: *place, group: 0 }).collect(),
            Some(teams) => grouped(&places, &teams, matrix.accounts),
        };
        Self { registries, places, lines, least }
    }

    /// In how many of the registries an account has a role that counts.
    pub fn count(&self, matrix: &Matrix, place: usize) -> usize {
        self.registries.iter().filter(|registry| self.counts_as_role(matrix.role(**registry, place))).count()
    }

    /// How many of the accounts have a role in a registry that counts.
    pub fn with_access(&self, matrix: &Matrix, registry: usize) -> usize {
        self.places.iter().filter(|place| self.counts_as_role(matrix.role(registry, **place))).count()
    }

    /// Whether it is a role that counts.
    pub fn counts_as_role(&self, role: Option<Role>) -> bool {
        counts_as(role, self.least)
    }
}

/// The rows team by team, and then those who are in none.
fn grouped(places: &[usize], teams: &[Vec<usize>], accounts: usize) -> Vec<Line> {
    let mut alone = vec![true; accounts];
    let mut lines = Vec::new();
    for (group, members) in teams.iter().enumerate() {
        let mut is_member = vec![false; accounts];
        for place in members {
            for (flags, value) in [(&mut is_member, true), (&mut alone, false)] {
                if let Some(flag) = flags.get_mut(*place) {
                    *flag = value;
                }
            }
        }
        let is_in = |place: &&usize| is_member.get(**place) == Some(&true);
        lines.extend(places.iter().filter(is_in).map(|place| Line { place: *place, group }));
    }
    let is_alone = |place: &&usize| alone.get(**place) == Some(&true);
    lines.extend(places.iter().filter(is_alone).map(|place| Line { place: *place, group: teams.len() }));
    lines
}

/// The part of a long list that is shown on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which page, from 0.
    pub page: usize,
    /// How many pages there are, at least one.
    pub pages: usize,
    /// How many are before it.
    pub start: usize,
    /// How many are on it, and before it.
    pub end: usize,
}

impl Part {
    /// The page that is asked for, from 1; the nearest if there is none of that number.
    pub fn of(asked: Option<usize>, size: usize, all: usize) -> Self {
        let pages = all.div_ceil(size).max(1);
        let page = asked.unwrap_or(1).clamp(1, pages) - 1;
        let start = page * size;
        Self { page, pages, start, end: (start + size).min(all) }
    }

    /// What is on it.
    pub fn cut<'a, T>(&self, all: &'a [T]) -> &'a [T] {
        all.get(self.start..self.end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use journal::MemoryStore;
    use workspace::Site;
    use workspace::Workspace;

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
        let roles = move || roles.into_iter().map(RolesIn::from_iter).collect();
        Matrix { roles: LazyCell::new(Box::new(roles)), accounts: 4 }
    }

    fn all(sort: Sort, reversed: bool) -> Asked {
        Asked { places: vec![0, 1, 2, 3], registries: vec![0, 1, 2], least: None, sort, reversed, teams: None }
    }

    #[track_caller]
    fn check_order(asked: Asked, expected: &[usize]) {
        assert_eq!(Shown::of(&matrix(), asked).places, expected);
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
    fn with_a_least_role_lower_ones_do_not_count_and_who_has_none_is_left_out() {
        let matrix = matrix();
        let shown = Shown::of(&matrix, Asked { least: Some(Member), ..all(Sort::Count, false) });
        assert_eq!(shown.places, [0, 1, 2, 3]);
        assert_eq!([0, 1, 2, 3].map(|place| shown.count(&matrix, place)), [3, 1, 1, 1]);
        assert_eq!([0, 1, 2].map(|registry| shown.with_access(&matrix, registry)), [2, 2, 2]);
        check_order(Asked { least: Some(Admin), ..all(Sort::Name, false) }, &[0, 1]);
        check_order(Asked { least: Some(Admin), registries: vec![1], ..all(Sort::Name, false) }, &[0]);
        check_order(Asked { registries: vec![], ..all(Sort::Name, false) }, &[0, 1, 2, 3]);
    }

    /// The demo organization: its open registries share the roles that need no row, and its teams give others.
    fn demo() -> Rc<View> {
        let site = Site::new(MemoryStore::new(), "/");
        let (key, writer) = ("aaaaaaaaaa".parse().unwrap(), "bbbbbbbbbb".parse().unwrap());
        let mut workspace = Workspace::open(&site, key, writer).unwrap();
        let founder = samples::demo::fill(&mut workspace, 0).unwrap();
        Rc::new(workspace.seen_by(&founder).unwrap())
    }

    #[test]
    fn tallies_are_what_going_through_the_cells_gives() {
        let view = demo();
        let matrix = Matrix::of(Rc::clone(&view));
        let all: Vec<usize> = (0..view.registries.len()).collect();
        let some: Vec<usize> = all.iter().copied().step_by(3).collect();
        for registries in [&all, &some, &Vec::new()] {
            for least in [None, Some(RestrictedViewer), Some(Viewer), Some(Member), Some(Admin)] {
                for (place, tally) in matrix.tallies(registries, least).into_iter().enumerate() {
                    let roles = registries.iter().map(|registry| matrix.role(*registry, place));
                    let roles: Vec<_> = roles.filter(|role| counts_as(*role, least)).collect();
                    let highest = roles.iter().copied().max().flatten();
                    assert_eq!(
                        (tally.count, tally.highest),
                        (roles.len(), highest),
                        "{place} {least:?} {registries:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn in_groups_an_account_stands_in_each_of_its_teams_and_last_those_in_none() {
        let asked = Asked { teams: Some(vec![vec![2, 1], vec![], vec![1, 0]]), ..all(Sort::Name, true) };
        let shown = Shown::of(&matrix(), asked);
        let lines: Vec<_> = shown.lines.iter().map(|line| (line.group, line.place)).collect();
        assert_eq!(lines, [(0, 2), (0, 1), (2, 1), (2, 0), (3, 3)]);
        assert_eq!(shown.places, [3, 2, 1, 0]);
        assert_eq!(shown.with_access(&matrix(), 2), 2, "who is in two teams counts once");
    }

    #[test]
    fn a_lower_role_than_the_lowest_is_none() {
        let shown = Shown::of(&matrix(), Asked { least: Some(RestrictedViewer), ..all(Sort::Name, false) });
        assert!(!shown.counts_as_role(None));
        assert!(shown.counts_as_role(Some(RestrictedViewer)));
    }

    #[test]
    fn a_page_that_there_is_not_is_the_nearest() {
        let part = |asked| Part::of(asked, 50, 101);
        assert_eq!(part(None), Part { page: 0, pages: 3, start: 0, end: 50 });
        assert_eq!(part(Some(3)), Part { page: 2, pages: 3, start: 100, end: 101 });
        for (asked, page) in [(0, 0), (4, 2), (usize::MAX, 2)] {
            assert_eq!(part(Some(asked)).page, page, "{asked}");
        }
        assert_eq!(Part::of(Some(2), 50, 0), Part { page: 0, pages: 1, start: 0, end: 0 });
        assert_eq!(Part::of(Some(2), 2, 3).cut(&["a", "b", "c"]), ["c"]);
    }
}
