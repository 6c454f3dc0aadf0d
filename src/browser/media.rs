//! Media queries.

/// The pointer is a finger.
pub const TOUCH: &str = "(pointer: coarse)";

/// Returns true if a media query holds now.
#[must_use]
pub fn matches(query: &str) -> bool {
    web_sys::window().and_then(|window| window.match_media(query).ok().flatten()).is_some_and(|query| query.matches())
}
