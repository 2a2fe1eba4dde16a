//! What the address of the guide asks for: a part, and the registry whose permissions are shown.

use crate::routes::{Place, Route};

/// The parts, as the address calls them, in their order.
pub const PARTS: [&str; 5] = ["walkthrough", "types", "visibility", "permissions", "assumptions"];

/// The address of a part.
pub fn href(part: &str) -> String {
    address(part, "")
}

/// The address of a part, with the registry whose permissions are shown.
pub fn address(part: &str, registry: &str) -> String {
    Route::Guide.asking(&[("part", part), ("registry", registry)])
}

/// The part that a place asks for, if it is one.
pub fn part_of(place: &Place) -> Option<&'static str> {
    let part = place.asked("part");
    PARTS.into_iter().find(|known| *known == part)
}
