//! Recognises lines that belong to the page and not to the article, by the regular expressions of `furniture.toml`.

use crate::lexicon::{FURNITURE, FurnitureGroup};
use regex::bytes::{Regex, RegexBuilder};
use std::sync::{LazyLock, OnceLock};

/// The longest line that may be furniture, in bytes.
pub(super) const LONGEST: usize = 200;

/// The compiled expressions, in the order of [`FURNITURE`]. Each is compiled when it is first asked for, so that a page can compile them one
/// by one before there is a text.
static EXPRESSIONS: LazyLock<Vec<OnceLock<Regex>>> = LazyLock::new(|| FURNITURE.iter().map(|_| OnceLock::new()).collect());

/// Compiles the expression of a group, unless that has been done. Unknown groups are ignored.
pub(crate) fn prepare(group: usize) {
    if group < FURNITURE.len() {
        expression(group);
    }
}

/// The expressions match bytes, which keeps them small; classes with characters beyond ASCII are marked as Unicode by the build script.
fn expression(group: usize) -> &'static Regex {
    EXPRESSIONS[group].get_or_init(|| {
        let expression = RegexBuilder::new(FURNITURE[group].matches).case_insensitive(true).unicode(false).build();
        expression.expect("the build script has compiled the expression")
    })
}

/// Returns the group of a line, if it is furniture.
pub(crate) fn group(line: &str) -> Option<&'static FurnitureGroup> {
    let is_furniture = |group: &usize| expression(*group).is_match(line.as_bytes());
    (0..FURNITURE.len()).filter(|_| line.len() <= LONGEST).find(is_furniture).map(|group| &FURNITURE[group])
}
