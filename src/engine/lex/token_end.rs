//! Where a token ends.

use crate::engine::lex::character::{is_apostrophe, is_invisible};
use crate::engine::lex::line_break;

/// Returns where the token ends that begins at `start` with the character `first`; it ends at `limit` at the latest.
pub(crate) fn token_end(text: &str, start: usize, limit: usize, first: char) -> usize {
    if first.is_alphabetic() {
        word_end(text, start, limit)
    } else if first.is_ascii_digit() || (first == '.' && begins_fraction(text, start, limit)) {
        number_end(text, start, limit)
    } else {
        mark_end(text, start, limit, first)
    }
}

/// Returns true for the full stop of `.5 percent`.
fn begins_fraction(text: &str, start: usize, limit: usize) -> bool {
    start + 1 < limit && char_at(text, start + 1).is_ascii_digit() && !text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '.')
}

fn char_at(text: &str, at: usize) -> char {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => char::from(*byte),
        _ => text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or('\0'),
    }
}

/// Returns the end of a word. It runs over letters, digits, combining marks, inner apostrophes (not those of `'s` and its like) and the
/// inner full stops of `U.S.`.
fn word_end(text: &str, start: usize, limit: usize) -> usize {
    let mut at = start;
    let mut letters = 0;
    while at < limit {
        let c = char_at(text, at);
        if c.is_alphanumeric() || is_combining(c) {
            at += c.len_utf8();
            letters += 1;
        } else if is_apostrophe(c) && letters > 0 && joins(text, at, c, limit) {
            at += c.len_utf8();
        } else if c == '.' && (letters == 1 || is_degree(&text[start..at])) && is_initial(text, at + 1, limit) {
            at += 1;
            letters = 0;
        } else if c == '.' && letters <= 2 && at - start >= 3 && text[start..at].contains('.') {
            return at + 1;
        } else if c == '.' && letters > 0 && char_at(text, at + 1).is_ascii_lowercase() && at + 1 < limit {
            // An address: `www.example.org`.
            at += 1;
        } else if let Some(next) = line_break::hyphenated(text, start, at, limit) {
            at = next;
        } else {
            break;
        }
    }
    at
}

/// Returns true for a single letter before a full stop or before no letter, the next part of `U.S`, and for that of `B.Sc.`.
fn is_initial(text: &str, at: usize, limit: usize) -> bool {
    let first = char_at(text, at);
    let after = at + first.len_utf8();
    let degree =
        || first.is_uppercase() && char_at(text, after).is_ascii_lowercase() && char_at(text, after + 1) == '.' && after + 1 < limit;
    at < limit && first.is_alphabetic() && (after >= limit || !char_at(text, after).is_alphanumeric() || degree())
}

/// Returns true for the first part of `Ph.D.`.
fn is_degree(part: &str) -> bool {
    matches!(part.as_bytes(), [b'A'..=b'Z', b'a'..=b'z'])
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}') || is_invisible(c)
}

/// Returns true if an apostrophe is inside a word: `don't`, `O'Brien`, but not `it's`.
fn joins(text: &str, at: usize, apostrophe: char, limit: usize) -> bool {
    let after = at + apostrophe.len_utf8();
    let next = char_at(text, after);
    if after >= limit || !next.is_alphabetic() {
        return false;
    }
    let not = next == 't' && text[..at].ends_with('n');
    not || clitic(&text[after..limit]).is_none()
}

/// Returns the length of a clitic that begins here, after its apostrophe: the `s` of `ministry's`.
fn clitic(rest: &str) -> Option<usize> {
    let clitics = ["s", "S", "m", "d", "re", "ll", "ve"];
    let ends = |clitic: &&str| rest.strip_prefix(*clitic).is_some_and(|tail| !tail.starts_with(char::is_alphanumeric));
    clitics.into_iter().find(ends).map(str::len)
}

fn number_end(text: &str, start: usize, limit: usize) -> usize {
    let mut at = start;
    while at < limit {
        let c = char_at(text, at);
        let inner = matches!(c, '.' | ',' | ':') && char_at(text, at + 1).is_ascii_digit() && at + 1 < limit;
        if !(c.is_alphanumeric() || inner) {
            break;
        }
        at += c.len_utf8();
    }
    at
}

fn mark_end(text: &str, start: usize, limit: usize, first: char) -> usize {
    let rest = &text[start..limit];
    if first == '.' {
        return start + rest.bytes().take_while(|byte| *byte == b'.').count();
    }
    if is_apostrophe(first) {
        let after_word = text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '.');
        let length = clitic(&rest[first.len_utf8()..]).filter(|_| after_word).unwrap_or(0);
        return start + first.len_utf8() + length;
    }
    start + first.len_utf8()
}
