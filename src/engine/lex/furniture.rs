//! Recognises lines that belong to the page and not to the article, by the regular expressions of `furniture.toml`.

use crate::lexicon::LINES;
use regex::bytes::{Regex, RegexBuilder};
use std::sync::{LazyLock, OnceLock};

/// The longest line that may be furniture, in bytes.
const LONGEST: usize = 200;

/// One expression for each kind of line, in the order of [`LINES`]. Each is compiled when it is first asked for, so that a page can compile
/// them one by one before there is a text.
static KINDS: LazyLock<Vec<OnceLock<Regex>>> = LazyLock::new(|| LINES.iter().map(|_| OnceLock::new()).collect());

/// Compiles the expression of a kind of line, unless that has been done. Unknown kinds are ignored.
pub(crate) fn prepare(kind: usize) {
    if kind < LINES.len() {
        expression(kind);
    }
}

/// The expressions match bytes, which keeps them small; classes with characters beyond ASCII are marked as Unicode by the build script.
fn expression(kind: usize) -> &'static Regex {
    KINDS[kind].get_or_init(|| {
        let expression = RegexBuilder::new(LINES[kind].matches).case_insensitive(true).unicode(false).build();
        expression.expect("the build script has compiled the expression")
    })
}

/// Returns how many titles may follow a line, if it is furniture.
pub(crate) fn follows(line: &str) -> Option<u8> {
    let is_furniture = |kind: &usize| expression(*kind).is_match(line.as_bytes());
    (0..LINES.len()).filter(|_| line.len() <= LONGEST).find(is_furniture).map(|kind| LINES[kind].follows)
}
