//! Line ends inside a paragraph: words that are hyphenated there, the `>` of quoted mail, and the number of a page that ends there.

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
    (!is_compound(&text[start..end + length], &text[start..at], &next[..length])).then_some(end)
}

/// Returns true for two words: `decision-` and `makers`, not for `deci-` and `sion`.
fn is_compound(whole: &str, first: &str, second: &str) -> bool {
    let known = |part: &str| fold(part, &mut [0; LONGEST]).is_some_and(|key| look_up(key).0 != 0);
    !known(whole) && known(first) && known(second)
}

/// Returns true for the halves of one word on two lines: `engi-` and `neers`, not for `well-` and `known`.
pub(crate) fn is_divided(before: &str, after: &str) -> bool {
    let letters = |word: &str| word.split(|c: char| !c.is_alphabetic()).next().map_or(0, str::len);
    let before = before.trim_start_matches(|c: char| !c.is_alphabetic());
    let Some(first) = before.strip_suffix(['-', '‐', '\u{ad}', '¬']) else { return false };
    let second = &after[..letters(after)];
    let lower = first.ends_with(char::is_alphabetic) && second.starts_with(char::is_lowercase);
    lower && !is_compound(&format!("{first}{second}"), first, second)
}

/// Returns where the words of a line of quoted mail begin, after the line end at `at`.
pub(super) fn after_quotation_marks(bytes: &[u8], at: usize) -> usize {
    at + bytes[at..].iter().take_while(|byte| matches!(byte, b'\n' | b' ' | b'>')).count()
}

/// The longest line with nothing but the number of a page, in bytes: `- 2 -`, `Page 2 of 15`.
const PAGE_MARK: usize = 16;

/// Returns true for a line with nothing but the number of a page. A bare number is one only if it stands `apart`, with an empty line before it.
pub(crate) fn is_page_mark(line: &str, apart: bool) -> bool {
    let line = line.trim();
    if !apart && line.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let bare = line.trim_matches(['-', '–', '—', '[', ']', ' ']);
    let rest = bare.strip_prefix("Page ").or_else(|| bare.strip_prefix("page ")).unwrap_or(bare);
    let mut numbers = rest.split([' ', '/']).filter(|word| *word != "of");
    let number = |word: &str| (1..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    line.len() <= PAGE_MARK && numbers.next().is_some_and(number) && numbers.all(number)
}

/// Returns where the words go on behind the end of a page, of which the line end at `at` is a part. A page ends in a paragraph only where its
/// lines were joined over it.
pub(super) fn after_page_mark(text: &str, at: usize, limit: usize) -> Option<usize> {
    let rest = &text[at..limit];
    let line = rest.trim_start();
    let (mark, behind) = line.split_once(['\n', '\r'])?;
    let apart = rest[..rest.len() - line.len()].bytes().filter(|byte| *byte == b'\n').count() > 1;
    is_page_mark(mark, apart).then(|| limit - behind.trim_start().len())
}
