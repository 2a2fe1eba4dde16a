//! The consequences of an intent for versions, collections and aliases.

use domain::{AliasChange, Consequences, Gone, GoneObject, SeriesId};

use crate::forms::faults::Faults;
use crate::i18n::Catalog;

/// One line for each deleted object and each alias that moves. Of a deleted collection or artifact, the aliases go along
/// without a line of their own.
pub fn lines(consequences: &Consequences, text: &Catalog) -> Vec<String> {
    let words = text.consequences;
    let mut lines = Faults::default();
    for Gone { object, name } in &consequences.gone {
        match object {
            GoneObject::Link(_) => lines.add(|| (words.unlinked)(name)),
            GoneObject::Registry(_) | GoneObject::Project(_) | GoneObject::Version(_) | GoneObject::Collection(_) => {
                lines.add(|| (words.deleted)(name))
            }
        }
    }
    for change in consequences.aliases.iter().filter(|change| !is_gone(change, consequences)) {
        lines.add(|| (words.alias)(&change.name, change.alias.as_str(), change.before, change.after));
    }
    lines.lines(text)
}

fn is_gone(change: &AliasChange, consequences: &Consequences) -> bool {
    let is_it = |gone: &Gone| matches!((&change.series, &gone.object), (SeriesId::Collection(id), GoneObject::Collection(gone)) if id == gone);
    consequences.gone.iter().any(is_it)
}
