//! Places in a text: byte spans inside, code points and UTF-16 units for the world outside.

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

    /// Whether both cover a common byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same so many bytes further on; a distance back is given in two's complement, as `wrapping_sub` gives it.
    #[must_use]
    pub fn moved(self, bytes: usize) -> Self {
        Self { start: self.start.wrapping_add(bytes), end: self.end.wrapping_add(bytes) }
    }

    /// Its length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
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

/// Converts byte offsets of one text; the nearer to the one asked before, the cheaper.
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

    /// The offset in the ruler's unit of a byte offset, which is taken back to a character boundary.
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

/// How many units whole characters take: the bytes but those that go on with a character; in UTF-16 one more for each that takes four.
fn units(bytes: &[u8], unit: Unit) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let count = |units: usize, eight: &[u8; 8]| {
        const ONE_EACH: u64 = 0x0101_0101_0101_0101;
        let word = u64::from_ne_bytes(*eight);
        let goes_on = (word >> 7) & !(word >> 6) & ONE_EACH;
        let long = (word >> 7) & (word >> 6) & (word >> 5) & (word >> 4) & ONE_EACH;
        let more = if unit == Unit::Utf16 { long.count_ones() } else { 0 };
        units + more as usize - goes_on.count_ones() as usize
    };
    // A word may begin in the middle of a character: what goes on there was counted with it, so the sum never falls below zero.
    words.iter().chain([&last]).fold(bytes.len(), count)
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
