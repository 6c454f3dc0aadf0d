//! Byte spans, and their offsets in the units of other programs.

use serde::Serialize;

/// A half-open range of byte offsets into the UTF-8 text; both ends lie on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
}

impl Span {
    /// The text it covers; empty when it does not fit the text.
    #[must_use]
    #[inline]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Returns true if both cover a common byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Returns the span moved by a number of bytes; a negative distance is a wrapped `usize`, as from `wrapping_sub`.
    #[must_use]
    pub fn moved(self, bytes: usize) -> Self {
        Self { start: self.start.wrapping_add(bytes), end: self.end.wrapping_add(bytes) }
    }

    /// Its length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Returns true if it covers nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

/// A unit in which other programs count offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Unicode code points: Python, Web Annotation, the JSON outputs.
    CodePoints,
    /// UTF-16 units: JavaScript.
    Utf16,
}

/// Converts byte offsets of one text. The cost is the distance from the previous offset.
pub struct Ruler<'a> {
    text: &'a str,
    unit: Unit,
    byte: usize,
    count: usize,
}

impl<'a> Ruler<'a> {
    /// A ruler at the start of the text.
    #[must_use]
    pub fn new(text: &'a str, unit: Unit) -> Self {
        Self { text, unit, byte: 0, count: 0 }
    }

    /// Converts a byte offset, rounded down to a character boundary.
    pub fn at(&mut self, byte: usize) -> usize {
        let byte = self.text.floor_char_boundary(byte);
        let units = |from: usize, to: usize| units(&self.text.as_bytes()[from..to], self.unit);
        self.count = match self.byte {
            here if here <= byte => self.count + units(here, byte),
            here if here - byte < byte => self.count - units(byte, here),
            _ => units(0, byte),
        };
        self.byte = byte;
        self.count
    }

    /// Both ends of a span.
    pub fn span(&mut self, span: Span) -> (usize, usize) {
        (self.at(span.start), self.at(span.end))
    }
}

/// Returns the length of whole characters in units: one for each first byte of a character, in UTF-16 two for characters of four bytes.
fn units(bytes: &[u8], unit: Unit) -> usize {
    let characters = bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
    let long = || bytes.iter().filter(|byte| **byte >= 0xf0).count();
    if unit == Unit::Utf16 { characters + long() } else { characters }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_in_each_unit() {
        let text = "é𝄞 may";
        let may = Span { start: 7, end: 10 };
        assert_eq!(may.of(text), "may");
        assert_eq!(Ruler::new(text, Unit::CodePoints).span(may), (3, 6));
        assert_eq!(Ruler::new(text, Unit::Utf16).span(may), (4, 7));
    }

    #[test]
    fn a_ruler_may_be_asked_backwards() {
        let mut ruler = Ruler::new("äbc", Unit::CodePoints);
        assert_eq!((ruler.at(4), ruler.at(2), ruler.at(1), ruler.at(99)), (3, 1, 0, 3));
    }

    #[test]
    fn every_offset_is_that_of_the_characters_before() {
        let text = "é𝄞 may “rain” — 下雨 🌧 e\u{301}t ".repeat(3);
        for (byte, _) in text.char_indices() {
            let before = &text[..byte];
            let mut rulers = [Ruler::new(&text, Unit::CodePoints), Ruler::new(&text, Unit::Utf16)];
            for ruler in &mut rulers {
                ruler.at(text.len() / 2);
            }
            assert_eq!(rulers.each_mut().map(|ruler| ruler.at(byte)), [before.chars().count(), before.encode_utf16().count()]);
        }
    }
}
