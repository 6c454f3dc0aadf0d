//! Recognises lines that belong to the page and not to the article, by the regular expressions of `furniture.toml`.

use crate::lexicon::{FURNITURE, FURNITURE_ANYWHERE, FURNITURE_BY_START, FurnitureLine};
use regex::bytes::{Regex, RegexBuilder};
use std::sync::{LazyLock, OnceLock};

/// The longest line that may be furniture, in bytes.
pub(super) const LONGEST: usize = 200;

/// The compiled expressions, in the order of [`FURNITURE`]. Each is compiled when a line first asks for it.
static EXPRESSIONS: LazyLock<Vec<OnceLock<Regex>>> = LazyLock::new(|| FURNITURE.iter().map(|_| OnceLock::new()).collect());

/// Compiles an expression that every line asks for, so that the first text need not wait for it. Unknown parts are ignored.
pub(crate) fn prepare(part: usize) {
    if let Some(&index) = FURNITURE_ANYWHERE.get(part) {
        expression(index);
    }
}

/// The expressions match bytes, which keeps them small; classes with characters beyond ASCII are marked as Unicode by the build script.
fn expression(index: u16) -> &'static Regex {
    EXPRESSIONS[usize::from(index)].get_or_init(|| {
        let source = FURNITURE[usize::from(index)].matches;
        let expression = RegexBuilder::new(source).case_insensitive(true).unicode(false).build();
        expression.expect("the build script has compiled the expression")
    })
}

/// Returns what a line is, if it is furniture.
pub(crate) fn recognised(line: &str) -> Option<&'static FurnitureLine> {
    if line.len() > LONGEST {
        return None;
    }
    let start = line.as_bytes().get(..2).unwrap_or(line.as_bytes()).to_ascii_lowercase();
    let asked = (1..=start.len()).flat_map(|length| with_start(&start[..length])).chain(FURNITURE_ANYWHERE);
    let first = asked.filter(|index| expression(**index).is_match(line.as_bytes())).min();
    first.map(|index| &FURNITURE[usize::from(*index)])
}

/// The expressions that are filed under a start of lines.
fn with_start(start: &[u8]) -> &'static [u16] {
    FURNITURE_BY_START.binary_search_by(|(other, _)| (*other).cmp(start)).map_or(&[], |at| FURNITURE_BY_START[at].1)
}
