//! The page about Registrar and its licenses.

mod text;

use yew::prelude::*;

use self::text::AboutText;
use crate::i18n::Catalog;
use crate::platform::offline;
use crate::widgets::head::Head;
use crate::widgets::offline::{Installation, OfflineStatus};

/// The bundled packages with their licenses.
const PACKAGES: [(&str, &str); 11] = [
    ("yew", "MIT OR Apache-2.0"),
    ("wasm-bindgen, js-sys, web-sys", "MIT OR Apache-2.0"),
    ("gloo-storage, gloo-events, gloo-timers", "MIT OR Apache-2.0"),
    ("serde", "MIT OR Apache-2.0"),
    ("serde-wasm-bindgen", "MIT"),
    ("thiserror", "MIT OR Apache-2.0"),
    ("crc", "MIT OR Apache-2.0"),
    ("csv, csv-core", "Unlicense OR MIT"),
    ("icu_casemap, icu_normalizer, icu_properties", "Unicode-3.0"),
    ("workbox-precaching, workbox-routing, workbox-window", "MIT"),
    ("Rust standard library", "MIT OR Apache-2.0"),
];

pub fn about(text: &Catalog) -> Html {
    let text = AboutText::of(text.language);
    html! {
        <>
            <Head title={text.title} lead={(text.version)(env!("CARGO_PKG_VERSION"), offline::build().as_deref())} />
            <div class="prose">
                <p>{ text.introduction }</p>
                <Installation />
                <OfflineStatus />
                <h2>{ text.not_title }</h2>
                <p>{ text.not_affiliated }</p>
                <p>{ text.not_protection }</p>
                <h2>{ text.data_title }</h2>
                <p>{ text.data }</p>
                <h2>{ text.licenses_title }</h2>
                <p>{ text.license }</p>
                <p>{ text.built_with }</p>
                <table class="table">
                    <thead><tr><th scope="col">{ text.package }</th><th scope="col">{ text.license_column }</th></tr></thead>
                    <tbody>
                        for (package, license) in PACKAGES {
                            <tr><td>{ package }</td><td>{ license }</td></tr>
                        }
                    </tbody>
                </table>
            </div>
        </>
    }
}
