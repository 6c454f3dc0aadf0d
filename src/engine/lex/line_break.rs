//! Line ends inside a paragraph: words that are hyphenated there, and the `>` of quoted mail.

use crate::engine::lex::word_key::fold;
use crate::lexicon::{LONGEST, look_up};

/// The most white space and `>` that a new line begins with, in bytes.
const INDENT: usize = 64;

/// Returns where the word that begins at `start` goes on behind a hyphen at `at`, if the hyphen only divides it at a line end.
pub(super) fn hyphenated(text: &str, start: usize, at: usize, limit: usize) -> Option<usize> {
    let rest = &text[at..limit];
    let hyphen = rest.chars().next().filter(|c| matches!(c, '-' | '‐' | '\u{ad}' | '¬'))?.len_utf8();
    let behind = &rest[hyphen..];
    let indent = behind.bytes().take(INDENT).take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'>')).count();
    let next = &behind[indent..];
    if !behind[..indent].contains(['\n', '\r']) || !next.starts_with(char::is_lowercase) {
        return None;
    }
    let length = next.find(|c: char| !c.is_alphabetic()).unwrap_or(next.len());
    let end = at + hyphen + indent;
    let known = |part: &str| fold(part, &mut [0; LONGEST]).is_some_and(|key| look_up(key).0 != 0);
    // `decision-` and `makers` are words, `deci-` and `sion` are not.
    let is_compound = !known(&text[start..end + length]) && known(&text[start..at]) && known(&next[..length]);
    (!is_compound).then_some(end)
}

/// Returns where the words of a line of quoted mail begin, after the line end at `at`.
pub(super) fn after_quotation_marks(bytes: &[u8], at: usize) -> usize {
    at + bytes[at..].iter().take_while(|byte| matches!(byte, b'\n' | b' ' | b'>')).count()
}
