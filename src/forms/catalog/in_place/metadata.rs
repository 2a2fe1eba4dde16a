//! The metadata of a version as it is edited: its JSON with line breaks.

use domain::{Metadata, VersionRef};
use yew::prelude::*;

use super::{InPlace, Place};
use crate::forms::catalog::text::CatalogText;
use crate::page::use_page;
use crate::state::ViewRef;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    /// The version as it is reached, which decides the permissions.
    pub version: VersionRef,
    pub metadata: Metadata,
    /// The id of the reason why nothing can be changed, if the page shows it for all its controls.
    #[prop_or_default]
    pub denied: AttrValue,
    /// The metadata as it is read.
    pub children: Html,
}

#[component]
pub fn EditMetadata(props: &Props) -> Html {
    let page = use_page();
    let words = CatalogText::of(page.language);
    let stored = use_memo(
        props.metadata.clone(),
        |metadata| {
            if metadata.is_empty() { String::new() } else { indented(metadata) }
        },
    );
    let place = Place::VersionMetadata(props.version.clone());
    let key = place.key(&page).as_key();
    html! {
        <InPlace
            {key}
            view={props.view.clone()}
            {place}
            label={words.metadata}
            edit={words.edit_metadata}
            stored={(*stored).clone()}
            denied={props.denied.clone()}
        >
            { props.children.clone() }
        </InPlace>
    }
}

/// The JSON with line breaks and indentation. Its tokens stay as they are, so numbers keep their digits.
pub fn indented(metadata: &Metadata) -> String {
    let json = metadata.as_str();
    let (mut written, mut depth) = (String::with_capacity(json.len() * 2), 0_usize);
    let (mut is_in_text, mut is_escaped, mut previous) = (false, false, ' ');
    for character in json.chars() {
        if is_in_text {
            match character {
                _ if is_escaped => is_escaped = false,
                '\\' => is_escaped = true,
                '"' => is_in_text = false,
                _ => {}
            }
        } else {
            let is_first = matches!(previous, '{' | '[');
            let closes = matches!(character, '}' | ']');
            depth = depth.saturating_sub(usize::from(closes));
            if is_first != closes || (previous == ',') {
                written.push('\n');
                written.extend(std::iter::repeat_n("  ", depth));
            }
            depth += usize::from(matches!(character, '{' | '['));
            is_in_text = character == '"';
        }
        written.push(character);
        if character == ':' && !is_in_text {
            written.push(' ');
        }
        previous = character;
    }
    written
}

#[cfg(test)]
mod tests {
    use domain::Metadata;

    use super::indented;

    #[test]
    fn metadata_is_indented_and_keeps_its_tokens() {
        for (json, shown) in [
            ("{}", "{}"),
            (r#"{"a":1.50}"#, "{\n  \"a\": 1.50\n}"),
            (
                r#"{"a":[1,{"b":[]}],"c":"x,{\\\":y"}"#,
                "{\n  \"a\": [\n    1,\n    {\n      \"b\": []\n    }\n  ],\n  \"c\": \"x,{\\\\\\\":y\"\n}",
            ),
        ] {
            assert_eq!(indented(&Metadata::parse(json).unwrap()), shown);
        }
    }
}
