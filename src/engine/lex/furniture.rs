//! Recognises lines that belong to the page and not to the article, by the regular expressions of `furniture.toml`.

use crate::lexicon::LINES;
use regex::{RegexSet, RegexSetBuilder};
use std::sync::LazyLock;

/// The longest line that may be furniture, in bytes.
const LONGEST: usize = 200;

/// One expression for each kind of line, in the order of [`LINES`]. Compiled when the first short line is read.
static KINDS: LazyLock<RegexSet> = LazyLock::new(|| {
    let expressions = LINES.iter().map(|line| line.matches);
    RegexSetBuilder::new(expressions).case_insensitive(true).build().expect("the build script has compiled them")
});

/// Returns how many titles may follow a line, if it is furniture.
pub(crate) fn follows(line: &str) -> Option<u8> {
    let kinds = (line.len() <= LONGEST).then(|| KINDS.matches(line))?;
    kinds.iter().next().map(|kind| LINES[kind].follows)
}
