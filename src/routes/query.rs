//! Parses the query of an address into a page's struct and tolerates hand-written queries.

use std::convert::Infallible;
use std::marker::PhantomData;
use std::rc::Rc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use yew::prelude::*;
use yew_router::hooks::use_location;
use yew_router::query::{FromQuery, ToQuery};

/// Parses each field of a query independently: an invalid or repeated field gets its default and does not affect the
/// others. The struct sets defaults by `#[serde(default)]`.
pub struct Lenient<Q>(PhantomData<Q>);

impl<Q: DeserializeOwned + Default> FromQuery for Lenient<Q> {
    type Target = Q;
    type Error = Infallible;

    fn from_query(query: &str) -> Result<Q, Infallible> {
        let fields = Vec::<(String, String)>::from_query(query).unwrap_or_default();
        let is_unique = |name: &str| fields.iter().filter(|(other, _)| other == name).count() == 1;
        let readable: Vec<_> =
            fields.iter().filter(|field| is_unique(&field.0) && read::<Q>(&[field]).is_some()).collect();
        Ok(read(&readable).unwrap_or_default())
    }
}

/// The query of an address that has a page of a list and nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PageQuery {
    /// The page, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
}

impl PageQuery {
    /// The query of a page.
    #[must_use]
    pub fn of(page: usize) -> Self {
        Self { page: Some(page) }
    }
}

fn read<Q: DeserializeOwned>(fields: &[&(String, String)]) -> Option<Q> {
    let query = fields.to_query().ok()?;
    Q::from_query(&query).ok()
}

/// The query of the current address.
#[hook]
pub fn use_query<Q: DeserializeOwned + Default>() -> Q {
    let location = use_location();
    location.map_or_else(Q::default, |location| match location.query::<Lenient<Q>>() {
        Ok(query) => query,
        Err(never) => match never {},
    })
}

/// The queries that a page has set and not seen in the address yet, the oldest first.
struct OwnQueries<Q>(Vec<Q>);

impl<Q: PartialEq> OwnQueries<Q> {
    /// Whether the page itself has set the query that the address has now. Every other one supersedes what was set before it.
    fn contains(&mut self, address_query: &Q) -> bool {
        let own = self.0.iter().position(|query| query == address_query);
        self.0.drain(..own.map_or(self.0.len(), |nth| nth + 1));
        own.is_some()
    }
}

/// The query of a page that changes it by typing, and a callback that sets it. The page shows a set query at once, and the
/// address follows; a change of the address that does not come from the page, such as *Back*, changes the query.
///
/// An address that the page itself has set is ignored: it is read after the next letters are typed, and would undo them.
#[hook]
pub fn use_live_query<Q: Clone + PartialEq + DeserializeOwned + Default + 'static>() -> (UseStateHandle<Q>, Callback<Q>)
{
    let address_query = use_query::<Q>();
    let query = use_state_eq(|| address_query.clone());
    let own = use_mut_ref(|| OwnQueries(Vec::new()));
    use_effect_with(address_query, {
        let (query, own) = (query.setter(), Rc::clone(&own));
        move |address_query| {
            if !own.borrow_mut().contains(address_query) {
                query.set(address_query.clone());
            }
        }
    });
    let set = {
        let query = query.setter();
        Callback::from(move |next: Q| {
            own.borrow_mut().0.push(next.clone());
            query.set(next);
        })
    };
    (query, set)
}

/// The query as a suffix of a path, with its `?`. An empty query gives an empty suffix.
pub fn suffix(query: &impl Serialize) -> String {
    match query.to_query() {
        Ok(query) if !query.is_empty() => format!("?{query}"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};
    use yew_router::query::FromQuery;

    use super::{Lenient, OwnQueries, suffix};

    #[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Part {
        #[default]
        People,
        ServiceAccounts,
    }

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    #[serde(default)]
    struct Query {
        #[serde(skip_serializing_if = "String::is_empty")]
        find: String,
        show: Part,
        #[serde(skip_serializing_if = "Option::is_none")]
        page: Option<usize>,
    }

    fn read(query: &str) -> Query {
        let Ok(query) = Lenient::<Query>::from_query(query);
        query
    }

    #[test]
    fn an_address_that_the_page_has_set_undoes_no_later_letter() {
        let mut own = OwnQueries(vec!["a", "ab", "abc"]);
        assert!(own.contains(&"a"));
        assert!(own.contains(&"abc"), "addresses can be skipped");
        assert!(!own.contains(&"a"), "*Back* leads to an earlier query");
    }

    #[test]
    fn another_address_supersedes_the_queries_before_it() {
        let mut own = OwnQueries(vec!["a", "ab"]);
        assert!(!own.contains(&""));
        assert!(!own.contains(&"ab"));
    }

    #[test]
    fn a_field_is_read_by_its_name() {
        for (query, find) in [
            ("find=mina", "mina"),
            ("show=teams&find=%ED%95%9C+a%2Bb", "한 a+b"),
            ("find=a=b", "a=b"),
            ("find=x?y", "x?y"),
            ("&&=&find=x&", "x"),
            ("", ""),
            ("find", ""),
            ("finder=x", ""),
            ("find=%E0", "\u{fffd}"),
            ("find=%zz", "%zz"),
            ("%66ind=x", "x"),
        ] {
            assert_eq!(read(query).find, find, "{query}");
        }
    }

    #[test]
    fn a_field_that_cannot_be_read_leaves_the_others_alone() {
        let other = |find: &str| Query { find: find.to_owned(), ..Query::default() };
        assert_eq!(read("show=nonsense&find=x&page=many"), other("x"));
        assert_eq!(read("show=service-accounts&show=people&find=x"), other("x"));
        assert_eq!(read("find=x&find=y&page=2"), Query { page: Some(2), ..Query::default() });
        assert_eq!(read("find=x&unknown=1&unknown=2&__proto__=3"), other("x"));
    }

    #[test]
    fn a_query_comes_back_as_it_was_written() {
        for find in ["a b+c%20&d=e#f?g/h", "한글 🚀", "\u{0}\n", "~*'()!", "%", "%zz", "..", ""] {
            let query = Query { find: find.to_owned(), show: Part::ServiceAccounts, page: Some(3) };
            let written = suffix(&query);
            assert!(!written.contains(['#', ' ', '/']), "{written}");
            assert_eq!(read(written.trim_start_matches('?')), query);
        }
        assert_eq!(suffix(&[("", ""); 0]), "");
    }
}
