//! The words of the lexicon with their numbers.

use super::pattern::instruction::LONGEST_UNSORTED_SET;
use super::table::{BITS, NAMES, WORDS};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The longest word that is looked up, in bytes; the lexicon has no longer one.
pub(crate) const LONGEST: usize = 24;

/// Numbers count from 1 in the order of [`WORDS`]. Filling the map on first use takes less time than transferring one.
static NUMBERS: LazyLock<FxHashMap<&'static [u8], u16>> = LazyLock::new(|| WORDS.lines().map(str::as_bytes).zip(1..).collect());

/// Returns the number and the bits (classes and ending) of a word in lower case, or zeros for an unknown word.
pub(crate) fn look_up(word: &[u8]) -> (u16, u64) {
    NUMBERS.get(word).map_or((0, 0), |number| (*number, BITS[usize::from(*number)]))
}

/// Returns the number of a word in lower case, or 0 for an unknown word.
pub(crate) fn number_of(word: &str) -> u16 {
    look_up(word.as_bytes()).0
}

/// Returns true if a word set of `classes.toml` has the word. Unknown words (0) are in no set.
pub(crate) fn has(set: &[u16], word: u16) -> bool {
    word != 0 && if set.len() > LONGEST_UNSORTED_SET { set.binary_search(&word).is_ok() } else { set.contains(&word) }
}

/// Returns the number of a word when the program is compiled; the `words!` macro calls it.
///
/// # Panics
/// When the lexicon does not have the word, which stops the compiler.
pub(crate) const fn number(word: &str) -> u16 {
    let (mut from, mut to) = (0, NAMES.len());
    while from < to {
        let middle = usize::midpoint(from, to);
        let (name, number) = NAMES[middle];
        if is_before(name.as_bytes(), word.as_bytes()) {
            from = middle + 1;
        } else if is_before(word.as_bytes(), name.as_bytes()) {
            to = middle;
        } else {
            return number;
        }
    }
    panic!("the lexicon does not have this word: list it in a set of `classes.toml`")
}

/// Compares in a constant, where `Ord` is not to be had.
const fn is_before(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() {
        if one[at] != other[at] {
            return one[at] < other[at];
        }
        at += 1;
    }
    one.len() < other.len()
}

/// Words of the lexicon by their numbers: `words!("of" | "for")`.
macro_rules! words {
    ($($word:literal)|+) => { const { [$($crate::lexicon::number($word)),+] } };
}
pub(crate) use words;
