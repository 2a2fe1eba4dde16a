//! A sentence with people's texts in it, each in a `<bdi>` of its own.

use yew::prelude::*;

use crate::i18n::prose::{Piece, pieces};

/// A sentence, with its texts isolated by [`isolate`](crate::i18n::prose::isolate).
pub fn prose(sentence: &str) -> Html {
    let piece = |piece| match piece {
        Piece::Own(text) => Html::from(text),
        Piece::Foreign(text) => bdi(text),
    };
    html! { <>{ for pieces(sentence).into_iter().map(piece) }</> }
}

/// Somebody's text, in its own direction.
pub fn bdi(text: &str) -> Html {
    html! { <bdi>{ text }</bdi> }
}
