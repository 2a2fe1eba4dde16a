//! A sentence with people's texts in it, each in a `<bdi>` of its own.

use yew::prelude::*;

use crate::i18n::prose::{Piece, pieces};

/// The sentence.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The sentence, with its texts isolated.
    pub text: AttrValue,
}

/// A sentence.
#[component]
pub fn Prose(props: &Props) -> Html {
    html! {
        <>
            for piece in pieces(&props.text) {
                {
                    match piece {
                        Piece::Own(text) => html! { { text.to_owned() } },
                        Piece::Foreign(text) => html! { <bdi>{ text.to_owned() }</bdi> },
                    }
                }
            }
        </>
    }
}
