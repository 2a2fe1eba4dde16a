//! Sentences with people's texts, each in a `<bdi>`.

use yew::prelude::*;

use crate::i18n::prose::{Piece, pieces};

/// Renders a sentence whose texts were isolated by [`isolate`](crate::i18n::prose::isolate).
pub fn prose(sentence: &str) -> Html {
    html! {
        for (nth, piece) in pieces(sentence).into_iter().enumerate() {
            { match piece {
                // The styles keep a particle on the line of its word.
                Piece::Sentence(text) if nth > 0 && text.starts_with(char::is_alphabetic) => html! { <span class="joined">{ text }</span> },
                Piece::Sentence(text) => Html::from(text),
                Piece::Isolated(text) => html! { <bdi class="named">{ text }</bdi> },
            } }
        }
    }
}

/// A person's text with a direction of its own.
pub fn bdi(text: &str) -> Html {
    html! { <bdi>{ text }</bdi> }
}
