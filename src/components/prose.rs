//! A sentence with people's texts in it, each in a `<bdi>` of its own.

use crate::i18n::prose::{Piece, pieces};
use crate::markup::Child;
use crate::markup::prelude::*;

/// A sentence, with its texts isolated by [`isolate`](crate::i18n::prose::isolate).
pub fn prose(sentence: &str) -> Html {
    html! {
        for piece in pieces(sentence) {
            { match piece { Piece::Own(text) => text.node(), Piece::Foreign(text) => bdi(text) } }
        }
    }
}

/// Somebody's text, in its own direction.
pub fn bdi(text: &str) -> Html {
    html! { <bdi>{ text }</bdi> }
}
