//! The nearest names to one that nobody has, for "Did you mean …?".

use domain::{FoldKey, Grantee, View};

/// The greatest number of proposals: equally near ones, such as two people with the same shown name.
const MAX: usize = 3;

/// The account names of the people, service accounts and teams whose username, shown name or address is nearest to a text that
/// names nobody. Empty if nothing is near.
#[must_use]
pub fn nearest(view: &View, unknown: &str, is_proposed: impl Fn(&Grantee) -> bool) -> Vec<String> {
    let queries = queries(unknown);
    let mut best: Option<(usize, Vec<String>)> = None;
    let mut propose = |grantee: Grantee, texts: &[FoldKey], name: &str| {
        let limit = best.as_ref().map_or(usize::MAX, |(distance, _)| *distance);
        let distances = queries.iter().flat_map(|query| texts.iter().filter_map(|text| query.distance(text, limit)));
        let Some(distance) = distances.min().filter(|_| is_proposed(&grantee)) else { return };
        match &mut best {
            Some((least, names)) if *least == distance => names.push(name.to_owned()),
            _ => best = Some((distance, vec![name.to_owned()])),
        }
    };
    for person in &view.people {
        let local = person.email.as_str().split('@').next().unwrap_or_default();
        let texts = [person.username.key(), FoldKey::of(person.name.as_str()), FoldKey::of(local)];
        propose(Grantee::Person(person.id.clone()), &texts, person.username.as_str());
    }
    for team in &view.teams {
        propose(Grantee::Team(team.id.clone()), &[team.name.key()], team.name.as_str());
    }
    for account in &view.service_accounts {
        propose(Grantee::ServiceAccount(account.id.clone()), &[account.name.key()], account.name.as_str());
    }
    let mut names = best.map(|(_, names)| names).unwrap_or_default();
    names.truncate(MAX);
    names
}

/// A text to look for, in lower case.
struct Query {
    text: String,
    words: Vec<String>,
}

/// The possible readings of a name in a list: the whole text, its part before the address, and the address before its `@`.
fn queries(unknown: &str) -> Vec<Query> {
    /// A longer text is no name with a typo, and comparing it takes long.
    const MAX_LETTERS: usize = 64;
    let (outside, inside) = unknown.split_once('<').unwrap_or((unknown, ""));
    let texts = [outside, inside].map(|text| {
        let key = FoldKey::of(text);
        let text = key.as_str().trim_matches(|c: char| !c.is_alphanumeric());
        text.split(['@', '＠']).next().unwrap_or_default().to_owned()
    });
    let is_name = |text: &String| (2..=MAX_LETTERS).contains(&text.chars().count());
    texts.into_iter().filter(is_name).map(|text| Query { words: words(&text), text }).collect()
}

/// The words of a name in a fixed order, so that `Levi, Noa` and `noa.levi` have the same.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words: Vec<String> = words.map(str::to_owned).collect();
    words.sort();
    words
}

impl Query {
    /// The distance of the text from the query, if it is near: none for the same words in another order, one if it has all words of the
    /// query, otherwise the number of typos. A third of the letters may be typos.
    fn distance(&self, text: &FoldKey, limit: usize) -> Option<usize> {
        let words = words(text.as_str());
        if words == self.words {
            return Some(0);
        }
        if !self.words.is_empty() && self.words.iter().all(|word| words.contains(word)) {
            return Some(1).filter(|distance| *distance <= limit);
        }
        let (length, theirs) = (self.text.chars().count(), text.as_str().chars().count());
        let limit = limit.min(length.max(3) / 3);
        // Most texts differ too much in length to be compared.
        if length.abs_diff(theirs) > limit {
            return None;
        }
        Some(strsim::osa_distance(&self.text, text.as_str()).max(1)).filter(|distance| *distance <= limit)
    }
}
