//! A sentence with people's texts in it, each in a `<bdi>` of its own.

use yew::prelude::*;

use crate::i18n::prose::{Piece, pieces};

/// A sentence, with its texts isolated by [`isolate`](crate::i18n::prose::isolate).
pub fn prose(sentence: &str) -> Html {
    html! {
        for (nth, piece) in pieces(sentence).into_iter().enumerate() {
            { match piece {
                // A particle stays on the line of what it belongs to: styles put a mark between the two.
                Piece::Sentence(text) if nth > 0 && text.starts_with(char::is_alphabetic) => html! { <span class="joined">{ text }</span> },
                Piece::Sentence(text) => Html::from(text),
                Piece::Isolated(text) => html! { <bdi class="named">{ text }</bdi> },
            } }
        }
    }
}

/// Somebody's text, in its own direction.
pub fn bdi(text: &str) -> Html {
    html! { <bdi>{ text }</bdi> }
}
