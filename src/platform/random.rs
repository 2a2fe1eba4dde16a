//! Random tokens, for the ids of writers and workspaces.

use journal::Token;

/// A unique token. Unlike `randomUUID`, `getRandomValues` exists in insecure contexts.
#[must_use]
pub fn token() -> Token {
    let mut bytes = [0; 8];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        // Every browser with WebAssembly has it. If one had not, two tabs would still have to differ.
        bytes = (js_sys::Math::random() * f64::from(u32::MAX) * f64::from(u32::MAX)).to_be_bytes();
    }
    Token::from_random(bytes)
}
