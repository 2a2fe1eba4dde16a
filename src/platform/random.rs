//! Random tokens, for the names of writers and workspaces.

use journal::Token;

/// A token that nobody has. `getRandomValues` is there in insecure contexts too.
#[must_use]
pub fn token() -> Token {
    let mut bytes = [0; 8];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        // No browser that runs WebAssembly lacks it. Were it so, two tabs must still differ.
        bytes = (js_sys::Math::random() * f64::from(u32::MAX) * f64::from(u32::MAX)).to_be_bytes();
    }
    Token::from_random(bytes)
}
