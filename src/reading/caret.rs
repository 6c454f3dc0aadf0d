//! Positions of the caret and of the selection: from the page, which counts UTF-16 units and pixels, to bytes of the text, and back.

use crate::engine::Span;

/// Returns the length of a text in UTF-16 units.
#[must_use]
pub fn utf16_length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Widens a selection to whole words, without the white space at its ends. One with nothing but white space stays as it is.
#[must_use]
pub fn whole_words(text: &str, span: Span) -> Span {
    let Some(words) = text.get(span.start..span.end) else { return span };
    let trimmed = words.trim();
    if trimmed.is_empty() {
        return span;
    }
    let start = span.start + words.len() - words.trim_start().len();
    let end = start + trimmed.len();
    let part = |c: &char| c.is_alphanumeric();
    let opens = trimmed.starts_with(char::is_alphanumeric);
    let before: usize = text[..start].chars().rev().take_while(|c| opens && part(c)).map(char::len_utf8).sum();
    let closes = trimmed.ends_with(char::is_alphanumeric);
    let behind: usize = text[end..].chars().take_while(|c| closes && part(c)).map(char::len_utf8).sum();
    Span { start: start - before, end: end + behind }
}

/// Returns the first byte of the text, from byte `start` on, with at least `units` UTF-16 units between; the end of the text if there
/// are fewer. Returns nothing if `start` is not a character boundary of the text.
#[must_use]
pub fn byte_after_units(text: &str, start: usize, units: usize) -> Option<usize> {
    let rest = text.get(start..)?;
    let mut passed = 0;
    let inside = rest.char_indices().find(|(_, c)| {
        let reached = passed >= units;
        passed += c.len_utf16();
        reached
    });
    Some(start + inside.map_or(rest.len(), |(byte, _)| byte))
}

/// Finds a position in a row of text nodes, given their lengths and the units before the position: returns the number of the node and
/// the units before the position inside it. A position between two nodes belongs to the end of the first.
#[must_use]
pub fn node_at(lengths: impl IntoIterator<Item = u32>, units: u32) -> Option<(usize, u32)> {
    let mut left = units;
    for (number, length) in lengths.into_iter().enumerate() {
        if left <= length {
            return Some((number, left));
        }
        left -= length;
    }
    None
}

/// Returns the byte, taken back to a character boundary, at about this share of a span.
#[must_use]
pub fn byte_at_share(text: &str, span: Span, share: f64) -> usize {
    let share = share.clamp(0.0, 1.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a position within a text, about"
    )]
    let inside = (span.len() as f64 * share) as usize;
    text.floor_char_boundary(span.start + inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    // Bytes: é 0..2, 𝄞 2..6, space 6, may 7..10. UTF-16: é 0, 𝄞 1..3, space 3, may 4..7.
    const TEXT: &str = "é𝄞 may";

    #[test]
    fn a_selection_widens_to_whole_words() {
        let text = "the standoff, über Nacht (2)";
        let widened = |start, end| whole_words(text, Span { start, end }).of(text);
        assert_eq!(widened(1, 9), "the standoff");
        assert_eq!(widened(4, 5), "standoff");
        assert_eq!(widened(3, 13), "standoff,");
        assert_eq!(widened(14, 19), "über");
        assert_eq!(widened(16, 17), "über");
        assert_eq!(widened(3, 4), " ");
    }

    #[test]
    fn units_become_bytes() {
        let check = |start, units, expected| assert_eq!(byte_after_units(TEXT, start, units), expected, "{units} after {start}");
        check(0, 0, Some(0));
        check(0, 1, Some(2));
        check(0, 2, Some(6));
        check(0, 3, Some(6));
        check(0, 4, Some(7));
        check(0, 7, Some(10));
        check(0, 99, Some(10));
        check(2, 2, Some(6));
        check(10, 0, Some(10));
        check(1, 0, None);
        check(11, 0, None);
    }

    #[test]
    fn every_caret_comes_back() {
        for (byte, _) in TEXT.char_indices() {
            assert_eq!(byte_after_units(TEXT, 0, utf16_length(&TEXT[..byte])), Some(byte));
        }
    }

    #[test]
    fn a_position_lies_in_a_text_node() {
        let check = |units, expected| assert_eq!(node_at([2, 0, 3], units), expected, "after {units} units");
        check(0, Some((0, 0)));
        check(2, Some((0, 2)));
        check(3, Some((2, 1)));
        check(5, Some((2, 3)));
        check(6, None);
        assert_eq!(node_at([], 0), None);
    }

    #[test]
    fn a_share_of_a_span_is_a_character_boundary() {
        let check = |share, expected| assert_eq!(byte_at_share(TEXT, Span { start: 2, end: 10 }, share), expected, "at {share}");
        check(-1.0, 2);
        check(0.0, 2);
        check(0.25, 2);
        check(0.5, 6);
        check(0.9, 9);
        check(2.0, 10);
    }
}
