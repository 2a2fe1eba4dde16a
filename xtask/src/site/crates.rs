//! The weight of each crate in a module: the code size of its functions, attributed by their mangled names.
//!
//! An instance of a standard library function for another crate's type counts for that crate. An inlined function counts
//! for its caller.

use std::collections::HashMap;

use anyhow::Result;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::table::{render, thousands};

/// The number of crates listed by name.
const LISTED: usize = 12;

/// The standard library, whose functions are mostly instances for other crates' types.
const STANDARD: &[&str] = &["core", "alloc", "std"];

/// A table of the largest crates in a module. The module must contain the names of its functions.
pub fn table(module: &[u8]) -> Result<String> {
    let mut weights = weights(module)?.into_iter().collect::<Vec<_>>();
    weights.sort_by(|(a_name, a), (b_name, b)| b.cmp(a).then_with(|| a_name.cmp(b_name)));
    let total: u64 = weights.iter().map(|(_, weight)| weight).sum();
    let rest: u64 = weights.iter().skip(LISTED).map(|(_, weight)| weight).sum();

    let row = |name: &str, weight: u64| {
        let share = (weight * 1000).checked_div(total).unwrap_or(0);
        vec![name.to_owned(), thousands(weight), format!("{}.{} %", share / 10, share % 10)]
    };
    let mut rows = vec![["crate, before wasm-opt", "bytes of code", "share"].map(String::from).to_vec()];
    rows.extend(weights.iter().take(LISTED).map(|(name, weight)| row(name, *weight)));
    rows.push(row("others", rest));
    rows.push(row("all code", total));
    Ok(render(&rows))
}

/// The bytes of code by crate.
fn weights(module: &[u8]) -> Result<HashMap<String, u64>> {
    let mut imported: u32 = 0;
    let mut bodies = Vec::new();
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len() as u64),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(sections) = section.as_known() {
                    for section in sections {
                        if let Name::Function(functions) = section? {
                            for function in functions {
                                let function = function?;
                                names.insert(function.index, function.name);
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }

    let mut weights = HashMap::new();
    for (index, weight) in (imported..).zip(bodies) {
        let name = names.get(&index).map_or("unnamed".to_owned(), |name| crate_of(name));
        *weights.entry(name).or_default() += weight;
    }
    Ok(weights)
}

/// The crate of a function, by its mangled name.
fn crate_of(mangled: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(mangled));
    let mut crates = name.match_indices("::").filter_map(|(end, _)| root(name.get(..end)?));
    let first = crates.next();
    let own = first.into_iter().chain(crates).find(|name| !STANDARD.contains(name));
    own.or(first).unwrap_or("no crate").to_owned()
}

/// The last identifier of a text, if it is the first segment of its path.
fn root(before: &str) -> Option<&str> {
    let start = before.rfind(|letter: char| !letter.is_alphanumeric() && letter != '_').map_or(0, |last| last + 1);
    let (path, name) = before.split_at_checked(start)?;
    (!path.ends_with("::") && !name.is_empty() && name.starts_with(|letter: char| letter.is_lowercase()))
        .then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_crate(mangled: &str, expected: &str) {
        assert_eq!(crate_of(mangled), expected);
    }

    #[test]
    fn a_function_belongs_to_the_first_crate_of_its_path() {
        check_crate("_ZN3yew4html9component5mount17h0123456789abcdefE", "yew");
        check_crate("_ZN4core3fmt9Formatter3pad17h0123456789abcdefE", "core");
        check_crate("__wbindgen_malloc", "no crate");
    }

    #[test]
    fn a_function_of_the_standard_library_belongs_to_the_crate_of_its_type() {
        check_crate("_ZN4core3ptr30drop_in_place$LT$yew..Html$GT$17h0123456789abcdefE", "yew");
        check_crate("_ZN48_$LT$yew..Html$u20$as$u20$core..clone..Clone$GT$5clone17h0123456789abcdefE", "yew");
    }
}
