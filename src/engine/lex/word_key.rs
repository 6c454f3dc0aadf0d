//! The key of a word: the form in which the lexicon has it.

use crate::engine::lex::character::{is_apostrophe, is_invisible};
use crate::lexicon::LONGEST;

/// Writes the key of a word: lower case, straight apostrophes and quotation marks, one kind of dash, no characters without width and no hyphen before a
/// line end. Returns `None` for a word that is too long for the lexicon.
pub(crate) fn fold<'a>(source: &str, buffer: &'a mut [u8; LONGEST]) -> Option<&'a [u8]> {
    let mut length = 0;
    for c in source.chars() {
        let plain = match c {
            _ if is_invisible(c) => continue,
            // The hyphen before a line end.
            _ if (c.is_whitespace() || c == '>') && length > 0 => {
                length -= usize::from(buffer[length - 1] == b'-');
                continue;
            }
            _ if is_apostrophe(c) => '\'',
            '“' | '”' => '"',
            '–' | '—' | '‑' | '‐' | '¬' => '-',
            _ if c.is_ascii() => c.to_ascii_lowercase(),
            _ => lower(c),
        };
        let end = length + plain.len_utf8();
        plain.encode_utf8(buffer.get_mut(length..end)?);
        length = end;
    }
    Some(&buffer[..length])
}

/// Returns the key of a word as a string.
pub(crate) fn key<'a>(source: &str, buffer: &'a mut [u8; LONGEST]) -> Option<&'a str> {
    std::str::from_utf8(fold(source, buffer)?).ok()
}

/// Returns the character in lower case if that is one character.
fn lower(c: char) -> char {
    let mut lower = c.to_lowercase();
    lower.next().filter(|_| lower.next().is_none()).unwrap_or(c)
}
